//! Rows: header, cells and bands, and the rules between them.

use crate::document::{Cell, Inline, TableStyle};

use super::cells::CellSetting;
use super::{HIGHEST_REPEAT, Plan};
use crate::layout::blocks::{Composer, setting};
use crate::layout::field;
use crate::layout::pages::{Colour, Content, Item, Length, NodeId, PT, Role};
use crate::layout::slice::{Backdrop, Edge, Flow, Hold, Look, Slice};
use crate::layout::text;
use crate::layout::theme::{
    CAPTION, GRID_HEIGHT, HAIR, HAIRLINE, LABEL, NAMES_HEIGHT, PANEL, STRONG, Style,
};

/// Above and below the words of a band.
const BAND_PAD: Length = 2 * PT;
/// Weak space between the words of the header and its rule.
const UNDER_HEAD: Length = 35 * PT / 10;

impl Composer<'_> {
    /// The header: small and in the accent colour, its cells standing on its rule.
    pub(super) fn head_row(&mut self, plan: &Plan<'_>, head: NodeId) -> Slice {
        let row = self.tree.add(Role::TableRow, head);
        let (mut flows, mut nodes) = (Vec::new(), Vec::new());
        for column in 0..plan.widths.len() {
            let node = self.tree.add(Role::ColumnHeader, row);
            nodes.push(node);
            let cell = plan.table.head.get(column).cloned().unwrap_or_default();
            flows.push(self.cell(&cell, &plan.cell(column, plan.head, node, ("", ""))));
        }
        let written = plan.is_head_written();
        let least = if written { NAMES_HEIGHT } else { 0 };
        let height = flows.iter().map(Flow::height).max().unwrap_or(0);
        let height = height.max(least);
        for (column, flow) in flows.iter_mut().enumerate() {
            let above = height - flow.height();
            // A header that may have to be parted keeps its words at the top, and so does a cell
            // that is written into below them.
            let low = height <= self.theme.depth() / HIGHEST_REPEAT;
            if plan.head_field(column).is_some() {
                flow.push(Slice::blank(above));
            } else if low && above > 0 {
                flow.insert(0, Slice::blank(above));
            }
        }
        let mut slice = Slice {
            hold: Hold::Next,
            ..Slice::beside(flows)
        };
        if written {
            self.head_fields(plan, &nodes, &mut slice);
        }
        slice
    }

    /// The boxes of a header that is filled in, and the fields in them: each below the words of its
    /// cell.
    fn head_fields(&mut self, plan: &Plan<'_>, nodes: &[NodeId], slice: &mut Slice) {
        let boxes = self.boxes(plan).into_iter().enumerate();
        let boxes = boxes.filter(|(column, _)| plan.head_field(*column).is_some());
        slice.backdrops = boxes.map(|(_, backdrop)| backdrop).collect();
        for (column, &node) in nodes.iter().enumerate() {
            let Some(field) = plan.head_field(column) else {
                continue;
            };
            let names = (&*plan.names[0], &*plan.names[column]);
            let at = plan.cell(column, plan.head, node, names);
            let words = slice.columns[column].slices.split_last();
            let top = words.map_or(0, |(_, words)| words.iter().map(|line| line.height).sum());
            let area = self.name_field(field, (top, slice.height - top), &at);
            slice.fields.push(area);
        }
    }

    /// A row of cells and the rule below it.
    pub(super) fn body_row(
        &mut self,
        plan: &Plan<'_>,
        body: NodeId,
        cells: &[Cell],
        flow: &mut Flow,
    ) {
        let row = self.tree.add(Role::TableRow, body);
        let grid = plan.table.style == TableStyle::Grid;
        let name = row_name(plan, cells);
        let (mut flows, mut entries) = (Vec::new(), Vec::new());
        for (column, head) in plan.names.iter().enumerate() {
            let node = self.cell_node(plan, row, column);
            let cell = cells.get(column).cloned().unwrap_or_default();
            let named = column == 0 && plan.table.style != TableStyle::Plain;
            let style = if named { plan.style.bold() } else { plan.style };
            let at = plan.cell(column, style, node, (&name, head));
            let mut lines = self.cell(&cell, &at);
            if grid {
                pad_to(&mut lines, GRID_HEIGHT);
            }
            flows.push(lines);
            entries.extend(cell.field.map(|field| (field, at)));
        }
        let mut slice = Slice::beside(flows);
        for (field, at) in entries {
            slice
                .fields
                .push(self.grid_field(&field, slice.height, &at));
        }
        if grid {
            slice.backdrops = self.boxes(plan);
            flow.push(slice);
            return;
        }
        (slice.before, slice.hold) = (plan.pad, Hold::Next);
        flow.push(slice);
        flow.push(rule(plan, HAIR, HAIRLINE, plan.pad));
    }

    /// A band across the table that names the rows below it, and stays with them.
    pub(super) fn band(
        &mut self,
        plan: &Plan<'_>,
        body: NodeId,
        content: &[Inline],
        flow: &mut Flow,
    ) {
        let row = self.tree.add(Role::TableRow, body);
        let node = self
            .tree
            .add_spanning(Role::RowHeader, row, plan.widths.len());
        let (x, width) = plan.span();
        let style = LABEL.in_colour(self.theme.accent());
        let at = setting(style, x + plan.side, width - 2 * plan.side, Some(node));
        let mut lines = Flow::default();
        lines.push(Slice::blank(BAND_PAD));
        self.set(content, at)
            .into_iter()
            .for_each(|line| lines.push(Slice::line(line)));
        lines.push(Slice::blank(BAND_PAD));
        let mut slice = Slice {
            hold: Hold::Next,
            ..Slice::beside(vec![lines])
        };
        let look = match plan.table.style {
            TableStyle::Grid => Look::Cell(Some(PANEL)),
            TableStyle::Plain | TableStyle::Scorecard => Look::Tint(PANEL),
        };
        slice.backdrops.push(Backdrop {
            id: self.backdrop(),
            x,
            width,
            look,
            end: Edge::Middle,
        });
        flow.push(slice);
        if plan.table.style != TableStyle::Grid {
            flow.push(rule(plan, HAIR, HAIRLINE, 0));
            flow.hold_last();
        }
    }

    /// The header as decoration, below a small note, for the pages that the table goes on to.
    pub(super) fn repeated_head(&mut self, plan: &Plan<'_>, row: &Slice, rule: &Slice) -> Slice {
        let (x, width) = plan.span();
        let at = setting(
            CAPTION.in_colour(self.theme.grey()),
            x + plan.side,
            width,
            None,
        );
        let words = &self.labels.program.form.continued;
        let note = text::one_line(&mut self.tools(), words, at);
        let mut flow = Flow::default();
        flow.push(Slice {
            after: PT,
            ..Slice::line(note)
        });
        flow.push(undone(row.clone()));
        flow.push(rule.clone());
        Slice::beside(vec![flow])
    }

    /// A box for each cell of a grid.
    fn boxes(&mut self, plan: &Plan<'_>) -> Vec<Backdrop> {
        let mut boxes = Vec::new();
        for (&x, &width) in plan.xs.iter().zip(&plan.widths) {
            let (id, look) = (self.backdrop(), Look::Cell(None));
            boxes.push(Backdrop {
                id,
                x,
                width,
                look,
                end: Edge::Middle,
            });
        }
        boxes
    }
}

