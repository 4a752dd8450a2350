//! Order: which way a text is read, and where that puts the parts of its lines.
//!
//! This is the bidirectional algorithm of Unicode: [`Order::of`] gives every character a level,
//! and [`from_left`] turns the parts of one line around by them. Even levels are read to the
//! right and odd ones to the left: a Hebrew name in an English sentence has level 1, and a number
//! in that name level 2.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class, get_base_direction_full};

use crate::layout::pages::Direction;

/// Hebrew is the first script of Unicode that is read to the left.
const FIRST_TO_LEFT: char = '\u{590}';

/// In which order a text is read.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The level of the text as a whole.
    pub base: u8,
    /// From which side of the page its lines begin.
    pub start: Direction,
    /// The level of each byte; none when all of them are 0.
    levels: Vec<Level>,
}

impl Order {
    /// The order of a paragraph on a page in a language of this direction.
    ///
    /// Its first letter decides, as in a browser; but among Hebrew or Arabic, a sentence is read to
    /// the left although it begins with the name of a product. There all lines begin at the right.
    pub fn of(text: &str, page: Direction) -> Self {
        let turns = text.chars().any(is_read_to_left);
        let has_letters = get_base_direction_full(text) != unicode_bidi::Direction::Mixed;
        let base = match page {
            Direction::LeftToRight => turns.then(|| match get_base_direction_full(text) {
                unicode_bidi::Direction::Rtl => Level::rtl(),
                _ => Level::ltr(),
            }),
            Direction::RightToLeft => (turns || !has_letters).then(Level::rtl),
        };
        let Some(base) = base else {
            return Self {
                start: page,
                ..Self::default()
            };
        };
        let start = match page {
            Direction::LeftToRight => direction(base.number()),
            Direction::RightToLeft => page,
        };
        Self {
            base: base.number(),
            start,
            levels: BidiInfo::new(text, Some(base)).levels,
        }
    }

    /// Whether all of the text is read to the right.
    pub fn is_plain(&self) -> bool {
        self.levels.is_empty()
    }

    /// The stretches of one level within some bytes of the text.
    pub fn runs(&self, bytes: Range<usize>) -> Vec<(u8, Range<usize>)> {
        let mut runs: Vec<(u8, Range<usize>)> = Vec::new();
        for at in bytes {
            let level = self.levels.get(at).map_or(0, Level::number);
            match runs.last_mut() {
                Some((last, range)) if *last == level => range.end = at + 1,
                _ => runs.push((level, at..at + 1)),
            }
        }
        runs
    }
}

/// The direction of a level.
pub(super) fn direction(level: u8) -> Direction {
    match level % 2 {
        0 => Direction::LeftToRight,
        _ => Direction::RightToLeft,
    }
}

/// The indices of the parts of a line, from left to right, by their levels: from the deepest
/// level to the first, whatever is at least as deep is turned around.
pub(super) fn from_left(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let deepest = levels.iter().copied().max().unwrap_or(0);
    for depth in (1..=deepest).rev() {
        let mut start = 0;
        while start < order.len() {
            let deep = |index: &usize| levels[*index] >= depth;
            let length = order[start..]
                .iter()
                .take_while(|index| deep(index))
                .count();
            order[start..start + length].reverse();
            start += length.max(1);
        }
    }
    order
}

fn is_read_to_left(c: char) -> bool {
    c >= FIRST_TO_LEFT && matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Order {
        Order::of(text, Direction::LeftToRight)
    }

    #[test]
    fn the_first_letter_decides() {
        for (text, base) in [
            ("IT", 0),
            ("מנהל IT", 1),
            ("IT מנהל", 0),
            ("(1) מנהל", 1),
            ("12:30", 0),
            ("", 0),
            ("…\nשלום", 1),
        ] {
            assert_eq!(order(text).base, base, "{text}");
        }
    }

    #[test]
    fn text_without_a_letter_to_the_left_is_plain() {
        assert!(order("Łódź – “IT” … Ωμέγα, Привет! 漢 ≥ 3").is_plain());
        assert!(!order("שלום").is_plain());
    }

    #[test]
    fn numbers_go_to_the_right_even_within_text_to_the_left() {
        let text = "שלום 12 x";
        let levels: Vec<u8> = order(text)
            .runs(0..text.len())
            .into_iter()
            .map(|(level, _)| level)
            .collect();
        assert_eq!(levels, [1, 2, 1, 2]);
    }

    #[test]
    fn parts_are_turned_around_from_the_deepest_level_on() {
        assert_eq!(from_left(&[0, 0, 0]), [0, 1, 2]);
        assert_eq!(from_left(&[1, 1, 1]), [2, 1, 0]);
        assert_eq!(from_left(&[0, 1, 1, 0]), [0, 2, 1, 3]);
        // A name with a number in it, in an English sentence.
        assert_eq!(from_left(&[0, 1, 2, 2, 1, 0]), [0, 4, 2, 3, 1, 5]);
        assert_eq!(from_left(&[]), [0; 0]);
    }
}
