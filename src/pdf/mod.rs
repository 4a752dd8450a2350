//! PDF: [`Pages`] become the bytes of a tagged PDF 1.7 file that meets PDF/UA-1.
//!
//! The pages are drawn with printpdf's operators; lopdf's objects are put together around them, with
//! everything that printpdf cannot express. In order:
//!
//! 1. `draw` paints the pages: `content` says with which operators, `operators` spells them.
//! 2. `draft` starts the document that the next steps add to.
//! 3. `picture` adds the logo, and `embed` the faces in use.
//! 4. `links` adds the areas to click.
//! 5. `forms` adds the places to fill in.
//! 6. `structure` adds the tree that tells a screen reader what the marks on paper mean.
//! 7. `outline` adds the bookmarks.
//! 8. `metadata` adds title and language.
//! 9. `save` compresses and writes it all, in the spelling of `syntax`; small objects that
//!    are done earlier wait in `spelled`, most of them written there by `objects`.
//!
//! Only this module knows the PDF crates. The same pages give the same bytes, always: no
//! clock, no randomness, no identifiers from a process-wide counter.

mod content;
mod draft;
mod draw;
mod embed;
mod forms;
mod links;
mod marks;
mod metadata;
mod objects;
mod operators;
mod outline;
mod picture;
mod save;
mod shapes;
mod spelled;
mod structure;
mod syntax;
#[cfg(test)]
mod tests;

pub use embed::EmbeddedFonts;

use crate::layout::pages::{Length, PT, Pages};
use draft::Draft;
use draw::Bodies;
use picture::Pictures;
use save::Deflater;

/// Writes the documents of one kit. What they have in common, fonts and pages, is prepared once.
pub struct Writer {
    fonts: EmbeddedFonts,
    bodies: Bodies,
    pictures: Pictures,
    deflater: Deflater,
}

impl Writer {
    /// `fonts` must hold the glyphs of all pages to be written.
    pub fn new(fonts: EmbeddedFonts) -> Self {
        Self {
            fonts,
            bodies: Bodies::default(),
            pictures: Pictures::default(),
            deflater: Deflater::quick(),
        }
    }

    /// Writes a laid-out packet as a PDF file. What was written before makes no difference to
    /// its bytes.
    pub fn write(&mut self, pages: &Pages) -> Vec<u8> {
        let drawn = draw::draw(pages, &self.fonts, &mut self.bodies, &mut self.deflater);
        let mut draft = Draft::new(pages, drawn);
        picture::add(&mut draft, pages, &mut self.pictures);
        embed::add(&mut draft, pages, &self.fonts);
        let links = links::add(&mut draft, pages);
        let keys = pages.pages.len() + links.iter().map(Vec::len).sum::<usize>();
        let fields = forms::add(&mut draft, pages, keys);
        structure::add(&mut draft, pages, &links, &fields);
        outline::add(&mut draft, pages);
        metadata::add(&mut draft, pages);
        save::save(draft, &mut self.deflater)
    }
}

/// A length in points, the unit of PDF. Lengths on paper have so few digits that an `f32`
/// prints as exactly the three decimals it came from.
fn points(length: Length) -> f32 {
    length as f32 / PT as f32
}
