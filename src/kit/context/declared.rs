//! What packets know whose template a workspace or a guide chooses: as much as their audience may see
//! of what they are about.

use super::candidate::{Part, Visit, parts, visit};
use super::interview::{Assessment, Sheet};
use super::timeline::{Moment, timeline};
use super::{Handbook, Head};
use crate::guide::{Guide, Stage, StageKind, When};
use crate::kit::Words;
use crate::placeholder;
use crate::schema::TextKind;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// A template of a workspace's or a guide's choice, with the values for it.
#[derive(Debug)]
pub struct Chosen {
    /// The name of the template.
    pub template: String,
    /// The values.
    pub values: Values,
}

/// The values for a template that somebody chooses.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is explained where its type is")]
#[expect(
    clippy::large_enum_variant,
    reason = "a kit has a few dozen of them at most"
)]
pub enum Values {
    TeamStage(TeamStage),
    TeamGuide(TeamGuide),
    CandidateStage(CandidateStage),
    CandidateGuide(CandidateGuide),
    JobPosting(super::public::JobPosting),
    /// Those that the packet of a stage has anyhow: its guide names another template for it.
    Usual(Box<crate::kit::packet::Context>),
}

impl Serialize for Chosen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.values.serialize(serializer)
    }
}

/// The context of a declared packet about a stage, for the team: what `assessment.md` has, the
/// timeline, and what is said in place of blanks.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamStage {
    #[serde(flatten)]
    stage: Assessment,
    /// What happens when, counted from the start; empty when the stage has no agenda.
    timeline: Vec<Moment>,
    /// Blanks in the questions that the interviewer fills in aloud; may be empty.
    spoken: Vec<Spoken>,
}

/// The context of a declared packet about the guide, for the team: what `handbook.md` has, and all
/// stages as their packets have them.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamGuide {
    #[serde(flatten)]
    handbook: Handbook,
    /// The stages, for whoever leads them.
    sheets: Vec<Sheet>,
}

/// The context of a declared packet about a stage, for the candidate.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CandidateStage {
    /// What every packet knows about itself.
    head: Head,
    /// The stage that the paper is about.
    stage: Visit,
    /// What the candidate is told about it.
    text: Option<Markdown>,
    /// How the time is used; may be empty.
    agenda: Vec<Part>,
    /// All stages that the candidate goes through, in their order.
    process: Vec<Visit>,
}

/// The context of a declared packet about the guide, for the candidate.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CandidateGuide {
    /// What every packet knows about itself.
    head: Head,
    /// All stages that the candidate goes through, in their order.
    process: Vec<Visit>,
}

/// A blank that the interviewer fills in aloud.
#[derive(Debug, Serialize, JsonSchema)]
struct Spoken {
    /// What stands in its place, in brackets.
    name: Markdown,
    /// What to say there.
    help: Option<Markdown>,
}

impl TeamStage {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        let page = Assessment::new(head, guide, stage, words);
        Self {
            timeline: timeline(stage, page.groups(), words),
            spoken: spoken(guide, stage, words),
            stage: page,
        }
    }
}

impl TeamGuide {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, words: &Words<'_>) -> Self {
        let stages = guide.stages.iter();
        Self {
            handbook: Handbook::new(head, guide, words),
            sheets: stages
                .map(|stage| Sheet::new(guide, stage, words))
                .collect(),
        }
    }
}

impl CandidateStage {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        let text = stage.directions.as_ref();
        let text = text.and_then(|text| text.candidate.as_ref());
        Self {
            head,
            stage: visit(stage, Some(stage), words),
            text: words.prose_if(text),
            agenda: parts(&stage.agenda, words),
            process: process(guide, Some(stage), words),
        }
    }
}

impl CandidateGuide {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, words: &Words<'_>) -> Self {
        Self {
            head,
            process: process(guide, None, words),
        }
    }
}

/// The stages that a candidate hears of; `current` is the one that the paper is about.
pub(super) fn process(guide: &Guide, current: Option<&Stage>, words: &Words<'_>) -> Vec<Visit> {
    let visible = guide.stages.iter();
    let visible = visible.filter(|stage| stage.kind != StageKind::Debrief);
    visible.map(|stage| visit(stage, current, words)).collect()
}

/// The blanks in the questions of a stage that the interviewer fills in aloud, by name.
fn spoken(guide: &Guide, stage: &Stage, words: &Words<'_>) -> Vec<Spoken> {
    let asks = stage.all_questions().map(|question| &question.ask.0);
    let named = asks.flat_map(|ask| placeholder::find(TextKind::Short, ask));
    let names: BTreeSet<String> = named.map(|found| found.name).collect();
    let declared = guide.placeholders.iter();
    let spoken = declared.filter(|(name, it)| it.when == When::Spoken && names.contains(*name));
    let spoken = spoken.map(|(name, it)| Spoken {
        name: words.label(&format!("[{name}]")),
        help: it.help.as_ref().map(|help| words.label(help)),
    });
    spoken.collect()
}
