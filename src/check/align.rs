//! From a place in a decoded text to the same place in the file.
//!
//! YAML folds lines, strips indentation and knows escapes, but all it does to letters is to
//! escape them. So the two are read side by side, white space left out on either side: the third
//! letter of the one is the third letter of the other.

use crate::yaml::Style;
use std::ops::Range;

/// The bytes of `written` that `range` of its decoded `value` stands in. `None` when they do not
/// match, as in a value that an alias has repeated from elsewhere.
pub(super) fn locate(
    written: &str,
    style: Style,
    value: &str,
    range: Range<usize>,
) -> Option<Range<usize>> {
    let mut letters = letters(written, style).into_iter();
    let mut found: Option<Range<usize>> = None;
    for (at, c) in value.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let (place, letter) = letters.next()?;
        if letter != c {
            return None;
        }
        if at >= range.end {
            break;
        }
        if at >= range.start {
            let start = found.map_or(place.start, |found| found.start);
            found = Some(start..place.end);
        }
    }
    found
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
    use super::locate;
    use crate::yaml::Style;

    fn found<'a>(written: &'a str, style: Style, value: &str, snippet: &str) -> &'a str {
        let start = value.rfind(snippet).expect("the value has the snippet");
        let range = locate(written, style, value, start..start + snippet.len());
        &written[range.expect("the text matches")]
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
        assert_eq!(locate("*alias", Style::Plain, "words", 0..5), None);
    }
}
