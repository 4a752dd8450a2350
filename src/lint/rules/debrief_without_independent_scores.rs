//! A debrief that may begin to talk before everyone has scored alone.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::lint::said::Sentence;

/// What is handed in.
const SCORES: &[&str] = &[
    "form",
    "forms",
    "rate",
    "rated",
    "rating",
    "ratings",
    "score",
    "scorecard",
    "scorecards",
    "scored",
    "scores",
];

/// That it is done by each one alone, or before anything is said.
const FIRST: &[&str] = &[
    "alone",
    "already",
    "before",
    "beforehand",
    "each",
    "every",
    "everyone",
    "first",
    "handed",
    "independent",
    "independently",
    "individual",
    "individually",
    "own",
    "privately",
    "separately",
    "until",
    "without",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide
        .stages()
        .filter(|stage| stage.kind() == Some("debrief"))
    {
        let said = guide
            .said()
            .texts
            .iter()
            .filter(|text| text.stage.is_some_and(|it| it.is(stage)));
        let mut sentences = said.flat_map(|text| text.sentences()).peekable();
        // A debrief that says nothing at all lacks more than this.
        if sentences.peek().is_none() || sentences.any(|it| asks_for_scores(&it)) {
            continue;
        }
        out.push(
            RULE.finding(
                guide.place(stage.title()),
                format!(
                    "{} does not ask for everyone’s own scores first",
                    stage.name()
                ),
            )
            .label("the first to speak would set the tone")
            .help("write in the directions that all scores are handed in before anyone speaks"),
        );
    }
}

fn asks_for_scores(sentence: &Sentence<'_>) -> bool {
    let has = |listed: &[&str]| sentence.folded().any(|word| listed.contains(&word));
    has(SCORES) && has(FIRST)
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "debrief-without-independent-scores",
        severity: Severity::Warning,
        summary: "the debrief does not ask for independent scores before anyone speaks",
        why: "Whoever hears another view first moves towards it, above all when it comes from the boss. \
              Scores that were given alone keep what each interviewer heard.",
        bad: Run("\
stages:
  - id: debrief
    directions: {interviewer: Say what you think of the candidate. Then the hiring manager decides.}
    agenda:
      - {minutes: 30, activity: Discussion and decision}
"),
        good: Run("\
stages:
  - id: debrief
    directions: {interviewer: All scorecards are handed in before anyone speaks. Then the hiring manager decides.}
    agenda:
      - {minutes: 30, activity: Discussion and decision}
"),
    },
    packs: &[Pack::Core],
    what: "Looks in the directions and agenda of the debrief for a sentence that asks for scores or forms \
              from each one, alone or first.",
    sources: &[
        "D. Kahneman, O. Sibony and C. R. Sunstein, “Noise: A Flaw in Human Judgment” (2021)",
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Collect the scorecards before the meeting, and let people explain their scores and not each \
              other’s.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};
