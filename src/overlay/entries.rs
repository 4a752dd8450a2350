//! Applying overlays to lists whose entries have ids.
//!
//! The entries of an overlay's list are changes, made one after the other: to the entry of that
//! id where the base has one, and a new entry otherwise. Their order says nothing; where an entry
//! goes is said by `before`, `after` or `place`, about the list as it stands by then.

use super::change::Verb;
use super::merge::Merger;
use super::messages::{self, Scope};
use super::sequence::{EDGE, Sequence};
use crate::finding::Place;
use crate::schema::{PLACING, REMOVE, Shape};
use crate::yaml::{Key, Node, Value};
use std::collections::HashMap;

/// An entry of the overlay's list.
struct Entry<'o> {
    node: &'o Node,
    id: &'o Node,
    name: &'o str,
}

/// Where an entry asks to be put.
struct Target {
    /// The slot that it comes before.
    before: usize,
    /// Where that is written.
    place: Place,
}

impl Merger {
    /// The entries of the base with the changes of an overlay. `shape` is that of an entry.
    pub(super) fn entries(
        &mut self,
        base: Vec<Node>,
        changes: &[Node],
        shape: Shape<'_>,
    ) -> Vec<Node> {
        let mut list = Sequence::of(base);
        let mut written: HashMap<&str, &Node> = HashMap::new();
        for node in changes {
            // An entry without an id has a finding from the schema.
            let Some((id, name)) = node.get("id").and_then(|id| Some((id, id.text()?))) else {
                continue;
            };
            if let Some(first) = written.get(name) {
                self.report(|| messages::changed_twice(id, name, first));
                continue;
            }
            written.insert(name, id);
            let entry = Entry { node, id, name };
            match node.entry(REMOVE) {
                // The schema says what is wrong with it.
                Some((_, value)) if !matches!(value.value, Value::Boolean(_) | Value::List(_)) => {}
                Some((key, value)) if value.value == Value::Boolean(true) => {
                    self.remove(&mut list, &entry, key, shape)
                }
                _ => self.change(&mut list, &entry, &written, shape),
            }
        }
        list.into_entries()
    }

    fn remove(&mut self, list: &mut Sequence, entry: &Entry<'_>, key: &Key, shape: Shape<'_>) {
        let is_other = |key: &Key| key.name != "id" && key.name != REMOVE;
        let mut others = entry.node.fields().iter().map(|(key, _)| key);
        if let Some(other) = others.find(|key| is_other(key)) {
            self.report(|| messages::removed_with_fields(other, key));
        }
        if list.find(entry.name).is_none() {
            self.unknown(
                list,
                entry.id,
                entry.name,
                shape,
                messages::nothing_to_take_out,
            );
            return;
        }
        list.remove(entry.name);
        self.enter(entry.name);
        self.taken_out(&key.place);
        self.leave();
    }

    fn change(
        &mut self,
        list: &mut Sequence,
        entry: &Entry<'_>,
        written: &HashMap<&str, &Node>,
        shape: Shape<'_>,
    ) {
        if let Some((key, value)) = entry.node.entry(REMOVE)
            && value.value == Value::Boolean(false)
        {
            self.report(|| messages::removes_nothing(key));
        }
        let target = self.target(list, entry, written, shape);
        let Some(slot) = list.find(entry.name) else {
            match target {
                Some(target) => self.add(list, entry, target.before, shape),
                None => self.unknown(
                    list,
                    entry.id,
                    entry.name,
                    shape,
                    messages::neither_there_nor_placed,
                ),
            }
            return;
        };
        self.enter(entry.name);
        if let Some(target) = target {
            list.shift(slot, target.before);
            self.changed(Verb::Moved, &target.place);
        }
        if let Some(base) = list.take(slot) {
            let merged = self.value(base, entry.node, &entry.id.place, shape);
            list.put(slot, merged);
        }
        self.leave();
    }

    fn add(&mut self, list: &mut Sequence, entry: &Entry<'_>, before: usize, shape: Shape<'_>) {
        self.enter(entry.name);
        let fresh = self.fresh_entry(entry.node, shape);
        self.changed(Verb::Added, &entry.id.place);
        self.removed.remove(&self.here());
        list.insert(fresh, before);
        self.leave();
    }

    /// Where an entry asks to be put, if it does.
    fn target(
        &mut self,
        list: &Sequence,
        entry: &Entry<'_>,
        written: &HashMap<&str, &Node>,
        shape: Shape<'_>,
    ) -> Option<Target> {
        let is_placing = |(key, _): &&(Key, Node)| PLACING.contains(&key.name.as_str());
        let mut placings = entry.node.fields().iter().filter(is_placing);
        let (key, value) = placings.next()?;
        if let Some((other, _)) = placings.next() {
            self.report(|| messages::placed_twice(other, key));
        }
        let end = Some(Target {
            before: EDGE,
            place: key.place.clone(),
        });
        let name = value.text()?;
        if key.name == "place" {
            let is_first = name == "first";
            return Some(Target {
                before: if is_first { list.after(EDGE) } else { EDGE },
                place: key.place.clone(),
            });
        }
        if name == entry.name {
            self.report(|| messages::placed_by_itself(value, &key.name));
            return end;
        }
        let Some(slot) = list.find(name) else {
            // One that could not be added has a finding already.
            let path = self.path_of(name);
            if !written.contains_key(name) || self.removed.contains_key(&path) {
                self.unknown(list, value, name, shape, messages::no_such_neighbour);
            }
            return end;
        };
        let before = match key.name.as_str() {
            "before" => slot,
            _ => list.after(slot),
        };
        Some(Target {
            before,
            place: key.place.clone(),
        })
    }

    /// Reports an id that the list does not have.
    fn unknown(
        &mut self,
        list: &Sequence,
        id: &Node,
        name: &str,
        shape: Shape<'_>,
        finding: fn(&Node, &Scope<'_>) -> crate::finding::Finding,
    ) {
        if self.is_full() {
            return;
        }
        let (here, path) = (self.here(), self.path_of(name));
        let scope = Scope {
            base: &self.base,
            within: here.rsplit_once('/').map_or("", |(owner, _)| owner),
            noun: shape.noun(),
            name,
            nearest: crate::finding::nearest(name, list.ids()),
            removed: self.removed.get(&path),
        };
        let finding = finding(id, &scope);
        self.findings.push(finding);
    }

    /// The path to an entry of the list that is being merged.
    fn path_of(&mut self, name: &str) -> String {
        self.enter(name);
        let path = self.here();
        self.leave();
        path
    }
}
