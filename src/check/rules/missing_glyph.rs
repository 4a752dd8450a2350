//! Characters that no font can print.

use super::{Explanation, Finding, Place, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for text in &guide.texts {
        if text.value.is_ascii() {
            continue;
        }
        // One for each text: a text in another script would bring one for each letter.
        let mut characters = text.value.char_indices();
        let missing = characters.find(|(_, c)| !guide.with.fonts.covers(*c));
        if let Some((at, c)) = missing {
            out.push(finding(text.place(at..at + c.len_utf8()), c));
        }
    }
}

/// No font has the character at this place.
pub(in crate::check) fn finding(place: Place, c: char) -> Finding {
    let name = quoted(c.encode_utf8(&mut [0; 4]));
    let message = format!("no font has the character {name} (U+{:04X})", u32::from(c));
    RULE.finding(place, message)
        .label("a replacement mark in the PDF")
        .help(
            "write it in other letters, or name a font that has it under `fallback_fonts` of the theme in `hirekit.yaml`",
        )
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "missing-glyph",
        severity: Severity::Warning,
        summary: "a text has a character that no font can print",
        why: "The bundled fonts have the letters of Latin, Greek and Cyrillic scripts, and common signs. \
              A workspace may name further ones under `fonts`. Any other character shows in Markdown and \
              HTML, and as a replacement mark in the PDF.",
        bad: Run("role: IT Manager 漢\n"),
        good: Run("role: IT Manager\n"),
    },
    reads: Reads::EachPlace,
    check,
};
