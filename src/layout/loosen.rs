//! Loosen: space that was taken from a page to make something fit, and did not have to be, is given
//! back. A chapter is set closer as a whole to save its last page; most of its other pages end
//! where they would have ended anyway.

use super::pages::Length;
use super::paginate::{PageRoom, Sheet};
use super::squeeze::USUAL;

/// Brings the space between the slices of a page as near to the usual as the page allows, and then
/// the height of the rows of a grid.
pub(super) fn loosen(sheet: &mut Sheet<'_>, room: PageRoom) {
    part(sheet, room);
    raise(sheet, room.height - sheet.used);
}

/// Gives space between slices back.
fn part(sheet: &mut Sheet<'_>, room: PageRoom) {
    let missing = missing(sheet, room);
    let all: i64 = missing.iter().map(|&length| i64::from(length)).sum();
    let free = i64::from((room.height - sheet.used).max(0));
    if all <= 0 || free == 0 {
        return;
    }
    let mut so_far = 0;
    for ((top, _), missing) in sheet.slices.iter_mut().zip(missing) {
        so_far += i64::from(missing);
        *top += (so_far * free.min(all) / all) as Length;
    }
    sheet.used += free.min(all) as Length;
}

/// Gives rows their height back, each the same part of it.
fn raise(sheet: &mut Sheet<'_>, free: Length) {
    let given: i64 = sheet.slices.iter().map(|(_, it)| i64::from(it.given)).sum();
    if given == 0 || free <= 0 {
        return;
    }
    let mut down = 0;
    for (top, slice) in &mut sheet.slices {
        *top += down;
        let by = i64::from(slice.given) * i64::from(free).min(given) / given;
        if by > 0 {
            slice.to_mut().lower(-(by as Length));
            down += by as Length;
        }
    }
    sheet.used += down;
}

/// How much space above each slice has been taken away.
fn missing(sheet: &Sheet<'_>, room: PageRoom) -> Vec<Length> {
    let mut above: Option<(Length, Length)> = None;
    let slices = sheet.slices.iter().map(|(top, slice)| {
        let missing = above.map_or(0, |(bottom, after)| {
            let usual = room.weak(slice.before.max(after), USUAL);
            (usual - (top - bottom)).max(0)
        });
        above = Some((top + slice.height, slice.after));
        missing
    });
    slices.collect()
}

#[cfg(test)]
mod tests {
    use super::super::slice::Slice;
    use super::*;
    use std::borrow::Cow;

    /// Three slices of 10, with 12 between them where 20 is usual.
    fn squeezed(height: Length) -> Vec<Length> {
        let slice = || Slice {
            before: 20,
            ..Slice::blank(10)
        };
        let slices = [0, 22, 44].map(|top| (top, Cow::Owned(slice())));
        let mut sheet = Sheet {
            slices: slices.into(),
            used: 54,
            ..Sheet::default()
        };
        let spacing = 100;
        loosen(&mut sheet, PageRoom { height, spacing });
        let last = sheet.slices.last().map_or(0, |(top, _)| top + 10);
        assert_eq!(sheet.used, last);
        sheet.slices.iter().map(|(top, _)| *top).collect()
    }

    #[test]
    fn rows_get_their_height_back_after_that() {
        let row = Slice {
            give: 4,
            ..Slice::blank(20)
        };
        let lowered = |top| {
            let mut row = row.clone();
            row.lower(4);
            (top, Cow::Owned(row))
        };
        let heights = |height| {
            let mut sheet = Sheet {
                slices: [0, 16].map(lowered).into(),
                used: 32,
                ..Sheet::default()
            };
            let spacing = 100;
            loosen(&mut sheet, PageRoom { height, spacing });
            let slices = sheet.slices.iter();
            let slices = slices.map(|(top, slice)| (*top, slice.height));
            slices.collect::<Vec<_>>()
        };
        assert_eq!(heights(32), [(0, 16), (16, 16)]);
        assert_eq!(heights(36), [(0, 18), (18, 18)]);
        assert_eq!(heights(90), [(0, 20), (20, 20)]);
    }

    #[test]
    fn space_is_given_back_as_far_as_there_is_some() {
        assert_eq!(squeezed(54), [0, 22, 44]);
        assert_eq!(squeezed(62), [0, 26, 52]);
        assert_eq!(squeezed(200), [0, 30, 60]);
    }
}
