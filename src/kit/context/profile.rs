//! What the internal candidate profile knows.

use super::Head;
use super::role::RoleSheet;
use crate::guide::{CvScan, Guide, Profile, Short};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `candidate-profile.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CandidateProfile {
    /// What every packet knows about itself.
    head: Head,
    /// What the role is about.
    summary: Markdown,
    /// Who is looked for.
    overview: Option<Markdown>,
    /// The competencies that are looked for.
    competencies: Vec<Named>,
    /// What the hire must achieve.
    outcomes: Vec<Named>,
    /// Signs of a strong candidate; may be empty.
    traits: Vec<Markdown>,
    /// Red flags; may be empty.
    red_flags: Vec<Markdown>,
    /// Red flags that are easy to overlook; may be empty.
    quiet_red_flags: Vec<Markdown>,
    /// How to read a CV.
    cv: Option<CvGuide>,
    /// The role in context.
    role: Option<RoleSheet>,
}

/// How to read a CV.
#[derive(Debug, Serialize, JsonSchema)]
struct CvGuide {
    /// What to look for, in this order.
    look_for: Vec<Markdown>,
    /// The mistake that costs most.
    mistake: Option<Mistake>,
}

/// A mistake in CVs.
#[derive(Debug, Serialize, JsonSchema)]
struct Mistake {
    /// What the mistake is.
    text: Markdown,
    /// A weak line.
    weak: Markdown,
    /// The same line, done well.
    strong: Markdown,
}

/// Something with a name and a description.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Named {
    /// Its name.
    name: Markdown,
    /// What it is, in a paragraph or two.
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
