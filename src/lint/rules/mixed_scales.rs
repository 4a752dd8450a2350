//! Scorecards on different scales.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::guide::Scale;
use crate::yaml::Node;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let scorecards = guide
        .stages()
        .filter_map(|stage| Some((stage, stage.scorecard()?)));
    let mut first = None;
    for (stage, scorecard) in scorecards {
        let named = scorecard.node.get("scale");
        let scale = named.and_then(Node::text).unwrap_or(Scale::DEFAULT);
        let place = named.map_or_else(|| guide.key(scorecard.key), |node| guide.place(node));
        let Some((known, at, where_)) = &first else {
            first = Some((scale, place, stage.name()));
            continue;
        };
        if scale != *known {
            let message = format!(
                "{} is rated on the scale {}, and {where_} on {}",
                stage.name(),
                quoted(scale),
                quoted(known)
            );
            out.push(
                RULE.finding(place, message)
                    .label("a 3 here is not a 3 there")
                    .related(at.clone(), format!("the scale {}", quoted(known)))
                    .help("use one scale in all stages; or say in a comment why not: `# allow mixed-scales: …`"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "mixed-scales",
        severity: Severity::Warning,
        summary: "the scorecards of the kit have different scales",
        why: "The debrief puts the scores of all stages side by side. On two scales they look comparable and \
              are not, and interviewers who work in both mix them up.",
        bad: Run("\
scales:
  four:
    levels: {1: Weak, 2: Fair, 3: Good, 4: Excellent}
stages:
  - id: interview
    scorecard: {scale: four}
"),
        good: Run("\
scales:
  four:
    levels: {1: Weak, 2: Fair, 3: Good, 4: Excellent}
stages:
  - id: screening
    scorecard: {scale: four}
  - id: interview
    scorecard: {scale: four}
"),
    },
    packs: &[Pack::Core],
    what: "Compares the scales of all scorecards. The tables in which candidates weigh alternatives may \
              have another.",
    sources: &[
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
        "American Educational Research Association, American Psychological Association and National Council on \
         Measurement in Education, “Standards for Educational and Psychological Testing” (2014)",
    ],
    help: "Choose one scale for the kit, or write down why a stage needs another.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
