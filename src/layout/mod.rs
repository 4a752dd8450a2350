//! Page layout: a [`Document`] becomes positioned text, lines and boxes.
//!
//! 1. *collect*: every block becomes [slices](mod@slice), from top to bottom; its text is
//!    collected, prepared, broken and placed in [`text`];
//! 2. *break*: the slices are distributed over pages by what may be parted ([`paginate`]),
//!    closer than usual where that keeps things together ([`squeeze`]);
//! 3. *distribute*: what pages leave blank becomes the usual space again ([`loosen`]) and then room
//!    for notes ([`fill`]), about the same on each of them ([`even`]);
//! 4. *finalize*: everything is positioned on the paper, as a [`Body`] ([`body`]).
//!
//! A [`Typesetter`] does that for the packets of a kit. A body is laid out once: it then gets running
//! heads and page numbers as a document of its own, and as a part of the whole kit.

mod blocks;
mod body;
mod contents;
mod dump;
mod even;
mod field;
mod fill;
mod furniture;
mod loosen;
mod mirror;
pub mod pages;
mod paginate;
mod part;
mod share;
mod shift;
mod slice;
mod squeeze;
mod text;
pub mod theme;
mod tree;

#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::font::{Fonts, Vocabulary};
use crate::kit::Imprint;
use crate::labels::Labels;
use crate::theme::Theme;

use blocks::Composer;
use field::Naming;
use pages::{Page, Pages};
use slice::{Flow, Room};
use tree::ROOT;

pub use body::Body;
pub use dump::dump;

/// What the packets of a kit are laid out with. It remembers every word that it has shaped:
/// packets have most of their words in common. What was laid out before makes no difference.
pub struct Typesetter<'f>(Composer<'f>);

impl<'f> Typesetter<'f> {
    /// A typesetter that has laid out nothing yet. Words of our own are the `labels`.
    pub fn new(theme: Theme, fonts: &'f Fonts<'f>, labels: &'f Labels) -> Self {
        Self::with(Vocabulary::default(), theme, fonts, labels)
    }

    /// A typesetter that knows some words of the fonts already.
    pub fn with(
        vocabulary: Vocabulary,
        theme: Theme,
        fonts: &'f Fonts<'f>,
        labels: &'f Labels,
    ) -> Self {
        Self(Composer::new(fonts, vocabulary, theme, labels))
    }

    /// All words that it knows now. It forgets them.
    pub fn take_vocabulary(&mut self) -> Vocabulary {
        self.0.take_vocabulary()
    }

    /// Lays out the body of a packet.
    pub fn compose(&mut self, document: &Document) -> Body {
        let composer = &mut self.0;
        composer.begin();
        let mut flow = Flow::default();
        let room = Room::page(&composer.theme, ROOT);
        composer.logo(room, &mut flow);
        composer.blocks(&document.blocks, room, &mut flow);
        let nodes = std::mem::take(&mut composer.tree.nodes);
        body::finalize(&flow, &composer.theme, nodes)
    }

    /// Puts running heads and page numbers around a body.
    pub fn finish(&mut self, body: Body, imprint: &Imprint) -> Pages {
        let count = body.pages.len();
        let pages = body.pages.into_iter().enumerate().map(|(index, leaf)| {
            let place = furniture::Place {
                number: index + 1,
                count,
            };
            contents::page(&mut self.0, leaf, imprint, place)
        });
        let mut pages: Vec<Page> = pages.collect();
        Naming::default().packet(&mut pages);
        Pages {
            title: document_title(imprint),
            language: imprint.labels.language.clone(),
            direction: imprint.labels.direction.into(),
            pages,
            structure: body.structure,
            outline: body.outline,
        }
    }

    /// Binds packets into one document, in order: its table of contents first, then each packet
    /// from a new page, with its own running heads, numbered through.
    ///
    /// The cover's imprint names the kit; its title heads the contents.
    pub fn bind(&mut self, cover: &Imprint, parts: &[(&Body, &Imprint)]) -> Pages {
        self.0.begin();
        contents::bind(&mut self.0, cover, parts)
    }

    /// Lays out a packet, complete with running heads and page numbers.
    pub fn lay_out(&mut self, document: &Document, imprint: &Imprint) -> Pages {
        let body = self.compose(document);
        self.finish(body, imprint)
    }
}

/// "IT Manager · Screening interview".
fn document_title(imprint: &Imprint) -> String {
    let parts = [imprint.role.as_str(), imprint.title.as_str()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
