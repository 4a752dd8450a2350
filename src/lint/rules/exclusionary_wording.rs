//! A posting that tells some people not to apply.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;

static SAID: Patterns = Patterns::new(&[
    // Age.
    "young|youthful|youngish",
    "digital native|natives",
    "recent|fresh|new college|university|school? graduate|graduates|grad|grads|leaver|leavers",
    "recently graduated",
    "fresh out of college|university|school",
    "fresh from college|university|school",
    "straight out of college|university|school",
    "school leaver|leavers",
    "early in your|their career",
    "students only",
    "mature person|lady|gentleman|man|woman|candidate|candidates",
    "not over|older than 25|30|35|40|45|50|55|60",
    "under|below the? age of? 25|30|35|40|45|50",
    "under|below 25|30|35|40|45|50",
    "maximum|upper age",
    "age limit",
    "no|nobody|one over|above|past thirty|forty|fifty|sixty|30|40|50|60",
    "over|under thirties|forties|fifties|30s|40s|50s",
    "aged .. between|to",
    "aged 18|20|21|25|30",
    "between|ages 18|20|21|22|25 and|to 25|28|30|35|40|45",
    "old enough to .. young",
    "in your twenties|thirties|20s|30s",
    "energetic",
    "high|boundless|youthful energy",
    "full of energy",
    "no dinosaurs",
    "generation z|y|x",
    "gen z",
    "millennial|millennials",
    "tech|social media native",
    // Origin and language.
    "native speaker|speakers|english|german|french|spanish|dutch|italian|level|tongue",
    "english|german|french|spanish|dutch|italian native|natives",
    "mother tongue",
    "first language",
    "no|without|neutral|strong .. accent|accents",
    "accent free",
    "citizens|nationals|locals only",
    "passport holders? only",
    "british|american|german|french|irish|english|european|us|uk|eu citizens|nationals|born|people|applicants only",
    "only british|american|german|french|irish|english|european|us|uk|eu",
    "born and raised|bred",
    "western name|background|education",
    "culturally homogeneous",
    // Health.
    "able bodied",
    "physically fit",
    "fit and healthy|strong|active",
    "in good|perfect|excellent health",
    "healthy person|people|candidate|candidates|individual|individuals|young|and",
    "sound mind|in mind",
    "no health|medical|sick|sickness .. problems|issues|conditions|record|leave|days",
    "no disabilities|disability",
    // Ways of life.
    "work hard play",
    "play hard",
    "no family|children|ties|commitments",
    "without family|children|ties|commitments|dependants|dependents",
    "unmarried|childless",
    "single people|person|applicants|men|women",
    "no gaps|career breaks",
    "clean shaven",
    "attractive|good looking|pretty|handsome|well groomed",
    "bubbly|babe|babes",
    "frat",
    "bro|bros|culture of bros",
    "practising|devout|committed christian|christians|catholic|catholics|muslim|muslims|jew|jews|hindu|hindus",
    "christians|catholics|muslims only",
    "only .. christian|christians|catholic|catholics|muslim|muslims|men|women|girls|boys|males|females",
    "men|women|males|females|girls|boys|ladies only|preferred|wanted|needed",
    "male|female preferred|only|candidate|candidates|applicant|applicants",
    "like a|one family",
    "we're|we are a|one family",
])
.except(&[
    "young people|person|adults|adult|children|child|offenders|carers|readers|learners|families|minds|patients|company|firm|product|organisation|organization|field|code|trees|plants",
    "children and young",
    "high energy physics|particle|particles|efficiency|density|laser|costs|use",
    "people|children|groups|pupils|students|adults|those aged",
    "mentor|mentoring|coach|coaching|train|training|teach|teaching|support|supporting|help|helping|advise|recruit|hire .. graduates|graduate|grads|leavers|young",
    "with|for young",
    "native apps|app|cloud|code|speaker of no",
    "cloud|browser|tech native",
    "energetic|attractive salary|package|benefits|location|offer|pay|pension|rates|terms|design|displays|areas|garden",
    "healthy and|food|eating|budget|margins|snacks",
    "first language .. offered|taught|not|no",
    "not need|required|necessary",
    "family friendly|company|business|owned|run",
    "any|every|whatever|all age|ages|accent|first|native",
    "no upper? age",
    "graduate scheme|programme|program",
    "whatever|regardless|irrespective of? .. age|accent|language",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for (text, range) in guide.find(&SAID, &[Role::Posting]) {
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} tells some people not to apply, whatever they can do"),
            )
            .label("names a kind of person, and no skill")
            .help("say what the work needs: `writes clear English` for a native speaker, `learns fast` for young"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "exclusionary-wording",
        severity: Severity::Warning,
        summary: "the posting tells some people not to apply",
        why: "Words for age, origin, health or a way of life keep away people who could do the job, and in many countries a \
              posting that shows such a wish breaks the law by itself. Have a person who knows the law look at it.",
        bad: Run("\
posting:
  about: You join a young team.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
        good: Run("\
posting:
  about: You join a team that has worked together for three years.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
    },
    packs: &[Pack::Posting],
    what: "Looks in the posting for words about age, native language, health, looks and ways of life. Pronouns are the \
           business of gendered-wording.",
    sources: &[
        "US: 29 C.F.R. § 1625.4, on help wanted notices under the Age Discrimination in Employment Act of 1967",
        "UK: Equality Act 2010, sections 13, 19 and 39",
        "EU: Council Directives 2000/43/EC and 2000/78/EC",
    ],
    help: "Name the skill, and leave out who usually has it.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn who_is_kept_away() {
        flags(
            &RULE,
            Role::Posting,
            &[
                "Join our young, dynamic team.",
                "Ideal for recent graduates and digital natives.",
                "You are a native English speaker.",
                "You are able-bodied and have no family ties.",
                "We work hard, play hard.",
            ],
        );
    }

    #[test]
    fn who_is_not() {
        passes(
            &RULE,
            Role::Posting,
            &[
                "You teach young people in two schools.",
                "We build native apps and run cloud-native services.",
                "Applicants of any age are welcome, and there is no upper age limit.",
                "An attractive salary and a family-friendly rota.",
                "You explain the health of the service and the age of the data.",
                "We are a family-owned firm.",
            ],
        );
    }
}
