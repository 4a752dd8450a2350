//! Packets and stages of a workspace's own.

use super::workspace::Workspace;
use snapbox::str;

const RUN_SHEETS: &str = "packets:\n  run-sheet: {stages: [interview]}\n";

fn settings(text: &str) -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.write("hirekit.yaml", text);
    workspace
}

/// The names of the files in a folder of the kit.
fn names(workspace: &Workspace, folder: &str) -> Vec<String> {
    let files = workspace.files(&format!("out/good/{folder}")).into_iter();
    let names = files.map(|(path, _)| path.file_name().map(|it| it.to_string_lossy().into_owned()));
    names.map(|name| name.expect("a file has a name")).collect()
}

#[test]
fn a_declared_packet_is_made_for_each_stage_of_a_kind() {
    let workspace = settings(RUN_SHEETS);
    workspace.hirekit(&["build"]).assert().success();
    let internal = names(&workspace, "internal");
    let sheets = internal.iter().filter(|it| it.contains("run-sheet"));
    assert_eq!(sheets.count(), 3, "{internal:?}");
    let sheet = workspace.text_of("out/good/internal", "run-sheet.md");
    assert!(sheet.contains("| **0:00** |"), "{sheet}");
    // What is not declared any more goes away.
    workspace.write("hirekit.yaml", "");
    workspace.hirekit(&["build"]).assert().success();
    let internal = names(&workspace, "internal");
    assert!(
        !internal.iter().any(|it| it.contains("run-sheet")),
        "{internal:?}"
    );
}

#[test]
fn a_run_sheet_is_in_the_words_of_the_interviewer() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["new", "it-manager", "--from", "it-manager"])
        .assert()
        .success();
    workspace.write("hirekit.yaml", RUN_SHEETS);
    let build = ["build", "--format", "md"];
    workspace.hirekit(&build).assert().success();
    let internal = "out/it-manager/internal";
    let sheet = workspace.text_of(internal, "chronological-run-sheet.md");
    for line in [
        "- **\\[Company X\\]**: The employer you are talking about. Say its name instead.",
        "| 0:10 | 50 min | Questions 2–6, for each earlier role, oldest first |",
        "|  |  | 6. What led you to leave \\[Company X\\],",
        "| 1:00 | 10 min | 7. ",
        "| **1:18** | 9 min | **Their questions** |",
    ] {
        assert!(sheet.contains(&format!("\n{line}")), "{line}\n{sheet}");
    }
    // Blanks that are not in its questions are not explained.
    let sheet = workspace.text_of(internal, "competency-run-sheet.md");
    assert!(!sheet.contains("Company X"), "{sheet}");
    // What is asked again is text, whatever it says, and may have no minutes.
    let guide = "guides/it-manager.yaml";
    let hostile = "repeat: 'x | y **z** {{ stage }} # [a](b)'";
    workspace.change(
        guide,
        "repeat: for each earlier role, oldest first",
        hostile,
    );
    let text = workspace
        .read(guide)
        .replace("            minutes: 12\n", "");
    workspace.write(guide, &text);
    workspace.hirekit(&build).assert().code(1);
    workspace.change(guide, " # [a](b)", "");
    workspace.hirekit(&build).assert().success();
    let sheet = workspace.text_of(internal, "chronological-run-sheet.md");
    let rounds = "| Questions 2–6, x \\| y **z** {{ stage }} |";
    assert!(sheet.contains(rounds), "{sheet}");
}

#[test]
fn a_packet_of_ones_own_has_a_template_of_ones_own() {
    let workspace = settings(
        "packets:\n  welcome:\n    title: Welcome\n    audience: candidate\n    purpose: What to expect here\n",
    );
    workspace.write(
        "templates/welcome.md",
        "{% include \"parts/head.md\" %}\n{% for visit in process %}\n- {{ visit.title }}\n{% endfor %}\n",
    );
    workspace.hirekit(&["build"]).assert().success();
    let text = workspace.text_of("out/good/candidate", "welcome.md");
    assert!(text.starts_with("# Welcome\n"), "{text}");
    assert!(
        workspace
            .read("out/good/index.html")
            .contains("What to expect here")
    );
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .success();
}

