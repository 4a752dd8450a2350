//! All formats for programs under the same findings, most of them from someone who means harm.

use super::{Report, Root, github, json, sarif, schema_text};
use crate::finding::{Finding, Place, Source, explanation};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Words that try to be a command, a link, an escape sequence, a line, and the end of a text.
const HARM: &str = "::error::x\r\n::warning file=a::b ##[error]c %0A [d](https://e.example) \u{1b}[31m\u{202e}\u{85}\u{2028}\"}],";

fn root() -> Root {
    Root::around(Path::new("/nowhere/at/all"))
}

fn source(path: &str, text: &str) -> Arc<Source> {
    Arc::new(Source {
        path: PathBuf::from(path),
        text: text.to_owned(),
    })
}

/// A finding at the first `what` in the source.
fn finding(source: &Arc<Source>, code: &str, what: &str) -> Finding {
    let start = source.text.find(what).expect("the words are in the text");
    let place = Place::new(source, start..start + what.len());
    let about = explanation(code).expect("there is such a code");
    about.finding(place, "something is wrong")
}

fn parsed(text: &str) -> Json {
    serde_json::from_str(text).expect("it is JSON")
}

fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let report = parsed(&json::json(&Report::of(findings), &root()));
    let findings = report["findings"].as_array().expect("there is a list");
    let fingerprints = findings
        .iter()
        .map(|it| it["fingerprint"].as_str().unwrap_or_default().to_owned());
    fingerprints.collect()
}

fn fingerprint(text: &str, code: &str) -> String {
    let source = source("a.yaml", text);
    fingerprints(&[finding(&source, code, "minuts")]).remove(0)
}

#[test]
fn a_finding_is_the_same_one_when_other_lines_come_and_go() {
    let before = fingerprint("id: a\nminuts: 4\nrole: b\n", "unknown-field");
    assert_eq!(before.len(), 32);
    let after = fingerprint("id: a\n\n# more\nx:\n    minuts: 4\n", "unknown-field");
    assert_eq!(before, after);
    assert_ne!(before, fingerprint("minuts: 5\n", "unknown-field"));
    assert_ne!(before, fingerprint("minuts: 4\n", "unknown-value"));
    let elsewhere = source("b.yaml", "minuts: 4\n");
    let elsewhere = finding(&elsewhere, "unknown-field", "minuts");
    assert_ne!(before, fingerprints(&[elsewhere]).remove(0));
}

#[test]
fn findings_that_look_the_same_are_told_apart() {
    let source = source("a.yaml", "minuts: 4\n");
    let all = vec![finding(&source, "unknown-field", "minuts"); 3];
    let mut names = fingerprints(&all);
    names.dedup();
    assert_eq!(names.len(), 3);
    assert_eq!(fingerprints(&all[..1])[0], names[0]);
}

#[test]
fn columns_count_characters_and_bytes_count_bytes() {
    let source = source("a.yaml", "id: a\nrole: 😀é x\n");
    let report = json::json(
        &Report::of(&[finding(&source, "unknown-field", "x")]),
        &root(),
    );
    let range = &parsed(&report)["findings"][0]["place"]["range"];
    let start = serde_json::json!({"byte": 19, "line": 2, "column": 10});
    assert_eq!(range["start"], start);
    assert_eq!(range["end"]["column"], 11);
}

/// A finding whose every text is [`HARM`], in a file of that name.
fn hostile() -> Finding {
    let here = source(&format!("guides/{HARM}.yaml"), &format!("a: {HARM}\n"));
    let mut finding = finding(&here, "unknown-field", "a").replace_with(HARM);
    finding.message = HARM.to_owned();
    let place = finding.place.clone();
    finding.label(HARM).help(HARM).related(place, HARM)
}

#[test]
fn no_word_steers_what_shows_a_report() {
    let findings = [hostile(), hostile()];
    let report = Report::of(&findings);
    for text in [
        json::json(&report, &root()),
        sarif::sarif(&findings, &root()),
        github::github(&findings, &root()),
    ] {
        let seen = |c: char| c == '\n' || !super::is_unseen(c);
        assert!(text.chars().all(seen), "{text}");
    }
}

