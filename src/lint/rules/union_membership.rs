//! A text that asks about membership in a union, or views on unions.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> trade? union membership|card|dues|views|activity|activities|work|ties|sympathies",
    "shop steward|stewards",
    "union free",
    "union person|people|man|men|woman|type|types|activist|activists|troublemaker|troublemakers|agitator|agitators|sympathies|sympathiser|sympathizer|background|busting|sort|ways|membership|card",
    "picket line|lines",
    "unionize|unionise|unionizing|unionising|unionization|unionisation",
    "organize|organise|organizing|organising a union",
])
.except(&[
    "union type|types in|of|instead|for|are|over|or|vs|versus|and|with|helped",
    "type|types|tagged|discriminated union",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "are|is|were|was|have|has|ever <you> .. member|part|officer|rep|active|involved|official|paid .. union|unions",
    "are|is|were|was|ever <you> .. unionised|unionized",
    "member|members|membership|officer|rep|representative of|in a|the|any|your? trade|labor|labour? union|unions",
    "<you> .. join|joined|joining|belong|belongs|belonged|support|supported|supports to? a|the|any|that|your|our? trade|labor|labour|staff|teachers|workers? union|unions",
    "<you> .. in|with a|the|any|that trade|labor|labour? union|unions $",
    "<you> .. in|with a|the|any trade|labor|labour union|unions",
    "was|is|were there a|any|your? union|unions",
    "union .. are|were|was|is you .. part|member|in|active",
    "feel|feels|think|thinks|view|views|opinion|opinions|stand|attitude|thoughts|believe|like .. about|on|of|to|towards|in .. unions|strikes|unionised|unionized",
    "feel|feels|think|thinks|view|views|opinion|opinions|stand|attitude|thoughts .. about|on|of|to|towards|joining .. trade|labor|labour|a|the|having|our union",
    "<you> .. been|gone|go|went|going|taken|take|took|join|joined .. on|part|the|a? strike|strikes|industrial|walkout|picket",
    "<you> .. on strike",
    "<you> .. strike action",
    "<you> .. cross|crossed a|the picket",
    "<you> .. vote|voted .. union|strike|unionise|unionize",
    "<you> .. sign|signed .. union|authorization|authorisation",
    "<you> .. pay|paid union|dues",
    "<you> .. walkout",
    "<you> .. organise|organize|organised|organized .. union|unions|colleagues|coworkers|strike",
    "<you> .. union rep|representative|steward|member|meetings|meeting|official|organiser|organizer",
    "not one of those|the union",
    "pro|anti union",
    "union|strike background|record",
    "which|what union",
    "active|involved in|with .. union",
])
.except(&[
    "credit|european|banking|customs|monetary|students|student|rugby|savings union",
    "union of|all|select|query|queries|types|type|bank|street|square|station|find|jack|rules|law|regulations",
    "strike a|the|rate|price|team",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "union membership",
    "member|members of a|any|the trade|labor|labour? union",
    "state|say|tell|tick|list .. union member|membership",
])
.except(&["credit|european union", "union law|rules"]);

static IN_NOTES: Patterns = Patterns::new(&[
    "union membership|member|members|rep|organiser|organizer",
    "bring|brings|bringing|call|calls|calling|run|runs|running in|to the union|unions",
    "union trouble",
    "pro|anti|militant union",
    "militant|militancy",
    "<you> .. union|unionised|unionized $",
    "has|have|had been|led|organised|organized|joined|gone .. strike|union",
    "been on strike",
    "sympathy|sympathetic for|with|to .. union|unions|strike",
])
.except(&["credit|european|student|students union"]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "no|non union|unions",
    "without|free|keep .. union|unions|unionised|unionized",
    "union membership|members not",
])
.except(&["credit|european|customs union"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 5] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
        (&IN_POSTINGS, POSTING),
    ];
    let words = Words {
        about: "union membership or views on unions",
        label: "is nobody’s business in an interview",
        help: "leave it out; where the job deals with unions, ask for the work: `Tell me about an agreement you reached \
                     with staff representatives`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "union-membership",
        severity: Severity::Warning,
        summary: "a text may ask about union membership, or views on unions and strikes",
        why: "Refusing work for being in a union, or for not being in one, is forbidden, and a question about it is read as \
              a reason for the decision. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Which union do you belong to?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Tell me about an agreement you reached with staff representatives.}
"),
    },
    packs: Pack::LAW,
    what: "Looks for membership, activity, strikes and views on unions in what candidates and referees are asked, in notes on \
           candidates, and in the posting. Work with unions as part of the job is passed by.",
    sources: &[
        "US: National Labor Relations Act, section 8, 29 U.S.C. § 158",
        "UK: Trade Union and Labour Relations (Consolidation) Act 1992, section 137",
        "EU: Regulation (EU) 2016/679, article 9, on data that reveal trade union membership",
    ],
    help: "Ask about the work with staff representatives when the job has such work, and else leave unions out.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_asks_about_unions() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Do you belong to a trade union?",
                "Have you ever taken part in a strike?",
                "How do you feel about unions?",
            ],
        );
        flags(
            &RULE,
            Role::Cover,
            &["Any union activity in earlier jobs? A union man"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["We are proud to be a union-free company."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "What does a union of two tables give you?",
                "When do you use union types, and when not?",
                "Tell me about an agreement you reached with a works council or union.",
                "How did a rule of the European Union change your plans?",
                "Have you worked for a credit union?",
                "How do you strike a balance between speed and care?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &["You will run the member services of our credit union."],
        );
    }
}
