//! Tables, and the forms that are written as tables.

use super::marker::Marker;
use super::{Alignment, Blank, Block, Cell, Inline, Mark, Row, Table, TableStyle, plain_text};

/// The character before the words of a cell that has a box to mark.
const BOX: char = '☐';

/// Collects the cells of a table.
pub(super) struct TableReader {
    alignment: Vec<Alignment>,
    marker: Option<Marker>,
    widths: Vec<u16>,
    heads: Option<String>,
    rows: Vec<Vec<Vec<Inline>>>,
    row: Vec<Vec<Inline>>,
}

impl TableReader {
    pub(super) fn new(
        alignment: &[pulldown_cmark::Alignment],
        marker: Option<Marker>,
        widths: Vec<u16>,
        heads: Option<String>,
    ) -> Self {
        Self {
            alignment: alignment.iter().map(read_alignment).collect(),
            marker,
            widths,
            heads,
            rows: Vec::new(),
            row: Vec::new(),
        }
    }

    pub(super) fn cell(&mut self, content: Vec<Inline>) {
        self.row.push(content);
    }

    pub(super) fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// The table, or the ruled blanks that a marker before it says it is.
    pub(super) fn finish(self) -> Block {
        let mut rows = self.rows.into_iter();
        let head = rows.next().unwrap_or_default();
        let (style, fields) = match self.marker {
            Some(Marker::Blanks(blanks)) => return blank_row(head, blanks),
            Some(Marker::Scorecard(fields)) => (TableStyle::Scorecard, fields),
            Some(Marker::Grid(fields)) => (TableStyle::Grid, fields),
            _ => (TableStyle::Plain, Vec::new()),
        };
        let values: Vec<String> = head.iter().map(|cell| leading_word(cell)).collect();
        let mut fields = fields.into_iter();
        let rows = rows
            .map(|row| read_row(row, style, &values, &mut fields))
            .collect();
        let heads = self.heads.filter(|_| style == TableStyle::Grid);
        let head = head.into_iter().enumerate().map(|(column, content)| Cell {
            field: heads
                .as_ref()
                .filter(|_| column > 0)
                .map(|field| format!("{field}.{column}")),
            ..plain_cell(content)
        });
        let head = head.collect();
        Block::Table(Table {
            style,
            alignment: self.alignment,
            widths: self.widths,
            head,
            rows,
        })
    }
}

fn read_row(
    cells: Vec<Vec<Inline>>,
    style: TableStyle,
    values: &[String],
    fields: &mut impl Iterator<Item = String>,
) -> Row {
    if style == TableStyle::Plain {
        return Row::Cells(cells.into_iter().map(plain_cell).collect());
    }
    if cells[1..].iter().all(Vec::is_empty)
        && let [Inline::Strong(band)] = cells[0].as_slice()
    {
        return Row::Band(band.clone());
    }
    let field = fields.next().unwrap_or_default();
    let cells = cells.into_iter().zip(values).enumerate();
    let cells = cells.map(|(column, (content, value))| match style {
        TableStyle::Scorecard if column > 0 => marked_cell(content, &field, value),
        TableStyle::Grid if content.is_empty() => Cell {
            field: Some(format!("{field}.{column}")),
            ..Cell::default()
        },
        _ => plain_cell(content),
    });
    Row::Cells(cells.collect())
}

fn plain_cell(content: Vec<Inline>) -> Cell {
    Cell {
        content,
        ..Cell::default()
    }
}

/// A cell of a scorecard: `☐ words`, or just a box.
fn marked_cell(mut content: Vec<Inline>, field: &str, value: &str) -> Cell {
    let Some(Inline::Text(first)) = content.first_mut() else {
        return plain_cell(content);
    };
    let Some(rest) = first.strip_prefix(BOX) else {
        return plain_cell(content);
    };
    *first = rest.to_owned();
    trim_start(&mut content);
    Cell {
        content,
        mark: Some(Mark {
            field: field.to_owned(),
            value: value.to_owned(),
        }),
        field: None,
    }
}

/// Drops white space, and the text that is nothing else, from the start of a line.
pub(super) fn trim_start(content: &mut Vec<Inline>) {
    if let Some(Inline::Text(first)) = content.first_mut() {
        *first = first.trim_start().to_owned();
        if first.is_empty() {
            content.remove(0);
        }
    }
}

fn blank_row(labels: Vec<Vec<Inline>>, blanks: Vec<(String, u16)>) -> Block {
    let blanks = labels.into_iter().zip(blanks);
    let blanks = blanks.map(|(label, (field, width))| Blank {
        field,
        label,
        width,
    });
    Block::Blanks(blanks.collect())
}

/// The level that a column of a scorecard stands for: the first word of its heading.
fn leading_word(cell: &[Inline]) -> String {
    plain_text(cell)
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn read_alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::End,
        _ => Alignment::Start,
    }
}
