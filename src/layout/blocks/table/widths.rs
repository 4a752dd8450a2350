//! Widths: how much room each column of a table gets.

use crate::document::{Cell, Row, Table, TableStyle};

use super::cells::{LEAST_WORD, MARK_HANG};
use crate::layout::blocks::Composer;
use crate::layout::pages::{Length, PT};
use crate::layout::share::share;
use crate::layout::text;
use crate::layout::theme::{LEAST_ROOM, Style};

/// The names of criteria take at least and at most this many hundredths of a scorecard.
const NAMES: (Length, Length) = (15, 24);
/// A column of circles without words takes at most this many hundredths.
const NARROW: Length = 12;
/// What keeps the header of a narrow column apart from the next one.
const BESIDE_NARROW: Length = 6 * PT;
/// The names in a grid take at most this many hundredths.
const GRID_NAMES: Length = 40;

/// What a column needs: for its longest word, and for its longest cell on one line.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    word: Length,
    line: Length,
}

impl Composer<'_> {
    /// The width of each column; together, the whole width of the room.
    pub(super) fn column_widths(
        &mut self,
        table: &Table,
        columns: usize,
        total: Length,
        (style, head, side): (Style, Style, Length),
    ) -> Vec<Length> {
        let needs: Vec<Need> = (0..columns)
            .map(|column| self.need(table, column, (style, head, side)))
            .collect();
        if table.widths.len() == columns {
            let weights: Vec<i64> = table.widths.iter().map(|&width| i64::from(width)).collect();
            let words: Vec<Length> = needs.iter().map(|need| need.word).collect();
            return share(total, &weights, &words);
        }
        match table.style {
            TableStyle::Plain => plain(&needs, total),
            TableStyle::Scorecard => scorecard(table, &needs, total),
            TableStyle::Grid => named(&needs, total, needs[0].line.min(total * GRID_NAMES / 100)),
        }
    }

    fn need(
        &mut self,
        table: &Table,
        column: usize,
        (style, head, side): (Style, Style, Length),
    ) -> Need {
        let mut need = Need::default();
        let bold = column == 0 && table.style != TableStyle::Plain;
        let style = if bold { style.bold() } else { style };
        let rows = table.rows.iter().filter_map(|row| match row {
            Row::Cells(cells) => cells.get(column).map(|cell| (cell, style)),
            Row::Band(_) => None,
        });
        let header = table.head.get(column).map(|cell| (cell, head));
        for (cell, style) in rows.chain(header) {
            let (word, line) = text::measure(&mut self.tools(), &cell.content, style);
            let mark = if cell.mark.is_some() { MARK_HANG } else { 0 };
            let word = if word > 0 { word.max(LEAST_WORD) } else { 0 };
            need.word = need.word.max(word + mark + 2 * side);
            need.line = need.line.max(line + mark + 2 * side);
        }
        need
    }
}

/// Short columns get what they need, long ones share the rest.
///
/// A column whose longest line fits in a fair share of the room keeps it on one line; the
/// others are given room by the square root of their length, a middle way between equal widths
/// and equal heights.
fn plain(needs: &[Need], total: Length) -> Vec<Length> {
    let lines: i64 = needs.iter().map(|need| i64::from(need.line)).sum();
    if lines <= i64::from(total) {
        let weights: Vec<i64> = needs.iter().map(|need| i64::from(need.line)).collect();
        let least: Vec<Length> = needs.iter().map(|need| need.line).collect();
        return share(total, &weights, &least);
    }
    let mut short = vec![false; needs.len()];
    loop {
        let taken: Length = needs
            .iter()
            .zip(&short)
            .filter(|(_, short)| **short)
            .map(|(need, _)| need.line)
            .sum();
        let open = short.iter().filter(|short| !**short).count().max(1);
        let fair = (total - taken) / open as Length;
        let next = (0..needs.len()).find(|&index| !short[index] && needs[index].line <= fair);
        let Some(index) = next else { break };
        short[index] = true;
    }
    let weights: Vec<i64> = (needs.iter().zip(&short))
        .map(|(need, short)| {
            if *short {
                1
            } else {
                i64::from(need.line).isqrt()
            }
        })
        .collect();
    let least: Vec<Length> = (needs.iter().zip(&short))
        .map(|(need, short)| if *short { need.line } else { need.word })
        .collect();
    share(total, &weights, &least)
}

/// The names, then columns of equal width; those without words, which is level 0, narrow.
fn scorecard(table: &Table, needs: &[Need], total: Length) -> Vec<Length> {
    let (least, most) = (total * NAMES.0 / 100, total * NAMES.1 / 100);
    let names = for_names(needs[0].word.max(least).min(most), needs.len(), total);
    let worded: Vec<bool> = (0..needs.len())
        .map(|column| has_words(table, column))
        .collect();
    if !worded.iter().skip(1).any(|worded| *worded) {
        return named(needs, total, names);
    }
    let mut widths = vec![0; needs.len()];
    widths[0] = names;
    let mut rest = total - names;
    for index in 1..needs.len() {
        if !worded[index] {
            let apart = needs[index].word + BESIDE_NARROW;
            let fair = (total - names) / (needs.len() - 1) as Length;
            let narrow = LEAST_ROOM.max(total * NARROW / 100);
            // A long word stays whole where its column need not be wider than those with words.
            let whole = needs[index].word;
            let most = if apart <= fair * 3 / 4 {
                apart
            } else if whole <= fair {
                whole.max(narrow)
            } else {
                narrow
            };
            widths[index] = apart.min(most).min(fair);
            rest -= widths[index];
        }
    }
    let open: Vec<usize> = (1..needs.len()).filter(|&index| worded[index]).collect();
    let words: Vec<Length> = open.iter().map(|&index| needs[index].word).collect();
    let shares = share(rest, &vec![1; open.len()], &words);
    for (index, width) in open.into_iter().zip(shares) {
        widths[index] = width;
    }
    widths
}

/// The names, then columns of equal width.
fn named(needs: &[Need], total: Length, names: Length) -> Vec<Length> {
    let names = for_names(names, needs.len(), total);
    let words: Vec<Length> = needs.iter().skip(1).map(|need| need.word).collect();
    let mut widths = vec![names];
    widths.extend(share(total - names, &vec![1; words.len()], &words));
    widths
}

/// The width of the names, as long as it leaves room for the other columns.
fn for_names(wanted: Length, columns: usize, total: Length) -> Length {
    let others = LEAST_ROOM * (columns as Length - 1);
    if columns == 1 {
        total
    } else {
        wanted.min(total - others).max(LEAST_ROOM)
    }
}

/// Whether any cell of a column has words beside its mark.
fn has_words(table: &Table, column: usize) -> bool {
    let words = |cell: &Cell| !cell.content.is_empty();
    table.rows.iter().any(|row| match row {
        Row::Cells(cells) => cells.get(column).is_some_and(words),
        Row::Band(_) => false,
    })
}
