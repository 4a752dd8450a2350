//! Parting: a slice whose columns go on over a page is cut in two.

use super::pages::Length;
use super::slice::{Flow, Slice};

/// Parts a slice so that its first part is at most `height` high: each column keeps what fits.
/// `None` when nothing fits, or nothing would be left.
pub(super) fn part(slice: &Slice, height: Length) -> Option<(Slice, Slice)> {
    let mut tops = Vec::new();
    let mut rests = Vec::new();
    for column in &slice.columns {
        let fitting = column
            .tops()
            .take_while(|(top, part)| top + part.height <= height)
            .count();
        let (mut top, mut rest) = (Flow::default(), Flow::default());
        top.slices = column.slices[..fitting].to_vec();
        rest.slices = column.slices[fitting..].to_vec();
        // A single slice may itself be parted: columns within columns.
        if let Some((y, next)) = column.tops().nth(fitting)
            && let Some((upper, lower)) = part(next, height - y)
        {
            top.slices.push(upper);
            rest.slices[0] = lower;
        }
        tops.push(top);
        rests.push(rest);
    }
    let some = |flows: &[Flow]| flows.iter().any(|flow| !flow.slices.is_empty());
    if !some(&tops) || !some(&rests) {
        return None;
    }
    let mut top = Slice::beside(tops);
    top.content.clone_from(&slice.content);
    top.links.clone_from(&slice.links);
    top.fields = slice
        .fields
        .iter()
        .filter_map(|area| area.above(top.height))
        .collect();
    top.bookmarks.clone_from(&slice.bookmarks);
    top.backdrops.clone_from(&slice.backdrops);
    top.before = slice.before;
    let mut rest = Slice::beside(rests);
    rest.backdrops.clone_from(&slice.backdrops);
    (rest.after, rest.hold, rest.tear, rest.repeat) =
        (slice.after, slice.hold, slice.tear, slice.repeat);
    Some((top, rest))
}
