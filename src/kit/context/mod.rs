//! What each kind of packet gives its template.
//!
//! One type for each kind of packet, in files by what they know. The types in [`public`] and
//! [`candidate`] have no field that could hold internal text, so no template can print any there.

pub mod candidate;
mod debrief;
pub mod declared;
mod drill;
mod faq;
mod handbook;
pub mod interview;
mod matrix;
mod preparation;
pub mod profile;
pub mod public;
mod role;
mod scorecard;
mod timeline;

pub use debrief::Debrief;
pub use handbook::Handbook;
pub use interview::{Assessment, Interview};
pub use preparation::Preparation;
pub use profile::CandidateProfile;
pub use scorecard::ScorecardForm;

use super::{Audience, Words};
use crate::guide::Short;
use crate::labels::Labels;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// What every packet knows about itself.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Head {
    /// The role.
    pub role: Markdown,
    /// Title of the packet.
    pub title: Markdown,
    /// Who may see it, in words.
    pub audience: String,
}

impl Head {
    pub(super) fn new(
        role: Markdown,
        title: Markdown,
        audience: Audience,
        labels: &Labels,
    ) -> Self {
        Self {
            role,
            title,
            audience: labels.audience(audience).to_owned(),
        }
    }
}

/// Something with a name, and what there is to say about it in a line or a paragraph.
#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// Its name.
    name: Markdown,
    /// What there is to say.
    text: Markdown,
}

impl Step {
    fn new(name: &Short, text: &Short, words: &Words<'_>) -> Self {
        Self {
            name: words.line(name),
            text: words.line(text),
        }
    }
}
