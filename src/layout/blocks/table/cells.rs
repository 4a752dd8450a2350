//! Cells: the words of a cell, hanging beside the circle to mark.

use crate::document::{Alignment, Cell, Mark};

use crate::layout::blocks::Composer;
use crate::layout::field::{self, ENTRY_HEIGHT, FieldArea};
use crate::layout::pages::{Content, FieldKind, Item, Length, NodeId, PT, Rect};
use crate::layout::slice::{Flow, Slice};
use crate::layout::text::{self, Setting};
use crate::layout::theme::{LEAST_ROOM, MARK, Style};

/// Radius of a circle to mark.
const RADIUS: Length = 34 * PT / 10;
/// From the left edge of a circle to the words beside it.
pub(super) const MARK_HANG: Length = 2 * RADIUS + 3 * PT;
/// The outline of a circle.
const CIRCLE_LINE: Length = 8 * PT / 10;
/// Between the outline of a cell and what is written into it.
const INSET: Length = PT;

/// Words are set in no less than this: room for the widest letter.
pub(super) const LEAST_WORD: Length = LEAST_ROOM / 4;

/// Where a cell is and how it is set.
pub(super) struct CellSetting<'a> {
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
    /// Its node.
    pub node: NodeId,
    /// What its row and its column are called.
    pub names: (&'a str, &'a str),
}

impl Composer<'_> {
    /// The lines of a cell.
    pub(super) fn cell(&mut self, cell: &Cell, at: &CellSetting<'_>) -> Flow {
        let hang = if cell.mark.is_some() { MARK_HANG } else { 0 };
        let (x, style) = (at.x + at.side, at.style);
        let width = (at.width - 2 * at.side - hang).max(LEAST_WORD);
        let setting = Setting {
            style,
            x: x + hang,
            width,
            align: at.align,
            node: Some(at.node),
        };
        let lines = self.set(&cell.content, setting);
        let mut flow = Flow::default();
        lines
            .into_iter()
            .for_each(|line| flow.push(Slice::line(line)));
        if let Some(mark) = &cell.mark {
            if flow.slices.is_empty() {
                let mut empty = Slice::blank(style.leading);
                empty.baseline = text::baseline(self.tools().fonts, style);
                flow.push(empty);
            }
            let first = &mut flow.slices[0];
            // Centred on the small letters of the first line.
            let y = first.baseline - style.size * 32 / 100;
            first.content.insert(0, circle(x + RADIUS, y));
            first
                .fields
                .push(self.mark_field(mark, (x + RADIUS, y), at));
        }
        flow
    }

    /// Where a level is chosen.
    fn mark_field(
        &mut self,
        mark: &Mark,
        centre: (Length, Length),
        at: &CellSetting<'_>,
    ) -> FieldArea {
        let (row, column) = at.names;
        let kind = FieldKind::Radio {
            value: mark.value.as_str().into(),
            choice: field::tooltip(&[row], &mark.field),
        };
        let tooltip = field::tooltip(&[row, column], &mark.value);
        let rect = field::around(centre, RADIUS);
        FieldArea::new((self.field(), &mark.field), kind, rect, &tooltip, at.node)
    }

    /// Where the name at the head of a column is typed, from a height on down.
    pub(super) fn name_field(
        &mut self,
        field: &str,
        (top, height): (Length, Length),
        at: &CellSetting<'_>,
    ) -> FieldArea {
        let rect = Rect {
            x: at.x + INSET,
            y: top,
            width: at.width - 2 * INSET,
            height: height - INSET,
        };
        let (row, column) = at.names;
        let tooltip = field::tooltip(&[row, column], field);
        let id = (self.field(), field);
        FieldArea::new(id, FieldKind::NAME, rect, &tooltip, at.node)
    }

    /// Where a cell of a grid is typed into: a line in its middle, since some viewers set words
    /// at the bottom of a higher field, below those beside it.
    pub(super) fn grid_field(
        &mut self,
        field: &str,
        height: Length,
        at: &CellSetting<'_>,
    ) -> FieldArea {
        let rect = Rect {
            x: at.x + INSET,
            y: (height - ENTRY_HEIGHT) / 2,
            width: at.width - 2 * INSET,
            height: ENTRY_HEIGHT,
        };
        let (row, column) = at.names;
        let tooltip = field::tooltip(&[row, column], field);
        FieldArea::new(
            (self.field(), field),
            FieldKind::CENTRED,
            rect,
            &tooltip,
            at.node,
        )
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
