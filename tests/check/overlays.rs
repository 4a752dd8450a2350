//! Guides that extend others: what they come to, and what can be wrong with them.

use super::example;

use hirekit::check::{Checked, PrintedWith, check_file};
use hirekit::finding::{Lines, Source};
use hirekit::overlay::BUNDLED;
use hirekit::report::text::{Style, text};
use hirekit::schema::{as_json, as_yaml};
use hirekit::yaml;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use snapbox::{IntoData, assert_data_eq, str};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// A folder of guides.
pub struct Guides {
    pub folder: TempDir,
}

impl Guides {
    /// A folder with these files, and the small complete guide as `minimal.yaml`.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let guides = Self { folder };
        guides.write("minimal.yaml", example::MINIMAL);
        files
            .iter()
            .for_each(|(name, text)| guides.write(name, text));
        guides
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        let folder = path.parent().expect("it is in a folder");
        std::fs::create_dir_all(folder).expect("there is room for a folder");
        std::fs::write(path, text).expect("there is room for the file");
    }

    pub fn check(&self, name: &str) -> Checked {
        let path = self.folder.path().join(name);
        let workspace = Some(self.folder.path());
        check_file(&path, Path::new(name), workspace, PrintedWith::bundled())
            .expect("it can be read")
    }

    /// The findings of a guide, as the terminal shows them.
    pub fn report(&self, name: &str) -> String {
        text(&self.check(name).findings, &Style::default())
    }
}

/// The guide `over.yaml`, which extends `minimal`.
fn over(changes: &str) -> Guides {
    let text = format!("format: 1\nid: over\nextends: minimal\n{changes}");
    Guides::with(&[("over.yaml", &text)])
}

/// The values of a guide that has no errors.
pub fn value(checked: &Checked) -> Json {
    let findings = text(&checked.findings, &Style::default());
    assert!(checked.guide.is_some(), "{findings}");
    let tree = checked.tree.as_ref().expect("a guide has a tree");
    tree.to_json()
}

pub fn ids(list: &Json) -> Vec<&str> {
    let items = list.as_array().expect("it is a list").iter();
    items
        .map(|it| it["id"].as_str().expect("it has an id"))
        .collect()
}

fn changes(checked: &Checked) -> String {
    let lines = checked.changes.iter().map(|it| {
        let source = &it.place.source;
        let line = Lines::of(&source.text).position(it.place.span.start).line;
        let file = source.path.display();
        format!("{file}:{line}: {} {}\n", it.verb.name(), it.path)
    });
    lines.collect()
}

const QUESTIONS: &str = "\
stages:
  - id: interview
    questions:
      - id: second
        after: trade-off
        ask: And what came of it?
      - id: first
        before: trade-off
        ask: How did you come to IT?
      - {id: very-last, place: last, ask: What else?}
      - {id: very-first, place: first, ask: How are you?}
      - id: trade-off
        ask: Tell me about a hard choice.
        competencies: []
";

