//! Putting entries of libraries where guides include them.

use super::file::Kind;
use super::messages::{self, Named};
use super::shelf::{Look, Shelf};
use crate::finding::{Finding, MAX_FINDINGS, Place, Source, visible};
use crate::guide::Id;
use crate::overlay::{self, Chain, Change};
use crate::schema::{INCLUDE, PLACING, Shape, Validator};
use crate::yaml::{Budget, Key, Node, Style, Tree, Value};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// An entry of a library that a guide, or one of its bases, includes.
#[derive(Debug, Clone)]
pub struct Included {
    /// The library and the entry: `cloud-security/incident-command`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the guide, by names and ids: `stages/technical/questions/incident-command`.
    pub path: String,
    /// Where the guide says so.
    pub place: Place,
    /// Where the library has it.
    pub entry: Place,
    /// The entry as the library has it, in a form in which only its values count.
    pub text: String,
    /// What the guide changes about it.
    pub changes: Vec<Change>,
    /// The ids of the competencies that the library has to offer.
    pub(crate) competencies: Arc<BTreeSet<String>>,
}

/// What comes of including.
#[derive(Debug, Default)]
pub struct Inclusion {
    /// The entries that were put in, in the order of the guide and then its bases.
    pub included: Vec<Included>,
    /// The libraries that were read.
    pub sources: Vec<Arc<Source>>,
    /// What is in those that are sound.
    pub trees: Vec<Tree>,
    /// Where they were looked for, found there or not.
    pub looked_at: Vec<PathBuf>,
    /// Why some could not be put in.
    pub findings: Vec<Finding>,
    /// Whether all could be.
    pub is_complete: bool,
    /// Whether nothing more is put in, because what is there is more than a guide may hold.
    is_full: bool,
}

/// Puts all entries in place that a guide and its bases include. One that cannot be had is left out.
/// `check` says what is wrong with a library by itself.
///
/// # Errors
///
/// A library that is there cannot be read.
pub fn include(
    chain: &mut Chain,
    check: &dyn Fn(&Tree) -> Vec<Finding>,
) -> anyhow::Result<Inclusion> {
    let mut inclusion = Inclusion {
        is_complete: true,
        ..Inclusion::default()
    };
    let mut budget = Budget::new();
    // A bundled base includes from bundled libraries only, so there are two shelves at most.
    let mut shelves: Vec<(bool, Shelf)> = Vec::new();
    for (tree, home) in chain.layers.iter_mut().zip(&chain.homes) {
        let Some(root) = &mut tree.root else { continue };
        let known = shelves.iter().position(|(it, _)| *it == home.is_bundled());
        let at = known.unwrap_or_else(|| {
            shelves.push((home.is_bundled(), Shelf::beside(home)));
            shelves.len() - 1
        });
        let mut includer = Includer {
            shelf: &mut shelves[at].1,
            check,
            budget: &mut budget,
            path: Vec::new(),
            inclusion: &mut inclusion,
        };
        includer.within(root, Validator::guide().shape())?;
    }
    for (_, shelf) in &mut shelves {
        inclusion.sources.extend(shelf.sources().map(Arc::clone));
        inclusion.trees.extend(shelf.trees().cloned());
        inclusion.looked_at.append(&mut shelf.looked_at);
        inclusion.findings.append(&mut shelf.findings);
    }
    Ok(inclusion)
}

/// Goes through one file.
struct Includer<'i> {
    shelf: &'i mut Shelf,
    check: &'i dyn Fn(&Tree) -> Vec<Finding>,
    budget: &'i mut Budget,
    /// Names and ids that lead to what is being looked at.
    path: Vec<String>,
    inclusion: &'i mut Inclusion,
}

