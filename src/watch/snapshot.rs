//! How the sources of a build stand at one moment, and how two moments differ.

use super::stamp::Stamp;
use crate::finding::visible;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

/// How files stand at one moment. A file that is not there is not in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Snapshot {
    files: BTreeMap<PathBuf, State>,
}

#[derive(Debug, Clone, Copy)]
enum State {
    Stands(Stamp),
    /// It was being written: whatever is there next counts as different.
    Restless,
}

/// A restless file is not even like itself, or one that is written without end would be built
/// once.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Stands(this), Self::Stands(that)) if this == that)
    }
}

/// What is different about a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The file.
    pub path: PathBuf,
    /// What is different.
    pub kind: Kind,
}

/// In what way a file is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It was there and is there, and was written in between.
    Changed,
    /// It was not there.
    New,
    /// It is not there any more.
    Gone,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.strip_prefix(".").unwrap_or(&self.path);
        let what = match self.kind {
            Kind::Changed => "changed",
            Kind::New => "is new",
            Kind::Gone => "is gone",
        };
        write!(f, "{} {what}", visible(path.to_string_lossy().chars()))
    }
}

impl Snapshot {
    /// What is different from an `older` snapshot, by path.
    pub fn changes_since(&self, older: &Self) -> Vec<Change> {
        let paths: BTreeSet<_> = self.files.keys().chain(older.files.keys()).collect();
        let changes = paths.into_iter().filter_map(|path| {
            let kind = match (older.files.get(path), self.files.get(path)) {
                (before, now) if before == now => return None,
                (None, _) => Kind::New,
                (_, None) => Kind::Gone,
                _ => Kind::Changed,
            };
            let path = path.clone();
            Some(Change { path, kind })
        });
        changes.collect()
    }

    /// Looks at a file, and notes it if it is there.
    pub(super) fn look_at(&mut self, path: PathBuf) {
        let stamp = Stamp::of(&path);
        self.add(path, stamp);
    }

    /// Notes a file that was looked at.
    pub(super) fn add(&mut self, path: PathBuf, stamp: Option<Stamp>) {
        if let Some(stamp) = stamp {
            self.files.insert(path, State::Stands(stamp));
        }
    }

    /// Whether a file of this snapshot is missing in the other.
    pub(super) fn loses_a_file_in(&self, other: &Self) -> bool {
        let mut files = self.files.keys();
        files.any(|path| !other.files.contains_key(path))
    }

    /// Marks what is different from `older`, taken a moment ago, as still being written.
    pub(super) fn mark_restless(&mut self, older: &Self) {
        for change in self.changes_since(older) {
            self.files.insert(change.path, State::Restless);
        }
    }
}
