//! A list whose entries are found, added, moved and taken out by id, each in one step.
//!
//! The entries are chained, so that ten thousand insertions at the front of ten thousand entries
//! move nothing.

use crate::yaml::Node;
use std::collections::HashMap;

/// A list of entries with ids.
pub(super) struct Sequence {
    /// The first slot holds no entry: it stands before the first and after the last.
    slots: Vec<Slot>,
    /// The slot of each entry that is in the list. Of two with the same id, the first.
    by_id: HashMap<String, usize>,
}

struct Slot {
    node: Option<Node>,
    before: usize,
    after: usize,
}

/// The slot before the first entry and after the last.
pub(super) const EDGE: usize = 0;

impl Sequence {
    pub(super) fn of(entries: Vec<Node>) -> Self {
        let mut sequence = Self {
            slots: vec![Slot {
                node: None,
                before: EDGE,
                after: EDGE,
            }],
            by_id: HashMap::new(),
        };
        for entry in entries {
            sequence.insert(entry, EDGE);
        }
        sequence
    }

    /// The slot of the entry called `id`.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The slot that comes after another.
    pub(super) fn after(&self, slot: usize) -> usize {
        self.slots[slot].after
    }

    /// Adds an entry before a slot.
    pub(super) fn insert(&mut self, entry: Node, before: usize) {
        let slot = self.slots.len();
        if let Some(id) = entry.get("id").and_then(Node::text) {
            self.by_id.entry(id.to_owned()).or_insert(slot);
        }
        self.slots.push(Slot {
            node: Some(entry),
            before: slot,
            after: slot,
        });
        self.link(slot, before);
    }

    /// Takes the entry out of its slot, to be changed and [put back](Self::put).
    pub(super) fn take(&mut self, slot: usize) -> Option<Node> {
        self.slots[slot].node.take()
    }

    /// Puts an entry into a slot.
    pub(super) fn put(&mut self, slot: usize, entry: Node) {
        self.slots[slot].node = Some(entry);
    }

    /// Moves what is in a slot before another.
    pub(super) fn shift(&mut self, slot: usize, before: usize) {
        if slot != before {
            self.unlink(slot);
            self.link(slot, before);
        }
    }

    /// Takes the entry called `id` out of the list.
    pub(super) fn remove(&mut self, id: &str) {
        if let Some(slot) = self.by_id.remove(id) {
            self.unlink(slot);
        }
    }

    /// The ids, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let first = self.slots[EDGE].after;
        let next = |slot: &usize| Some(self.slots[*slot].after);
        let slots = std::iter::successors(Some(first), next).take_while(|slot| *slot != EDGE);
        slots.filter_map(|slot| self.slots[slot].node.as_ref()?.get("id")?.text())
    }

    /// The entries, in order.
    pub(super) fn into_entries(mut self) -> Vec<Node> {
        let mut entries = Vec::new();
        let mut slot = self.slots[EDGE].after;
        while slot != EDGE {
            entries.extend(self.slots[slot].node.take());
            slot = self.slots[slot].after;
        }
        entries
    }

    fn link(&mut self, slot: usize, after: usize) {
        let before = self.slots[after].before;
        self.slots[slot].before = before;
        self.slots[slot].after = after;
        self.slots[before].after = slot;
        self.slots[after].before = slot;
    }

    fn unlink(&mut self, slot: usize) {
        let Slot { before, after, .. } = self.slots[slot];
        self.slots[before].after = after;
        self.slots[after].before = before;
    }
}
