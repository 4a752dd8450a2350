//! A declared placeholder that no text uses.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use std::collections::BTreeSet;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let texts = guide.texts.iter();
    let used: BTreeSet<_> = texts
        .flat_map(|text| &text.marks.placeholders)
        .map(|found| found.name.as_str())
        .collect();
    for (key, _) in guide.declared("placeholders") {
        if !used.contains(key.name.as_str()) {
            out.push(
                RULE.finding(
                    guide.key(key),
                    format!("no text uses the placeholder {}", quoted(&key.name)),
                )
                .label("declared, but not used")
                .help(format!(
                    "delete it, or write {} where it belongs",
                    quoted(&format!("[{}]", key.name))
                )),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unused-placeholder",
        severity: Severity::Warning,
        summary: "a blank is declared, but no text uses it",
        why: "People will look for what they are asked to fill in. Often the name in the text is spelt differently.",
        bad: Run("placeholders:\n  Company: {default: our company}\n"),
        good: Run("\
placeholders:
  Company: {default: our company}
summary: Keeps the systems of [Company] running.
"),
    },
    reads: Reads::AllValues,
    check,
};
