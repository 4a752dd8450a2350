//! A text that asks where somebody comes from: nationality, birthplace, ethnicity, language,
//! accent, name.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::lint::law::{FORMS, NOTES, POSTING, TO_CANDIDATES, Words, report};

static ANYWHERE: Patterns = Patterns::new(&[
    "<your> nationality|nationalities|citizenship|ethnicity|race|ancestry|heritage|accent|birthplace|homeland|immigration",
    "<your> ethnic|racial|national origin|background|group|origins",
    "<your> country|place|town|city of origin|birth",
    "<your> country|place where|in which you were born",
    "<your> native|first|own|mother language|tongue|country",
    "<your> mother|father 's? tongue",
    "<your> skin colour|color",
    "where <you> were|was born",
    "where|whereabouts were|was <your>? parents|family|grandparents|you|he|she|they born|raised|brought",
    "<people>|foreign sounding name|names|surname",
])
.except(&[
    "race condition|conditions|track|day|time|car",
    "native app|apps|code|cloud|format",
    "first language model",
    "citizenship behaviour|behavior|module",
    "heritage site|systems|system|building|buildings",
    "your|their own country team|teams|office|manager|site",
]);

static IN_QUESTIONS: Patterns = Patterns::new(&[
    "where|whereabouts|which|what country|part|place|parts? do|does|did|are|is|were|was you|he|she|they|your parents|family|grandparents|people|name|accent|folks? .. originally|really|come|hail from?",
    "where|whereabouts are|is you|he|she really|actually|originally? from",
    "where|whereabouts are|is|were|was your family|parents|people|folks|grandparents .. from",
    "what|which country|countries are|is|were|do|did you|he|she|they|your .. from|in|born",
    "where did you grow|spend up|your",
    "where do|does your family|people|parents|folks|name|accent|surname",
    "where <your>|that|the accent|name .. from",
    "where 's that|your|the accent|name",
    "are|is|were|was <you> .. citizen|citizens|national|immigrant|foreigner|refugee|migrant",
    "are|is <you> not|originally|half|actually|really|part|by|a|an? birth|fully? <people> $",
    "are|is <you> .. <people> or",
    "are|is <you> originally|really|half <people>",
    "are|is <you> .. native .. speaker|<people>",
    "native <people> speaker|speakers|speaking",
    "native language|languages|tongue|tongues",
    "mother tongue",
    "what|which nationality|ethnic|ethnicity|race|racial|ancestry",
    "of what|which nationality|race|origin",
    "ethnic|racial|national group|background|origin|minority|origins .. you|your|he|she",
    "<you> .. <people>|foreign|local accent",
    "<you> .. look|looks|sound|sounds .. <people>|foreign|local",
    "<you> .. consider|feel|see yourself|themselves .. <people>",
    "speak|speaks|speaking|spoken|use .. at home",
    "what|which language|languages .. home|childhood|child|family|parents",
    "where|how|when did|have you learn|learned|learnt|pick to|your|up? speak|such|your? good|such|your? english|german|french|spanish",
    "how long .. <you> lived|living|live|been .. in|here .. country|uk|us|usa|britain|england|states|america|germany|europe|here",
    "when did <you> .. come|move|arrive|emigrate|immigrate .. country|uk|us|usa|britain|england|states|america|germany|europe|here",
    "<you> .. born in|here|there|abroad|overseas",
    "<your>|that|the name|surname .. come|comes|from|originate|mean|means|sound|sounds|pronounced",
    "what|which kind|sort|type of|a? a? name",
    "with a name|surname|accent like",
    "unusual|funny|strange|exotic|difficult|foreign|lovely name|surname",
    "is|was that|your|it|this name|surname? a|an <people>|<belief> name|surname|accent|one",
    "<people>|<belief> name|surname|accent",
    "<people> blood|roots|descent|heritage",
    "in your country|homeland",
    "your|the people come",
    "back to|in your country",
    "go|going back|home to your country",
    "how long .. <your> family|parents",
    "accent",
    "speak|speaks .. with|to your family|parents|children|partner",
    "origin|origins|story|meaning of|behind your|the|that name|surname",
    "interesting name|surname",
    "<people>|us|uk|eu|dual passport|citizenship|nationality",
    "<you> .. citizenship",
    "what|which visa|caste|tribe",
    "<your> family|parents|grandparents|ancestors .. come|came|move|moved|from|immigrants|immigrate|immigrated|emigrated|born",
    "of <people> descent|origin|heritage",
    "are|is|were|was <you> from <lands>",
    "<you> grow|grew up in|here|abroad|around",
    "birth certificate",
    "green card",
    "<you> .. naturalised|naturalized",
    "what|which passport|passports",
    "<people>|which passport",
    "papers in order",
])
.except(&[
    "speaking|spoken market|markets",
    "speaking .. engagement",
    "accent colour|colours|color|colors",
    "accents in|on",
    "are|is|were|was you .. national rollout|grid|team|account|park",
    "domain|file|host|brand|product|code name|names",
    "black|white box|list|hat|label|paper|board",
]);

