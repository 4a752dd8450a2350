//! A stage in which a candidate is seen, or spoken about, and not rated.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        let is_rated = !matches!(
            stage.kind(),
            Some("interview" | "assessment" | "references")
        );
        if is_rated || stage.0.get("scorecard").is_some() {
            continue;
        }
        out.push(
            RULE.finding(
                guide.place(stage.title()),
                format!("{} has no scorecard", stage.name()),
            )
            .label("candidates are not rated in this stage")
            .help("add a `scorecard` with at least one criterion"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unrated-stage",
        severity: Severity::Warning,
        summary: "an interview, an assessment or the reference calls have no scorecard",
        why: "What is not written down right after the conversation is remembered in the light of the next one.",
        bad: Run("\
stages:
  - {id: chat, kind: interview, title: Chat, minutes: 30, questions: [{id: why, ask: Why us?}]}
"),
        good: Run("\
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    questions: [{id: why, ask: Why us?}]
    scorecard:
      criteria:
        - id: fit
          name: Fit
          competency: judgement
          anchors: {1: Vague, 2: General, 3: Specific, 4: Specific and checked}
"),
    },
    reads: Reads::AllNames,
    check,
};
