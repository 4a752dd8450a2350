//! The internal profile of the candidate.

use super::{Prose, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The internal profile of the candidate you are looking for.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The person you are looking for, in a paragraph or two.
    pub overview: Prose,
    /// Experience, knowledge and habits of a strong candidate, one line each.
    #[serde(default)]
    pub traits: Vec<Short>,
    /// Signs that someone will struggle in this role, one line each.
    #[serde(default)]
    pub red_flags: Vec<Short>,
    /// Signs that are easy to overlook, one line each.
    #[serde(default)]
    pub quiet_red_flags: Vec<Short>,
    /// How to read a CV for this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cv: Option<CvScan>,
}

/// How to read a CV for this role.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CvScan {
    /// What to look for in the first fifteen seconds, one line each.
    #[schemars(length(min = 1))]
    pub look_for: Vec<Short>,
    /// The mistake that costs candidates most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mistake: Option<CvMistake>,
}

/// A mistake in CVs, with a line that makes it and one that does not.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CvMistake {
    /// What the mistake is, and why it costs so much.
    pub text: Prose,
    /// A line of a CV that makes it.
    pub weak: Short,
    /// The same line, done well.
    pub strong: Short,
}
