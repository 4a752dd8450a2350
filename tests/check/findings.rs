//! Every finding, with the whole text that a person sees in the terminal.
//!
//! `tests/check/findings/CODE.txt` is what the bad example of `hirekit explain CODE` gives, and
//! `NAME.txt` what the guide `NAME.yaml` beside it gives. `SNAPSHOTS=overwrite cargo test` writes
//! them anew.

use super::example;

use hirekit::check::{check_guide, check_together};
use hirekit::finding::{Example, Lines, Source, codes, explain, explanation};
use hirekit::report::text::{Style, text};
use snapbox::IntoData;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/findings")
}

fn same_as_file(actual: &str, name: &str) {
    let expected = snapbox::Data::read_from(&folder().join(name), None).raw();
    snapbox::assert_data_eq!(actual, expected);
}

fn guides() -> Vec<(String, String)> {
    let files = std::fs::read_dir(folder()).expect("the folder is there");
    let paths = files.map(|file| file.expect("the folder can be read").path());
    let guides = paths.filter(|path| path.extension().is_some_and(|it| it == "yaml"));
    let read = |path: PathBuf| {
        let name = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        (
            name,
            std::fs::read_to_string(&path).expect("a guide is text"),
        )
    };
    let mut guides: Vec<_> = guides.map(read).collect();
    guides.sort();
    guides
}

/// All codes but those of the rules for a good interview, which have a sample of their own.
fn codes_here() -> impl Iterator<Item = &'static str> {
    let codes = codes().into_iter().map(|(code, _)| code);
    codes.filter(|code| hirekit::lint::rule(code).is_none())
}

#[test]
fn the_minimal_guide_has_no_findings() {
    let findings = example::check(example::MINIMAL);
    assert!(
        findings.is_empty(),
        "{}",
        text(&findings, &Style::default())
    );
}

#[test]
fn every_example_gives_its_finding() {
    for code in codes_here() {
        let it = explanation(code).expect("the code is listed");
        if let Example::Run(bad) = it.bad {
            let findings = example::check(&example::overlay(bad));
            let all = text(&findings, &Style::default());
            assert!(
                findings.iter().any(|found| found.code == code),
                "{code} is not found:\n{all}"
            );
            same_as_file(&all, &format!("{code}.txt"));
        }
    }
}

#[test]
fn every_cure_gives_none() {
    for code in codes_here() {
        let it = explanation(code).expect("the code is listed");
        if let Example::Run(good) = it.good {
            let all = text(&example::check(&example::overlay(good)), &Style::default());
            assert!(all.is_empty(), "the cure for {code} has findings:\n{all}");
        }
    }
}

#[test]
fn whole_guides() {
    for (name, guide) in guides() {
        let findings = example::check_as(&format!("{name}.yaml"), &guide);
        same_as_file(&text(&findings, &Style::default()), &format!("{name}.txt"));
    }
}

#[test]
fn every_planted_mistake_is_found_in_its_line_and_nothing_else() {
    let guide = std::fs::read_to_string(folder().join("planted.yaml")).expect("it is there");
    let noted = guide.lines().zip(1..).filter_map(|(line, number)| {
        let (_, code) = line.split_once("#! ")?;
        Some((number, code.to_owned()))
    });
    let noted: BTreeSet<_> = noted.collect();
    assert_eq!(noted.len(), 20, "the first line of the guide says twenty");
    let lines = Lines::of(&guide);
    let found = example::check_as("planted.yaml", &guide).into_iter();
    let found: BTreeSet<_> = found
        .map(|it| (lines.position(it.place.span.start).line, it.code.to_owned()))
        .collect();
    assert_eq!(found, noted);
}

#[test]
fn no_expectation_is_left_behind() {
    let names: BTreeSet<_> = guides().into_iter().map(|(name, _)| name).collect();
    for file in std::fs::read_dir(folder()).expect("the folder is there") {
        let path = file.expect("the folder can be read").path();
        let stem = path
            .file_stem()
            .expect("it has a name")
            .to_string_lossy()
            .into_owned();
        let is_code = explanation(&stem).is_some_and(|it| matches!(it.bad, Example::Run(_)));
        assert!(
            is_code || names.contains(&stem),
            "{} belongs to nothing",
            path.display()
        );
    }
}

