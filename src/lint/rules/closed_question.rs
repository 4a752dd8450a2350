//! A question that can be answered with yes or no.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::asks::{Form, asked, form};

/// What may well be answered with yes or no: whether a need of the job can be met, and how the
/// conversation is to go on.
static FINE: Patterns = Patterns::new(&[
    "able to",
    "with or without",
    "right|entitled|eligible|authorised|authorized|allowed|permitted to work",
    "licence|license|licensed|permit|registration|registered|clearance|certificate",
    "at least 16|18|21",
    "16|18|21 or over|older|above",
    "may i|we",
    "is there anything",
    "can|could|will you meet|do|manage that|this|it|these|those",
    "does|would that work|suit",
    "travel|relocate|shift|shifts|weekend|weekends|nights|overtime",
    "any questions",
    "like|want|wish to add|ask|know|raise",
    "need|needed|require .. from us",
    "shall we",
    "ready|happy|okay|ok to start|begin|continue",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let fine = guide.find(&FINE, Role::ASKED);
    for text in asked(guide) {
        let forms = text.sentences().map(|sentence| form(text, &sentence));
        let forms: Vec<_> = forms.collect();
        // What another sentence asks for is what is answered.
        if forms.contains(&Form::Open) || fine.iter().any(|(it, _)| std::ptr::eq(*it, text)) {
            continue;
        }
        let mut sentences = text.sentences().zip(forms);
        if let Some((closed, _)) = sentences.find(|(_, form)| *form == Form::Closed) {
            out.push(
                RULE.finding(
                    text.place(closed.range),
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
    what: "Looks at questions and follow-ups that begin with a word such as are, have, do or would, and ask for nothing \
           else. Whether somebody can meet a need of the job, such as hours or a licence, may be asked like that.",
    sources: &[
        "U.S. Office of Personnel Management, “Structured Interviews: A Practical Guide” (2008)",
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
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
        let texts = [
            "Have you led a team?",
            "Your CV names two audits. Did they go well?",
            "In your last job, were you on the board?",
            "And did it help?",
            "Ever run a project over a year?",
            "When a release goes wrong, do you keep calm?",
            "Would you say that you listen?",
        ];
        flags(&RULE, Role::Question, &texts);
        flags(&RULE, Role::FollowUp, &texts);
    }

    #[test]
    fn what_a_yes_would_not_answer() {
        passes(
            &RULE,
            Role::Question,
            &[
                "Have you led a team? Tell me about it.",
                "Have you led a team, and how large was it?",
                "Could you please walk me through it?",
                "In what way has it grown?",
                "When did you notice?",
                "What have you led?",
                "Do the numbers first, then tell me what you would change.",
                "Do you hold the licence that the job needs?",
                "We work one weekend in four. Can you do that?",
                "Do you have any questions for us?",
            ],
        );
    }
}
