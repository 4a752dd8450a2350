//! Findings for programs: the whole output in each format.

use crate::workspace::Workspace;
use serde_json::Value as Json;
use snapbox::cmd::OutputAssert;
use snapbox::{file, str};

/// A workspace with two errors: one with a sure replacement, one with another place.
fn with_findings() -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.change("guides/good.yaml", "\nhow_to:", "\nhow_too:");
    workspace.change("guides/good.yaml", "\nformat: 1", "\nrole: é\nformat: 1");
    workspace
}

/// The program, whose output is compared as it is: a backslash in JSON is no path.
fn report(workspace: &Workspace, arguments: &[&str]) -> OutputAssert {
    let compare = snapbox::Assert::new().action_env("SNAPSHOTS");
    let command = workspace.hirekit(arguments);
    command.with_assert(compare.normalize_paths(false)).assert()
}

/// What a command prints to the output, which must be JSON.
fn json(workspace: &Workspace, arguments: &[&str]) -> Json {
    let output = workspace.hirekit(arguments).output().expect("it runs");
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

#[test]
fn json_has_everything() {
    report(&with_findings(), &["check", "--message-format", "json"])
        .code(1)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
{
  "format": 1,
  "hirekit": "0.1.0",
  "errors": 2,
  "warnings": 0,
  "advice": 0,
  "findings": [
    {
      "code": "duplicate-key",
      "severity": "error",
      "message": "the field `role` is given twice",
      "place": {
        "file": "guides/good.yaml",
        "range": {
          "start": {
            "byte": 306,
            "line": 9,
            "column": 1
          },
          "end": {
            "byte": 310,
            "line": 9,
            "column": 5
          }
        }
      },
      "label": "given again here",
      "related": [
        {
          "place": {
            "file": "guides/good.yaml",
            "range": {
              "start": {
                "byte": 278,
                "line": 6,
                "column": 1
              },
              "end": {
                "byte": 282,
                "line": 6,
                "column": 5
              }
            }
          },
          "label": "first given here"
        }
      ],
      "help": "delete one of the two, or rename it",
      "fingerprint": "a8c8be6e5a4319aa74250a606bec6168"
    },
    {
      "code": "unknown-field",
      "severity": "error",
      "message": "the guide has no field `how_too`",
      "place": {
        "file": "guides/good.yaml",
        "range": {
          "start": {
            "byte": 470,
            "line": 14,
            "column": 1
          },
          "end": {
            "byte": 477,
            "line": 14,
            "column": 8
          }
        }
      },
      "label": "unknown field",
      "help": "write `how_to`",
      "fix": {
        "place": {
          "file": "guides/good.yaml",
          "range": {
            "start": {
              "byte": 470,
              "line": 14,
              "column": 1
            },
            "end": {
              "byte": 477,
              "line": 14,
              "column": 8
            }
          }
        },
        "text": "how_to"
      },
      "fingerprint": "21b708cb6d87e54432f4c510020d27e4"
    }
  ]
}

"#]]);
}

#[test]
fn sarif_is_for_code_hosts() {
    report(&with_findings(), &["check", "--message-format", "sarif"])
        .code(1)
        .stderr_eq(str![""])
        .stdout_eq(file!["machine/findings.sarif"]);
}

#[test]
fn github_gets_annotations() {
    report(&with_findings(), &["--message-format=github", "check"])
        .code(1)
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
::error file=guides/good.yaml,title=duplicate-key,line=9,endLine=9,col=1,endColumn=5::the field `role` is given twice%0Agiven again here%0Aguides/good.yaml:6: first given here%0Ahelp: delete one of the two, or rename it
::error file=guides/good.yaml,title=unknown-field,line=14,endLine=14,col=1,endColumn=8::the guide has no field `how_too`%0Aunknown field%0Ahelp: write `how_to`

"#]]);
}

#[test]
fn reports_without_findings_are_whole() {
    let workspace = Workspace::with_good_guide();
    let run = |format: &'static str| {
        let arguments = ["check", "--quiet", "--message-format", format];
        report(&workspace, &arguments).success().stderr_eq(str![""])
    };
    run("github").stdout_eq(str![""]);
    run("json").stdout_eq(str![[r#"
{
  "format": 1,
  "hirekit": "0.1.0",
  "errors": 0,
  "warnings": 0,
  "advice": 0,
  "findings": []
}

"#]]);
    run("sarif").stdout_eq(str![[r#"
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "hirekit",
          "semanticVersion": "0.1.0",
          "rules": []
        }
      },
      "columnKind": "unicodeCodePoints",
      "originalUriBaseIds": {
        "SRCROOT": {
          "description": {
            "text": "the repository, or the folder that hirekit was run in"
          }
        }
      },
      "results": []
    }
  ]
}

"#]]);
}

#[test]
fn build_tells_programs_what_it_wrote() {
    let arguments = [
        "build",
        "--format=md",
        "--audience=public",
        "--message-format=json",
    ];
    report(&Workspace::with_good_guide(), &arguments)
        .success()
        .stdout_eq(str![[r#"
{
  "format": 1,
  "hirekit": "0.1.0",
  "errors": 0,
  "warnings": 0,
  "advice": 0,
  "findings": [],
  "kits": [
    {
      "guide": "good",
      "role": "Your Role",
      "packets": [
        {
          "name": "job-posting",
          "audience": "public"
        }
      ],
      "written": 1,
      "unchanged": 0,
      "removed": 0,
      "kept": 0
    }
  ]
}

"#]]);
}

#[test]
fn every_command_that_reports_findings_prints_nothing_else() {
    let schema = json(&Workspace::empty(), &["schema", "findings"]);
    let schema = jsonschema::draft202012::new(&schema).expect("it is a schema");
    for workspace in [Workspace::with_good_guide(), with_findings()] {
        for command in [&["check"][..], &["build"], &["show", "good"], &["coverage"]] {
            let arguments = [command, &["--message-format", "json"]].concat();
            let document = json(&workspace, &arguments);
            assert!(schema.is_valid(&document), "{arguments:?}: {document}");
            let sarif = json(
                &workspace,
                &[command, &["--message-format", "sarif"]].concat(),
            );
            assert_eq!(sarif["version"], "2.1.0", "{command:?}");
            let arguments = [command, &["--message-format", "github"]].concat();
            let output = workspace.hirekit(&arguments).output().expect("it runs");
            let output = String::from_utf8(output.stdout).expect("it is text");
            assert!(
                output.lines().all(|line| line.starts_with("::")),
                "{output}"
            );
        }
    }
}

#[test]
fn a_command_that_cannot_run_says_so_to_people() {
    Workspace::empty()
        .hirekit(&["check", "--message-format", "json"])
        .assert()
        .code(2)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
error: there is no folder `guides` in .: `hirekit init` makes one

"#]]);
}

#[test]
fn paths_begin_at_the_repository() {
    let workspace = Workspace::empty();
    workspace.write(".git/HEAD", "ref: refs/heads/main\n");
    workspace
        .hirekit(&["-C", "kits", "init"])
        .assert()
        .success();
    workspace.write("kits/hirekit.yaml", "papr: a4\n");
    let inside = workspace.path("kits");
    let run = |format: &'static str| {
        let arguments = ["check", "--message-format", format];
        let command = workspace.hirekit(&arguments).current_dir(&inside);
        let output = command.output().expect("it runs");
        String::from_utf8(output.stdout).expect("it is text")
    };
    assert!(run("github").starts_with("::error file=kits/hirekit.yaml,"));
    assert!(run("sarif").contains("\"uri\": \"kits/hirekit.yaml\""));
    assert!(run("json").contains("\"file\": \"hirekit.yaml\""));
}

/// What a stranger's guide says must not become a command of the runner's.
#[test]
fn a_command_in_a_guide_stays_text() {
    let workspace = Workspace::with_good_guide();
    let harm = "x\\n::error file=a,line=1::gotcha";
    workspace.change(
        "guides/good.yaml",
        "id: good\n",
        &format!("id: \"{harm}\"\n"),
    );
    workspace.change(
        "guides/good.yaml",
        "role: Your Role",
        &format!("role: \"[{harm}]\""),
    );
    report(&workspace, &["check", "--message-format", "github"])
        .code(1)
        .stdout_eq(str![[r#"
::error file=guides/good.yaml,title=bad-id,line=7,endLine=7,col=5,endColumn=39::`x\u{a}::error file=a,line=1::gotcha` is not an id%0Aonly `a` to `z`, `0` to `9` and `-`, at most 64 of them%0Ahelp: write `x-error-file-a-line-1-gotcha`
::warning file=guides/good.yaml,title=line-break-in-short-text,line=8,endLine=8,col=8,endColumn=10::this text should be one line%0Agoes on after this line%0Ahelp: write `>-` in place of `|`, or take out the blank line
::error file=guides/good.yaml,title=undeclared-placeholder,line=8,endLine=8,col=8,endColumn=42::the placeholder `x ::error file=a,line=1::gotcha` is not declared%0Ano such name under `placeholders`%0Ahelp: declare it under `placeholders`, or write `\[` if the bracket is part of the text

"#]]);
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_no_text_breaks_no_report() {
    use std::os::unix::ffi::OsStrExt;
    let workspace = Workspace::with_good_guide();
    let name = std::ffi::OsStr::from_bytes(b"\xff::error::\n\x1b.yaml");
    let guide = workspace.path("guides").join(name);
    std::fs::write(guide, "sumary: x\n").expect("it can be written");
    let document = json(&workspace, &["check", "--message-format", "json"]);
    let file = "guides/\u{fffd}::error::\n\u{1b}.yaml";
    assert_eq!(document["findings"][0]["place"]["file"], file);
    let log = json(&workspace, &["check", "--message-format", "sarif"]);
    let location = &log["runs"][0]["results"][0]["locations"][0];
    let uri = &location["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "guides/%FF%3A%3Aerror%3A%3A%0A%1B.yaml");
    let output = workspace.hirekit(&["check", "--message-format", "github"]);
    let output = output.output().expect("it runs").stdout;
    let output = String::from_utf8(output).expect("it is text");
    assert!(
        output
            .lines()
            .all(|line| line.starts_with("::error file=guides/\u{fffd}%3A%3A")),
        "{output}"
    );
}

#[test]
fn reports_are_the_same_on_every_run_and_in_every_place() {
    let report = |format: &str, zone: &str| {
        let workspace = with_findings();
        workspace.write("guides/other.yaml", "id: good\n");
        let command = workspace.hirekit(&["check", "--message-format", format]);
        let output = command.env("TZ", zone).env("LC_ALL", zone).output();
        output.expect("it runs").stdout
    };
    for format in ["json", "sarif", "github"] {
        assert!(
            report(format, "UTC") == report(format, "Pacific/Apia"),
            "{format}"
        );
    }
}

/// `hirekit … | head` is no mistake.
#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    use std::process::{Command, Stdio};
    let workspace = with_findings();
    for arguments in [
        &["check"][..],
        &["check", "--message-format=sarif"],
        &["--help"],
        &["schema"],
    ] {
        let mut program = Command::new(snapbox::cmd::cargo_bin!("hirekit"))
            .current_dir(workspace.path("."))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        // Closed before anything was read, most often before anything was written.
        drop(program.stdout.take());
        let mut errors = program.stderr.take();
        if arguments == ["check"] {
            errors = None;
        }
        let code = program.wait().expect("it ends").code();
        assert_eq!(
            code,
            Some(i32::from(arguments[0] == "check")),
            "{arguments:?}"
        );
        let said = errors
            .map(std::io::read_to_string)
            .map(|it| it.expect("it is text"));
        assert_eq!(said.unwrap_or_default(), "", "{arguments:?}");
    }
}
