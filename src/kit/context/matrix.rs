//! A decision matrix, ready to print. The candidate works with it, so it holds nothing internal.

use super::scorecard::{Level, levels};
use crate::guide::{DecisionMatrix, Short, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// A table in which alternatives are rated on weighted criteria.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Matrix {
    /// Its title.
    title: Markdown,
    /// What to say before it.
    intro: Option<Markdown>,
    /// The numbers to rate with.
    levels: Vec<Level>,
    /// The columns.
    alternatives: Vec<Markdown>,
    /// The criteria.
    rows: Vec<Row>,
    /// The id of the row of totals.
    total_field: Markdown,
    /// How to decide by it.
    rule: Option<Markdown>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Row {
    /// Its name.
    name: Markdown,
    /// What it means.
    meaning: Option<Markdown>,
    /// Its share of the total, in percent.
    weight: u8,
    /// The id of its form field.
    field: Markdown,
}

/// The columns of a matrix that names no alternatives.
const OPEN_COLUMNS: [&str; 3] = ["A", "B", "C"];

impl Matrix {
    pub(super) fn new(stage: &Stage, matrix: &DecisionMatrix, words: &Words<'_>) -> Self {
        let mut scale = words.scale(matrix.scale.as_ref());
        // Level 0 means "not enough information", which nobody gives to a project.
        scale.levels.retain(|number, _| *number > 0);
        let field = |row: &str| Markdown::trusted(format!("{}.matrix.{row}", stage.id));
        let open = OPEN_COLUMNS.map(|name| Short(name.to_owned()));
        let alternatives = match matrix.alternatives.as_slice() {
            [] => open.as_slice(),
            named => named,
        };
        Self {
            title: words.line(&matrix.title),
            intro: words.prose_if(matrix.intro.as_ref()),
            levels: levels(&scale, words),
            alternatives: words.lines(alternatives),
            rows: matrix
                .criteria
                .iter()
                .map(|criterion| Row {
                    name: words.line(&criterion.name),
                    meaning: words.line_if(criterion.meaning.as_ref()),
                    weight: criterion.weight,
                    field: field(criterion.id.as_str()),
                })
                .collect(),
            // Ids have no dots, so that no criterion can have this one.
            total_field: field("total.sum"),
            rule: words.line_if(matrix.rule.as_ref()),
        }
    }
}
