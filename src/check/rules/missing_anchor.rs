//! A criterion, or the words of a scorecard for an outcome, without words for a level of the
//! scale; or default words of an outcome without them for the scale they are used on.

use super::scale::{Scales, in_words, levels};
use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::yaml::{Key, Node, Value};
use std::collections::BTreeSet;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let scales = Scales::of(guide);
    let mut used = BTreeSet::new();
    let mut all_own: Option<BTreeSet<&str>> = None;
    for scorecard in guide.stages().filter_map(|stage| stage.scorecard()) {
        let Some(worded) = scales.worded(scorecard) else {
            continue;
        };
        for criterion in scorecard.criteria() {
            anchors(
                guide,
                name(criterion),
                criterion.entry("anchors"),
                &worded,
                out,
            );
        }
        let mut own = BTreeSet::new();
        for outcome in scorecard.outcomes() {
            own.insert(outcome.0.name.as_str());
            anchors(guide, &outcome.0.name, Some(outcome), &worded, out);
        }
        if scorecard.rates_outcomes() {
            used.extend(worded);
            // Default words that every scorecard replaces are not needed on any scale.
            all_own = Some(match all_own {
                Some(before) => before.intersection(&own).copied().collect(),
                None => own,
            });
        }
    }
    if used.is_empty() {
        used = scales.default_worded();
    }
    let all_own = all_own.unwrap_or_default();
    for outcome in guide.list("outcomes") {
        if !all_own.contains(name(outcome)) {
            anchors(guide, name(outcome), outcome.entry("anchors"), &used, out);
        }
    }
}

fn name(row: &Node) -> &str {
    row.get("id").and_then(Node::text).unwrap_or("this row")
}

fn anchors(
    guide: &Subject<'_>,
    name: &str,
    entry: Option<&(Key, Node)>,
    worded: &BTreeSet<u8>,
    out: &mut Vec<Finding>,
) {
    let Some((key, anchors)) = entry.filter(|(_, it)| matches!(it.value, Value::Map(_))) else {
        return;
    };
    let absent: Vec<u8> = worded.difference(&levels(anchors)).copied().collect();
    if absent.is_empty() {
        return;
    }
    let noun = if absent.len() == 1 { "level" } else { "levels" };
    let absent = in_words(absent);
    out.push(
        RULE.finding(
            guide.key(key),
            format!("{} has no words for {noun} {absent}", quoted(name)),
        )
        .label(format!("no words for {absent}"))
        .help(format!(
            "add a line for {noun} {absent}: say what the rater has seen or heard"
        )),
    );
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "missing-anchor",
        severity: Severity::Error,
        summary: "a row has no words for a level of its scale",
        why: "Two interviewers mean the same by a 3 only when the form says what a 3 is. Every level above 0 \
              needs words; level 0 means that there was not enough information.",
        bad: Run("\
outcomes:
  - id: uptime
    name: Uptime
    description: No outage in the first year.
    anchors: {1: Has none to show, 2: One small success, 4: Did exactly this}
"),
        good: Run("\
outcomes:
  - id: uptime
    name: Uptime
    description: No outage in the first year.
    anchors: {1: Has none to show, 2: One small success, 3: Did the like, 4: Did exactly this}
"),
    },
    reads: Reads::AllNames,
    check,
};
