//! A text for candidates that does not say how to get an adjustment.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::check::stage::Stage;
use crate::finding::quoted;
use crate::lint::said::{Sentence, Text};

/// What it is called.
const ADJUSTMENT: &[&str] = &[
    "accessibility",
    "accessible",
    "accommodate",
    "accommodation",
    "accommodations",
    "adjust",
    "adjustment",
    "adjustments",
    "captions",
    "disability",
    "fairer",
    "interpreter",
];

/// What makes it an offer, and not a part of the job.
const OFFERED: &[&str] = &[
    "arrange", "ask", "contact", "help", "if", "let", "need", "offer", "provide", "request", "say",
    "tell",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    posting(guide, out);
    let exercises = guide.stages().filter(|it| it.kind() == Some("assessment"));
    for stage in exercises.filter(|it| !has_brief(*it)) {
        let is_offered = guide.said().texts.iter().any(|text| {
            let is_here = text.stage.is_some_and(|it| std::ptr::eq(it.0, stage.0));
            is_here && FOR_CANDIDATES.contains(&text.role) && offers(text)
        });
        if !is_offered {
            let message = format!(
                "the exercise {} offers candidates no adjustment",
                quoted(&stage.name())
            );
            out.push(
                RULE.finding(guide.place(stage.title()), message)
                    .label("candidates get the exercise alone, without the page that says how to ask")
                    .help("add `candidate` under `directions`: the page made from it has the offer printed on it"),
            );
        }
    }
}

/// What a candidate has in hand in an exercise.
const FOR_CANDIDATES: &[Role] = &[Role::ReadAloud, Role::Scenario, Role::Brief];

/// Where a posting says how to apply, it is read before any page that has the offer printed on it.
fn posting(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let posting = guide.root.get("posting");
    let Some(apply) = posting.and_then(|it| it.get("apply")) else {
        return;
    };
    if guide.texts_of(&[Role::Posting]).any(offers) {
        return;
    }
    out.push(
        RULE.finding(guide.place(apply), "the posting does not say how to get an adjustment")
            .label("whoever needs one to apply reads this first")
            .help("add to `apply`: `If an adjustment would help you at any step, tell us and we will arrange it.`"),
    );
}

/// Whether the stage makes a page for candidates: the template prints the offer there.
fn has_brief(stage: Stage<'_>) -> bool {
    let directions = stage.0.get("directions");
    directions.is_some_and(|it| it.get("candidate").is_some())
}

fn offers(text: &Text<'_>) -> bool {
    let mut sentences = text.sentences();
    sentences.any(|it| has(&it, ADJUSTMENT) && has(&it, OFFERED))
}

fn has(sentence: &Sentence<'_>, listed: &[&str]) -> bool {
    sentence.folded().any(|word| listed.contains(&word))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "no-accommodation-offer",
        severity: Severity::Warning,
        summary: "candidates are not told how to get an adjustment",
        why: "Employers have to make reasonable adjustments for candidates with a disability, from the application on, \
              and candidates ask for them when they are told how. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: exercise
    after: interview
    kind: assessment
    title: Exercise
    minutes: 60
    interviewer: Hiring manager
    directions:
      interviewer: Hand out the sheet, and score alone before you talk to anyone.
      read_aloud: Thank you for coming. You have the hour for yourself, and we talk afterwards.
    agenda:
      - {minutes: 4, activity: Welcome}
      - {minutes: 43, activity: The exercise}
      - {minutes: 10, activity: Your questions}
      - {minutes: 3, activity: What happens next}
    scenario:
      title: The renewal
      brief: A third of the network is to be replaced within a year.
      tasks: [Write a plan of one page.]
    scorecard:
      criteria:
        - id: plan
          name: Plan
          competency: judgement
          anchors:
            1: Lists devices and no steps
            2: Lists steps and no order
            3: Orders the steps by risk
            4: Also says what would stop the plan
"),
        good: Run("\
stages:
  - id: exercise
    after: interview
    kind: assessment
    title: Exercise
    minutes: 60
    interviewer: Hiring manager
    directions:
      interviewer: Hand out the sheet, and score alone before you talk to anyone.
      read_aloud: Thank you for coming. You have the hour for yourself, and we talk afterwards.
      candidate: You write a plan of one page, alone, and then we talk about it.
    agenda:
      - {minutes: 4, activity: Welcome}
      - {minutes: 43, activity: The exercise}
      - {minutes: 10, activity: Your questions}
      - {minutes: 3, activity: What happens next}
    scenario:
      title: The renewal
      brief: A third of the network is to be replaced within a year.
      tasks: [Write a plan of one page.]
    scorecard:
      criteria:
        - id: plan
          name: Plan
          competency: judgement
          anchors:
            1: Lists devices and no steps
            2: Lists steps and no order
            3: Orders the steps by risk
            4: Also says what would stop the plan
"),
    },
    packs: Pack::LAW,
    what: "A posting that says how to apply should say how to get an adjustment. The pages made from `directions.candidate` and \
           `candidate_prep` have it printed on them; an exercise without such a page should say it itself.",
    sources: &[
        "US: Americans with Disabilities Act, 42 U.S.C. § 12112(b)(5), with 29 CFR 1630.9",
        "UK: Equality Act 2010, sections 20 and 39(5)",
        "EU: Council Directive 2000/78/EC, article 5",
    ],
    help: "Say in the posting, and before each exercise, whom to tell and that it plays no part in the decision.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::sample::findings;
    use serde_json::{Value, json};

    fn count(guide: &Value) -> usize {
        findings(&RULE, guide).len()
    }

    #[test]
    fn a_posting_that_says_how_to_apply_and_offers_nothing() {
        for apply in [
            "Send us your CV.",
            "You book flights and accommodation for our guests.",
            "You correct adjustments in the books.",
        ] {
            assert_eq!(count(&json!({"posting": {"apply": apply}})), 1, "{apply}");
        }
    }

    #[test]
    fn a_posting_that_does() {
        for apply in [
            "If an adjustment would help you, tell us.",
            "Tell us if something would make the process fairer for you.",
            "We arrange reasonable accommodations at your request.",
        ] {
            assert_eq!(count(&json!({"posting": {"apply": apply}})), 0, "{apply}");
        }
        assert_eq!(count(&json!({"posting": {"about": "We move freight."}})), 0);
    }

    #[test]
    fn an_exercise_without_a_page_for_candidates() {
        let exercise = |directions: Value| {
            json!({"stages": [{
                "id": "exercise", "kind": "assessment", "title": "Exercise", "directions": directions,
                "scenario": {"brief": "A third of the network is old."},
            }]})
        };
        assert_eq!(count(&exercise(json!({}))), 1);
        assert_eq!(
            count(&exercise(json!({"candidate": "You write a plan."}))),
            0
        );
        let offer = "If you need an adjustment, say so now.";
        assert_eq!(count(&exercise(json!({ "read_aloud": offer }))), 0);
    }
}
