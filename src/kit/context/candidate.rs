//! What the candidate's papers know: what will happen, how long it takes, and with whom.

use super::Head;
use super::matrix::Matrix;
use crate::guide::{AgendaItem, Guide, Minutes, Scenario, Stage, StageKind};
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// The context of `candidate-brief.md`.
#[derive(Debug, Serialize)]
pub struct CandidateBrief {
    head: Head,
    stage: Visit,
    text: Markdown,
    agenda: Vec<Part>,
    process: Vec<Visit>,
}

/// The context of `scenario-sheet.md`.
#[derive(Debug, Serialize)]
pub struct ScenarioSheet {
    head: Head,
    stage: Visit,
    agenda: Vec<Part>,
    title: Markdown,
    brief: Markdown,
    facts: Vec<Markdown>,
    tasks: Vec<Markdown>,
    matrix: Option<Matrix>,
    notes_field: Markdown,
}

/// A stage, as far as a candidate is concerned.
#[derive(Debug, Serialize)]
struct Visit {
    title: Markdown,
    minutes: Minutes,
    with_whom: Option<Markdown>,
    setting: Option<Markdown>,
    optional: bool,
    /// True for the stage that this paper is about.
    current: bool,
    /// True for calls to people the candidate names, which the candidate does not attend.
    references: bool,
}

/// One part of a stage's time.
#[derive(Debug, Serialize)]
struct Part {
    minutes: Minutes,
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
        let visible = guide
            .stages
            .iter()
            .filter(|stage| stage.kind != StageKind::Debrief);
        Self {
            head,
            stage: visit(stage, stage, words),
            text,
            agenda: parts(&stage.agenda, words),
            process: visible.map(|other| visit(other, stage, words)).collect(),
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
            stage: visit(stage, stage, words),
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

fn visit(stage: &Stage, current: &Stage, words: &Words<'_>) -> Visit {
    Visit {
        title: words.line(&stage.title),
        minutes: stage.minutes,
        with_whom: words.line_if(stage.interviewer.as_ref()),
        setting: words.line_if(stage.setting.as_ref()),
        optional: stage.optional,
        current: stage.id == current.id,
        references: stage.kind == StageKind::References,
    }
}

fn parts(agenda: &[AgendaItem], words: &Words<'_>) -> Vec<Part> {
    let parts = agenda.iter().map(|item| Part {
        minutes: item.minutes,
        activity: words.line(&item.activity),
    });
    parts.collect()
}
