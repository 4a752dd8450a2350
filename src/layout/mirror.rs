//! Mirror: a page in a language that is read to the left.
//!
//! Such a page is laid out like any other, from the side where reading begins; only words know that
//! they are read the other way ([`text`](super::text)). When it is finished, everything on it changes
//! sides at once: margins, panels, columns, lists, figures and running heads.

use super::pages::{Item, Length, Page, Rect};
use std::sync::Arc;

/// The page with everything on the other side.
pub(super) fn mirrored(mut page: Page) -> Page {
    let width = page.width;
    page.furniture.iter_mut().for_each(|item| turn(item, width));
    for content in Arc::make_mut(&mut page.body) {
        content.items.iter_mut().for_each(|item| turn(item, width));
    }
    for link in &mut page.links {
        link.rect = turned(link.rect, width);
    }
    for field in &mut page.fields {
        field.rect = turned(field.rect, width);
    }
    page
}

fn turn(item: &mut Item, width: Length) {
    match item {
        // What is within a run stays: its glyphs are in their places already.
        Item::Text(run) => run.x = width - run.x - run.width(),
        Item::Line { from, to, .. } => {
            // Lines go on from left to right.
            (from.0, to.0) = (width - to.0, width - from.0);
            (from.1, to.1) = (to.1, from.1);
        }
        Item::Box { rect, .. } | Item::Picture { rect, .. } => *rect = turned(*rect, width),
        Item::Circle { centre, .. } => centre.0 = width - centre.0,
    }
}

fn turned(rect: Rect, width: Length) -> Rect {
    Rect {
        x: width - rect.x - rect.width,
        ..rect
    }
}
