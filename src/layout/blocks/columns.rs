//! Columns: blocks side by side, read one column after the other.

use crate::document::Block;

use super::Composer;
use crate::layout::pages::{Length, PT, Role};
use crate::layout::slice::{Flow, Room, Slice, Tear};
use crate::layout::theme::{AFTER_TEXT, GUTTER};

/// Columns narrower than this are set one below the other.
const NARROWEST: Length = 90 * PT;

/// Weak space above columns: as above a label, which they usually begin with.
const ABOVE: Length = 5 * PT;

impl Composer<'_> {
    pub(super) fn columns(&mut self, columns: &[Vec<Block>], room: Room, flow: &mut Flow) {
        let count = columns.len().max(1) as Length;
        let width = (room.width - GUTTER * (count - 1)) / count;
        if count == 1 || width < NARROWEST {
            for blocks in columns {
                self.blocks(blocks, room, flow);
            }
            return;
        }
        let mut beside = Vec::new();
        for (index, blocks) in columns.iter().enumerate() {
            let node = self.tree.add(Role::Section, room.parent);
            let x = room.x + (width + GUTTER) * index as Length;
            let mut column = Flow::default();
            self.blocks(
                blocks,
                Room {
                    x,
                    width,
                    ..room.under(node)
                },
                &mut column,
            );
            column.trim(0);
            beside.push(column);
        }
        let mut slice = Slice {
            tear: Tear::Roomy,
            ..Slice::beside(beside)
        };
        (slice.before, slice.after) = (ABOVE, AFTER_TEXT);
        flow.push(slice);
    }
}