#[test]
fn json_gives_names_and_replacements_back_as_they_are() {
    let report = parsed(&json::json(&Report::of(&[hostile()]), &root()));
    let finding = &report["findings"][0];
    assert_eq!(finding["place"]["file"], format!("guides/{HARM}.yaml"));
    assert_eq!(finding["fix"]["text"], HARM);
}

#[test]
fn every_document_keeps_to_the_schema() {
    let schema = parsed(&schema_text());
    let schema = jsonschema::draft202012::new(&schema).expect("the schema is one");
    let gone = source("gone.yaml", "");
    let gone = finding(&gone, "not-utf8", "");
    let kits = [super::Kit {
        guide: "a".to_owned(),
        role: HARM.to_owned(),
        packets: vec![super::Packet {
            name: "b".to_owned(),
            audience: "public",
            pages: None,
        }],
        written: 1,
        unchanged: 0,
        removed: 0,
        kept: 0,
    }];
    for findings in [vec![], vec![hostile(), gone]] {
        let report = Report {
            findings: &findings,
            kits: Some(&kits),
        };
        let document = parsed(&json::json(&report, &root()));
        assert!(schema.is_valid(&document), "{document}");
    }
    assert!(!schema.is_valid(&parsed("{\"format\": 2}")));
}

#[test]
fn no_link_is_made_in_a_code_host() {
    let log = parsed(&sarif::sarif(&[hostile()], &root()));
    let result = &log["runs"][0]["results"][0];
    let message = result["message"]["text"].as_str().unwrap_or_default();
    assert!(message.contains("[d] (https"), "{message}");
    let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    let uri = uri.as_str().unwrap_or_default();
    assert!(
        uri.starts_with("guides/%3A%3Aerror%3A%3Ax%0D%0A%3A%3A"),
        "{uri}"
    );
}

/// What GitHub's runner makes of a line: the name of a command, its properties, and its text. It
/// splits before it decodes.
fn command(line: &str) -> (&str, Vec<(String, String)>, String) {
    let decoded = |text: &str| {
        let pairs = [
            ("%0D", "\r"),
            ("%0A", "\n"),
            ("%3A", ":"),
            ("%2C", ","),
            ("%25", "%"),
        ];
        let mut text = text.to_owned();
        for (code, character) in pairs {
            text = text.replace(code, character);
        }
        text
    };
    let line = line.strip_prefix("::").expect("it is a command");
    let (head, data) = line.split_once("::").expect("it has a text");
    let (name, properties) = head.split_once(' ').expect("it has properties");
    let properties = properties.split(',').map(|it| {
        let (key, value) = it.split_once('=').expect("a property has a value");
        (key.to_owned(), decoded(value))
    });
    (name, properties.collect(), decoded(data))
}

#[test]
fn a_finding_is_one_command_to_github() {
    let report = github::github(&[hostile(), hostile()], &root());
    assert_eq!(report.lines().count(), 2);
    for line in report.split_terminator('\n') {
        let (name, properties, text) = command(line);
        let keys: Vec<_> = properties.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(name, "error");
        assert_eq!(
            keys,
            ["file", "title", "line", "endLine", "col", "endColumn"]
        );
        let file = &properties[0].1;
        assert!(
            file.starts_with("guides/::error::x\\u{d}\\u{a}::warning file=a::b"),
            "{file}"
        );
        assert_eq!(
            text.lines().count(),
            4,
            "message, label, related place, help"
        );
    }
}

#[test]
fn thousands_of_findings_are_one_report() {
    let text = "minuts: 4\n".repeat(1_000);
    let source = source("a.yaml", &text);
    let one = finding(&source, "unknown-field", "minuts");
    let many: Vec<_> = (0..3_000)
        .map(|number| {
            let mut finding = one.clone();
            let start = number % 1_000 * 10;
            finding.place.span = start..start + 6;
            finding
        })
        .collect();
    let names = fingerprints(&many);
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), many.len());
    let log = parsed(&sarif::sarif(&many, &root()));
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().map(Vec::len), Some(many.len()));
    assert_eq!(
        run["tool"]["driver"]["rules"].as_array().map(Vec::len),
        Some(1)
    );
    let commands = github::github(&many, &root());
    assert_eq!(commands.lines().count(), many.len());
}
