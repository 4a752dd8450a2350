//! The examples of every rule are run: the bad one gives that finding and no other, the good one none.

use super::example::{folder, lint, overlay};
use hirekit::finding::Example;
use hirekit::lint::rules;
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

#[test]
fn every_bad_example_gives_its_finding_and_no_other() {
    for rule in rules() {
        let findings = lint("example.yaml", &overlay(run(rule.explanation.bad)));
        let names: BTreeSet<_> = findings.iter().map(|it| it.code).collect();
        let all = text(&findings, &Style::default());
        assert_eq!(names, BTreeSet::from([rule.name()]), "{all}");
    }
}

#[test]
fn every_good_example_gives_none() {
    for rule in rules() {
        let findings = lint("example.yaml", &overlay(run(rule.explanation.good)));
        let all = text(&findings, &Style::default());
        assert!(
            findings.is_empty(),
            "the good example of {}:\n{all}",
            rule.name()
        );
    }
}