impl Includer<'_> {
    /// Puts in what is included anywhere in `node`.
    fn within(&mut self, node: &mut Node, shape: Shape<'_>) -> anyhow::Result<()> {
        match &mut node.value {
            Value::List(items) => {
                for item in std::mem::take(items) {
                    let id = item.get("id").and_then(Node::text).map(step);
                    let depth = self.path.len();
                    self.path.extend(id);
                    items.extend(self.value(item, shape.items())?);
                    self.path.truncate(depth);
                }
            }
            Value::Map(fields) => {
                for (key, value) in std::mem::take(fields) {
                    self.path.push(step(&key.name));
                    let value = self.value(value, shape.field(&key.name))?;
                    self.path.pop();
                    fields.extend(value.map(|value| (key, value)));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A value with nothing left to include; none where that cannot be had.
    fn value(&mut self, mut node: Node, shape: Shape<'_>) -> anyhow::Result<Option<Node>> {
        if let (Some(kind), Some(name)) = (Kind::at(shape), node.get(INCLUDE)) {
            let entry = self.entry(&node, name, kind, shape)?;
            self.inclusion.is_complete &= entry.is_some();
            return Ok(entry);
        }
        self.within(&mut node, shape)?;
        Ok(Some(node))
    }

    /// The entry that `over` includes, as it changes it.
    fn entry(
        &mut self,
        over: &Node,
        name: &Node,
        kind: Kind,
        shape: Shape<'_>,
    ) -> anyhow::Result<Option<Node>> {
        // What names no entry has a finding from the schema.
        let parts = name.text().and_then(|it| it.split_once('/'));
        let parts = parts.filter(|(library, entry)| Id::is_valid(library) && Id::is_valid(entry));
        let Some((library, entry)) = parts.filter(|_| !self.inclusion.is_full) else {
            return Ok(None);
        };
        let named = Named {
            node: name,
            library,
            entry,
        };
        let Some((found, competencies)) = self.find(&named, kind)? else {
            return Ok(None);
        };
        let mut path = self.path.clone();
        if kind != Kind::Scale && over.get("id").is_none() {
            path.push(entry.to_owned());
        }
        let full_name = format!("{library}/{entry}");
        let (place, text) = (
            found.place.clone(),
            format!("{full_name} {}", found.to_json()),
        );
        let base = with_id(found, &named, kind);
        let adapted = overlay::adapt(&full_name, path.clone(), base, &without(over), shape);
        adapted.findings.into_iter().for_each(|it| self.report(it));
        self.inclusion.included.push(Included {
            name: full_name,
            kind,
            path: path.join("/"),
            place: name.place.clone(),
            entry: place,
            text,
            changes: adapted.changes,
            competencies,
        });
        Ok(Some(with_placing(adapted.node, over)))
    }

    /// The entry as the library has it, with the ids of the competencies there.
    fn find(
        &mut self,
        named: &Named<'_>,
        kind: Kind,
    ) -> anyhow::Result<Option<(Node, Arc<BTreeSet<String>>)>> {
        let (place, has_enough) = (&named.node.place, self.has_enough());
        let book = match self.shelf.look(named.library, place, self.check)? {
            Look::Library(book) => book,
            Look::Unsound => return Ok(None),
            Look::Nothing => {
                if !has_enough {
                    let known = self.shelf.ids();
                    self.report(messages::unknown_library(named, &known));
                }
                return Ok(None);
            }
        };
        let Some(found) = book.entry(kind, named.entry) else {
            if has_enough {
                return Ok(None);
            }
            let mut others = Kind::ALL.into_iter();
            let other = others.find(|it| book.entry(*it, named.entry).is_some());
            let finding = messages::unknown_entry(named, kind, other, book.ids(kind));
            self.report(finding);
            return Ok(None);
        };
        if self.budget.pay_copy(found).is_err() {
            self.inclusion.is_full = true;
            self.report(messages::too_large_together(named));
            return Ok(None);
        }
        Ok(Some((found.clone(), Arc::clone(&book.competencies))))
    }

    /// Whether there are so many findings already that nobody needs another.
    fn has_enough(&self) -> bool {
        self.inclusion.findings.len() >= MAX_FINDINGS
    }

    fn report(&mut self, finding: Finding) {
        if !self.has_enough() {
            self.inclusion.findings.push(finding);
        }
    }
}

/// One step of a path, as messages show it.
fn step(name: &str) -> String {
    const LONGEST: usize = 64;
    visible(name.chars().take(LONGEST))
}

/// The entry with the id that it has in the guide unless that gives it another. It stands where it
/// is included: a finding about the id is for the guide.
fn with_id(mut entry: Node, named: &Named<'_>, kind: Kind) -> Node {
    if let Value::Map(fields) = &mut entry.value
        && kind != Kind::Scale
    {
        let id = fields.iter_mut().find(|(key, _)| key.name == "id");
        if let Some((key, id)) = id {
            key.place = named.node.place.clone();
            id.place = named.entry_place();
            id.style = Style::Plain;
        }
    }
    entry
}

/// What a guide says about an entry besides where it is from.
fn without(over: &Node) -> Node {
    let fields = over.fields().iter();
    let fields: Vec<(Key, Node)> = fields
        .filter(|(key, _)| key.name != INCLUDE)
        .cloned()
        .collect();
    Node {
        value: Value::Map(fields),
        place: over.place.clone(),
        style: over.style,
    }
}

/// The entry with the words by which an overlay says where it goes.
fn with_placing(mut entry: Node, over: &Node) -> Node {
    let placing = over.fields().iter();
    let placing = placing.filter(|(key, _)| PLACING.contains(&key.name.as_str()));
    if let Value::Map(fields) = &mut entry.value {
        fields.extend(placing.cloned());
    }
    entry
}
