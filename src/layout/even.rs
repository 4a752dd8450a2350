//! Even: a page that takes one more question by leaving the notes of all its questions their
//! fewest lines passes that question on, if the pages after it take it and are no more of them.
//!
//! Six questions filled in from the top may be three, two and one to a page: the three have three
//! or four lines for notes each, the two have eight and the one has twelve. Two, two and two give
//! eight lines to the first four and four to the others.

use std::ops::Range;

use super::fill::{growing, lines_to_fill};
use super::pages::Length;
use super::paginate::{PageRoom, Sheet, paginate_roomily};
use super::slice::{Fill, Flow};
use super::squeeze::Squeeze;

/// A chapter of more pages than this is left as it is: each try sets all of it anew.
const MOST_PAGES: usize = 24;

/// The pages of a chapter as they are, set like this, or as many with more room for notes where
/// there is least.
pub(super) fn evened<'f>(
    flow: &'f Flow,
    chapter: Range<usize>,
    room: PageRoom,
    (squeeze, sheets): (Squeeze, Vec<Sheet<'f>>),
) -> Vec<Sheet<'f>> {
    if sheets.len() > MOST_PAGES {
        return sheets;
    }
    let mut latest = rooms(&sheets, room.height);
    let (mut most, mut best) = (ranked(&latest), sheets);
    let mut roomy = Vec::new();
    // The last page has no other to pass a question on to.
    for page in 0..best.len().saturating_sub(1) {
        if latest[page] != Some(0) {
            continue;
        }
        roomy.push(page);
        let tried = paginate_roomily(flow, chapter.clone(), room, (squeeze, &roomy));
        let rooms = rooms(&tried, room.height);
        let ranks = ranked(&rooms);
        // A page that had notes keeps some: directions alone would leave it half blank. And what
        // was whole stays whole.
        let worse = ranks.len() < most.len() || parted(&tried) > parted(&best);
        if worse || tried.len() != best.len() {
            roomy.pop();
            continue;
        }
        latest = rooms;
        if ranks > most {
            (most, best) = (ranks, tried);
        }
    }
    best
}

/// On how many pages a unit begins that goes on over the next one.
fn parted(sheets: &[Sheet<'_>]) -> usize {
    sheets.iter().filter(|sheet| sheet.parts).count()
}

/// For each page with notes, how many lines more than the fewest each of them gets.
fn rooms(sheets: &[Sheet<'_>], height: Length) -> Vec<Option<usize>> {
    let room = |sheet: &Sheet<'_>| {
        let slices = sheet.slices.iter();
        let spare = slices
            .filter(|(_, slice)| slice.fill == Fill::Spare)
            .count();
        (spare + lines_to_fill(sheet, height)).checked_div(growing(sheet).count())
    };
    sheets.iter().map(room).collect()
}

/// The rooms of the pages with notes, the least first.
fn ranked(rooms: &[Option<usize>]) -> Vec<usize> {
    let mut ranked: Vec<usize> = rooms.iter().flatten().copied().collect();
    ranked.sort_unstable();
    ranked
}

#[cfg(test)]
mod tests {
    use super::super::paginate::paginate;
    use super::super::slice::Slice;
    use super::super::squeeze::USUAL;
    use super::*;

    const ROOM: PageRoom = PageRoom {
        height: 170,
        spacing: 100,
    };
    /// Two of these fit a page and leave 50, in which a third fits without its spare line.
    const QUESTION: [(Length, Fill); 5] = [
        (20, Fill::Once),
        (10, Fill::Once),
        (10, Fill::Once),
        (10, Fill::Spare),
        (10, Fill::Again),
    ];

    fn unit(slices: &[(Length, Fill)], flow: &mut Flow) {
        let mark = flow.mark();
        for &(height, fill) in slices {
            flow.push(Slice {
                fill,
                ..Slice::blank(height)
            });
        }
        flow.keep(mark);
    }

    /// How many questions are on each page, first filled from the top and then evened.
    fn questions(flow: &Flow) -> [Vec<usize>; 2] {
        let count = |sheets: &[Sheet<'_>]| -> Vec<usize> {
            let counts = sheets.iter().map(|sheet| growing(sheet).count());
            counts.collect()
        };
        let all = 0..flow.slices.len();
        let filled = paginate(flow, all.clone(), ROOM, USUAL);
        let before = count(&filled);
        let after = evened(flow, all, ROOM, (USUAL, filled));
        [before, count(&after)]
    }

    #[test]
    fn a_question_is_passed_on_for_the_sake_of_notes() {
        let mut flow = Flow::default();
        (0..4).for_each(|_| unit(&QUESTION, &mut flow));
        assert_eq!(questions(&flow), [vec![3, 1], vec![2, 2]]);
    }

    #[test]
    fn no_question_is_passed_on_when_that_makes_a_page_more() {
        let mut flow = Flow::default();
        (0..6).for_each(|_| unit(&QUESTION, &mut flow));
        assert_eq!(questions(&flow), [vec![3, 3], vec![3, 3]]);
    }

    #[test]
    fn no_question_is_passed_on_when_that_parts_what_was_whole() {
        let mut flow = Flow::default();
        (0..3).for_each(|_| unit(&QUESTION, &mut flow));
        unit(&[(10, Fill::Once); 13], &mut flow);
        unit(&QUESTION, &mut flow);
        assert_eq!(questions(&flow), [vec![3, 0, 1], vec![3, 0, 1]]);
    }
}
