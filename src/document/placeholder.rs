//! Placeholders such as `[Company]` in the text of a guide.

use super::Inline;

/// Stands for a bracket that was escaped in the source, until placeholders have been filled: a
/// noncharacter, so no text of a guide can hold it (`inline::clean` drops it).
pub(super) const ESCAPED_BRACKET: char = '\u{fdd0}';

/// What to print for a placeholder; `None` leaves `[Name]` as it stands.
pub type Fill<'f> = &'f dyn Fn(&str) -> Option<Inline>;

/// A [`Fill`] that leaves every placeholder as it stands.
pub fn unfilled(_: &str) -> Option<Inline> {
    None
}

/// Replaces the placeholders in some inlines, and puts escaped brackets back.
pub(super) fn fill(inlines: Vec<Inline>, with: Fill<'_>) -> Vec<Inline> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => fill_text(&text, with, &mut out),
            Inline::Emphasis(content) => out.push(Inline::Emphasis(fill(content, with))),
            Inline::Strong(content) => out.push(Inline::Strong(fill(content, with))),
            Inline::Strikethrough(content) => out.push(Inline::Strikethrough(fill(content, with))),
            Inline::Link { url, content } => out.push(Inline::Link {
                url,
                content: fill(content, with),
            }),
            other => out.push(other),
        }
    }
    out
}

fn fill_text(text: &str, with: Fill<'_>, out: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((before, name, after)) = next_placeholder(rest) {
        let Some(inline) = with(name) else {
            let end = rest.len() - after.len();
            push_text(&rest[..end], out);
            rest = after;
            continue;
        };
        push_text(before, out);
        match inline {
            Inline::Text(words) => push_text(&words, out),
            other => out.push(other),
        }
        rest = after;
    }
    push_text(rest, out);
}

/// The first `[Name]` in a text: what comes before it, the name, what comes after it.
pub(super) fn next_placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let close = text
        .find('[')
        .and_then(|open| Some(open + text[open..].find(']')?))?;
    let open = text[..close].rfind('[')?;
    Some((&text[..open], &text[open + 1..close], &text[close + 1..]))
}

fn push_text(text: &str, out: &mut Vec<Inline>) {
    let text = text.replace(ESCAPED_BRACKET, "[");
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(last)) => last.push_str(&text),
        _ => out.push(Inline::Text(text)),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Inline, line};

    fn blank(label: &str) -> Inline {
        Inline::Blank {
            label: label.to_owned(),
            field: None,
        }
    }

    fn filled(text: &str) -> Vec<Inline> {
        line(text, &|name| match name {
            "Company" => Some(Inline::Text("Aster [x] *Freight*".into())),
            "Candidate" => Some(blank(name)),
            _ => None,
        })
    }

    #[test]
    fn words_replace_a_name_and_stay_words() {
        let expected = "at Aster [x] *Freight* [other]";
        assert_eq!(
            filled("at [Company] [other]"),
            [Inline::Text(expected.into())]
        );
    }

    #[test]
    fn an_escaped_bracket_is_no_placeholder() {
        assert_eq!(filled(r"\[Company]"), [Inline::Text("[Company]".into())]);
    }

    #[test]
    fn a_printed_placeholder_is_a_blank() {
        assert_eq!(
            filled("Hello [Candidate]"),
            [Inline::Text("Hello ".into()), blank("Candidate")]
        );
    }
}
