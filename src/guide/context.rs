//! Role context: what the job really is, for the people who choose.

use super::{Id, Prose, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the job really is: its mandate, the people around it, what it delivers and how it fails.
/// Internal; printed in the candidate profile.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleContext {
    /// Why the role exists, in a paragraph.
    pub mission: Prose,
    /// What the person decides and answers for, one line each.
    #[serde(default)]
    pub owns: Vec<Short>,
    /// What the person shapes without deciding it, one line each.
    #[serde(default)]
    pub influences: Vec<Short>,
    /// What the person helps others to do, one line each.
    #[serde(default)]
    pub supports: Vec<Short>,
    /// The people the role answers to and works with.
    #[serde(default)]
    pub stakeholders: Vec<Stakeholder>,
    /// What the role has to hand over, and how often.
    #[serde(default)]
    pub deliverables: Vec<Deliverable>,
    /// How work goes through the role, from request to report, in order.
    #[serde(default)]
    pub workflow: Vec<WorkflowStep>,
    /// The numbers by which the role is judged.
    #[serde(default)]
    pub metrics: Vec<Metric>,
    /// How work in this role goes wrong.
    #[serde(default)]
    pub failure_modes: Vec<FailureMode>,
    /// How the job differs from industry to industry.
    #[serde(default)]
    pub industries: Vec<Industry>,
}

/// Someone the role answers to or works with.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Who it is, by role: "Chief financial officer".
    pub who: Short,
    /// What they care about.
    pub cares_about: Short,
    /// By which numbers they judge the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Short>,
    /// When they are hard to work with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difficult_when: Option<Short>,
}

/// Something the role has to hand over.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// What it is: "Budget forecast".
    pub name: Short,
    /// How often: "Every quarter".
    pub cadence: Short,
    /// Who uses it.
    pub used_by: Short,
    /// What they can do because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enables: Option<Short>,
    /// How to tell a good one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_looks_like: Option<Short>,
}

/// One step of the way that work takes.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkflowStep {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Name of the step: "Intake".
    pub name: Short,
    /// What happens in it.
    pub text: Short,
}

/// A number by which the role is judged.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// What is measured: "Budget variance".
    pub name: Short,
    /// The target: "under 3%".
    pub target: Short,
    /// How it is measured, and what it tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Short>,
}

/// A way in which work in this role goes wrong.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FailureMode {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Where it goes wrong: "Planning".
    pub area: Short,
    /// What that looks like, one line each.
    #[schemars(length(min = 1))]
    pub examples: Vec<Short>,
}

/// What the job is like in one industry.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// The industry: "Healthcare".
    pub name: Short,
    /// What is particular about it, one line each.
    #[schemars(length(min = 1))]
    pub traits: Vec<Short>,
}
