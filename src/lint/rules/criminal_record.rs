//! A text that asks about arrests, charges or convictions.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> criminal|police|arrest record|records|history|past|background|offences",
    "<your> convictions|conviction|arrest|arrests|probation|parole",
    "ex convict|con|cons|convicts|offender|offenders|felon",
    "convict|convicts|felon|felons|jailbird",
    "spent|unspent|prior|previous|past conviction|convictions|arrest|arrests",
    "<you> .. done|did|do|served|serve time",
    "run ins|in with the police|law|authorities",
])
.except(&[
    "ex offenders apply|into|find|work",
    "serve time series|critical|sensitive",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "<you> ever? been|being|get|gotten|got|were ever? arrested|convicted|imprisoned|jailed|prosecuted|sentenced|cautioned|indicted|incarcerated|detained|locked",
    "are|is|was|were|has|have <you> .. arrested|convicted|imprisoned|jailed|prosecuted|incarcerated",
    "<you> .. charged with .. crime|offence|offense|anything|felony|misdemeanor|theft|fraud|assault",
    "<you> .. have|has|got|had|having any|a|no|an? other|clean? criminal|police|arrest|unspent|spent record|records|convictions|conviction|history|past|background",
    "<you> .. have|has|had|got any|a convictions|conviction|arrests|caution|cautions|felony|felonies|misdemeanors|dui|warrants|charges",
    "any|a criminal record|records|convictions|conviction|charges|offences|history|past",
    "any convictions|arrests|felonies|misdemeanors",
    "<you> .. been|in|to|went|gone|go|sent|in|from to|in|behind|from? prison|jail|bars|court|custody",
    "been|were|was|weren't you|he|she? in|to|inside prison|jail|$",
    "weren't|were|was|wasn't <you> inside|away",
    "spent|spend|serve|served|doing|done|did time .. inside|prison|jail|$",
    "<you> .. trouble with the? law|police|authorities|courts",
    "trouble with the? law|police",
    "found guilty",
    "plead|pleaded|pled guilty",
    "<you> .. guilty of",
    "<you> .. broken|break|broke the law",
    "<you> .. commit|committed a|an|any crime|offence|offense|felony|crimes",
    "<you> .. on probation|parole|bail|tag",
    "brush|brushes with the? law|police",
    "police record|caution|cautions",
    "driving under|while the|intoxicated",
    "drunk driving",
    "<you> .. stopped by the police",
    "restraining order",
    "pending|outstanding charges|charge|warrants",
])
.except(&[
    "probation period",
    "court case|cases|clerk|bundle|hearing|records|system|reporting",
    "charged with leading|running|delivering",
    "prison service|staff|education",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "criminal|police|arrest record|records|conviction|convictions|history|offence|offences|certificate|past",
    "disclose|declare|list|tick|state|give .. conviction|convictions|arrest|arrests|offences|cautions|offenses",
    "convicted|arrested|guilty of|for|$",
    "tell us .. conviction|convictions|arrest|arrests|offences|cautions|offenses",
])
.except(&[
    "criminal record|records check|checks .. after",
    "criminal record|records system|systems|office|service|data|team",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "criminal record|records|past|history|type|background|convictions|conviction",
    "criminal|criminals $",
    "arrested|convicted|imprisoned|jailed",
    "jail|jailed",
    "been in|to|inside prison|jail|$",
    "has|have|had|no|any|with convictions|conviction|arrests|record $",
    "done|did|served time",
    "trouble with the? law|police",
    "police record|trouble",
])
.except(&["criminal law|justice|court|courts|lawyer|defence|defense"]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "clean|no|without|spotless|unblemished|free .. criminal|police|arrest record|records|history|past|convictions|conviction|background",
    "clean criminal|police",
    "no|without|any prior|previous|unspent|spent|past|felony? convictions|conviction|felonies|arrests|offences",
    "felons|convicts|offenders|criminals need|will|cannot|are|should|not",
    "anyone|people|applicants|candidates|no one .. criminal|arrested|convicted|convictions",
    "arrested|convicted of|for",
    "criminal record|records|convictions",
])
.except(&[
    "leaving prison",
    "criminal record|records system|systems|office|team|service|data",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 5] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
        (&IN_POSTINGS, POSTING),
    ];
    let words = Words {
        about: "arrests or convictions",
        label: "is not for the interview to find out",
        help: "leave it out; where the law orders a check, tell everyone: `A check is made after an offer, and a record \
                     does not rule you out by itself`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "criminal-record",
        severity: Severity::Warning,
        summary: "a text may ask about arrests, charges or convictions",
        why: "An arrest proves nothing, spent convictions need not be told, and many places forbid the question before an \
              offer. A check that the law orders has its own procedure. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What is on your criminal record?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about a time you had to follow a rule you disagreed with.}
"),
    },
    packs: Pack::LAW,
    what: "Looks for arrests, charges, convictions and prison in what candidates and referees are asked, in forms to hand \
           in, in notes on candidates, and as conditions in the posting.",
    sources: &[
        "US: Equal Employment Opportunity Commission, “Enforcement Guidance on the Consideration of Arrest and Conviction Records in Employment Decisions” (2012)",
        "US: state and city “fair chance” laws, such as California Government Code § 12952",
        "UK: Rehabilitation of Offenders Act 1974, section 4",
        "EU: Regulation (EU) 2016/679, article 10",
    ],
    help: "Leave checks to the time after an offer, in the way that the law of the place orders.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_asks_for_a_record() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Have you ever been convicted of a crime?",
                "Do you have any criminal convictions?",
                "Have you ever been in trouble with the police?",
            ],
        );
        flags(
            &RULE,
            Role::Brief,
            &["Please declare any convictions on the form."],
        );
        flags(&RULE, Role::Cover, &["Has a criminal record"]);
        flags(
            &RULE,
            Role::Posting,
            &["A clean criminal record is a must."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How do you argue with conviction in a debate?",
                "Tell me about work with a criminal justice agency as a customer.",
                "How did you arrest the decline in sales?",
                "Tell me about a time you were charged with running a project.",
                "How do you keep background jobs from failing unseen?",
                "What did you do when a customer was charged twice?",
                "Tell me about a trial that you stopped.",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &["You will run the criminal records system of the court."],
        );
        passes(
            &RULE,
            Role::Brief,
            &["A criminal record check is made after an offer."],
        );
    }
}
