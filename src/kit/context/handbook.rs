//! What the interviewer handbook knows: the whole guide, from above.

use super::Head;
use super::faq::{Answer, answers};
use super::profile::{Named, competencies, outcomes};
use crate::coverage::{Coverage, Covered, GapLabel};
use crate::guide::{Guide, Minutes, Scale, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `handbook.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Handbook {
    /// What every packet knows about itself.
    head: Head,
    /// What the role is about.
    summary: Markdown,
    /// How to use the kit, tip by tip.
    how_to: Vec<Markdown>,
    /// The stages, in their order.
    stages: Vec<Step>,
    /// The minutes of the stages that everyone goes through.
    total_minutes: u32,
    /// What the optional stages add.
    optional_minutes: u32,
    /// The competencies that are looked for.
    competencies: Vec<Named>,
    /// What the hire must achieve.
    outcomes: Vec<Named>,
    /// One row for each competency.
    coverage: Vec<CoverageRow>,
    /// One row for each outcome.
    rated_outcomes: Vec<RatedRow>,
    /// What nobody covers, or not well.
    gaps: Vec<GapLine>,
    /// The levels of the rating scale.
    levels: Vec<Rated>,
    /// Which rules for a good interview do not apply somewhere, and why.
    excuses: Vec<Excuse>,
    /// Questions that readers ask, with answers.
    faq: Vec<Answer>,
}

/// A rule for a good interview that does not apply somewhere in the guide, and why.
#[derive(Debug, Serialize, JsonSchema)]
struct Excuse {
    /// The name of the rule.
    rule: Markdown,
    /// Why it does not apply.
    reason: Markdown,
}

/// A stage in the overview.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// Its number, from 1.
    number: usize,
    /// Its title.
    title: Markdown,
    /// How long it takes.
    minutes: Minutes,
    /// Who leads it.
    interviewer: Option<Markdown>,
    /// Whether it is left out for some candidates.
    optional: bool,
    /// How many questions it has.
    questions: usize,
}

/// A level of the rating scale.
#[derive(Debug, Serialize, JsonSchema)]
struct Rated {
    /// The number to mark.
    number: u8,
    /// What it is called.
    name: Markdown,
    /// What it stands for; none for level 0, and in a guide that declares the scale anew.
    meaning: Option<Markdown>,
}

/// How a competency is covered, stage by stage.
#[derive(Debug, Serialize, JsonSchema)]
struct CoverageRow {
    /// The name of the competency.
    name: Markdown,
    /// How each stage covers it, in their order.
    cells: Vec<Covered>,
}

/// Which stages rate an outcome.
#[derive(Debug, Serialize, JsonSchema)]
struct RatedRow {
    /// The name of the outcome.
    name: Markdown,
    /// Whether each stage rates it, in their order.
    cells: Vec<bool>,
}

/// Something that is covered by nobody, or badly.
#[derive(Debug, Serialize, JsonSchema)]
struct GapLine {
    /// What is covered badly.
    name: Markdown,
    /// What is missing, in words.
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
            levels: levels(guide, words),
            excuses: excuses(guide, words),
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

/// The levels of the scale that scorecards use when they name none.
fn levels(guide: &Guide, words: &Words<'_>) -> Vec<Rated> {
    let is_declared = guide.scales.keys().any(|id| id.as_str() == Scale::DEFAULT);
    let meanings = &words.labels.program.rating_meanings;
    let meaning = |number: u8| {
        let at = usize::from(number).checked_sub(1)?;
        meanings.get(at).filter(|_| !is_declared)
    };
    let scale = words.scale(None);
    let levels = scale.levels.iter().map(|(number, name)| Rated {
        number: *number,
        name: words.line(name),
        meaning: meaning(*number).map(|text| words.label(text)),
    });
    levels.collect()
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

fn excuses(guide: &Guide, words: &Words<'_>) -> Vec<Excuse> {
    let excuses = guide.excuses.iter().map(|it| Excuse {
        rule: words.label(&it.rule),
        reason: words.label(&it.reason),
    });
    excuses.collect()
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
