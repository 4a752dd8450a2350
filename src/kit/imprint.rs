//! What every page of a packet says about itself.

use super::{Audience, Running};
use crate::labels::Labels;
use std::sync::Arc;

/// What every page of a packet says about itself: what it is, for which role, who may see it and
/// which version of the guide it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The role: "IT Manager".
    pub role: String,
    /// The title of the packet: "Screening interview".
    pub title: String,
    /// Who may see it.
    pub audience: Audience,
    /// The version line: "Kit 7c41e09 · built from it-manager.yaml". Empty on public packets.
    pub version: String,
    /// What stands above and below the text; empty until the templates of running heads have made it.
    pub running: Running,
    /// What hirekit itself prints on it, and the language of all of it.
    pub labels: Arc<Labels>,
}

impl Imprint {
    /// Who may see it, in words.
    pub fn audience_label(&self) -> &str {
        self.labels.audience(self.audience)
    }
}
