//! What the internal candidate profile knows.

use super::Head;
use crate::guide::{Guide, Profile};
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// The context of `candidate-profile.md`.
#[derive(Debug, Serialize)]
pub struct CandidateProfile {
    head: Head,
    summary: Markdown,
    overview: Markdown,
    competencies: Vec<Named>,
    outcomes: Vec<Named>,
    traits: Vec<Markdown>,
    red_flags: Vec<Markdown>,
}

/// Something with a name and a description.
#[derive(Debug, Serialize)]
pub struct Named {
    name: Markdown,
    description: Markdown,
}

impl CandidateProfile {
    pub(in crate::kit) fn new(
        head: Head,
        guide: &Guide,
        profile: &Profile,
        words: &Words<'_>,
    ) -> Self {
        Self {
            head,
            summary: words.prose(&guide.summary),
            overview: words.prose(&profile.overview),
            competencies: competencies(guide, words),
            outcomes: outcomes(guide, words),
            traits: words.lines(&profile.traits),
            red_flags: words.lines(&profile.red_flags),
        }
    }
}

/// The competencies of a guide, for printing.
pub(super) fn competencies(guide: &Guide, words: &Words<'_>) -> Vec<Named> {
    let named = guide.competencies.iter().map(|competency| Named {
        name: words.line(&competency.name),
        description: words.prose(&competency.description),
    });
    named.collect()
}

/// The outcomes of a guide, for printing.
pub(super) fn outcomes(guide: &Guide, words: &Words<'_>) -> Vec<Named> {
    let named = guide.outcomes.iter().map(|outcome| Named {
        name: words.line(&outcome.name),
        description: words.prose(&outcome.description),
    });
    named.collect()
}