#[test]
fn what_is_internal_is_not_there_for_a_packet_for_candidates() {
    let workspace = settings("packets: {leak: {audience: candidate, stages: [interview]}}\n");
    workspace.write(
        "templates/leak.md",
        "{{ scorecard }}{{ stage.directions }}\n",
    );
    let build = workspace.hirekit(&["build"]).assert().code(1);
    let said = String::from_utf8_lossy(&build.get_output().stderr).into_owned();
    assert!(said.contains("`scorecard` is not defined here"), "{said}");
}

#[test]
fn each_mistake_of_a_declaration_is_found_in_one_run() {
    let workspace = settings(
        "packets:
  handbook: {}
  Run Sheet: {}
  ads: {audience: public, stages: [interview]}
  sheet: {template: run-shet.md, stages: [interview]}
  none: {}
  run-sheet: {stages: [intreview, nobody]}
",
    );
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[bad-packet]: there is a packet `handbook` already
 --> hirekit.yaml:2:3
...
error[bad-packet]: `Run Sheet` cannot be the name of a packet
 --> hirekit.yaml:3:3
...
error[bad-packet]: a packet for the public is about no stage
 --> hirekit.yaml:4:35
...
error[unknown-template]: there is no template `run-shet.md`
 --> hirekit.yaml:5:21
...
error[unknown-template]: there is no template `none.md`
 --> hirekit.yaml:6:3
...
warning[unknown-stage]: no guide has a stage `intreview`
 --> hirekit.yaml:7:24
...
warning[unknown-stage]: no guide has a stage `nobody`
 --> hirekit.yaml:7:35
...
"#]]);
    workspace.hirekit(&["build"]).assert().code(1);
    assert!(!workspace.path("out").exists());
}

#[test]
fn hostile_declarations_are_findings() {
    for text in [
        "packets: {../../x: {template: run-sheet.md}}",
        "packets: {x: {template: ../../../etc/passwd}}",
        "packets: {x: {template: /etc/passwd}}",
        "packets: {x: {template: style.css}}",
        "packets: [run-sheet]",
        "packets: {x: {stages: []}}",
        "packets: {x: {audience: everybody}}",
        "packets: {con.: {template: run-sheet.md}}",
    ] {
        let workspace = settings(text);
        for command in ["check", "build"] {
            let ended = workspace.hirekit(&[command]).assert().code(1);
            let said = String::from_utf8_lossy(&ended.get_output().stderr).into_owned();
            assert!(said.contains("hirekit.yaml:1:"), "{text}\n{said}");
        }
        assert!(!workspace.path("out").exists(), "{text}");
    }
}

#[test]
fn a_stage_of_another_kind_has_a_packet_of_its_own() {
    let workspace = Workspace::with_good_guide();
    let stage = "
  - id: site-visit
    kind: session
    title: Site visit
    minutes: 60
    template: site-visit.md
    agenda:
      - {minutes: 60, activity: A walk through the warehouse}

faq:";
    workspace.change("guides/good.yaml", "\nfaq:", stage);
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
...
error[unknown-template]: there is no template `site-visit.md`
...
"#]]);
    workspace.write(
        "templates/site-visit.md",
        "{% include \"parts/head.md\" %}\n\nA walk of {{ stage.minutes }} minutes.\n",
    );
    workspace.hirekit(&["build"]).assert().success();
    let text = workspace.text_of("out/good/internal", "site-visit.md");
    assert!(text.contains("A walk of 60 minutes."), "{text}");
    // A template that no guide names any more is told.
    workspace.change("guides/good.yaml", "    template: site-visit.md\n", "");
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[template-unused]: this template replaces no built-in one, and none includes it
 --> templates/site-visit.md:1:1
...
"#]]);
}

#[test]
fn a_run_sheet_is_about_stages_and_for_the_team() {
    let workspace = Workspace::with_good_guide();
    let check = |settings: &str| {
        workspace.write("hirekit.yaml", settings);
        workspace.hirekit(&["check"]).assert()
    };
    check("packets: {run-sheet: {}}\n")
        .code(1)
        .stderr_eq(str![[r#"
error[bad-packet]: `run-sheet.md` is a template about stages
 --> hirekit.yaml:1:11
...
  = help: say which: `stages: [interview, assessment]`
...
"#]]);
    check("packets: {run-sheet: {audience: candidate, stages: [interview]}}\n")
        .code(1)
        .stderr_eq(str![[r#"
error[bad-packet]: `run-sheet.md` shows what only the team may see
 --> hirekit.yaml:1:33
...
"#]]);
    check("packets: {run-sheet: {stages: [interview]}}\n").success();
}
