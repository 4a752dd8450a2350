//! One guide's kit, in memory.

use super::outline::{Part, Target, whole_kit_path};
use super::plan::Plan;
use super::{Forms, Selection};
use crate::check::PrintedWith;
use crate::finding::{Finding, Source};
use crate::font::{Fonts, UsedGlyphs, Vocabularies};
use crate::guide::Guide;
use crate::html::{KitListing, Shell, Skin};
use crate::kit::{Audience, Format, Imprint, Packet, Running, WHOLE_KIT};
use crate::layout::pages::Pages;
use crate::layout::{Body, Typesetter};
use crate::parallel;
use crate::pdf::{self, EmbeddedFonts};
use crate::template::{Library, Rendered};
use crate::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
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

/// Builds the kit of the guide in `source`, which was put together with the texts of `ingredients`, with
/// the usual theme.
///
/// # Errors
///
/// What is wrong with a template. Nothing is built then.
pub fn build(
    guide: &Guide,
    source: &Source,
    ingredients: &[&str],
    with: PrintedWith<'_>,
    library: &Library,
    selection: &Selection,
) -> Result<BuiltKit, Vec<Finding>> {
    let plan = Plan::of(guide, source, ingredients, with);
    let targets = plan.outline.targets(selection);
    let design = Design {
        theme: &Theme::default(),
        fonts: with.fonts,
        skin: &Skin::default(),
    };
    let press = Press {
        library,
        design,
        vocabularies: &Vocabularies::default(),
        threads: 1,
    };
    let made = press.make(&plan, &targets, selection)?;
    let id = &plan.outline.id;
    let file = |(path, bytes)| File {
        path: format!("{id}/{path}"),
        bytes,
    };
    Ok(BuiltKit {
        listing: plan.listing(selection),
        packets: plan.outline.built(selection, &made.pages),
        files: made.files.into_iter().map(file).collect(),
    })
}

/// How packets look.
#[derive(Clone, Copy)]
pub(super) struct Design<'a> {
    pub(super) theme: &'a Theme,
    pub(super) fonts: &'a Fonts<'a>,
    pub(super) skin: &'a Skin,
}

/// What packets are made with.
#[derive(Clone, Copy)]
pub(super) struct Press<'a> {
    pub(super) library: &'a Library,
    pub(super) design: Design<'a>,
    /// The words of its fonts that guides before had as well.
    pub(super) vocabularies: &'a Vocabularies,
    /// How many packets are worked on at once.
    pub(super) threads: usize,
}

/// Files of a kit.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// By path, below the folder of the kit.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// How many pages the packets have that were laid out, by name.
    pub(super) pages: BTreeMap<String, usize>,
}

