//! The public job posting.

use super::{Listing, Prose, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The public job posting. Everything in here may be published.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// About the organisation.
    pub about: Prose,
    /// About the role.
    pub role: Prose,
    /// What the person will do, one line each.
    #[schemars(length(min = 1))]
    pub responsibilities: Vec<Short>,
    /// What the person brings, one line each.
    #[schemars(length(min = 1))]
    pub requirements: Vec<Short>,
    /// Why someone would want this job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_join: Option<WhyJoin>,
    /// How the hiring process goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
    /// How to apply, and how to ask for an adjustment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apply: Option<Prose>,
    /// Pay, as candidates should read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<Short>,
    /// Where the work is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Short>,
    /// Full time, part time, fixed term and so on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employment_type: Option<Short>,
    /// The facts that job boards and search engines read from the posting's web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<Listing>,
}

/// Why someone would want this job.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WhyJoin {
    /// An opening paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Prose>,
    /// Benefits, one line each.
    #[serde(default)]
    pub benefits: Vec<Short>,
}

/// How the hiring process goes, in the candidate's eyes.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// A sentence before the steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// The steps. Left out, they are the stages that have a `for_posting` line.
    #[serde(default)]
    pub steps: Vec<ProcessStep>,
}

/// One step of the process, as the posting tells it.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProcessStep {
    /// Name of the step.
    pub name: Short,
    /// What happens in it.
    pub text: Short,
    /// True when not every candidate goes through it.
    #[serde(default)]
    pub optional: bool,
}
