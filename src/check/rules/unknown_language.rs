//! A language that hirekit has no labels for.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::{nearest, quoted, quoted_list};
use crate::guide::Language;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let Some(node) = guide.root.get("language") else {
        return;
    };
    let Some(tag) = node.text() else { return };
    let languages = guide.with.languages;
    // What is no tag at all is the schema's to report.
    if !Language::is_valid(tag) || languages.get(tag).is_some() {
        return;
    }
    let message = format!("there are no labels for the language {}", quoted(tag));
    let finding = RULE
        .finding(guide.place(node), message)
        .label("not a language that packets can be made in");
    out.push(match nearest(tag, languages.tags()) {
        Some(meant) => finding.replace_with(meant),
        None => finding.help(format!(
            "use one of {}, or add its labels as `labels/{tag}.yaml`",
            quoted_list(languages.tags())
        )),
    });
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unknown-language",
        severity: Severity::Error,
        summary: "the guide is in a language that there are no labels for",
        why: "Headings, instructions and dates come from a file of labels for each language. A packet that is \
              half in one language and half in another would not be fit to hand out.",
        bad: Run("language: tlh\n"),
        good: Run("language: en\n"),
    },
    reads: Reads::EachPlace,
    check,
};
