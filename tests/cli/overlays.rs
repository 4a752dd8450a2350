//! Guides that extend others, from the command line: `show`, `new --extends`, and building them.

use crate::workspace::Workspace;
use serde_json::Value as Json;
use snapbox::str;
use std::process::Stdio;

const AWS: &str = "\
format: 1
id: aws
extends: good
role: Cloud Lead
stages:
  - id: interview
    questions:
      - id: disagreement
        remove: true
      - id: bill
        after: recent-work
        ask: How do you keep a bill in hand?
        competencies: [collaboration]
posting:
  remove: [why_join]
";

/// A folder with the starter guide, `good`, and an overlay of it, `aws`.
fn with_overlay() -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.write("guides/aws.yaml", AWS);
    workspace
}

#[test]
fn an_overlay_builds_like_any_guide() {
    let workspace = with_overlay();
    workspace
        .hirekit(&["check"])
        .assert()
        .success()
        .stdout_eq("2 guides, no findings\n");
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
aws (Cloud Lead)
  out/aws/public/  1 packet
  out/aws/candidate/  1 packet
  out/aws/internal/  4 packets
  6 files written, 0 unchanged
good (Your Role)
  out/good/public/  1 packet
  out/good/candidate/  1 packet
  out/good/internal/  4 packets
  6 files written, 0 unchanged

"#]]);
    let interview = workspace.read("out/aws/internal/03-interview.md");
    assert!(interview.contains("How do you keep a bill in hand?"));
    assert!(!interview.contains("a time you and a colleague wanted different things"));
}

#[test]
fn changing_the_base_changes_the_kit_of_the_overlay() {
    let workspace = with_overlay();
    let build = || {
        workspace
            .hirekit(&["build", "aws", "--format", "md,html"])
            .assert()
            .success();
        workspace.files("out/aws")
    };
    let before = build();
    assert_eq!(build(), before);
    workspace.change("guides/good.yaml", "that you are proud of", "that you like");
    let after = build();
    let packet = "out/aws/internal/03-interview.md";
    assert!(
        workspace
            .read(packet)
            .contains("from the last year that you like")
    );
    // The version on each page is that of all the files a packet was made from.
    let pages = before
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|it| it == "html"));
    let same: Vec<_> = pages
        .filter(|page| after.contains(page))
        .map(|(path, _)| path)
        .collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn removing_what_an_overlay_changes_is_a_finding_in_the_overlay() {
    let workspace = with_overlay();
    workspace.change("guides/good.yaml", "- id: disagreement", "- id: conflict");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[not-in-base]: `good` has no question `disagreement` in `stages/interview`
 --> guides/aws.yaml:8:13
  |
8 |       - id: disagreement
  |             ^^^^^^^^^^^^ nothing to take out
  |
  = help: delete this entry

1 error; `hirekit explain not-in-base` tells more

"#]]);
}

#[test]
fn a_mistake_in_the_base_is_told_once() {
    let workspace = with_overlay();
    workspace.change("guides/good.yaml", "role: Your Role", "role: \"\"");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[empty-text]: `role` has no words
...
1 error; `hirekit explain empty-text` tells more

"#]]);
    workspace.hirekit(&["check", "aws"]).assert().code(1);
    workspace.hirekit(&["build", "aws"]).assert().code(1);
    assert!(!workspace.path("out/aws").exists());
}

