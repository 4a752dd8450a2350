//! Text within a block.

use super::escape;
use crate::document::Inline;

/// What a blank within a line becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blanks {
    /// A field to type into.
    Fields,
    /// A rule only: inside a link or a label, where HTML allows no second control.
    Rules,
}

/// Appends the text as HTML.
pub(super) fn write(out: &mut String, content: &[Inline], blanks: Blanks) {
    for inline in content {
        match inline {
            Inline::Text(text) => escape::text(out, text),
            Inline::Emphasis(content) => wrap(out, "em", content, blanks),
            Inline::Strong(content) => wrap(out, "strong", content, blanks),
            Inline::Strikethrough(content) => wrap(out, "s", content, blanks),
            Inline::Code(code) => {
                out.push_str("<code>");
                escape::text(out, code);
                out.push_str("</code>");
            }
            Inline::Link { url, content } => link(out, url, content, blanks),
            Inline::Blank { label, field } => {
                let field = field.as_deref().filter(|_| blanks == Blanks::Fields);
                blank(out, label, field);
            }
            Inline::Break => out.push_str("<br>"),
        }
    }
}

/// The words alone, for an accessible name.
pub(super) fn plain(content: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(&mut out, content);
    out
}

/// Whether there is nothing to read.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    plain(content).trim().is_empty()
}

fn push_plain(out: &mut String, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Blank { label: text, .. } => {
                out.push_str(text);
            }
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => push_plain(out, content),
            Inline::Break => out.push(' '),
        }
    }
}

fn wrap(out: &mut String, tag: &str, content: &[Inline], blanks: Blanks) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    write(out, content, blanks);
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn link(out: &mut String, url: &str, content: &[Inline], blanks: Blanks) {
    // The parser lets only these schemes through; a link is too dangerous to trust that twice.
    let Some(address) = escape::link(url) else {
        write(out, content, blanks);
        return;
    };
    out.push_str("<a");
    escape::attribute(out, "href", &address);
    let words = plain(content);
    if address == words || address.strip_prefix("mailto:") == Some(&*words) {
        // Printed, such a link already says where it goes.
        out.push_str(" class=\"bare\"");
    }
    out.push('>');
    write(out, content, Blanks::Rules);
    out.push_str("</a>");
}

fn blank(out: &mut String, label: &str, field: Option<&str>) {
    match field {
        Some(field) => {
            out.push_str("<label class=\"blank\"");
            escape::attribute(out, "title", label);
            out.push_str("><input type=\"text\" autocomplete=\"off\" dir=\"auto\"");
            escape::attribute(out, "name", field);
            out.push_str("><span>");
            escape::text(out, label);
            out.push_str("</span></label>");
        }
        None => {
            out.push_str("<span class=\"blank\"><span class=\"rule\"></span><span>");
            escape::text(out, label);
            out.push_str("</span></span>");
        }
    }
}
