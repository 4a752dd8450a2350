//! A text that asks about religion, or what follows from it.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> religion|faith|church|mosque|synagogue|temple|priest|parish|imam|rabbi|vicar|pastor|minister|sabbath|prayers",
    "<your> religious",
    "man|woman|person|people of faith|god",
    "same faith|religion|church|denomination",
    "holy days|day",
    "friday|morning prayers|prayer",
    "for|against|on religious reasons|grounds",
    "strong|any|hold beliefs that|which|we|$",
    "<your> personal? beliefs",
    "<your> headscarf|hijab|turban|veil|kippah|yarmulke|niqab|burqa|skullcap",
    "any religious belief|beliefs|holiday|holidays|observance|observances|practice|practices|objection|objections|obligation|obligations|reason|reasons|affiliation",
    "religious affiliation|observance|denomination",
    "practising|practicing|devout|observant <belief>",
    "church|mosque|temple goer|goers|going|member|membership",
    "churchgoer|churchgoers",
])
.except(&[
    "faith in|that",
    "beliefs about what|how|testing|software|data|quality|leadership",
    "church street|road|lane",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "what|which religion|religions|faith|church|mosque|synagogue|parish|denomination|temple .. you|he|she",
    "what|which religion|faith|denomination $",
    "are|is|were|was <you> .. religious|<belief>|devout|spiritual",
    "are|is <you> .. observant|practising|practicing $",
    "are|is <you> a|an .. believer $",
    "<you> .. believe|believes in god|jesus|allah|a",
    "<you> .. pray|prays|worship|worships",
    "time|breaks|break|room|need .. to|for pray|prayer|prayers|worship",
    "<you> .. fast|fasts|fasting during|for|in|at ramadan|lent",
    "<you> .. observe|observes|keep|keeps|celebrate|celebrates the? sabbath|ramadan|lent|easter|christmas|passover|eid|diwali|hanukkah|shabbat|kosher|halal",
    "<you> .. observe|observes .. holidays|holiday|days|fasts",
    "<you> .. eat|keep|eats|keeps halal|kosher",
    "<you> .. go|goes|belong|belongs|attend|attends to|a|any|the? a|any|the|which? church|mosque|synagogue|temple|mass",
    "religious holidays|holiday|days|festivals .. you|he|she",
    "<you> .. religious holidays|holiday|days|reasons|beliefs|thing|dress|clothing|person|views|objection",
    "what do you do on sundays|saturdays|fridays",
    "headscarf|hijab|turban|kippah|yarmulke|niqab|burqa|skullcap",
    "ramadan|sabbath|lent|eid|passover .. problem|affect|affects|issue|work|you",
    "<you> .. eat pork",
    "<you> .. god",
    "cover|covering your head|hair|face",
    "is|was|are that|it|this|they|those .. religious|<belief>",
    "remove|take|takes|taking|wear|wears|wearing off|a|your|the|that? a|your|the|that|off? headscarf|hijab|turban|veil|kippah|yarmulke|niqab|burqa|skullcap|cross|crucifix",
    "raised|brought up? as? a|an? <belief>",
    "<belief> name|names",
    "<belief> or <belief>",
    "your|the|her|his bible study|group",
    "god fearing",
])
.except(&[
    "religious freedom",
    "cross functional|team|site|platform|border|check",
    "mass market|mailing|migration|email",
    "<belief> aid|charity|school|hospital",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "religion|denomination|religious belief|beliefs|affiliation?",
    "attend|attends|join|lead|leads .. prayers|worship|mass",
])
.except(&["religion or belief"]);

static IN_NOTES: Patterns = Patterns::new(&[
    "good|devout|strong|committed|fellow|real|true|proper|born|religious <belief>|believer",
    "is|was|be|as|appears|seems|comes across? as? a|an|not? <belief>",
    "<your> beliefs",
    "religious|godly|god fearing? person|people|type|views|beliefs|dress|background|observance",
    "headscarf|hijab|turban|kippah|yarmulke|niqab|burqa|skullcap|crucifix",
    "religion|churchgoing",
    "sabbath|ramadan",
    "quite|very|too|deeply|overly|not|is|seems religious",
])
.except(&["religious freedom"]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "<belief> only|preferred|need|should|applicants|candidates|couple|family",
    "share|shares|sharing|live|uphold our|the|a <belief>? faith|beliefs",
    "only .. <belief>",
    "committed|active|strong|faithful <belief>|believer",
    "<belief> faith|values|ethos|beliefs",
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
        about: "somebody’s religion or belief",
        label: "has no place in a decision about work",
        help: "ask about the job: `This role is on call every third weekend. Can you do that?`",
    };
    report(&RULE, guide, &places, &words, out);
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
    what: "Looks for religion, belief, observance and dress for faith in what candidates are asked, told or judged by.",
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
                "Are you a Muslim?",
                "Do you have to pray at work?",
            ],
        );
        flags(
            &RULE,
            Role::Cover,
            &["Their beliefs about rest on the Sabbath", "A devout Hindu"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["Applicants should share our Christian faith."],
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
                "When did you last lose faith in the backups?",
                "Who religiously tests the backups in your team?",
                "Tell me about a project for a church.",
                "Do you believe in small releases?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "Our office is at 12 Church Street.",
                "We welcome people of any religion or none.",
            ],
        );
    }
}
