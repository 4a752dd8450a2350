//! Initials in a text for candidates that an outsider does not know.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::check::stage::items;
use crate::finding::quoted;
use crate::lint::said::{Sentence, Text};
use crate::lint::words::{self, Word};
use std::collections::BTreeSet;

/// What most adults read as a word, by subject.
const KNOWN: &[&str] = &[
    // Work, money and time.
    "am", "atm", "asap", "ba", "bst", "cc", "ceo", "cet", "cfo", "cio", "coo", "cto", "cv", "diy",
    "est", "eta", "eur", "faq", "fyi", "gbp", "gmt", "hq", "hr", "id", "inc", "it", "llc", "ltd",
    "ma", "mba", "mot", "ok", "pa", "plc", "pm", "po", "pr", "ps", "rsvp", "tbc", "usd", "utc",
    "vat", "vip", "vs", // Places and people.
    "bbc", "dc", "eu", "fbi", "gb", "gcse", "gp", "la", "lgbt", "lgbtq", "nasa", "nhs", "ny",
    "nyc", "uk", "un", "us", "usa", // Technology in everybody's pocket.
    "3d", "ai", "app", "bbq", "cd", "dj", "dna", "led", "suv", "vr", "cctv", "csv", "docx", "dvd",
    "gps", "html", "http", "https", "jpg", "mac", "mp3", "mp4", "pc", "pdf", "pin", "png", "pptx",
    "qr", "sms", "tv", "url", "usb", "wifi", "www", "xlsx",
    // Roman numbers, and words that are spelled in capitals to be stressed.
    "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "all", "and", "any", "before", "do",
    "don't", "must", "never", "no", "not", "note", "only", "or", "please", "read", "stop", "the",
    "to", "yes", "you", "your", // Notes to oneself: `leftover-text` reports them.
    "fixme", "tba", "tbd", "todo", "xxx",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let mut explained = demanded(guide);
    for text in guide.texts_of(Role::FOR_CANDIDATES) {
        let words = text
            .words
            .iter()
            .filter(|word| is_acronym(text.value(), word));
        let words = words.filter(|word| is_explained(text, word));
        explained.extend(words.map(name));
    }
    let mut looked_up = 0;
    for text in guide.texts_of(Role::FOR_CANDIDATES) {
        for word in text
            .words
            .iter()
            .filter(|word| is_acronym(text.value(), word))
        {
            let name = name(word);
            // Once in a guide is enough to say it.
            if KNOWN.contains(&name.as_str()) || !explained.insert(name.clone()) {
                continue;
            }
            looked_up += 1;
            if looked_up <= MOST && is_spelled_out(guide, &name) {
                continue;
            }
            let written = &text.value()[word.range.clone()];
            out.push(
                RULE.finding(
                    text.place(word.range.clone()),
                    format!(
                        "candidates may not know what {} stands for",
                        quoted(written)
                    ),
                )
                .label("is explained nowhere that candidates read")
                .help(format!(
                    "write the words out, with the initials behind: `… ({written})`"
                )),
            );
        }
    }
}

/// What the posting asks candidates to know.
fn demanded(guide: &Guide<'_>) -> BTreeSet<String> {
    let posting = guide.root.get("posting");
    let requirements = posting.map_or(&[][..], |posting| items(posting, "requirements"));
    let mut demanded = BTreeSet::new();
    for text in requirements.iter().filter_map(|it| it.text()) {
        let words = words::words(text);
        demanded.extend(words.iter().filter(|word| is_acronym(text, word)).map(name));
    }
    demanded
}

/// Its name: `slas` and `sla` are one.
fn name(word: &Word) -> String {
    word.folded
        .strip_suffix('s')
        .filter(|it| it.len() > 1)
        .unwrap_or(&word.folded)
        .to_owned()
}

