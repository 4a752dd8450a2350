//! A scorecard, ready to print: one row per criterion and outcome, one cell per level.

use crate::guide::{Anchors, Guide, Scale, Scorecard, Short, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A scorecard, ready to print.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ScorecardForm {
    /// The levels, one column each.
    levels: Vec<Level>,
    /// The rows for what was heard.
    criteria: Vec<Row>,
    /// The rows for what the hire must achieve; may be empty.
    outcomes: Vec<Row>,
    /// Whether a recommendation is asked for.
    recommendation: bool,
    /// Whether the rows have weights, and a weighted total makes sense.
    weighted: bool,
    /// Start of the ids of the other fields: `screening`.
    field: Markdown,
}

/// A level of a scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Level {
    /// The number to mark.
    number: u8,
    /// What it is called.
    name: Markdown,
}

/// A row.
#[derive(Debug, Serialize, JsonSchema)]
struct Row {
    /// Its name.
    name: Markdown,
    /// Its share of the total, in percent.
    weight: Option<u8>,
    /// The id of its form field.
    field: Markdown,
    /// The words for each level, in the order of the columns; none for level 0.
    anchors: Vec<Option<Markdown>>,
}

impl ScorecardForm {
    pub(in crate::kit) fn new(
        guide: &Guide,
        stage: &Stage,
        card: &Scorecard,
        words: &Words<'_>,
    ) -> Self {
        let scale = words.scale(card.scale.as_ref());
        Self {
            levels: levels(&scale, words),
            criteria: criteria(stage, card, &scale, words),
            outcomes: outcomes(guide, stage, card, &scale, words),
            recommendation: card.recommendation,
            weighted: card.criteria.iter().any(|row| row.weight.is_some()),
            field: Markdown::trusted(stage.id.to_string()),
        }
    }
}

/// The levels of a scale, for printing.
pub(super) fn levels(scale: &Scale, words: &Words<'_>) -> Vec<Level> {
    let level = |(number, name): (&u8, &Short)| Level {
        number: *number,
        name: words.line(name),
    };
    scale.levels.iter().map(level).collect()
}

/// The rows for what was heard.
fn criteria(stage: &Stage, card: &Scorecard, scale: &Scale, words: &Words<'_>) -> Vec<Row> {
    let rows = card.criteria.iter().map(|criterion| Row {
        name: words.line(&criterion.name),
        weight: criterion.weight,
        field: Markdown::trusted(format!("{}.{}", stage.id, criterion.id)),
        anchors: cells(scale, &criterion.anchors, words),
    });
    rows.collect()
}

/// The rows for what the hire must achieve.
fn outcomes(
    guide: &Guide,
    stage: &Stage,
    card: &Scorecard,
    scale: &Scale,
    words: &Words<'_>,
) -> Vec<Row> {
    let rated = guide.outcomes.iter().filter(|_| card.rate_outcomes);
    let none = BTreeMap::new();
    let rows = rated.map(|outcome| {
        let own = card.outcomes.get(&outcome.id);
        let anchors = own.or(outcome.anchors.as_ref()).unwrap_or(&none);
        Row {
            name: words.line(&outcome.name),
            weight: None,
            field: Markdown::trusted(format!("{}.outcome.{}", stage.id, outcome.id)),
            anchors: cells(scale, anchors, words),
        }
    });
    rows.collect()
}

fn cells(scale: &Scale, anchors: &Anchors, words: &Words<'_>) -> Vec<Option<Markdown>> {
    let cell = |level| anchors.get(level).map(|text| words.line(text));
    scale.levels.keys().map(cell).collect()
}
