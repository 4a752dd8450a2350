//! Guides that include entries of libraries: what they come to, and what can be wrong with them.

use super::example;
use super::overlays::{Guides, ids, value};

use hirekit::check::{Checked, PrintedWith, check_library};
use hirekit::library::BUNDLED;
use hirekit::report::text::{Style, text};
use serde_json::json;
use snapbox::{IntoData, assert_data_eq, str};
use std::path::Path;

pub const CLOUD: &str = "\
format: 1
id: cloud
title: Cloud
competencies:
  - {id: cost-control, name: Cost control, description: Keeps a bill in hand.}
questions:
  - id: bill
    ask: Tell me about the largest bill you have answered for.
    competencies: [cost-control]
    cover: [Size, Owner]
    follow_ups: [What drove it up?]
  - id: outage
    ask: Tell me about an outage.
    guidance: A good answer names [Team].
criteria:
  - {id: cost, name: Cost, competency: cost-control, anchors: {1: A, 2: B, 3: C, 4: D}}
scales:
  fit: {levels: {1: Weak, 2: Strong}}
";

/// The guide `guide.yaml`: the small complete one with these lists, beside the library `cloud`.
fn with(competencies: &str, questions: &str, criteria: &str) -> Guides {
    let guide = example::MINIMAL
        .replacen("id: minimal", "id: guide", 1)
        .replacen("stages:\n", &format!("{competencies}stages:\n"), 1)
        .replacen(
            "    scorecard:\n",
            &format!("{questions}    scorecard:\n"),
            1,
        );
    let guide = guide + criteria;
    Guides::with(&[("guide.yaml", &guide), ("library/cloud.yaml", CLOUD)])
}

const COMPETENCY: &str = "  - include: cloud/cost-control\n";
const BILL: &str = "      - include: cloud/bill\n";
const COST: &str = "        - include: cloud/cost\n";

fn included(checked: &Checked) -> String {
    let lines = checked.included.iter().map(|it| {
        let changes: Vec<_> = it.changes.iter().map(|it| it.path.as_str()).collect();
        format!("{} at {} {changes:?}\n", it.name, it.path)
    });
    lines.collect()
}

