//! A line break in a text of one line.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::schema::TextKind;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for text in guide
        .texts
        .iter()
        .filter(|text| text.kind == TextKind::Short)
    {
        let line = text.value.trim().lines().next().unwrap_or_default();
        if line.len() < text.value.trim().len() {
            let start = text.value.len() - text.value.trim_start().len();
            out.push(
                RULE.finding(
                    text.place(start..start + line.len()),
                    "this text should be one line",
                )
                .label("goes on after this line")
                .help("write `>-` in place of `|`, or take out the blank line"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "line-break-in-short-text",
        severity: Severity::Warning,
        summary: "a text of one line has a line break in it",
        why: "Titles, names and items of lists are one line each, and a line break in them is printed as a space.",
        bad: Run("role: |\n  IT Manager\n  (Infrastructure)\n"),
        good: Run("role: >-\n  IT Manager\n  (Infrastructure)\n"),
    },
    reads: Reads::EachPlace,
    check,
};