#[test]
fn show_prints_the_guide_and_where_each_change_comes_from() {
    let workspace = with_overlay();
    workspace
        .hirekit(&["show", "aws"])
        .assert()
        .success()
        .stderr_eq("")
        .stdout_eq(str![[r#"
# guides/aws.yaml changes guides/good.yaml:
#   guides/aws.yaml:4: replaced role
#   guides/aws.yaml:9: removed stages/interview/questions/disagreement
#   guides/aws.yaml:10: added stages/interview/questions/bill
#   guides/aws.yaml:15: removed posting/why_join
#
format: 1
id: aws
role: Cloud Lead
...
"#]]);
    // The printed guide stands by itself, and makes the same kit.
    let printed = workspace
        .hirekit(&["show", "aws"])
        .output()
        .expect("it runs");
    workspace.write(
        "alone/aws.yaml",
        &String::from_utf8(printed.stdout).expect("it is text"),
    );
    workspace
        .hirekit(&["check", "alone/aws.yaml"])
        .assert()
        .success()
        .stdout_eq("1 guide, no findings\n");
    let json = |arguments: &[&str]| -> Json {
        let output = workspace.hirekit(arguments).output().expect("it runs");
        serde_json::from_slice(&output.stdout).expect("it is JSON")
    };
    let over = json(&["show", "aws", "--format", "json"]);
    let alone = json(&["show", "alone/aws.yaml", "--format", "json"]);
    assert_eq!(over["guide"], alone["guide"]);
    assert_eq!(alone["changes"], Json::Array(Vec::new()));
    let change = serde_json::json!({
        "path": "stages/interview/questions/disagreement",
        "change": "removed",
        "file": "guides/aws.yaml",
        "line": 9,
    });
    assert_eq!(over["changes"][1], change);
}

#[test]
fn show_prints_nothing_of_a_guide_with_errors() {
    let workspace = with_overlay();
    workspace.change("guides/aws.yaml", "role: Cloud Lead", "rolle: Cloud Lead");
    workspace
        .hirekit(&["show", "aws"])
        .assert()
        .code(1)
        .stdout_eq("");
    workspace.hirekit(&["show", "good"]).assert().success();
    workspace
        .hirekit(&["show", "guides"])
        .assert()
        .code(2)
        .stdout_eq("");
    workspace
        .hirekit(&["show", "nosuch"])
        .assert()
        .code(2)
        .stdout_eq("");
}

#[test]
fn show_may_be_read_in_part() {
    let workspace = with_overlay();
    let mut child = std::process::Command::new(snapbox::cmd::cargo_bin!("hirekit"))
        .args(["show", "aws"])
        .current_dir(workspace.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn new_writes_an_overlay_that_builds_at_once() {
    let workspace = Workspace::with_good_guide();
    for (id, base) in [
        ("cloud", "it-manager"),
        ("better", "good"),
        ("best", "better"),
    ] {
        workspace
            .hirekit(&["new", id, "--extends", base])
            .assert()
            .success();
    }
    workspace
        .hirekit(&["check"])
        .assert()
        .success()
        .stdout_eq("4 guides, no findings\n");
    workspace
        .hirekit(&["build", "best", "--format", "md"])
        .assert()
        .success();
    workspace
        .hirekit(&["show", "cloud"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
# guides/cloud.yaml changes it-manager.yaml (bundled):
#
# it-manager.yaml (bundled) includes:
#   it-manager.yaml (bundled):[..]: stages/technical/questions/cloud-platforms from cloud-security.yaml (bundled):38
...
"#]]);
    workspace
        .hirekit(&["new", "other", "--extends", "it-manger"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no guide `it-manger` to extend: name one in ./guides, or a bundled one ([..])

"#]]);
    workspace
        .hirekit(&["new", "good", "--extends", "good"])
        .assert()
        .code(2);
}

#[test]
fn the_comments_of_a_new_overlay_are_right() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["new", "over", "--extends", "good"])
        .assert()
        .success();
    let text = workspace.read("guides/over.yaml");
    let (head, comments) = text.split_once("\n# role:").expect("it is there");
    let lines = comments
        .lines()
        .skip(1)
        .filter_map(|line| line.strip_prefix("# "));
    let is_yaml = |line: &&str| line.starts_with(' ') || line.ends_with(':') && !line.contains(' ');
    let example: String = lines
        .filter(is_yaml)
        .map(|line| format!("{line}\n"))
        .collect();
    let example = example
        .replace("one-of-the-base", "first-result")
        .replace("  - id: one-not-needed\n    remove: true\n", "");
    workspace.write("guides/over.yaml", &format!("{head}\n{example}"));
    let output = workspace
        .hirekit(&["check", "over"])
        .output()
        .expect("it runs");
    let errors = String::from_utf8(output.stderr).expect("messages are text");
    // What is in the example, the starter guide may not have; nothing else may be wrong.
    let codes: Vec<_> = errors
        .lines()
        .filter(|line| line.starts_with("error["))
        .collect();
    assert!(
        codes.iter().all(|it| it.starts_with("error[not-in-base]")),
        "{errors}"
    );
}
