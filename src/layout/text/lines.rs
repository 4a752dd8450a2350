//! Break: words are distributed over lines. Only widths matter here, not text.

use std::ops::Range;

use super::words::{End, Word};
use crate::layout::pages::Length;
use crate::layout::theme::Fit;

/// A last line shorter than this part of the measure looks like a mistake.
const SHORTEST_LAST_LINE: i64 = 8;
/// So does one word alone that is shorter than this part.
const SHORTEST_LAST_WORD: i64 = 2;
/// What it costs to end a line after a hyphen: as much as a gap of 60 points. A part of a word is
/// shorter, so it goes to the next line whenever it fits there.
const AFTER_JOINT: i64 = 60 * 60;
/// What it costs to strand a little word at the end of a line: as much as a gap of 14 points.
const AFTER_LEANING: i64 = 14 * 14;
/// No line is looked at beyond this many words, which keeps the time for a paragraph linear.
/// The narrowest words of a guide fill the widest line with a fifth of them.
const MOST_WORDS: usize = 500;

/// Distributes words over lines no longer than `measure`, in as few lines as possible.
///
/// Of the ways to do that for the whole paragraph, the one that costs least is taken. A line
/// costs the square of the gap at its right edge, which makes all of them together the least
/// ragged. Words of widths 3, 2, 2 and 5 on a measure of 6 need three lines; `3 2 | 2 | 5` leaves
/// gaps of 1 and 4, which costs 17, and `3 | 2 2 | 5` leaves 3 and 2: 13, so it is better. The
/// last line counts only when lines should balance, or when it is very short. Lines that end in
/// a hyphen or in a little word cost more.
pub(super) fn break_lines(words: &[Word], measure: Length, fit: Fit) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let paragraph = words[start..]
            .iter()
            .position(|word| word.end == End::Line)
            .map_or(words.len(), |last| start + last + 1);
        if is_one_line(&words[start..paragraph], measure) {
            lines.push(start..paragraph);
        } else {
            break_paragraph(words, start..paragraph, measure, fit, &mut lines);
        }
        start = paragraph;
    }
    lines
}

/// Whether a paragraph needs no breaking, as most cells of a table.
fn is_one_line(words: &[Word], measure: Length) -> bool {
    let mut width: i64 = 0;
    words.iter().all(|word| {
        let fits = width + i64::from(word.width) <= i64::from(measure);
        width += i64::from(word.width) + i64::from(word.space);
        fits
    })
}

/// What the rest of a paragraph costs: fewest lines first, then the best ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    lines: u32,
    badness: i64,
}

fn break_paragraph(
    words: &[Word],
    range: Range<usize>,
    measure: Length,
    fit: Fit,
    lines: &mut Vec<Range<usize>>,
) {
    const NOTHING: Cost = Cost {
        lines: 0,
        badness: 0,
    };
    let (first, last) = (range.start, range.end);
    // best[i]: the cost of setting the words from `first + i` on, and where its first line ends.
    let mut best = vec![(NOTHING, last); last - first + 1];
    for from in (first..last).rev() {
        let (mut width, mut chosen) = (0, None);
        for to in from..last.min(from + MOST_WORDS) {
            width += words[to].width;
            if width > measure && to > from {
                break;
            }
            let rest = best[to + 1 - first].0;
            let line = match to + 1 == last {
                true => last_line(measure, width, to - from + 1, fit),
                false => full_line(measure, width, words[to].end),
            };
            let cost = Cost {
                lines: rest.lines + 1,
                badness: rest.badness + line,
            };
            if chosen.is_none_or(|(least, _)| cost <= least) {
                chosen = Some((cost, to + 1));
            }
            width += words[to].space;
        }
        best[from - first] = chosen.unwrap_or((NOTHING, last));
    }
    let mut from = first;
    while from < last {
        let to = best[from - first].1;
        lines.push(from..to);
        from = to;
    }
}

/// What a line within a paragraph costs.
fn full_line(measure: Length, width: Length, end: End) -> i64 {
    squared_gap(measure, width)
        + match end {
            End::Joint => AFTER_JOINT,
            End::Leaning => AFTER_LEANING,
            End::Word | End::Line => 0,
        }
}

/// What the last line of a paragraph costs, which has this many words.
fn last_line(measure: Length, width: Length, words: usize, fit: Fit) -> i64 {
    // In a narrow column, a gap as long as a word is a large part of the measure.
    let (shortest, part) = match words {
        1 => (SHORTEST_LAST_WORD, 2),
        _ => (SHORTEST_LAST_LINE, 4),
    };
    let points = |length: Length| i64::from(length) / 1000;
    match fit {
        Fit::Balanced => squared_gap(measure, width),
        Fit::Full if points(width) * shortest < points(measure) => (points(measure) / part).pow(2),
        Fit::Full => 0,
    }
}

/// The squared gap at the end of a line, in points: finer differences cannot be seen.
fn squared_gap(measure: Length, width: Length) -> i64 {
    let gap = i64::from(measure) / 1000 - i64::from(width) / 1000;
    gap.max(0).pow(2)
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

    #[test]
    fn looks_ahead_to_the_whole_paragraph() {
        // Line by line, the first would take the 38 and leave the 40 alone on the second.
        let lines = break_lines(&words(&[30, 30, 38, 40, 90, 30]), 100_000, Fit::Full);
        assert_eq!(lines, [0..2, 2..4, 4..5, 5..6]);
    }

    #[test]
    fn avoids_to_end_a_line_with_a_hyphen_or_a_little_word() {
        for (end, line) in [(End::Word, 3), (End::Joint, 2), (End::Leaning, 2)] {
            let mut some = words(&[40, 40, 9, 88, 40]);
            some[2].end = end;
            let lines = break_lines(&some, 103_000, Fit::Full);
            assert_eq!(lines[0], 0..line, "{end:?}");
        }
    }

    #[test]
    fn moves_the_part_of_a_word_to_the_rest_of_it() {
        // "hand-" and "overs" of 25 each: the gap of 36 is better than a word in two.
        let mut some = words(&[60, 25, 25, 60, 30]);
        (some[1].end, some[1].space) = (End::Joint, 0);
        let lines = break_lines(&some, 98_000, Fit::Full);
        assert_eq!(lines[0], 0..1);
    }

    #[test]
    fn leaves_no_lone_word_in_a_narrow_column() {
        let lines = break_lines(&words(&[30, 30, 28, 40]), 100_000, Fit::Full);
        assert_eq!(lines, [0..2, 2..4]);
    }

    #[test]
    fn leaves_no_lone_short_word() {
        let lines = break_lines(&words(&[50, 40, 30, 60, 20]), 121_000, Fit::Full);
        assert_eq!(lines, [0..2, 2..5]);
    }

    #[test]
    fn is_as_quick_with_a_hundred_thousand_words() {
        let mut some = words(&[0; 100_000]);
        some.iter_mut().for_each(|word| word.space = 0);
        let lines = break_lines(&some, 100_000, Fit::Balanced);
        assert_eq!(lines.len(), 1);
        let many = words(&[7; 100_000]);
        let lines = break_lines(&many, 100_000, Fit::Full);
        // 12 words and their spaces fill 95 of 100 points.
        assert_eq!(lines.len(), 100_000_usize.div_ceil(12));
    }
}
