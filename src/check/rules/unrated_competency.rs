//! A competency that no criterion measures.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::yaml::Node;
use std::collections::BTreeSet;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let scorecards: Vec<_> = guide
        .stages()
        .filter_map(|stage| stage.scorecard())
        .collect();
    let criteria = scorecards.iter().flat_map(|scorecard| scorecard.criteria());
    let rated: BTreeSet<_> = criteria
        .filter_map(|it| it.get("competency").and_then(Node::text))
        .collect();
    // Without any scorecard, the stages are what is wrong.
    if scorecards.is_empty() {
        return;
    }
    for (name, id) in guide.ids("competencies") {
        if !rated.contains(name) {
            out.push(
                RULE.finding(
                    guide.place(id),
                    format!("no scorecard rates the competency {}", quoted(name)),
                )
                .label("never rated")
                .help("name it as the `competency` of a criterion, or delete it"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unrated-competency",
        severity: Severity::Warning,
        summary: "a competency is looked for and never rated",
        why: "The profile promises to look for it, and the debrief would have nothing to say about it.",
        bad: Run("\
competencies:
  - {id: judgement, name: Judgement, description: Decides well.}
  - {id: patience, name: Patience, description: Waits well.}
"),
        good: Run("\
competencies:
  - {id: judgement, name: Judgement, description: Decides well.}
"),
    },
    reads: Reads::AllValues,
    check,
};
