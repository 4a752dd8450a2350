//! What the index page of a kit lists.

use super::Selection;
use super::outline::whole_kit_path;
use crate::html::{FileLink, KitListing, PacketListing};
use crate::kit::{Format, Packet};
use crate::labels::Labels;

/// What the index pages say about a kit.
pub(super) fn listing(
    (id, role): (&str, &str),
    labels: &Labels,
    packets: &[Packet],
    selection: &Selection,
) -> KitListing {
    let first = packets.first();
    let whole = selection.has_whole_kit().then(|| FileLink {
        format: Format::Pdf,
        path: whole_kit_path(),
    });
    KitListing {
        role: role.to_owned(),
        id: id.to_owned(),
        version: first.map_or_else(String::new, |packet| packet.imprint.version.clone()),
        language: labels.language.clone(),
        whole: whole.into_iter().collect(),
        packets: packets
            .iter()
            .map(|packet| packet_listing(packet, selection))
            .collect(),
    }
}

fn packet_listing(packet: &Packet, selection: &Selection) -> PacketListing {
    let file = |format: &Format| FileLink {
        format: *format,
        path: format!("{}.{}", packet.path(), format.extension()),
    };
    PacketListing {
        title: packet.imprint.title.clone(),
        description: packet.purpose.clone(),
        minutes: packet.minutes.map(u32::from),
        audience: packet.audience(),
        files: selection.formats.iter().map(file).collect(),
    }
}
