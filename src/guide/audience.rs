//! Who may see a text, and a packet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Who may see a text of a guide, or a packet of a kit. The fields of the types here say it
/// (`x-audience` in the schema); what says nothing is internal.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Anyone.
    Public,
    /// The candidate.
    Candidate,
    /// The hiring team only.
    Internal,
}

impl Audience {
    /// All audiences, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Public, Self::Candidate, Self::Internal];

    /// The name, as in `--audience` and in the output folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Candidate => "candidate",
            Self::Internal => "internal",
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
