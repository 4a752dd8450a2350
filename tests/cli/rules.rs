//! The rules for a good and fair interview, as a workspace sets them.

use super::workspace::Workspace;
use snapbox::str;

/// A folder with the starter guide, called `good`, in which one question is closed.
fn with_closed_question() -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.change(
        "guides/good.yaml",
        "ask: Tell me about a time you and a colleague wanted different things.",
        "ask: Have you ever disagreed with a colleague?",
    );
    workspace
}

#[test]
fn a_warning_is_reported_and_keeps_nothing_from_being_built() {
    let workspace = with_closed_question();
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[closed-question]: this question can be answered with yes or no
...
1 warning; `hirekit explain closed-question` tells more

"#]]);
    let build = ["build", "--format", "md"];
    workspace.hirekit(&build).assert().success().stderr_eq("");
}

#[test]
fn advice_changes_no_exit_code() {
    let workspace = with_closed_question();
    workspace.write("hirekit.yaml", "rules: {closed-question: advice}\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .success()
        .stderr_eq(str![[r#"
advice[closed-question]: this question can be answered with yes or no
...
1 piece of advice; `hirekit explain closed-question` tells more

"#]]);
    let github = ["check", "--message-format", "github"];
    let output = workspace.hirekit(&github).output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("::notice file="));
    let sarif = ["check", "--message-format", "sarif"];
    let output = workspace.hirekit(&sarif).output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"level\": \"note\""));
}

#[test]
fn an_error_keeps_the_guide_from_being_built() {
    let workspace = with_closed_question();
    workspace.write("hirekit.yaml", "rules: {wording: off}\n");
    workspace.hirekit(&["check"]).assert().success();
    let build = ["build", "--format", "md"];
    workspace.hirekit(&build).assert().success();
    // What the build remembers of the guide was found under other rules.
    workspace.write(
        "hirekit.yaml",
        "rules: {wording: off, closed-question: error}\n",
    );
    workspace
        .hirekit(&build)
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[closed-question]: this question can be answered with yes or no
...
"#]]);
}

#[test]
fn a_rule_that_there_is_not_is_named() {
    let workspace = Workspace::with_good_guide();
    workspace.write("hirekit.yaml", "rules:\n  closed-questions: off\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-rule]: there is no rule or pack `closed-questions`
 --> hirekit.yaml:2:3
...
"#]]);
}

#[test]
fn an_excuse_is_in_the_handbook() {
    let workspace = with_closed_question();
    workspace.change(
        "guides/good.yaml",
        "        ask: Have you ever",
        "        # allow closed-question: the answer is *checked* | by the <team>\n        ask: Have you ever",
    );
    workspace
        .hirekit(&["check"])
        .assert()
        .success()
        .stderr_eq("");
    let build = ["build", "--format", "md,html"];
    workspace.hirekit(&build).assert().success();
    let handbook = workspace.read("out/good/internal/01-handbook.md");
    assert!(
        handbook.contains("## What this kit is excused from"),
        "{handbook}"
    );
    let page = workspace.read("out/good/internal/01-handbook.html");
    assert!(
        page.contains("the answer is *checked* | by the &lt;team>")
            || page.contains("the answer is *checked* | by the &lt;team&gt;"),
        "{page}"
    );
}

#[test]
fn an_explanation_has_sources_and_a_way_out() {
    let workspace = Workspace::empty();
    let output = workspace.hirekit(&["explain", "unequal-weights"]).output();
    let text = String::from_utf8(output.expect("it runs").stdout).expect("it is text");
    snapbox::assert_data_eq!(
        text,
        str![[r#"
unequal-weights: the rows of a scorecard have different weights
advice: something to think about, which may well stay as it is
...
R. M. Dawes, “The robust beauty of improper linear models in decision
making”, American Psychologist 34 (1979)

Pack: core. To excuse one place, write above its line

    # allow unequal-weights: the reason

"#]]
    );
}
