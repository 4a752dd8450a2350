//! A question that can be answered with yes or no.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};

/// What a question begins with that asks for a yes or a no.
const OPENINGS: &[&str] = &[
    "am", "are", "aren't", "can", "can't", "could", "couldn't", "did", "didn't", "do", "does",
    "doesn't", "don't", "had", "has", "hasn't", "have", "haven't", "is", "isn't", "may", "must",
    "shall", "should", "was", "wasn't", "were", "weren't", "will", "won't", "would", "wouldn't",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in guide.texts_of(&[Role::Question]) {
        // Only one that is all there is: a later sentence may ask for the story.
        let mut sentences = text.sentences();
        let (Some(only), None) = (sentences.next(), sentences.next()) else {
            continue;
        };
        let first = only.folded().next().unwrap_or_default();
        if only.is_question && OPENINGS.contains(&first) {
            out.push(
                RULE.finding(
                    text.place(only.range),
                    "this question can be answered with yes or no",
                )
                .label("most answers would be one word")
                .help("ask for an example: `Tell me about a time when …`, or begin with how, what or which"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "closed-question",
        severity: Severity::Warning,
        summary: "a question can be answered with yes or no",
        why: "A yes is no evidence. Candidates who talk much get the rating, and those who answer what was asked do not.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Have you ever had to make a hard trade-off?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about a hard trade-off you had to make.}
"),
    },
    packs: &[Pack::Wording],
    what: "Looks at each question that is one sentence and begins with a word such as are, have, do or would.",
    sources: &[
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
    ],
    help: "Ask for a story, a reason or a way of doing it.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_a_yes_would_answer() {
        flags(
            &RULE,
            Role::Question,
            &["Have you led a team?", "Don’t you like pressure?"],
        );
    }

    #[test]
    fn what_a_yes_would_not_answer() {
        passes(
            &RULE,
            Role::Question,
            &[
                "Have you led a team? Tell me about it.",
                "What have you led?",
                "Do the numbers first, then tell me what you would change.",
            ],
        );
    }
}
