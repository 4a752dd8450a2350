//! A competency that no question asks for.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::guide::competencies;
use std::collections::BTreeSet;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let stages = guide
        .stages()
        .filter(|stage| stage.kind() != Some("debrief"));
    let questions = stages.flat_map(|stage| stage.questions());
    let probed: BTreeSet<_> = questions.flat_map(competencies).collect();
    for (name, id) in guide.ids("competencies") {
        if !probed.contains(name) {
            let message = format!("no question asks for the competency {}", quoted(name));
            out.push(
                RULE.finding(guide.place(id), message)
                    .label("would be rated by impression")
                    .help("name it under `competencies` of a question, or delete it"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unprobed-competency",
        severity: Severity::Warning,
        summary: "a competency is looked for and no question asks for it",
        why: "What nobody asks about is rated all the same, by the impression that the rest of the talk has \
              left. Interviews predict work better the more closely their questions follow from what the job \
              needs.",
        bad: Run("\
competencies:
  - {id: patience, place: last, name: Patience, description: Waits for the facts.}
stages:
  - id: interview
    scorecard:
      criteria:
        - id: waits
          place: last
          name: Waits
          competency: patience
          anchors:
            1: Acts on the first guess
            2: Waits only when told to
            3: Says which facts are missing
            4: Also says how long they are worth waiting for
"),
        good: Run("\
competencies:
  - {id: patience, place: last, name: Patience, description: Waits for the facts.}
stages:
  - id: screening
    questions:
      - {id: outage, competencies: [judgement, patience]}
  - id: interview
    questions:
      - {id: trade-off, competencies: [judgement, patience]}
    scorecard:
      criteria:
        - {id: decides, competency: patience}
        - {id: develops, competency: leadership}
"),
    },
    packs: &[Pack::Core],
    what: "Each competency should be named under `competencies` of at least one question that a candidate \
              or a referee is asked.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Write a question that asks for an example of it, or decide that the job does not need it.",
    speaks: Speaks::Any,
    reads: Reads::AllValues,
    check,
};
