//! What the debrief packet knows: its questions, and everyone's scores side by side.

use super::Head;
use super::interview::Sheet;
use crate::guide::{Guide, Stage, StageKind};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `debrief.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Debrief {
    /// What every packet knows about itself.
    head: Head,
    /// The debrief itself.
    stage: Sheet,
    /// The rows of each stage's scorecard.
    bands: Vec<Band>,
    /// The columns of scores, numbered from 1: one for each interviewer, as far as the paper has
    /// room.
    seats: Vec<usize>,
    /// Start of the ids of the names over those columns.
    names_field: Markdown,
    /// One row for each outcome.
    outcomes: Vec<GridRow>,
}

/// The rows of one stage.
#[derive(Debug, Serialize, JsonSchema)]
struct Band {
    /// The title of the stage.
    title: Markdown,
    /// The id of its row in the list of who is at the table.
    field: Markdown,
    /// Its interviewers, one row for each in that list.
    people: Vec<Person>,
    /// One row for each criterion of its scorecard.
    rows: Vec<GridRow>,
}

/// Who led a stage, or helped to.
#[derive(Debug, Serialize, JsonSchema)]
struct Person {
    /// Which of several it is, from 1; none for the only one.
    number: Option<usize>,
    /// The id of the row.
    field: Markdown,
}

/// There are at least so many columns of scores, and at most: a column has to hold a name.
const SEATS: (usize, usize) = (4, 8);

/// A row of scores, one for each interviewer.
#[derive(Debug, Serialize, JsonSchema)]
struct GridRow {
    /// Its name.
    name: Markdown,
    /// Start of the ids of its form fields.
    field: Markdown,
}

impl Debrief {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        // Reference calls come after the debrief: their scores are not on the table yet.
        let rated = guide
            .stages
            .iter()
            .filter(|rated| rated.kind != StageKind::References);
        let bands: Vec<Band> = rated
            .filter_map(|rated| band(stage, rated, words))
            .collect();
        let people: usize = bands.iter().map(|band| band.people.len()).sum();
        let outcomes = guide.outcomes.iter().map(|outcome| GridRow {
            name: words.line(&outcome.name),
            field: Markdown::trusted(format!("{}.outcome.{}", stage.id, outcome.id)),
        });
        Self {
            head,
            stage: Sheet::new(guide, stage, words),
            bands,
            seats: (1..=people.clamp(SEATS.0, SEATS.1)).collect(),
            names_field: Markdown::trusted(format!("{}.names", stage.id)),
            outcomes: outcomes.collect(),
        }
    }
}

/// The rows that a stage's scorecard brings to the table.
fn band(debrief: &Stage, stage: &Stage, words: &Words<'_>) -> Option<Band> {
    let rows = stage
        .scorecard
        .as_ref()?
        .criteria
        .iter()
        .map(|criterion| GridRow {
            name: words.line(&criterion.name),
            field: Markdown::trusted(format!("{}.{}.{}", debrief.id, stage.id, criterion.id)),
        });
    Some(Band {
        title: words.line(&stage.title),
        field: Markdown::trusted(format!("{}.{}", debrief.id, stage.id)),
        people: people(debrief, stage),
        rows: rows.collect(),
    })
}

/// The people who led a stage.
fn people(debrief: &Stage, stage: &Stage) -> Vec<Person> {
    let count = stage.interviewers.map_or(1, usize::from);
    let person = |number| Person {
        number: (count > 1).then_some(number),
        field: Markdown::trusted(match number {
            1 => format!("{}.{}", debrief.id, stage.id),
            _ => format!("{}.{}-{number}", debrief.id, stage.id),
        }),
    };
    (1..=count).map(person).collect()
}
