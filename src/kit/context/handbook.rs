//! What the interviewer handbook knows: the whole guide, from above.

use super::Head;
use super::faq::{Answer, answers};
use super::profile::{Named, competencies, outcomes};
use super::scorecard::{Level, levels};
use crate::guide::{Guide, Id, Minutes, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// The context of `handbook.md`.
#[derive(Debug, Serialize)]
pub struct Handbook {
    head: Head,
    summary: Markdown,
    how_to: Vec<Markdown>,
    stages: Vec<Step>,
    total_minutes: Minutes,
    competencies: Vec<Named>,
    outcomes: Vec<Named>,
    coverage: Vec<CoverageRow>,
    levels: Vec<Level>,
    faq: Vec<Answer>,
}

/// A stage in the overview.
#[derive(Debug, Serialize)]
struct Step {
    number: usize,
    title: Markdown,
    minutes: Minutes,
    interviewer: Option<Markdown>,
    optional: bool,
    questions: usize,
}

/// How a competency is covered, stage by stage.
#[derive(Debug, Serialize)]
struct CoverageRow {
    name: Markdown,
    cells: Vec<Covered>,
}

/// How a stage covers a competency.
#[derive(Debug, Serialize)]
struct Covered {
    /// How many of its questions ask for it.
    asked: usize,
    /// Whether its scorecard rates it.
    rated: bool,
}

impl Handbook {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, words: &Words<'_>) -> Self {
        let numbered = guide.stages.iter().enumerate();
        Self {
            head,
            summary: words.prose(&guide.summary),
            how_to: guide.how_to.iter().map(|tip| words.prose(tip)).collect(),
            stages: numbered
                .map(|(at, stage)| step(at + 1, stage, words))
                .collect(),
            total_minutes: guide.stages.iter().map(|stage| stage.minutes).sum(),
            competencies: competencies(guide, words),
            outcomes: outcomes(guide, words),
            coverage: coverage(guide, words),
            levels: levels(&guide.scale(None), words),
            faq: answers(&guide.faq, words),
        }
    }
}

fn step(number: usize, stage: &Stage, words: &Words<'_>) -> Step {
    Step {
        number,
        title: words.line(&stage.title),
        minutes: stage.minutes,
        interviewer: stage.interviewer.as_ref().map(|who| words.line(who)),
        optional: stage.optional,
        questions: stage.all_questions().count(),
    }
}

fn coverage(guide: &Guide, words: &Words<'_>) -> Vec<CoverageRow> {
    let rows = guide.competencies.iter().map(|competency| CoverageRow {
        name: words.line(&competency.name),
        cells: guide
            .stages
            .iter()
            .map(|stage| covered(stage, &competency.id))
            .collect(),
    });
    rows.collect()
}

fn covered(stage: &Stage, competency: &Id) -> Covered {
    let asks = |question: &&crate::guide::Question| question.competencies.contains(competency);
    let mut criteria = stage.scorecard.iter().flat_map(|card| &card.criteria);
    Covered {
        asked: stage.all_questions().filter(asks).count(),
        rated: criteria.any(|criterion| criterion.competency.as_ref() == Some(competency)),
    }
}
