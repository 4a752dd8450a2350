//! How a sentence asks: for an account, for a yes or no, or not at all.
//!
//! A sentence is split at its commas, since what it asks with may stand behind an opening: `In your
//! last job, did you lead anyone?`. Words that only lead in (`and`, `so`, `just`) are passed over.

use super::guide::Guide;
use super::said::{Role, Sentence, Text};
use super::words::Word;

/// What a sentence wants to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// An account: it begins with how, what or why, or with `tell me` and its like.
    Open,
    /// A yes or no.
    Closed,
    /// Nothing: it tells something.
    Told,
}

/// Verbs that a question for a yes or no begins with.
pub(super) const AUXILIARIES: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would",
];

/// The same with a not. A question that begins with one gives its answer away.
pub(super) const NEGATIVE: &[&str] = &[
    "ain't",
    "aren't",
    "can't",
    "cannot",
    "couldn't",
    "didn't",
    "doesn't",
    "don't",
    "hadn't",
    "hasn't",
    "haven't",
    "isn't",
    "mustn't",
    "shouldn't",
    "wasn't",
    "weren't",
    "won't",
    "wouldn't",
];

/// Words that ask for an account.
pub(super) const ASKING: &[&str] = &[
    "how", "how's", "what", "what're", "what's", "which", "who", "who's", "whom", "whose", "why",
];

/// Words that ask for a time or a place when a verb follows, and otherwise begin a condition.
const ASKING_BEFORE_A_VERB: &[&str] = &["when", "where"];

/// Verbs that ask for an account.
const INVITING: &[&str] = &[
    "choose",
    "compare",
    "describe",
    "draw",
    "elaborate",
    "expand",
    "explain",
    "list",
    "name",
    "outline",
    "pick",
    "recall",
    "share",
    "sketch",
    "summarise",
    "summarize",
    "tell",
    "think",
];

/// Verbs that ask for an account when `me`, `us` or `an example` follows: `take me through it`, and
/// not `take your time`.
const INVITING_US: &[&str] = &[
    "bring", "give", "help", "run", "show", "take", "talk", "walk",
];

/// What a polite question goes on with: `could you say more`, `would you mind telling me`.
const POLITELY: &[&str] = &[
    "describing",
    "explaining",
    "giving",
    "go",
    "say",
    "sharing",
    "talking",
    "telling",
    "walking",
];

/// Words before what a sentence asks.
const LEADING_IN: &[&str] = &[
    "also",
    "and",
    "but",
    "first",
    "finally",
    "just",
    "next",
    "now",
    "ok",
    "okay",
    "or",
    "plus",
    "please",
    "so",
    "then",
    "to",
    "well",
    "wondering",
    "start",
    "begin",
    "with",
];

/// Words before one that asks: `in what way`, `by how much`.
const PREPOSITIONS: &[&str] = &[
    "about", "after", "at", "before", "by", "for", "from", "in", "of", "on", "through", "to",
    "under", "with",
];

/// What candidates and referees are asked. A debrief has questions as well, for the panel.
pub(super) fn asked<'g, 'a>(guide: &'g Guide<'a>) -> impl Iterator<Item = &'g Text<'a>> {
    let texts = guide.texts_of(Role::ASKED);
    texts.filter(|text| {
        text.stage
            .is_none_or(|stage| stage.kind() != Some("debrief"))
    })
}

/// How a sentence asks.
pub(super) fn form(text: &Text<'_>, sentence: &Sentence<'_>) -> Form {
    let clauses = clauses(text, sentence.words);
    if clauses.iter().any(|clause| invites(clause)) {
        return Form::Open;
    }
    let is_closed = sentence.is_question && clauses.iter().any(|clause| wants_yes_or_no(clause));
    match is_closed {
        true => Form::Closed,
        false => Form::Told,
    }
}

/// The words between commas, dashes and brackets, as they are compared.
pub(super) fn clauses<'t>(text: &Text<'_>, words: &'t [Word]) -> Vec<Vec<&'t str>> {
    let parted = |a: &Word, b: &Word| {
        text.value()[a.range.end..b.range.start].contains([',', '–', '—', '(', ')'])
    };
    let clauses = words.chunk_by(|a, b| !parted(a, b));
    clauses
        .map(|clause| clause.iter().map(|it| &*it.folded).collect())
        .collect()
}

/// Whether a clause asks for an account.
pub(super) fn invites(clause: &[&str]) -> bool {
    let clause = after_lead(clause);
    let joined = clause.windows(3).any(|it| {
        let is_joint = matches!(it[0], "and" | "or" | "but");
        is_joint && (ASKING.contains(&it[1]) || asks_when(&it[1..]))
    });
    joined
        || match clause {
            [first, ..] if ASKING.contains(first) || INVITING.contains(first) => true,
            [first, second, ..] if is_inviting_us(first, second) => true,
            [before, asking, ..] if PREPOSITIONS.contains(before) && ASKING.contains(asking) => {
                true
            }
            // `Would you say that …` is answered with a yes; `could you say more` is not.
            ["would", _, "say", ..] => false,
            [
                "can" | "could" | "may" | "might" | "will" | "would",
                _,
                rest @ ..,
            ] => {
                let verb = |it: &&str| {
                    [INVITING, INVITING_US, POLITELY]
                        .iter()
                        .any(|list| list.contains(it))
                };
                rest.iter().take(4).any(verb)
            }
            words => asks_when(words),
        }
}

/// Whether two words ask for an account together.
pub(super) fn is_inviting_us(verb: &str, whom: &str) -> bool {
    let is_whom = matches!(whom, "me" | "us" | "an" | "one" | "about" | "through");
    is_whom && (INVITING_US.contains(&verb) || INVITING.contains(&verb))
}

fn asks_when(words: &[&str]) -> bool {
    matches!(words, [asking, verb, ..] if ASKING_BEFORE_A_VERB.contains(asking) && is_auxiliary(verb))
}

fn wants_yes_or_no(clause: &[&str]) -> bool {
    match after_lead(clause) {
        [first, _, ..] if is_auxiliary(first) => true,
        [
            "ever" | "any" | "anything" | "you" | "you've" | "you're" | "you'd",
            _,
            ..,
        ] => true,
        ["i", _, "you" | "you've" | "you're" | "you'd" | "you'll", ..] => true,
        _ => false,
    }
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word) || NEGATIVE.contains(&word)
}

/// A clause without the words that lead in.
pub(super) fn after_lead<'c, 't>(clause: &'c [&'t str]) -> &'c [&'t str] {
    let lead = clause.iter().take_while(|it| LEADING_IN.contains(it));
    &clause[lead.count()..]
}
