//! The examples of every rule are run: the bad one gives that finding and no other, the good one none.

use super::example::{folder, lint, overlay};
use hirekit::finding::{Example, Finding, Severity};
use hirekit::lint::{Rule, page, rules};
use hirekit::report::text::{Style, text};
use std::collections::BTreeSet;

fn run(example: Example) -> &'static str {
    match example {
        Example::Run(fields) => fields,
        Example::Told(words) => panic!("the example of a rule is run, and this is told: {words}"),
    }
}

#[test]
fn the_sample_has_no_findings() {
    let sample = std::fs::read_to_string(folder().join("sample.yaml")).expect("it is there");
    let findings = lint("sample.yaml", &sample);
    assert!(
        findings.is_empty(),
        "{}",
        text(&findings, &Style::default())
    );
}

/// What is wrong with the examples of the rules, one text for each; none when all is well.
fn wrong(of: impl Fn(&Rule, &[Finding]) -> bool, example: impl Fn(&Rule) -> Example) -> String {
    let mut wrong = String::new();
    for rule in rules() {
        let findings = lint("example.yaml", &overlay(run(example(rule))));
        if !of(rule, &findings) {
            let all = text(&findings, &Style::default());
            wrong.push_str(&format!("the example of {} has:\n{all}\n", rule.name()));
        }
    }
    wrong
}

#[test]
fn every_bad_example_gives_its_finding_and_no_other() {
    let is_right = |rule: &Rule, findings: &[Finding]| {
        let names = findings.iter().map(|it| it.code);
        // What a guide lacks besides is another matter.
        let names: BTreeSet<_> = names
            .filter(|name| hirekit::lint::rule(name).is_some())
            .collect();
        let is_readable = findings.iter().all(|it| it.severity != Severity::Error);
        is_readable && names == BTreeSet::from([rule.name()])
    };
    let wrong = wrong(is_right, |rule| rule.explanation.bad);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_good_example_gives_none() {
    let wrong = wrong(
        |_, findings| findings.is_empty(),
        |rule| rule.explanation.good,
    );
    assert!(wrong.is_empty(), "{wrong}");
}

/// `SNAPSHOTS=overwrite cargo test` writes the page anew.
#[test]
fn the_page_is_as_the_rules_are() {
    let path = folder().join("../../guides/RULES.md");
    let expected = snapbox::Data::read_from(&path, None).raw();
    snapbox::assert_data_eq!(page(), expected);
}

#[test]
fn a_session_needs_no_more_than_its_time() {
    let said = |fields: &str| {
        let session = format!(
            "stages:\n  - {{id: visit, kind: session, title: Visit, place: last{fields}}}\n"
        );
        let findings = lint("example.yaml", &overlay(&session));
        let mut said = findings.into_iter().map(|it| (it.code, it.message));
        said.find(|(code, _)| *code == "incomplete-stage")
    };
    assert_eq!(said(", minutes: 30"), None);
    let (_, message) = said("").expect("it has no time");
    assert!(
        message.ends_with("does not say how long it takes"),
        "{message}"
    );
}
