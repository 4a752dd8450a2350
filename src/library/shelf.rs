//! The libraries that a guide can include from, each read once and when it is first named.

use super::file::Kind;
use crate::finding::{Finding, Place, Severity, Source};
use crate::overlay::Bases;
use crate::yaml::{self, Node, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// The label of the place that includes what a finding is about.
pub(crate) const INCLUDED_HERE: &str = "included here";

/// What is wrong with a library by itself.
pub(super) type Check<'c> = &'c dyn Fn(&Tree) -> Vec<Finding>;

/// The libraries that are found from one folder.
pub(super) struct Shelf {
    places: Bases,
    read: BTreeMap<String, Found>,
    pub(super) looked_at: Vec<PathBuf>,
    pub(super) findings: Vec<Finding>,
}

/// What has become of a library that was looked for.
enum Found {
    Nothing,
    /// One with mistakes of its own, which have been reported.
    Unsound(Arc<Source>),
    Library(Book),
}

/// A library.
pub(super) struct Book {
    tree: Tree,
    entries: BTreeMap<(Kind, String), Node>,
    /// The ids of its competencies.
    pub(super) competencies: Arc<BTreeSet<String>>,
}

/// What is to be had of a library.
pub(super) enum Look<'s> {
    Nothing,
    Unsound,
    Library(&'s Book),
}

impl Shelf {
    /// The shelf beside a guide whose own bases are looked for in `guides`.
    pub(super) fn beside(guides: &Bases) -> Self {
        Self {
            places: guides.libraries(),
            read: BTreeMap::new(),
            looked_at: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The library called `id`, which is included at `place`.
    pub(super) fn look(
        &mut self,
        id: &str,
        place: &Place,
        check: Check<'_>,
    ) -> anyhow::Result<Look<'_>> {
        if !self.read.contains_key(id) {
            let found = self.find(id, place, check)?;
            self.read.insert(id.to_owned(), found);
        }
        Ok(match &self.read[id] {
            Found::Nothing => Look::Nothing,
            Found::Unsound(_) => Look::Unsound,
            Found::Library(book) => Look::Library(book),
        })
    }

    /// The ids of all libraries there are.
    pub(super) fn ids(&self) -> Vec<String> {
        self.places.ids()
    }

    /// The files that were read.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.read.values().filter_map(|found| match found {
            Found::Nothing => None,
            Found::Unsound(source) => Some(source),
            Found::Library(book) => Some(&book.tree.source),
        })
    }

    /// The libraries that can be included from.
    pub(super) fn trees(&self) -> impl Iterator<Item = &Tree> {
        self.read.values().filter_map(|found| match found {
            Found::Library(book) => Some(&book.tree),
            _ => None,
        })
    }

    fn find(&mut self, id: &str, place: &Place, check: Check<'_>) -> anyhow::Result<Found> {
        let found = self.places.find(id)?;
        self.looked_at.extend(self.places.places(id));
        let Some(found) = found else {
            return Ok(Found::Nothing);
        };
        let mut wrong = found.findings;
        let tree = yaml::parse(&found.source);
        if wrong.is_empty() {
            wrong = check(&tree);
        }
        // What is merely doubtful is for those who check the library itself.
        wrong.retain(|it| it.severity == Severity::Error);
        if wrong.is_empty() {
            return Ok(Found::Library(Book::of(tree)));
        }
        let wrong = wrong.into_iter();
        let wrong = wrong.map(|it| it.related(place.clone(), INCLUDED_HERE));
        self.findings.extend(wrong);
        Ok(Found::Unsound(found.source))
    }
}

impl Book {
    fn of(tree: Tree) -> Self {
        let mut entries = BTreeMap::new();
        for kind in Kind::ALL {
            let list = tree.root.as_ref().and_then(|root| root.get(kind.list()));
            let Some(list) = list else { continue };
            let id = |item: &Node| Some(item.get("id")?.text()?.to_owned());
            let listed = list.items().iter();
            let listed = listed.filter_map(|item| Some((id(item)?, item.clone())));
            let named = list.fields().iter();
            let named = named.map(|(key, value)| (key.name.clone(), value.clone()));
            entries.extend(listed.chain(named).map(|(id, entry)| ((kind, id), entry)));
        }
        let ids = entries.keys().filter(|(kind, _)| *kind == Kind::Competency);
        let competencies = ids.map(|(_, id)| id.clone()).collect();
        Self {
            tree,
            entries,
            competencies: Arc::new(competencies),
        }
    }

    /// An entry.
    pub(super) fn entry(&self, kind: Kind, id: &str) -> Option<&Node> {
        self.entries.get(&(kind, id.to_owned()))
    }

    /// The ids of the entries of a kind.
    pub(super) fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> + Clone {
        let entries = self.entries.keys().filter(move |(it, _)| *it == kind);
        entries.map(|(_, id)| id.as_str())
    }
}
