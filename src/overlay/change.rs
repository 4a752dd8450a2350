//! What an overlay changes.

use crate::finding::Place;
use serde::Serialize;

/// One change that an overlay makes to its base.
#[derive(Debug, Clone)]
pub struct Change {
    /// What is changed, by names and ids: `stages/screening/questions/budget/ask`.
    pub path: String,
    /// What is done to it.
    pub verb: Verb,
    /// Where that is written.
    pub place: Place,
}

/// What is done to a part of the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    /// Something else stands in its place.
    Replaced,
    /// The base does not have it.
    Added,
    /// It is left out.
    Removed,
    /// It stands elsewhere in its list.
    Moved,
}

impl Verb {
    /// The verb as a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
        }
    }
}
