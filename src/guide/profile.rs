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
}
