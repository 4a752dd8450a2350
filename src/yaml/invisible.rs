//! Characters that look like a space, or like nothing, where a line is indented.

use crate::finding::{Explanation, Finding, Fix, Place};

/// The finding for a text at `place` that begins with such characters, from whichever white space
/// stands before them.
pub(crate) fn finding(code: &Explanation, place: &Place) -> Option<Finding> {
    let text = place.text();
    let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
    let start = text.find(is_invisible)?;
    let first = text[start..].chars().next()?;
    if !text[..start].chars().all(is_blank) {
        return None;
    }
    let rest = &text[start..];
    let run = &rest[..rest.find(|c| !is_invisible(c)).unwrap_or(rest.len())];
    let start = place.span.start + start;
    let place = Place::new(&place.source, start..start + run.len());
    let name = match first {
        '\u{a0}' | '\u{202f}' => "no-break spaces",
        '\u{200b}' | '\u{2060}' | '\u{feff}' => "invisible characters",
        _ => "wide or narrow spaces",
    };
    let message = format!(
        "this line begins with {name} (U+{:04X}), which do not indent it",
        u32::from(first)
    );
    let finding = code.finding(place.clone(), message);
    let finding = finding.label("looks like ordinary spaces");
    let text = " ".repeat(run.chars().count());
    Some(Finding {
        fix: Some(Fix { place, text }),
        ..finding.help("replace them with ordinary spaces")
    })
}

fn is_invisible(c: char) -> bool {
    let is_other_space = c.is_whitespace() && !c.is_ascii() && c != '\u{85}';
    is_other_space || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}
