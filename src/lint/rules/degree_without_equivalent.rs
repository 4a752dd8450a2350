//! A degree or a number of years that the posting demands, with no other way to show the skill.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::quoted;
use crate::lint::said::Text;
use std::ops::Range;

static DEMANDED: Patterns = Patterns::new(&[
    "degree",
    "degrees in|from",
    "bachelor|bachelor's|bachelors|baccalaureate",
    "master 's? degree|in|of|required",
    "bsc|msc|phd|mba|beng|meng|doctorate|ba|ma in|required|degree|or",
    "bsc|msc|phd|mba|beng|meng|doctorate",
    "university|college|tertiary education|graduate|graduates|diploma",
    "graduate|graduates only",
    "require|requires|need|want|seek|hire .. graduates",
    "educated to",
    "a levels|level",
    "years|years'|year|year's of? .. experience|expertise|practice",
    "experience .. years",
    "years or more",
    "at least|minimum|over|than|of .. years in|as|leading|managing|working|running|with|of|on|behind",
    "years|years' in|as|leading|managing|working|running",
])
.except(&[
    "high|some|certain|large|great|any|lesser|greater|varying degree",
    "degree of",
    "degrees of freedom|celsius",
    "90|180|270|360 degree|degrees",
    "studying|study|studies towards|toward|for .. degree",
    "fund|pay|support|sponsor .. degree|mba",
    "degree apprenticeship|show|shows|ceremony",
    "in|after|within|over|for your|the|our first|last|next|past|coming .. years",
    "we|we've|firm|company|team|us .. years",
    "years ago|old",
]);

/// Other ways to show the skill, and demands that are none.
static OPEN: Patterns = Patterns::new(&[
    "equivalent|equivalents|equally|comparable|comparably",
    "or similar|relevant|related|practical|professional|proven|matching|other .. experience|skill|skills|knowledge|training|work|background|qualification|qualifications",
    "or the same|experience|knowledge|skill|skills|apprenticeship|other|another|otherwise|shown|self|learned|learnt|gained|what|time|work|working|years",
    "in another|other|any way|ways|form",
    "on the job",
    "self taught",
    "however you|it|they",
    "no degree",
    "not required|needed|necessary|essential|a|must|matter|mind|ask",
    "don't|do not need|ask|mind|require|expect",
    "doesn't|does not matter",
    "welcome|plus|bonus|preferred|desirable|helpful|useful|helps|advantage|advantageous|optional|ideally|nice",
    "rather than|instead",
    "counts as much|well",
    "with or without",
    "required by law",
    "by law",
    "more .. than .. degree|degrees",
]);

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let open = guide.find(&OPEN, &[Role::Posting]);
    let mut last: Option<&Text<'_>> = None;
    for (text, range) in guide.find(&DEMANDED, &[Role::Posting]) {
        let is_same_text = last
            .replace(text)
            .is_some_and(|last| std::ptr::eq(last, text));
        let is_open = open.iter().any(|(it, _)| std::ptr::eq(*it, text));
        if is_same_text || is_open || !has_figure(text, &range) {
            continue;
        }
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} is demanded, and nothing else would do"),
            )
            .label("keeps out those who learned it in another way")
            .help("add `or the same skill gained in another way`, or say what somebody has to be able to do"),
        );
    }
}

/// Whether years come with their number, and mean experience: `5 years`, `five years`.
fn has_figure(text: &Text<'_>, found: &Range<usize>) -> bool {
    let at = text
        .words
        .partition_point(|it| it.range.start < found.start);
    let near = &text.words[at.saturating_sub(3)..];
    let near = near.iter().take_while(|it| it.range.start < found.end);
    let near: Vec<_> = near.map(|it| &*it.folded).collect();
    let is_years = near.iter().skip(at.min(3)).any(|it| it.starts_with("year"));
    let is_number =
        |it: &&str| NUMBERS.contains(it) || it.bytes().all(|byte| byte.is_ascii_digit());
    !is_years || near.iter().any(is_number)
}

const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "fifteen", "twenty",
];

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "degree-without-equivalent",
        severity: Severity::Warning,
        summary: "the posting demands a degree or years, and takes nothing in their place",
        why: "A degree or a count of years stands for skill, and shuts out those who have the skill and not the paper. Where \
              fewer of one group have it and the job does not need it, the demand itself may be unlawful.",
        bad: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [A degree in networks]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
        good: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [A degree in networks or the same knowledge gained in another way]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
    },
    packs: &[Pack::Posting],
    what: "Looks in the posting for a degree or a number of years, where the same text names no other way to show the skill \
           and does not call it a plus.",
    sources: &[
        "US: Griggs v. Duke Power Co., 401 U.S. 424 (1971)",
        "UK: Equality Act 2010, section 19",
    ],
    help: "Say what somebody has to be able to do, or name what counts as much.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn nothing_else_would_do() {
        flags(
            &RULE,
            Role::Posting,
            &[
                "A degree in computer science is required.",
                "At least 5 years of experience in support.",
                "Ten years’ experience as a chef.",
                "You hold an MSc.",
            ],
        );
    }

    #[test]
    fn other_ways_count() {
        passes(
            &RULE,
            Role::Posting,
            &[
                "A degree in computer science or equivalent experience.",
                "About five years in support, or the same skill gained in another way.",
                "A degree is a plus.",
                "A high degree of care, and a 360-degree view.",
                "In your first two years you learn the trade.",
                "We have run networks for 20 years.",
                "Several years of experience with networks.",
            ],
        );
    }
}
