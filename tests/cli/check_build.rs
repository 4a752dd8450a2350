//! `hirekit build --check`: what a build would do, and nothing done.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn what_a_build_would_change_is_listed_and_nothing_is_written() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    workspace.remove("out/good/internal/03-interview.md");
    workspace.write("out/good/internal/04-debrief.md", "my own words\n");
    workspace.change(
        "guides/good.yaml",
        "title: First interview",
        "title: Long interview",
    );
    let before = workspace.files(".");
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .code(1)
        .stdout_eq("")
        .stderr_eq(str![[r#"
warning[stale-packet]: this packet is not what its guide makes now
--> out/good/candidate/01-interview-brief.md
 = help: run `hirekit build`

warning[stale-packet]: this packet is not what its guide makes now
--> out/good/internal/01-handbook.md
 = help: run `hirekit build`

warning[missing-packet]: this packet is missing
--> out/good/internal/03-interview.md
 = help: run `hirekit build`

warning[edited-packet]: this packet was changed after hirekit wrote it, and is kept
--> out/good/internal/04-debrief.md
 = help: make the change in the guide or a template, then `hirekit build --force`, which replaces the file; move a form that somebody has filled in elsewhere first

warning[stale-packet]: this packet is not what its guide makes now
--> out/good/public/01-job-posting.md
 = help: run `hirekit build`

5 warnings; `hirekit explain edited-packet` tells more

"#]]);
    assert_eq!(workspace.files("."), before);
}

#[test]
fn html_and_pdf_are_missed_where_there_are_some_or_when_asked_for() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    workspace.hirekit(&["build", "--check"]).assert().success();
    workspace
        .hirekit(&["build", "--check", "--format", "html"])
        .assert()
        .code(1);
    workspace
        .hirekit(&["build", "--format", "html", "--packet", "interview"])
        .assert()
        .success();
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
...
warning[missing-packet]: this packet is missing
--> out/good/candidate/01-interview-brief.html
...
"#]]);
}

#[test]
fn a_kit_that_was_never_built_is_missing() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[missing-packet]: this packet is missing
--> out/good/candidate/01-interview-brief.md
...
"#]]);
    assert!(!workspace.path("out").exists());
}

#[test]
fn what_nobody_makes_any_more_is_left_over() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "other"]).assert().success();
    workspace.hirekit(&["build"]).assert().success();
    workspace.remove("guides/other.yaml");
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[left-over-packet]: no guide makes this packet any more
--> out/other/candidate/01-interview-brief.html
 = help: run `hirekit build`, which removes it
...
"#]]);
}

#[test]
fn a_guide_with_errors_is_reported_as_ever() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    workspace.change("guides/good.yaml", "role: Your Role", "rolle: Your Role");
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-field]: the guide has no field `rolle`
...
"#]]);
}

#[test]
fn ends_of_lines_are_no_change() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md,html"])
        .assert()
        .success();
    workspace.remove("out/.hirekit");
    for (path, bytes) in workspace.files("out") {
        let text = String::from_utf8(bytes)
            .expect("it is text")
            .replace('\n', "\r\n");
        std::fs::write(path, text).expect("it can be written");
    }
    workspace.hirekit(&["build", "--check"]).assert().success();
}
