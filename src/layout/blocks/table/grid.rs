//! Grids a little longer than a page: their rows become lower, so that nobody has to turn the page
//! in the middle of comparing scores.

use crate::layout::pages::{Length, PT};
use crate::layout::slice::Slice;
use crate::layout::theme::{GRID_HEIGHT, NAMES_HEIGHT};
use crate::theme::mm;

/// The lowest row that a figure is still comfortably written into by hand: a little less than the
/// lines of narrow ruled paper are apart.
const LOWEST: Length = mm(55);
/// The lowest header that a name is still written into.
const LOWEST_HEAD: Length = mm(130);
/// What is kept free above a grid: a heading and two lines that say what to do.
const ABOVE: Length = 64 * PT;

/// Lowers the rows of a grid if that brings it, and its heading, on one page of the given depth.
pub(super) fn to_page(slices: &mut [Slice], depth: Length) {
    let used: Length = slices.iter().map(|slice| slice.height).sum();
    let mut over = used + ABOVE - depth;
    if let Some(head) = slices
        .first_mut()
        .filter(|head| head.height == NAMES_HEIGHT && over > 0)
    {
        let by = over.min(NAMES_HEIGHT - LOWEST_HEAD);
        lower_head(head, by);
        over -= by;
    }
    let rows = || (0..slices.len()).filter(|&at| is_row(&slices[at]));
    let count = rows().count() as Length;
    if over <= 0 || count == 0 {
        return;
    }
    let by = (over + count - 1) / count;
    if GRID_HEIGHT - by < LOWEST {
        return;
    }
    for at in rows().collect::<Vec<_>>() {
        slices[at].lower(by);
        slices[at].given = 0;
    }
}

/// Whether a slice is a row as high as the rows of a grid usually are, with enough white above the
/// words of each cell: a blank within the words takes it up.
fn is_row(slice: &Slice) -> bool {
    let mut tops = slice
        .columns
        .iter()
        .filter_map(|column| column.slices.first());
    let white = tops.all(|top| top.height >= (GRID_HEIGHT - LOWEST) / 2);
    slice.height == GRID_HEIGHT && white && !slice.columns.is_empty()
}

/// Lets the rows of a grid be lower where that saves a page.
pub(super) fn give(slices: &mut [Slice]) {
    for slice in slices {
        let white = slice
            .columns
            .iter()
            .filter_map(|column| column.slices.first());
        let white = white.map(|top| top.height).min().unwrap_or(0);
        let low = slice.height <= GRID_HEIGHT && slice.height > LOWEST && !slice.fields.is_empty();
        if low && white * 2 >= slice.height - LOWEST {
            slice.give = slice.height - LOWEST;
        }
    }
}

/// Takes a part of the white of a header away: below the number of a column, above other words.
fn lower_head(head: &mut Slice, by: Length) {
    for column in &mut head.columns {
        let blank = |slice: &&mut Slice| slice.content.is_empty() && slice.height >= by;
        if let Some(white) = column.slices.iter_mut().rev().find(blank) {
            white.height -= by;
        }
    }
    for area in &mut head.fields {
        area.field.rect.height -= by;
    }
    head.height -= by;
}
