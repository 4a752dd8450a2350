//! A `[Name]` in a text that is not declared under `placeholders`.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::{nearest, quoted};
use std::collections::BTreeMap;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let declared = guide
        .declared("placeholders")
        .iter()
        .map(|(key, _)| (key.name.as_str(), key));
    let declared: BTreeMap<_, _> = declared.collect();
    for text in &guide.texts {
        for found in &text.marks.placeholders {
            if declared.contains_key(found.name.as_str()) || !found.is_fillable() {
                continue;
            }
            if out.len() >= crate::finding::MAX_FINDINGS {
                return;
            }
            let finding = RULE
                .finding(
                    text.place(found.range.clone()),
                    format!("the placeholder {} is not declared", quoted(&found.name)),
                )
                .label("no such name under `placeholders`");
            out.push(match nearest(&found.name, declared.keys().copied()) {
                Some(meant) => finding
                    .related(guide.key(declared[meant]), "declared here")
                    .replace_with(&format!("[{meant}]")),
                None => finding.help(
                    "declare it under `placeholders`, or write `\\[` if the bracket is part of the text",
                ),
            });
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "undeclared-placeholder",
        severity: Severity::Error,
        summary: "a text has a blank such as `[Company]` that is not declared",
        why: "Square brackets in a text are a blank to be filled. One that nobody knows of would reach the \
              candidate unfilled. Brackets that belong to the text are written `\\[`.",
        bad: Run("summary: Keeps the systems of [Company] running.\n"),
        good: Run("\
placeholders:
  Company: {help: The name of your organisation, default: our company}
summary: Keeps the systems of [Company] running.
"),
    },
    reads: Reads::AllNames,
    check,
};
