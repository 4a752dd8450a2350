//! Applying overlays to their base: values and records. Lists of entries are in `entries`.

use super::change::{Change, Verb};
use super::messages;
use crate::finding::{Finding, MAX_FINDINGS, Place, visible};
use crate::schema::{EXTENDS, PLACING, REMOVE, Shape, Validator};
use crate::yaml::{Key, Node, Tree, Value};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The fields of a record or map.
type Fields = Vec<(Key, Node)>;

/// What comes of a guide and its bases.
#[derive(Debug)]
pub struct Merged {
    /// The guide with nothing left to follow. `None` where a base cannot be made.
    pub tree: Option<Tree>,
    /// What each overlay changes, from the one at the bottom to the guide itself.
    pub changes: Vec<Change>,
    /// Changes that cannot be made.
    pub findings: Vec<Finding>,
    /// What overlays have taken out, by its path, and where they say so.
    pub removed: BTreeMap<String, Place>,
}

/// Applies each of `layers` to the one after it, from the last to the first.
///
/// The layers after the first are sound by themselves. The first may have mistakes of its own: what
/// is wrong there leaves the base as it is.
pub fn merge(layers: Vec<Tree>) -> Merged {
    let mut layers = layers.into_iter().rev();
    let mut merged = Merged {
        tree: layers.next(),
        changes: Vec::new(),
        findings: Vec::new(),
        removed: BTreeMap::new(),
    };
    let mut removed = BTreeMap::new();
    for over in layers {
        let base = merged.tree.take().and_then(|tree| tree.root);
        // What is wrong below would make nonsense of what stands on it.
        let (Some(base), Some(root), true) = (base, &over.root, merged.findings.is_empty()) else {
            return merged;
        };
        let mut merger = Merger::new(root, removed);
        let root = merger.root(base, root);
        over.retain_read(&mut merger.findings);
        merged.findings.append(&mut merger.findings);
        merged.changes.append(&mut merger.changes);
        removed = merger.removed;
        merged.tree = Some(Tree {
            root: Some(root),
            ..over
        });
    }
    merged.removed = removed;
    merged
}

/// An entry of a library as a guide adapts it.
pub(crate) struct Adapted {
    pub(crate) node: Node,
    pub(crate) changes: Vec<Change>,
    pub(crate) findings: Vec<Finding>,
}

/// Applies what `over` says to an entry of a library, called `name`, that stands at `path` in the guide.
pub(crate) fn adapt(
    name: &str,
    path: Vec<String>,
    entry: Node,
    over: &Node,
    shape: Shape<'_>,
) -> Adapted {
    let mut merger = Merger {
        base: name.to_owned(),
        path,
        changes: Vec::new(),
        findings: Vec::new(),
        removed: BTreeMap::new(),
    };
    let node = merger.value(entry, over, &over.place, shape);
    Adapted {
        node,
        changes: merger.changes,
        findings: merger.findings,
    }
}

/// Applies one overlay.
pub(super) struct Merger {
    /// What messages call the base.
    pub(super) base: String,
    /// Names and ids that lead to what is being merged.
    pub(super) path: Vec<String>,
    pub(super) changes: Vec<Change>,
    pub(super) findings: Vec<Finding>,
    /// What overlays have taken out so far, and where they say so.
    pub(super) removed: BTreeMap<String, Place>,
}

/// The longest name in a path. Names of placeholders may have any length, and paths are many.
const LONGEST_STEP: usize = 64;

impl Merger {
    fn new(over: &Node, removed: BTreeMap<String, Place>) -> Self {
        let base = over.get(EXTENDS).and_then(Node::text);
        Self {
            base: base.unwrap_or_default().to_owned(),
            path: Vec::new(),
            changes: Vec::new(),
            findings: Vec::new(),
            removed,
        }
    }

    /// The whole guide, from the base and an overlay of it.
    fn root(&mut self, base: Node, over: &Node) -> Node {
        self.value(base, over, &over.place, Validator::guide().shape())
    }

    /// The value of the base with the changes of `over`. `place` is where those are announced.
    pub(super) fn value(
        &mut self,
        base: Node,
        over: &Node,
        place: &Place,
        shape: Shape<'_>,
    ) -> Node {
        let has_entries = shape.is_list_of_ids() && !base.items().is_empty();
        let value = match (base.value, &over.value) {
            (Value::Map(fields), Value::Map(_)) => Value::Map(self.record(fields, over, shape)),
            (Value::List(entries), Value::List(changes)) if has_entries => {
                Value::List(self.entries(entries, changes, shape.items()))
            }
            (old, new) if can_replace(new, &old) => {
                let new = self.fresh(over, shape).value;
                if new != old {
                    self.changed(Verb::Replaced, place);
                }
                new
            }
            // The schema says what is wrong here. The base's value stays, so that nothing else
            // seems to be wrong because of it.
            (value, _) => return Node { value, ..base },
        };
        Node {
            value,
            place: over.place.clone(),
            style: over.style,
        }
    }

