//! A text that asks about religion, or what follows from it.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;

static SAID: Patterns = Patterns::new(&[
    "religion|religions|religious|church|churches|mosque|synagogue|sabbath|denomination",
    "your|their faith|beliefs",
    "what|which faith",
    "do you pray|worship",
    "observe|observes|observant .. holidays|holiday|days",
])
.except(&["religious freedom", "church street|road"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for (text, range) in guide.find(&SAID, Role::ABOUT_CANDIDATES) {
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} may be about somebody’s religion"),
            )
            .label("has no place in a decision about work")
            .help(
                "ask about the job: `This role is on call every third weekend. Can you do that?`",
            ),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "religion",
        severity: Severity::Warning,
        summary: "a text may ask about somebody’s religion or belief",
        why: "Religion and belief are protected characteristics. A question about them is read as a reason for \
              the decision, whatever it was meant for. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Which religious holidays would keep you from being on call?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How did you plan for being on call every third weekend?}
"),
    },
    packs: Pack::LAW,
    what: "Looks for words about religion, belief and observance in what candidates are asked, told or judged by.",
    sources: &[
        "US: Title VII of the Civil Rights Act of 1964, 42 U.S.C. § 2000e-2",
        "UK: Equality Act 2010, sections 10 and 39",
        "EU: Council Directive 2000/78/EC, articles 1 to 3",
    ],
    help: "Say what the job needs, such as hours and travel, and ask every candidate whether they can do that.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_it_is_about() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Which church do you go to?",
                "Do you observe any religious holidays?",
                "What faith are you?",
            ],
        );
        flags(
            &RULE,
            Role::Cover,
            &["Their beliefs about rest on the Sabbath"],
        );
    }

    #[test]
    fn what_it_is_not_about() {
        passes(
            &RULE,
            Role::Question,
            &[
                "This role is on call every third weekend. How would you plan for that?",
                "Tell me about a bad-faith negotiation.",
                "What have you observed on public holidays in your monitoring?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &["Our office is at 12 Church Street."],
        );
    }
}
