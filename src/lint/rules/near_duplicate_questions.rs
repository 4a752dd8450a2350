//! Two questions that ask a candidate for the same thing.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::said::Text;
use std::collections::BTreeSet;

/// Words that say how a question is put, and not what about.
const COMMON: &[&str] = &[
    "'s", "a", "about", "also", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could",
    "describe", "did", "do", "example", "for", "from", "give", "had", "has", "have", "how", "i",
    "in", "is", "it", "its", "me", "of", "on", "one", "or", "please", "take", "tell", "that",
    "the", "their", "them", "there", "they", "this", "through", "time", "to", "us", "walk", "was",
    "way", "were", "what", "when", "where", "which", "who", "why", "with", "would", "you", "your",
    "yourself",
];

/// The fewest words that must remain for two questions to be compared, and the share of them, in
/// per cent, that the two must have in common.
const FEWEST: usize = 3;
const ALIKE: usize = 75;

/// Questions beyond this many are not compared: a candidate is asked a few dozen.
const MOST: usize = 300;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let asked = guide.texts_of(&[Role::Question]).filter(|text| {
        let kind = text.stage.and_then(|stage| stage.kind());
        matches!(kind, Some("interview" | "assessment"))
    });
    let asked = asked.take(MOST).map(|text| (text, topic(text)));
    let asked: Vec<_> = asked.filter(|(_, topic)| topic.len() >= FEWEST).collect();
    for (at, (text, topic)) in asked.iter().enumerate() {
        let before = asked[..at].iter();
        let Some((first, _)) = before.clone().find(|(_, other)| are_alike(topic, other)) else {
            continue;
        };
        let stage = first.stage.map(|stage| stage.name()).unwrap_or_default();
        let message = format!("this question is nearly the same as one in {stage}");
        out.push(
            RULE.finding(text.whole(), message)
                .label("would bring the same story again")
                .related(
                    first.whole(),
                    format!("asked here as {}", quoted(first.value())),
                )
                .help("ask for another situation, or leave one of the two out"),
        );
    }
}

fn topic<'t>(text: &'t Text<'_>) -> BTreeSet<&'t str> {
    let words = text.words.iter().map(|word| &*word.folded);
    words
        .filter(|word| COMMON.binary_search(word).is_err())
        .collect()
}

fn are_alike(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    common * 100 >= all * ALIKE
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "near-duplicate-questions",
        severity: Severity::Warning,
        summary: "two questions ask a candidate for the same thing",
        why: "The second time, a candidate tells the same story again, and the panel counts one piece of \
              evidence twice. The time is missing for what has not been asked.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Describe to me the last outage that you dealt with.}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Describe to me the last purchase that you stopped.}
"),
    },
    packs: &[Pack::Core],
    what: "Compares the words of all questions of interviews and assessments, leaving out those that say \
              how a question is put.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "J. Levashina, C. J. Hartwell, F. P. Morgeson and M. A. Campion, “The structured employment interview: \
         narrative and quantitative review of the research literature”, Personnel Psychology 67 (2014)",
    ],
    help: "Divide the competencies among the stages, so that each stage brings something new.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::COMMON;

    #[test]
    fn common_words_can_be_searched() {
        let mut sorted = COMMON.to_vec();
        sorted.sort_unstable();
        assert!(sorted.iter().eq(COMMON.iter()), "{sorted:?}");
    }
}
