//! Painting the pages with printpdf.

use lopdf::{Object, ObjectId};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use super::embed::EmbeddedFonts;
use super::{content, points};
use crate::layout::pages::{Page, Pages};

/// The content stream of each page.
///
/// printpdf is not given the fonts: it would copy and parse them anew for every document, map
/// each glyph to the last text it stood for, and round widths down. The fonts are added later, by
/// the names that the pages call them.
pub(super) fn draw(pages: &Pages, fonts: &EmbeddedFonts) -> Vec<Vec<u8>> {
    let mut document = PdfDocument::new("");
    document.pages = pages
        .pages
        .iter()
        .map(|page| paint(page, pages, fonts))
        .collect();
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

fn paint(page: &Page, pages: &Pages, fonts: &EmbeddedFonts) -> PdfPage {
    let paper = Rect::from_wh(Pt(points(page.width)), Pt(points(page.height)));
    PdfPage {
        media_box: paper.clone(),
        trim_box: paper.clone(),
        crop_box: paper,
        ops: content::operators(page, pages, fonts),
    }
}

fn take_content(document: &mut lopdf::Document, page: ObjectId) -> Vec<u8> {
    let content = document.get_page_contents(page);
    let content = content.first().and_then(|id| document.objects.get_mut(id));
    match content {
        Some(Object::Stream(stream)) => std::mem::take(&mut stream.content),
        _ => unreachable!("printpdf gives every page one content stream"),
    }
}
