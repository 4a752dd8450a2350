//! A question whose answer no row of the scorecard of its stage can take.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted_list;
use crate::lint::guide::{competencies, criteria};
use crate::yaml::Node;
use std::collections::BTreeSet;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide.with_candidate() {
        let rows = criteria(stage);
        let rated: BTreeSet<_> = rows
            .iter()
            .filter_map(|row| row.get("competency").and_then(Node::text))
            .collect();
        // A row that names no competency takes any answer.
        if rows.is_empty() || rows.iter().any(|row| row.get("competency").is_none()) {
            continue;
        }
        for question in stage.questions() {
            let shown: Vec<_> = competencies(question).collect();
            if shown.is_empty() || shown.iter().any(|name| rated.contains(name)) {
                continue;
            }
            let place = guide.place(question.get("competencies").unwrap_or(question));
            let message = format!(
                "no row of this stage’s scorecard rates {}",
                quoted_list(shown)
            );
            out.push(
                RULE.finding(place, message)
                    .label("its answer has nowhere to go")
                    .help("add a criterion for it, name a competency that is rated here, or move the question"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unrated-question",
        severity: Severity::Warning,
        summary: "a question is evidence of something that its stage does not rate",
        why: "What is not rated right after it was heard is remembered as a general impression, and the same \
              answer helps one candidate and not the next.",
        bad: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: develops, remove: true}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: growth, competencies: [leadership, judgement]}
    scorecard:
      criteria:
        - {id: develops, remove: true}
"),
    },
    packs: &[Pack::Core],
    what: "Looks for a row that rates one of the competencies of each question, in the scorecard of its \
              stage.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Give the answer a row, or ask the question where there is one.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
