//! Fingerprints: a file whose fingerprint is still the same would come out the same.
//!
//! A fingerprint is taken of what goes in, as bytes: the guide's file and its bases, the entries that
//! they include from libraries (not what else is in those), the words for its blanks, the template of the packet with all that it includes, the workspace's labels in its
//! language, and what the format needs besides. So it may change where the packet does not (a
//! comment in a guide), but never the other way round. The program is not part of it: its [`VERSION`] stands once in the manifest, and what
//! this clone was built with in its record, see [`PROGRAM`].
//!
//! All PDFs of a kit share one cut of the fonts, which holds what any of them needs. A PDF hence
//! depends on all templates of its kit, and on nothing that was selected: asking for one packet
//! gives the bytes that it has among all others.

use super::Selection;
use super::digest::Digest;
use super::outline::{Outline, Part, Target};
use crate::check::PrintedWith;
use crate::kit::Format;
use crate::labels;
use crate::layout::Paper;
use crate::lint::Levels;
use crate::template::Library;
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
    fills: Digest,
    fonts: Digest,
    /// The workspace's files of labels, by their languages. Those that come with hirekit are part of
    /// the program.
    labels: BTreeMap<String, Digest>,
    /// Which rules keep guides from being built.
    levels: Digest,
    /// Each template with all that it includes.
    templates: BTreeMap<&'static str, Digest>,
}

impl Common {
    pub(super) fn of(with: PrintedWith<'_>, library: &Library, fonts: Digest) -> Self {
        let labels = with.languages.own().iter();
        let labels = labels.map(|(tag, file)| (tag.clone(), Digest::of([file.text.as_bytes()])));
        let fills = with.fills.iter().flat_map(|(name, words)| [name, words]);
        let levels = with.levels.map(Levels::fingerprint);
        let templates = library.closures().into_iter();
        let templates = templates.map(|(name, texts)| {
            let digest = Digest::of(texts.into_iter().map(str::as_bytes));
            (name, digest)
        });
        Self {
            fills: Digest::of(fills.map(String::as_bytes)),
            fonts,
            labels: labels.collect(),
            levels: Digest::of(levels.iter().map(String::as_bytes)),
            templates: templates.collect(),
        }
    }

    /// What decides whether a guide has findings, besides its files.
    pub(super) fn of_check(&self) -> Digest {
        let labels = self.labels.iter();
        let labels = labels.flat_map(|(tag, file)| [tag.as_bytes(), file.bytes()]);
        let labels = Digest::of(labels);
        let parts = [&self.fills, &self.fonts, &labels, &self.levels].map(Digest::bytes);
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
                (Part::Packet(at), _) => self.template(&outline.packets[at].template),
                (Part::WholeKit | Part::Index, _) => of_formats(selection),
            };
            let parts = [outline.sources, self.fills, labels, depends];
            let parts = parts.iter().map(Digest::bytes);
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
        let templates: BTreeSet<&str> = templates.collect();
        let templates: Vec<Digest> = templates.into_iter().map(|it| self.template(it)).collect();
        // All of it named, so that a new choice is not forgotten here.
        let Selection {
            formats: _,
            audiences: _,
            packets: _,
            paper,
            forms,
        } = selection;
        let paper = match paper {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        };
        let forms = match forms {
            super::Forms::Fillable => "fillable",
            super::Forms::Drawn => "drawn",
        };
        let words = [paper.as_bytes(), forms.as_bytes(), self.fonts.bytes()];
        Digest::of(words.into_iter().chain(templates.iter().map(Digest::bytes)))
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
