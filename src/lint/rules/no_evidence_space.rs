//! Rows to rate that are printed on no form.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide
        .stages()
        .filter(|stage| stage.kind() == Some("debrief"))
    {
        if let Some(scorecard) = stage.scorecard() {
            out.push(
                RULE.finding(
                    guide.key(scorecard.key),
                    format!(
                        "{} has rows to rate, and no space to write down why",
                        stage.name()
                    ),
                )
                .label("not printed on the sheet of a debrief")
                .help("delete it: the debrief compares the scorecards of the other stages"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "no-evidence-space",
        severity: Severity::Warning,
        summary: "a row is to be rated, and no form has space for the evidence",
        why: "A mark that nobody can give a reason for cannot be compared, corrected or defended. In a \
              debrief nothing new is heard: it has the scores of the interviews, side by side, and the \
              reasons for the decision.",
        bad: Run("\
stages:
  - id: debrief
    scorecard:
      rate_outcomes: false
      criteria:
        - id: overall
          name: Overall
          anchors:
            1: Most rows speak against it
            2: Most rows are open
            3: Most rows speak for it
            4: All rows speak for it
"),
        good: Run("\
stages:
  - id: debrief
    minutes: 30
"),
    },
    packs: &[Pack::Core],
    what: "Looks for a scorecard in a debrief, whose sheet has no rating form.",
    sources: &[
        "C. H. Middendorf and T. H. Macan, “Note-taking in the employment interview: effects on recall and \
         judgments”, Journal of Applied Psychology 87 (2002)",
        "US: 29 CFR 1602.14, on keeping the records of hiring decisions",
    ],
    help: "Rate in the stage in which the candidate is heard.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};
