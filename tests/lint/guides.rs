//! Whole guides: those of this repository, which are clean, and a poor one.

use super::example::{folder, lint};
use hirekit::finding::{Finding, Lines};
use hirekit::lint::rules;
use hirekit::report::text::{Style, text};
use std::collections::BTreeSet;

#[test]
fn the_guides_of_this_repository_are_clean() {
    let mut all = String::new();
    let guides = folder().join("../../guides");
    for file in std::fs::read_dir(guides).expect("there are guides") {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_some_and(|it| it == "yaml") {
            let guide = std::fs::read_to_string(&path).expect("a guide is text");
            let name = path.file_name().expect("it has a name").to_string_lossy();
            let findings = lint(&format!("../../guides/{name}"), &guide);
            all.push_str(&text(&findings, &Style::default()));
        }
    }
    assert!(all.is_empty(), "{all}");
}

/// Every line of the poor guide that a rule has something to say about ends with `#! RULE`, and the
/// whole report is kept beside it.
#[test]
fn the_poor_guide_has_every_mistake_in_its_line() {
    let guide = std::fs::read_to_string(folder().join("poor.yaml")).expect("it is there");
    let noted = guide.lines().zip(1..).flat_map(|(line, number)| {
        let names = line.split("#! ").skip(1);
        names.map(move |name| (number, name.trim().to_owned()))
    });
    let noted: BTreeSet<_> = noted.collect();
    let findings = lint("poor.yaml", &guide);
    let lines = Lines::of(&guide);
    let line = |it: &Finding| lines.position(it.place.span.start).line;
    let found = findings.iter().map(|it| (line(it), it.code.to_owned()));
    assert_eq!(found.collect::<BTreeSet<_>>(), noted);
    let names: BTreeSet<_> = noted.iter().map(|(_, name)| name.as_str()).collect();
    let missing: Vec<_> = rules()
        .iter()
        .filter(|rule| !names.contains(rule.name()))
        .map(|it| it.name())
        .collect();
    assert!(
        missing.is_empty(),
        "rules that the poor guide does not break: {missing:?}"
    );
    let report = snapbox::Data::read_from(&folder().join("poor.txt"), None);
    snapbox::assert_data_eq!(text(&findings, &Style::default()), report.raw());
}
