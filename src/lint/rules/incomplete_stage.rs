//! A stage without a leader, or without words to begin and end with.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::check::stage::Stage;
use crate::lint::guide::in_words;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        let lacking = lacking(stage);
        if lacking.is_empty() {
            continue;
        }
        let fields: Vec<_> = lacking.iter().map(|(_, field)| *field).collect();
        let things: Vec<_> = lacking.iter().map(|(thing, _)| *thing).collect();
        let message = format!("{} does not say {}", stage.name(), in_words(&things, "or"));
        out.push(
            RULE.finding(guide.place(stage.title()), message)
                .label("every interviewer would do it in their own way")
                .help(format!("add {}", in_words(&fields, "and"))),
        );
    }
}

/// What a stage does not say, and the field for it.
fn lacking(stage: Stage<'_>) -> Vec<(&'static str, &'static str)> {
    let directions = stage.0.get("directions");
    let says = |field| directions.is_some_and(|it| it.get(field).is_some());
    let is_debrief = stage.kind() == Some("debrief");
    // A visit or a meal has what its guide gives it.
    let is_session = stage.kind() == Some("session");
    let parts = [
        (
            stage.0.get("minutes").is_some(),
            "how long it takes",
            "`minutes`",
        ),
        (
            is_session || stage.0.get("interviewer").is_some(),
            "who leads it",
            "`interviewer`",
        ),
        (
            is_session || says("interviewer"),
            "how to lead it",
            "`directions` with an `interviewer`",
        ),
        (
            is_session || is_debrief || says("read_aloud"),
            "what to open it with",
            "`read_aloud` to the directions",
        ),
        (
            is_session || is_debrief || !stage.agenda().is_empty(),
            "how to close it",
            "an `agenda` that ends with what happens next",
        ),
    ];
    let absent = parts.into_iter().filter(|(is_there, ..)| !is_there);
    absent.map(|(_, thing, field)| (thing, field)).collect()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "incomplete-stage",
        severity: Severity::Warning,
        summary: "a stage does not say how long it takes, who leads it, or how to open and close it",
        why: "The same questions in another setting are another test. Candidates compare fairly when all of \
              them get the same opening, the same time and the same word on what happens next.",
        bad: Run("\
stages:
  - id: interview
    remove: [interviewer]
"),
        good: Run("\
stages:
  - id: interview
    interviewer: Hiring manager
"),
    },
    packs: &[Pack::Core],
    what: "Every stage should have minutes, an interviewer and directions; one with a candidate or a \
              referee also words to read out at the start and an agenda up to its end. A session needs no more \
              than minutes.",
    sources: &[
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
        "J. Levashina, C. J. Hartwell, F. P. Morgeson and M. A. Campion, “The structured employment interview: \
         narrative and quantitative review of the research literature”, Personnel Psychology 67 (2014)",
    ],
    help: "Write down what you would tell a colleague who has to stand in for you.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
