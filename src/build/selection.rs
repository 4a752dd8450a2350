//! What to build.

use crate::kit::{Audience, Format, WHOLE_KIT};
use crate::theme::Paper;
use std::collections::BTreeSet;

/// What to build.
#[derive(Debug, Clone)]
pub struct Selection {
    /// In which formats.
    pub formats: BTreeSet<Format>,
    /// For whom; everyone when empty.
    pub audiences: BTreeSet<Audience>,
    /// Which packets, by name; all when empty.
    pub packets: BTreeSet<String>,
    /// On which paper.
    pub paper: Paper,
    /// Whether a PDF can be filled in.
    pub forms: Forms,
}

/// What becomes of the places to fill in of a PDF.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Forms {
    /// They are drawn, and fields to type into.
    #[default]
    Fillable,
    /// They are only drawn.
    Drawn,
}

impl Selection {
    /// All packets in these formats, as they are without further wishes.
    pub fn of_formats(formats: BTreeSet<Format>) -> Self {
        Self {
            formats,
            audiences: BTreeSet::new(),
            packets: BTreeSet::new(),
            paper: Paper::default(),
            forms: Forms::default(),
        }
    }

    /// Whether all packets are built. Index pages are written only then, since they would name
    /// files that were not.
    pub fn is_whole(&self) -> bool {
        self.audiences.is_empty() && self.packets.is_empty()
    }

    /// Whether the PDF of all internal packets is written.
    pub fn has_whole_kit(&self) -> bool {
        self.formats.contains(&Format::Pdf) && self.names(WHOLE_KIT, Audience::Internal)
    }

    /// Whether the page that lists the packets of a kit is written.
    pub(super) fn has_index(&self) -> bool {
        self.formats.contains(&Format::Html) && self.is_whole()
    }

    /// The same packets, in these formats.
    pub(super) fn in_formats(&self, formats: BTreeSet<Format>) -> Self {
        Self {
            formats,
            ..self.clone()
        }
    }

    /// Whether a packet of this name and audience is asked for.
    pub(super) fn names(&self, name: &str, audience: Audience) -> bool {
        (self.audiences.is_empty() || self.audiences.contains(&audience))
            && (self.packets.is_empty() || self.packets.contains(name))
    }
}
