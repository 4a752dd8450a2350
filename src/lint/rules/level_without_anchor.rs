//! Words for a level that say no more than its number.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for row in guide.anchored() {
        for anchor in &row.levels {
            if anchor.is_only_a_mark() {
                let said = anchor.node.text().unwrap_or_default();
                out.push(
                    RULE.finding(
                        guide.place(anchor.node),
                        format!(
                            "{} says no more than the number {}",
                            quoted(said),
                            anchor.level
                        ),
                    )
                    .label("each rater would put something else under it")
                    .help("write what a rater has seen or heard when this level is right"),
                );
            }
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "level-without-anchor",
        severity: Severity::Warning,
        summary: "the words for a level only say how good it is",
        why: "Two interviewers mean the same by a 3 when the form says what a 3 looks like. “Good” next to a \
              3 leaves that to each of them. Levels without any words have the finding `missing-anchor`.",
        bad: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {2: Below average}}
"),
        good: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {2: Decides and names one way only}}
"),
    },
    packs: &[Pack::Core],
    what: "Looks for levels whose words are a dash, a number or a mark such as good, average or meets \
              expectations.",
    sources: &[
        "P. C. Smith and L. M. Kendall, “Retranslation of expectations: an approach to the construction of \
         unambiguous anchors for rating scales”, Journal of Applied Psychology 47 (1963)",
        "J. Levashina, C. J. Hartwell, F. P. Morgeson and M. A. Campion, “The structured employment interview: \
         narrative and quantitative review of the research literature”, Personnel Psychology 67 (2014)",
    ],
    help: "Describe an answer that earns the level, in words that another rater could check.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};
