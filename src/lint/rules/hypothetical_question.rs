//! A question about what somebody would do, where a past case is wanted.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::check::stage::Stage;
use crate::lint::asks::{after_lead, asked, clauses};
use crate::lint::said::{Sentence, Text};
use std::collections::{BTreeMap, BTreeSet};

static SAID: Patterns = Patterns::new(&[
    "how|what|who|whom|where|which|why .. would|might you",
    "how|what|who .. would|might she|he|they do|react|respond|handle|deal|cope",
    "what would be your",
    "what if",
    "hypothetically|hypothetical",
    "would|could|will you .. if",
    "if .. would you",
    "you would do|handle|react|approach|deal",
    "you'd do|handle|react|approach|deal",
    "what|how do you do|react|respond|handle if",
    "if you were to|in|asked|given|faced|told|put|made",
    "if you had|got|found|saw|noticed|discovered|joined|inherited|took",
]);

/// What looks back, rates, or is no question about a case.
static FINE: Patterns = Patterns::new(&[
    "differently",
    "again|hire|advice",
    "next time",
    "looking back",
    "here is|are a|an|the|two|three|some",
    "would you be",
    "hindsight",
    "would you .. sooner|earlier|instead",
    "second time|round",
    "if you could go|turn|wind back",
    "would you .. have",
    "would .. describe|say|tell|rate|recommend|rehire|reemploy|like|prefer|hope|need|want|expect|add|share|advise",
    "would .. call you|yourself|them|it|that|this|your",
    "will you need|want|require|bring|like",
    "if you had to choose|pick|name|describe|sum",
    "exercise|brief|scenario|role-play|roleplay|paper|whiteboard|sheet|handout",
    "role play|playing",
    "i'll|i|we'll|we|let's play|act|be a|an|the|your",
    "look|looking at|over|through this|these|the",
    "read|take this|these|the",
    "below|attached|printed|handed",
    "in front of you",
    "using this|these|the",
    "gave|given|sent|handed you",
    "mock|simulation|card|cards|folder|spreadsheet|worksheet|slide|slides",
    // Asks for what was done, and names what it does not ask for.
    "about a|the|one|any time|case|occasion|moment",
    "last time you",
    "real case|cases|example|examples|one",
    "actual|actually",
    "rather than|not what|how you",
    "did you decide|know|plan|learn|agree",
    "this|these log|logs|report|chart|table|letter|email|diagram|figures|extract|drawing|map|photo|draft|invoice|ticket|plan|screenshot|code|data",
    "case study",
    "in this case",
]);

/// Words with which a made-up case begins.
const MAKING_UP: &[&str] = &["imagine", "picture", "pretend", "suppose", "supposing"];

