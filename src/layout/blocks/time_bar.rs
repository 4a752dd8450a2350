//! Time bar: how the time is spent, as joined cells about as wide as they are long in minutes.

use crate::document::{Inline, TimePart};

use super::{Composer, setting};
use crate::layout::pages::{Length, NodeId, PT, Role};
use crate::layout::share::share;
use crate::layout::slice::{Backdrop, Edge, Flow, Look, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{AROUND_BLOCK, PART, TINT};

/// Left and right of the words of a part.
const SIDE: Length = 7 * PT;
/// The same where the bar would need a second row otherwise.
const LEAST_SIDE: Length = 4 * PT;
/// Above and below the words.
const PAD: Length = 3 * PT;
/// No part is given more width than this for each minute: a bar of three short parts that
/// filled the page would shout.
const PER_MINUTE: Length = 17 * PT;

impl Composer<'_> {
    pub(super) fn time_bar(&mut self, parts: &[TimePart], room: Room, flow: &mut Flow) {
        let list = self.tree.add(Role::BulletedList, room.parent);
        let contents: Vec<Vec<Inline>> = parts.iter().map(words).collect();
        let mut lines = Vec::new();
        for content in &contents {
            lines.push(text::measure(&mut self.tools(), content, PART).1);
        }
        let side = side(&lines, room.width);
        let needs: Vec<Length> = lines
            .iter()
            .map(|line| (line + 2 * side).min(room.width))
            .collect();
        let mark = flow.mark();
        let mut start = 0;
        let rows = rows(&needs, room.width);
        let columns = columns(&needs, rows.len(), room.width);
        let rows = match columns {
            Some(columns) => in_rows_of(columns, parts.len()),
            None => rows,
        };
        for count in rows {
            let end = start + count;
            let widths = match columns {
                Some(columns) => vec![room.width / columns as Length; count],
                None => widths(&parts[start..end], &needs[start..end], room.width),
            };
            self.row_of_parts(
                &contents[start..end],
                &widths,
                (start, list),
                (room.x, side),
                flow,
            );
            start = end;
        }
        flow.keep(mark);
        flow.space(mark, AROUND_BLOCK, AROUND_BLOCK);
    }

    fn row_of_parts(
        &mut self,
        contents: &[Vec<Inline>],
        widths: &[Length],
        (first, list): (usize, NodeId),
        (mut x, side): (Length, Length),
        flow: &mut Flow,
    ) {
        let (mut beside, mut backdrops) = (Vec::new(), Vec::new());
        for (index, (content, &width)) in contents.iter().zip(widths).enumerate() {
            let item = self.tree.add(Role::ListItem, list);
            let node = self.tree.add(Role::ListBody, item);
            let lines = self.set(
                content,
                setting(PART, x + side, width - 2 * side, Some(node)),
            );
            let mut part = Flow::default();
            part.push(Slice::blank(PAD));
            lines
                .into_iter()
                .for_each(|line| part.push(Slice::line(line)));
            part.push(Slice::blank(PAD));
            let tint = ((first + index) % 2 == 0).then_some(TINT);
            let (id, look) = (self.backdrop(), Look::Cell(tint));
            backdrops.push(Backdrop {
                id,
                x,
                width,
                look,
                end: Edge::Middle,
            });
            beside.push(part);
            x += width;
        }
        flow.push(Slice {
            backdrops,
            ..Slice::beside(beside)
        });
    }
}

/// The space beside the words: less when that keeps the bar in one row.
fn side(lines: &[Length], width: Length) -> Length {
    let words: Length = lines.iter().sum();
    let fits = |side: Length| words + 2 * side * lines.len() as Length <= width;
    if fits(SIDE) || !fits(LEAST_SIDE) {
        SIDE
    } else {
        LEAST_SIDE
    }
}

/// The minutes in bold, then what happens in them.
fn words(part: &TimePart) -> Vec<Inline> {
    let mut words = vec![Inline::Strong(vec![Inline::Text(part.minutes.clone())])];
    words.push(Inline::Text(" ".to_owned()));
    words.extend(part.label.iter().cloned());
    words
}

/// The minutes as a number; a part without one is as long as the shortest.
fn minutes(part: &TimePart) -> i64 {
    let digits: String = part
        .minutes
        .chars()
        .take_while(char::is_ascii_digit)
        .take(4)
        .collect();
    digits.parse().unwrap_or(1).max(1)
}

/// The widths of parts that are as long in a row as they take minutes, if their words allow it.
fn widths(parts: &[TimePart], needs: &[Length], width: Length) -> Vec<Length> {
    let weights: Vec<i64> = parts.iter().map(minutes).collect();
    let most = weights.iter().sum::<i64>() * i64::from(PER_MINUTE);
    let least: Length = needs.iter().sum();
    let total = i64::from(width).min(most.max(i64::from(least))) as Length;
    share(total, &weights, needs)
}

/// How many columns a bar of several rows has when all its parts are equally wide, if their words
/// fit then: a minute cannot be as long in each row, and widths almost like those above them would
/// look like a mistake.
fn columns(needs: &[Length], rows: usize, width: Length) -> Option<usize> {
    let columns = needs.len().div_ceil(rows.max(1)).max(1);
    let fits = needs.iter().all(|&need| need <= width / columns as Length);
    (rows > 1 && fits).then_some(columns)
}

/// The rows of so many parts, each but the last of one length.
fn in_rows_of(columns: usize, parts: usize) -> Vec<usize> {
    let starts = (0..parts).step_by(columns);
    starts.map(|start| columns.min(parts - start)).collect()
}

/// How many parts each row holds: in no more rows than are needed, the longest as short as it
/// can be. A last row of one short part would look forgotten.
fn rows(needs: &[Length], width: Length) -> Vec<usize> {
    let fewest = filled(needs, width).len();
    let (mut too_short, mut enough) = (-1, width);
    while enough - too_short > 1 {
        let middle = too_short + (enough - too_short) / 2;
        if filled(needs, middle).len() > fewest {
            too_short = middle;
        } else {
            enough = middle;
        }
    }
    filled(needs, enough)
}

/// How many parts each row holds when every row is filled before the next one is begun.
fn filled(needs: &[Length], width: Length) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut used = 0;
    for &need in needs {
        used += need;
        match rows.last_mut() {
            Some(count) if used <= width => *count += 1,
            _ => {
                rows.push(1);
                used = need;
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{columns, in_rows_of, rows};

    #[test]
    fn parts_in_several_rows_are_equally_wide() {
        assert_eq!(columns(&[2, 3, 2, 3, 2], 2, 10), Some(3));
        assert_eq!(columns(&[2, 4, 2, 3, 2], 2, 10), None);
        assert_eq!(columns(&[2, 3, 2], 1, 10), None);
        assert_eq!(in_rows_of(3, 5), [3, 2]);
    }

    #[test]
    fn one_row_is_enough_while_the_parts_fit() {
        assert_eq!(rows(&[3, 3, 4], 10), [3]);
    }

    #[test]
    fn no_short_part_is_left_alone() {
        // Filled one after the other, the rows would be 3 3 3 and 1.
        assert_eq!(rows(&[3, 3, 3, 1], 9), [2, 2]);
    }

    #[test]
    fn a_part_wider_than_the_room_has_a_row() {
        assert_eq!(rows(&[20, 1], 10), [1, 1]);
    }
}
