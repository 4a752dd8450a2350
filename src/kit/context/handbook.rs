//! What the interviewer handbook knows: the whole guide, from above.

use super::Head;
use super::faq::{Answer, answers};
use super::profile::{Named, competencies, outcomes};
use super::scorecard::{Level, levels};
use crate::coverage::{Coverage, Covered, GapLabel};
use crate::guide::{Guide, Minutes, Stage};
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
    /// The minutes of the stages that everyone goes through, and what optional ones add.
    total_minutes: u32,
    optional_minutes: u32,
    competencies: Vec<Named>,
    outcomes: Vec<Named>,
    coverage: Vec<CoverageRow>,
    rated_outcomes: Vec<RatedRow>,
    gaps: Vec<GapLine>,
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

/// Which stages rate an outcome.
#[derive(Debug, Serialize)]
struct RatedRow {
    name: Markdown,
    cells: Vec<bool>,
}

/// Something that is covered by nobody, or badly.
#[derive(Debug, Serialize)]
struct GapLine {
    name: Markdown,
    what: Markdown,
}

impl Handbook {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, words: &Words<'_>) -> Self {
        let coverage = Coverage::of(guide);
        let numbered = guide.stages.iter().enumerate();
        Self {
            head,
            summary: words.prose(&guide.summary),
            how_to: guide.how_to.iter().map(|tip| words.prose(tip)).collect(),
            stages: numbered
                .map(|(at, stage)| step(at + 1, stage, words))
                .collect(),
            total_minutes: coverage.minutes,
            optional_minutes: coverage.optional_minutes,
            competencies: competencies(guide, words),
            outcomes: outcomes(guide, words),
            coverage: covered(&coverage, words),
            rated_outcomes: rated(&coverage, words),
            gaps: gaps(&coverage, words),
            levels: levels(&words.scale(None), words),
            faq: answers(&guide.faq, words),
        }
    }
}

fn step(number: usize, stage: &Stage, words: &Words<'_>) -> Step {
    Step {
        number,
        title: words.line(&stage.title),
        minutes: stage.minutes,
        interviewer: words.line_if(stage.interviewer.as_ref()),
        optional: stage.optional,
        questions: stage.all_questions().count(),
    }
}

fn covered(coverage: &Coverage<'_>, words: &Words<'_>) -> Vec<CoverageRow> {
    let rows = coverage.competencies.iter();
    rows.map(|(competency, cells)| CoverageRow {
        name: words.line(&competency.name),
        cells: cells.clone(),
    })
    .collect()
}

fn rated(coverage: &Coverage<'_>, words: &Words<'_>) -> Vec<RatedRow> {
    let rows = coverage.outcomes.iter();
    rows.map(|(outcome, cells)| RatedRow {
        name: words.line(&outcome.name),
        cells: cells.clone(),
    })
    .collect()
}

fn gaps(coverage: &Coverage<'_>, words: &Words<'_>) -> Vec<GapLine> {
    let gaps = coverage.gaps.iter().map(|gap| GapLine {
        name: words.line(gap.subject()),
        what: match gap.label(&words.labels.program.gaps) {
            GapLabel::Plain(label) => words.label(label),
            GapLabel::About(label, stage) => words.label_about(label, "stage", &stage.title),
        },
    });
    gaps.collect()
}
