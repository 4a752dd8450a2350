//! Rules that look at words, measured on texts whose problems a person has named: `README.md` says
//! what the labels mean and how to read the table.

use super::example::{lint, overlay};
use hirekit::finding::{Finding, Severity};
use hirekit::lint::rule;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A text, and what is wrong with it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    text: String,
    #[serde(rename = "where")]
    place: String,
    problems: BTreeSet<String>,
}

/// The least share in percent, of what a rule reports that is right, and of what is wrong that it finds.
const FLOORS: (usize, usize) = (90, 70);

/// Rules that have reached more: a change must not take it from them. `hypothetical-question` is not finished.
const REACHED: &[(&str, usize, usize)] = &[
    ("age", 93, 98),
    ("brain-teaser", 98, 75),
    ("closed-question", 96, 96),
    ("criminal-record", 98, 90),
    ("culture-fit", 98, 80),
    ("degree-without-equivalent", 90, 90),
    ("exclusionary-wording", 98, 80),
    ("family", 98, 88),
    ("gendered-wording", 98, 86),
    ("genetic-information", 98, 90),
    ("hard-to-read", 98, 98),
    ("health", 91, 75),
    ("hypothetical-question", 89, 94),
    ("leading-question", 93, 88),
    ("long-question", 98, 98),
    ("military-discharge", 98, 80),
    ("origin", 92, 82),
    ("religion", 98, 78),
    ("salary-history", 98, 83),
    ("union-membership", 98, 84),
];

/// Labels of questions that should not be asked in any wording. Whether such a question is closed
/// as well is no matter.
const NOT_TO_BE_ASKED: &[&str] = &[
    "age",
    "brain-teaser",
    "criminal-record",
    "culture-fit",
    "family",
    "genetic-information",
    "health",
    "military-discharge",
    "origin",
    "religion",
    "salary-history",
    "union-membership",
];

/// How often a rule was right.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn count(&mut self, is_flagged: bool, is_labelled: bool) {
        match (is_flagged, is_labelled) {
            (true, true) => self.right += 1,
            (true, false) => self.wrong += 1,
            (false, true) => self.missed += 1,
            (false, false) => {}
        }
    }

    /// In percent. A rule that reports nothing reports nothing wrong.
    fn precision(&self) -> usize {
        percent(self.right, self.wrong)
    }

    fn recall(&self) -> usize {
        percent(self.right, self.missed)
    }
}

fn percent(part: usize, rest: usize) -> usize {
    (part * 100).checked_div(part + rest).unwrap_or(100)
}