#[test]
fn plain_sentences_for_a_screen_reader() {
    let style = Style {
        screen_reader: true,
        ..Style::default()
    };
    let findings = example::check(&example::overlay(
        "competencies:\n  - {id: judgment, name: J, description: D}\n",
    ));
    snapbox::assert_data_eq!(
        text(&findings, &style),
        snapbox::str![[r#"
error unknown-id: there is no competency `judgement`
 at minimal.yaml:13:24: no such id under `competencies`
 at minimal.yaml:25:10: declared here
help: write `judgment`
 on line 13, column 24 to column 33 replace with: judgment

error unknown-id: there is no competency `judgement`
 at minimal.yaml:18:23: no such id under `competencies`
  on line 25, column 10: declared here
help: write `judgment`
 on line 18, column 23 to column 32 replace with: judgment

warning unrated-competency: no scorecard rates the competency `judgment`
 at minimal.yaml:25:10: never rated
 help: name it as the `competency` of a criterion, or delete it


"#]]
        .raw()
    );
}

#[test]
fn an_explanation_says_what_why_and_how() {
    snapbox::assert_data_eq!(
        explain("bad-id").expect("the code exists"),
        snapbox::str![[r#"
bad-id: an id has characters other than lower-case letters, digits and hyphens
error: the guide is not built

Ids become names of folders, files and form fields, which must work on every
computer.

Instead of

    outcomes:
      - {id: Zero Downtime, name: Uptime, description: No outage., anchors: {1: A, 2: B, 3: C, 4: D}}

write

    outcomes:
      - {id: zero-downtime, name: Uptime, description: No outage., anchors: {1: A, 2: B, 3: C, 4: D}}

"#]].raw()
    );
    assert!(explain("no-such-code").is_none());
}

#[test]
fn one_id_for_two_guides() {
    let source = |path: &str| {
        let text = example::MINIMAL.to_owned();
        Arc::new(Source {
            path: path.into(),
            text,
        })
    };
    let sources = [source("guides/minimal.yaml"), source("more/minimal.yaml")];
    let mut all = sources.map(|source| check_guide(&source, &BTreeMap::new()));
    check_together(&mut all);
    assert!(all[0].guide.is_some() && all[1].guide.is_none());
    snapbox::assert_data_eq!(
        text(&all[1].findings, &Style::default()),
        snapbox::str![[r#"
error[duplicate-guide-id]: another guide has the id `minimal`
 --> more/minimal.yaml:2:5
  |
2 | id: minimal
  |     ^^^^^^^ used again here
  |
 ::: guides/minimal.yaml:2:5
  |
2 | id: minimal
  |     ------- first used here
  |
  = help: give one of the two guides another id


"#]]
        .raw()
    );
}

#[test]
fn a_fill_fills_a_placeholder() {
    let fields = "placeholders:\n  Company: {}\nsummary: Keeps [Company] running.\n";
    let source = Arc::new(Source {
        path: "minimal.yaml".into(),
        text: example::overlay(fields),
    });
    let fills = BTreeMap::from([("Company".to_owned(), "Aster".to_owned())]);
    assert!(check_guide(&source, &fills).guide.is_some());
    assert!(check_guide(&source, &BTreeMap::new()).guide.is_none());
}

#[test]
fn a_long_line_is_cut_around_the_mistake() {
    let words = "word ".repeat(200);
    let guide = example::overlay(&format!("summary: \"{words}[Company] {words}\"\n"));
    snapbox::assert_data_eq!(
        text(&example::check(&guide), &Style::default()),
        snapbox::str![[r#"
error[undeclared-placeholder]: the placeholder `Company` is not declared
  --> minimal.yaml:27:1011
   |
27 | ...rd word word word word [Company] word word word word word word word word word word word w...
   |                           ^^^^^^^^^ no such name under `placeholders`
   |
   = help: declare it under `placeholders`, or write `\[` if the bracket is part of the text


"#]]
        .raw()
    );
}

/// Another reader of YAML sees the same values in the guides of this repository.
#[test]
fn values_are_read_as_others_read_them() {
    let guides = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides");
    for file in std::fs::read_dir(guides).expect("there are guides") {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_none_or(|it| it != "yaml") {
            continue;
        }
        let (source, _) = hirekit::source::read(&path, &path, None).expect("it can be read");
        let root = hirekit::yaml::parse(&source).root.expect("it is YAML");
        let other: serde_json::Value = serde_yaml::from_str(&source.text).expect("it is YAML");
        assert_eq!(root.to_json(), other, "{}", path.display());
    }
}
