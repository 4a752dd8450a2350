//! What this repository offers to CI: the workflow of `init --ci`, the action, the hooks.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn init_writes_a_workflow_once() {
    let workspace = Workspace::empty();
    let init = |action: &str| {
        let arguments = ["init", "--ci", action];
        workspace.hirekit(&arguments).assert().success()
    };
    init("aster/hirekit@v1").stdout_eq(str![[r#"
Wrote guides/it-manager.yaml
Wrote guides/library/cloud-security.yaml
Wrote hirekit.yaml
Wrote .gitignore
Wrote .github/workflows/hirekit.yml
Next: `hirekit build`

"#]]);
    let path = ".github/workflows/hirekit.yml";
    snapbox::assert_data_eq!(
        workspace.read(path),
        str![[r##"
# Checks the guides, and that the packets are those that the guides make, in every pull request; keeps
# the kits with their web pages and PDFs for a look. `hirekit init --ci` wrote this; it is yours to change.
name: hirekit
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  kits:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: aster/hirekit@v1
        with:
          directory: "."

"##]]
    );
    init("other/hirekit@v2").stdout_eq(str![[r#"
.github/workflows/hirekit.yml is there already, and stays as it is.
This is a workspace already. `hirekit new ID` adds a guide.

"#]]);
    assert!(workspace.read(path).contains("aster/hirekit@v1"));
}

#[test]
fn the_workflow_of_a_folder_is_that_of_its_repository() {
    let workspace = Workspace::empty();
    workspace.write(".git/HEAD", "ref: refs/heads/main\n");
    workspace
        .hirekit(&["init", "hiring/kits", "--ci", "./"])
        .assert()
        .success();
    let workflow = workspace.read(".github/workflows/hirekit.yml");
    assert!(workflow.contains("- uses: ./\n"), "{workflow}");
    assert!(
        workflow.ends_with("directory: \"hiring/kits\"\n"),
        "{workflow}"
    );
    assert!(!workspace.path("hiring/kits/.github").exists());
}

#[test]
fn a_workflow_names_a_real_place() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["init", "--ci", "hirekit"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: invalid value 'hirekit' for '--ci <OWNER/REPO@VERSION>': write it as `OWNER/REPOSITORY@VERSION`

For more information, try '--help'.

"#]]);
    assert!(workspace.files(".").is_empty());
}

/// Every command in the hooks is one that the program takes.
#[test]
fn the_hooks_are_commands() {
    let hooks = include_str!("../../.pre-commit-hooks.yaml");
    let entries = hooks
        .lines()
        .filter_map(|line| line.trim().strip_prefix("entry: hirekit "));
    let entries: Vec<Vec<&str>> = entries.map(|it| it.split(' ').collect()).collect();
    assert_eq!(entries.len(), 2);
    for arguments in entries {
        let workspace = Workspace::with_good_guide();
        if arguments.contains(&"--check") {
            workspace.hirekit(&["build"]).assert().success();
        }
        workspace.hirekit(&arguments).assert().success();
    }
}

#[cfg(unix)]
mod action {
    //! The shell steps of `action.yml`, run by bash as a runner would.

    use crate::workspace::Workspace;
    use serde_json::Value;
    use std::process::{Command, Output};

    /// A runner with the program in its place, as the step that installs it leaves it.
    fn runner() -> Workspace {
        let workspace = Workspace::empty();
        let program = workspace.path("runner/hirekit/bin/hirekit");
        std::fs::create_dir_all(workspace.path("runner/hirekit/bin")).expect("it can be made");
        std::os::unix::fs::symlink(snapbox::cmd::cargo_bin!("hirekit"), program)
            .expect("it can be made");
        workspace
            .hirekit(&["-C", "kits", "init"])
            .assert()
            .success();
        workspace
            .hirekit(&["-C", "kits", "build"])
            .assert()
            .success();
        workspace
    }

    /// Runs the step of that name. Expressions must be among those that a step may use.
    fn step(workspace: &Workspace, name: &str) -> Output {
        let action: Value =
            serde_yaml::from_str(include_str!("../../action.yml")).expect("the action is YAML");
        let steps = action["runs"]["steps"].as_array().expect("it has steps");
        let step = steps.iter().find(|step| step["name"] == name);
        let step = step.expect("the step is there");
        let runner = workspace.path("runner");
        let folder = runner.join("hirekit");
        let values = [
            ("${{ steps.program.outputs.folder }}", folder.to_str()),
            ("${{ inputs.directory }}", Some("kits")),
            ("${{ inputs.packets }}", Some("true")),
        ];
        let mut command = Command::new("bash");
        // What a runner makes of `shell: bash`.
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c"]);
        command.arg(step["run"].as_str().expect("it is a shell step"));
        command.current_dir(workspace.path("."));
        command.env("RUNNER_TEMP", &runner);
        command.env("GITHUB_OUTPUT", runner.join("outputs"));
        command.env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR"));
        for (key, value) in step["env"].as_object().into_iter().flatten() {
            let mut value = value.as_str().expect("it is text").to_owned();
            for (expression, meaning) in values {
                value = value.replace(expression, meaning.expect("the path is text"));
            }
            assert!(!value.contains("${{"), "{value}");
            command.env(key, value);
        }
        command.output().expect("bash is there")
    }

    fn said(output: &Output) -> String {
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    #[test]
    fn the_same_files_are_the_same_version() {
        let workspace = runner();
        let outputs = workspace.path("runner/outputs");
        let named = |_| {
            let _ = std::fs::remove_file(&outputs);
            assert!(
                step(&workspace, "Name the version of hirekit")
                    .status
                    .success()
            );
            std::fs::read_to_string(&outputs).expect("it is written")
        };
        let [first, second] = [1, 2].map(named);
        assert_eq!(first, second);
        let version = first
            .lines()
            .next()
            .and_then(|it| it.strip_prefix("version="));
        assert_eq!(version.map(str::len), Some(16), "{first}");
    }

    #[test]
    fn sound_kits_pass_and_are_kept() {
        let workspace = runner();
        for name in [
            "Check",
            "Write findings for code scanning",
            "Build the kits",
        ] {
            let output = step(&workspace, name);
            assert!(output.status.success(), "{name}: {output:?}");
        }
        let log: Value =
            serde_json::from_str(&workspace.read("runner/hirekit.sarif")).expect("it is JSON");
        assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
        let kept = workspace.path("runner/kits/it-manager/internal/00-whole-kit.pdf");
        assert!(kept.exists());
    }

    #[test]
    fn a_mistake_fails_and_is_annotated() {
        let workspace = runner();
        workspace.change(
            "kits/guides/it-manager.yaml",
            "\nformat: 1",
            "\nformat: 1\nx: 1",
        );
        let output = step(&workspace, "Check");
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).starts_with("::error file=kits/guides/it-manager.yaml,"));
        let output = step(&workspace, "Write findings for code scanning");
        assert!(output.status.success(), "{output:?}");
        assert!(
            workspace
                .read("runner/hirekit.sarif")
                .contains("unknown-field")
        );
    }

    #[test]
    fn stale_packets_fail() {
        let workspace = runner();
        workspace.change(
            "kits/guides/it-manager.yaml",
            "\nrole: IT Manager",
            "\nrole: Another",
        );
        let ended = step(&workspace, "Check").status.code();
        assert_eq!(ended, Some(1));
    }

    #[test]
    fn what_a_guide_says_is_no_command_to_the_runner() {
        let workspace = runner();
        workspace.change(
            "kits/guides/it-manager.yaml",
            "\nrole: IT Manager",
            "\nrole: '##\\[error]gotcha'",
        );
        let output = step(&workspace, "Build the kits");
        let said = said(&output);
        let inner = said.lines().collect::<Vec<_>>();
        let token = inner[0]
            .strip_prefix("::stop-commands::")
            .expect("commands are stopped");
        assert_eq!(token.len(), 32);
        assert_eq!(inner.last(), Some(&format!("::{token}::").as_str()));
        assert!(said.contains("##[error]gotcha"), "{said}");
    }
}
