//! Fingerprints: a file whose fingerprint is still the same would come out the same.
//!
//! A fingerprint is taken of what goes in, as bytes: the guide's file and its bases, the entries that
//! they include from libraries (not what else is in those), the words for its blanks, the template of
//! the packet with all that it includes, the labels in its language, and what the format needs
//! besides. So it may change where the packet does not (a comment in a guide), but never the other
//! way round. The program is not part of it: its [`VERSION`] stands once in the manifest, and what
//! this clone was built with in its record, see [`PROGRAM`].
//!
//! All PDFs of a kit share one cut of the fonts, which holds what any of them needs. A PDF hence
//! depends on all templates of its kit, and on nothing that was selected: asking for one packet
//! gives the bytes that it has among all others.

use super::Selection;
use super::digest::Digest;
use super::outline::{Outline, Part, Target};
use crate::check::PrintedWith;
use crate::html::Skin;
use crate::kit::{Declared, Format};
use crate::labels;
use crate::lint::Levels;
use crate::template::{Library, RUNNING_HEADS};
use crate::theme::{self, Density, Margins, Theme};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the program, which is what manifests name: they are committed, and a change of
/// hirekit's own sources that changes no packet is to change no file of a repository.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The program: its version, and a hash of its sources, so that those who change it never look at
/// packets from before their change.
pub(super) const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("HIREKIT_SOURCES"));

/// What all kits of a build have in common, as digests.
#[derive(Debug)]
pub(super) struct Common {
    /// The words for placeholders, and the packets that the workspace declares: few change either.
    fills: Digest,
    /// The files of labels, by their languages.
    labels: BTreeMap<String, Digest>,
    looks: Looks,
    /// The names of all templates: guides and declared packets name some.
    names: Digest,
    /// Which rules keep guides from being built.
    levels: Digest,
    /// Each template with all that it includes.
    templates: BTreeMap<String, Digest>,
}

/// What the theme of a workspace decides.
#[derive(Debug)]
pub(super) struct Looks {
    pub(super) fonts: Digest,
    /// All the rest of it that can be seen in HTML or PDF.
    pub(super) theme: Digest,
    /// The style sheet of its density, by its name.
    pub(super) sheet: Option<&'static str>,
    /// The lines for notes, which all formats have.
    pub(super) notes: Option<u16>,
}

impl Looks {
    pub(super) fn of_theme(theme: &Theme, skin: &Skin) -> Digest {
        // All of it named, so that a new choice is not forgotten here. The paper is selected for
        // each build, and the lines for notes stand for themselves.
        let Theme {
            paper: _,
            margins:
                Margins {
                    top,
                    right,
                    bottom,
                    left,
                },
            accent,
            grey,
            density,
            logo,
            note_lines: _,
        } = theme;
        let colours = [accent, grey].map(|it| it.map(theme::hex).unwrap_or_default());
        let height = logo.as_ref().map_or(0, |logo| logo.height);
        let density = match density {
            Density::Compact => "compact",
            Density::Standard => "standard",
            Density::Roomy => "roomy",
        };
        let lengths = [top, right, bottom, left, &height].map(ToString::to_string);
        let words = colours.iter().chain(&lengths).map(String::as_str);
        // The skin holds the logo.
        let words = words.chain([density]).chain(skin.parts());
        Digest::of(words.map(str::as_bytes))
    }
}

impl Common {
    pub(super) fn of(with: PrintedWith<'_>, library: &Library, looks: Looks) -> Self {
        let notes = looks.notes.map_or(String::new(), |lines| lines.to_string());
        let labels = with.languages.files();
        let labels =
            labels.map(|(tag, files)| (tag.to_owned(), Digest::of(files.map(str::as_bytes))));
        let fills = with.fills.iter().flat_map(|(name, words)| [name, words]);
        let levels = with.levels.map(Levels::fingerprint);
        let templates = library.closures().into_iter();
        let templates = templates.map(|(name, texts)| {
            let texts = texts.into_iter().chain([notes.as_str()]);
            let digest = Digest::of(texts.map(str::as_bytes));
            (name.to_owned(), digest)
        });
        let declared = with.declared.iter().flat_map(Declared::parts);
        let words = fills.map(String::as_bytes).chain(declared);
        Self {
            fills: Digest::of(words),
            labels: labels.collect(),
            names: Digest::of(with.templates.iter().map(String::as_bytes)),
            levels: Digest::of(levels.iter().map(String::as_bytes)),
            templates: templates.collect(),
            looks,
        }
    }

