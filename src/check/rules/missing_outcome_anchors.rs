//! An outcome that a scorecard rates, with neither words of its own nor words in that scorecard.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for outcome in guide.list("outcomes") {
        let Some((id, name)) = outcome.get("id").and_then(|id| Some((id, id.text()?))) else {
            continue;
        };
        if outcome.get("anchors").is_some() {
            continue;
        }
        let rating = guide
            .stages()
            .filter_map(|stage| Some((stage, stage.scorecard()?)));
        let mut unworded = rating.filter(|(_, scorecard)| {
            let has_own = scorecard.outcomes().iter().any(|(key, _)| key.name == name);
            scorecard.rates_outcomes() && !has_own
        });
        if let Some((stage, scorecard)) = unworded.next() {
            out.push(
                RULE.finding(guide.place(id), format!("the outcome {} has no words to rate it by", quoted(name)))
                    .label("has no `anchors`")
                    .related(guide.key(scorecard.key), format!("rated in the scorecard of {}", stage.name()))
                    .help("give the outcome `anchors`, or write `rate_outcomes: false` in the scorecards that do not rate outcomes"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "missing-outcome-anchors",
        severity: Severity::Error,
        summary: "an outcome is rated without words for its levels",
        why: "Every scorecard rates the outcomes unless it says `rate_outcomes: false`, and a row needs words for \
              its levels: the default ones of the outcome, or those of the scorecard.",
        bad: Run("\
outcomes:
  - {id: uptime, name: Uptime, description: No outage in the first year.}
"),
        good: Run("\
outcomes:
  - id: uptime
    name: Uptime
    description: No outage in the first year.
    anchors: {1: None to show, 2: Small success, 3: Did the like, 4: Did exactly this}
"),
    },
    reads: Reads::AllNames,
    check,
};
