//! A posting in words that call up one sex.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::finding::{Place, quoted, quoted_list};
use crate::lint::coded::{FEMININE, MASCULINE, NAMED};
use crate::lint::said::Text;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words for one sex that stand for whoever gets the job, unless a person was named before.
static PRONOUNS: Patterns = Patterns::new(&["he|she|him|his|her|hers|himself|herself"]).except(&[
    "he or she",
    "she or he",
    "his or her",
    "her or his",
    "him or her",
    "he she",
    "she he",
    "his her",
    "she her|hers|they",
    "he him|they",
]);

/// People whom a posting tells of; a pronoun behind one of them is theirs.
const TOLD_OF: &[&str] = &[
    "ceo",
    "chair",
    "colleague",
    "customer",
    "daughter",
    "director",
    "father",
    "founded",
    "founder",
    "grandfather",
    "grandmother",
    "mother",
    "owner",
    "patient",
    "predecessor",
    "president",
    "resident",
    "sister",
    "brother",
    "son",
    "started",
    "client",
    "child",
    "pupil",
];

/// The fewest words of one kind above the other that are told of, and their least share of all
/// words, in percent. In the study, advertisements of fields with mostly men had about one masculine
/// word in a hundred, and half as many feminine ones.
const FEWEST: usize = 2;
const LEAST_PERCENT: usize = 1;

const WHERE: &[Role] = &[Role::Posting];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let named = guide.find(&NAMED, WHERE);
    let pronouns = guide.find(&PRONOUNS, WHERE).into_iter();
    let pronouns = pronouns.filter(|(text, range)| !tells_of_somebody(text, range));
    for (text, range) in named.into_iter().chain(pronouns) {
        let said = quoted(&text.value()[range.clone()]);
        out.push(
            RULE.finding(
                text.place(range),
                format!("{said} names one sex for a job that is open to all"),
            )
            .label("reads as if others need not apply")
            .help("say `you` or `they`, and give the post a title for everyone, such as `salesperson`"),
        );
    }
    balance(guide, out);
}

fn tells_of_somebody(text: &Text<'_>, pronoun: &Range<usize>) -> bool {
    let mut before = text
        .words
        .iter()
        .take_while(|it| it.range.end <= pronoun.start);
    before.any(|it| TOLD_OF.contains(&&*it.folded))
}

/// One finding for the whole posting: single words of either kind are in every good text.
fn balance(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some((key, _)) = guide.root.entry("posting") else {
        return;
    };
    let masculine = guide.find(&MASCULINE, WHERE);
    let feminine = guide.find(&FEMININE, WHERE);
    let words: usize = guide.texts_of(WHERE).map(|text| text.words.len()).sum();
    let (more, less, whom) = match masculine.len() > feminine.len() {
        true => (&masculine, &feminine, ("men", "women")),
        false => (&feminine, &masculine, ("women", "men")),
    };
    let ahead = more.len() - less.len();
    if ahead < FEWEST || ahead * 100 < words * LEAST_PERCENT {
        return;
    }
    let said =
        |(text, range): &(&Text<'_>, Range<usize>)| text.value()[range.clone()].to_lowercase();
    let said: BTreeSet<_> = more.iter().map(said).collect();
    let message = format!(
        "{} words of the posting call up {}, and {} call up {}: {}",
        more.len(),
        whom.0,
        less.len(),
        whom.1,
        quoted_list(said.iter().map(String::as_str))
    );
    let finding = RULE
        .finding(guide.key(key), message)
        .label("leans to one side");
    let places = more
        .iter()
        .take(3)
        .map(|(text, range)| text.place(range.clone()));
    let finding = places.fold(finding, |finding, place: Place| {
        finding.related(place, "one of them")
    });
    out.push(finding.help(
        "say what is done in place of what somebody is: `sells to 20 customers` for `aggressive`",
    ));
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "gendered-wording",
        severity: Severity::Warning,
        summary: "the posting is worded for one sex",
        why: "In experiments, women found the same jobs less appealing, and felt that they belonged less, when the \
              advertisement had more words that call up men. A title or pronoun for one sex may also be read as a wish.",
        bad: Run("\
posting:
  about: We sell coffee machines to offices.
  role: The salesman looks after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
        good: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
    },
    packs: &[Pack::Posting],
    what: "Looks for titles and pronouns of one sex, and holds the words that call up men against those that call up women, \
           over the whole posting. Words of the trade, such as leadership, analysis, competency and support, do not count.",
    sources: &[
        "D. Gaucher, J. Friesen and A. C. Kay, “Evidence that gendered wording in job advertisements exists and sustains \
         gender inequality”, Journal of Personality and Social Psychology 101 (2011)",
        "EU: Directive 2006/54/EC, article 14",
        "UK: Equality Act 2010, section 39",
    ],
    help: "Use titles and pronouns for everyone, and describe the work and not a type of person.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, passes};

    #[test]
    fn titles_pronouns_and_a_lean() {
        flags(
            &RULE,
            Role::Posting,
            &[
                "The foreman plans the shifts.",
                "The manager reports to the board. He will lead two teams.",
                "You are aggressive, fearless and dominant.",
                "You are warm, gentle and compassionate.",
            ],
        );
    }

    #[test]
    fn words_of_the_trade_and_other_people() {
        passes(
            &RULE,
            Role::Posting,
            &[
                "You lead analysts, decide on competencies and support the active directory.",
                "Our founder opened the shop in May. She still works here.",
                "Each user gets his or her own device.",
                "We pay a competitive salary, and our work is driven by data.",
                "Test-driven, data-driven and independent of vendors.",
                "Sensitive data, a tender, and this kind of work.",
            ],
        );
        passes(&RULE, Role::Question, &["What did he say?"]);
    }
}
