//! What is in a library.

use crate::guide::{Competency, Criterion, Id, Question, Scale, Short};
use crate::schema::Shape;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Entries that several guides share. A guide takes one by its library and id: `include: LIBRARY/ID`.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// Version of this file format. Always 1 today.
    #[schemars(range(min = 1, max = 1))]
    pub format: u8,
    /// Short name of the library, also the name of its file: lower-case letters, digits and hyphens.
    pub id: Id,
    /// What the entries are about, in a few words. Not printed.
    pub title: Short,
    /// Competencies. A guide includes those that its questions and criteria refer to.
    #[serde(default)]
    pub competencies: Vec<Competency>,
    /// Questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Rows of scorecards.
    #[serde(default)]
    pub criteria: Vec<Criterion>,
    /// Rating scales by id.
    #[serde(default)]
    pub scales: BTreeMap<Id, Scale>,
}

/// What an entry of a library is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something a good candidate shows.
    Competency,
    /// A question of a stage.
    Question,
    /// A row of a scorecard.
    Criterion,
    /// The levels to rate with.
    Scale,
}

impl Kind {
    /// All kinds, in the order of the file.
    pub const ALL: [Self; 4] = [
        Self::Competency,
        Self::Question,
        Self::Criterion,
        Self::Scale,
    ];

    /// What such an entry is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Competency => "competency",
            Self::Question => "question",
            Self::Criterion => "criterion",
            Self::Scale => "scale",
        }
    }

    /// The list that holds such entries, in a library and in a guide.
    pub fn list(self) -> &'static str {
        match self {
            Self::Competency => "competencies",
            Self::Question => "questions",
            Self::Criterion => "criteria",
            Self::Scale => "scales",
        }
    }

    /// What stands at a place of a guide, if that can come from a library.
    pub(super) fn at(shape: Shape<'_>) -> Option<Self> {
        let noun = shape.noun();
        Self::ALL.into_iter().find(|kind| kind.noun() == noun)
    }
}
