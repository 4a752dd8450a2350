//! A text that asks for somebody's age, or for something that tells it.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "how old is|are|were <you>",
    "how old do|would|did you say|think|guess|reckon",
    "what age are|were|is|did <you>",
    "<your> own? age|birthday|birthdate|dob",
    "<your> date|year|month of birth",
    "year|when were|was <you> born",
    "born before|after|between 1930|1940|1950|1960|1965|1970|1975|1980|1985|1990|1995|2000",
    "<your> late|early|mid? twenties|thirties|forties|fifties|sixties|seventies",
    "your|his|her time|stage of life",
    "your generation",
    "which|what generation .. you",
])
.except(&["age group|groups|range|ranges|limit|limits|discrimination|old of"]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "year .. <you> leave|left|finish|finished|start|started|graduate|graduated|complete|completed .. school|college|university|degree|studies",
    "year .. <you> graduate|graduated",
    "year .. your a|o? levels|exams|finals|diploma|abitur",
    "years ago .. <you> leave|left|finish|finished|graduate",
    "how long ago .. <you> leave|left|finish|finished|graduate",
    "when did <you> leave|finish|graduate|complete .. school|college|university|studies",
    "when did <you> graduate",
    "year|date of graduation",
    "graduation year|date",
    "graduate|graduated|leave|left school|college|university .. what|which year",
    "you .. retire|retiring $",
    "you .. retire|retiring early|soon",
    "close|closer|near|nearing|approaching|until|till|before your? retirement",
    "before|until|till you retire",
    "thinking|thought about|of retiring|retirement",
    "plans to retire",
    "plans|planning for retirement",
    "years left in you|work|working|before",
    "too old|young|senior for|to .. us|job|role|post|this|work|team|learn|start",
    "you .. too? old|older|young|younger for|to",
    "<you> would|be|are|were|is|was|'s be? .. older|younger than",
    "you're|they're .. older|younger than",
    "with|alongside|among|for .. younger people|colleagues|crowd|staff|generation|team|bunch",
    "young|youthful team|company|crowd|bunch|office",
    "many|more|few years .. you .. work|working",
    "before you stop|give working|up",
    "slow|slowing|wind|winding down .. you|your|retirement",
    "older|younger than you|yourself",
    "younger|older boss|manager|supervisor",
    "boss|manager|supervisor|someone|somebody|people younger|older",
    "boss|manager|supervisor|someone|somebody|people who|that is|are .. younger|older",
    "half|twice|double your age",
    "at your age",
    "old enough to remember|recall",
    "still at|in school|college|university then|when|or",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "write|give|state|include|enter|provide|tell|fill|put|add|send|with .. age|birthday|dob",
    "date|year of birth",
    "birth date",
])
.except(&["age of|group|groups|range|ranges"]);

static IN_NOTES: Patterns = Patterns::new(&[
    "young|youthful enough|energy|blood|looking",
    "too|rather|fairly|quite|very old|young",
    "looks|look|seems|seem|sounds|appears|acts .. young|old|older|younger|elderly|youthful",
    "older|younger|mature|elderly candidate|candidates|applicant|applicants|person|people|worker|workers|man|woman|men|women",
    "end|twilight|close of a|the|their|his|her career|careers|working",
    "near|nearing|close|approaching|until|before to? retirement|pension",
    "retire|retires|retiring soon|early|shortly",
    "past <your>|it prime|best",
    "digital native|natives",
    "set in their|his|her|old ways",
    "years left|ahead in|of|before",
    "fresh out|from of? school|college|university",
    "about|due to retire",
    "spring chicken",
    "over|under|above|below thirty|forty|fifty|sixty|30|35|40|45|50|55|60 $",
    "age gap|profile|bracket",
    "the right|wrong age",
]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "over|under|above|below|than|past thirty|forty|fifty|sixty|30|35|40|45|50|55|60 need|should|may|can|please|apply|$",
    "age|aged between|under|over|below|above|from 22|23|24|25|28|30|35|40|45|50|55|60|thirty|forty|fifty",
    "aged 20|22|23|25|28|30 to|and|or|35|40|45",
    "between 18|20|21|22|23|24|25|28|30 and|to 25|28|30|35|40|45|50|55|60 years|$",
    "maximum|upper|max|ideal|preferred age",
    "younger|older applicants|applicant|candidates|candidate|people|person",
    "age limit|limits",
    "not|no older|younger than",
    "must|should be .. years old",
    "under the age of",
])
.except(&["age of 16|18|21", "under 16|18|21"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 5] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
        (&IN_POSTINGS, POSTING),
    ];
    let words = Words {
        about: "somebody’s age",
        label: "tells how old a candidate is, or makes it matter",
        help: "ask for what the job needs: `Tell me about a system you had to learn from nothing`; where the \
                     law sets a lower limit, ask everyone `Are you 18 or over?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "age",
        severity: Severity::Warning,
        summary: "a text may ask about somebody’s age, or make it matter",
        why: "Age is protected, and so is what stands for it, such as the year of leaving school or plans to retire. \
              A question about it is read as a reason for the decision. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How do you feel about working for a manager half your age?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about a decision of your manager that you did not agree with.}
"),
    },
    packs: Pack::LAW,
    what: "Looks for questions about age, birth, school years and retirement, for notes that judge by age, and for \
           limits of age in the posting. A lower limit of 16, 18 or 21 is passed by, as the law may set it.",
    sources: &[
        "US: Age Discrimination in Employment Act, 29 U.S.C. § 623, with 29 CFR 1625.4 on advertisements and 1625.5 on applications",
        "UK: Equality Act 2010, sections 5 and 39",
        "EU: Council Directive 2000/78/EC, articles 1 to 3 and 6",
    ],
    help: "Ask what somebody can do and has done, and leave out when they were born or went to school.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_tells_an_age() {
        flags(
            &RULE,
            Role::Question,
            &[
                "May I ask how old you are? I mean, how old are you?",
                "In which year did you finish university?",
                "When do you plan to retire?",
                "Would you mind reporting to somebody younger?",
            ],
        );
        flags(&RULE, Role::Brief, &["Please state your name and age."]);
        flags(
            &RULE,
            Role::Cover,
            &["Too old to learn it", "The candidate’s age"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["Applicants should be aged between 25 and 35."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How do you judge the age of the data you report on?",
                "What did you do when the driver was too old for the kernel?",
                "Are you 18 or over?",
                "How did you manage a system older than its documents?",
                "How did you retire the old mainframe?",
                "Tell me about a campaign for another age group.",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "You must be over the age of 18 to serve alcohol.",
                "We welcome applicants of any age.",
                "Please leave out your date of birth.",
                "Our company is ten years old.",
            ],
        );
        passes(
            &RULE,
            Role::Hint,
            &["Do not ask about their age. If it comes up, leave it out of your notes."],
        );
    }
}
