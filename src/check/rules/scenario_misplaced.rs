//! A scenario outside an assessment, or an assessment without one.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        let scenario = stage.0.entry("scenario");
        match (stage.kind(), scenario) {
            (Some("assessment"), None) => out.push(
                RULE.finding(
                    guide.place(stage.title()),
                    format!("{} is an assessment without a scenario", stage.name()),
                )
                .label("candidates have nothing to work on")
                .help("add a `scenario`, or make the stage an `interview`"),
            ),
            (Some("interview" | "debrief" | "references" | "session"), Some((key, _))) => out.push(
                RULE.finding(guide.key(key), "only an assessment has a scenario")
                    .label("would not be printed")
                    .related(guide.place(stage.title()), "the kind of this stage")
                    .help("write `kind: assessment`, or move the scenario to a stage of that kind"),
            ),
            _ => {}
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "scenario-misplaced",
        severity: Severity::Error,
        summary: "a scenario stands outside an assessment, or an assessment has none",
        why: "The scenario is what a candidate works on in an assessment. Other stages have no packet for it.",
        bad: Run("\
stages:
  - id: talk
    kind: debrief
    title: Debrief
    minutes: 60
    scenario: {title: Outage, brief: The mail is down., tasks: [Say what you do first]}
"),
        good: Run("\
stages:
  - id: outage
    kind: assessment
    title: Outage
    minutes: 60
    scenario: {title: Outage, brief: The mail is down., tasks: [Say what you do first]}
    scorecard:
      criteria:
        - id: order
          name: Order of steps
          competency: judgement
          anchors: {1: None, 2: Some, 3: Sound, 4: Sound and explained}
"),
    },
    reads: Reads::AllNames,
    check,
};