/// Two capitals to six, and an `s` for many; with digits three, since `LS1` is a place. Not a blank.
fn is_acronym(text: &str, word: &Word) -> bool {
    let written = &text[word.range.clone()];
    let stem = written.strip_suffix('s').unwrap_or(written);
    let is_capital = |c: char| c.is_ascii_uppercase();
    let least = 2 + usize::from(stem.contains(|c: char| c.is_ascii_digit()));
    let is_blank =
        text[..word.range.start].ends_with('[') || text[word.range.end..].starts_with(']');
    (2..=6).contains(&stem.len())
        && stem.chars().all(|c| is_capital(c) || c.is_ascii_digit())
        && stem.chars().filter(|c| is_capital(*c)).count() >= least
        && !is_blank
}

/// Whether a sentence has words in a row that begin with these letters, as `objectives and key
/// results`. Of two letters, chance would have too many.
fn is_spelled_out(guide: &Guide<'_>, name: &str) -> bool {
    let of_sentence = |sentence: Sentence<'_>| {
        let words = sentence
            .folded()
            .filter(|it| !JOINING.contains(it) && *it != name);
        let initials: String = words.filter_map(|it| it.chars().next()).collect();
        initials.contains(name)
    };
    let mut texts = guide.texts_of(Role::FOR_CANDIDATES);
    name.len() > 2 && texts.any(|text| text.sentences().any(of_sentence))
}

/// The most initials whose words are looked for: all texts are read for each. A guide has a few.
const MOST: usize = 20;

/// Words that initials leave out.
const JOINING: &[&str] = &["and", "for", "in", "of", "on", "the", "to"];

/// Whether it stands in brackets behind its words, or its words in brackets behind it.
fn is_explained(text: &Text<'_>, word: &Word) -> bool {
    let (before, after) = (
        &text.value()[..word.range.start],
        &text.value()[word.range.end..],
    );
    let is_behind = before.ends_with('(') && after.starts_with([')', ',', ';']);
    let follows = [", or ", " known as "]
        .iter()
        .any(|it| before.ends_with(it));
    is_behind
        || follows
        || [
            " (",
            ", or ",
            ", short for",
            " stands for",
            " is short for",
            " means ",
            ", the ",
            ", our ",
            ", that is",
            " for short",
        ]
        .iter()
        .any(|it| after.starts_with(it))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unexplained-acronym",
        severity: Severity::Warning,
        summary: "a text for candidates has initials that it does not explain",
        why: "Initials of a house or a trade shut out those who do the same work under other names, and tell them that \
              they do not belong before they have said a word.",
        bad: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        We talk about the QBR you have prepared. If an adjustment would help you, tell us and we will arrange it. You
        have time for your own questions.
"),
        good: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        We talk about the quarterly business review (QBR) you have prepared. If an adjustment would help you, tell us
        and we will arrange it. You have time for your own questions.
"),
    },
    packs: &[Pack::Wording],
    what: "Looks for initials in what candidates read or hear. Passed by are those that most people know, those explained \
           in any text for candidates, and those that the requirements of the posting ask for.",
    sources: &["US: Plain Writing Act of 2010, Pub. L. 111-274"],
    help: "Write the words out where the initials first stand, or leave the initials out.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role};
    use crate::lint::sample::{flags, marked, passes};

    #[test]
    fn unknown_initials() {
        flags(
            &RULE,
            Role::Brief,
            &["Bring your OKRs.", "The panel follows the PQX method."],
        );
        assert_eq!(
            marked(&RULE, Role::Scenario, "The CAB meets, and the CAB decides."),
            ["CAB"]
        );
    }

    #[test]
    fn known_or_explained_initials() {
        passes(
            &RULE,
            Role::Brief,
            &[
                "Send your CV as a PDF to HR in the UK or the USA.",
                "A key result (KR) counts. Bring one KR.",
                "Each KR (key result) counts.",
                "Objectives and key results come first. OKRs are set in May.",
                "Meet us at LS1 4AP, room EC2.",
                "[ABC] is our office. Do NOT bring a laptop.",
                "McKinsey, GitHub and iOS.",
            ],
        );
        passes(&RULE, Role::Hint, &["Look for OKRs."]);
    }
}
