//! A level 0 that is given as a bad mark.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;
use crate::lint::words::words;

/// What a level 0 means.
const NO_INFORMATION: &[&str] = &[
    "applicable",
    "ask",
    "asked",
    "assessed",
    "basis",
    "data",
    "discussed",
    "enough",
    "evidence",
    "gap",
    "heard",
    "information",
    "insufficient",
    "judge",
    "know",
    "known",
    "observed",
    "open",
    "rated",
    "scored",
    "seen",
    "tell",
    "tested",
    "unclear",
    "unknown",
];

static GIVEN: Patterns = Patterns::new(&[
    "give|score|award|mark|rate .. 0|zero",
    "0|zero means|is|for .. poor|bad|weak|unacceptable|fail|fails|failed|wrong|terrible",
])
.except(&["zero trust", "rate of 0|zero", "not .. low|poor|bad|weak"]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for (_, scale) in guide.declared("scales") {
        let Some(zero) = scale.get("levels").and_then(|it| it.get("0")) else {
            continue;
        };
        let said = zero.text().unwrap_or_default();
        let named = words(said)
            .into_iter()
            .any(|word| NO_INFORMATION.contains(&&*word.folded));
        if !named {
            let message = format!(
                "level 0 is called {}, as if it were a low mark",
                quoted(said)
            );
            out.push(
                RULE.finding(guide.place(zero), message)
                    .label("means that there was not enough information")
                    .help("call it `Not enough information`, and begin the marks at 1"),
            );
        }
    }
    for (text, range) in guide.find(&GIVEN, &[Role::Hint, Role::Scorecard, Role::Brief]) {
        let zero = &text.value()[range.clone()];
        if text
            .words_within(&range)
            .any(|word| NO_INFORMATION.contains(&word))
        {
            continue;
        }
        out.push(
            RULE.finding(
                text.place(range.clone()),
                format!("{} uses level 0 as a low mark", quoted(zero)),
            )
            .label("level 0 means that there was not enough information")
            .help("give a bad answer a 1, and keep the 0 for what was not heard"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "zero-as-score",
        severity: Severity::Warning,
        summary: "level 0 is used as a low mark",
        why: "A 0 says that nobody asked or nobody heard, and is left out of every total. Used as a low mark \
              it would vanish, and the worst answer would count for nothing.",
        bad: Run("\
scales:
  five:
    levels: {0: Unacceptable, 1: Weak, 2: Fair, 3: Good, 4: Excellent}
"),
        good: Run("\
scales:
  five:
    levels: {0: Not enough information, 1: Weak, 2: Fair, 3: Good, 4: Excellent}
"),
    },
    packs: &[Pack::Core],
    what: "Looks at the name that a scale has for level 0, and for directions to give a 0 for a bad \
              answer.",
    sources: &[
        "D. B. Rubin, “Inference and missing data”, Biometrika 63 (1976)",
        "American Educational Research Association, American Psychological Association and National Council on \
         Measurement in Education, “Standards for Educational and Psychological Testing” (2014)",
    ],
    help: "Keep what was not heard apart from what was heard and was weak.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};
