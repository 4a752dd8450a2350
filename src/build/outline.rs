//! Which files a guide makes: known from a few words, so that a build which has nothing to do
//! need not read the guide again.

use super::digest::Digest;
use super::{BuiltPacket, Selection};
use crate::html::KitSummary;
use crate::kit::{Audience, Format, Packet, WHOLE_KIT};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a guide makes, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Outline {
    /// The id of the guide.
    pub(super) id: String,
    /// The name of its file, and the texts of it, its bases and what it includes.
    pub(super) sources: Digest,
    /// What the page of all kits says.
    pub(super) summary: KitSummary,
    /// The packets, in the order in which they are listed.
    pub(super) packets: Vec<PacketOutline>,
}

/// A packet, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PacketOutline {
    pub(super) name: String,
    pub(super) audience: Audience,
    /// Where its files go, below the folder of the kit and without extension.
    pub(super) path: String,
    /// The name of its template.
    pub(super) template: String,
}

/// A file that a guide makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Where, below the folder of the kit, with `/`.
    pub(super) path: String,
    pub(super) part: Part,
    pub(super) format: Format,
}

/// What is in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A packet, by its place among those of the outline.
    Packet(usize),
    /// All internal packets.
    WholeKit,
    /// The list of the packets.
    Index,
}

impl PacketOutline {
    pub(super) fn of(packet: &Packet) -> Self {
        Self {
            name: packet.name.clone(),
            audience: packet.audience(),
            path: packet.path(),
            template: packet.context.template().to_owned(),
        }
    }
}

impl Outline {
    /// The selected files.
    pub(super) fn targets(&self, selection: &Selection) -> Vec<Target> {
        let mut targets = Vec::new();
        for format in &selection.formats {
            let packets = self.packets.iter().enumerate();
            let selected = packets.filter(|(_, it)| selection.names(&it.name, it.audience));
            targets.extend(selected.map(|(at, packet)| Target {
                path: format!("{}.{}", packet.path, format.extension()),
                part: Part::Packet(at),
                format: *format,
            }));
        }
        if selection.has_whole_kit() {
            targets.push(Target {
                path: whole_kit_path(),
                part: Part::WholeKit,
                format: Format::Pdf,
            });
        }
        if selection.has_index() {
            targets.push(Target {
                path: INDEX.to_owned(),
                part: Part::Index,
                format: Format::Html,
            });
        }
        targets
    }

    /// The selected packets, with their `pages` where they are known, by name.
    pub(super) fn built(
        &self,
        selection: &Selection,
        pages: &BTreeMap<String, usize>,
    ) -> Vec<BuiltPacket> {
        let built = |name: &str, audience| BuiltPacket {
            name: name.to_owned(),
            audience,
            pages: pages.get(name).copied(),
        };
        let packets = self.packets.iter();
        let selected = packets.filter(|it| selection.names(&it.name, it.audience));
        let whole = selection.has_whole_kit();
        let whole = whole.then(|| built(WHOLE_KIT, Audience::Internal));
        selected
            .map(|it| built(&it.name, it.audience))
            .chain(whole)
            .collect()
    }

    /// The names that `--packet` can choose from.
    pub(super) fn names(&self) -> Vec<String> {
        let packets = self.packets.iter().map(|packet| packet.name.as_str());
        packets.chain([WHOLE_KIT]).map(str::to_owned).collect()
    }
}

/// The page that lists the packets of a kit, or the kits.
pub(super) const INDEX: &str = "index.html";

/// Where the PDF of all internal packets goes, below the folder of the kit.
pub(super) fn whole_kit_path() -> String {
    format!("{}/00-{WHOLE_KIT}.pdf", Audience::Internal)
}
