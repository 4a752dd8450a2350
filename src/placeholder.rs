//! Placeholders in text: `[Company]`.
//!
//! A placeholder is a pair of square brackets that Markdown would print. So `[site](https://…)`
//! is a link, `\[sic]` is escaped, and brackets in `` `code` `` are code. Of nested brackets, the
//! inner ones count. The printer has to agree, which a property test sees to.

use crate::document::{OPTIONS, without_definitions};
use crate::schema::TextKind;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A placeholder in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes, brackets included.
    pub range: Range<usize>,
    /// What stands between the brackets, as it would be printed.
    pub name: String,
    /// Whether there is nothing but words between the brackets, so that they can be filled.
    pub is_plain: bool,
}

impl Found {
    /// Whether this can be filled at all, given that its name is declared.
    pub fn is_fillable(&self) -> bool {
        self.is_plain && is_name(&self.name)
    }
}

/// The placeholders in a text of a guide, from left to right.
pub fn find(kind: TextKind, text: &str) -> Vec<Found> {
    // A bracket may also be written as an entity, `&#91;`.
    if !text.contains(['[', '&']) {
        return Vec::new();
    }
    let mut scan = Scan {
        text,
        found: Vec::new(),
        open: None,
        in_code: false,
    };
    for (event, range) in events(kind, text) {
        scan.event(&event, range);
    }
    scan.found
}

/// Reads Markdown events, and pairs the brackets in them.
struct Scan<'t> {
    text: &'t str,
    found: Vec<Found>,
    /// The placeholder since the last opening bracket. Its range is that bracket.
    open: Option<Found>,
    in_code: bool,
}

impl Scan<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(_) if self.in_code => {}
            Event::Text(words) => {
                let is_escaped = is_escaped_bracket(self.text, range.start);
                self.words(words, range, is_escaped);
            }
            // HTML is printed as it stands, with its brackets.
            Event::Html(words) | Event::InlineHtml(words) => self.words(words, range, false),
            Event::SoftBreak | Event::HardBreak => self.extend('\n'),
            Event::Start(tag) if !is_inline(&tag.to_end()) => {
                self.in_code = matches!(tag, Tag::CodeBlock(_));
                self.open = None;
            }
            Event::End(tag) if !is_inline(tag) => {
                self.in_code = false;
                self.open = None;
            }
            _ => self.open.iter_mut().for_each(|open| open.is_plain = false),
        }
    }

    /// Takes words that stand at `range`. Only their first character can have been escaped.
    fn words(&mut self, words: &str, range: Range<usize>, is_escaped: bool) {
        let is_literal = self.text[range.clone()] == *words;
        for (at, c) in words.char_indices() {
            // An entity is a text of its own, and all of its bytes stand for its character.
            let bytes = match is_literal {
                true => range.start + at..range.start + at + c.len_utf8(),
                false => range.clone(),
            };
            match c {
                '[' if at > 0 || !is_escaped => {
                    self.open = Some(Found {
                        range: bytes,
                        name: String::new(),
                        is_plain: true,
                    });
                }
                ']' => self.found.extend(self.open.take().map(|open| Found {
                    range: open.range.start..bytes.end,
                    ..open
                })),
                c => self.extend(c),
            }
        }
    }

    fn extend(&mut self, c: char) {
        self.open.iter_mut().for_each(|open| open.name.push(c));
    }
}

/// Whether `name` can be the name of a placeholder.
pub fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && !name.contains(['[', ']', '\n', '\r'])
}

/// The Markdown events of a text, with their bytes in it.
///
/// A short text is one line within a line of its packet, so a `#` or `-` at its start is no
/// heading or list, and a line break is a space. It is read with a word before it, whose bytes are
/// then taken off.
pub(crate) fn events(kind: TextKind, text: &str) -> Vec<(Event<'static>, Range<usize>)> {
    const WORD: &str = "a ";
    let (line, offset) = match kind {
        TextKind::Prose => (without_definitions(text), 0),
        TextKind::Short => {
            let line = text.replace(['\n', '\r'], " ");
            (format!("{WORD}{line}"), WORD.len())
        }
    };
    // Templates may use these, guides may not.
    let options = OPTIONS.difference(Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS);
    let events = Parser::new_ext(&line, options).into_offset_iter();
    let back = |at: usize| at.saturating_sub(offset);
    events
        .map(|(event, range)| (event.into_static(), back(range.start)..back(range.end)))
        .collect()
}

fn is_inline(tag: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
}

/// Whether there is a bracket at `at`, and a backslash before it that is not itself escaped. Only a
/// bracket is worth a look at the backslashes before it: a long run of them is in front of one at
/// most.
pub(crate) fn is_escaped_bracket(text: &str, at: usize) -> bool {
    if !text[at..].starts_with('[') {
        return false;
    }
    let before = &text[..at];
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    backslashes % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{find, is_name};
    use crate::schema::TextKind::{Prose, Short};

    fn names(text: &str) -> Vec<String> {
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
        assert_eq!(names("&#91;A&amp;B] and []"), ["A&B", ""]);
        assert_eq!(names("\\\\[Company] \\\\&#91;A]"), ["Company", "A"]);
        assert_eq!(names("- one [A\n- two B]"), [""; 0]);
        // The definition of a link would vanish from the page: it is text.
        assert_eq!(names("[Company]: https://example.org"), ["Company"]);
    }

    #[test]
    fn markup_in_brackets_cannot_be_filled() {
        let found = find(Prose, "[*Company*] [Company]");
        assert!(!found[0].is_fillable() && found[1].is_fillable());
    }

    #[test]
    fn brackets_that_mean_something_else() {
        assert_eq!(names("[site](https://example.org)"), [""; 0]);
        assert_eq!(
            names("\\\\\\[sic] \\[sic] and `[code]` and a[0\n\n    [code]"),
            [""; 0]
        );
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