#[test]
fn entries_stand_where_they_are_included() {
    let guides = with(
        COMPETENCY,
        "      - include: cloud/bill\n        ask: And the bill?\n        cover: [Size]\n        remove: \
         [follow_ups]\n      - {include: cloud/bill, id: again}\n",
        COST,
    );
    let checked = guides.check("guide.yaml");
    let guide = value(&checked);
    assert_eq!(ids(&guide["competencies"]), ["judgement", "cost-control"]);
    let stage = &guide["stages"][0];
    assert_eq!(ids(&stage["questions"]), ["trade-off", "bill", "again"]);
    assert_eq!(
        stage["questions"][1],
        json!({"id": "bill", "ask": "And the bill?", "competencies": ["cost-control"], "cover": ["Size"]})
    );
    assert_eq!(
        stage["questions"][2]["follow_ups"],
        json!(["What drove it up?"])
    );
    assert_eq!(ids(&stage["scorecard"]["criteria"]), ["decides", "cost"]);
    assert_data_eq!(
        included(&checked),
        str![[r#"
cloud/cost-control at competencies/cost-control []
cloud/bill at stages/interview/questions/bill ["stages/interview/questions/bill/follow_ups", "stages/interview/questions/bill/ask", "stages/interview/questions/bill/cover"]
cloud/bill at stages/interview/questions/again ["stages/interview/questions/again/id"]
cloud/cost at stages/interview/scorecard/criteria/cost []

"#]]
    );
    let one = guides.folder.path().join("library/cloud.yaml");
    assert!(checked.looked_at.contains(&one));
}

#[test]
fn a_scale_has_the_name_that_the_guide_gives_it() {
    let guides = with(
        "scales:\n  taste: {include: cloud/fit, levels: {3: Perfect}}\n",
        "",
        "",
    );
    let guide = value(&guides.check("guide.yaml"));
    assert_eq!(
        guide["scales"],
        json!({"taste": {"levels": {"1": "Weak", "2": "Strong", "3": "Perfect"}}})
    );
}

#[test]
fn overlays_include_and_change_what_is_included() {
    let guides = with(COMPETENCY, BILL, COST);
    guides.write(
        "over.yaml",
        "format: 1\nid: over\nextends: guide\nplaceholders: {Team: {when: spoken}}\nstages:\n  - id: interview\n    \
         questions:\n      - {id: bill, cover: [All]}\n      - {include: cloud/outage, before: bill, ask: What broke?}\n  \
         - id: talk\n    after: interview\n    kind: interview\n    title: Talk\n    minutes: 30\n    questions:\n      \
         - include: cloud/bill\n    scorecard:\n      criteria: [{include: cloud/cost}]\n",
    );
    let guide = value(&guides.check("over.yaml"));
    let questions = &guide["stages"][0]["questions"];
    assert_eq!(ids(questions), ["trade-off", "outage", "bill"]);
    assert_eq!(questions[1]["ask"], "What broke?");
    assert_eq!(questions[2]["cover"], json!(["All"]));
    assert_eq!(ids(&guide["stages"][1]["questions"]), ["bill"]);
    // Where there is an entry of that id already, the library's takes its place.
    guides.write(
        "over.yaml",
        "format: 1\nid: over\nextends: guide\nstages:\n  - id: interview\n    questions:\n      - {id: bill, \
         ask: Mine}\n",
    );
    guides.write(
        "top.yaml",
        "format: 1\nid: top\nextends: over\nstages:\n  - id: interview\n    questions:\n      - include: \
         cloud/bill\n",
    );
    let guide = value(&guides.check("top.yaml"));
    assert_eq!(
        guide["stages"][0]["questions"][1]["ask"],
        "Tell me about the largest bill you have answered for."
    );
}

#[test]
fn names_that_lead_nowhere() {
    let guides = with(
        "  - include: cloud/bill\n",
        "      - include: cloud/bil\n      - include: clowd/bill\n      - include: cloud\n      - inclde: \
         cloud/bill\n      - {include: cloud/bill, id: other, after: trade-off, cver: [All], remove: [ask]}\n",
        "        - include: nosuch/cost\n",
    );
    assert_data_eq!(guides.report("guide.yaml"), str![[r#"
error[unknown-entry]: the library `cloud` has no competency `bill`
 --> guide.yaml:9:20
  |
9 |   - include: cloud/bill
  |                    ^^^^ no such competency
  |
  = help: move it: `bill` is a question, which belongs under `questions`

error[unknown-entry]: the library `cloud` has no question `bil`
  --> guide.yaml:19:24
   |
19 |       - include: cloud/bil
   |                        ^^^ no such question
   |
help: write `bill`
   |
19 |       - include: cloud/bill
   |                           +

error[unknown-library]: there is no library `clowd`
  --> guide.yaml:20:18
   |
20 |       - include: clowd/bill
   |                  ^^^^^ neither a file in the folder `library` nor a bundled library
   |
help: write `cloud`
   |
20 -       - include: clowd/bill
20 +       - include: cloud/bill
   |

error[bad-include]: `cloud` names no entry of a library
  --> guide.yaml:21:18
   |
21 |       - include: cloud
   |                  ^^^^^ a library, `/`, and the id of an entry belong here
   |
   = help: write both, such as `cloud-security/incident-command`

error[unknown-field]: item 5 of `questions` has no field `inclde`
  --> guide.yaml:22:9
   |
22 |       - inclde: cloud/bill
   |         ^^^^^^ unknown field
   |
help: write `include`
   |
22 |       - include: cloud/bill
   |             +

error[misplaced-change]: `after` changes a base, and this guide has none
  --> guide.yaml:23:42
   |
23 |       - {include: cloud/bill, id: other, after: trade-off, cver: [All], remove: [ask]}
   |                                          ^^^^^ only in a guide that extends another
   |
   = help: delete the line, or name a base at the top: `extends: it-manager`

error[unknown-field]: `other` in `questions` has no field `cver`
  --> guide.yaml:23:60
   |
23 |       - {include: cloud/bill, id: other, after: trade-off, cver: [All], remove: [ask]}
   |                                                            ^^^^ unknown field
   |
help: write `cover`
   |
23 |       - {include: cloud/bill, id: other, after: trade-off, cover: [All], remove: [ask]}
   |                                                             +

error[cannot-remove]: `ask` cannot be taken out
  --> guide.yaml:23:82
   |
23 |       - {include: cloud/bill, id: other, after: trade-off, cver: [All], remove: [ask]}
   |                                                                                  ^^^ needed here
   |
   = help: replace it: give the field with another value

error[unknown-library]: there is no library `nosuch`
  --> guide.yaml:34:20
   |
34 |         - include: nosuch/cost
   |                    ^^^^^^ neither a file in the folder `library` nor a bundled library
   |
   = help: include from one of `cloud`, `cloud-security`


"#]].raw());
}

#[test]
fn what_a_shared_entry_refers_to_is_for_the_guide_to_have() {
    let outage = "      - include: cloud/outage\n";
    let guides = with("", &format!("{BILL}{outage}"), "");
    assert_data_eq!(guides.report("guide.yaml"), str![[r#"
error[unknown-id]: there is no competency `cost-control`
  --> guide.yaml:18:18
   |
18 |       - include: cloud/bill
   |                  ^^^^^^^^^^ the question refers to it
   |
  ::: library/cloud.yaml:9:20
   |
 9 |     competencies: [cost-control]
   |                    ------------ referred to here
   |
   = help: add `- include: cloud/cost-control` to `competencies`, or give this question other `competencies` here

error[undeclared-placeholder]: the placeholder `Team` is not declared
  --> library/cloud.yaml:14:35
   |
14 |     guidance: A good answer names [Team].
   |                                   ^^^^^^ no such name under `placeholders`
   |
  ::: guide.yaml:19:18
   |
19 |       - include: cloud/outage
   |                  ------------ included here
   |
   = help: declare it under `placeholders`, or write `\[` if the bracket is part of the text


"#]].raw());
    // Neither is wrong in itself.
    assert_eq!(library(&guides, "library/cloud.yaml"), "");
}

#[test]
fn an_entry_that_is_included_twice_is_there_twice() {
    let guides = with(COMPETENCY, &BILL.repeat(2), COST);
    assert_data_eq!(
        guides.report("guide.yaml"),
        str![[r#"
error[duplicate-id]: the id `bill` is used twice
  --> guide.yaml:20:24
   |
19 |       - include: cloud/bill
   |                        ---- first used here
20 |       - include: cloud/bill
   |                        ^^^^ used again here
   |
   = help: choose another id: those of questions, criteria and drills of one stage have to differ


"#]]
        .raw()
    );
}

#[test]
fn an_overlay_says_where_an_included_entry_goes() {
    let guides = with("", "", "");
    guides.write(
        "over.yaml",
        "format: 1\nid: over\nextends: guide\nstages:\n  - id: interview\n    questions:\n      - include: \
         cloud/bill\n",
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[not-in-base]: `guide` has no question `bill` in `stages/interview`
 --> over.yaml:7:24
  |
7 |       - include: cloud/bill
  |                        ^^^^ nothing to change
  |
  = help: to add a question, say where it goes: `after: ID`, `before: ID` or `place: last`


"#]]
        .raw()
    );
    // That the base has one with almost the same id does not make it that.
    guides.write(
        "over.yaml",
        "format: 1\nid: over\nextends: guide\nstages:\n  - id: interview\n    questions:\n      - include: \
         cloud/trade-offs\n",
    );
    guides.write(
        "library/cloud.yaml",
        &CLOUD.replace("id: outage", "id: trade-offs"),
    );
    assert_data_eq!(
        guides.report("over.yaml"),
        str![[r#"
error[not-in-base]: `guide` has no question `trade-offs` in `stages/interview`
 --> over.yaml:7:24
  |
7 |       - include: cloud/trade-offs
  |                        ^^^^^^^^^^ nothing to change
  |
  = help: say where it goes: `after: trade-off`; or let it take the place of that: `id: trade-off`


"#]]
        .raw()
    );
}

#[test]
fn a_library_with_mistakes_is_not_included_from() {
    let guides = with(COMPETENCY, BILL, "");
    let wrong = CLOUD.replace(
        "ask: Tell me about an outage.",
        "aks: Tell me.\n    include: cloud/bill",
    );
    guides.write("library/cloud.yaml", &wrong);
    assert_data_eq!(
        guides.report("guide.yaml"),
        str![[r#"
error[unknown-field]: `outage` in `questions` has no field `aks`
  --> library/cloud.yaml:13:5
   |
13 |     aks: Tell me.
   |     ^^^ unknown field
   |
  ::: guide.yaml:9:14
   |
 9 |   - include: cloud/cost-control
   |              ------------------ included here
   |
help: write `ask`
   |
13 -     aks: Tell me.
13 +     ask: Tell me.
   |

error[misplaced-include]: nothing can be included here
  --> library/cloud.yaml:14:5
   |
14 |     include: cloud/bill
   |     ^^^^^^^ a library cannot include from another
   |
  ::: guide.yaml:9:14
   |
 9 |   - include: cloud/cost-control
   |              ------------------ included here
   |
   = help: write the entry out, or include it in the guides from where it is


"#]]
        .raw()
    );
    let alone = library(&guides, "library/cloud.yaml");
    assert!(alone.contains("error[misplaced-include]"), "{alone}");
    assert!(!alone.contains("guide.yaml"), "{alone}");
}

#[test]
fn a_library_is_checked_by_itself() {
    let guides = with("", "", "");
    guides.write(
        "library/other.yaml",
        "format: 1\nid: another\ntitle: Other\nquestions:\n  - {id: a, ask: \"<b>What</b>?\"}\n  - {id: a, ask: Why?, \
         competencies: [nosuch]}\nscales:\n  odd: {levels: {1: A, 3: C}}\n",
    );
    assert_data_eq!(library(&guides, "library/other.yaml"), str![[r#"
warning[id-does-not-match-file]: the id `another` is not the name of the file
 --> library/other.yaml:2:5
  |
2 | id: another
  |     ^^^^^^^ the file is called `other`
  |
  = help: rename the file to `another.yaml`, or change the id

warning[raw-html]: a text cannot have HTML in it
 --> library/other.yaml:5:19
  |
5 |   - {id: a, ask: "<b>What</b>?"}
  |                   ^^^ will be printed as it stands
  |
  = help: use Markdown, such as `**bold**`; write `\<` for a less-than sign, and `[Name]` for a blank

error[duplicate-id]: the id `a` is used twice
 --> library/other.yaml:6:10
  |
5 |   - {id: a, ask: "<b>What</b>?"}
  |          - first used here
6 |   - {id: a, ask: Why?, competencies: [nosuch]}
  |          ^ used again here
  |
  = help: choose another id: those of questions have to differ

error[scale-gap]: the scale `odd` has no level `2`
 --> library/other.yaml:8:9
  |
8 |   odd: {levels: {1: A, 3: C}}
  |         ^^^^^^ no level `2`
  |
  = help: add the level, or renumber the others from 1


"#]].raw());
}

/// The findings of a library, as the terminal shows them.
pub fn library(guides: &Guides, name: &str) -> String {
    let (path, workspace) = (guides.folder.path().join(name), guides.folder.path());
    let with = PrintedWith::bundled();
    let checked = check_library(&path, Path::new(name), Some(workspace), with);
    text(
        &checked.expect("it can be read").findings,
        &Style::default(),
    )
}

#[test]
fn bundled_libraries_are_found_unless_the_folder_has_one_of_that_name() {
    let guides = Guides::with(&[]);
    for (id, text) in BUNDLED {
        guides.write(&format!("library/{id}.yaml"), text);
        assert_eq!(library(&guides, &format!("library/{id}.yaml")), "");
    }
    let include = "format: 1\nid: over\nextends: minimal\nstages:\n  - id: interview\n    questions:\n      - \
                   {include: cloud-security/mine, place: last}\n";
    let guides = Guides::with(&[("over.yaml", include)]);
    let report = guides.report("over.yaml");
    assert!(report.contains("has no question `mine`"), "{report}");
    guides.write(
        "library/cloud-security.yaml",
        "format: 1\nid: cloud-security\ntitle: Ours\nquestions: [{id: mine, ask: Why?}]\n",
    );
    assert_eq!(guides.report("over.yaml"), "");
}

#[test]
fn only_what_is_included_decides_about_packets() {
    let guides = with(COMPETENCY, BILL, COST);
    let ingredients = || -> Vec<String> {
        let checked = guides.check("guide.yaml");
        let ingredients = checked.ingredients().into_iter();
        ingredients.map(str::to_owned).collect()
    };
    let before = ingredients();
    assert_eq!(before.len(), 3);
    guides.write(
        "library/cloud.yaml",
        &format!("# Ours\n{}", CLOUD.replace("an outage", "two outages")),
    );
    assert_eq!(ingredients(), before);
    guides.write("library/cloud.yaml", &CLOUD.replace("Owner", "Owners"));
    assert_ne!(ingredients(), before);
}
