//! The logo: above the title, on the first page.

use super::Composer;
use crate::layout::pages::{Content, Item, Length, PT, Rect, Role};
use crate::layout::slice::{Flow, Hold, Room, Slice};

/// Weak space below the logo: it stands for itself, but at the head of what follows.
const BELOW: Length = 16 * PT;

impl Composer<'_> {
    /// Adds the logo of the theme, if it has one.
    pub fn logo(&mut self, room: Room, flow: &mut Flow) {
        let Some(logo) = self.theme.logo.clone() else {
            return;
        };
        let (width, height) = logo.size(room.width);
        let node = self.tree.add(Role::Figure, room.parent);
        let rect = Rect {
            x: room.x,
            y: 0,
            width,
            height,
        };
        flow.push(Slice {
            hold: Hold::Next,
            after: BELOW,
            content: vec![Content {
                node: Some(node),
                items: vec![Item::Picture { rect, logo }],
            }],
            ..Slice::blank(height)
        });
    }
}
