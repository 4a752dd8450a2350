//! Page layout: a [`Document`] becomes positioned text, lines and boxes.
//!
//! 1. *collect*: every block becomes [slices](mod@slice), from top to bottom; its text is
//!    collected, prepared, broken and placed in [`text`];
//! 2. *break*: the slices are distributed over pages by what may be parted ([`paginate`]),
//!    closer than usual where that keeps things together ([`squeeze`]);
//! 3. *distribute*: what pages leave blank becomes room for notes ([`fill`]);
//! 4. *finalize*: everything is positioned on the paper, as a [`Body`] ([`body`]).
//!
//! A body is laid out once. [`finish`] puts running heads and page numbers around it, and
//! [`bind`] puts many of them in one document, after their table of contents.

mod blocks;
mod body;
mod contents;
mod dump;
mod field;
mod fill;
mod furniture;
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
use crate::font::Fonts;
use crate::kit::Imprint;

use blocks::Composer;
use field::Naming;
use pages::{Page, Pages};
use slice::{Flow, Room};
use tree::ROOT;

pub use body::Body;
pub use contents::bind;
pub use dump::dump;
pub use theme::{Paper, Theme};

/// Lays out a packet, complete with running heads and page numbers.
pub fn lay_out(document: &Document, imprint: &Imprint, theme: Theme, fonts: &Fonts<'_>) -> Pages {
    finish(compose(document, theme, fonts), imprint, theme, fonts)
}

/// Lays out the body of a packet.
pub fn compose(document: &Document, theme: Theme, fonts: &Fonts<'_>) -> Body {
    let mut composer = Composer::new(fonts, theme);
    let mut flow = Flow::default();
    composer.blocks(&document.blocks, Room::page(&theme, ROOT), &mut flow);
    let sheets = fill::distribute(&flow, theme.depth());
    body::finalize(sheets, composer.tree.nodes)
}

/// Puts running heads and page numbers around a body.
pub fn finish(body: Body, imprint: &Imprint, theme: Theme, fonts: &Fonts<'_>) -> Pages {
    let mut composer = Composer::new(fonts, theme);
    let count = body.pages.len();
    let pages = body.pages.into_iter().enumerate().map(|(index, leaf)| {
        let place = furniture::Place {
            number: index + 1,
            count,
        };
        contents::page(&mut composer, leaf, imprint, place)
    });
    let mut pages: Vec<Page> = pages.collect();
    Naming::default().packet(&mut pages);
    Pages {
        title: document_title(imprint),
        language: imprint.language.clone(),
        pages,
        structure: body.structure,
        outline: body.outline,
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
