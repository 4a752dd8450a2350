//! What a rule is.

use super::guide::Guide;
pub(super) use crate::check::Reads;
pub(super) use crate::finding::Example::Run;
use crate::finding::Place;
pub(super) use crate::finding::{Explanation, Finding, Severity};

/// A rule: what it finds, why that matters, and who says so.
#[derive(Debug)]
pub struct Rule {
    /// Its name and level, a summary, why it matters, and an example of either kind. The name
    /// completes "allow …".
    pub explanation: Explanation,
    /// The packs it belongs to. It runs when one of them is on.
    pub packs: &'static [Pack],
    /// What it looks at and what it reports, in a sentence or two.
    pub what: &'static str,
    /// Who says so: a law with its section, research or public guidance with author and year.
    pub sources: &'static [&'static str],
    /// What to do about a finding, in a sentence or two.
    pub help: &'static str,
    /// The languages it understands.
    pub(super) speaks: Speaks,
    /// How much of a guide it has to see.
    pub(super) reads: Reads,
    /// Looks at a guide.
    pub(super) check: fn(&Guide<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// Its name, as in `# allow NAME: reason`.
    pub fn name(&self) -> &'static str {
        self.explanation.code
    }

    /// A finding of this rule. Its level is set where the rule is run.
    pub(super) fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        self.explanation.finding(place, message)
    }
}

/// Rules that are turned on and off together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pack {
    /// How the interviews and scorecards are built.
    Core,
    /// How questions and texts are worded.
    Wording,
    /// What a person who knows the law of the United States should review.
    LawUs,
    /// What a person who knows the law of the United Kingdom should review.
    LawUk,
    /// What a person who knows the law of the European Union should review.
    LawEu,
    /// The job posting.
    Posting,
    /// What would look unfinished on paper.
    Print,
}

impl Pack {
    /// All packs, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Core,
        Self::Wording,
        Self::LawUs,
        Self::LawUk,
        Self::LawEu,
        Self::Posting,
        Self::Print,
    ];

    /// The packs about what the law does not want to be asked.
    pub const LAW: &'static [Self] = &[Self::LawUs, Self::LawUk, Self::LawEu];

    /// The name, as under `rules` in `hirekit.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Wording => "wording",
            Self::LawUs => "law-us",
            Self::LawUk => "law-uk",
            Self::LawEu => "law-eu",
            Self::Posting => "posting",
            Self::Print => "print",
        }
    }

    /// What its rules are about.
    pub fn about(self) -> &'static str {
        match self {
            Self::Core => "how the interviews and scorecards are built",
            Self::Wording => "how questions and texts are worded",
            Self::LawUs => "what to have somebody review who knows the law of the United States",
            Self::LawUk => "what to have somebody review who knows the law of the United Kingdom",
            Self::LawEu => "what to have somebody review who knows the law of the European Union",
            Self::Posting => "the job posting",
            Self::Print => "what would look unfinished on paper",
        }
    }
}

/// The languages that a rule understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// Any: it does not look at words.
    Any,
    /// English. Guides in other languages are passed by.
    English,
}
