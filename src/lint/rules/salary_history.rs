//! A text that asks what somebody earns or has earned.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> present|current|previous|last|former|old|existing|final|past|most recent? salary|salaries|pay|wage|wages|package|compensation|remuneration|earnings|income|rate|bonus|ctc|base",
    "current|present|previous|last|former|existing|final salary|salaries|wage|wages|remuneration|earnings|ctc",
    "salary|pay|wage|wages|compensation|earnings|income history|progression",
    "payslip|payslips|paystub|paystubs",
    "pay|wage|salary slip|slips|stub|stubs",
    "tax return|returns|certificate .. year|years|salary|pay",
    "what|how much <you> earn|earned|earns|are|were|was earning|paid",
])
.except(&[
    "package manager|managers|version|versions|json|list",
    "rate of|limit|limits",
    "last salary review|run|increase",
    "final salary scheme|pension",
    "previous|current compensation scheme|plan|band|bands|structure|event|transaction",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "<your> present|current? salary|wage|wages|pay|remuneration|earnings|income now|currently|today|like|there|then|over|in|at|was|is|been|before|when|$",
    "what|how|which is|was|were|has|high|much|'s <your> salary|wage|wages|pay|remuneration|earnings|income|bonus|day|hourly|package rate?",
    "<your> salary|pay|wage|wages|bonus|earnings|income and|or|over|during|in|at",
    "how much|high do|does|are|is|were|was|did you|he|she .. earn|earning|paid",
    "how much do|does|are|is you|he|she|they .. make|making|take|on|get|getting|charge|pay",
    "how much did you|he|she .. earn|make $",
    "how much .. they|company|employer|boss|firm|job .. pay|paying|paid you|him|her|$",
    "how much <you> make|made|earn|earned|paid",
    "what do|does|are|is|were|did|was|have you|he|she .. earn|earning|earned|paid",
    "what do|does you|he|she make $",
    "what|how much are|were|is|was|on you|he|she on|getting|taking now|currently|at|there|today|home|$",
    "what|than|much you're|you on|getting|earning|paid|make now|currently|at|there|today",
    "what|how .. they|employer|company|firm|boss|agency pay|paying|paid|pays|give|gives you|him|her",
    "you .. earn|earning|earned|paid now|currently|today|before|there|last|previously",
    "you .. earned|earning|paid in|at .. last|previous|current|job|role|post|employer",
    "earn|earning|earned|paid|salary|pay|making at|in your|his|her last|previous|current|present|old|former",
    "what salary|pay|wage|package|bonus .. you|he|she .. on|get|getting|have|had|earn|leave|receive|start",
    "salary|pay|wage|package|bonus did|do|does|are|were|was|is you|he|she",
    "raise|rise|increase .. you|now|current",
    "more|less|compared than|with|to .. you .. earn|earning|paid|make|making|now",
    "match|beat|meet .. you .. earn|earning|paid|get|now",
    "match|beat your salary|pay|package|current",
    "last pay|salary rise|raise|review|increase .. you|your",
    "your last pay|salary|bonus",
    "ballpark .. salary|pay|package|earning|on",
    "on what salary|money|pay",
    "share|sharing|tell|telling|disclose|say|give|confirm .. your|his|her salary|pay|package|earnings|wage|compensation|income",
    "confirm|verify .. salary|pay|bonus|wage|earnings|compensation",
    "your|his|her day|hourly rate|rates .. now|currently|at|was|is|been",
])
.except(&[
    "your salary|pay|package|compensation .. expectation|expectations|requirement|requirements|range",
    "salary|pay expectation|expectations|requirement|requirements|range|ranges|band|bands|review|reviews",
    "what salary|pay|package .. you .. looking|expect|expecting|want|hoping|like",
    "pay attention|back|off|for|rise|gap",
    "package manager",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "state|include|give|send|bring|tell|attach|enter|list|write|provide|with .. current|present|previous|last|past salary|pay|package|earnings|wage|compensation",
    "salary|pay|earnings in|at|for|of|over your|the last|previous|current|past",
    "present|current|last pay|package|compensation",
    "what you earn|earned",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "now|currently|presently|already on|earns|earning|paid|gets|makes less|more|about|only|around|under|over|at|well",
    "earns|paid|earning less|more|about|only|around|under|too|little|below|above",
    "current|present|previous|last|past pay|package|salary|wage|compensation|earnings",
    "is|was|are|being .. underpaid|overpaid",
    "on .. less|more than .. now|currently|today",
    "what they|he|she|candidate earn|earns|earned|makes",
])
.except(&[
    "current package version|manager",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 4] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
    ];
    let words = Words {
        about: "present or past pay",
        label: "carries old differences in pay into the offer",
        help: "name the range first: `The range for this post is 42,000 to 48,000. How does that sit with what you expect?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "salary-history",
        severity: Severity::Warning,
        summary: "a text may ask about present or past pay",
        why: "An offer that follows the last pay carries on whatever was unfair about it. Many states and cities of the \
              United States forbid the question, and so does the law of the European Union on pay transparency. Have \
              a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What is your current salary?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about a budget you had to defend.}
"),
    },
    packs: &[Pack::LawUs, Pack::LawEu],
    what: "Looks for present and past pay in what candidates and referees are asked, in papers to hand in, and in notes on \
           candidates. What somebody expects, and the range of the post, may be talked about.",
    sources: &[
        "US: state laws on asking for past pay, such as California Labor Code § 432.3 and New York Labor Law § 194-a",
        "EU: Directive (EU) 2023/970 on pay transparency, article 5(2)",
    ],
    help: "Say what the post pays and ask what the candidate expects.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_asks_for_past_pay() {
        flags(
            &RULE,
            Role::Question,
            &[
                "What is your current salary?",
                "How much do you earn now?",
                "What did your last employer pay you?",
            ],
        );
        flags(
            &RULE,
            Role::Brief,
            &["Please bring your last three payslips."],
        );
        flags(
            &RULE,
            Role::Cover,
            &["Their current pay, as a base for the offer"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["State your present salary in your application."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "The range for this post is 40,000 to 46,000. How does that sit with what you expect?",
                "What are your salary expectations?",
                "How did you earn the trust of the team?",
                "How do you pin the current package versions?",
                "How did you compensate for the delay?",
                "What did you make of the audit?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "The salary is 40,000 to 46,000, and you do not need to tell us what you earn.",
                "Please leave out your current salary.",
            ],
        );
        passes(
            &RULE,
            Role::Hint,
            &["If the candidate names their current pay, steer back to the range."],
        );
    }
}
