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
    /// One row for each criterion of its scorecard.
    rows: Vec<GridRow>,
}

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
        let bands = rated.filter_map(|rated| band(stage, rated, words));
        let outcomes = guide.outcomes.iter().map(|outcome| GridRow {
            name: words.line(&outcome.name),
            field: Markdown::trusted(format!("{}.outcome.{}", stage.id, outcome.id)),
        });
        Self {
            head,
            stage: Sheet::new(guide, stage, words),
            bands: bands.collect(),
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
        rows: rows.collect(),
    })
}
