//! Markers: the HTML comments by which a template says what a piece of Markdown is.
//!
//! They are invisible on a code host, where the Markdown reads as ordinary tables, lists and
//! quotes. Only templates can write them: `<` in a value is always escaped. Any comment that is
//! not listed here, and any other raw HTML, is text.
//!
//! A marker stands alone on its line, with a blank line around it. Field ids are words of
//! lower-case letters, digits, `-` and `.`. They are the names of the fields in HTML and in PDF; of
//! two that are alike, the second gets a number, and a field without an id gets a name. Ruled blanks
//! of one id and one label are one field: what is typed into one of them stands in all.
//!
//! The reference of templates (`src/template/reference.md`) says what each of them means.

use super::{PanelKind, ParagraphStyle};

/// A marker on a line of its own, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marker {
    Style(ParagraphStyle),
    Panel(PanelKind),
    Question(String),
    Columns,
    NextColumn,
    Keep,
    Notes {
        field: String,
        lines: u16,
    },
    Blanks(Vec<(String, u16)>),
    Scorecard(Vec<String>),
    Grid(Vec<String>),
    Heads(String),
    Choice {
        field: String,
        values: Vec<String>,
    },
    Checks(Vec<String>),
    TimeBar,
    Widths(Vec<u16>),
    Page,
    /// `<!-- /name -->`
    End(&'static str),
}

/// Reads `<!-- name argument … -->`; `None` when it is not a comment, or not one of ours.
pub(super) fn read(html: &str) -> Option<Marker> {
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    let mut words = inner.split_whitespace();
    let name = words.next()?;
    let rest: Vec<String> = words.map(str::to_owned).collect();
    match name {
        "lead" => Some(Marker::Style(ParagraphStyle::Lead)),
        "meta" => Some(Marker::Style(ParagraphStyle::Meta)),
        "label" => Some(Marker::Style(ParagraphStyle::Label)),
        "audience" => Some(Marker::Style(ParagraphStyle::Audience)),
        "panel" => panel(rest.first()?).map(Marker::Panel),
        "question" => Some(Marker::Question(rest.into_iter().next()?)),
        "columns" => Some(Marker::Columns),
        "next" => Some(Marker::NextColumn),
        "keep" => Some(Marker::Keep),
        "notes" => Some(Marker::Notes {
            field: rest.first()?.clone(),
            lines: rest.get(1)?.parse().ok()?,
        }),
        "blanks" => rest
            .iter()
            .map(|word| blank(word))
            .collect::<Option<_>>()
            .map(Marker::Blanks),
        "scorecard" => Some(Marker::Scorecard(rest)),
        "grid" => Some(Marker::Grid(rest)),
        "heads" => Some(Marker::Heads(rest.into_iter().next()?)),
        "choice" => Some(Marker::Choice {
            field: rest.first()?.clone(),
            values: rest[1..].to_vec(),
        }),
        "checks" => Some(Marker::Checks(rest)),
        "timebar" => Some(Marker::TimeBar),
        "widths" => rest
            .iter()
            .map(|word| word.parse().ok())
            .collect::<Option<_>>()
            .map(Marker::Widths),
        "page" => Some(Marker::Page),
        "/question" => Some(Marker::End("question")),
        "/columns" => Some(Marker::End("columns")),
        "/keep" => Some(Marker::End("keep")),
        "/notes" => Some(Marker::End("notes")),
        _ => None,
    }
}

/// True for the inline marker that starts a ruled blank.
pub(super) fn starts_blank(html: &str) -> bool {
    html == "<!-- blank -->"
}

/// True for the inline marker that ends a ruled blank.
pub(super) fn ends_blank(html: &str) -> bool {
    html == "<!-- /blank -->"
}

fn panel(word: &str) -> Option<PanelKind> {
    match word {
        "directions" => Some(PanelKind::Directions),
        "read-aloud" => Some(PanelKind::ReadAloud),
        "note" => Some(PanelKind::Note),
        _ => None,
    }
}

/// Reads `field:width`.
fn blank(word: &str) -> Option<(String, u16)> {
    let (field, width) = word.rsplit_once(':')?;
    Some((field.to_owned(), width.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use crate::template::reference;

    #[test]
    fn the_reference_shows_markers_that_are_read() {
        let text = reference();
        let markers = text.split_once("\n## Markers\n");
        let (_, markers) = markers.expect("the reference has them");
        let rows = markers.lines().filter(|line| line.starts_with("| `<!--"));
        let mut shown = 0;
        for row in rows {
            let code = row.split('`').skip(1).step_by(2);
            for marker in code.filter(|it| it.starts_with("<!--")) {
                let is_inline = marker.starts_with("<!-- blank -->");
                assert!(is_inline || super::read(marker).is_some(), "{marker}");
                shown += 1;
            }
        }
        assert!(shown > 20, "{shown} markers");
    }
}
