//! What the job posting knows: the posting, and the lines that stages have for it.

use super::Head;
use crate::guide::{Guide, Posting, ProcessStep, Short};
use crate::kit::{Words, listing};
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `job-posting.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct JobPosting {
    /// What every packet knows about itself.
    head: Head,
    /// About the employer.
    about: Markdown,
    /// About the role.
    role: Markdown,
    /// What the hire will do.
    responsibilities: Vec<Markdown>,
    /// What the hire brings.
    requirements: Vec<Markdown>,
    /// Why to join.
    why_join: Option<Markdown>,
    /// Benefits; may be empty.
    benefits: Vec<Markdown>,
    /// What to say of the hiring process as a whole.
    process_intro: Option<Markdown>,
    /// The steps of the hiring process; may be empty.
    steps: Vec<Step>,
    /// How to apply.
    apply: Option<Markdown>,
    /// Pay, place and kind of employment: what a reader looks for first.
    facts: Vec<Fact>,
}

/// One step of the hiring process.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// Its name.
    name: Markdown,
    /// What there is to say.
    text: Markdown,
    /// Whether it is left out for some candidates.
    optional: bool,
}

/// A fact with its name.
#[derive(Debug, Serialize, JsonSchema)]
struct Fact {
    /// Its name.
    name: Markdown,
    /// What is the case.
    text: Markdown,
}

impl JobPosting {
    pub(in crate::kit) fn new(
        head: Head,
        guide: &Guide,
        posting: &Posting,
        words: &Words<'_>,
    ) -> Self {
        let why = posting.why_join.as_ref();
        let process = posting.process.as_ref();
        Self {
            head,
            about: words.prose(&posting.about),
            role: words.prose(&posting.role),
            responsibilities: words.lines(&posting.responsibilities),
            requirements: words.lines(&posting.requirements),
            why_join: why
                .and_then(|why| why.text.as_ref())
                .map(|text| words.prose(text)),
            benefits: why.map_or_else(Vec::new, |why| words.lines(&why.benefits)),
            process_intro: process
                .and_then(|process| process.intro.as_ref())
                .map(|text| words.prose(text)),
            steps: steps(guide, posting, words),
            apply: words.prose_if(posting.apply.as_ref()),
            facts: facts(posting, words),
        }
    }
}

/// What the posting says of place, employment and pay, or else what its listing has of them.
fn facts(posting: &Posting, words: &Words<'_>) -> Vec<Fact> {
    let labels = &words.labels.program.posting;
    let listed = posting.listing.as_ref();
    let listed = listed.map(|listing| listing::in_words(listing, words.labels));
    let listed = listed.unwrap_or_default();
    let facts = [
        (&labels.location, &posting.location, listed.location),
        (
            &labels.employment,
            &posting.employment_type,
            listed.employment,
        ),
        (&labels.pay, &posting.pay, listed.pay),
        (&labels.apply_by, &None, listed.apply_by),
    ];
    let facts = facts.into_iter().filter_map(|(name, own, listed)| {
        let text = own.clone().or(listed.map(Short))?;
        Some(Fact {
            name: words.label(name),
            text: words.line(&text),
        })
    });
    facts.collect()
}

/// The steps that the posting lists itself, or else the stages that have a line for it.
fn steps(guide: &Guide, posting: &Posting, words: &Words<'_>) -> Vec<Step> {
    let listed = posting.process.iter().flat_map(|process| &process.steps);
    let listed: Vec<Step> = listed.map(|step| listed_step(step, words)).collect();
    if !listed.is_empty() {
        return listed;
    }
    let stages = guide.stages.iter().filter_map(|stage| {
        Some(Step {
            name: words.line(&stage.title),
            text: words.line(stage.for_posting.as_ref()?),
            optional: stage.optional,
        })
    });
    stages.collect()
}

fn listed_step(step: &ProcessStep, words: &Words<'_>) -> Step {
    Step {
        name: words.line(&step.name),
        text: words.line(&step.text),
        optional: step.optional,
    }
}
