//! Painting the pages with printpdf.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use lopdf::{Object, ObjectId};
use printpdf::{Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use super::embed::EmbeddedFonts;
use super::save::Deflater;
use super::{content, points};
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

/// So many pages are painted together: printpdf takes a while to start, and the operators of a
/// page take much more room than the page.
const BATCH: usize = 4;

/// The content streams of each page.
///
/// printpdf is not given the fonts: it would copy and parse them anew for every document, map
/// each glyph to the last text it stood for, and round widths down. The fonts are added later, by
/// the names that the pages call them.
pub(super) fn draw(
    pages: &Pages,
    fonts: &EmbeddedFonts,
    bodies: &mut Bodies,
    deflater: &mut Deflater,
) -> Vec<Drawn> {
    let mut drawn = Vec::new();
    for batch in pages.pages.chunks(BATCH) {
        draw_batch(batch, (pages, fonts), (bodies, deflater), &mut drawn);
    }
    drawn
}

fn draw_batch(
    batch: &[Page],
    (pages, fonts): (&Pages, &EmbeddedFonts),
    (bodies, deflater): (&mut Bodies, &mut Deflater),
    drawn: &mut Vec<Drawn>,
) {
    let mut sheets = Vec::new();
    for page in batch {
        sheets.push(sheet(page, content::furniture(page, pages, fonts)));
        if !bodies.drawn.contains_key(&Arc::as_ptr(&page.body)) {
            sheets.push(sheet(page, content::body(page, pages, fonts)));
        }
    }
    let mut streams = streams(sheets).into_iter();
    let mut next = || deflater.deflate(&streams.next().expect("printpdf draws every page"));
    for page in batch {
        let furniture = next();
        let body = match bodies.drawn.entry(Arc::as_ptr(&page.body)) {
            Entry::Occupied(known) => Arc::clone(&known.get().stream),
            Entry::Vacant(new) => {
                let stream: Arc<[u8]> = next().into();
                new.insert(Body {
                    stream: Arc::clone(&stream),
                    _content: Arc::clone(&page.body),
                });
                stream
            }
        };
        drawn.push(Drawn { body, furniture });
    }
}

/// A page for printpdf.
fn sheet(page: &Page, ops: Vec<Op>) -> PdfPage {
    let paper = Rect::from_wh(Pt(points(page.width)), Pt(points(page.height)));
    PdfPage {
        media_box: paper.clone(),
        trim_box: paper.clone(),
        crop_box: paper,
        ops,
    }
}

/// The content stream that printpdf writes for each page.
fn streams(sheets: Vec<PdfPage>) -> Vec<Vec<u8>> {
    let mut document = PdfDocument::new("");
    document.pages = sheets;
    let options = PdfSaveOptions {
        // The operators that show text are written out in `content`.
        secure: false,
        ..PdfSaveOptions::default()
    };
    let mut drawn = document.to_lopdf_document(&options, &mut Vec::new());
    let ids: Vec<ObjectId> = drawn.page_iter().collect();
    ids.into_iter()
        .map(|page| take_content(&mut drawn, page))
        .collect()
}

fn take_content(document: &mut lopdf::Document, page: ObjectId) -> Vec<u8> {
    let content = document.get_page_contents(page);
    let content = content.first().and_then(|id| document.objects.get_mut(id));
    match content {
        Some(Object::Stream(stream)) => std::mem::take(&mut stream.content),
        _ => unreachable!("printpdf gives every page one content stream"),
    }
}
