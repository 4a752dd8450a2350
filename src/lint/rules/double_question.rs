//! Two questions in one.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::lint::asks::{ASKING, Form, after_lead, asked, form, is_auxiliary, is_inviting_us};
use crate::lint::said::Text;
use crate::lint::terms::{is_related, is_term};
use crate::lint::words::Word;

/// Words with which a part of a question refers to the part before: they belong together.
const REFERRING: &[&str] = &[
    "after",
    "afterwards",
    "any",
    "both",
    "each",
    "either",
    "else",
    "first",
    "here",
    "instead",
    "it",
    "its",
    "itself",
    "neither",
    "none",
    "one",
    "ones",
    "other",
    "others",
    "same",
    "so",
    "such",
    "that",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "yours",
];

/// These refer to the part before, unless it has them as well. Of a referee they are the candidate.
const PEOPLE: &[&str] = &["he", "her", "him", "his", "she", "they", "their", "them"];

/// Words for the course of any story, with which its next part is asked for.
const OF_ANY_STORY: &[&str] = &[
    "able",
    "affected",
    "alternatives",
    "approach",
    "change",
    "changed",
    "changes",
    "choose",
    "choosing",
    "chose",
    "come",
    "cost",
    "decide",
    "decided",
    "decision",
    "deliver",
    "effect",
    "end",
    "ended",
    "evidence",
    "fail",
    "failed",
    "feedback",
    "feel",
    "figures",
    "find",
    "gain",
    "gained",
    "goals",
    "happen",
    "happened",
    "hardest",
    "help",
    "helped",
    "impact",
    "improve",
    "improved",
    "involved",
    "know",
    "learn",
    "learned",
    "learnt",
    "long",
    "look",
    "made",
    "make",
    "measure",
    "measured",
    "mistakes",
    "moment",
    "move",
    "obstacles",
    "options",
    "order",
    "outcome",
    "outcomes",
    "part",
    "people",
    "personally",
    "played",
    "problem",
    "problems",
    "react",
    "reaction",
    "reacted",
    "reason",
    "reasons",
    "respond",
    "responded",
    "result",
    "results",
    "rest",
    "risk",
    "risks",
    "role",
    "say",
    "saying",
    "situation",
    "size",
    "solution",
    "stage",
    "start",
    "step",
    "steps",
    "success",
    "succeed",
    "surprised",
    "task",
    "team",
    "tell",
    "think",
    "time",
    "told",
    "took",
    "tried",
    "try",
    "weighed",
    "went",
    "wrong",
];

/// A longer text is not looked at: each part is held against all before it, and `long-question` tells
/// of it.
const LONGEST: usize = 200;

/// A shorter part is no question of its own: `and how soon`.
const FEWEST: usize = 3;

/// Words by which a part is about what has been done.
const PAST: &[&str] = &[
    "came", "did", "didn't", "had", "happened", "was", "went", "were",
];

/// Words by which a part is about what may be done.
const MAY_BE: &[&str] = &["could", "might", "will", "would"];

/// Words with which the subject is changed.
const CHANGING: &[&[&str]] = &[
    &["by", "the", "way"],
    &["on", "another", "note"],
    &["on", "a", "different"],
    &["separately"],
    &["unrelated"],
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in asked(guide).filter(|text| text.words.len() <= LONGEST) {
        let parts = parts(text);
        let other = (1..parts.len()).find(|at| is_other(text, &parts[..*at], parts[*at]));
        if let Some(part) = other.and_then(|at| parts[at].first().zip(parts[at].last())) {
            out.push(
                RULE.finding(
                    text.place(part.0.range.start..part.1.range.end),
                    "this asks a second, different thing",
                )
                .label("is likely to be left unanswered")
                .help("make it a question of its own, or leave it out"),
            );
        }
    }
}

/// What a text asks, part by part: at each sentence that asks, and behind `and`.
fn parts<'t>(text: &'t Text<'_>) -> Vec<&'t [Word<'t>]> {
    let mut parts = Vec::new();
    for sentence in text.sentences() {
        if form(text, &sentence) == Form::Told {
            continue;
        }
        let mut start = 0;
        for at in 1..sentence.words.len() {
            // `How many people and which sites …` has no verb before the `and`.
            let is_long = at - start > FEWEST;
            if is_long
                && sentence.words[at].folded == "and"
                && begins_part(&sentence.words[at + 1..])
            {
                parts.push(&sentence.words[start..at]);
                start = at + 1;
            }
        }
        parts.push(&sentence.words[start..]);
    }
    parts
}

