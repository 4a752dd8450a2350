//! Panels: a tint with a coloured edge, which goes on where the panel breaks over pages, below the
//! panel's label or, where it has none, the heading that it stands under.

use crate::document::{Block, PanelKind, ParagraphStyle};

use super::Composer;
use crate::layout::pages::{Colour, Role};
use crate::layout::slice::{Backdrop, Edge, Flow, Hold, Look, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{
    AROUND_BLOCK, GREEN, LEAST_ROOM, PANEL, PANEL_GREEN, PANEL_PAD, PANEL_SIDE,
};

impl Composer<'_> {
    pub(super) fn panel(&mut self, kind: PanelKind, blocks: &[Block], room: Room, flow: &mut Flow) {
        let (fill, edge, accent) = self.panel_colours(kind);
        let node = self.tree.add(Role::Quote, room.parent);
        let indented = room.indented(PANEL_SIDE).under(node);
        let width = (indented.width - PANEL_SIDE).max(LEAST_ROOM);
        let inner = Room {
            width,
            accent,
            ..indented
        };
        let id = self.backdrop();
        let mark = flow.mark();
        flow.push(Slice {
            hold: Hold::Next,
            ..Slice::blank(PANEL_PAD)
        });
        self.blocks(blocks, inner, flow);
        let title = label(blocks).unwrap_or_else(|| self.subject.clone());
        self.carry_on(&title, inner, mark, flow);
        flow.trim(mark + 1);
        flow.hold_last();
        flow.push(Slice::blank(PANEL_PAD));
        let ground = Backdrop {
            id,
            x: room.x,
            width: room.width,
            look: Look::Panel { fill, edge },
            end: Edge::Middle,
        };
        let last = flow.mark() - 1;
        for (index, slice) in flow.slices.iter_mut().enumerate().skip(mark) {
            let end = match index {
                _ if index == mark => Edge::First,
                _ if index == last => Edge::Last,
                _ => Edge::Middle,
            };
            // An outer panel is painted before the panels in it.
            slice.backdrops.insert(0, Backdrop { end, ..ground });
        }
        flow.space(mark, AROUND_BLOCK, AROUND_BLOCK);
    }

    /// Tint, edge and labels of a panel.
    fn panel_colours(&self, kind: PanelKind) -> (Colour, Colour, Colour) {
        match kind {
            PanelKind::Directions => (PANEL, self.theme.accent(), self.theme.accent()),
            PanelKind::ReadAloud => (PANEL_GREEN, GREEN, GREEN),
            PanelKind::Note => (PANEL, self.theme.grey(), self.theme.accent()),
        }
    }
}

/// The words of the label that a panel begins with.
fn label(blocks: &[Block]) -> Option<String> {
    match blocks.first()? {
        Block::Paragraph {
            style: ParagraphStyle::Label,
            content,
        } => Some(text::plain(content)),
        _ => None,
    }
}
