//! Cells: the words of a cell, hanging beside the circle to mark.

use crate::document::{Alignment, Cell};

use crate::layout::blocks::Composer;
use crate::layout::pages::{Content, Item, Length, NodeId, PT};
use crate::layout::slice::{Flow, Slice};
use crate::layout::text::{self, Setting};
use crate::layout::theme::{LEAST_ROOM, MARK, Style};

/// Radius of a circle to mark.
const RADIUS: Length = 34 * PT / 10;
/// From the left edge of a circle to the words beside it.
pub(super) const MARK_HANG: Length = 2 * RADIUS + 3 * PT;
/// The outline of a circle.
const CIRCLE_LINE: Length = 8 * PT / 10;

/// Where a cell is and how it is set.
pub(super) struct CellSetting {
    /// Left edge of its column.
    pub x: Length,
    /// Width of its column.
    pub width: Length,
    /// How its words are set.
    pub style: Style,
    /// Space left and right of its words.
    pub side: Length,
    /// To which side.
    pub align: Alignment,
    /// Its node; `None` for decoration.
    pub node: Option<NodeId>,
}

impl Composer<'_> {
    /// The lines of a cell.
    pub(super) fn cell(&mut self, cell: &Cell, at: &CellSetting) -> Flow {
        let hang = if cell.mark.is_some() { MARK_HANG } else { 0 };
        let (x, style) = (at.x + at.side, at.style);
        let width = (at.width - 2 * at.side - hang).max(LEAST_ROOM / 4);
        let setting = Setting {
            style,
            x: x + hang,
            width,
            align: at.align,
            node: at.node,
        };
        let lines = self.set(&cell.content, setting);
        let mut flow = Flow::default();
        lines
            .into_iter()
            .for_each(|line| flow.push(Slice::line(line)));
        if cell.mark.is_some() {
            if flow.slices.is_empty() {
                let mut empty = Slice::blank(style.leading);
                empty.baseline = text::baseline(self.tools().fonts, style);
                flow.push(empty);
            }
            let first = &mut flow.slices[0];
            // Centred on the small letters of the first line.
            let y = first.baseline - style.size * 32 / 100;
            first.content.insert(0, circle(x + RADIUS, y));
        }
        flow
    }
}

/// A circle to mark.
fn circle(x: Length, y: Length) -> Content {
    let stroke = Some((CIRCLE_LINE, MARK));
    let item = Item::Circle {
        centre: (x, y),
        radius: RADIUS,
        fill: None,
        stroke,
    };
    Content {
        node: None,
        items: vec![item],
    }
}
