//! A Markdown heading in a text.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for text in &guide.texts {
        for heading in &text.marks.headings {
            let line = text.value[heading.clone()]
                .lines()
                .next()
                .unwrap_or_default();
            let range = heading.start..heading.start + line.len();
            out.push(
                RULE.finding(text.place(range), "a text cannot have headings")
                    .label("read as a heading")
                    .help("write it in `**bold**`; write `\\#` for a number sign at the start of a line"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "heading-in-prose",
        severity: Severity::Error,
        summary: "a text has a heading in it",
        why: "The headings of a packet come from its template, and its outline and contents are made from them. \
              A heading within a text would break into that order.",
        bad: Run("summary: |\n  # About\n  Keeps our systems running.\n"),
        good: Run("summary: |\n  **About**\n\n  Keeps our systems running.\n"),
    },
    reads: Reads::EachPlace,
    check,
};
