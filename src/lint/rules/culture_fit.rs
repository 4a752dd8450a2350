//! A text about taste, leisure or likeness.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;
use crate::lint::said::Text;
use std::ops::Range;

static SAID: Patterns = Patterns::new(&[
    // Fit, by itself or with the people who are there.
    "culture|cultural|culturally|team|personality|social fit|match",
    "fit|fits|fitting .. our|the|company|team culture",
    "fit|fits|fitting in with us|the|our|everyone",
    "fit|fits in here|socially|well",
    "would|will|does|do|did .. fit in",
    "good|great|right|natural|poor|bad|perfect fit for us|here",
    "good|great|right|natural|poor|bad|perfect fit for|with our|the .. team|company|culture|group|crowd|crew|family",
    "fit|fits with our|the .. team|culture|group|crowd|crew|family|people",
    "one of us",
    "like us",
    "same wavelength",
    "our kind|sort|type of person|people",
    "gut feeling|feel|instinct",
    "vibe|vibes|chemistry",
    "click|clicks|gel|gels with us|the|everyone",
    "airport test",
    "beer|pint|drink|drinks|coffee|lunch with them|him|her|this|us",
    "friday|thursday|evening drinks|beers",
    "drinks|beers after work",
    "go for a|an beer|pint|drink|coffee",
    "have|share|enjoy a beer|pint|drink with",
    "stuck|stranded .. airport",
    "stuck .. lift|elevator with",
    "get on|along with .. socially",
    "be friends with",
    "friend|friends of ours|yours",
    // Leisure and taste.
    "hobbies|pastimes",
    "hobby|pastime of yours|theirs",
    "a|any|your|their|main|favourite|favorite hobby|pastime",
    "free|spare|leisure time",
    "for fun",
    "outside of? work|the? office",
    "away from work|the",
    "when you're|you are not at? work|working",
    "do|doing at|on|over the? weekends|weekend|evenings|sundays|saturdays|holiday|holidays",
    "your weekend|weekends|evenings",
    "favourite|favorite film|films|movie|movies|book|books|band|bands|music|song|songs|sport|sports|team|food|drink|holiday|show|series|game|games|restaurant|author|album|podcast|colour|color|beer|wine|pizza|cuisine|meal|artist|place",
    "last film|movie|book|album|concert|novel you",
    "books|films|music|podcasts|shows|sports .. you like|enjoy|love|read|watch|listen|play|follow",
    "what|which kind|sort|type of music|sport|sports|films|movies|books|food",
    "what|which music|sport|sports|films|movies|bands|series|football",
    "football|soccer|rugby|cricket|baseball|basketball|hockey team|club do|are",
    "support .. football|soccer|rugby|club",
    "watch on tv|television|netflix",
    "star sign",
    "zodiac",
    "dog|cat person",
    "cat|cats or dogs|dog",
    "social life",
    "are you into",
    "night|nights out",
    "sense of humour|humor",
    "fun to be around",
    "banter",
    "play any|a|an instrument|sport|sports",
    "go|went|going on holiday|vacation",
    "christmas|office party|parties",
    "socialise|socialize|socialising|socializing",
    "right personality",
    "someone|somebody we'd|we would like|enjoy|want to",
    "pub|quiz|karaoke|golf|football|bowling .. with the team|us",
    "personal interests",
    "interests outside",
])
.except(&[
    "outside of? working|office|business hours",
    "outside working",
    "outside of? work hours",
    "outside the? office hours|network",
    "vibe coding",
    "chemistry lab|teacher|laboratory|degree|lesson|lessons|graduate|technician",
    "free time slot|slots",
    "work|works|working|behave|behaves|tools|systems|companies|organisations|organizations|firms|clients|customers like us",
    "gut feeling rather than evidence|rating",
    "no|not|never|instead|without|beyond .. gut feeling|feel|instinct",
    "no|not|never|instead|without|beyond .. vibe|chemistry|fit",
    "fit for purpose|work|use",
    "right fit for the? role|job|workload|problem",
]);

/// What says that it is not to count, as a hint to interviewers should.
static DENIED: Patterns = Patterns::new(&[
    "no part|role|evidence|place|bearing|reason",
    "not|never|don't .. ask|rate|count|score|judge|hire|matter",
    "doesn't|don't count|matter",
    "ignore|disregard|avoid",
    "leave .. out",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let denied = guide.find(&DENIED, &[Role::Hint, Role::Brief, Role::ReadAloud]);
    for (text, range) in guide.find(&SAID, Role::ABOUT_CANDIDATES) {
        let is_denied = |denial: &(&Text<'_>, Range<usize>)| {
            std::ptr::eq(denial.0, text)
                && text.sentence_at(denial.1.start) == text.sentence_at(range.start)
        };
        if denied.iter().any(is_denied) {
            continue;
        }
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} is about taste or likeness, and says nothing about the work"),
            )
            .label("favours people like those who ask")
            .help("name the behaviour that the work needs, such as how somebody settles a disagreement, and ask for an example"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "culture-fit",
        severity: Severity::Warning,
        summary: "a text asks for taste, leisure or likeness",
        why: "Interviewers who look for fit pick people who share their own leisure, schooling and manner, and take that \
              for merit. Leisure also tells of age, family, health and religion, which nobody should ask about.",
        bad: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: What are your hobbies?}
"),
        good: Run("\
stages:
  - id: interview
    questions:
      - {id: trade-off, ask: Describe how you settled a disagreement with somebody in your team.}
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for words about fit, hobbies, favourites and company after work in what candidates are asked, told or \
           judged by.",
    sources: &[
        "L. A. Rivera, “Hiring as cultural matching: The case of elite professional service firms”, American \
         Sociological Review 77 (2012)",
    ],
    help: "Say which behaviour is meant, and ask everybody for an example of it.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn taste_leisure_and_likeness() {
        flags(
            &RULE,
            Role::Question,
            &[
                "What do you do in your spare time?",
                "Which is your favourite film?",
                "Would you fit in here?",
                "What was the last book you read?",
            ],
        );
        flags(
            &RULE,
            Role::Cover,
            &[
                "A good cultural fit",
                "Somebody you would have a beer with",
                "Chemistry",
            ],
        );
    }

    #[test]
    fn work() {
        passes(
            &RULE,
            Role::Question,
            &[
                "How did you build a culture without blame?",
                "How did the change fit into the maintenance window?",
                "Who is called outside working hours?",
                "What is your favourite way of testing backups?",
                "How did you help the support team to gel?",
                "How do organisations like us save energy?",
            ],
        );
        passes(
            &RULE,
            Role::Hint,
            &["Rate the evidence, not a gut feeling."],
        );
        passes(
            &RULE,
            Role::Hint,
            &[
                "Accent, family and hobbies play no part.",
                "Never ask about hobbies.",
            ],
        );
        flags(
            &RULE,
            Role::Hint,
            &["Ask about hobbies. Do not rate the answer."],
        );
        passes(&RULE, Role::Profile, &["Chemistry lab experience"]);
    }
}
