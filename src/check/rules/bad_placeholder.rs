//! A placeholder whose name is empty, or has a bracket, line break or markup in it.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::placeholder::is_name;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for (key, _) in guide.declared("placeholders") {
        if !is_name(&key.name) {
            out.push(
                RULE.finding(guide.key(key), "this cannot be the name of a placeholder")
                    .label("a name is one line of words, without brackets")
                    .help("write the name without its brackets: `Company`"),
            );
        }
    }
    for text in &guide.texts {
        let found = text.marks.placeholders.iter();
        for found in found.filter(|found| !found.is_fillable()) {
            let what = match () {
                () if !found.is_plain => "has markup in it",
                () if found.name.trim().is_empty() => "is empty",
                () => "goes over a line break",
            };
            out.push(
                RULE.finding(text.place(found.range.clone()), format!("this placeholder {what}"))
                    .label("square brackets are a blank to be filled")
                    .help("write its name, and nothing else, between the brackets; or `\\[` if the bracket is part of the text"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "bad-placeholder",
        severity: Severity::Error,
        summary: "a blank has no name that could be filled in",
        why: "A blank is filled by its name, so it needs one: a line of words without brackets. For a box to \
              tick, use a list: packets add the boxes.",
        bad: Run("summary: \"Keeps the systems of [ ] running.\"\n"),
        good: Run("summary: Keeps our systems running.\n"),
    },
    reads: Reads::EachPlace,
    check,
};
