//! A question in a rated stage that is said to be evidence of nothing.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::lint::guide::competencies;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide
        .with_candidate()
        .filter(|stage| stage.scorecard().is_some())
    {
        for question in stage.questions() {
            if competencies(question).next().is_none() {
                let place = guide.place(question.get("id").unwrap_or(question));
                out.push(
                    RULE.finding(place, "this question is tied to no competency")
                        .label("its answer counts for nothing on the scorecard")
                        .help("name what it shows under `competencies`, or leave the question out"),
                );
            }
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "question-without-competency",
        severity: Severity::Warning,
        summary: "a question in a rated stage names no competency",
        why: "Time is short, and an answer that belongs to no row of the scorecard either goes unused or \
              colours all of them. Questions that follow from the job are also the ones that can be defended.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: growth, competencies: []}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: growth, competencies: [leadership]}
"),
    },
    packs: &[Pack::Core],
    what: "Looks at each question of an interview or assessment that has a scorecard.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "US: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR part 1607",
    ],
    help: "Say which competency the answer shows. A question that shows none may be small talk.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
