//! What packets know whose template a workspace or a guide chooses: as much as their audience may see
//! of what they are about.

use super::candidate::{Part, Visit, parts, visit};
use super::interview::{Asked, Assessment, Sheet};
use super::{Handbook, Head};
use crate::guide::{Guide, Minutes, Stage, StageKind};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

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

/// The context of a declared packet about a stage, for the team: what `assessment.md` has, and the
/// timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamStage {
    #[serde(flatten)]
    stage: Assessment,
    /// What happens when, counted from the start; empty when the stage has no agenda.
    timeline: Vec<Moment>,
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

/// A part of the time, by the clock.
#[derive(Debug, Serialize, JsonSchema)]
struct Moment {
    /// When it begins, in hours and minutes from the start: `0:05`.
    from: String,
    /// When it is over.
    to: String,
    /// How long it takes.
    minutes: Minutes,
    /// What is done in it.
    activity: Markdown,
    /// The questions that are asked in it; may be empty.
    questions: Vec<Turn>,
}

/// A question, by the clock.
#[derive(Debug, Serialize, JsonSchema)]
struct Turn {
    /// When to ask it, at the latest: `0:12`. None when nothing says how long a question takes.
    from: Option<String>,
    /// Its number in the packet, from 1.
    number: usize,
    /// The question.
    ask: Markdown,
    /// How long it may take.
    minutes: Option<Minutes>,
}

impl TeamStage {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        let page = Assessment::new(head, guide, stage, words);
        let timeline = timeline(stage, page.questions(), words);
        Self {
            stage: page,
            timeline,
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

/// The agenda by the clock. Questions are asked in the parts that are for them, one after the other,
/// as many in each as there is time for.
fn timeline<'q>(
    stage: &Stage,
    questions: impl Iterator<Item = &'q Asked>,
    words: &Words<'_>,
) -> Vec<Moment> {
    let mut questions = questions.peekable();
    let (mut start, mut moments) = (0, Vec::new());
    let last = stage.agenda.iter().rposition(|part| part.questions);
    for (at, part) in stage.agenda.iter().enumerate() {
        let end = start + part.minutes;
        let mut turns = Vec::new();
        let mut clock = Some(start);
        // What does not fit in an earlier part is left to the last one.
        let fits = |next: &Asked, clock: Option<Minutes>| {
            last == Some(at)
                || clock
                    .zip(next.minutes)
                    .is_some_and(|(now, it)| now + it <= end)
        };
        while part.questions && questions.peek().is_some_and(|next| fits(next, clock)) {
            let Some(asked) = questions.next() else { break };
            turns.push(Turn {
                from: clock.map(by_the_clock),
                number: asked.number,
                ask: asked.ask.clone(),
                minutes: asked.minutes,
            });
            clock = clock.zip(asked.minutes).map(|(now, it)| now + it);
        }
        moments.push(Moment {
            from: by_the_clock(start),
            to: by_the_clock(end),
            minutes: part.minutes,
            activity: words.line(&part.activity),
            questions: turns,
        });
        start = end;
    }
    moments
}

/// Minutes as hours and minutes: `1:05`.
fn by_the_clock(minutes: Minutes) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
