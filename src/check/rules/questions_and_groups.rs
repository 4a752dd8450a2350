//! A stage with both plain and grouped questions.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        if let (Some((questions, _)), Some((groups, _))) =
            (stage.0.entry("questions"), stage.0.entry("groups"))
        {
            out.push(
                RULE.finding(
                    guide.key(groups),
                    format!("{} has both `questions` and `groups`", stage.name()),
                )
                .label("questions in groups")
                .related(guide.key(questions), "questions without a group")
                .help("move the plain questions into a group of their own"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "questions-and-groups",
        severity: Severity::Error,
        summary: "a stage has both `questions` and `groups`",
        why: "Nobody could tell which of them to ask first.",
        bad: Run("\
stages:
  - id: talk
    kind: debrief
    title: Debrief
    minutes: 60
    questions: [{id: hire, ask: Do we hire?}]
    groups: [{id: doubts, title: Doubts, questions: [{id: doubts, ask: What speaks against it?}]}]
"),
        good: Run("\
stages:
  - id: talk
    kind: debrief
    title: Debrief
    minutes: 60
    groups:
      - {id: talk, title: Decision, questions: [{id: hire, ask: Do we hire?}]}
      - {id: doubts, title: Doubts, questions: [{id: doubts, ask: What speaks against it?}]}
"),
    },
    reads: Reads::EachPlace,
    check,
};
