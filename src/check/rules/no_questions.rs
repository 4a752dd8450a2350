//! An interview or reference calls without a question.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        if !matches!(stage.kind(), Some("interview" | "references"))
            || stage.questions().next().is_some()
        {
            continue;
        }
        out.push(
            RULE.finding(
                guide.place(stage.title()),
                format!("{} has no questions", stage.name()),
            )
            .label("there is nothing to ask")
            .help("add `questions`, each with an `id` and an `ask`"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "no-questions",
        severity: Severity::Error,
        summary: "an interview or the reference calls have no questions",
        why: "The packet would be an empty form. Asking every candidate the same questions is what makes their \
              answers comparable.",
        bad: Run("\
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    scorecard: {criteria: [{id: fit, name: Fit, competency: judgement, anchors: {1: A, 2: B, 3: C, 4: D}}]}
"),
        good: Run("\
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    questions: [{id: why, ask: Why us?}]
    scorecard: {criteria: [{id: fit, name: Fit, competency: judgement, anchors: {1: A, 2: B, 3: C, 4: D}}]}
"),
    },
    reads: Reads::AllNames,
    check,
};
