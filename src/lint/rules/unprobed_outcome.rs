//! Outcomes that nobody rates who has asked the candidate anything.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some((key, outcomes)) = guide.root.entry("outcomes") else {
        return;
    };
    let mut scorecards = guide
        .stages()
        .filter_map(|stage| stage.scorecard())
        .peekable();
    // Without any scorecard, that is what is wrong.
    if outcomes.items().is_empty() || scorecards.peek().is_none() {
        return;
    }
    let is_probed = guide.with_candidate().any(|stage| {
        let has_questions = stage.questions().next().is_some();
        has_questions && stage.scorecard().is_some_and(|it| it.rates_outcomes())
    });
    if !is_probed {
        out.push(
            RULE.finding(guide.key(key), "no stage that questions the candidate rates the outcomes")
                .label("promised, and never asked about")
                .help("take `rate_outcomes: false` out of the scorecard of a stage whose questions touch them"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unprobed-outcome",
        severity: Severity::Warning,
        summary: "what the hire must achieve is rated in no stage that asks questions",
        why: "The outcomes are what the hire will be held to. If no interview looks for signs that a \
              candidate can reach them, the panel decides by something else.",
        bad: Run("\
stages:
  - id: interview
    scorecard: {rate_outcomes: false}
"),
        good: Run("\
stages:
  - id: interview
    scorecard: {rate_outcomes: true}
"),
    },
    packs: &[Pack::Core],
    what: "At least one interview or assessment with questions should rate the outcomes on its scorecard.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "US: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR part 1607",
    ],
    help: "Rate the outcomes in the stage whose questions come closest to them.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