    /// The fields of the base with those of `over`: first those of the base, then new ones.
    fn record(&mut self, base: Fields, over: &Node, shape: Shape<'_>) -> Fields {
        let mut fields = self.without_removed(base, over, shape);
        let mut known = HashMap::new();
        for (at, (key, _)) in fields.iter().enumerate() {
            known.entry(key.name.clone()).or_insert(at);
        }
        for (key, value) in over.fields() {
            let shape = shape.field(&key.name);
            if !shape.exists() || key.name == REMOVE {
                continue;
            }
            self.enter(&key.name);
            match known.get(&key.name).map(|at| &mut fields[*at]) {
                // An entry keeps the id that it has in the base, and the place of that.
                Some((_, old)) if key.name == "id" && old == value && self.path.len() > 1 => {}
                Some((old_key, old)) => {
                    let base = Node {
                        value: std::mem::replace(&mut old.value, Value::Null),
                        place: old.place.clone(),
                        style: old.style,
                    };
                    *old_key = key.clone();
                    *old = self.value(base, value, &key.place, shape);
                }
                None => {
                    let value = self.fresh(value, shape);
                    self.changed(Verb::Added, &key.place);
                    fields.push((key.clone(), value));
                }
            }
            self.leave();
        }
        fields
    }

    /// The fields of the base, but for those that `over` takes out by name.
    fn without_removed(&mut self, mut base: Fields, over: &Node, shape: Shape<'_>) -> Fields {
        let names = over.get(REMOVE).map_or(&[][..], Node::items);
        if names.is_empty() {
            return base;
        }
        let given = over
            .fields()
            .iter()
            .map(|(key, _)| (key.name.as_str(), key));
        let given: HashMap<_, _> = given.collect();
        let known: HashSet<_> = base.iter().map(|(key, _)| key.name.clone()).collect();
        let mut gone = HashSet::new();
        for node in names {
            let Some(name) = name_of(node) else {
                continue;
            };
            let here = self.here();
            if let Some(key) = given.get(name.as_str()) {
                self.report(|| messages::removed_and_given(node, &name, key));
            } else if shape.requires(&name) {
                self.report(|| messages::cannot_remove(node, &name));
            } else if known.contains(&name) {
                self.enter(&name);
                self.taken_out(&node.place);
                self.leave();
                gone.insert(name);
            } else if !self.is_full() {
                let fields = base.iter().map(|(key, _)| key.name.as_str());
                let removable = fields.filter(|name| !shape.requires(name));
                let finding =
                    messages::nothing_to_remove(node, &name, &self.base, &here, removable);
                self.report(|| finding);
            }
        }
        base.retain(|(key, _)| !gone.contains(&key.name));
        base
    }

    /// A value that the base does not have, without what only makes sense where it has one.
    pub(super) fn fresh(&mut self, node: &Node, shape: Shape<'_>) -> Node {
        let value = match &node.value {
            Value::List(items) => {
                let items = items.iter().map(|item| self.fresh(item, shape.items()));
                Value::List(items.collect())
            }
            Value::Map(fields) => Value::Map(self.fresh_fields(fields, shape)),
            scalar => scalar.clone(),
        };
        Node {
            value,
            place: node.place.clone(),
            style: node.style,
        }
    }

    /// An entry that the base does not have, without the words that say where it goes.
    pub(super) fn fresh_entry(&mut self, node: &Node, shape: Shape<'_>) -> Node {
        let is_said = |(key, value): &&(Key, Node)| {
            let is_placing = PLACING.contains(&key.name.as_str());
            is_placing || key.name == REMOVE && value.value == Value::Boolean(false)
        };
        let fields = node.fields().iter().filter(|field| !is_said(field));
        let fields: Fields = fields.cloned().collect();
        Node {
            value: Value::Map(self.fresh_fields(&fields, shape)),
            place: node.place.clone(),
            style: node.style,
        }
    }

    fn fresh_fields(&mut self, fields: &[(Key, Node)], shape: Shape<'_>) -> Fields {
        let mut fresh = Fields::new();
        for (key, value) in fields {
            let within = shape.field(&key.name);
            let is_placing = !within.exists() && PLACING.contains(&key.name.as_str());
            if is_placing || key.name == REMOVE {
                self.report(|| messages::nothing_there_yet(key));
            } else {
                // With what is unknown here: it may be what is missing, misspelt.
                fresh.push((key.clone(), self.fresh(value, within)));
            }
        }
        fresh
    }

    /// Goes down to the field or entry called `name`.
    pub(super) fn enter(&mut self, name: &str) {
        let step = visible(name.chars().take(LONGEST_STEP));
        self.path.push(step);
    }

    /// Goes up again.
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// The path to what is being merged.
    pub(super) fn here(&self) -> String {
        self.path.join("/")
    }

    /// Keeps a change of what is being merged. That an overlay has another id than its base is
    /// no change worth telling.
    pub(super) fn changed(&mut self, verb: Verb, place: &Place) {
        if self.path != ["id"] {
            self.changes.push(Change {
                path: self.here(),
                verb,
                place: place.clone(),
            });
        }
    }

    /// Keeps that what is being merged is taken out.
    pub(super) fn taken_out(&mut self, place: &Place) {
        self.changed(Verb::Removed, place);
        self.removed.insert(self.here(), place.clone());
    }

    /// Whether there are so many findings already that nobody needs another.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() >= MAX_FINDINGS
    }

    pub(super) fn report(&mut self, finding: impl FnOnce() -> Finding) {
        if !self.is_full() {
            self.findings.push(finding());
        }
    }
}

/// The name in a list of names. Levels have numbers for names.
fn name_of(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(name) => Some(name.clone()),
        Value::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whether a value may stand where another one did: text for text, a list for a list.
fn can_replace(new: &Value, old: &Value) -> bool {
    match (new, old) {
        (Value::List(_), Value::List(_)) => true,
        (Value::Null | Value::List(_) | Value::Map(_), _) => false,
        (_, old) => !matches!(old, Value::List(_) | Value::Map(_)),
    }
}
