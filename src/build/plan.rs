//! What a checked guide makes.

use super::Selection;
use super::contents;
use super::digest::Digest;
use super::outline::{Outline, PacketOutline};
use crate::check::PrintedWith;
use crate::finding::Source;
use crate::guide::Guide;
use crate::html::KitListing;
use crate::kit::{self, Made, Packet, Words};
use crate::labels::Labels;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The packets of a guide, before any of them is rendered.
#[derive(Debug)]
pub(super) struct Plan {
    /// Words of our own, in the language of the guide.
    pub(super) labels: Arc<Labels>,
    pub(super) packets: Vec<Packet>,
    pub(super) outline: Outline,
}

impl Plan {
    /// The packets of the guide in `source`, which was put together with the texts of `ingredients`.
    pub(super) fn of(
        guide: &Guide,
        source: &Source,
        ingredients: &[&str],
        with: PrintedWith<'_>,
    ) -> Self {
        let labels = with.languages.get(guide.language());
        let labels = labels.expect("a guide in a language without labels has an error");
        let version = kit::version(&source.text, ingredients.iter().copied());
        let file = source.path.file_name().unwrap_or_default();
        let file = file.to_string_lossy();
        let made = Made {
            fills: with.fills,
            declared: with.declared,
            version: &version,
            file: &file,
        };
        let packets = kit::packets(guide, made, &labels);
        let role = Words::new(guide, with.fills, &labels).plain(&guide.role);
        let nothing = Selection::of_formats(BTreeSet::new());
        let name = (guide.id.as_str(), &*role);
        let listing = contents::listing(name, &labels, &packets, &nothing);
        let texts = [&*file, source.text.as_str()].into_iter();
        let texts = texts.chain(ingredients.iter().copied());
        let outline = Outline {
            id: guide.id.to_string(),
            sources: Digest::of(texts.map(str::as_bytes)),
            summary: listing.summary(),
            packets: packets.iter().map(PacketOutline::of).collect(),
        };
        Self {
            labels,
            packets,
            outline,
        }
    }

    /// What the index page of the kit says.
    pub(super) fn listing(&self, selection: &Selection) -> KitListing {
        let Outline { id, summary, .. } = &self.outline;
        contents::listing((id, &summary.role), &self.labels, &self.packets, selection)
    }
}
