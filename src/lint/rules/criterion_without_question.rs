//! A criterion whose competency no question of its stage asks for.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::guide::{competencies, criteria};
use crate::yaml::Node;
use std::collections::BTreeSet;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let all = guide.stages().flat_map(|stage| stage.questions());
    let anywhere: BTreeSet<_> = all.flat_map(competencies).collect();
    for stage in guide
        .stages()
        .filter(|stage| stage.kind() != Some("debrief"))
    {
        // An exercise shows what no question asks for.
        if stage.0.get("scenario").is_some() {
            continue;
        }
        let asked: BTreeSet<_> = stage.questions().flat_map(competencies).collect();
        for criterion in criteria(stage) {
            let named = criterion.get("competency");
            let Some((node, name)) = named.and_then(|it| Some((it, it.text()?))) else {
                continue;
            };
            // What is asked for nowhere has a finding of its own.
            if asked.is_empty() || asked.contains(name) || !anywhere.contains(name) {
                continue;
            }
            out.push(finding(guide, node, name).help(
                "name the competency under one of the questions, or rate it in the stage that asks for it",
            ));
        }
    }
}

fn finding(guide: &Guide<'_>, node: &Node, name: &str) -> Finding {
    let message = format!(
        "this row rates {}, and no question of the stage asks for it",
        quoted(name)
    );
    RULE.finding(guide.place(node), message)
        .label("would be rated by impression")
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "criterion-without-question",
        severity: Severity::Warning,
        summary: "a row of a scorecard has no question in its stage that would fill it",
        why: "An interviewer who has heard nothing about a row still marks it, and what is marked without \
              evidence is mostly how much the candidate was liked.",
        bad: Run("\
stages:
  - id: screening
    questions:
      - {id: team, competencies: [judgement]}
"),
        good: Run("\
stages:
  - id: screening
    questions:
      - {id: team, competencies: [leadership]}
"),
    },
    packs: &[Pack::Core],
    what: "Compares the competencies that the rows of a scorecard rate with those that the questions of \
              its stage name.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "D. Kahneman, O. Sibony and C. R. Sunstein, “Noise: A Flaw in Human Judgment” (2021)",
    ],
    help: "Ask for it in this stage, or move the row to the stage that does.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
