//! Tables: plain ones, scorecards and grids to fill in.
//!
//! A scorecard stays a matrix on a desk and on paper; on a phone the style sheet turns each row
//! into a card, for which every box carries the name of its level (`data-level`).

use super::blocks::Writer;
use super::escape;
use super::inline;
use super::sizes::Size;
use crate::document::{Alignment, Cell, Inline, Row, Table, TableStyle};
use std::fmt::Write as _;

/// A column is never narrower than its longest word, up to this many characters; longer words
/// break. "Responsibilities" has 16.
const LONGEST_WORD: usize = 16;

/// What the padding of a cell takes, in digits' widths; that of a scorecard is narrower.
const PADDING: usize = 3;
const SCORECARD_PADDING: usize = 2;

/// About the digits' widths that fit on a phone, in the widest of the fonts of phones. A table that
/// needs more scrolls in its box, and the box must then be reachable by keyboard.
const PHONE: usize = 34;

/// About the digits' widths that fit between the margins of A4. A table that needs more is set
/// smaller on paper, and there its long words break.
const PAPER: usize = 95;

impl Writer {
    /// A table.
    pub(super) fn table(&mut self, table: &Table) {
        let columns = column_count(table);
        if columns == 0 {
            return;
        }
        let least: Vec<usize> = (0..columns)
            .map(|column| least_width(table, column))
            .collect();
        let total = least.iter().sum();
        self.open_box(table, total);
        let class = match table.style {
            TableStyle::Plain => "plain",
            TableStyle::Scorecard => "scorecard",
            TableStyle::Grid => "grid",
        };
        let dense = if total > PAPER { " dense" } else { "" };
        let stacks = stacks(table, columns, total);
        let stack = if stacks { " stack" } else { "" };
        let _ = write!(self.out, "<table class=\"{class}{dense}{stack}\"");
        if let Some(heading) = &self.heading {
            escape::attribute(&mut self.out, "aria-labelledby", heading);
        }
        self.line(">");
        self.column_widths(&widths(table, columns));
        let has_head = has_head(table);
        if has_head {
            self.head(table, &least);
        }
        // Without a header the first row says how narrow the columns may get.
        let least = if has_head { &[][..] } else { &least };
        self.body(table, columns, least, stacks);
        self.line("</table>\n</div>");
    }

    fn open_box(&mut self, table: &Table, least: usize) {
        self.out.push_str("<div class=\"table-box\"");
        // Fields inside a table can be reached already, and scroll it into view.
        if table.style == TableStyle::Plain && least > PHONE {
            self.out.push_str(" tabindex=\"0\" role=\"group\"");
            if let Some(heading) = &self.heading {
                escape::attribute(&mut self.out, "aria-labelledby", heading);
            }
        }
        self.line(">");
    }

    fn column_widths(&mut self, widths: &[u16]) {
        let total: u32 = widths.iter().map(|width| u32::from(*width)).sum();
        if total == 0 {
            return;
        }
        self.out.push_str("<colgroup>");
        for width in widths {
            let percent = (u32::from(*width) * 100 + total / 2) / total;
            let class = self
                .sizes
                .class(Size::Width(u16::try_from(percent).unwrap_or(100)));
            let _ = write!(self.out, "<col class=\"{class}\">");
        }
        self.line("</colgroup>");
    }

    fn head(&mut self, table: &Table, least: &[usize]) {
        self.line("<thead><tr>");
        for (column, cell) in table.head.iter().enumerate() {
            // A header that says nothing is no header.
            let tag = if inline::is_blank(&cell.content) {
                "td"
            } else {
                "th"
            };
            let _ = write!(self.out, "<{tag}{}", self.auto);
            if tag == "th" {
                self.out.push_str(" scope=\"col\"");
            }
            self.cell_class(table, column, least);
            self.out.push('>');
            let row = table.head.first().filter(|_| column > 0);
            let row = row.map(|first| inline::plain(&first.content));
            let name = inline::plain(&cell.content);
            self.cell(cell, &row.unwrap_or_default(), &name);
            let _ = writeln!(self.out, "</{tag}>");
        }
        self.line("</tr></thead>");
    }

    fn body(&mut self, table: &Table, columns: usize, least: &[usize], stacks: bool) {
        // A band heads a group of rows, and a group is a `tbody`.
        for (index, group) in groups(&table.rows).into_iter().enumerate() {
            self.line("<tbody>");
            for (number, row) in group.iter().enumerate() {
                let least = if index + number == 0 { least } else { &[] };
                match row {
                    Row::Band(content) => self.band(content, columns),
                    Row::Cells(cells) => self.row(table, cells, least, stacks),
                }
            }
            self.line("</tbody>");
        }
    }

    fn band(&mut self, content: &[Inline], columns: usize) {
        let _ = write!(
            self.out,
            "<tr class=\"band\"><th colspan=\"{columns}\" scope=\"rowgroup\"{}>",
            self.auto
        );
        self.inlines(content);
        self.line("</th></tr>");
    }

    fn row(&mut self, table: &Table, cells: &[Cell], least: &[usize], stacks: bool) {
        let name = cells
            .first()
            .map(|cell| inline::plain(&cell.content))
            .unwrap_or_default();
        self.line("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            let heads = column == 0 && heads_row(table.style, cell);
            self.out
                .push_str(if heads { "<th scope=\"row\"" } else { "<td" });
            self.out.push_str(self.auto);
            self.cell_class(table, column, least);
            let head = table.head.get(column);
            let head = head.map(|head| inline::plain(&head.content));
            let head = head.unwrap_or_default();
            if stacks && !heads {
                escape::attribute(&mut self.out, "data-level", &head);
            }
            self.out.push('>');
            self.cell(cell, &name, &head);
            self.line(if heads { "</th>" } else { "</td>" });
        }
        self.line("</tr>");
    }

