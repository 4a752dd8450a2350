//! Placeholders in text: `[Company]`.
//!
//! A placeholder is a pair of square brackets that Markdown would print. So `[site](https://…)`
//! is a link, `\[sic]` is escaped, and brackets in `` `code` `` are code. Of nested brackets, the
//! inner ones count.

use crate::schema::TextKind;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use std::ops::Range;

/// A placeholder in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// Its bytes, brackets included.
    pub range: Range<usize>,
    /// What stands between the brackets.
    pub name: &'a str,
}

/// The placeholders in a text of a guide, from left to right.
pub fn find(kind: TextKind, text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    if !text.contains('[') {
        return found;
    }
    let mut open = None;
    for (event, range) in events(kind, text) {
        match event {
            Event::Text(_) => {
                for (at, bracket) in text[range.clone()].match_indices(['[', ']']) {
                    let at = range.start + at;
                    match bracket {
                        _ if is_escaped(text, at) => {}
                        "[" => open = Some(at),
                        _ => found.extend(open.take().map(|start| Found {
                            range: start..at + 1,
                            name: &text[start + 1..at],
                        })),
                    }
                }
            }
            Event::Start(tag) if !is_inline(&tag.to_end()) => open = None,
            Event::End(tag) if !is_inline(&tag) => open = None,
            _ => {}
        }
    }
    found
}

/// Whether `name` can be the name of a placeholder.
pub fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && !name.contains(['[', ']', '\n', '\r'])
}

/// The Markdown events of a text, with their bytes in it.
///
/// A short text is one line within a line of its packet, so a `#` or `-` at its start is no
/// heading or list. It is read with a word before it, whose bytes are then taken off.
pub(crate) fn events(kind: TextKind, text: &str) -> Vec<(Event<'static>, Range<usize>)> {
    const WORD: &str = "a ";
    let (line, offset) = match kind {
        TextKind::Prose => (text.to_owned(), 0),
        TextKind::Short => (format!("{WORD}{text}"), WORD.len()),
    };
    let events = Parser::new_ext(&line, Options::empty()).into_offset_iter();
    let back = |at: usize| at.saturating_sub(offset);
    events
        .map(|(event, range)| (event.into_static(), back(range.start)..back(range.end)))
        .collect()
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}

fn is_escaped(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{find, is_name};
    use crate::schema::TextKind::{Prose, Short};

    fn names(text: &str) -> Vec<&str> {
        find(Prose, text).into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn brackets_that_would_be_printed() {
        assert_eq!(
            names("At [Company], **[Pay Range]**"),
            ["Company", "Pay Range"]
        );
        assert_eq!(names("[Company][Candidate]"), ["Company", "Candidate"]);
        assert_eq!(
            names("[the [Company] site](https://example.org)"),
            ["Company"]
        );
        assert_eq!(names("[*Company*] and []"), ["*Company*", ""]);
        assert_eq!(names("- one [A\n- two B]"), [""; 0]);
    }

    #[test]
    fn brackets_that_mean_something_else() {
        assert_eq!(names("[site](https://example.org)"), [""; 0]);
        assert_eq!(names("[site][1]\n\n[1]: https://example.org"), [""; 0]);
        assert_eq!(names(r"\[sic] and `[code]` and a[0"), [""; 0]);
    }

    #[test]
    fn a_short_text_has_no_blocks() {
        let found = find(Short, "[Company]: https://example.org");
        assert_eq!(found[0].range, 0..9);
    }

    #[test]
    fn names_have_words() {
        assert!(is_name("Company X") && !is_name(" ") && !is_name("a\nb"));
    }
}