impl Plan<'_> {
    /// The field of a cell of the header.
    fn head_field(&self, column: usize) -> Option<&str> {
        self.table.head.get(column)?.field.as_deref()
    }

    /// Whether names are written into the header.
    fn is_head_written(&self) -> bool {
        (0..self.widths.len()).any(|column| self.head_field(column).is_some())
    }

    fn cell<'n>(
        &self,
        column: usize,
        style: Style,
        node: NodeId,
        names: (&'n str, &'n str),
    ) -> CellSetting<'n> {
        let apart = self.apart(column);
        CellSetting {
            x: self.xs[column],
            width: self.widths[column] - apart,
            style,
            side: self.side,
            align: self.alignment(column),
            node,
            names,
        }
    }
}

/// What a row is called in the tooltips of its fields.
fn row_name(plan: &Plan<'_>, cells: &[Cell]) -> String {
    let first = cells.first().filter(|cell| cell.mark.is_none());
    let named = first.filter(|_| plan.table.style != TableStyle::Plain);
    named.map_or_else(String::new, |cell| field::words(&cell.content))
}

/// The rule under a header.
pub(super) fn strong_rule(plan: &Plan<'_>, colour: Colour) -> Slice {
    // Boxes stand on the rule itself.
    let under = if plan.is_head_written() {
        0
    } else {
        UNDER_HEAD
    };
    Slice {
        hold: Hold::Next,
        ..rule(plan, STRONG, colour, under)
    }
}

/// A rule across the table.
fn rule(plan: &Plan<'_>, thickness: Length, colour: Colour, before: Length) -> Slice {
    let (x, width) = plan.span();
    let y = thickness / 2;
    let item = Item::Line {
        from: (x, y),
        to: (x + width, y),
        thickness,
        colour,
    };
    let content = vec![Content {
        node: None,
        items: vec![item],
    }];
    Slice {
        content,
        before,
        ..Slice::blank(thickness)
    }
}

/// Centres lines in a box at least `height` high.
fn pad_to(lines: &mut Flow, height: Length) {
    let spare = (height - lines.height()).max(2 * BAND_PAD);
    lines.insert(0, Slice::blank(spare / 2));
    lines.push(Slice::blank(spare - spare / 2));
}

/// The slice without its meaning: a screen reader has read it on the first page.
fn undone(mut slice: Slice) -> Slice {
    for content in &mut slice.content {
        content.node = None;
    }
    slice.links.clear();
    slice.fields.clear();
    slice.bookmarks.clear();
    for flow in &mut slice.columns {
        flow.slices = std::mem::take(&mut flow.slices)
            .into_iter()
            .map(undone)
            .collect();
    }
    slice
}
