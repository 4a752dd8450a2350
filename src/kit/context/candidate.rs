//! What the candidate's papers know: what will happen, how long it takes, and with whom.

use super::Head;
use super::declared::process;
use super::matrix::Matrix;
use crate::guide::{AgendaItem, Guide, Minutes, Scenario, Stage, StageKind};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `candidate-brief.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CandidateBrief {
    /// What every packet knows about itself.
    head: Head,
    /// The stage that the paper is about.
    stage: Visit,
    /// What the candidate is told.
    text: Markdown,
    /// How the time is used; may be empty.
    agenda: Vec<Part>,
    /// All stages that the candidate goes through, in their order.
    process: Vec<Visit>,
}

/// The context of `scenario-sheet.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScenarioSheet {
    /// What every packet knows about itself.
    head: Head,
    /// The stage in which it is handed out.
    stage: Visit,
    /// How the time is used; may be empty.
    agenda: Vec<Part>,
    /// The title of the exercise.
    title: Markdown,
    /// The situation.
    brief: Markdown,
    /// Facts to work with.
    facts: Vec<Markdown>,
    /// What the candidate is asked to do.
    tasks: Vec<Markdown>,
    /// A table in which the candidate weighs alternatives.
    matrix: Option<Matrix>,
    /// The id of the room for notes.
    notes_field: Markdown,
}

/// A stage, as far as a candidate is concerned.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Visit {
    /// Its title.
    title: Markdown,
    /// How long it takes.
    minutes: Minutes,
    /// Whom the candidate meets.
    with_whom: Option<Markdown>,
    /// Where and how it takes place.
    setting: Option<Markdown>,
    /// Whether it is left out for some candidates.
    optional: bool,
    /// True for the stage that this paper is about.
    current: bool,
    /// True for calls to people the candidate names, which the candidate does not attend.
    references: bool,
}

/// One part of a stage's time.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Part {
    /// How long it takes.
    minutes: Minutes,
    /// What is done in it.
    activity: Markdown,
}

impl CandidateBrief {
    pub(in crate::kit) fn new(
        head: Head,
        guide: &Guide,
        stage: &Stage,
        text: Markdown,
        words: &Words<'_>,
    ) -> Self {
        Self {
            head,
            stage: visit(stage, Some(stage), words),
            text,
            agenda: parts(&stage.agenda, words),
            process: process(guide, Some(stage), words),
        }
    }
}

impl ScenarioSheet {
    pub(in crate::kit) fn new(
        head: Head,
        stage: &Stage,
        scenario: &Scenario,
        words: &Words<'_>,
    ) -> Self {
        let matrix = scenario.decision_matrix.as_ref();
        Self {
            head,
            stage: visit(stage, Some(stage), words),
            agenda: parts(&stage.agenda, words),
            title: words.line(&scenario.title),
            brief: words.prose(&scenario.brief),
            facts: words.lines(&scenario.facts),
            tasks: words.lines(&scenario.tasks),
            matrix: matrix.map(|matrix| Matrix::new(stage, matrix, words)),
            notes_field: Markdown::trusted(format!("{}.candidate-notes", stage.id)),
        }
    }
}

/// A stage as a candidate sees it; `current` is the one that the paper is about.
pub(super) fn visit(stage: &Stage, current: Option<&Stage>, words: &Words<'_>) -> Visit {
    Visit {
        title: words.line(&stage.title),
        minutes: stage.minutes,
        with_whom: words.line_if(stage.interviewer.as_ref()),
        setting: words.line_if(stage.setting.as_ref()),
        optional: stage.optional,
        current: current.is_some_and(|it| it.id == stage.id),
        references: stage.kind == StageKind::References,
    }
}

pub(super) fn parts(agenda: &[AgendaItem], words: &Words<'_>) -> Vec<Part> {
    let parts = agenda.iter().map(|item| Part {
        minutes: item.minutes,
        activity: words.line(&item.activity),
    });
    parts.collect()
}
