//! Tables: widths, then the header, then row by row.
//!
//! The three styles differ in how widths are found ([`widths`]) and in how a row is drawn
//! ([`rows`]); the order of things, here, is the same for all. A [`grid`] may be lowered to fit a
//! page.

mod cells;
mod grid;
mod rows;
mod widths;

use crate::document::{Alignment, Cell, Inline, Row, Table, TableStyle};

use super::Composer;
use crate::layout::pages::{Length, NodeId, PT, Role};
use crate::layout::slice::{Flow, Hold, Room};
use crate::layout::text;
use crate::layout::theme::{
    ANCHOR, ANCHOR_PAD, ANCHOR_SIDE, AROUND_BLOCK, CELL, CELL_PAD, CELL_SIDE, LABEL, LEAST_ROOM,
    LEVEL, Style,
};

/// A plain table of at most this many rows stays on one page where it fits.
const SHORT: usize = 6;
/// Weak space above a table: its header or first row brings some white of its own.
const ABOVE_TABLE: Length = 8 * PT;
/// Between words set to the end of their column and those of the next one, besides their sides.
const APART: Length = 5 * PT;
/// A header higher than this part of a page is not repeated: it would leave no room for rows.
const HIGHEST_REPEAT: Length = 4;
/// Rows lower than this part of a page are held in pairs at both ends of a table, so that none
/// is alone on its page.
const LOW_ROW: Length = 8;

/// Where the columns of a table are and how its cells are set.
struct Plan<'a> {
    table: &'a Table,
    room: Room,
    /// Left edge of each column.
    xs: Vec<Length>,
    /// Width of each column.
    widths: Vec<Length>,
    /// What each column is called.
    names: Vec<String>,
    /// How cells are set.
    style: Style,
    /// How the header is set.
    head: Style,
    /// Space left and right of the text of a cell.
    side: Length,
    /// Weak space above and below the text of a row.
    pad: Length,
}

impl Composer<'_> {
    pub(in crate::layout) fn table(&mut self, table: &Table, room: Room, flow: &mut Flow) {
        let columns = column_count(table);
        let most = (room.width / LEAST_ROOM).max(1) as usize;
        if columns > most {
            // More columns than the paper can hold follow as further tables.
            for first in (0..columns).step_by(most) {
                self.table(&part(table, first..columns.min(first + most)), room, flow);
            }
            return;
        }
        if columns == 0 {
            return;
        }
        let node = self.tree.add(Role::Table, room.parent);
        let plan = self.plan(table, columns, room.under(node));
        let mark = flow.mark();
        let repeat = self.table_head(&plan, flow);
        self.table_body(&plan, repeat, flow);
        if table.style == TableStyle::Grid {
            grid::to_page(&mut flow.slices[mark..], self.theme.depth());
            grid::give(&mut flow.slices[mark..]);
        }
        if table.style != TableStyle::Plain || table.rows.len() <= SHORT {
            flow.keep(mark);
        }
        flow.space(mark, ABOVE_TABLE, AROUND_BLOCK);
    }

    fn plan<'a>(&mut self, table: &'a Table, columns: usize, room: Room) -> Plan<'a> {
        let (style, side, pad) = match table.style {
            TableStyle::Scorecard => (ANCHOR, ANCHOR_SIDE, ANCHOR_PAD),
            TableStyle::Plain | TableStyle::Grid => (CELL, CELL_SIDE, CELL_PAD),
        };
        let head = match table.style {
            TableStyle::Scorecard => LEVEL,
            TableStyle::Plain | TableStyle::Grid => LABEL,
        };
        let head = head.in_colour(self.theme.accent()).balanced();
        let widths = self.column_widths(table, columns, room.width, (style, head, side));
        let mut xs = Vec::with_capacity(columns);
        let mut x = room.x;
        for width in &widths {
            xs.push(x);
            x += width;
        }
        let name = |column: usize| {
            table
                .head
                .get(column)
                .map(|cell| text::plain(&cell.content))
        };
        let names = (0..columns).map(|column| name(column).unwrap_or_default());
        Plan {
            table,
            names: names.collect(),
            room,
            xs,
            widths,
            style,
            head,
            side,
            pad,
        }
    }

    /// The header, and what of it is repeated on later pages.
    fn table_head(&mut self, plan: &Plan<'_>, flow: &mut Flow) -> Option<usize> {
        if is_blank(&plan.table.head) {
            return None;
        }
        let head = self.tree.add(Role::TableHead, plan.room.parent);
        let row = self.head_row(plan, head);
        let rule = rows::strong_rule(plan, self.theme.accent());
        let height = row.height;
        let repeat = self.repeated_head(plan, &row, &rule);
        flow.push(row);
        flow.push(rule);
        if height > self.theme.depth() / HIGHEST_REPEAT {
            return None;
        }
        flow.repeats.push(repeat);
        Some(flow.repeats.len() - 1)
    }

    fn table_body(&mut self, plan: &Plan<'_>, repeat: Option<usize>, flow: &mut Flow) {
        let body = self.tree.add(Role::TableBody, plan.room.parent);
        let count = plan.table.rows.len();
        for (index, row) in plan.table.rows.iter().enumerate() {
            let mark = flow.mark();
            let end = index == 0 || index + 2 == count;
            match row {
                Row::Cells(cells) => self.body_row(plan, body, cells, flow),
                Row::Band(content) => self.band(plan, body, content, flow),
            }
            let added = &mut flow.slices[mark..];
            let low = added
                .iter()
                .all(|slice| slice.height < self.theme.depth() / LOW_ROW);
            added.iter_mut().for_each(|slice| slice.repeat = repeat);
            if end && low && count > 2 && index + 1 < count {
                flow.hold_last();
            }
        }
        // A band or header at the end has nothing to be held to.
        if let Some(last) = flow.slices.last_mut() {
            last.hold = Hold::Loose;
        }
    }

    /// A cell's node in a row.
    fn cell_node(&mut self, plan: &Plan<'_>, row: NodeId, column: usize) -> NodeId {
        let named = plan.table.style != TableStyle::Plain;
        let role = if named && column == 0 {
            Role::RowHeader
        } else {
            Role::Cell
        };
        self.tree.add(role, row)
    }
}

