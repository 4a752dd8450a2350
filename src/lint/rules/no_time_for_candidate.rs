//! Questions and follow-ups that leave candidates no time for their own.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::check::stage::Stage;
use crate::check::stage::items;
use crate::yaml::{Node, Value};

/// The least time in which a candidate can ask anything and get an answer.
const OWN: i64 = 5;

/// What a question takes that has no minutes of its own, as in the rule `minutes-do-not-fit`, and
/// what a follow-up adds to it: half of them are asked, for a minute each.
const QUESTION: i64 = 3;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide.with_candidate() {
        let found = match last_of_questions(stage) {
            Some(last) => by_agenda(guide, stage, last),
            None => by_minutes(guide, stage),
        };
        out.extend(found);
    }
}

/// The place in the agenda of the last part for questions of ours.
fn last_of_questions(stage: Stage<'_>) -> Option<usize> {
    stage.agenda().iter().rposition(is_for_questions)
}

fn is_for_questions(part: &Node) -> bool {
    let marked = part.get("questions");
    marked.is_some_and(|it| it.value == Value::Boolean(true))
}

fn by_agenda(guide: &Guide<'_>, stage: Stage<'_>, last: usize) -> Option<Finding> {
    let agenda = stage.agenda();
    let (key, _) = stage.0.entry("agenda")?;
    let after = minutes(agenda.get(last + 1..)?.iter())?;
    if after < OWN {
        let message =
            format!("the agenda leaves {after} minutes after our questions, too few for theirs");
        let finding = RULE.finding(guide.key(key), message);
        return Some(
            finding
                .label("no part for the candidate’s own questions")
                .help(format!(
                    "keep at least {OWN} minutes for the candidate’s own questions after yours"
                )),
        );
    }
    let ours = minutes(agenda.iter().filter(|part| is_for_questions(part)))?;
    let (bare, needed) = needed(stage)?;
    (bare <= ours && ours < needed).then(|| rushed(guide, stage, needed, ours))
}

fn by_minutes(guide: &Guide<'_>, stage: Stage<'_>) -> Option<Finding> {
    let whole = stage.minutes()?;
    let (bare, needed) = needed(stage)?;
    (bare <= whole && needed > 0 && whole - needed < OWN)
        .then(|| rushed(guide, stage, needed, whole))
}

fn rushed(guide: &Guide<'_>, stage: Stage<'_>, needed: i64, given: i64) -> Finding {
    let entry = stage
        .0
        .entry("questions")
        .or_else(|| stage.0.entry("groups"));
    let place = entry.map_or(guide.place(stage.title()), |(key, _)| guide.key(key));
    RULE.finding(
        place,
        format!("with follow-ups the questions take {needed} of {given} minutes, and none are left for the candidate’s"),
    )
    .label("three minutes each, and one for every second follow-up")
    .help("leave out a question, or give the stage more time")
}

fn minutes<'a>(parts: impl Iterator<Item = &'a Node>) -> Option<i64> {
    let mut minutes = parts.map(|part| part.get("minutes")?.integer());
    minutes.try_fold(0_i64, |sum, minutes| sum.checked_add(minutes?))
}

/// The minutes that the questions need, without follow-ups and with them.
fn needed(stage: Stage<'_>) -> Option<(i64, i64)> {
    let (mut bare, mut follow_ups) = (0_i64, 0_i64);
    for question in stage.questions() {
        match question.get("minutes") {
            Some(minutes) => bare = bare.checked_add(minutes.integer()?)?,
            None => {
                bare = bare.checked_add(QUESTION)?;
                follow_ups += i64::try_from(items(question, "follow_ups").len()).ok()?;
            }
        }
    }
    Some((bare, bare.checked_add(follow_ups / 2)?))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "no-time-for-candidate",
        severity: Severity::Warning,
        summary: "the questions and follow-ups of a stage leave the candidate no time to ask anything",
        why: "Candidates choose too, and what they ask about the job decides whether they come and stay. \
              Where time is short, it is always theirs that is cut.",
        bad: Run("\
stages:
  - id: interview
    agenda:
      - {minutes: 4, activity: Welcome}
      - {minutes: 53, activity: Our questions, questions: true}
      - {minutes: 3, activity: What happens next}
"),
        good: Run("\
stages:
  - id: interview
    agenda:
      - {minutes: 4, activity: Welcome}
      - {minutes: 43, activity: Our questions, questions: true}
      - {minutes: 13, activity: Your questions and what happens next}
"),
    },
    packs: &[Pack::Core],
    what: "Takes three minutes for a question and one for every second follow-up, and looks at what the \
              agenda leaves after the questions.",
    sources: &[
        "J. P. Hausknecht, D. V. Day and S. C. Thomas, “Applicant reactions to selection procedures: an updated \
         model and meta-analysis”, Personnel Psychology 57 (2004)",
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Ask fewer questions and dig deeper into each.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
