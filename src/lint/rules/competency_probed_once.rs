//! A competency that one question asks for and no other.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::guide::competencies;
use crate::yaml::Node;
use std::collections::BTreeMap;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let stages = guide
        .stages()
        .filter(|stage| stage.kind() != Some("debrief"));
    let mut asked: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    for question in stages.flat_map(|stage| stage.questions()) {
        for name in competencies(question) {
            asked.entry(name).or_default().push(question);
        }
    }
    for (name, id) in guide.ids("competencies") {
        let Some([question]) = asked.get(name).map(Vec::as_slice) else {
            continue;
        };
        let only = question.get("id").unwrap_or(question);
        out.push(
            RULE.finding(
                guide.place(id),
                format!(
                    "only one question in the whole kit asks for {}",
                    quoted(name)
                ),
            )
            .label("would rest on a single answer")
            .related(guide.place(only), "the only question")
            .help("name it under `competencies` of a second question, in another stage if you can"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "competency-probed-once",
        severity: Severity::Warning,
        summary: "one question asks for a competency, and no other in the whole kit",
        why: "One answer may be luck, nerves or a story that was rehearsed. A judgement from two or more \
              answers, heard by different people, is far more reliable.",
        bad: Run("\
competencies:
  - {id: patience, place: last, name: Patience, description: Waits for the facts.}
stages:
  - id: interview
    questions:
      - {id: trade-off, competencies: [judgement, patience]}
    scorecard:
      criteria:
        - {id: decides, competency: patience}
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
"),
    },
    packs: &[Pack::Core],
    what: "Counts the questions for candidates and referees that name each competency, over all stages.",
    sources: &[
        "W. Brown, “Some experimental results in the correlation of mental abilities”, British Journal of \
         Psychology 3 (1910)",
        "J. Levashina, C. J. Hartwell, F. P. Morgeson and M. A. Campion, “The structured employment interview: \
         narrative and quantitative review of the research literature”, Personnel Psychology 67 (2014)",
    ],
    help: "Ask for it once more, best in another stage, or drop a competency that is not worth two \
              questions.",
    speaks: Speaks::Any,
    reads: Reads::AllValues,
    check,
};
