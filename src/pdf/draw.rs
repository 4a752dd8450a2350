//! Painting the pages, each once for all documents that it is in.

use std::collections::HashMap;
use std::sync::Arc;

use super::content;
use super::embed::EmbeddedFonts;
use super::save::Deflater;
use crate::layout::pages::{Content, Page, Pages};

/// What is drawn on a page, compressed: two content streams, one after the other.
pub(super) struct Drawn {
    pub(super) body: Arc<[u8]>,
    pub(super) furniture: Vec<u8>,
}

/// Bodies of pages that were drawn before, by where they are in memory. Most pages of a kit are
/// in two documents, a packet and the whole kit, and are drawn and compressed once.
#[derive(Default)]
pub(super) struct Bodies {
    drawn: HashMap<*const Vec<Content>, Body>,
}

struct Body {
    stream: Arc<[u8]>,
    /// Keeps the place in memory from being used for another body.
    _content: Arc<Vec<Content>>,
}

/// The content streams of each page.
///
/// Of printpdf there are only the operators here. A document of its own would copy and parse the
/// fonts anew, map each glyph to the last text it stood for, and round widths down. The fonts are
/// added later, by the names that the pages call them.
pub(super) fn draw(
    pages: &Pages,
    fonts: &EmbeddedFonts,
    bodies: &mut Bodies,
    deflater: &mut Deflater,
) -> Vec<Drawn> {
    let draw = |page: &Page| {
        let furniture = deflater.deflate(&content::furniture(page, pages, fonts));
        let body = bodies.drawn.entry(Arc::as_ptr(&page.body));
        let body = body.or_insert_with(|| Body {
            stream: deflater.deflate(&content::body(page, pages, fonts)).into(),
            _content: Arc::clone(&page.body),
        });
        Drawn {
            body: Arc::clone(&body.stream),
            furniture,
        }
    };
    pages.pages.iter().map(draw).collect()
}
