//! Fields by name.
//!
//! `a.q1.notes` and `a.date` are four branches: a group `a`, in it a group `q1` with a field
//! `notes`, and a field `date`. A field with one place to fill in is that place itself, in one
//! dictionary; the values of a choice, and the repeats of a blank, are places below their field.

use std::collections::BTreeMap;

use lopdf::{Document, ObjectId, text_string};

use super::widget;
use crate::layout::pages::{Field, FieldKind};
use crate::pdf::draft::Draft;
use crate::pdf::objects::Entries;

/// The groups and fields, in the order in which they are first met. A parent comes before its
/// children.
pub(super) struct Tree<'p> {
    branches: Vec<Branch<'p>>,
    /// By place to fill in, the branch it is at.
    at: Vec<usize>,
    /// By place to fill in, its id.
    ids: Vec<ObjectId>,
}

struct Branch<'p> {
    /// The last part of the name.
    name: &'p str,
    id: ObjectId,
    parent: Option<usize>,
    children: Vec<ObjectId>,
    /// What is filled in here; `None` for a group.
    field: Option<&'p Field>,
    /// Whether this is the dictionary of its only place to fill in as well.
    merged: bool,
}

impl<'p> Tree<'p> {
    /// Sorts the places to fill in, and numbers them and the fields above them.
    pub(super) fn new(fields: &[(usize, &'p Field)], document: &mut Document) -> Self {
        let mut tree = Self {
            branches: Vec::new(),
            at: Vec::new(),
            ids: Vec::new(),
        };
        let mut known = BTreeMap::new();
        for (_, field) in fields {
            let mut parent = None;
            for name in field.name.split('.') {
                let branch = *known.entry((parent, name)).or_insert_with(|| {
                    tree.branches.push(Branch::new(name, parent, document));
                    tree.branches.len() - 1
                });
                parent = Some(branch);
            }
            let branch = parent.expect("splitting gives at least one part");
            tree.branches[branch].field.get_or_insert(field);
            tree.at.push(branch);
        }
        tree.number(document);
        tree
    }

    /// Gives every place an id, and every branch its children.
    fn number(&mut self, document: &mut Document) {
        for index in 0..self.branches.len() {
            let id = self.branches[index].id;
            if let Some(parent) = self.branches[index].parent {
                self.branches[parent].children.push(id);
            }
        }
        let mut places = vec![0; self.branches.len()];
        self.at.iter().for_each(|&branch| places[branch] += 1);
        for (branch, places) in self.branches.iter_mut().zip(places) {
            let is_choice = |field: &Field| matches!(field.kind, FieldKind::Radio { .. });
            let alone = places == 1 && branch.children.is_empty();
            branch.merged = alone && branch.field.is_some_and(|field| !is_choice(field));
        }
        for &branch in &self.at {
            let branch = &mut self.branches[branch];
            if branch.merged {
                self.ids.push(branch.id);
            } else {
                let id = document.new_object_id();
                branch.children.push(id);
                self.ids.push(id);
            }
        }
    }

    /// The id of a place.
    pub(super) fn id(&self, at: usize) -> ObjectId {
        self.ids[at]
    }

    /// Writes what a place is below. The place that is a field itself gets the entries of one.
    pub(super) fn place(&self, at: usize, entries: &mut Entries<'_>, field: &Field) {
        let branch = &self.branches[self.at[at]];
        if !branch.merged {
            entries.at("Parent").reference(branch.id);
            // A name is typed in the size of the words around it, wherever it stands.
            if branch.field.is_some_and(|first| first.kind != field.kind) {
                widget::look(entries, field);
            }
            return;
        }
        self.name(branch, entries);
        widget::field(entries, field);
    }

    /// Adds the groups, and the fields that are no place themselves.
    pub(super) fn add_groups(&self, draft: &mut Draft) {
        for branch in self.branches.iter().filter(|branch| !branch.merged) {
            draft.spelled.add_entries(branch.id, |entries| {
                self.name(branch, entries);
                if let Some(field) = branch.field {
                    widget::group(entries, field);
                }
                let kids = branch.children.iter();
                entries
                    .at("Kids")
                    .list(|ids| kids.for_each(|kid| ids.reference(*kid)));
            });
        }
    }

    fn name(&self, branch: &Branch<'_>, entries: &mut Entries<'_>) {
        entries.at("T").object(&text_string(branch.name));
        if let Some(parent) = branch.parent {
            entries.at("Parent").reference(self.branches[parent].id);
        }
    }

    /// The ids of the branches that are below no other.
    pub(super) fn roots(&self) -> impl Iterator<Item = ObjectId> {
        let roots = self.branches.iter();
        roots
            .filter(|branch| branch.parent.is_none())
            .map(|branch| branch.id)
    }
}

impl<'p> Branch<'p> {
    fn new(name: &'p str, parent: Option<usize>, document: &mut Document) -> Self {
        Self {
            name,
            id: document.new_object_id(),
            parent,
            children: Vec::new(),
            field: None,
            merged: false,
        }
    }
}
