//! Weights of a scorecard or decision matrix that are not on every row, or do not add up to 100.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::yaml::Node;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        if let Some(scorecard) = stage.scorecard() {
            weights(guide, scorecard.criteria(), "scorecard", out);
        }
        let matrix = stage.decision_matrix();
        if let Some(rows) = matrix.and_then(|it| it.get("criteria")) {
            weights(guide, rows.items(), "table", out);
        }
    }
}

/// The rows of one scorecard or table.
fn weights(guide: &Subject<'_>, rows: &[Node], whole: &str, out: &mut Vec<Finding>) {
    let weighted: Vec<_> = rows.iter().filter_map(|row| row.entry("weight")).collect();
    let Some((first, _)) = weighted.first() else {
        return;
    };
    if let Some(row) = rows.iter().find(|row| row.get("weight").is_none()) {
        let place = guide.place(row.get("id").unwrap_or(row));
        let message = format!("this row has no weight, and others of the {whole} have one");
        let help = format!("give all rows of a {whole} a weight, or none");
        out.push(
            RULE.finding(place, message)
                .label("has no `weight`")
                .related(guide.key(first), "has one")
                .help(help),
        );
        return;
    }
    let numbers = weighted
        .iter()
        .filter_map(|(_, weight)| Node::integer(weight));
    let sum: i64 = numbers.clone().fold(0, i64::saturating_add);
    if sum != 100 && numbers.count() == weighted.len() {
        out.push(
            RULE.finding(
                guide.key(first),
                format!("the weights of this {whole} add up to {sum}, not to 100"),
            )
            .label("the first of them")
            .help(match 100_i64.saturating_sub(sum) {
                more @ 1.. => format!("add {more} to the weights"),
                less => format!("take {} from the weights", less.unsigned_abs()),
            }),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "weights-not-100",
        severity: Severity::Error,
        summary: "the weights of a scorecard do not add up to 100",
        why: "Weights are per cent of the total. If they add up to anything else, or some rows have none, the \
              total means nothing.",
        bad: Run("\
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    questions: [{id: why, ask: Why us?}]
    scorecard:
      criteria:
        - {id: fit, name: Fit, competency: judgement, weight: 60, anchors: {1: A, 2: B, 3: C, 4: D}}
        - {id: drive, name: Drive, weight: 30, anchors: {1: A, 2: B, 3: C, 4: D}}
"),
        good: Run("\
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    questions: [{id: why, ask: Why us?}]
    scorecard:
      criteria:
        - {id: fit, name: Fit, competency: judgement, weight: 60, anchors: {1: A, 2: B, 3: C, 4: D}}
        - {id: drive, name: Drive, weight: 40, anchors: {1: A, 2: B, 3: C, 4: D}}
"),
    },
    reads: Reads::AllNames,
    check,
};