/// A stage with so many questions, of which more than half are made up, is meant to be one of
/// cases, as an interview of situations is.
const ENOUGH: usize = 4;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    // A puzzle has its own rule, and would be one as a past case as well.
    let puzzles = guide.find(&super::brain_teaser::SAID, Role::ASKED);
    let fine: Vec<_> = guide
        .find(&FINE, Role::ASKED)
        .into_iter()
        .chain(puzzles)
        .collect();
    let found = guide.find(&SAID, Role::ASKED);
    let is_among =
        |list: &[(&Text<'_>, _)], text| list.iter().any(|(it, _)| std::ptr::eq(*it, text));
    let texts = asked(guide)
        .filter(|text| (is_among(&found, *text) || makes_up(text)) && !is_among(&fine, *text));
    let texts: Vec<_> = texts.collect();
    let of_cases = of_cases(guide, &texts);
    for text in &texts {
        if text
            .stage
            .is_some_and(|stage| of_cases.contains(&address(stage)))
        {
            continue;
        }
        out.push(
            RULE.finding(
                text.whole(),
                "this asks what somebody would do, and not what they have done",
            )
            .label("is answered with good intentions")
            .help("ask for the past case: `Tell me about a time when …`, or move the case to an assessment"),
        );
    }
}

/// Whether a text begins a made-up case: `Imagine …`, `Let’s say …`.
fn makes_up(text: &Text<'_>) -> bool {
    text.sentences().any(|sentence| {
        if puts_a_case(&sentence) {
            return true;
        }
        let clauses = clauses(text, sentence.words);
        clauses.iter().any(|clause| match after_lead(clause) {
            [first, ..] if MAKING_UP.contains(first) => true,
            ["let", "'s", verb, ..] | ["let", "us", verb, ..] => {
                matches!(*verb, "say" | "assume" | "imagine" | "suppose")
            }
            [
                "say",
                "you" | "your" | "you're" | "you've" | "a" | "an" | "the" | "two",
                ..,
            ] => true,
            _ => false,
        })
    })
}

/// Whether a sentence asks what would be in a case it puts: `If the link failed, would you …?`.
fn puts_a_case(sentence: &Sentence<'_>) -> bool {
    let has = |words: &[&str]| sentence.folded().any(|it| words.contains(&it));
    let folded: Vec<_> = sentence.folded().collect();
    let puts = has(&["if"])
        || matches!(after_lead(&folded), ["were", "you" | "your", ..])
        || folded
            .windows(2)
            .any(|it| matches!(it, ["situation" | "case", "where" | "in"]));
    let asks = |it: &[&str]| matches!(it, ["would", "you" | "your"] | ["you", "would"]);
    sentence.is_question && puts && folded.windows(2).any(asks) && !has(&["did"])
}

/// The stages that are not about past work: exercises, and those of mostly made-up cases.
fn of_cases(guide: &Guide<'_>, made_up: &[&Text<'_>]) -> BTreeSet<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for text in made_up.iter().filter(|text| text.role == Role::Question) {
        if let Some(stage) = text.stage {
            *counts.entry(address(stage)).or_default() += 1;
        }
    }
    let is_of_cases = |stage: &Stage<'_>| {
        let questions = stage.questions().count();
        let made_up = counts.get(&address(*stage)).copied().unwrap_or_default();
        stage.kind() == Some("assessment") || (questions >= ENOUGH && made_up * 2 > questions)
    };
    guide.stages().filter(is_of_cases).map(address).collect()
}

/// What tells a stage from others like it.
fn address(stage: Stage<'_>) -> usize {
    std::ptr::from_ref(stage.0).addr()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "hypothetical-question",
        severity: Severity::Warning,
        summary: "a question asks what somebody would do, where a past case is wanted",
        why: "What people say they would do shows what they know to be right. What they have done predicts the work \
              better, the more so in jobs with responsibility for others, and can be probed for facts.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What would you do if two projects needed the same money?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about a time when two projects needed the same money.}
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for made-up cases in questions and follow-ups. Assessments may have them, and so may a stage whose \
           questions are mostly cases.",
    sources: &[
        "P. J. Taylor and B. Small, “Asking applicants what they would do versus what they did do”, Journal of \
         Occupational and Organizational Psychology 75 (2002)",
        "H. T. Krajewski and others, “Comparing the validity of structured interviews for managerial-level employees”, \
         Journal of Occupational and Organizational Psychology 79 (2006)",
    ],
    help: "Ask for the last time it happened, and probe for what was done and what came of it.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn made_up_cases() {
        flags(
            &RULE,
            Role::Question,
            &[
                "How would you calm an angry user?",
                "Imagine that the network is down. Who hears of it first?",
                "If your director asked you to skip a test, what would you do?",
                "Let’s say two people quit in a week. What happens next?",
                "What if the budget were halved?",
            ],
        );
    }

    #[test]
    fn what_has_been_done() {
        passes(
            &RULE,
            Role::Question,
            &[
                "What would you do differently today?",
                "Which of these steps would you take sooner?",
                "How would your team describe you?",
                "Tell me about a time when you would not give in.",
                "In this exercise, how would you begin?",
                "What would have changed your mind?",
            ],
        );
    }
}
