//! Text back to Markdown, written so that it means the same wherever a template puts it.

use super::{Block, Inline, List, plain_text};
use std::fmt::Write as _;

/// Writes prose blocks as Markdown: every paragraph is one line, so that nothing in it can join
/// with its neighbours into a heading or a table.
pub fn write_blocks(blocks: &[Block]) -> String {
    blocks
        .iter()
        .map(write_block)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Writes inlines as one line of Markdown that is safe at the start of a line, in a list item, in
/// a heading and in a table cell.
pub fn write_inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    append(inlines, None, &mut out);
    out
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Paragraph { content, .. } => write_inlines(content),
        Block::List(list) => write_list(list),
        Block::Panel { blocks, .. } => prefix(&write_blocks(blocks), "> ", "> "),
        Block::Code(code) => fence(code),
        other => unreachable!("prose holds no {other:?}"),
    }
}

fn write_list(list: &List) -> String {
    let tight = list.items.iter().all(|item| item.blocks.len() <= 1);
    let items = (list.start.unwrap_or(1)..)
        .zip(&list.items)
        .map(|(number, item)| {
            let label = match list.start {
                Some(_) => format!("{number}. "),
                None => "- ".to_owned(),
            };
            let hang = " ".repeat(label.len());
            prefix(&write_blocks(&item.blocks), &label, &hang)
        });
    items
        .collect::<Vec<_>>()
        .join(if tight { "\n" } else { "\n\n" })
}

/// Puts `first` before the first line and `rest` before all others that are not empty.
pub fn prefix(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + first.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let lead = if number == 0 { first } else { rest };
        let lead = if line.is_empty() {
            lead.trim_end()
        } else {
            lead
        };
        out.push_str(lead);
        out.push_str(line);
    }
    out
}

/// A code block whose fence is longer than any run of backticks in it.
fn fence(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

/// Appends inlines; `next` is the character that will follow them.
fn append(inlines: &[Inline], next: Option<char>, out: &mut String) {
    for (inline, next) in inlines.iter().zip(followers(inlines, next)) {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Emphasis(content) => wrap("*", content, next, out),
            Inline::Strong(content) => wrap("**", content, next, out),
            Inline::Strikethrough(content) => wrap("~~", content, next, out),
            Inline::Code(code) => append_code(code, out),
            Inline::Link { url, content } => {
                out.push('[');
                append(content, Some(']'), out);
                let _ = write!(out, "](<{}>)", escape_url(url));
            }
            Inline::Blank { label, .. } => {
                out.push_str("<!-- blank -->\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_ (");
                escape(label, out);
                out.push_str(")<!-- /blank -->");
            }
            Inline::Break => out.push_str("\\\n"),
        }
    }
}

/// The character that follows each of some inlines, when `next` follows the last. Found from the back:
/// to look ahead from each takes the square of their number in time.
fn followers(inlines: &[Inline], next: Option<char>) -> Vec<Option<char>> {
    let mut next = next;
    let backwards = inlines.iter().rev();
    let mut followers: Vec<_> = backwards
        .map(|inline| {
            let first = first_char(std::slice::from_ref(inline)).or(next);
            std::mem::replace(&mut next, first)
        })
        .collect();
    followers.reverse();
    followers
}

/// The first character of the words of some inlines.
fn first_char(inlines: &[Inline]) -> Option<char> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.chars().next(),
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strikethrough(content)
        | Inline::Link { content, .. } => first_char(content),
        Inline::Blank { label, .. } => label.chars().next(),
        Inline::Break => Some(' '),
    })
}

/// Writes marked-up words, or only the words where Markdown would not recognise the marks. Marks
/// within marks are dropped: where they close is too easily read another way.
fn wrap(mark: &str, content: &[Inline], next: Option<char>, out: &mut String) {
    let words = plain_text(content);
    let opens = flanks(out.chars().next_back(), words.chars().next());
    let closes = flanks(next, words.chars().next_back());
    if opens && closes {
        out.push_str(mark);
        append(&unmarked(content), mark.chars().next(), out);
        out.push_str(mark);
    } else {
        append(content, next, out);
    }
}

