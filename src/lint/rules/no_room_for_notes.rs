//! A question that is written into the directions, where there is no room for the answer.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::lint::said::Text;
use std::ops::Range;

/// What a question begins with.
const OPENINGS: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "have", "how", "is", "tell", "was", "were", "what",
    "when", "where", "which", "who", "why", "will", "would",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in guide.texts_of(&[Role::Hint]) {
        for range in questions(text) {
            out.push(
                RULE.finding(text.place(range), "this question has no lines for notes")
                    .label("printed as a part of the directions")
                    .help("make it an item of `questions`, or a follow-up of one"),
            );
        }
    }
}

/// Items of a list that are a question from the first word to the last.
fn questions(text: &Text<'_>) -> Vec<Range<usize>> {
    let value = text.value();
    let mut found = Vec::new();
    for sentence in text.sentences().filter(|it| it.is_question) {
        let line = value[..sentence.range.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let before = value[line..sentence.range.start].trim();
        let digits = before.trim_end_matches(['.', ')']);
        let is_numbered =
            digits.len() < before.len() && digits.bytes().all(|it| it.is_ascii_digit());
        let is_item = matches!(before, "-" | "*" | "+") || (is_numbered && !digits.is_empty());
        let first = sentence.folded().next().unwrap_or_default();
        if is_item && OPENINGS.contains(&first) {
            found.push(sentence.range);
        }
    }
    found
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "no-room-for-notes",
        severity: Severity::Warning,
        summary: "a question stands in the directions, where there is no room to note the answer",
        why: "Answers that are not written down at once are remembered by their last sentence. A question in \
              the list of questions gets ruled lines, points to listen for and a place on the scorecard.",
        bad: Run("\
stages:
  - id: interview
    directions:
      interviewer: |
        Ask all questions in this order, and score alone. Begin with these:

        - What would your team say about you?
"),
        good: Run("\
stages:
  - id: interview
    directions:
      interviewer: |
        Ask all questions in this order, and score alone. Begin with these:

        - The length of the talk, and who is in the room
"),
    },
    packs: &[Pack::Print],
    what: "Looks for items of lists that are questions, in directions, notes of groups and guidance.",
    sources: &[
        "C. H. Middendorf and T. H. Macan, “Note-taking in the employment interview: effects on recall and \
         judgments”, Journal of Applied Psychology 87 (2002)",
    ],
    help: "Move it to the questions of the stage.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};
