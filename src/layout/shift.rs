//! Moving what is drawn.

use super::pages::{Content, Item, Length, Rect};

/// The same content further right and down.
pub(super) fn shifted(content: &Content, dx: Length, dy: Length) -> Content {
    let items = content
        .items
        .iter()
        .map(|item| shifted_item(item, dx, dy))
        .collect();
    Content {
        node: content.node,
        items,
    }
}

/// The same rectangle further right and down.
pub(super) fn shifted_rect(rect: Rect, dx: Length, dy: Length) -> Rect {
    Rect {
        x: rect.x + dx,
        y: rect.y + dy,
        ..rect
    }
}

fn shifted_item(item: &Item, dx: Length, dy: Length) -> Item {
    let mut item = item.clone();
    match &mut item {
        Item::Text(run) => (run.x, run.y) = (run.x + dx, run.y + dy),
        Item::Line { from, to, .. } => {
            *from = (from.0 + dx, from.1 + dy);
            *to = (to.0 + dx, to.1 + dy);
        }
        Item::Box { rect, .. } | Item::Picture { rect, .. } => *rect = shifted_rect(*rect, dx, dy),
        Item::Circle { centre, .. } => *centre = (centre.0 + dx, centre.1 + dy),
    }
    item
}
