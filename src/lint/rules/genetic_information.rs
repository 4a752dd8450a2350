//! A text that asks about genetic tests, or illness in the family.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> dna|genes|genome|genetics",
    "<your> family medical|health|history history?",
    "<your> family 's? medical|health history",
    "genetic predisposition|predispositions|disposition",
    "run|runs|running|ran in|through your|the|his|her|their family",
    "in your|his|her|their family .. <illness>|heart|ill|illness|mental",
    "<illness>|health|heart|hereditary .. in|on your|his|her|their|the family",
])
.except(&["run|runs|running in|through the family business|room|home"]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "hereditary|inherited|heritable illness|illnesses|disease|diseases|condition|conditions|disorder|disorders",
    "<you> .. had|have|taken|take|took|done|do|did|undergone|undergo|considered .. genetic|dna|gene|genome|ancestry|brca test|tests|testing|tested|screening|kit|kits|profile|results",
    "<you> .. tested|screened for .. gene|genes|mutation|brca|huntington|hereditary|inherited|genetic|condition",
    "<you> .. carrier|carry of|a|the|any .. gene|mutation|condition|disease|genetic",
    "home dna|gene|genetic test|tests|kit|kits",
    "family medical|health history .. like|heart|cancer|you|your|of",
    "family history of|with",
    "your|his|her|the family have|had|history a|any|of .. <illness>|heart|history|hereditary|illness|health|conditions",
    "any|a family history",
    "anyone|anybody|someone|somebody|others|many|people in|on your|his|her|the family|side .. had|have|has|die|died|suffer|suffers|suffered|ill|with|disease|cancer|<illness>|disabled",
    "your|his|her <relatives> .. die|died|dead|cancer|ill|illness|sick|disease|diabetes|alzheimer|dementia|heart|depression|stroke|healthy|alive|health|suffer|suffered|suffers|diagnosed|huntington|well",
    "what|how .. your|his|her <relatives> die|died|pass|passed",
    "your|his|her <relatives> 's? or|and your|his|her? <relatives> .. alive|living|healthy|ill|die|died|had|cancer|disease",
    "on|from your|his|her <relatives> 's? or? your|his|her|the? <relatives>? 's? side",
    "did <relatives> die|have|had",
    "<relatives> or <relatives> .. had|have|died|disease|cancer|illness|ill",
    "cause of death",
    "genetic test|tests|testing|screening|results .. you|your",
    "inherit|inherited .. from your|his|her <relatives>",
    "<illness> from your|his|her <relatives>",
    "in the|your genes|blood",
    "relative|relatives with|had|have|has|who .. <illness>|cancer|disease|illness|condition|conditions",
    "blood relative|relatives",
])
.except(&[
    "code|system|team|project|role|technical debt from",
    "family history service|website|society|archive|research|of patients",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "saliva|dna|cheek sample|samples|swab",
    "a|your|the dna|genetic|saliva sample|test|screening",
    "family medical|health history",
    "family history",
    "hereditary|genetic|inherited risk|risks|tendency",
    "illness|illnesses|diseases|conditions .. parents|relatives|family|grandparents",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "family medical|health? history of|with|includes",
    "family history",
    "hereditary|inherited|genetic .. illness|disease|condition|risk|risks|disorder",
    "<your> <relatives> .. ill|illness|died|disease|cancer|<illness>",
    "<illness>|disease|illnesses in|among the|their|his|her family|relatives",
])
.except(&["took|takes|taking|take|document|documents a|the? family"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 4] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
    ];
    let words = Words {
        about: "genetic tests, or illness in somebody’s family",
        label: "is not to be asked or collected",
        help: "leave it out; ask everyone for what the job needs: `Can you do this task, with or without adjustment?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "genetic-information",
        severity: Severity::Warning,
        summary: "a text may ask about genetic tests or illness in the family",
        why: "Illness among relatives and the results of tests tell what somebody might get one day, and nothing about their \
              work. In the United States employers may not even ask. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Which illnesses run in your family?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Describe the most demanding work on site that you have done.}
"),
    },
    packs: Pack::LAW,
    what: "Looks for genetic tests, samples and illness among relatives in what candidates and referees are asked, in papers \
           to hand in, in notes on candidates, and in the posting. Work in genetics is passed by.",
    sources: &[
        "US: Genetic Information Nondiscrimination Act, 42 U.S.C. § 2000ff-1, with 29 CFR 1635.8",
        "EU: Regulation (EU) 2016/679, article 9, on genetic data and data about health",
        "UK: UK GDPR, article 9, on genetic data and data about health",
    ],
    help: "Do not ask, and do not write it down when it is told.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_asks_for_genetic_information() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Have you taken a DNA test?",
                "Does heart disease run in your family?",
                "Did your parents have any hereditary illness?",
                "Is there a family history of cancer?",
            ],
        );
        flags(
            &RULE,
            Role::Brief,
            &["Please fill in your family medical history."],
        );
        flags(&RULE, Role::Cover, &["Hereditary disease in the family"]);
        flags(
            &RULE,
            Role::Posting,
            &["We take a DNA sample of every applicant."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How would you tune a genetic algorithm?",
                "Describe how you took a family medical history from an anxious patient.",
                "Tell me about a codebase you inherited.",
                "How did you set up the laboratory for genetic testing?",
                "How did you explain the result of a gene panel to a doctor?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &["You will develop software for genetic testing in hospitals."],
        );
    }
}
