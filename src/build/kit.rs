//! One guide's kit, in memory.

use super::{Forms, Selection, contents};
use crate::document::Document;
use crate::finding::{Finding, Source};
use crate::font::{Fonts, UsedGlyphs};
use crate::guide::Guide;
use crate::html::{self, KitListing};
use crate::kit::{self, Audience, Format, Imprint, Packet, WHOLE_KIT, Words};
use crate::layout::pages::Pages;
use crate::layout::{Body, Theme, Typesetter};
use crate::pdf::{self, EmbeddedFonts};
use crate::template::{Library, Rendered};
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// Builds the kit of the guide in `source`, which stands on `bases`, and prints it with `fonts`.
///
/// # Errors
///
/// What is wrong with a template. Nothing is built then.
pub fn build(
    guide: &Guide,
    source: &Source,
    bases: &[Arc<Source>],
    fills: &BTreeMap<String, String>,
    library: &Library,
    selection: &Selection,
    fonts: &Fonts<'_>,
) -> Result<BuiltKit, Vec<Finding>> {
    let version = kit::version(&source.text, bases.iter().map(|base| base.text.as_str()));
    let file = source
        .path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
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
            Format::Markdown => {
                add_pages(&mut kit, &drafts, *format, |draft| draft.markdown.clone())
            }
            Format::Html => add_pages(&mut kit, &drafts, *format, |draft| {
                let imprint = &draft.packet.imprint;
                match &draft.packet.facts {
                    Some(facts) => html::posting_page(&draft.document, imprint, facts),
                    None => html::page(&draft.document, imprint),
                }
            }),
            Format::Pdf => add_pdfs(&mut kit, &drafts, selection, fonts),
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

fn add_pages(
    kit: &mut BuiltKit,
    drafts: &[Draft<'_>],
    format: Format,
    page: impl Fn(&Draft<'_>) -> String,
) {
    for draft in drafts.iter().filter(|draft| draft.wanted) {
        kit.files.push(File {
            path: path(&kit.listing.id, draft.packet, format),
            bytes: page(draft).into_bytes(),
        });
    }
}

/// Lays out each packet once, for its own PDF and for the whole kit, and embeds the same cut of
/// the fonts in all of them.
fn add_pdfs(kit: &mut BuiltKit, drafts: &[Draft<'_>], selection: &Selection, fonts: &Fonts<'_>) {
    let mut typesetter = Typesetter::new(Theme::new(selection.paper), fonts);
    let bodies = drafts
        .iter()
        .map(|draft| typesetter.compose(&draft.document));
    let bodies: Vec<Body> = bodies.collect();
    for (packet, (_, body)) in kit.packets.iter_mut().zip(wanted(drafts, &bodies)) {
        packet.pages = Some(body.page_count());
    }
    let mut documents = Vec::new();
    if selection.has_whole_kit() {
        let pages = whole_kit(kit, drafts, &bodies, &mut typesetter);
        kit.packets.push(BuiltPacket {
            name: WHOLE_KIT.to_owned(),
            audience: Audience::Internal,
            pages: Some(pages.pages.len()),
        });
        documents.push((format!("{}/{}", kit.listing.id, whole_kit_path()), pages));
    }
    for (draft, body) in drafts.iter().zip(bodies).filter(|(draft, _)| draft.wanted) {
        let path = path(&kit.listing.id, draft.packet, Format::Pdf);
        let pages = typesetter.finish(body, &draft.packet.imprint);
        documents.push((path, pages));
    }
    if selection.forms == Forms::Drawn {
        let pages = documents.iter_mut().map(|(_, pages)| pages);
        pages.for_each(Pages::drop_fields);
    }
    let mut used = UsedGlyphs::default();
    documents.iter().for_each(|(_, pages)| used.add(pages));
    let embedded = EmbeddedFonts::new(used.subset(fonts));
    let mut writer = pdf::Writer::new(embedded);
    for (path, pages) in documents {
        let bytes = writer.write(&pages);
        kit.files.push(File { path, bytes });
    }
}

/// The packets that get files of their own, with their bodies.
fn wanted<'a>(
    drafts: &'a [Draft<'a>],
    bodies: &'a [Body],
) -> impl Iterator<Item = (&'a Draft<'a>, &'a Body)> {
    drafts.iter().zip(bodies).filter(|(draft, _)| draft.wanted)
}

/// All internal packets in one document, with its contents.
fn whole_kit(
    kit: &BuiltKit,
    drafts: &[Draft<'_>],
    bodies: &[Body],
    typesetter: &mut Typesetter<'_>,
) -> Pages {
    let internal = drafts.iter().zip(bodies);
    let internal = internal.filter(|(draft, _)| draft.packet.audience() == Audience::Internal);
    let parts: Vec<_> = internal
        .map(|(draft, body)| (body, &draft.packet.imprint))
        .collect();
    let cover = Imprint {
        role: kit.listing.role.clone(),
        title: "Interview kit".to_owned(),
        audience: Audience::Internal,
        version: kit.listing.version.clone(),
        language: kit.listing.language.clone(),
    };
    typesetter.bind(&cover, &parts)
}

fn path(id: &str, packet: &Packet, format: Format) -> String {
    format!("{id}/{}.{}", packet.path(), format.extension())
}

/// Where the PDF of all internal packets goes, below the folder of the kit.
pub(super) fn whole_kit_path() -> String {
    format!("{}/00-{WHOLE_KIT}.pdf", Audience::Internal)
}
