//! From a place in a decoded text to the same place in the file.
//!
//! YAML folds lines, strips indentation and knows escapes, but all it does to letters is to
//! escape them. So the two are read side by side, white space left out on either side: the third
//! letter of the one is the third letter of the other.

use crate::yaml::Style;
use std::ops::Range;

/// Where each letter of a decoded text stands in the file.
#[derive(Debug)]
pub(super) struct Alignment {
    /// For each letter, its start in the decoded text and its bytes in the written one.
    letters: Vec<(usize, Range<usize>)>,
}

impl Alignment {
    /// Aligns a decoded `value` with how it is `written`. `None` when the letters differ.
    pub(super) fn of(written: &str, style: Style, value: &str) -> Option<Self> {
        let decoded = value.char_indices().filter(|(_, c)| !c.is_whitespace());
        let mut written = letters(written, style).into_iter();
        let mut aligned = Vec::new();
        for (at, c) in decoded {
            let (place, letter) = written.next()?;
            if letter != c {
                return None;
            }
            aligned.push((at, place));
        }
        Some(Self { letters: aligned })
    }

    /// The written bytes of a range of the decoded text, without white space at either end.
    pub(super) fn locate(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.letters.partition_point(|(at, _)| *at < range.start);
        let end = self.letters.partition_point(|(at, _)| *at < range.end);
        let letters = self.letters.get(first..end)?;
        Some(letters.first()?.1.start..letters.last()?.1.end)
    }
}

/// The decoded characters of a scalar that are no white space, with their bytes.
fn letters(written: &str, style: Style) -> Vec<(Range<usize>, char)> {
    let inner = match style {
        Style::SingleQuoted | Style::DoubleQuoted => 1..written.len().saturating_sub(1),
        _ => 0..written.len(),
    };
    let Some(text) = written.get(inner.clone()) else {
        return Vec::new();
    };
    let mut letters = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = inner.start + text.len() - rest.len();
        let (length, decoded) = match (style, c) {
            (Style::SingleQuoted, '\'') => (2, '\''),
            (Style::DoubleQuoted, '\\') => escape(rest),
            _ => (c.len_utf8(), c),
        };
        if !decoded.is_whitespace() {
            letters.push((start..start + length, decoded));
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    letters
}

/// The length and meaning of the escape at the start of `rest`. White space stands for the
/// escapes that mean white space or nothing.
fn escape(rest: &str) -> (usize, char) {
    let Some(letter) = rest.chars().nth(1) else {
        return (1, ' ');
    };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        'n' | 't' | 'r' | 'v' | 'f' | 'N' | '_' | 'L' | 'P' | '\t' | '\r' | '\n' | ' ' => {
            return (1 + letter.len_utf8(), ' ');
        }
        _ => return (1 + letter.len_utf8(), letter),
    };
    let code = rest
        .get(2..2 + digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    (2 + digits, code.and_then(char::from_u32).unwrap_or(' '))
}

#[cfg(test)]
mod tests {
    use super::Alignment;
    use crate::yaml::Style;

    fn found<'a>(written: &'a str, style: Style, value: &str, snippet: &str) -> &'a str {
        let start = value.rfind(snippet).expect("the value has the snippet");
        let alignment = Alignment::of(written, style, value).expect("the letters match");
        let range = alignment.locate(start..start + snippet.len());
        &written[range.expect("the snippet has letters")]
    }

    #[test]
    fn the_same_letters_are_found() {
        assert_eq!(found("a [x] b", Style::Plain, "a [x] b", "[x]"), "[x]");
        assert_eq!(
            found("'it''s [x]'", Style::SingleQuoted, "it's [x]", "[x]"),
            "[x]"
        );
        assert_eq!(
            found(
                r#""a\n\"\u00e9\" [x]""#,
                Style::DoubleQuoted,
                "a\n\"é\" [x]",
                "[x]"
            ),
            "[x]"
        );
        assert_eq!(
            found("a\n    [x\n    y] b", Style::Block, "a [x y] b", "[x y]"),
            "[x\n    y]"
        );
    }

    #[test]
    fn other_letters_are_not() {
        assert!(Alignment::of("*alias", Style::Plain, "words").is_none());
    }
}
