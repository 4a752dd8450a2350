//! A question too long to be kept in mind when it is said aloud.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::lint::asks::asked;

/// The most words of a question. Read aloud at the usual 150 words a minute, they take twenty
/// seconds, and hold more parts than listeners keep in mind.
const MOST: usize = 50;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in asked(guide) {
        let words = text.words.len();
        if words > MOST {
            out.push(
                RULE.finding(
                    text.whole(),
                    format!("this question has {words} words, and is lost when it is said aloud"),
                )
                .label("cannot be kept in mind")
                .help(format!(
                    "say it in at most {MOST} words: ask one thing, and keep the rest for follow-ups"
                )),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "long-question",
        severity: Severity::Warning,
        summary: "a question is too long to be said aloud",
        why: "Listeners keep about four things in mind. What was said first is forgotten when the question ends, so \
              candidates answer the last part, each interviewer shortens it in another way, and answers cannot be \
              compared.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - id: trade-off
        ask: >-
          Tell me about a hard trade-off you had to make, one with money on the one side and people or time on the
          other, in a year in which both were short, with a board that had made up its mind before you spoke and a team
          that was waiting in the next room for what you would bring back.
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - id: trade-off
        ask: Tell me about a hard trade-off you had to make between money and people.
"),
    },
    packs: &[Pack::Wording],
    what: "Counts the words of each question and follow-up. More than 50 take over twenty seconds to say.",
    sources: &[
        "N. Cowan, “The magical number 4 in short-term memory”, Behavioral and Brain Sciences 24 (2001)",
    ],
    help: "Ask one thing in a sentence or two, and put the rest under `follow_ups` or `cover`.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::super::Role;
    use super::{MOST, RULE};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn words_are_counted() {
        let words = |count: usize| vec!["word"; count].join(" ");
        flags(&RULE, Role::FollowUp, &[&words(MOST + 1)]);
        passes(&RULE, Role::FollowUp, &[&words(MOST)]);
        passes(&RULE, Role::Hint, &[&words(MOST + 1)]);
    }
}
