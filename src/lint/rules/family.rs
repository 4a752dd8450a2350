//! A text that asks about family life: marriage, pregnancy, children, care at home.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> own|young|small|little? <kin>",
    "<your> marriage|wedding|divorce|honeymoon|pregnancy|childcare|marital|maternity|paternity",
    "<your> little ones",
    "<your> other|better half",
    "about|with|for|on|does|will|would|is|can|what your|his|her family",
    "<your> family|home|domestic life|plans|planning|situation|circumstances|commitments|responsibilities|duties|obligations|arrangements",
    "maiden name",
    "marital|parental|family status",
    "caring|childcare|parental|carer responsibilities|commitments|obligations|duties",
    "family responsibilities|commitments|obligations|ties",
    "start|starting|have|having|raise|raising a|another|your|her|his family|baby",
    "get|getting|become|becoming|fall|falling pregnant",
    "expecting a|another|her|your baby|child",
])
.except(&[
    "child process|processes|theme|themes|node|nodes|table|tables|class|classes|domain|domains|element|elements|page|\
     pages|record|records|account|accounts|ticket|tickets|task|tasks|object|objects|component|components|protection",
    "children 's services|service|hospital|ward|home|homes|books|book|team|centre|center|menu|section|department|club|clothes|programme|program",
    "family of|history|tree|doctor|practice|business|had|have|has",
    "product family",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "are|is|were|was <you> currently|still|now|already|not|by|happily|perhaps? married|divorced|pregnant|widowed|separated",
    "<you> .. miss or mrs|ms",
    "mrs or miss|ms",
    "relationship status",
    "trying|try for a|another baby|child",
    "how many|any|no dependants|dependents",
    "elderly|ageing|aging|sick|ill parent|parents|relative|relatives|mother|father .. you|your",
    "are|is <you> single $",
    "are|is <you> single or",
    "are|is <you> engaged $",
    "are|is <you> engaged to be",
    "are|is <you> in a relationship",
    "<you> not? expecting $",
    "<you> not? expecting are|is",
    "are|is <you> .. single|working|new|step|lone? mother|father|mum|mom|dad|grandparent|grandmother|carer",
    "as|being a|the young|working|single|new? mother|father|mum|mom|dad|parent",
    "<you> have|has|got|had|having|want|wanted any|a|the|no|many|two|three|more? young|small|little|school|other? age|aged? <children>",
    "how many <children> do|does|have|has <you>",
    "<you> plan|planning|intend|intending|hope|hoping|thinking|want to|on|of|for .. <children>|baby|pregnancy",
    "plan|plans|planning to|on|of|for have|having? any|more? <children>",
    "<you> .. get|getting married|divorced|engaged",
    "<you> .. marry $",
    "when|if|once|after you marry",
    "little ones",
    "<you> .. take|taken|took|need|go|going|plan|planning .. maternity|paternity|parental",
    "does|is|will|would|has|did your partner",
    "have|has|had|got a partner $",
    "a partner or|and <children>|family",
    "your partner .. feel|feels|think|thinks|mind|work|works|say|says|do|does|earn|earns|job|move",
    "<you> .. look|looking|care|caring|cares|looks after|for .. anyone|someone|somebody|elderly|at|relatives|relative|parents|parent home?",
    "who will|would|is|looks|look|cares|collects|minds .. <kin>",
    "childcare|nanny|babysitter|daycare|nursery in|arrangements|arrangement|cover|provision|problems|issues|run|lined|sorted|fees",
    "what|which|your|have|got|need|about|arrange|arranged childcare",
    "child care arrangements|arrangement|cover|problems|issues|lined|sorted",
    "school|nursery run|runs|pick|pickup",
    "child|children|kid|kids|baby is|are|gets|falls .. sick|ill|unwell",
    "sick child|children|kids",
    "do|does|still you|he|she? live|living alone|with anyone|someone|somebody|family|parents|partner",
    "who do you live",
    "<children> at home",
    "wedding ring",
    "biological clock",
    "^ kids|children|married|pregnant $",
    "^ any|no kids|children|family $",
])
.except(&[
    "partner company|companies|organisation|organization|team|agency|bank|school|portal|manager|network|programme|program",
    "parent company|companies|organisation|organization|class|process|page|ticket|account",
    "family|children of",
    "children with|experience",
    "looking for someone|somebody|anyone",
    "look for someone|somebody|anyone",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "no|has|have|having|with|without|got any|a|the|small|young|little|two|three? small|young|little|school? <children>",
    "no|has|have|with|without .. family|home|domestic ties|commitments|responsibilities|plans|distractions|life",
    "family man|woman|guy|person|plans",
    "is|was|are|newly|recently|happily|not|be|being|got|get married|pregnant|divorced",
    "childless|unmarried|newlywed|newlyweds",
    "mother|father|mum|mom|dad|parent of two|three|four|five|young|small",
    "from|take|taking|takes|plan|plans|planning maternity|paternity leave",
    "wedding ring",
    "childcare problem|problems|issue|issues|sorted|arrangements",
    "is|are|still single",
])
.except(&[
    "pregnant pause|pauses|customer|customers|patient|patients|client|clients|user|users|women|colleague|staff",
    "single point|source|sign|largest|most|biggest",
    "parent company",
]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "no|without|free .. children|kids|family|dependants|dependents|ties|childcare",
    "married|unmarried|childless man|men|woman|women|couple|couples|person|people|applicant|applicants|candidate|candidates",
    "married|unmarried|childless|single preferred|only",
    "family ties",
    "mother|father|mothers|mums|moms need|should|not",
    "not .. pregnant",
])
.except(&["free family|childcare|for", "no|without .. family of"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 4] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_NOTES, NOTES),
        (&IN_POSTINGS, POSTING),
    ];
    let words = Words {
        about: "somebody’s family life",
        label: "has no place in a decision about work",
        help: "say what the job needs and ask everyone the same: `The job means two nights away each month. \
                     Can you do that?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "family",
        severity: Severity::Warning,
        summary: "a text may ask about marriage, pregnancy, children or care at home",
        why: "Such questions are asked of women more than of men, and are read as sex or pregnancy discrimination \
              whatever the answer is used for. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What happens with your children when you are on call?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How have you planned for being on call every third weekend?}
"),
    },
    packs: Pack::LAW,
    what: "Looks for partners, marriage, pregnancy, children and care at home in what candidates and referees are \
           asked, in notes on candidates, and as conditions in the posting. Leave and help that a posting offers is \
           passed by.",
    sources: &[
        "US: Title VII of the Civil Rights Act of 1964, 42 U.S.C. §§ 2000e(k) and 2000e-2",
        "UK: Equality Act 2010, sections 8, 11, 18 and 39",
        "EU: Directive 2006/54/EC, articles 2 and 14",
    ],
    help: "Name the hours, travel and notice that the job needs, and ask every candidate whether they can meet them.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_is_about_family_life() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Are you married?",
                "Do you have any young children?",
                "Do you plan to start a family?",
                "What does your wife do?",
                "Do you look after an elderly parent?",
            ],
        );
        flags(&RULE, Role::FollowUp, &["Any children?", "Pregnant?"]);
        flags(
            &RULE,
            Role::Cover,
            &["Newly married", "The candidate’s children"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["Ideal for people without children."],
        );
    }

    #[test]
    fn what_is_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How did you manage a family of products?",
                "Tell me about a child process that would not end.",
                "How did you work with the parent company?",
                "Which partner companies did you choose, and why?",
                "How did you tell parents about a setback of their children?",
                "Describe a pregnant pause in a negotiation.",
                "Are you engaged in open source?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "You will visit families with young children.",
                "We offer parental leave and help with childcare.",
            ],
        );
        passes(
            &RULE,
            Role::Hint,
            &[
                "Never ask about marriage or pregnancy.",
                "Listens to the customer’s children",
            ],
        );
    }
}
