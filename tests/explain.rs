//! Runs the examples of `hirekit explain`.

use hirekit::check::check_guide;
use hirekit::finding::text::{Style, text};
use hirekit::finding::{Example, Finding, Source, codes, explain, explanation};
use std::collections::BTreeMap;
use std::sync::Arc;

const MINIMAL: &str = include_str!("minimal.yaml");

/// Splits a guide before each line that starts a top-level field.
fn sections(guide: &str) -> Vec<(Option<&str>, String)> {
    let mut sections: Vec<(Option<&str>, String)> = Vec::new();
    for line in guide.lines() {
        let name = line.split_once(':').map(|(name, _)| name);
        let is_field = name.is_some_and(|name| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        });
        if is_field || sections.is_empty() {
            sections.push((name.filter(|_| is_field), String::new()));
        }
        let (_, text) = sections.last_mut().expect("one was just added");
        text.push_str(line);
        text.push('\n');
    }
    sections
}

/// The small complete guide, with the fields of `example` in place of its own.
fn overlay(example: &str) -> String {
    let new = sections(example);
    let replaced =
        |name: Option<&str>| name.is_some() && new.iter().any(|(other, _)| *other == name);
    let old = sections(MINIMAL)
        .into_iter()
        .filter(|(name, _)| !replaced(*name));
    old.chain(new.clone()).map(|(_, text)| text).collect()
}

fn check(guide: &str) -> Vec<Finding> {
    let source = Arc::new(Source {
        path: "minimal.yaml".into(),
        text: guide.into(),
    });
    let checked = check_guide(&source, &BTreeMap::new());
    checked.findings
}

#[test]
fn the_minimal_guide_has_no_findings() {
    let findings = check(MINIMAL);
    assert!(
        findings.is_empty(),
        "{}",
        text(&findings, &Style::default())
    );
}

#[test]
fn every_example_gives_its_finding_and_every_cure_none() {
    for (code, _) in codes() {
        let it = explanation(code).expect("the code is listed");
        if let Example::Run(bad) = it.bad {
            let findings = check(&overlay(bad));
            let all = text(&findings, &Style::default());
            assert!(
                findings.iter().any(|found| found.code == code),
                "{code} is not found:\n{all}"
            );
        }
        if let Example::Run(good) = it.good {
            let all = text(&check(&overlay(good)), &Style::default());
            assert!(all.is_empty(), "the cure for {code} has findings:\n{all}");
        }
    }
}

#[test]
fn an_explanation_says_what_why_and_how() {
    let text = explain("weights-not-100").expect("the code exists");
    snapbox::assert_data_eq!(text, snapbox::str![[r#"..."#]]);
    assert!(explain("no-such-code").is_none());
}
