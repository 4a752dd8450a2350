//! One guide's kit, in memory.

use super::{Selection, contents};
use crate::document::Document;
use crate::finding::{Finding, Source};
use crate::font::{EmbeddedFonts, Fonts};
use crate::guide::Guide;
use crate::kit::{self, Audience, Format, Packet, WHOLE_KIT, Words};
use crate::layout::{self, Body};
use crate::template::{Library, Rendered};
use crate::html::{self, KitListing};
use crate::pdf;
use std::collections::BTreeMap;

/// A kit, ready to be written.
#[derive(Debug)]
pub struct BuiltKit {
    /// What the index pages say about it.
    pub listing: KitListing,
    /// The packets that were built.
    pub packets: Vec<BuiltPacket>,
    /// The files.
    pub files: Vec<File>,
}

/// A packet that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltPacket {
    /// Its name, as in `--packet`.
    pub name: String,
    /// Who may see it.
    pub audience: Audience,
    /// How many pages it has, when it was laid out.
    pub pages: Option<usize>,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where, below the output folder, with `/`.
    pub path: String,
    /// What.
    pub bytes: Vec<u8>,
}

/// Builds the kit of one guide.
///
/// # Errors
///
/// What is wrong with a template. Nothing is built then.
pub fn build(
    guide: &Guide,
    source: &Source,
    fills: &BTreeMap<String, String>,
    library: &Library,
    selection: &Selection,
) -> Result<BuiltKit, Vec<Finding>> {
    let version = kit::version(&source.text);
    let file = source.path.file_name().unwrap_or_default().to_string_lossy();
    let packets = kit::packets(guide, fills, &version, &file);
    let drafts = render(&packets, library, selection)?;
    let role = Words::new(guide, fills).plain(&guide.role);
    let mut kit = BuiltKit {
        listing: contents::listing(guide.id.as_str(), &role, &packets, selection),
        packets: Vec::new(),
        files: Vec::new(),
    };
    for draft in drafts.iter().filter(|draft| draft.wanted) {
        kit.packets.push(BuiltPacket {
            name: draft.packet.name.clone(),
            audience: draft.packet.audience(),
            pages: None,
        });
    }
    for format in &selection.formats {
        match format {
            Format::Markdown => add_pages(&mut kit, &drafts, *format, |draft| draft.markdown.clone()),
            Format::Html => add_pages(&mut kit, &drafts, *format, |draft| {
                html::page(&draft.document, &draft.packet.imprint)
            }),
            Format::Pdf => add_pdfs(&mut kit, &drafts, selection),
        }
    }
    if selection.formats.contains(&Format::Html) && selection.is_whole() {
        kit.files.push(contents::kit_page(&kit.listing));
    }
    Ok(kit)
}

/// A packet, rendered but in no format yet.
struct Draft<'p> {
    packet: &'p Packet,
    markdown: String,
    document: Document,
    /// Whether it gets files of its own, or is only part of the whole kit.
    wanted: bool,
}

/// Renders what is selected, and what the whole kit needs besides.
fn render<'p>(
    packets: &'p [Packet],
    library: &Library,
    selection: &Selection,
) -> Result<Vec<Draft<'p>>, Vec<Finding>> {
    let mut drafts = Vec::new();
    let mut findings = Vec::new();
    for packet in packets {
        let wanted = selection.contains(packet);
        let bound = selection.has_whole_kit() && packet.audience() == Audience::Internal;
        if !wanted && !bound {
            continue;
        }
        match library.render(packet.context.template(), &packet.context) {
            Ok(Rendered { markdown, document }) => drafts.push(Draft {
                packet,
                markdown,
                document,
                wanted,
            }),
            Err(wrong) => findings.extend(wrong),
        }
    }
    if findings.is_empty() {
        Ok(drafts)
    } else {
        Err(findings)
    }
}

fn add_pages(kit: &mut BuiltKit, drafts: &[Draft<'_>], format: Format, page: impl Fn(&Draft<'_>) -> String) {
    for draft in drafts.iter().filter(|draft| draft.wanted) {
        kit.files.push(File {
            path: path(&kit.listing.id, draft.packet, format),
            bytes: page(draft).into_bytes(),
        });
    }
}

/// Lays out each packet once, for its own PDF and for the whole kit, and embeds the same cut of
/// the fonts in all of them.
fn add_pdfs(kit: &mut BuiltKit, drafts: &[Draft<'_>], selection: &Selection) {
    let fonts = Fonts::bundled();
    let bodies: Vec<Body> = drafts
        .iter()
        .map(|draft| layout::body(&draft.document, &draft.packet.imprint, selection.paper, fonts))
        .collect();
    let own = drafts.iter().zip(&bodies).filter(|(draft, _)| draft.wanted);
    let mut documents: Vec<_> = own
        .map(|(draft, body)| (path(&kit.listing.id, draft.packet, Format::Pdf), body.finish(fonts)))
        .collect();
    for (packet, (_, pages)) in kit.packets.iter_mut().zip(&documents) {
        packet.pages = Some(pages.pages.len());
    }
    if selection.has_whole_kit() {
        let internal = drafts.iter().zip(&bodies);
        let internal = internal.filter(|(draft, _)| draft.packet.audience() == Audience::Internal);
        let bodies: Vec<&Body> = internal.map(|(_, body)| body).collect();
        let pages = layout::bind(&bodies, fonts);
        kit.packets.push(BuiltPacket {
            name: WHOLE_KIT.to_owned(),
            audience: Audience::Internal,
            pages: Some(pages.pages.len()),
        });
        documents.push((format!("{}/{}", kit.listing.id, whole_kit_path()), pages));
    }
    let embedded = EmbeddedFonts::new(fonts, documents.iter().map(|(_, pages)| pages));
    for (path, pages) in documents {
        let bytes = pdf::write(&pages, &embedded);
        kit.files.push(File { path, bytes });
    }
}

fn path(id: &str, packet: &Packet, format: Format) -> String {
    format!("{id}/{}.{}", packet.path(), format.extension())
}

/// Where the PDF of all internal packets goes, below the folder of the kit.
pub(super) fn whole_kit_path() -> String {
    format!("{}/00-{WHOLE_KIT}.pdf", Audience::Internal)
}
