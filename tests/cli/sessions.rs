//! The other subcommands, and getting them wrong.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn init_makes_a_workspace_that_builds() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["init", "acme"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
Wrote acme/guides/it-manager.yaml
Wrote acme/guides/library/cloud-security.yaml
Wrote acme/hirekit.yaml
Wrote acme/.gitignore
Next: `hirekit -C acme build`

"#]]);
    assert!(workspace.path("acme/guides/guide.schema.json").exists());
    workspace
        .hirekit(&["-C", "acme", "build"])
        .assert()
        .success();
    workspace
        .hirekit(&["init", "acme"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
This is a workspace already. `hirekit -C acme new ID` adds a guide.

"#]]);
}

#[test]
fn new_never_overwrites_a_guide() {
    let workspace = Workspace::with_good_guide();
    workspace.write("guides/good.yaml", "mine");
    workspace
        .hirekit(&["new", "good"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is a guide `good` already, and it stays as it is

"#]]);
    assert_eq!(workspace.read("guides/good.yaml"), "mine");
}

#[test]
fn new_refuses_an_id_that_is_reserved() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["new", "con"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: the id `con` is reserved: it is the name of a device on Windows; choose another, such as `con-guide`

"#]]);
    workspace.hirekit(&["new", "index"]).assert().code(2);
    assert!(workspace.files(".").is_empty());
}

#[test]
fn a_copy_of_a_guide_needs_an_id_of_its_own() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.read("guides/good.yaml");
    workspace.write("guides/good - Copy.yaml", &guide);
    for arguments in [&["check"][..], &["build", "--format", "md"]] {
        workspace
            .hirekit(arguments)
            .assert()
            .code(1)
            .stderr_eq(str![[r#"
error[duplicate-guide-id]: another guide has the id `good`
 --> guides/good - Copy.yaml:[..]
...
  = help: give this guide an id of its own, such as `good-copy`, and its file the same name
...
"#]]);
    }
    assert!(workspace.path("out/good/internal").is_dir());
    workspace
        .hirekit(&["check", "guides/good - Copy.yaml"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[id-does-not-match-file]: the id `good` is not the name of the file
...
  = help: change the id, to `good-copy` for one: there is another file `good.yaml` beside this
...
"#]]);
}

#[test]
fn names_of_formats_may_be_in_capitals() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&[
            "build",
            "--paper",
            "A4",
            "--format",
            "MD",
            "--audience",
            "Public",
        ])
        .assert()
        .success();
}

#[test]
fn new_refuses_what_cannot_be_an_id() {
    let workspace = Workspace::empty();
    for id in ["My Role", "../up", "a/b", "é", "-a", ""] {
        workspace.hirekit(&["new", "--", id]).assert().code(2);
    }
    assert!(workspace.files(".").is_empty());
}

#[test]
fn schema_prints_the_schema_that_new_writes() {
    let workspace = Workspace::with_good_guide();
    let schema = workspace.read("guides/guide.schema.json");
    let printed = workspace.hirekit(&["schema"]).output().expect("it runs");
    assert!(printed.stdout == schema.as_bytes());
}

#[test]
fn explain_tells_or_suggests() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["explain", "duplicate-id"])
        .assert()
        .success();
    workspace
        .hirekit(&["explain", "duplicate-di"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no code `duplicate-di`: did you mean `duplicate-id`?

"#]]);
    workspace.hirekit(&["explain"]).assert().success();
}

#[test]
fn completions_are_printed_for_each_shell() {
    let workspace = Workspace::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        workspace
            .hirekit(&["completions", shell])
            .assert()
            .success();
    }
}

#[test]
fn without_guides_the_way_on_is_named() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["check"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no folder `guides` in .: `hirekit init` makes one

"#]]);
    workspace
        .hirekit(&["build", "nosuch"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no guide `nosuch`

"#]]);
    workspace.hirekit(&["new", "lead"]).assert().success();
    workspace
        .hirekit(&["check", "leed"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no guide `leed`: did you mean `lead`?

"#]]);
}

#[test]
fn wrong_settings_are_findings_with_a_place() {
    let workspace = Workspace::with_good_guide();
    workspace.write("hirekit.yaml", "papr: a4\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-field]: the settings file has no field `papr`
 --> hirekit.yaml:1:1
...
"#]]);
}

#[test]
fn paths_work_from_anywhere() {
    let workspace = Workspace::with_good_guide();
    let guide = workspace.path("guides/good.yaml");
    let guide = guide.to_str().expect("the path is text");
    let elsewhere = Workspace::empty();
    elsewhere.hirekit(&["check", guide]).assert().success();
    elsewhere
        .hirekit(&["build", guide, "--format", "md"])
        .assert()
        .success();
    assert!(elsewhere.path("out/good/internal").is_dir());
}
