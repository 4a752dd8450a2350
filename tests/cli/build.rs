//! `hirekit build`: what it writes, and what it leaves alone.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn a_new_guide_checks_clean_and_builds_at_once() {
    for (starter, checked) in [
        ("blank", "1 guide"),
        ("it-manager", "1 guide and 1 library"),
    ] {
        let workspace = Workspace::empty();
        workspace
            .hirekit(&["new", "my-role", "--from", starter])
            .assert()
            .success();
        workspace
            .hirekit(&["check"])
            .assert()
            .success()
            .stdout_eq(format!("{checked}, no findings\n"));
        workspace.hirekit(&["build"]).assert().success();
        assert!(
            workspace
                .path("out/my-role/internal/00-whole-kit.pdf")
                .exists()
        );
        assert!(
            workspace
                .path("out/my-role/public/01-job-posting.html")
                .exists()
        );
        assert!(workspace.path("out/index.html").exists());
    }
}

#[test]
fn a_guide_with_errors_leaves_its_old_packets_whole_and_the_others_are_built() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "bad"]).assert().success();
    workspace.hirekit(&["build"]).assert().success();
    let before = workspace.files("out/bad");
    workspace.change("guides/bad.yaml", "role: Your Role", "rolle: Your Role");
    workspace.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    workspace
        .hirekit(&["build"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-field]: the guide has no field `rolle`
...
"#]]);
    assert_eq!(workspace.files("out/bad"), before);
    assert!(
        workspace
            .read("out/good/public/01-job-posting.md")
            .starts_with("# Another Role")
    );
}

#[test]
fn packets_formats_and_audiences_can_be_chosen() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md", "--audience", "candidate"])
        .assert()
        .success();
    let files = workspace.packets("out");
    let names: Vec<_> = files.iter().map(|(path, _)| path.file_name()).collect();
    assert_eq!(names, [Some("01-interview-brief.md".as_ref())]);
    workspace
        .hirekit(&[
            "build",
            "--format",
            "pdf",
            "--packet",
            "whole-kit",
            "--out",
            "print",
        ])
        .assert()
        .success();
    assert_eq!(workspace.packets("print").len(), 1);
}

#[test]
fn a_name_that_fits_no_packet_is_an_error() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build", "--packet", "screning"]).assert().code(2).stderr_eq(str![[r#"
error: no guide makes a packet `screning`; there are: candidate-profile, debrief, handbook, interview, interview-brief, job-posting, whole-kit

"#]]);
}

#[test]
fn blanks_are_filled_from_the_command_line_and_the_settings() {
    let workspace = Workspace::with_good_guide();
    workspace.write("hirekit.yaml", "fill:\n  Company: From *Settings*\n");
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    let posting = "out/good/public/01-job-posting.md";
    assert!(
        workspace
            .read(posting)
            .contains(r"What From \*Settings\* does")
    );
    workspace
        .hirekit(&["build", "--format", "md", "--fill", "Company=Line"])
        .assert()
        .success();
    assert!(workspace.read(posting).contains("What Line does"));
}

#[test]
fn paper_is_a4_unless_letter_is_asked_for() {
    let workspace = Workspace::with_good_guide();
    let pdf = "out/good/public/01-job-posting.pdf";
    workspace.hirekit(&["build"]).assert().success();
    let a4 = std::fs::read(workspace.path(pdf)).expect("it was built");
    workspace
        .hirekit(&["build", "--paper", "letter"])
        .assert()
        .success();
    let letter = std::fs::read(workspace.path(pdf)).expect("it was built");
    workspace.write("hirekit.yaml", "theme:\n  paper: letter\n");
    workspace.hirekit(&["build"]).assert().success();
    assert!(a4 != letter);
    assert!(std::fs::read(workspace.path(pdf)).expect("it was built") == letter);
}

#[test]
fn kits_are_never_written_over_their_sources() {
    let workspace = Workspace::with_good_guide();
    for out in [".", "guides", "guides/kits", "templates", ".."] {
        let before = workspace.files(".");
        workspace.hirekit(&["build", "--out", out]).assert().code(2);
        assert_eq!(workspace.files("."), before, "{out}");
    }
}

#[test]
fn a_second_build_changes_nothing() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build"]).assert().success();
    let first = workspace.files("out");
    workspace.hirekit(&["build"]).assert().success();
    assert_eq!(workspace.files("out"), first);
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--quiet"])
        .assert()
        .success()
        .stdout_eq("")
        .stderr_eq("");
}

#[test]
fn a_template_error_names_template_and_line_and_nothing_is_written() {
    let workspace = Workspace::with_good_guide();
    workspace.write(
        "templates/parts/head.md",
        "# {{ head.title }}\n\n{{ head.tilte }}\n",
    );
    workspace
        .hirekit(&["build", "--packet", "interview"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[template-error]: `head.tilte` is not defined here
 --> templates/parts/head.md:3:9
  |
3 | {{ head.tilte }}
  |         ^^^^^ not in `head`
...
"#]]);
    assert!(!workspace.path("out/good").exists());
}

#[test]
fn a_misused_marker_names_template_and_line() {
    let workspace = Workspace::with_good_guide();
    workspace.write(
        "templates/parts/head.md",
        "# {{ head.title }}\n\n<!-- colums -->\n\n<!-- keep -->\n",
    );
    workspace
        .hirekit(&["build", "--packet", "interview"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[template-marker]: `<!-- colums -->` is not a marker that hirekit knows; a comment is written `{# … #}`
 --> templates/parts/head.md:3:1
...
error[template-marker]: this marker is never closed
 --> templates/parts/head.md:5:1
...
"#]]);
}

#[test]
fn words_for_a_placeholder_that_no_guide_has_are_a_finding() {
    let workspace = Workspace::with_good_guide();
    workspace.write("hirekit.yaml", "fill: {Compny: Acme}\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[unused-fill]: no guide has a placeholder `[Compny]`
 --> hirekit.yaml:1:8
  |
1 | fill: {Compny: Acme}
  |        ^^^^^^
  |
help: write `Company`
  |
1 | fill: {Company: Acme}
  |            +

1 warning; `hirekit explain unused-fill` tells more

"#]]);
    // It may be one of the guides that are not looked at.
    workspace
        .hirekit(&["new", "other", "--quiet"])
        .assert()
        .success();
    workspace.hirekit(&["check", "good"]).assert().success();
    let assert = workspace.hirekit(&["build", "--fill", "Company="]).assert();
    assert.code(2);
}
