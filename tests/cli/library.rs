//! Libraries, from the command line: what guides share is checked, built, shown and looked up.

use crate::workspace::Workspace;
use serde_json::Value as Json;
use snapbox::str;

const LIBRARY: &str = "\
format: 1
id: incidents
title: Incidents
competencies:
  - id: calm
    name: Calm
    description: Keeps an overview.
questions:
  - id: command
    ask: Who was in command?
    competencies: [calm]
    cover: [A named person, Fixed times]
  - id: review
    ask: What came of the review?
    cover: [Measures, Owners]
criteria:
  - id: command
    name: Command
    competency: calm
    anchors: {1: None, 2: Some, 3: Clear, 4: Calm}
";

const OVERLAY: &str = "\
format: 1
id: night
extends: good
stages:
  - id: interview
    questions:
      - include: incidents/review
        after: recent-work
        competencies: [collaboration]
      - id: command
        cover: [A named person]
";

/// A folder with the starter guide, an overlay of it and a library from which both include.
fn with_library() -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.write("guides/library/incidents.yaml", LIBRARY);
    workspace.write("guides/night.yaml", OVERLAY);
    workspace.change(
        "guides/good.yaml",
        "\n      - id: disagreement\n",
        "\n      - include: incidents/command\n        ask: Who led?\n        competencies: [craft]\n      - id: \
         disagreement\n",
    );
    workspace
}