    fn cell(&mut self, cell: &Cell, row: &str, column: &str) {
        if let Some(mark) = &cell.mark {
            self.mark(mark, row, column, &cell.content);
            return;
        }
        self.inlines(&cell.content);
        if let Some(field) = &cell.field {
            let name = if row.trim().is_empty() {
                column.to_owned()
            } else {
                format!("{row}: {column}")
            };
            self.out
                .push_str("<input type=\"text\" autocomplete=\"off\" dir=\"auto\"");
            let id = escape::element_id(field);
            escape::attribute(&mut self.out, "id", &id);
            self.name(field);
            escape::attribute(&mut self.out, "aria-label", &name);
            self.out.push('>');
        }
    }

    fn cell_class(&mut self, table: &Table, column: usize, least: &[usize]) {
        let mut classes = match table.alignment.get(column) {
            Some(Alignment::Centre) => String::from("centre "),
            Some(Alignment::End) => String::from("end "),
            Some(Alignment::Start) | None => String::new(),
        };
        if let Some(digits) = least.get(column) {
            let digits = u16::try_from(*digits).unwrap_or(u16::MAX);
            classes.push_str(&self.sizes.class(Size::Least(digits)));
        }
        if !classes.is_empty() {
            escape::attribute(&mut self.out, "class", classes.trim_end());
        }
    }
}

/// The relative widths of the columns. A scorecard that sets none gives little room to a level
/// without words in its cells: level 0.
fn widths(table: &Table, columns: usize) -> Vec<u16> {
    if table.style != TableStyle::Scorecard || !table.widths.is_empty() {
        return table.widths.clone();
    }
    let wordless = |column: usize| {
        table.rows.iter().all(|row| match row {
            Row::Cells(cells) => cells
                .get(column)
                .is_none_or(|cell| inline::is_blank(&cell.content)),
            Row::Band(_) => true,
        })
    };
    (0..columns)
        .map(|column| if wordless(column) { 10 } else { 18 })
        .collect()
}

/// Whether the rows of a plain table become cards on a phone: when it has some columns of text,
/// all named, in rows that begin with something. Many narrow columns are easier to compare side by
/// side.
fn stacks(table: &Table, columns: usize, least: usize) -> bool {
    let begins = |row: &Row| match row {
        Row::Cells(cells) => cells
            .first()
            .is_some_and(|it| !inline::is_blank(&it.content)),
        Row::Band(_) => false,
    };
    table.style == TableStyle::Plain
        && (3..=5).contains(&columns)
        && least > PHONE
        && has_head(table)
        && table.rows.iter().all(begins)
}

/// Whether a row's first cell names the row: always in a form, and in a plain table when all of
/// it is strong.
fn heads_row(style: TableStyle, cell: &Cell) -> bool {
    style != TableStyle::Plain || matches!(&cell.content[..], [Inline::Strong(_)])
}

fn has_head(table: &Table) -> bool {
    table
        .head
        .iter()
        .any(|cell| !inline::is_blank(&cell.content))
}

fn column_count(table: &Table) -> usize {
    let rows = table.rows.iter().map(|row| match row {
        Row::Cells(cells) => cells.len(),
        Row::Band(_) => 1,
    });
    rows.chain([table.head.len()]).max().unwrap_or(0)
}

/// The rows in groups, each led by its band.
fn groups(rows: &[Row]) -> Vec<&[Row]> {
    let mut groups = Vec::new();
    let mut start = 0;
    for (index, row) in rows.iter().enumerate() {
        if matches!(row, Row::Band(_)) && index > start {
            groups.push(&rows[start..index]);
            start = index;
        }
    }
    if start < rows.len() {
        groups.push(&rows[start..]);
    }
    groups
}

/// The digits' widths that the longest word in a column needs, with what its padding takes.
fn least_width(table: &Table, column: usize) -> usize {
    let body = table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => cells.get(column),
        Row::Band(_) => None,
    });
    let words = body.map(|cell| {
        let letters = longest_word(&inline::plain(&cell.content));
        if column == 0 && heads_row(table.style, cell) {
            bold(letters)
        } else {
            letters.min(LONGEST_WORD)
        }
    });
    let head = table.head.get(column);
    let head = head.map(|cell| bold(longest_word(&inline::plain(&cell.content))));
    let padding = match table.style {
        TableStyle::Scorecard => SCORECARD_PADDING,
        TableStyle::Plain | TableStyle::Grid => PADDING,
    };
    words.chain(head).max().unwrap_or(0) + padding
}

/// The digits' widths of so many bold letters: each is about an eighth wider than a digit.
fn bold(letters: usize) -> usize {
    let letters = letters.min(LONGEST_WORD);
    letters + letters / 8
}

/// The letters of the longest word. What no line may break in, such as "45 min" with a no-break
/// space, is one word.
fn longest_word(text: &str) -> usize {
    text.split(|c: char| {
        c == '-' || c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
    })
    .map(|word| word.chars().count())
    .max()
    .unwrap_or(0)
}
