//! Characters that no font can print.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::font::Fonts;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let fonts = Fonts::bundled();
    for text in &guide.texts {
        if text.value.is_ascii() {
            continue;
        }
        // One for each text: a text in another script would bring one for each letter.
        let missing = text.value.char_indices().find(|(_, c)| !fonts.covers(*c));
        if let Some((at, c)) = missing {
            let place = text.place(at..at + c.len_utf8());
            let name = quoted(c.encode_utf8(&mut [0; 4]));
            out.push(
                RULE.finding(
                    place,
                    format!("no font has the character {name} (U+{:04X})", u32::from(c)),
                )
                .label("a replacement mark in the PDF")
                .help("write it in Latin, Greek or Cyrillic letters"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "missing-glyph",
        severity: Severity::Warning,
        summary: "a text has a character that no font can print",
        why: "The bundled fonts have the letters of Latin, Greek and Cyrillic scripts, and common signs. \
              Any other character shows in Markdown and HTML, and as a replacement mark in the PDF.",
        bad: Run("role: IT Manager 漢\n"),
        good: Run("role: IT Manager\n"),
    },
    reads: Reads::EachPlace,
    check,
};
