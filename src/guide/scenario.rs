//! The exercise of an assessment, and what belongs to it.

use super::{Id, Prose, Short, Weight};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The exercise of an assessment. The candidate gets all of it but the drills.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Title of the exercise.
    #[schemars(extend("x-audience" = "candidate"))]
    pub title: Short,
    /// The situation, as the candidate reads it.
    #[schemars(extend("x-audience" = "candidate"))]
    pub brief: Prose,
    /// The facts of the case, one line each.
    #[serde(default)]
    #[schemars(extend("x-audience" = "candidate"))]
    pub facts: Vec<Short>,
    /// What the candidate is asked to do, in order.
    #[schemars(length(min = 1), extend("x-audience" = "candidate"))]
    pub tasks: Vec<Short>,
    /// A table in which the candidate weighs alternatives against each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "candidate"))]
    pub decision_matrix: Option<DecisionMatrix>,
    /// Sudden turns to put to the candidate, each with what a strong answer holds. Internal.
    #[serde(default)]
    pub drills: Vec<Drill>,
}

/// A table in which alternatives are rated on weighted criteria, such as projects that compete
/// for one budget.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionMatrix {
    /// Title of the table: "Which projects first?"
    pub title: Short,
    /// What to do with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// Id of the scale to rate on; `rating` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Id>,
    /// What the alternatives are rated on. The weights add up to 100.
    #[schemars(length(min = 2))]
    pub criteria: Vec<WeightedCriterion>,
    /// The alternatives, one line each. Left out, there is room for three.
    #[serde(default)]
    #[schemars(length(max = 5))]
    pub alternatives: Vec<Short>,
    /// How the totals decide: "Highest weighted total first".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Short>,
}

/// One thing that alternatives are rated on.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeightedCriterion {
    /// Short name of the row, unique in its table. It names the fields of the form.
    pub id: Id,
    /// The name, as printed.
    pub name: Short,
    /// What to look at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Short>,
    /// Share of the total, in per cent.
    #[schemars(range(min = 1, max = 100))]
    pub weight: Weight,
}

/// A sudden turn to put to the candidate: something goes wrong, and the first hour counts.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Short name of the drill, unique in its stage. It names the note field of the form.
    pub id: Id,
    /// Title: "A supplier fails".
    pub title: Short,
    /// Where it takes place: "Online shop, two weeks before the sales".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub setting: Option<Short>,
    /// What happens, as the interviewer reads it out.
    pub trigger: Prose,
    /// What could have been seen coming, one line each.
    #[schemars(length(min = 1))]
    pub warning_signs: Vec<Short>,
    /// What a strong candidate does first, in order.
    #[schemars(length(min = 1))]
    pub first_response: Vec<ResponseStep>,
    /// The message a strong candidate might send.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

/// One step of a first response.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResponseStep {
    /// When, counted from the start: "Minutes 0–10".
    pub when: Short,
    /// What to do, and to what end.
    pub action: Short,
}

/// A message to send.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Who gets it, by role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Short>,
    /// The subject line of the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Short>,
    /// The words of the message.
    pub text: Prose,
}
