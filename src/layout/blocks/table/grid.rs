//! Grids a little longer than a page: their rows become lower, so that nobody has to turn the page
//! in the middle of comparing scores.

use crate::layout::pages::{Length, PT};
use crate::layout::slice::Slice;
use crate::layout::theme::GRID_HEIGHT;
use crate::theme::mm;

/// The lowest row that a figure is still comfortably written into by hand: a little less than the
/// lines of narrow ruled paper are apart.
const LOWEST: Length = mm(60);
/// What is kept free above a grid: a heading and two lines that say what to do.
const ABOVE: Length = 64 * PT;

/// Lowers the rows of a grid if that brings it, and its heading, on one page of the given depth.
pub(super) fn to_page(slices: &mut [Slice], depth: Length) {
    let used: Length = slices.iter().map(|slice| slice.height).sum();
    let over = used + ABOVE - depth;
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
        lower(&mut slices[at], by);
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

/// Takes a part of the white above and below the words of a row away.
fn lower(row: &mut Slice, by: Length) {
    let (above, below) = (by / 2, by - by / 2);
    for column in &mut row.columns {
        if let [first, .., last] = &mut column.slices[..] {
            first.height -= above;
            last.height -= below;
        }
    }
    for area in &mut row.fields {
        area.field.rect.y -= above;
    }
    row.height -= by;
}
