//! An id that is used twice where it should tell things apart.
//!
//! Questions and criteria of one stage share their ids, because both name fields of one form.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::yaml::Node;
use std::collections::HashMap;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for (list, scope) in [
        ("competencies", "competencies"),
        ("outcomes", "outcomes"),
        ("stages", "stages"),
    ] {
        unique(guide, guide.list(list).iter(), scope, out);
    }
    for stage in guide.stages() {
        let criteria = stage.scorecard().into_iter().flat_map(|it| it.criteria());
        let fields = stage.questions().chain(criteria);
        unique(guide, fields, "questions and criteria of one stage", out);
    }
}

fn unique<'a>(
    guide: &Subject<'_>,
    items: impl Iterator<Item = &'a Node>,
    scope: &str,
    out: &mut Vec<Finding>,
) {
    let mut first: HashMap<&str, &Node> = HashMap::new();
    for id in items.filter_map(|item| item.get("id")) {
        let Some(name) = id.text() else {
            continue;
        };
        let declared = *first.entry(name).or_insert(id);
        // The same place twice is an alias of the whole item, which is no less a duplicate.
        if !std::ptr::eq(declared, id) {
            let finding = RULE
                .finding(
                    guide.place(id),
                    format!("the id {} is used twice", quoted(name)),
                )
                .label("used again here")
                .related(guide.place(declared), "first used here")
                .help(format!(
                    "choose another id: those of {scope} have to differ"
                ));
            out.push(finding);
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "duplicate-id",
        severity: Severity::Error,
        summary: "an id is used twice",
        why: "An id that stands for two things refers to neither. Questions and criteria of a stage share their \
              ids, because both name fields of the same form.",
        bad: Run("\
outcomes:
  - {id: uptime, name: Uptime, description: No outage., anchors: {1: A, 2: B, 3: C, 4: D}}
  - {id: uptime, name: Costs, description: No overrun., anchors: {1: A, 2: B, 3: C, 4: D}}
"),
        good: Run("\
outcomes:
  - {id: uptime, name: Uptime, description: No outage., anchors: {1: A, 2: B, 3: C, 4: D}}
  - {id: costs, name: Costs, description: No overrun., anchors: {1: A, 2: B, 3: C, 4: D}}
"),
    },
    reads: Reads::EachPlace,
    check,
};
