//! A blank that a candidate, or anyone, would see unfilled.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::guide::Audience;
use crate::yaml::{Key, Node};
use std::collections::BTreeMap;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let open: BTreeMap<_, _> = guide
        .declared("placeholders")
        .iter()
        .filter_map(|(key, placeholder)| {
            Some((&*key.name, (key, stays_open(guide, key, placeholder)?)))
        })
        .collect();
    let seen = guide
        .texts
        .iter()
        .filter(|text| text.audience != Audience::Internal);
    for text in seen {
        for found in &text.marks.placeholders {
            let Some((key, what)) = open.get(&*found.name) else {
                continue;
            };
            if out.len() >= crate::finding::MAX_FINDINGS {
                return;
            }
            let who = match text.audience {
                Audience::Public => "everyone",
                Audience::Candidate | Audience::Internal => "the candidate",
            };
            let name = quoted(&found.name);
            let message = format!("{who} would see the placeholder {name} unfilled");
            out.push(
                RULE.finding(text.place(found.range.clone()), message)
                    .label(*what)
                    .related(guide.key(key), "declared here")
                    .help("leave it out of this text, or give it words: a `default`, or a fill-in"),
            );
        }
    }
}

/// What a placeholder prints as that has no words before it is printed.
fn stays_open(guide: &Subject<'_>, key: &Key, placeholder: &Node) -> Option<&'static str> {
    let is_filled = guide.with.fills.contains_key(&key.name);
    let has_default = placeholder.get("default").is_some();
    match placeholder.get("when").and_then(Node::text) {
        _ if is_filled => None,
        Some("print") if !has_default => Some("a ruled blank"),
        Some("spoken") => Some("printed as it stands"),
        _ => None,
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "open-blank",
        severity: Severity::Error,
        summary: "a candidate, or anyone, would see a blank that nobody has filled",
        why: "Blanks to fill by hand and names to say aloud are for the interviewer. In a brief or a posting they \
              look like a form letter that somebody forgot to finish.",
        bad: Run("\
placeholders:
  Candidate: {when: print}
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    directions:
      interviewer: Ask [Candidate] about the last job.
      candidate: Dear [Candidate], we look forward to talking to you.
    questions: [{id: why, ask: Why us?}]
    scorecard:
      criteria:
        - {id: fit, name: Fit, competency: judgement, anchors: {1: A, 2: B, 3: C, 4: D}}
"),
        good: Run("\
placeholders:
  Candidate: {when: print}
stages:
  - id: chat
    kind: interview
    title: Chat
    minutes: 30
    directions:
      interviewer: Ask [Candidate] about the last job.
      candidate: We look forward to talking to you.
    questions: [{id: why, ask: Why us?}]
    scorecard:
      criteria:
        - {id: fit, name: Fit, competency: judgement, anchors: {1: A, 2: B, 3: C, 4: D}}
"),
    },
    reads: Reads::AllNames,
    check,
};