static IN_FORMS: Patterns = Patterns::new(&[
    "nationality|birth certificate",
    "place|country of birth|origin",
    "where|in which you were born",
    "ethnic|racial group|origin|background",
]);

static IN_NOTES: Patterns = Patterns::new(&[
    "accent|accents",
    "foreign|foreigner|foreigners|immigrant|immigrants",
    "native <people>|english? speaker|speakers",
    "native speaker|speakers",
    "looks|sounds|seems|comes .. foreign|<people>",
    "is|was|not|be|being a|an|really|originally? <people> $",
    "<people> candidate|candidates|applicant|applicants|people|names",
    "people|candidates|applicants|someone|somebody|anyone|is|was|be from <lands>",
    "name|surname suggests|sounds",
    "<people> $",
    "from abroad|overseas|here|round",
    "born in|here|abroad|overseas",
    "nationality|ethnicity|ethnic",
])
.except(&[
    "foreign key|keys|exchange|currency|language|languages|office|trade|market|markets",
    "accent colour|colours|color|colors",
    "black|white box|list|hat|label|paper",
]);

static IN_POSTINGS: Patterns = Patterns::new(&[
    "<people>|us|uk|eu|u citizen|citizens|national|nationals|passport|passports|born holder|holders|only|required|preferred|need|may?",
    "citizens|nationals|locals|natives|passport holders? only|preferred",
    "must|should|be .. citizen|citizens|national|nationals",
    "no foreigners|immigrants|foreign|migrants",
    "born|raised and|or? raised|born|bred in|here",
    "must|should .. <people>|nationality",
    "<people> only|preferred",
    "only <people>",
    "people|candidates|applicants|someone|somebody|anyone from <lands>",
    "without|no|free .. accent",
    "of <people> origin|descent|nationality",
    "<people> nationality",
])
.except(&[
    "national rollout|team|holidays|holiday",
    "black|white box|list|hat|label|paper",
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
        about: "where somebody comes from",
        label: "has no place in a decision about work",
        help: "ask everyone what the job needs: `Are you authorised to work in the country of the post?`, `Which \
                     languages can you work in, and how well?`",
    };
    report(&RULE, guide, &places, &words, out);
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "origin",
        severity: Severity::Warning,
        summary: "a text may ask about nationality, birthplace, ethnic origin or accent",
        why: "Race, ethnic and national origin are protected, and questions about a name, an accent or a birthplace \
              ask for the same. Whether somebody may work and which languages they work in can be asked without. Have \
              a person who knows the law look at it.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What is your native language?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Which languages can you write reports in?}
"),
    },
    packs: Pack::LAW,
    what: "Looks for citizenship, birthplace, ancestry, native language, accent and the origin of names in what candidates \
           are asked, in forms to hand in, in notes on candidates, and as conditions in the posting.",
    sources: &[
        "US: Title VII of the Civil Rights Act of 1964, 42 U.S.C. § 2000e-2",
        "US: Immigration and Nationality Act, 8 U.S.C. § 1324b, on citizenship status and national origin",
        "UK: Equality Act 2010, sections 9 and 39",
        "EU: Council Directive 2000/43/EC, articles 1 to 3",
    ],
    help: "Ask for the right to work and for the languages of the job, in the same words of everyone.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn what_tells_an_origin() {
        flags(
            &RULE,
            Role::Question,
            &[
                "Where are you originally from?",
                "Where did your parents come from?",
                "What is your nationality?",
                "Are you an American citizen?",
                "Is English your first language?",
            ],
        );
        flags(
            &RULE,
            Role::Cover,
            &["Has a strong accent", "The candidate’s ethnicity"],
        );
        flags(&RULE, Role::Brief, &["Please state your nationality."]);
        flags(&RULE, Role::Posting, &["German nationals only."]);
    }

    #[test]
    fn what_does_not() {
        passes(
            &RULE,
            Role::Question,
            &[
                "Are you authorised to work in the UK?",
                "Which languages do you speak well enough to write reports in?",
                "Tell me about native apps you have built.",
                "How did you find the race condition?",
                "Where did you go from there?",
                "Where do you start with a foreign key that is missing?",
                "How did you lead the national rollout?",
            ],
        );
        passes(
            &RULE,
            Role::Posting,
            &[
                "You will work with our Polish and Spanish teams.",
                "We welcome applicants of any nationality and ethnic origin.",
            ],
        );
        passes(
            &RULE,
            Role::Hint,
            &["The accent colour of the theme is theirs to choose."],
        );
    }
}
