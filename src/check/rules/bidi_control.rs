//! Invisible characters that change the direction of the text around them.

use super::{Explanation, Finding, Place, Reads, Rule, Run, Severity, Subject};
use crate::finding::is_direction_control;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for source in guide.sources {
        let written = source.text.char_indices();
        for (at, c) in written.filter(|(_, c)| is_direction_control(*c)) {
            let place = Place::new(source, at..at + c.len_utf8());
            report(place, c, out);
        }
    }
    // Those written as an escape are not in the file, only in the text that it stands for.
    for text in &guide.texts {
        let found = text
            .value
            .char_indices()
            .find(|(_, c)| is_direction_control(*c));
        if let Some((at, c)) = found {
            let place = text.place(at..at + c.len_utf8());
            if !place.text().contains(c) {
                report(place, c, out);
            }
        }
    }
}

fn report(place: Place, c: char, out: &mut Vec<Finding>) {
    let message = format!(
        "there is an invisible character here that turns text around (U+{:04X})",
        u32::from(c)
    );
    out.push(
        RULE.finding(place, message)
            .label("left out in print")
            .help("delete it: type the words around it again"),
    );
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "bidi-control",
        severity: Severity::Warning,
        summary: "a text has an invisible character that changes its direction",
        why: "Such characters come in with copied text, and can make a text read differently from what is \
              stored. They are left out in print; right-to-left languages do not need them.",
        bad: Run("summary: \"Keeps \\u202Esmetsys\\u202C running.\"\n"),
        good: Run("summary: Keeps systems running.\n"),
    },
    reads: Reads::EachPlace,
    check,
};