#[test]
fn entries_are_changed_and_put_where_they_ask_to_be() {
    let checked = over(QUESTIONS).check("over.yaml");
    let guide = value(&checked);
    let questions = &guide["stages"][0]["questions"];
    assert_eq!(
        ids(questions),
        ["very-first", "first", "trade-off", "second", "very-last"]
    );
    assert_eq!(questions[2]["ask"], "Tell me about a hard choice.");
    assert_eq!(
        questions[1],
        json!({"id": "first", "ask": "How did you come to IT?"})
    );
    assert_data_eq!(
        changes(&checked),
        str![[r#"
over.yaml:7: added stages/interview/questions/second
over.yaml:10: added stages/interview/questions/first
over.yaml:13: added stages/interview/questions/very-last
over.yaml:14: added stages/interview/questions/very-first
over.yaml:16: replaced stages/interview/questions/trade-off/ask
over.yaml:17: replaced stages/interview/questions/trade-off/competencies

"#]]
    );
}

#[test]
fn an_overlay_of_an_overlay_sees_what_that_one_made() {
    let guides = over(QUESTIONS);
    guides.write(
        "top.yaml",
        "format: 1\nid: top\nextends: over\nrole: Chief\nstages:\n  - id: interview\n    optional: \
         true\n    questions:\n      - {id: second, place: first}\n      - {id: trade-off, remove: \
         [competencies]}\n      - {id: first, remove: true}\n      - id: very-last\n        cover: [All]\n",
    );
    let checked = guides.check("top.yaml");
    let guide = value(&checked);
    let questions = &guide["stages"][0]["questions"];
    assert_eq!(
        ids(questions),
        ["second", "very-first", "trade-off", "very-last"]
    );
    assert_eq!(questions[2].get("competencies"), None);
    assert_eq!(guide["role"], "Chief");
    let changes = changes(&checked);
    let (_, top) = changes
        .split_once("trade-off/competencies\n")
        .expect("the one below is first");
    assert_data_eq!(
        top,
        str![[r#"
top.yaml:4: replaced role
top.yaml:7: added stages/interview/optional
top.yaml:9: moved stages/interview/questions/second
top.yaml:10: removed stages/interview/questions/trade-off/competencies
top.yaml:11: removed stages/interview/questions/first
top.yaml:13: added stages/interview/questions/very-last/cover

"#]]
    );
    let bases: Vec<_> = checked
        .bases
        .iter()
        .map(|it| it.path.display().to_string())
        .collect();
    assert_eq!(bases, ["over.yaml", "minimal.yaml"]);
}

#[test]
fn fields_and_levels_are_taken_out_by_name() {
    let guides = Guides::with(&[(
        "base.yaml",
        &example::overlay(
            "id: base\nhow_to: [Read it]\nscales:\n  pass: {levels: {1: No, 2: Yes, 3: Sure}}\n",
        ),
    )]);
    guides.write(
        "over.yaml",
        "format: 1\nid: over\nextends: base\nremove: [how_to]\nscales:\n  pass: {levels: {remove: [3], 2: Aye}}\n",
    );
    let guide = value(&guides.check("over.yaml"));
    assert_eq!(guide.get("how_to"), None);
    assert_eq!(
        guide["scales"]["pass"]["levels"],
        json!({"1": "No", "2": "Aye"})
    );
}

#[test]
fn an_overlay_without_changes_is_its_base() {
    for (id, text) in BUNDLED {
        let guides = Guides::with(&[
            (
                "base.yaml",
                &text.replacen(&format!("id: {id}"), "id: base", 1),
            ),
            ("over.yaml", "format: 1\nid: over\nextends: base\n"),
        ]);
        let (base, over) = (guides.check("base.yaml"), guides.check("over.yaml"));
        assert!(over.changes.is_empty());
        let mut base = value(&base);
        base["id"] = "over".into();
        // As text, so that the order of the fields counts.
        assert_eq!(value(&over).to_string(), base.to_string());
    }
}

#[test]
fn a_change_of_the_base_is_a_change_of_the_overlay() {
    let guides = over("role: Chief\n");
    let before = value(&guides.check("over.yaml"));
    guides.write(
        "minimal.yaml",
        &example::MINIMAL.replace("hard trade-off", "choice"),
    );
    let after = value(&guides.check("over.yaml"));
    assert_ne!(before, after);
    assert_eq!(
        after["stages"][0]["questions"][0]["ask"],
        "Tell me about a choice."
    );
}

#[test]
fn what_an_overlay_changes_has_to_be_there() {
    let guides = over(
        "stages:\n  - id: interview\n    questions:\n      - id: trade-off\n        cover: [Reasons]\n",
    );
    assert_eq!(guides.report("over.yaml"), "");
    guides.write(
        "minimal.yaml",
        &example::MINIMAL.replace("id: trade-off", "id: choices"),
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[not-in-base]: `minimal` has no question `trade-off` in `stages/interview`
 --> over.yaml:7:13
  |
7 |       - id: trade-off
  |             ^^^^^^^^^ nothing to change
  |
  = help: to add a question, say where it goes: `after: ID`, `before: ID` or `place: last`


"#]]
        .raw()
    );
}

#[test]
fn a_mistake_in_the_base_is_told_and_nothing_made_of_it() {
    let guides = over("stages:\n  - id: nosuch\n");
    guides.write(
        "minimal.yaml",
        &example::MINIMAL.replace("minutes: 45", "minutes: long"),
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[wrong-type]: `minutes` should be a whole number
  --> minimal.yaml:13:14
   |
13 |     minutes: long
   |              ^^^^ this is text
   |
   = help: write a whole number, in digits


"#]]
        .raw()
    );
}

#[test]
fn what_is_taken_out_and_still_needed_is_found_where_it_is_taken_out() {
    let guides = over(
        "competencies:\n  - {id: tact, place: last, name: Tact, description: Listens.}\n  - {id: judgement, remove: true}\n",
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
warning[unrated-competency]: no scorecard rates the competency `tact`
 --> over.yaml:5:10
  |
5 |   - {id: tact, place: last, name: Tact, description: Listens.}
  |          ^^^^ never rated
  |
  = help: name it as the `competency` of a criterion, or delete it

error[unknown-id]: there is no competency `judgement`
  --> over.yaml:6:21
   |
 6 |   - {id: judgement, remove: true}
   |                     ^^^^^^ taken out here
   |
  ::: minimal.yaml:17:24
   |
17 |         competencies: [judgement]
   |                        --------- no such id under `competencies`
...
22 |           competency: judgement
   |                       --------- no such id under `competencies`
   |
   = help: refer to another competency in the overlay too, or do not take this one out


"#]]
        .raw()
    );
}

#[test]
fn what_an_overlay_makes_wrong_in_its_base_names_the_overlay() {
    let base = "id: base\nplaceholders:\n  Town: {default: here}\nsummary: \"Work in [Town].\"\n";
    let guides = Guides::with(&[
        ("base.yaml", &example::overlay(base)),
        (
            "over.yaml",
            "format: 1\nid: over\nextends: base\nsummary: Work anywhere.\n",
        ),
    ]);
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
warning[unused-placeholder]: no text uses the placeholder `Town`
  --> base.yaml:28:3
   |
28 |   Town: {default: here}
   |   ^^^^ declared, but not used
   |
  ::: over.yaml:3:10
   |
 3 | extends: base
   |          ---- as this guide changes it
   |
   = help: delete it, or write `[Town]` where it belongs


"#]]
        .raw()
    );
    // What is wrong in the base by itself is nobody else's fault.
    guides.write(
        "base.yaml",
        &example::overlay(&base.replace(" in [Town]", "")),
    );
    assert!(
        !guides
            .report("over.yaml")
            .contains("as this guide changes it")
    );
}

#[test]
fn a_contradiction_points_to_the_overlay() {
    let base = example::MINIMAL.replace(
        "    minutes: 45\n",
        "    minutes: 45\n    agenda: [{minutes: 45, activity: Talk}]\n",
    );
    let guides = over("stages:\n  - {id: interview, minutes: 60}\n");
    guides.write("minimal.yaml", &base);
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[minutes-do-not-fit]: the agenda takes 45 minutes, and the stage 60
  --> over.yaml:5:30
   |
 5 |   - {id: interview, minutes: 60}
   |                              ^^ 60 minutes here
   |
  ::: minimal.yaml:14:5
   |
14 |     agenda: [{minutes: 45, activity: Talk}]
   |     ------ adds up to 45 minutes
   |
   = help: change the one or the other


"#]]
        .raw()
    );
}

#[test]
fn an_added_entry_is_checked_like_any_other() {
    let guides = over(
        "stages:\n  - id: interview\n    questions:\n      - {id: more, place: last, aks: What?}\n",
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[unknown-field]: `more` in `questions` has no field `aks`
 --> over.yaml:7:33
  |
7 |       - {id: more, place: last, aks: What?}
  |                                 ^^^ unknown field
  |
help: write `ask`
  |
7 -       - {id: more, place: last, aks: What?}
7 +       - {id: more, place: last, ask: What?}
  |


"#]]
        .raw()
    );
}

#[test]
fn words_of_overlays_mean_nothing_in_a_guide_without_a_base() {
    let guide = example::MINIMAL.replace(
        "      - id: trade-off\n",
        "      - id: trade-off\n        place: first\n",
    );
    assert_data_eq!(
        text(&example::check(&guide), &Style::default()),
        str![[r#"
error[misplaced-change]: `place` changes a base, and this guide has none
  --> minimal.yaml:16:9
   |
16 |         place: first
   |         ^^^^^ only in a guide that extends another
   |
   = help: delete the line, or name a base at the top: `extends: it-manager`


"#]]
        .raw()
    );
}

#[test]
fn a_guide_written_out_is_the_same_guide() {
    let guides = over(QUESTIONS);
    let every_field = include_str!("../../src/template/trial/every-field.yaml");
    guides.write("every-field.yaml", every_field);
    for name in ["over.yaml", "minimal.yaml", "every-field.yaml"] {
        let checked = guides.check(name);
        let tree = checked.tree.as_ref().expect("a guide has a tree");
        let written = as_yaml(tree).expect("it can be written");
        guides.write(name, &written);
        let again = guides.check(name);
        assert_eq!(value(&again), value(&checked), "{written}");
        assert!(again.findings.is_empty());
    }
}

fn parse(text: &str) -> yaml::Node {
    let source = Source {
        path: "text.yaml".into(),
        text: text.into(),
    };
    let tree = yaml::parse(&Arc::new(source));
    assert!(tree.findings.is_empty(), "{:?} in {text:?}", tree.findings);
    tree.root.expect("it is not empty")
}

/// Text that looks like something else.
const LOOKS: &[&str] = &[
    "yes",
    "0o17",
    ".5",
    "+1",
    "1e3",
    "0x1F",
    "~",
    "NULL",
    "TRUE",
    "-.INF",
    ".nan",
    "1_000",
    "- a",
    "a: b",
    "# a",
    " a",
    "a ",
    "a\nb",
    "a\n\n b",
    "\n",
    "|",
    ">-",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "\"",
    "'",
    "[a]",
    "{a",
    "---",
    "...",
    "?",
    "a #b",
    "99999999999999999999",
    "1e999",
    "2024-01-01",
    "=",
    "\u{85}",
    "\u{2028}",
    "é",
    "😀",
    "a\tb",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_written_so_that_it_reads_the_same(
        looks in prop::collection::vec(prop::sample::select(LOOKS), 1..4),
        letters in "[ -~äß€]{0,20}",
    ) {
        for text in [looks.concat(), letters.clone() + looks[0], looks[0].to_owned() + &letters] {
            let fields = json!({"role": text, "placeholders": {text.clone(): {"help": text}}, "how_to": [text]});
            let node = parse(&fields.to_string());
            let written = as_yaml(&node).expect("it can be written");
            prop_assert_eq!(as_json(&parse(&written)), as_json(&node), "{}", written);
        }
    }
}
