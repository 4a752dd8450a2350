//! What the internal candidate profile knows.

use super::Head;
use super::role::RoleSheet;
use crate::guide::{CvScan, Guide, Profile, Short};
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// The context of `candidate-profile.md`.
#[derive(Debug, Serialize)]
pub struct CandidateProfile {
    head: Head,
    summary: Markdown,
    overview: Option<Markdown>,
    competencies: Vec<Named>,
    outcomes: Vec<Named>,
    traits: Vec<Markdown>,
    red_flags: Vec<Markdown>,
    quiet_red_flags: Vec<Markdown>,
    cv: Option<CvGuide>,
    role: Option<RoleSheet>,
}

/// How to read a CV.
#[derive(Debug, Serialize)]
struct CvGuide {
    look_for: Vec<Markdown>,
    mistake: Option<Mistake>,
}

/// A mistake in CVs.
#[derive(Debug, Serialize)]
struct Mistake {
    text: Markdown,
    weak: Markdown,
    strong: Markdown,
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
        profile: Option<&Profile>,
        words: &Words<'_>,
    ) -> Self {
        let lines = |list: fn(&Profile) -> &[Short]| profile.map(list).unwrap_or_default();
        Self {
            head,
            summary: words.prose(&guide.summary),
            overview: words.prose_if(profile.map(|profile| &profile.overview)),
            competencies: competencies(guide, words),
            outcomes: outcomes(guide, words),
            traits: words.lines(lines(|it| &it.traits)),
            red_flags: words.lines(lines(|it| &it.red_flags)),
            quiet_red_flags: words.lines(lines(|it| &it.quiet_red_flags)),
            cv: profile
                .and_then(|profile| profile.cv.as_ref())
                .map(|cv| cv_guide(cv, words)),
            role: guide
                .context
                .as_ref()
                .map(|context| RoleSheet::new(context, words)),
        }
    }
}

fn cv_guide(cv: &CvScan, words: &Words<'_>) -> CvGuide {
    let mistake = cv.mistake.as_ref().map(|mistake| Mistake {
        text: words.prose(&mistake.text),
        weak: words.line(&mistake.weak),
        strong: words.line(&mistake.strong),
    });
    CvGuide {
        look_for: words.lines(&cv.look_for),
        mistake,
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
