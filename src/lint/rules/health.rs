//! A text that asks about health or disability before an offer.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> health|disability|disabilities|illness|illnesses|sickness|medication|diagnosis|symptoms|eyesight|hearing|\
     depression|anxiety|adhd|autism|dyslexia|addiction|wheelchair|crutches|therapist|psychiatrist|surgery|injury|injuries",
    "<your> mental|physical|general health|condition|fitness",
    "<your> medical|health history|record|records|condition|conditions|problem|problems|issue|issues",
    "<your> sick|sickness leave|days|record|absence|absences",
    "<your> bad back|knee|leg|hip|shoulder",
    "able bodied",
])
.except(&[
    "health check|checks|service|services|care|system|systems|score|scores|dashboard|insurance|data|records|record|plan|and",
    "your|their hearing aid|aids company|products",
    "health of",
    "problems|problem|issues|illness|illnesses|disease|diseases|history|condition|conditions|<illness> .. in|on|of the? your|his|her|the|family|<relatives>",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "<you> have|has|had|got|having|live|living|with with? any|a|an|some|no other|serious|long|chronic|hidden|known|mental|\
     physical|learning|medical|health? term|or? mental|physical? disability|disabilities|impairment|impairments",
    "<you> have|has|had|got|having any|a|an|some|no? serious|long|chronic|underlying|known|mental|physical|existing|other? \
     term|or? medical|health condition|conditions|problem|problems|issue|issues|concerns|complaint|complaints",
    "any|known disability|disabilities|impairment|impairments",
    "any|known|underlying|existing|serious|mental|physical medical|health condition|conditions|problem|problems|issue|issues|concerns",
    "<you> .. problems|problem|trouble|troubles|issues|struggle|struggled|struggles|history|bout|bouts with|of .. \
     <illness>|stress|back|alcohol|drugs|drink|drinking|nerves",
    "<you> ever|often|currently|still? have|has|had|get|suffer|suffers|suffered|suffering any|a|from|with|severe? \
     any|a|chronic|severe? <illness>|stress|burnout|allergies|seizures|fits",
    "<you> .. diagnosed|hospitalised|hospitalized|sectioned|vaccinated",
    "are|is|were|was <you> .. disabled|deaf|autistic|dyslexic|neurodivergent|diabetic|epileptic|alcoholic|bipolar|depressed|\
     registered disabled?",
    "are|is|were|was|have|has <you> .. healthy|unwell|sick|ill",
    "<you> ever|also|often|just? been|were in|to a? hospital|rehab|therapy|counselling",
    "<you> .. been|ever injured|hurt",
    "<you> .. been|get|got|were burnt|burned out",
    "<you> .. panic attack|attacks",
    "<you> fit $",
    "<you> smoke|vape",
    "<you> wear glasses|lenses",
    "<you> have any|a condition|conditions that|which|we",
    "<you> have any? special needs",
    "any|a physical|medical|health reason|reasons|limitation|limitations|restriction|restrictions|concerns",
    "are|is|have|has <you> .. recovered $",
    "fully|completely|quite|all better",
    "<your> back|knee|knees|leg|heart|shoulder|hip|eyes all|ok|okay|better|fine|alright|up|holding|$",
    "what|which|any|prescription medication|medications|medicines .. you",
    "medical|doctor|hospital 's? appointment|appointments",
    "drinking|drink|drug|alcohol problem|problems|habit",
    "ever|any|a mental health",
    "stress leave",
    "are|is|were <you> physically|mentally|medically fit|able|well|stable",
    "are|is <you> fit and|enough|for",
    "<you> .. on|take|taking|takes any|regular|daily|prescribed? medication|medications|medicine|medicines|antidepressants|\
     tablets|pills|painkillers",
    "how many|often .. sick|sickness|illness|ill|unwell|hospital",
    "<you> .. off sick|ill",
    "<you> .. sick leave|days|note|notes",
    "<you> .. call|called|calling|calls in? sick",
    "days .. <you> off|miss|missed|lose|lost .. sick|sickness|illness|ill|health",
    "time off|away for|with|because|due of|to? .. illness|sickness|health|medical|hospital|doctor|doctors|treatment|stress",
    "sickness record|absence|absences .. like|his|her|your",
    "signed off",
    "<you> .. see|seeing|seen a|your therapist|psychiatrist|psychologist|counsellor|counselor|shrink|doctor|specialist",
    "<you> .. treated|treatment for",
    "<you> .. over|recovered|recovering|recover the|your|from? the|your|an? operation|illness|surgery|accident|cancer|injury|\
     stroke|breakdown",
    "<you> .. had an|any|the|a operation|operations|surgery|breakdown",
    "<you> .. workers|worker compensation|comp",
    "<you> .. nervous breakdown",
    "<you> .. drug|drugs|alcohol|drinking|substance problem|habit|addiction|abuse|issue",
    "<you> .. use|need|using a|an wheelchair|crutches|hearing|stick|guide",
    "happened to your leg|legs|arm|hand|back|eye|eyes|face|foot",
    "wrong with your|you",
    "how .. is|was|are <you> healthwise",
    "how is|was|'s <your> health",
    "why|reason|reasons .. <you> .. limp|limping|wheelchair|scar",
    "how much do you weigh",
    "consider|describe|call yourself .. disabled|disability|healthy|fit",
    "registered disabled",
    "wrong with <your>",
    "pass|passed|undergo|take|have|had a|the|our medical",
    "<you> .. vaccinated|vaccine|vaccination|covid|jab",
    "how much .. sick|sickness",
    "<you> .. headaches|backache|pains|migraines",
    "back|heart|knee|mental|joint trouble|troubles|problem|problems|complaint|pain",
    "deaf|hard of hearing",
    "partially|visually sighted|impaired",
])
.except(&[
    "problems|problem|issues|illness|illnesses|disease|diseases|history|condition|conditions|<illness> .. in|on|of the? your|his|her|the|family|<relatives>",
    "users|customers|clients|patients|pupils|students|people|residents|callers who|with|are .. disability|disabilities|deaf|impaired|impairments|sighted|hearing",
    "deaf|impaired|sighted|disabled user|users|customer|customers|client|clients|patient|patients|pupil|pupils|student|students|people",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "medical|health form|forms|questionnaire|certificate|declaration|history|examination|exam|clearance",
    "pass|undergo|take a|the|our medical",
    "doctor|doctors 's? note|letter|certificate",
    "name|details|address of your doctor|gp|physician",
    "fit|sick note|notes",
    "height and|or weight",
    "vaccination|vaccine|covid card|certificate|record|proof|status|pass",
    "blood|urine|drug test|sample",
    "medical|health condition|conditions|problem|problems|issues",
    "any|a disability|disabilities|illness|illnesses",
    "your disability|disabilities|medical|health",
    "disclose|declare|state|list .. disability|disabilities|illness|illnesses|medication",
    "tell us .. disability|disabilities|illness|illnesses|medication",
    "sick|sickness leave|absence|days|record",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "health problem|problems|issue|issues|concerns|condition|conditions",
    "in|of|good|poor|bad|ill|excellent|perfect good|poor|bad|ill|excellent|perfect? health",
    "looks|look|seems|seem|sounds|appears .. healthy|unhealthy|ill|sick|sickly|frail|depressed|disabled|fragile|unwell|unfit|fit",
    "overweight|obese|wheelchair|limp|limps|stutter|stammer|epileptic|autistic|dyslexic|alcoholic|bipolar",
    "mentally|physically fit|unfit|stable|unstable|fragile|strong|able|well|weak",
    "signs of <illness>|stress|drinking|illness",
    "nervous breakdown",
    "mental illness|problems|breakdown",
    "on|takes|taking .. medication|antidepressants|drugs",
    "hearing aid|aids",
    "smoker|smokes",
    "back|heart|knee|joint trouble|troubles|problem|problems|complaint|pain",
    "is|was|be|appears|looks a? bit|partially|registered? deaf|disabled|blind|lame",
    "hard of hearing",
    "walks with a",
    "has|have|having|with a|any|some disability|disabilities|impairment|illness",
    "sick leave|days|note|record|absence|absences",
    "off|often|never|always|rarely sick|ill",
]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "be|have|has|having|enjoy|enjoys .. good|excellent|perfect|robust|full|sound|physical|mental health",
    "be|are .. healthy|fit $",
    "be|are .. healthy|fit and",
    "physically|mentally fit|strong|robust|able|sound",
    "no|nobody|anyone|someone|those|one with|who|has|have|suffer|suffers .. disability|disabilities|illness|condition|conditions|problems|impairment",
    "colour|color blind",
    "full use of",
    "perfect|good|normal|excellent eyesight|vision|hearing",
    "back problems|trouble|pain",
    "sick notes|note|days|leave",
    "free from|of .. illness|illnesses|disability|disabilities|conditions|disease|impairment",
    "no|without .. health|medical problem|problems|issue|issues|condition|conditions|restrictions|history",
    "sickness|sick|absence record",
    "no|without sickness|illness|illnesses|disability|disabilities|impairments",
    "not|un suitable|suited|open for|to .. disabled|disability|disabilities|wheelchair|impairment|illness",
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
        about: "somebody’s health or disability",
        label: "is not to be asked before an offer",
        help: "name the task and ask everyone: `The job includes lifting 20 kg. Can you do that, with or \
                     without adjustment?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "health",
        severity: Severity::Warning,
        summary: "a text may ask about health or disability before an offer",
        why: "Questions about health, treatment, sick leave and disability wait until a job is offered; employers may \
              ask whether somebody can do a task, and what would help in the interview. Have a person who knows the \
              law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: How many sick days did you take in your last job?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Describe the most demanding work on site that you have done.}
"),
    },
    packs: Pack::LAW,
    what: "Looks for illness, disability, medication, treatment and sick leave in what candidates and referees are \
           asked, in forms to hand in, in notes on candidates, and as conditions in the posting.",
    sources: &[
        "US: Americans with Disabilities Act, 42 U.S.C. § 12112(d)(2), with 29 CFR 1630.13",
        "UK: Equality Act 2010, section 60",
        "EU: Council Directive 2000/78/EC, articles 1 to 3 and 5, and Regulation (EU) 2016/679, article 9",
    ],
    help: "Ask what the job needs, `with or without adjustment`, and offer adjustments for the interview itself.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_is_about_health() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Do you have a disability?",
                "Are you taking any medication?",
                "Have you ever suffered from depression?",
                "How often were you off sick last year?",
                "Have you had any health problems?",
            ],
        );
        flags(
            &RULE,
            Role::Brief,
            &["Please complete the health questionnaire."],
        );
        flags(&RULE, Role::Cover, &["Looks frail", "Signs of depression"]);
        flags(&RULE, Role::Posting, &["You must be in good health."]);
    }

    #[test]
    fn what_is_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How did you watch the health of the service?",
                "What have you learned as a disability services caseworker?",
                "How would you design health checks for a cluster?",
                "Can you lift 20 kg, with or without adjustment?",
                "How do you plan a shift when somebody is off sick?",
                "Tell me about moving medical records to a new system.",
                "How did you make sure that patients took their medication?",
                "Tell me about a product you made usable with a screen reader.",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "We offer health insurance.",
                "We welcome applicants with disabilities.",
                "You keep our systems in good health.",
            ],
        );
        passes(
            &RULE,
            Role::Brief,
            &[
                "A medical check is made after an offer.",
                "Tell us if an adjustment would help you.",
            ],
        );
    }
}