/// Whether the words behind an `and` ask something themselves.
fn begins_part(words: &[Word]) -> bool {
    let passed = ["also", "then", "finally", "secondly"];
    let by_the_way = words.iter().take(3).map(|it| &*it.folded);
    let by_the_way = by_the_way.eq(["by", "the", "way"]);
    let mut words = words[if by_the_way { 3 } else { 0 }..]
        .iter()
        .map(|it| &*it.folded);
    let Some(first) = words.find(|it| !passed.contains(it)) else {
        return false;
    };
    let second = words.next().unwrap_or_default();
    ASKING.contains(&first)
        || (matches!(first, "when" | "where") && is_auxiliary(second))
        || (is_auxiliary(first) && matches!(second, "you" | "she" | "he" | "they"))
        || is_inviting_us(first, second)
        || (matches!(first, "an" | "a") && matches!(second, "example" | "time" | "situation"))
}

/// Whether a part is about something else than the parts before it.
fn is_other(text: &Text<'_>, before: &[&[Word]], part: &[Word]) -> bool {
    let before = || {
        before
            .iter()
            .flat_map(|part| part.iter())
            .map(|it| &*it.folded)
    };
    // What is spelled `IT` refers to nothing.
    let part = part
        .iter()
        .filter(|it| &text.value()[it.range.clone()] != "IT");
    let folded: Vec<_> = part.map(|it| &*it.folded).collect();
    let folded = after_lead(&folded);
    let changes = |words: &&&[&str]| folded.windows(words.len()).any(|it| it == **words);
    if CHANGING.iter().find(changes).is_some() {
        return true;
    }
    if folded.len() < FEWEST || goes_on(&before().collect::<Vec<_>>(), folded) {
        return false;
    }
    let of_referee = text
        .stage
        .is_some_and(|stage| stage.kind() == Some("references"));
    let refers = folded.iter().any(|it| match PEOPLE.contains(it) {
        true => !of_referee && !before().any(|other| PEOPLE.contains(&other)),
        false => REFERRING.contains(it),
    });
    let mut terms = folded
        .iter()
        .filter(|it| is_term(it) && !OF_ANY_STORY.contains(it));
    let has_own = terms.clone().next().is_some();
    has_own && !refers && !terms.any(|term| before().any(|other| is_related(term, other)))
}

/// Whether a part goes on with the story before it: both are about what was done, or what may be.
fn goes_on(before: &[&str], part: &[&str]) -> bool {
    let has = |words: &[&str], list: &[&str]| words.iter().any(|it| list.contains(it));
    let is_story = |it: &&str| {
        it.ends_with("ed") || matches!(*it, "describe" | "tell" | "walk" | "has" | "have")
    };
    let was = |words: &[&str]| has(words, PAST) || words.iter().any(is_story);
    (was(before) && has(part, PAST)) || (has(before, MAY_BE) && has(part, MAY_BE))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "double-question",
        severity: Severity::Warning,
        summary: "a question asks two different things",
        why: "Candidates answer one of the two, mostly the last, and interviewers rate whichever they heard. Answers to \
              different questions cannot be compared.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - id: trade-off
        ask: Tell me about a hard trade-off you had to make, and how do you keep up with security news?
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - id: trade-off
        ask: Tell me about a hard trade-off you had to make, and what came of it.
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for a second part that neither refers to the first nor shares a word with it. The parts of one story, \
           such as what was done and what came of it, are one question.",
    sources: &[
        "R. Tourangeau, L. J. Rips and K. Rasinski, “The Psychology of Survey Response” (Cambridge University Press, 2000)",
    ],
    help: "Ask one thing at a time.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::super::Role;
    use super::RULE;
    use crate::lint::sample::{flags, passes};

    #[test]
    fn two_questions() {
        flags(
            &RULE,
            Role::Question,
            &[
                "How do you plan your week, and which languages do you speak?",
                "Describe a conflict you had. What do you know about our company?",
                "Tell me how you hire people and how you handle complaints.",
                "What was the outage about, and by the way, who else was there?",
            ],
        );
    }

    #[test]
    fn one_story() {
        passes(
            &RULE,
            Role::Question,
            &[
                "What did you do, and what came of it?",
                "Which options did you have, and why did you choose that one?",
                "Tell me about your team. Who belongs to it?",
                "How do you measure support, and how has your support improved?",
                "Tell me about a time when sales and support wanted different things.",
                "What went wrong, and what did you learn?",
            ],
        );
    }
}
