//! Break: words are distributed over lines. Only widths matter here, not text.

use std::ops::Range;

use super::words::{End, Word};
use crate::layout::pages::Length;
use crate::layout::theme::Fit;

/// A last line shorter than this part of the measure looks like a mistake.
const SHORTEST_LAST_LINE: i64 = 8;

/// Distributes words over lines no longer than `measure`, in as few lines as possible.
///
/// Of the ways to do that, the one with the smallest sum of squared gaps at the right edge is
/// taken, which is the least ragged. Words of widths 3, 2, 2 and 5 on a measure of 6 need three
/// lines; `3 2 | 2 | 5` leaves gaps of 1 and 4, with a sum of squares of 17, and `3 | 2 2 | 5`
/// leaves 3 and 2: 13, so it is better. The last line counts only when lines should balance, or
/// when it is very short.
pub(super) fn break_lines(words: &[Word], measure: Length, fit: Fit) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let paragraph = words[start..]
            .iter()
            .position(|word| word.end == End::Line)
            .map_or(words.len(), |last| start + last + 1);
        break_paragraph(words, start..paragraph, measure, fit, &mut lines);
        start = paragraph;
    }
    lines
}

/// How good the rest of a paragraph can be: fewest lines first, then the smallest gaps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    lines: u32,
    gaps: i64,
}

fn break_paragraph(
    words: &[Word],
    range: Range<usize>,
    measure: Length,
    fit: Fit,
    lines: &mut Vec<Range<usize>>,
) {
    let (first, last) = (range.start, range.end);
    // best[i]: the cost of setting the words from `first + i` on, and where its first line ends.
    let mut best = vec![(Cost { lines: 0, gaps: 0 }, last); last - first + 1];
    for from in (first..last).rev() {
        let (mut width, mut chosen) = (0, None);
        for to in from..last {
            width += words[to].width;
            if width > measure && to > from {
                break;
            }
            let rest = best[to + 1 - first].0;
            let cost = Cost {
                lines: rest.lines + 1,
                gaps: rest.gaps + gap(measure, width, to + 1 == last, fit),
            };
            if chosen.is_none_or(|(least, _)| cost <= least) {
                chosen = Some((cost, to + 1));
            }
            width += words[to].space;
        }
        best[from - first] = chosen.unwrap_or((Cost { lines: 1, gaps: 0 }, last));
    }
    let mut from = first;
    while from < last {
        let to = best[from - first].1;
        lines.push(from..to);
        from = to;
    }
}

/// The squared gap at the end of a line, in points: finer differences cannot be seen.
fn gap(measure: Length, width: Length, is_last: bool, fit: Fit) -> i64 {
    let (measure, width) = (i64::from(measure) / 1000, i64::from(width) / 1000);
    let gap = (measure - width).max(0);
    match fit {
        Fit::Balanced => gap * gap,
        Fit::Full if !is_last => gap * gap,
        Fit::Full if width * SHORTEST_LAST_LINE < measure => measure * measure / 16,
        Fit::Full => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of the given widths in points, with spaces of one point.
    fn words(widths: &[Length]) -> Vec<Word> {
        let word = |width: &Length| Word {
            pieces: Vec::new(),
            width: width * 1000,
            space: 1000,
            end: End::Word,
        };
        widths.iter().map(word).collect()
    }

    #[test]
    fn takes_the_fewest_lines() {
        let lines = break_lines(&words(&[30, 30, 30]), 61_000, Fit::Full);
        assert_eq!(lines, [0..2, 2..3]);
    }

    #[test]
    fn balances_headings() {
        let lines = break_lines(&words(&[20, 20, 20, 20]), 70_000, Fit::Balanced);
        assert_eq!(lines, [0..2, 2..4]);
    }

    #[test]
    fn leaves_no_tiny_last_line() {
        let lines = break_lines(&words(&[40, 30, 20, 8]), 93_000, Fit::Full);
        assert_eq!(lines, [0..2, 2..4]);
    }

    #[test]
    fn gives_a_word_that_is_too_long_its_own_line() {
        let lines = break_lines(&words(&[10, 99, 10]), 50_000, Fit::Full);
        assert_eq!(lines, [0..1, 1..2, 2..3]);
    }

    #[test]
    fn ends_a_line_where_asked() {
        let mut some = words(&[10, 10, 10]);
        some[0].end = End::Line;
        assert_eq!(break_lines(&some, 50_000, Fit::Full), [0..1, 1..3]);
    }
}
