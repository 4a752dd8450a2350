//! A text for candidates that takes more schooling to read than the job does.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::lint::readability::grade;

/// The highest grade that passes. Text for everybody aims at grade 8; letters of offices, which are
/// known to be hard, are about 12; above 16 is academic prose.
const HIGHEST: f64 = 16.0;

/// A shorter text says too little to be graded: one long word would decide.
const FEWEST: usize = 15;

/// What candidates read by themselves.
const WHERE: &[Role] = &[Role::Brief, Role::Scenario, Role::Posting];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in guide.texts_of(WHERE) {
        if text.words.len() < FEWEST {
            continue;
        }
        let grade = grade(text);
        if grade > HIGHEST {
            out.push(
                RULE.finding(
                    text.whole(),
                    format!("reading this takes {} years of school", years(grade)),
                )
                .label("is hard to read for many candidates")
                .help(
                    "make two sentences of a long one, and use the words you would say to a friend",
                ),
            );
        }
    }
}

/// How long that is, for as long as anybody goes to school.
fn years(grade: f64) -> String {
    match grade {
        ..=20.0 => format!("about {grade:.0}"),
        _ => "more than 20".to_owned(),
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "hard-to-read",
        severity: Severity::Warning,
        summary: "a text for candidates is hard to read",
        why: "A text that only some can read tests reading, whatever the job is. People who read in a second language or \
              with dyslexia lose most, and nobody learns what they can do.",
        bad: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        Notwithstanding the aforementioned preparatory considerations, candidates necessitating individual
        accommodation arrangements should communicate requirements to organisational representatives preceding
        participation, facilitating appropriate administrative implementation.
"),
        good: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        You have time for your own questions at the end. If an adjustment would help you, tell us before we meet and
        we will arrange it.
"),
    },
    packs: &[Pack::Wording],
    what: "Grades briefs, scenarios, preparation and the posting by the formula of Flesch and Kincaid, from the length of \
           sentences and words. Texts of fewer than 15 words are passed by.",
    sources: &[
        "J. P. Kincaid and others, “Derivation of new readability formulas for Navy enlisted personnel”, Research Branch \
         Report 8-75 (1975)",
        "US: Plain Writing Act of 2010, Pub. L. 111-274",
    ],
    help: "Write short sentences with everyday words, one thought each.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn hard() {
        let text = "Prior to commencement of the evaluation procedure, applicants are obligated to demonstrate \
                    comprehensive familiarisation with organisational methodologies and documentation requirements.";
        flags(&RULE, Role::Brief, &[text]);
        passes(&RULE, Role::Hint, &[text]);
    }

    #[test]
    fn plain() {
        passes(
            &RULE,
            Role::Brief,
            &[
                "You will talk with two people from the team about systems you have run. Bring nothing. We start on time.",
                "Organisational communication responsibilities.",
                "We ask about networks, servers, applications, devices and security, and you may take your time to think.",
            ],
        );
    }
}
