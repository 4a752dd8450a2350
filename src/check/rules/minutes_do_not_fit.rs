//! An agenda that is longer or shorter than its stage, or questions that do not fit in the time
//! there is for them.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Stage, Subject};
use crate::yaml::{Node, Value};

/// The least time in which a question can be asked and answered. Anything below is a screening
/// form and not a conversation. Referees are asked for less than candidates.
const SHORTEST: i64 = 3;
const SHORTEST_FOR_REFEREES: i64 = 2;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        out.extend(agenda(guide, stage));
        out.extend(questions(guide, stage));
    }
}

fn agenda(guide: &Subject<'_>, stage: Stage<'_>) -> Option<Finding> {
    let minutes = stage.minutes()?;
    let (key, _) = stage
        .0
        .entry("agenda")
        .filter(|_| !stage.agenda().is_empty())?;
    let sum = sum(stage.agenda().iter().map(minutes_of))?;
    let declared = stage.0.get("minutes")?;
    (sum != minutes).then(|| {
        RULE.finding(
            guide.key(key),
            format!("the agenda takes {sum} minutes, and the stage {minutes}"),
        )
        .label(format!("adds up to {sum} minutes"))
        .related(guide.place(declared), format!("{minutes} minutes here"))
        .help("change the one or the other")
    })
}

fn questions(guide: &Subject<'_>, stage: Stage<'_>) -> Option<Finding> {
    let available = available(stage)?;
    let shortest = match stage.kind() {
        Some("references") => SHORTEST_FOR_REFEREES,
        _ => SHORTEST,
    };
    let (fixed, open): (Vec<_>, Vec<_>) =
        stage.questions().map(minutes_of).partition(Option::is_some);
    let needed = sum(fixed.into_iter())?.saturating_add(shortest * i64::try_from(open.len()).ok()?);
    let (key, _) = stage
        .0
        .entry("questions")
        .or_else(|| stage.0.entry("groups"))?;
    (needed > available).then(|| {
        RULE.finding(
            guide.key(key),
            format!("the questions need {needed} minutes, and have {available}"),
        )
        .label(match open.len() {
            0 => format!("take {needed} minutes together"),
            open => format!("{open} of them without minutes, which need {shortest} each"),
        })
        .help("leave out questions, or give them more time")
    })
}

/// The time for questions: that of the parts of the agenda which say so, or else the whole stage.
fn available(stage: Stage<'_>) -> Option<i64> {
    let is_for_questions = |item: &&Node| {
        item.get("questions")
            .is_some_and(|it| it.value == Value::Boolean(true))
    };
    let parts: Vec<_> = stage.agenda().iter().filter(is_for_questions).collect();
    if parts.is_empty() {
        return stage.minutes();
    }
    sum(parts.into_iter().map(minutes_of))
}

fn minutes_of(item: &Node) -> Option<i64> {
    item.get("minutes")?.integer()
}

/// The sum, unless one of the numbers is missing.
fn sum(mut minutes: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    minutes.try_fold(0_i64, |sum, minutes| sum.checked_add(minutes?))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "minutes-do-not-fit",
        severity: Severity::Error,
        summary: "the agenda or the questions of a stage do not fit in its time",
        why: "The candidate is told how long a stage takes, and the interviewer how long each part. A question \
              needs at least three minutes to be asked and answered, two in a reference call.",
        bad: Run("\
stages:
  - id: talk
    kind: debrief
    title: Debrief
    minutes: 60
    agenda:
      - {minutes: 20, activity: Scores}
      - {minutes: 30, activity: Decision}
"),
        good: Run("\
stages:
  - id: talk
    kind: debrief
    title: Debrief
    minutes: 60
    agenda:
      - {minutes: 30, activity: Scores}
      - {minutes: 30, activity: Decision}
"),
    },
    reads: Reads::AllNames,
    check,
};