#[test]
fn guides_share_what_a_library_has() {
    let workspace = with_library();
    workspace
        .hirekit(&["check"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
2 guides and 1 library, no findings

"#]]);
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    let good = workspace.read("out/good/internal/03-interview.md");
    assert!(good.contains("Who led?") && good.contains("Fixed times"));
    let night = workspace.read("out/night/internal/03-interview.md");
    assert!(night.contains("What came of the review?") && night.contains("Who led?"));
    assert!(!night.contains("Fixed times"));
}

#[test]
fn a_library_is_no_guide() {
    let workspace = with_library();
    workspace
        .hirekit(&["check", "guides/library/incidents.yaml"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
1 library, no findings

"#]]);
    workspace
        .hirekit(&["check", "guides/library"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
1 library, no findings

"#]]);
    workspace
        .hirekit(&["build", "guides/library/incidents.yaml"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: guides/library/incidents.yaml is no guide: name a guide that includes from it

"#]]);
    // Nor is it one to those who build all.
    workspace.hirekit(&["build"]).assert().success();
    assert!(!workspace.path("out/incidents").exists());
}

#[test]
fn a_mistake_in_a_library_is_found_once_and_names_who_includes_it() {
    let workspace = with_library();
    workspace.change(
        "guides/library/incidents.yaml",
        "ask: What came of the review?",
        "aks: What came of the review?",
    );
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-field]: `review` in `questions` has no field `aks`
   --> guides/library/incidents.yaml:14:5
    |
 14 |     aks: What came of the review?
    |     ^^^ unknown field
    |
   ::: guides/good.yaml:[..]
    |
[..] |       - include: incidents/command
    |                  ----------------- included here
    |
   ::: guides/night.yaml:7:18
    |
  7 |       - include: incidents/review
    |                  ---------------- included here
    |
help: write `ask`
    |
 14 -     aks: What came of the review?
 14 +     ask: What came of the review?
    |

1 error; `hirekit explain unknown-field` tells more

"#]]);
    // Whether or not anybody includes from it.
    workspace.remove("guides/night.yaml");
    workspace.write(
        "guides/library/other.yaml",
        "format: 1\nid: other\ntitle: Other\nquestions:\n  - {id: a, ask: \"\"}\n",
    );
    workspace
        .hirekit(&["check", "guides/library/other.yaml"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[empty-text]: `ask` has no words
 --> guides/library/other.yaml:5:18
  |
5 |   - {id: a, ask: ""}
  |                  ^^ empty
  |
  = help: write the text, or delete the field if it may be left out

1 error; `hirekit explain empty-text` tells more

"#]]);
}

#[test]
fn a_library_excuses_its_own_words() {
    let workspace = with_library();
    let said = || {
        let checked = workspace.hirekit(&["check"]).output().expect("it runs");
        String::from_utf8(checked.stderr).expect("messages are text")
    };
    let closed = "    ask: Is there a review?\n";
    let open = "    ask: What came of the review?\n";
    workspace.change("guides/library/incidents.yaml", open, closed);
    let found = said();
    let place = "--> guides/library/incidents.yaml:14:10";
    assert!(
        found.contains("[closed-question]") && found.contains(place),
        "{found}"
    );
    assert!(found.contains("included here"), "{found}");
    let excused = format!("    # allow closed-question: it opens the next one\n{closed}");
    workspace.change("guides/library/incidents.yaml", closed, &excused);
    let found = said();
    assert!(!found.contains(place), "{found}");
    assert!(!found.contains("[closed-question]"), "{found}");
}

#[test]
fn only_guides_that_include_an_entry_are_built_again() {
    let workspace = with_library();
    let markdown = ["build", "--format", "md"];
    workspace.hirekit(&markdown).assert().success();
    let kit = workspace.read("out/good/kit.json");
    workspace.change(
        "guides/library/incidents.yaml",
        "Measures",
        "Measures paid for",
    );
    workspace
        .hirekit(&["build", "--check", "--format", "md"])
        .assert()
        .code(1);
    workspace
        .hirekit(&markdown)
        .assert()
        .success()
        .stdout_eq(str![[r#"
night (Your Role)
  out/night/public/  1 packet
  out/night/candidate/  1 packet
  out/night/internal/  4 packets
  1 file written, 5 unchanged
1 kit up to date

"#]]);
    assert_eq!(workspace.read("out/good/kit.json"), kit);
    assert!(
        workspace
            .read("out/night/internal/03-interview.md")
            .contains("Measures paid for")
    );
    // What nobody includes concerns nobody.
    workspace.change("guides/library/incidents.yaml", "Clear", "Clear enough");
    workspace
        .hirekit(&markdown)
        .assert()
        .success()
        .stdout_eq(str![[r#"
2 kits up to date

"#]]);
}

#[test]
fn show_tells_where_included_entries_come_from() {
    let workspace = with_library();
    workspace
        .hirekit(&["show", "night"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
# guides/night.yaml changes guides/good.yaml:
#   guides/night.yaml:7: added stages/interview/questions/review
#   guides/night.yaml:11: replaced stages/interview/questions/command/cover
#
# guides/good.yaml includes:
#   guides/good.yaml:[..]: stages/interview/questions/command from guides/library/incidents.yaml:9
#   guides/good.yaml:[..]: replaced stages/interview/questions/command/ask
#   guides/good.yaml:[..]: replaced stages/interview/questions/command/competencies
#
# guides/night.yaml includes:
#   guides/night.yaml:7: stages/interview/questions/review from guides/library/incidents.yaml:13
#   guides/night.yaml:9: added stages/interview/questions/review/competencies
#
format: 1
id: night
role: Your Role
...
"#]]);
    let output = workspace.hirekit(&["show", "night", "--format", "json"]);
    let output = output.output().expect("it runs").stdout;
    let shown: Json = serde_json::from_slice(&output).expect("it is JSON");
    snapbox::assert_data_eq!(
        serde_json::to_string_pretty(&shown["includes"]).expect("it is JSON"),
        str![[r#"
[
  {
    "path": "stages/interview/questions/review",
    "include": "incidents/review",
    "file": "guides/night.yaml",
    "line": 7,
    "from": {
      "file": "guides/library/incidents.yaml",
      "line": 13
    },
    "changes": [
      {
        "path": "stages/interview/questions/review/competencies",
        "change": "added",
        "file": "guides/night.yaml",
        "line": 9
      }
    ]
  },
  {
    "path": "stages/interview/questions/command",
    "include": "incidents/command",
    "file": "guides/good.yaml",
    "line": [..],
    "from": {
      "file": "guides/library/incidents.yaml",
      "line": 9
    },
    "changes": [
      {
        "path": "stages/interview/questions/command/ask",
        "change": "replaced",
        "file": "guides/good.yaml",
        "line": [..]
      },
      {
        "path": "stages/interview/questions/command/competencies",
        "change": "replaced",
        "file": "guides/good.yaml",
        "line": [..]
      }
    ]
  }
]
"#]]
    );
}

#[test]
fn where_something_is_used() {
    let workspace = with_library();
    let shows = |id: &str| {
        let shown = workspace.hirekit(&["show", "--where-used", id]);
        shown.assert().success()
    };
    shows("incidents/command").stdout_eq(str![[r#"
guides/good.yaml:[..]: included as stages/interview/questions/command with its own ask, competencies (good, night)
guides/library/incidents.yaml:9: declared as questions/command
guides/library/incidents.yaml:17: declared as criteria/command
2 guides use it: good, night

"#]]);
    shows("incidents").stdout_eq(str![[r#"
guides/good.yaml:[..]: included as stages/interview/questions/command with its own ask, competencies (good, night)
guides/night.yaml:7: included as stages/interview/questions/review with its own competencies (night)
2 guides use it: good, night

"#]]);
    shows("collaboration").stdout_eq(str![[r#"
guides/good.yaml:[..]: declared as competencies/collaboration (good, night)
guides/good.yaml:[..]: named in stages/interview/questions/recent-work (good, night)
guides/good.yaml:[..]: named in stages/interview/questions/disagreement (good, night)
guides/good.yaml:[..]: named in stages/interview/questions/went-wrong (good, night)
guides/good.yaml:[..]: declared as stages/interview/scorecard/criteria/collaboration (good, night)
guides/good.yaml:[..]: named in stages/interview/scorecard/criteria/collaboration (good, night)
guides/night.yaml:9: named in stages/interview/questions/review (night)
2 guides use it: good, night

"#]]);
    shows("first-result").stdout_eq(str![[r#"
guides/good.yaml:[..]: declared as outcomes/first-result (good, night)
2 guides use it: good, night

"#]]);
    shows("incidents/calm").stdout_eq(str![[r#"
guides/library/incidents.yaml:5: declared as competencies/calm
No guide uses it.

"#]]);
    let output = workspace.hirekit(&[
        "show",
        "--where-used",
        "incidents/review",
        "--format",
        "json",
    ]);
    output.assert().success().stdout_eq(str![[r#"
{
  "id": "incidents/review",
  "uses": [
    {
      "file": "guides/library/incidents.yaml",
      "line": 13,
      "use": "declared",
      "path": "questions/review",
      "guides": []
    },
    {
      "file": "guides/night.yaml",
      "line": 7,
      "use": "included",
      "path": "stages/interview/questions/review",
      "own": [
        "competencies"
      ],
      "guides": [
        "night"
      ]
    }
  ]
}

"#]]);
    workspace
        .hirekit(&["show", "--where-used", "incidents/comand"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: nothing here is called `incidents/comand`; did you mean `incidents/command`?

"#]]);
    workspace.hirekit(&["show"]).assert().code(2);
    workspace
        .hirekit(&["show", "good", "--where-used", "craft"])
        .assert()
        .code(2);
}

#[test]
fn a_copied_guide_brings_its_library() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["new", "head", "--from", "it-director"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
Wrote guides/library/cloud-security.yaml, which the guide includes from.
Wrote guides/head.yaml. Edit it, then run `hirekit build head`.

"#]]);
    // It is there already, and may have been changed.
    workspace.change(
        "guides/library/cloud-security.yaml",
        "Technical work handed to a named person",
        "Technical work handed to Sam",
    );
    workspace
        .hirekit(&["new", "manager", "--from", "it-manager"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
Wrote guides/manager.yaml. Edit it, then run `hirekit build manager`.

"#]]);
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    let packet = workspace.read("out/head/internal/04-technical.md");
    assert!(packet.contains("handed to Sam"));
    // An overlay of a guide that comes with hirekit needs no copy of anything.
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["new", "cloud", "--extends", "it-director"])
        .assert()
        .success();
    workspace
        .hirekit(&["show", "--where-used", "cloud-security/cloud-bill"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
cloud-security.yaml (bundled):22: declared as questions/cloud-bill
it-director.yaml (bundled):[..]: included as stages/technical/questions/cloud-bill with its own competencies, follow_ups (cloud)
1 guide uses it: cloud

"#]]);
}

#[test]
fn the_schema_of_libraries() {
    let workspace = Workspace::empty();
    let output = workspace.hirekit(&["schema", "library"]).output();
    let schema: Json =
        serde_json::from_slice(&output.expect("it runs").stdout).expect("it is JSON");
    assert_eq!(schema["title"], "Library");
    assert!(schema["properties"]["questions"].is_object());
}
