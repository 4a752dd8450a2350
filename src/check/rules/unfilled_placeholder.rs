//! A placeholder to be filled before printing, with no words to fill it with.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::yaml::Node;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for (key, placeholder) in guide.declared("placeholders") {
        let when = placeholder.get("when").and_then(Node::text);
        let is_filled =
            guide.with.fills.contains_key(&key.name) || placeholder.get("default").is_some();
        if is_filled || when.is_some_and(|when| when != "build") {
            continue;
        }
        out.push(
            RULE.finding(
                guide.key(key),
                format!("nothing fills the placeholder {}", quoted(&key.name)),
            )
            .label("has no `default`")
            .help(format!(
                "give it a `default`, or fill it in `hirekit.yaml` or with {}",
                quoted(&format!("--fill \"{}=…\"", key.name))
            )),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unfilled-placeholder",
        severity: Severity::Error,
        summary: "a blank is to be filled before printing, and nothing fills it",
        why: "A packet with `[Company]` in it must not reach a candidate. Give the placeholder a `default` that \
              reads well everywhere, fill it in `hirekit.yaml` or with `--fill`, or say `when: print` for a blank \
              to be filled by hand.",
        bad: Run("\
placeholders:
  Company: {help: The name of your organisation}
summary: Keeps the systems of [Company] running.
"),
        good: Run("\
placeholders:
  Company: {help: The name of your organisation, default: our company}
summary: Keeps the systems of [Company] running.
"),
    },
    reads: Reads::EachPlace,
    check,
};