impl Plan<'_> {
    /// How a column is aligned.
    fn alignment(&self, column: usize) -> Alignment {
        self.table
            .alignment
            .get(column)
            .copied()
            .unwrap_or(Alignment::Start)
    }

    /// What keeps the words of a column that are set to its end apart from those of the next one,
    /// which are set to its start.
    fn apart(&self, column: usize) -> Length {
        let last = column + 1 == self.widths.len();
        let meet = self.alignment(column) == Alignment::End
            && self.alignment(column + 1) != Alignment::End;
        if meet && !last && self.widths[column] > LEAST_ROOM {
            APART
        } else {
            0
        }
    }

    /// The left edge and the width of all columns together.
    fn span(&self) -> (Length, Length) {
        (self.room.x, self.widths.iter().sum())
    }
}

/// Whether nothing stands in the cells.
fn is_blank(cells: &[Cell]) -> bool {
    cells
        .iter()
        .all(|cell| text::plain(&cell.content).is_empty() && cell.mark.is_none())
}

/// The most cells that any row has.
pub(in crate::layout) fn column_count(table: &Table) -> usize {
    let cells = |row: &Row| match row {
        Row::Cells(cells) => cells.len(),
        Row::Band(_) => 1,
    };
    table
        .rows
        .iter()
        .map(cells)
        .max()
        .unwrap_or(0)
        .max(table.head.len())
}

/// Some columns of a table.
fn part(table: &Table, columns: std::ops::Range<usize>) -> Table {
    let cut = |cells: &[Cell]| -> Vec<Cell> {
        cells
            .iter()
            .skip(columns.start)
            .take(columns.len())
            .cloned()
            .collect()
    };
    let row = |row: &Row| match row {
        Row::Cells(cells) => Row::Cells(cut(cells)),
        Row::Band(content) if columns.start == 0 => Row::Band(content.clone()),
        Row::Band(_) => Row::Band(Vec::<Inline>::new()),
    };
    Table {
        style: table.style,
        alignment: table
            .alignment
            .iter()
            .skip(columns.start)
            .copied()
            .collect(),
        widths: table
            .widths
            .iter()
            .skip(columns.start)
            .take(columns.len())
            .copied()
            .collect(),
        head: cut(&table.head),
        rows: table.rows.iter().map(row).collect(),
    }
}
