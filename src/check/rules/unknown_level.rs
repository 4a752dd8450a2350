//! Words for a level that the scale does not have, or for level 0.

use super::scale::{Scales, in_words, level};
use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::yaml::Node;
use std::collections::BTreeSet;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let scales = Scales::of(guide);
    let mut used = scales.default_worded();
    for scorecard in guide.stages().filter_map(|stage| stage.scorecard()) {
        let Some(worded) = scales.worded(scorecard) else {
            continue;
        };
        let criteria = scorecard
            .criteria()
            .iter()
            .filter_map(|it| it.get("anchors"));
        let outcomes = scorecard.outcomes().iter().map(|(_, anchors)| anchors);
        for row in criteria.chain(outcomes) {
            anchors(guide, row, &worded, out);
        }
        used.extend(worded);
    }
    for outcome in guide.list("outcomes") {
        let defaults = outcome.get("anchors");
        defaults
            .into_iter()
            .for_each(|row| anchors(guide, row, &used, out));
    }
}

fn anchors(guide: &Subject<'_>, anchors: &Node, worded: &BTreeSet<u8>, out: &mut Vec<Finding>) {
    for (key, _) in anchors.fields() {
        let Some(level) = level(&key.name).filter(|level| !worded.contains(level)) else {
            continue;
        };
        let finding = if level == 0 {
            RULE.finding(guide.key(key), "level `0` has no words of its own")
                .label("means “not enough information” in every row")
                .help("delete this line")
        } else {
            let has = in_words(worded.iter().copied());
            RULE.finding(
                guide.key(key),
                format!("the scale has no level {}", quoted(&key.name)),
            )
            .label(format!("the levels with words are {has}"))
            .help("delete this line, or give the scorecard a scale with that level")
        };
        out.push(finding);
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unknown-level",
        severity: Severity::Error,
        summary: "a row has words for a level that its scale does not have",
        why: "Words for a level that nobody can choose would not be printed. Level 0 always means that there was \
              not enough information, and is never worded.",
        bad: Run("\
outcomes:
  - id: uptime
    name: Uptime
    description: No outage in the first year.
    anchors: {0: Unclear, 1: None to show, 2: Small success, 3: Did the like, 4: Did exactly this}
"),
        good: Run("\
outcomes:
  - id: uptime
    name: Uptime
    description: No outage in the first year.
    anchors: {1: None to show, 2: Small success, 3: Did the like, 4: Did exactly this}
"),
    },
    reads: Reads::AllNames,
    check,
};