/// Both tallies of a rule: of all texts, and of those that nobody looks at who writes rules.
#[derive(Default)]
struct Measured {
    all: Tally,
    unseen: Tally,
    /// What went wrong with the others.
    seen_errors: Vec<String>,
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is what the test is for")]
fn rules_are_right_and_find_what_is_wrong() {
    let entries = entries();
    let measured = measure(&entries);
    println!("{}", table(&measured));
    let below: Vec<_> = measured
        .iter()
        .filter(|(name, it)| {
            let (precision, recall) = floors(name);
            it.all.precision() < precision || it.all.recall() < recall
        })
        .map(|(name, _)| name)
        .collect();
    assert!(below.is_empty(), "below their floors: {below:?}");
}

fn floors(name: &str) -> (usize, usize) {
    let reached = REACHED.iter().find(|(rule, ..)| *rule == name);
    reached.map_or(FLOORS, |&(_, precision, recall)| (precision, recall))
}

fn entries() -> Vec<Entry> {
    let path = super::example::folder().join("corpus.yaml");
    let text = std::fs::read_to_string(path).expect("the corpus is there");
    serde_yaml::from_str(&text).expect("the corpus is as its README says")
}

/// Runs all rules over each text, and counts for those that a label is named after.
fn measure(entries: &[Entry]) -> BTreeMap<&str, Measured> {
    let labels: BTreeSet<&str> = entries
        .iter()
        .flat_map(|it| it.problems.iter().map(String::as_str))
        .collect();
    let mut measured: BTreeMap<&str, Measured> = BTreeMap::new();
    for entry in entries {
        let findings = lint("example.yaml", &guide(entry));
        let broken = findings.iter().find(|it| it.severity == Severity::Error);
        assert!(broken.is_none(), "not read as meant: {broken:?}");
        let names: BTreeSet<_> = findings.iter().map(|it| it.code).collect();
        // A rule that is not written yet has nothing to measure.
        for &label in labels.iter().filter(|label| rule(label).is_some()) {
            let is_labelled = entry.problems.contains(label);
            let has_worse = || {
                NOT_TO_BE_ASKED
                    .iter()
                    .any(|it| entry.problems.contains(*it))
            };
            if label == "closed-question" && !is_labelled && has_worse() {
                continue;
            }
            let is_flagged = names.contains(label);
            let it = measured.entry(label).or_default();
            it.all.count(is_flagged, is_labelled);
            if is_unseen(&entry.text) {
                it.unseen.count(is_flagged, is_labelled);
            } else if is_flagged != is_labelled {
                let marked = marked(&findings, label);
                it.seen_errors.push(format!("{marked}: {}", entry.text));
            }
        }
    }
    measured
}

/// What the rule underlines, or that it underlines nothing.
fn marked(findings: &[Finding], rule: &str) -> String {
    let found = findings.iter().find(|it| it.code == rule);
    found.map_or("missed".to_owned(), |it| {
        format!("wrong, `{}`", it.place.text())
    })
}

/// The sample guide with the text at its place. The rest of the sample has no findings.
fn guide(entry: &Entry) -> String {
    let text = &entry.text;
    let asked = |field| json!({"stages": [{"id": "interview", "questions": [field]}]});
    let fields = match entry.place.as_str() {
        "question" => asked(json!({"id": "trade-off", "ask": text})),
        "follow_up" => asked(json!({"id": "trade-off", "follow_ups": [text]})),
        "hint" => asked(json!({"id": "trade-off", "guidance": text})),
        "candidate" => json!({"stages": [{"id": "interview", "directions": {"candidate": text}}]}),
        "posting" => json!({"posting": {
            "about": "We run networks.",
            "role": text,
            "responsibilities": ["Keeps the network running"],
            "requirements": ["Has led a renewal"],
            "process": {},
        }}),
        "reference" => json!({"stages": [{
            "id": "referees",
            "place": "last",
            "kind": "references",
            "title": "References",
            "minutes": 20,
            "interviewer": "Recruiter",
            "questions": [{"id": "work", "ask": text}],
        }]}),
        other => panic!("no such place: {other}"),
    };
    // JSON in one line is YAML as well.
    let fields = fields.as_object().expect("it is an object");
    let lines = fields
        .iter()
        .map(|(key, value)| format!("{key}: {value}\n"));
    overlay(&lines.collect::<String>())
}

/// Half of the texts are only counted: whoever writes a rule looks at the other half, and learns from
/// this one whether the rule holds for texts it was not made for.
fn is_unseen(text: &str) -> bool {
    // FNV-1a: it stays as it is, and does not depend on the order of the texts.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The last bit is only that of the sum of the bytes.
    hash >> 32 & 1 == 1
}

fn table(measured: &BTreeMap<&str, Measured>) -> String {
    let mut out = format!(
        "{:26} {:>7} {:>5} {:>5} {:>6} {:>9} {:>6}   unseen half: {:>9} {:>6}\n",
        "rule", "flagged", "right", "wrong", "missed", "precision", "recall", "precision", "recall"
    );
    for (name, Measured { all, unseen, .. }) in measured {
        let Tally {
            right,
            wrong,
            missed,
        } = all;
        let _ = writeln!(
            out,
            "{name:26} {:>7} {right:>5} {wrong:>5} {missed:>6} {:>8}% {:>5}%                {:>8}% {:>5}%",
            right + wrong,
            all.precision(),
            all.recall(),
            unseen.precision(),
            unseen.recall(),
        );
    }
    for (name, it) in measured.iter().filter(|(_, it)| !it.seen_errors.is_empty()) {
        let _ = writeln!(out, "\n{name}, in the half that is looked at");
        for error in &it.seen_errors {
            let _ = writeln!(out, "  {error}");
        }
    }
    out
}

#[test]
fn the_corpus_is_split_in_halves() {
    let entries = entries();
    let unseen = entries.iter().filter(|it| is_unseen(&it.text)).count();
    let (least, most) = (entries.len() * 2 / 5, entries.len() * 3 / 5);
    assert!(
        (least..=most).contains(&unseen),
        "{unseen} of {} are unseen",
        entries.len()
    );
}
