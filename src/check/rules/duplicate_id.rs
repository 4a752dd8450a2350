//! An id that is used twice where it should tell things apart.
//!
//! Questions, criteria and drills of one stage share their ids, because all name fields of one
//! form; so do the parts of the candidate's preparation. Libraries have lists of questions and criteria
//! of their own.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::check::stage::items;
use crate::finding::quoted;
use crate::yaml::Node;
use std::collections::HashMap;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for list in [
        "competencies",
        "outcomes",
        "stages",
        "faq",
        "questions",
        "criteria",
    ] {
        unique(guide, guide.list(list).iter(), list, out);
    }
    for stage in guide.stages() {
        let criteria = stage.scorecard().into_iter().flat_map(|it| it.criteria());
        let scenario = stage.0.get("scenario");
        let drills = scenario.map_or(&[][..], |it| items(it, "drills"));
        let fields = stage.questions().chain(criteria).chain(drills);
        unique(
            guide,
            fields,
            "questions, criteria and drills of one stage",
            out,
        );
        unique(
            guide,
            items(stage.0, "groups").iter(),
            "the groups of one stage",
            out,
        );
        let rows = stage
            .decision_matrix()
            .map_or(&[][..], |it| items(it, "criteria"));
        unique(guide, rows.iter(), "the rows of one table", out);
    }
    for (name, entries) in guide.declared("context") {
        unique(guide, entries.items().iter(), &name.name, out);
    }
    let prep = guide.declared("candidate_prep");
    let (faq, forms): (Vec<_>, Vec<_>) = prep.iter().partition(|(key, _)| key.name == "faq");
    let forms = || forms.iter().flat_map(|(_, entries)| entries.items());
    unique(guide, forms(), "the parts of `candidate_prep`", out);
    for frame in forms() {
        unique(
            guide,
            items(frame, "fields").iter(),
            "the fields of one frame",
            out,
        );
    }
    for (_, entries) in faq {
        unique(guide, entries.items().iter(), "faq", out);
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
        why: "An id that stands for two things refers to neither. Questions, criteria and drills of a \
              stage share their ids, because all name fields of the same form.",
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
