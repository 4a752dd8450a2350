//! A question that gives away the answer that would please.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::asks::{ASKING, NEGATIVE, after_lead, asked, clauses, is_auxiliary};
use crate::lint::said::{Sentence, Text};
use std::ops::Range;

static SAID: Patterns = Patterns::new(&[
    "i|we assume|presume|trust|imagine|suppose|guess|bet|gather|expect that? you|you're|you've|you'd|you'll|your|she|he|they",
    "i'm|we're sure|certain|confident that? you|you're|you've|you'd|you'll|your|she|he|they",
    "i|we am|are sure|certain|confident that? you|you're|you've|you'd|you'll|your|she|he|they",
    "i|we take it that? you|you're|you've|your|she|he|they",
    "obviously|surely|presumably|undoubtedly|naturally",
    "of course",
    "no doubt",
    "needless to say",
    "everyone|everybody .. knows|agrees",
    "we all|both know",
    "who clearly",
    "any|every good|great|decent|sensible|reasonable|serious|real",
    "most|all good|decent|sensible|reasonable",
    "that|it|this must have been|felt",
    "you must",
    "would|do|don't|wouldn't you not? agree that|it|it's|this|we|a|the",
    "we can .. agree",
    "i'm guessing",
    "i can tell|see that? you|you're|you've",
    "why do you think|believe|feel .. is|are|was .. best|better|right",
    "how much do|did|will|would you .. love|enjoy|like|hate|value",
    "how excited|thrilled|delighted|passionate|keen|eager are|would you",
    "what do|did|would you love|like most|best about us|our",
    "why .. is .. the best|right|only",
    "why .. is .. better|superior|so important|great|good",
    "why is it so? important|essential|vital|wrong|right|better",
    "how important is|are",
    "how bad|terrible|great|wonderful|awful|amazing was|were|is",
    "that sounds? like you",
    "does that sound|describe you|like",
    "you wouldn't|don't|aren't|haven't|would never .. would|do|are|have you",
    "given how important|vital|essential|much we",
])
.except(&[
    "kind|sort|type|part|length of course",
    "course of",
    "naturally occurring",
    "over|during|in the course",
    "time|case|example|decision you must",
]);

/// What is praised or expected before a question is what its answer will be.
static PRAISE: Patterns = Patterns::new(&[
    "we|i .. value|love|admire|expect|reward|prize|hate|dislike",
    "we|i .. pride ourselves|myself",
    "we|i .. believe|believes in|that",
    "we .. look|looking for people|somebody|someone",
    "we need|want people|somebody|someone",
    "we're|we are all? a|an|very|really|big|proud|passionate|looking",
    "i|we can't stand|bear",
    "our best|top|good people|performers|engineers|staff",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let said = guide.find(&SAID, Role::ASKED);
    let praise = guide.find(&PRAISE, Role::ASKED);
    for text in asked(guide) {
        let phrase = said.iter().find(|(it, _)| std::ptr::eq(*it, text));
        let praised = praise.iter().find(|(it, _)| std::ptr::eq(*it, text));
        let leads = phrase.map(|(_, range)| range.clone());
        let leads = leads.or_else(|| text.sentences().find_map(|it| turned(text, &it)));
        let leads = leads.or_else(|| follows(text, praised.map(|(_, range)| range)?));
        if let Some(range) = leads {
            out.push(
                RULE.finding(
                    text.place(range),
                    "this question gives away the answer that would please",
                )
                .label("tells candidates what to say")
                .help("ask for what happened, and leave out what you hope to hear: `How did you decide …?`"),
            );
        }
    }
}

/// A question that is turned towards a yes: it begins with `Don’t you`, or ends with `right?`.
fn turned(text: &Text<'_>, sentence: &Sentence<'_>) -> Option<Range<usize>> {
    if !sentence.is_question {
        return None;
    }
    let clauses = clauses(text, sentence.words);
    let first = after_lead(clauses.first()?).first()?;
    let last = clauses.last().filter(|_| clauses.len() > 1);
    let is_tag = match last.map_or(&[][..], Vec::as_slice) {
        &["i", _] => true,
        &["right" | "correct" | "yes" | "surely" | "eh" | "agreed"] => true,
        &[verb, pronoun] => is_auxiliary(verb) && PRONOUNS.contains(&pronoun),
        &[verb, "not", pronoun] | &[verb, pronoun, "not"] => {
            is_auxiliary(verb) && PRONOUNS.contains(&pronoun)
        }
        _ => false,
    };
    // `You are happy with shifts?` tells more than it asks.
    let is_told = matches!(*first, "you'd" | "you'll" | "you're" | "you've")
        && !sentence.folded().any(|it| ASKING.contains(&it));
    (is_tag || is_told || NEGATIVE.contains(first)).then(|| sentence.range.clone())
}

const PRONOUNS: &[&str] = &["he", "i", "it", "she", "that", "there", "they", "we", "you"];

/// A question behind a sentence of praise, when it asks whether one is like that.
fn follows(text: &Text<'_>, praise: &Range<usize>) -> Option<Range<usize>> {
    let after = text.sentences().find(|it| {
        it.is_question && (it.range.start > praise.end || it.range.contains(&praise.start))
    })?;
    let folded: Vec<_> = after.folded().collect();
    let wants_likeness = match after_lead(&folded) {
        ["how", "do" | "would" | "does", ..] => folded.contains(&"feel"),
        ["how", quality, "are" | "is", ..] => {
            !matches!(*quality, "long" | "many" | "much" | "often")
        }
        ["would" | "do" | "does" | "are" | "is" | "can" | "will", ..] => true,
        _ => false,
    };
    wants_likeness.then_some(after.range)
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "leading-question",
        severity: Severity::Warning,
        summary: "a question gives away the answer that would please",
        why: "The wording of a question changes what people report, even of what they have seen themselves. Candidates \
              who are told what to say will say it, and those who say something else are marked down for being frank.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: 'Quality surely comes before speed. What do you do about it?'}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How did you last decide between quality and speed?}
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for questions that end in “right?” or “don’t you?”, begin with “Don’t you”, take the answer for granted, or \
           ask whether somebody has what has just been praised.",
    sources: &[
        "E. F. Loftus, “Leading questions and the eyewitness report”, Cognitive Psychology 7 (1975)",
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Ask what somebody did and why, in words that fit a good answer as well as a poor one.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_gives_the_answer_away() {
        flags(
            &RULE,
            Role::Question,
            &[
                "You test every backup, don’t you?",
                "So you left of your own choice, right?",
                "I assume that you have led people. How many?",
                "Wouldn’t you rather work in a small team?",
                "We value honesty above all. Would you call yourself honest?",
                "Obviously security comes first. How do you see that?",
            ],
        );
    }

    #[test]
    fn what_leaves_it_open() {
        passes(
            &RULE,
            Role::Question,
            &[
                "Why did you not test the backup?",
                "Which was the right one?",
                "What kind of course was it?",
                "How did costs change over the course of a year?",
                "What did you do when you were not sure?",
                "We use two data centres. How have you moved work between sites?",
            ],
        );
    }
}
