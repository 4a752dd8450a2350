//! A stage whose packet is to be made with a template that is not there.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::{Place, nearest, quoted};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let named = guide.stages().filter_map(|stage| stage.0.get("template"));
    for node in named {
        let Some(name) = node.text() else { continue };
        let known = guide.with.templates;
        if known.contains(name) {
            continue;
        }
        let message = format!("there is no template {}", quoted(name));
        let finding = RULE
            .finding(guide.place(node), message)
            .label("neither built in nor in `templates/`");
        let packets = known.iter().filter(|it| it.ends_with(".md"));
        out.push(match nearest(name, packets.map(String::as_str)) {
            Some(meant) => finding.replace_with(meant),
            None => finding.help(format!(
                "write it as `templates/{name}`; `hirekit templates list` has the others"
            )),
        });
    }
}

/// The same for one that the settings name.
pub(in crate::check) fn finding(place: Place, message: String) -> Finding {
    RULE.finding(place, message)
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unknown-template",
        severity: Severity::Error,
        summary: "a template that a stage or a declared packet names is not there",
        why: "A stage of the team's own can have a template of the team's own: a file of Markdown in `templates/`, \
              or a built-in one. Without it there is nothing to make the packet with.",
        bad: Run("\
stages:
  - {id: visit, kind: session, title: Site visit, minutes: 60, template: sesion.md}
"),
        good: Run("\
stages:
  - {id: visit, kind: session, title: Site visit, minutes: 60, template: session.md}
"),
    },
    reads: Reads::EachPlace,
    check,
};
