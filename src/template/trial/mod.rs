//! Trying templates out: every packet of guides of many kinds is rendered.
//!
//! A template that goes well with one guide may ask for what another does not have. So the guides
//! tried ([`guides()`]) have as little as a guide can have, every field there is, words from right to
//! left, and words that are very long; and those of the workspace.

mod guides;

use super::{Library, RUNNING_HEADS};
use crate::finding::Finding;
use crate::guide::Guide;
use crate::html::{FileLink, KitListing, PacketListing, Skin};
use crate::kit::{self, Declared, Format, Made, Packet};
use crate::labels::Languages;
use crate::parallel;
use crate::theme::{Density, Theme};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use guides::guides;

/// What came of trying templates out.
#[derive(Debug, Default)]
pub struct Tried {
    /// How many packets each template had a part in, by its name. One that is not here was never
    /// reached.
    pub packets: BTreeMap<String, usize>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Renders every packet of some guides, the declared ones included, with their placeholders filled, in
/// the language of each.
pub fn try_out<'g>(
    library: &Library,
    guides: impl IntoIterator<Item = &'g Guide>,
    fills: &BTreeMap<String, String>,
    declared: &[Declared],
    languages: &Languages,
) -> Tried {
    let made = Made {
        fills,
        declared,
        version: "00000000",
        file: "guide.yaml",
    };
    let packets = guides.into_iter().flat_map(|guide| {
        let labels = languages.get(guide.language());
        let labels = labels.unwrap_or_else(|| Arc::clone(Languages::english()));
        kit::packets(guide, made, &labels)
    });
    let packets: Vec<_> = packets.collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let skin = Skin::default();
    let listed = index_pages(library, &packets);
    let try_packet = |packet: &Packet| -> Result<_, Vec<Finding>> {
        let labels = &packet.imprint.labels;
        let template = packet.context.template();
        let (document, mut names) = library.pieces(template, &packet.context, labels)?;
        let imprint = library.with_running_heads(&packet.imprint)?;
        names.extend(RUNNING_HEADS.map(str::to_owned));
        let page = library.shell().page(&document, &imprint, &skin);
        page.map_err(|finding| vec![finding])?;
        names.extend(["page.html", "style.css"].map(str::to_owned));
        Ok(names)
    };
    let rendered = parallel::map(&packets, threads, |_, packet| try_packet(packet));
    let mut tried = Tried::default();
    match listed {
        Ok(names) => names.iter().for_each(|name| tried.add(name)),
        Err(finding) => tried.findings.push(finding),
    }
    for rendered in rendered {
        match rendered {
            Ok(pieces) => {
                pieces.iter().for_each(|name| tried.add(name));
            }
            Err(findings) => tried.findings.extend(findings),
        }
    }
    tried
}

/// Renders the pages that list packets and kits, in every density. Returns the templates they are
/// made of.
fn index_pages(library: &Library, packets: &[Packet]) -> Result<Vec<&'static str>, Finding> {
    let list = |packet: &Packet| PacketListing {
        title: packet.imprint.title.clone(),
        description: packet.purpose.clone(),
        minutes: packet.minutes.map(u32::from),
        audience: packet.audience(),
        files: vec![FileLink {
            format: Format::Html,
            path: format!("{}.html", packet.path()),
        }],
    };
    let kit = KitListing {
        role: "Role".to_owned(),
        id: "role".to_owned(),
        version: "Version".to_owned(),
        language: "en".to_owned(),
        whole: vec![FileLink {
            format: Format::Pdf,
            path: "internal/00-whole-kit.pdf".to_owned(),
        }],
        packets: packets.iter().map(list).collect(),
    };
    let (shell, labels) = (library.shell(), Languages::english());
    let mut names = vec!["kit-index.html", "all-kits.html", "index.css"];
    for density in [Density::Standard, Density::Compact, Density::Roomy] {
        let theme = Theme {
            density,
            ..Theme::default()
        };
        let skin = Skin::of(&theme, None);
        shell.kit_index(&kit, labels, &skin)?;
        shell.all_kits([("role", &kit.summary())], labels, &skin)?;
        shell.all_kits([], labels, &skin)?;
        names.extend(skin.sheet());
    }
    Ok(names)
}

impl Tried {
    fn add(&mut self, name: &str) {
        *self.packets.entry(name.to_owned()).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::BUILT_IN;

    #[test]
    fn every_built_in_template_is_reached_and_sound() {
        let (library, findings) = Library::new(BTreeMap::new());
        assert!(findings.is_empty());
        let tried = try_out(
            &library,
            &guides(),
            &BTreeMap::new(),
            &Declared::built_in(),
            Languages::built_in(),
        );
        assert!(tried.findings.is_empty(), "{:?}", tried.findings);
        for built_in in BUILT_IN {
            assert!(
                tried.packets.contains_key(built_in.name),
                "{}",
                built_in.name
            );
        }
    }
}