impl Press<'_> {
    /// Makes some of the files of a plan; `selection` says how, and which formats the index lists.
    pub(super) fn make(
        self,
        plan: &Plan,
        targets: &[Target],
        selection: &Selection,
    ) -> Result<Made, Vec<Finding>> {
        let drafts = self.render(plan, targets)?;
        let mut made = Made::default();
        let mut findings = Vec::new();
        let shell = self.library.shell();
        for target in targets {
            let bytes = match (target.part, target.format) {
                (_, Format::Pdf) => continue,
                (Part::Packet(at), Format::Markdown) => drafts.get(&at).map(|it| Ok(it.markdown())),
                (Part::Packet(at), Format::Html) => {
                    drafts.get(&at).map(|it| it.html(shell, self.design.skin))
                }
                (Part::Index | Part::WholeKit, _) => {
                    let listing = plan.listing(selection);
                    Some(shell.kit_index(&listing, &plan.labels, self.design.skin))
                }
            };
            match bytes.expect("all packets of the targets are rendered") {
                Ok(bytes) => _ = made.files.insert(target.path.clone(), bytes.into_bytes()),
                Err(finding) => findings.push(finding),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let wanted = targets.iter().filter(|it| it.format == Format::Pdf);
        let wanted: BTreeSet<&str> = wanted.map(|it| it.path.as_str()).collect();
        if !wanted.is_empty() {
            let cover = self.library.with_running_heads(&cover(plan))?;
            self.print(plan, &cover, drafts, selection, &wanted, &mut made);
        }
        Ok(made)
    }

    /// Renders the packets of the targets, by their place in the plan; all of them when one is a
    /// PDF, since the PDFs share their fonts.
    fn render<'p>(
        &self,
        plan: &'p Plan,
        targets: &[Target],
    ) -> Result<BTreeMap<usize, Draft<'p>>, Vec<Finding>> {
        let needed: BTreeSet<usize> = if targets.iter().any(|it| it.format == Format::Pdf) {
            (0..plan.packets.len()).collect()
        } else {
            let packet = |it: &Target| match it.part {
                Part::Packet(at) => Some(at),
                Part::WholeKit | Part::Index => None,
            };
            targets.iter().filter_map(packet).collect()
        };
        let needed: Vec<usize> = needed.into_iter().collect();
        let rendered = parallel::map(&needed, self.threads, |_, at| {
            let packet = &plan.packets[*at];
            let template = packet.context.template();
            let rendered = self
                .library
                .render(template, &packet.context, &plan.labels)?;
            let imprint = self.library.with_running_heads(&packet.imprint)?;
            Ok::<_, Vec<Finding>>((rendered, imprint))
        });
        let mut drafts = BTreeMap::new();
        let mut findings = Vec::new();
        for (at, rendered) in needed.into_iter().zip(rendered) {
            let packet = &plan.packets[at];
            match rendered {
                Ok((rendered, imprint)) => {
                    let draft = Draft {
                        packet,
                        imprint,
                        rendered,
                    };
                    drafts.insert(at, draft);
                }
                Err(wrong) => findings.extend(wrong),
            }
        }
        if findings.is_empty() {
            Ok(drafts)
        } else {
            Err(findings)
        }
    }

    /// Lays out each packet once, for its own PDF and for the whole kit, and embeds the same cut
    /// of the fonts in all of them.
    fn print(
        &self,
        plan: &Plan,
        cover: &Imprint,
        drafts: BTreeMap<usize, Draft<'_>>,
        selection: &Selection,
        wanted: &BTreeSet<&str>,
        made: &mut Made,
    ) {
        let fonts = self.design.fonts;
        let theme = Theme {
            paper: selection.paper,
            ..self.design.theme.clone()
        };
        let drafts: Vec<Draft<'_>> = drafts.into_values().collect();
        let vocabularies = self.vocabularies;
        let hire = || Hired {
            typesetter: Typesetter::with(vocabularies.take(), theme.clone(), fonts, &plan.labels),
            vocabularies,
        };
        let bodies = parallel::map_with(&drafts, self.threads, hire, |it, draft| {
            it.typesetter.compose(&draft.rendered.document)
        });
        let mut hired = hire();
        let whole = whole_kit(cover, &drafts, &bodies, &mut hired.typesetter);
        let mut documents = vec![(whole_kit_path(), WHOLE_KIT, whole)];
        for (draft, body) in drafts.iter().zip(bodies) {
            let packet = draft.packet;
            let path = format!("{}.{}", packet.path(), Format::Pdf.extension());
            let pages = hired.typesetter.finish(body, &draft.imprint);
            documents.push((path, &packet.name, pages));
        }
        drop(hired);
        if selection.forms == Forms::Drawn {
            let pages = documents.iter_mut().map(|(.., pages)| pages);
            pages.for_each(Pages::drop_fields);
        }
        let mut used = UsedGlyphs::default();
        documents.iter().for_each(|(.., pages)| used.add(pages));
        let mut writer = pdf::Writer::new(EmbeddedFonts::new(used.subset(fonts)));
        for (path, name, pages) in documents {
            made.pages.insert(name.to_owned(), pages.pages.len());
            if wanted.contains(path.as_str()) {
                made.files.insert(path, writer.write(&pages));
            }
        }
    }
}

/// A typesetter that leaves the words it learns to the next one.
struct Hired<'p> {
    typesetter: Typesetter<'p>,
    vocabularies: &'p Vocabularies,
}

impl Drop for Hired<'_> {
    fn drop(&mut self) {
        let learned = self.typesetter.take_vocabulary();
        self.vocabularies.give_back(learned);
    }
}

/// A packet, rendered but in no format yet.
struct Draft<'p> {
    packet: &'p Packet,
    imprint: Imprint,
    rendered: Rendered,
}

impl Draft<'_> {
    fn markdown(&self) -> String {
        self.rendered.markdown.clone()
    }

    fn html(&self, shell: &Shell, skin: &Skin) -> Result<String, Finding> {
        let (document, imprint) = (&self.rendered.document, &self.imprint);
        match &self.packet.facts {
            Some(facts) => shell.posting_page(document, imprint, facts, skin),
            None => shell.page(document, imprint, skin),
        }
    }
}

/// All internal packets in one document, with its contents.
fn whole_kit(
    cover: &Imprint,
    drafts: &[Draft<'_>],
    bodies: &[Body],
    typesetter: &mut Typesetter<'_>,
) -> Pages {
    let internal = drafts.iter().zip(bodies);
    let internal = internal.filter(|(draft, _)| draft.packet.audience() == Audience::Internal);
    let parts: Vec<_> = internal
        .map(|(draft, body)| (body, &draft.imprint))
        .collect();
    typesetter.bind(cover, &parts)
}

/// What the first pages of the whole kit say about themselves.
fn cover(plan: &Plan) -> Imprint {
    let summary = plan.outline.summary.clone();
    Imprint {
        role: summary.role,
        title: plan.labels.program.whole_kit.title.clone(),
        audience: Audience::Internal,
        version: summary.version,
        running: Running::default(),
        labels: Arc::clone(&plan.labels),
    }
}
