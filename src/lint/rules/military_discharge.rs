//! A text that asks how somebody left the armed forces.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "honorable|honourable|dishonorable|dishonourable discharge|discharges",
    "honorably|honourably|dishonorably|dishonourably discharged",
    "conduct discharge",
    "dd 214",
    "dd214",
    "court martial|martials|martialed|martialled|martialing",
    "courts martial",
    "<your> military|service discharge|record",
    "<your> discharge .. papers|paperwork|certificate|status|documents",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "type|kind|sort|nature|terms|reason|reasons|conditions|character|grounds|circumstances of|for|behind .. discharge .. you|he|she|<forces>|service",
    "type|kind|sort|nature|terms|reason|reasons|conditions|character|grounds|circumstances of|for|behind your|his|her discharge",
    "<you> .. discharged|released|dismissed|kicked|thrown|separated|expelled|removed|let .. from|out the|of .. <forces>|service|services",
    "<you> .. let go .. from|by .. <forces>|service",
    "how|why|when were|was|did <you> .. discharged|discharge",
    "discharged|discharge from|out the|of .. <forces>",
    "conditions|terms|circumstances|reasons .. you|he|she .. leave|left|released|discharged|leaving .. <forces>|service",
    "under what|which conditions|circumstances|terms .. <forces>|service|services",
    "discharge papers|certificate|paperwork",
    "leave|left the <forces> .. early|good|bad|terms|voluntarily|asked",
    "<your> discharge honorable|honourable|general|medical|from",
    "general|medical|administrative|early discharge .. <forces>|service|you",
    "disciplined|punished|disciplinary|punishment|trouble in|during|while .. <forces>",
    "article 15",
    "re enlistment|entry code",
    "were|was|been <you> .. discharged",
    "medically discharged",
    "honorably|honourably",
    "discharge|separation code|codes",
    "allowed|able|eligible to re enlist",
    "reenlist",
])
.except(&[
    "hospital|patient|patients|ward discharge",
    "discharge letter|letters|summary|summaries|planning|plan|plans|of",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "discharge papers|certificate|paperwork|documents|status",
    "military|service record|records",
    "type|kind|copy|proof|terms of your|military|the? discharge",
])
.except(&[
    "hospital|patient|patients|customer discharge",
    "patient|patients|hospital .. discharge",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "type|kind|terms|reason|reasons|grounds of|for .. discharge",
    "general|other|less|medical|early .. discharge",
    "discharged from|out the|of .. <forces>|service",
    "discharge papers|status",
])
.except(&[
    "patient|patients|hospital|ward discharge",
    "discharge of|planning|letter",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let places: [(&Patterns, &[Role]); 4] = [
        (&ANYWHERE, Role::ABOUT_CANDIDATES),
        (&IN_QUESTIONS, TO_CANDIDATES),
        (&IN_FORMS, FORMS),
        (&IN_NOTES, NOTES),
    ];
    let words = Words {
        about: "how somebody left the armed forces",
        label: "asks for more than what was learned there",
        help: "ask for the work: `What did you do in the service that you would use in this job?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "military-discharge",
        severity: Severity::Warning,
        summary: "a text may ask for the kind or terms of a discharge from the armed forces",
        why: "Service in the forces must not count against anyone, and the terms on which somebody left can tell of health \
              or of things that have nothing to do with the job. Have a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What type of discharge did you get from the army?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What have you learned in earlier work or service that helps you today?}
"),
    },
    packs: &[Pack::LawUs],
    what: "Looks for discharges, courts martial and terms of leaving in what candidates and referees are asked, in papers to \
           hand in, in notes on candidates, and in the posting. Training and work in the forces are passed by.",
    sources: &[
        "US: Uniformed Services Employment and Reemployment Rights Act, 38 U.S.C. § 4311",
        "US: state law, such as the Illinois Human Rights Act, 775 ILCS 5/1-103, on unfavorable discharge",
    ],
    help: "Ask what somebody did and learned in the service, as of any other employer.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_asks_for_a_discharge() {
        flags(
            &RULE,
            Role::Question,
            &[
                "What kind of discharge did you receive from the Navy?",
                "Were you honourably discharged?",
                "Why were you discharged from the army?",
            ],
        );
        flags(&RULE, Role::Brief, &["Please bring your discharge papers."]);
        flags(
            &RULE,
            Role::Cover,
            &["Anything but an honorable discharge counts against them"],
        );
        flags(
            &RULE,
            Role::Posting,
            &["Applicants must have an honorable discharge."],
        );
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How did you improve the discharge of duties in your team?",
                "Tell me about selling to military customers.",
                "How did you shorten the time to a patient’s discharge from the ward?",
                "What did you learn in the army that you use today?",
                "How do you discharge a capacitor safely?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &["We welcome veterans, and service in the forces counts as experience."],
        );
    }
}
