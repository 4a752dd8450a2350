//! What a checked guide makes.

use super::Selection;
use super::contents;
use super::digest::Digest;
use super::outline::{Outline, PacketOutline};
use crate::finding::Source;
use crate::guide::Guide;
use crate::html::KitListing;
use crate::kit::{self, Packet, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The packets of a guide, before any of them is rendered.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) packets: Vec<Packet>,
    pub(super) outline: Outline,
}

impl Plan {
    /// The packets of the guide in `source`, which stands on `bases`.
    pub(super) fn of(
        guide: &Guide,
        source: &Source,
        bases: &[Arc<Source>],
        fills: &BTreeMap<String, String>,
    ) -> Self {
        let bases = || bases.iter().map(|base| base.text.as_str());
        let version = kit::version(&source.text, bases());
        let file = source.path.file_name().unwrap_or_default();
        let file = file.to_string_lossy();
        let packets = kit::packets(guide, fills, &version, &file);
        let role = Words::new(guide, fills).plain(&guide.role);
        let nothing = Selection::of_formats(BTreeSet::new());
        let listing = contents::listing(guide.id.as_str(), &role, &packets, &nothing);
        let texts = [&*file, source.text.as_str()].into_iter().chain(bases());
        let outline = Outline {
            id: guide.id.to_string(),
            sources: Digest::of(texts.map(str::as_bytes)),
            summary: listing.summary(),
            packets: packets.iter().map(PacketOutline::of).collect(),
        };
        Self { packets, outline }
    }

    /// What the index page of the kit says.
    pub(super) fn listing(&self, selection: &Selection) -> KitListing {
        let Outline { id, summary, .. } = &self.outline;
        contents::listing(id, &summary.role, &self.packets, selection)
    }
}