    /// What decides whether a guide has findings, besides its files.
    pub(super) fn of_check(&self) -> Digest {
        let labels = self.labels.iter();
        let labels = labels.flat_map(|(tag, file)| [tag.as_bytes(), file.bytes()]);
        let labels = Digest::of(labels);
        let parts = [
            &self.fills,
            &self.looks.fonts,
            &labels,
            &self.levels,
            &self.names,
        ]
        .map(Digest::bytes);
        Digest::of([PROGRAM.as_bytes()].into_iter().chain(parts))
    }

    /// The fingerprint of each of the `targets`, by path.
    pub(super) fn fingerprints(
        &self,
        outline: &Outline,
        targets: &[Target],
        selection: &Selection,
    ) -> BTreeMap<String, Digest> {
        let print = self.of_print(outline, selection);
        let labels = labels::look_up(&self.labels, &outline.summary.language);
        let labels = labels.map_or_else(|| Digest::of([]), |(_, digest)| *digest);
        let fingerprint = |target: &Target| {
            let depends = match (target.part, target.format) {
                (_, Format::Pdf) => print,
                (Part::Packet(at), Format::Markdown) => {
                    self.template(&outline.packets[at].template)
                }
                (Part::Packet(at), Format::Html) => {
                    let own = outline.packets[at].template.as_str();
                    self.of_page(
                        [own, "page.html", "style.css"]
                            .into_iter()
                            .chain(RUNNING_HEADS),
                    )
                }
                (Part::WholeKit | Part::Index, _) => {
                    let page = self.of_page(["kit-index.html", "style.css", "index.css"]);
                    Digest::of([of_formats(selection).bytes(), page.bytes()])
                }
            };
            let parts = [
                outline.sources,
                self.fills,
                labels,
                depends,
                self.looks.theme,
                self.looks.fonts,
            ];
            // Markdown has no look.
            let count = match target.format {
                Format::Markdown => parts.len() - 2,
                Format::Html | Format::Pdf => parts.len(),
            };
            let parts = parts[..count].iter().map(Digest::bytes);
            Digest::of([target.path.as_bytes()].into_iter().chain(parts))
        };
        let targets = targets.iter();
        targets
            .map(|it| (it.path.clone(), fingerprint(it)))
            .collect()
    }

    /// What PDFs depend on besides the guide.
    fn of_print(&self, outline: &Outline, selection: &Selection) -> Digest {
        let templates = outline.packets.iter().map(|packet| &*packet.template);
        let templates: BTreeSet<&str> = templates.chain(RUNNING_HEADS).collect();
        let templates: Vec<Digest> = templates.into_iter().map(|it| self.template(it)).collect();
        // All of it named, so that a new choice is not forgotten here.
        let Selection {
            formats: _,
            audiences: _,
            packets: _,
            paper,
            forms,
        } = selection;
        let forms = match forms {
            super::Forms::Fillable => "fillable",
            super::Forms::Drawn => "drawn",
        };
        let words = [
            paper.name().as_bytes(),
            forms.as_bytes(),
            self.looks.fonts.bytes(),
        ];
        Digest::of(words.into_iter().chain(templates.iter().map(Digest::bytes)))
    }

    /// All templates that a page is made of.
    fn of_page<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Digest {
        let names = names.into_iter().chain(self.looks.sheet);
        let templates: Vec<_> = names.map(|name| self.template(name)).collect();
        Digest::of(templates.iter().map(Digest::bytes))
    }

    /// The template of this name. One that is not there is named by a record from elsewhere.
    fn template(&self, name: &str) -> Digest {
        let known = self.templates.get(name);
        known
            .copied()
            .unwrap_or_else(|| Digest::of([name.as_bytes()]))
    }
}

/// The index page of a kit names files in these formats.
fn of_formats(selection: &Selection) -> Digest {
    let formats = selection.formats.iter();
    Digest::of(formats.map(|format| format.extension().as_bytes()))
}