/// The same words with links and code, but no emphasis.
fn unmarked(content: &[Inline]) -> Vec<Inline> {
    let words = content.iter().flat_map(|inline| match inline {
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => {
            unmarked(content)
        }
        Inline::Link { url, content } => vec![Inline::Link {
            url: url.clone(),
            content: unmarked(content),
        }],
        other => vec![other.clone()],
    });
    words.collect()
}

/// Whether a mark between an outer and an inner character is recognised as one: never next to a
/// space inside, and next to punctuation inside only with a space or punctuation outside. Two
/// marks in a row would run together.
fn flanks(outer: Option<char>, inner: Option<char>) -> bool {
    let outer_is_open = outer.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let is_mark = |c| matches!(c, Some('*' | '~'));
    match inner {
        Some(c) if c.is_whitespace() => false,
        Some(c) if c.is_alphanumeric() => !is_mark(outer),
        Some(_) => outer_is_open && !is_mark(outer) && !is_mark(inner),
        None => false,
    }
}

/// A code span. A pipe in one would end a table cell, and a backtick the span: such code is
/// written as text.
fn append_code(code: &str, out: &mut String) {
    if code.contains(['|', '`', '\n', '\\']) || code.trim() != code || code.is_empty() {
        escape(code, out);
    } else {
        let _ = write!(out, "`{code}`");
    }
}

fn escape_url(url: &str) -> String {
    url.replace('|', "%7C")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace('\\', "%5C")
}

/// Escapes what Markdown would read as markup, and nothing else, so that the source stays
/// readable.
fn escape(text: &str, out: &mut String) {
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1).copied();
        let starts_line = out.is_empty() || out.ends_with('\n');
        match c {
            '\n' | '\t' => {
                out.push(' ');
                continue;
            }
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => out.push('\\'),
            '_' if !(is_word(before) && is_word(after)) => out.push('\\'),
            '&' if after.is_some_and(|c| c.is_alphanumeric() || c == '#') => out.push('\\'),
            '#' | '-' | '+' | '=' | '>' if starts_line => out.push('\\'),
            // The line below the head of a table; a colon before a space means nothing.
            ':' if starts_line && after.is_some_and(|c| !c.is_whitespace()) => out.push('\\'),
            '.' | ')' if is_list_number(out) => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether the line so far is digits only, so that a full stop would make it a list number. Looks back
/// over those digits only: a line may be long, and full of full stops.
fn is_list_number(out: &str) -> bool {
    let before = out.trim_end_matches(|c: char| c.is_ascii_digit());
    before.len() < out.len() && (before.is_empty() || before.ends_with('\n'))
}

#[cfg(test)]
mod tests {
    use super::{write_blocks, write_inlines};
    use crate::document::{Block, Inline, unfilled};
    use proptest::prelude::*;

    fn line(text: &str) -> Vec<Inline> {
        crate::document::line(text, &unfilled)
    }

    fn prose(text: &str) -> Vec<Block> {
        crate::document::prose(text, &unfilled)
    }

    /// The words, whatever the spaces between them.
    fn words(line: &[Inline]) -> String {
        crate::document::plain_text(line)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn markup_survives_and_text_stays_text() {
        for (source, written) in [
            ("a *b* **c** `d`", "a *b* **c** `d`"),
            ("snake_case and _x_", "snake_case and *x*"),
            ("a | b", "a \\| b"),
            ("<script>", "\\<script>"),
            ("1. a", "1\\. a"),
            ("12) a 3. b.", "12\\) a 3. b."),
            ("# a", "\\# a"),
            ("AT&T &amp; R&D", "AT\\&T & R\\&D"),
            ("[Company X]", "\\[Company X\\]"),
            ("`a|b`", "a\\|b"),
        ] {
            assert_eq!(write_inlines(&line(source)), written, "{source}");
        }
    }

    #[test]
    fn lists_keep_their_shape() {
        let source = "- a\n- b\n  1. c\n  2. d";
        assert_eq!(write_blocks(&prose(source)), "- a\n\n- b\n\n  1. c\n  2. d");
    }

    proptest! {
        /// What is written reads back as what was meant, for any text.
        #[test]
        fn writing_and_reading_a_line_agree(text in "[ a-c0-9.|#>*_`~<!\\[\\]()&;:/\\\\-]{0,40}") {
            let read = line(&text);
            let again = line(&write_inlines(&read));
            prop_assert_eq!(words(&again), words(&read), "{}", write_inlines(&read));
        }
    }
}
