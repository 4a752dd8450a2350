//! Files from strangers: each one ends in a finding, never in a crash or a wait.

use crate::workspace::Workspace;
use std::time::Duration;

/// A command with bad input has this long. Most take milliseconds; a busy machine is slow.
const PATIENCE: Duration = Duration::from_secs(20);

fn ends_with_findings(workspace: &Workspace, arguments: &[&str]) -> String {
    let assert = workspace
        .hirekit(arguments)
        .timeout(PATIENCE)
        .assert()
        .code(1);
    String::from_utf8(assert.get_output().stderr.clone()).expect("messages are text")
}

#[test]
fn hostile_templates_end_in_findings() {
    let operators = format!("{{{{ 1{} }}}}", "+1".repeat(100_000));
    for template in [
        operators.as_str(),
        "{% for a in range(10000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}",
        "{% include \"parts/head.md\" %}",
        "{% include \"../../../../etc/passwd\" %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set x = 'aaaaaaaa' * 100000000 %}{{ x }}",
        "{{ head.title | nosuchfilter }}",
        "{% for x in",
        "{{ head.nosuch }}",
        "<!-- question 1 -->\n\n> <!-- keep -->\n> a\n\n<!-- /columns -->",
    ] {
        let workspace = Workspace::with_good_guide();
        workspace.write("templates/parts/head.md", template);
        let errors = ends_with_findings(&workspace, &["build"]);
        assert!(errors.contains("templates/parts/head.md"), "{errors:.400}");
        assert!(!workspace.path("out/good").exists());
    }
}

#[test]
fn a_template_that_makes_too_much_is_a_finding() {
    let quotes = "> ".repeat(1_000);
    for template in [
        "{% for a in range(100000) %}{{ head.title }}\n\n{% endfor %}",
        "{{ 'words ' * 50000 }}",
        "<!-- notes a 65535 -->\n<!-- /notes -->",
        quotes.as_str(),
    ] {
        let workspace = Workspace::with_good_guide();
        workspace.write("templates/parts/head.md", template);
        let errors = ends_with_findings(&workspace, &["build"]);
        assert!(
            errors.contains("error[packet-too-large]"),
            "{template:.60} {errors:.400}"
        );
        assert!(!workspace.path("out/good").exists());
    }
}

#[test]
fn the_deepest_templates_that_are_small_enough_do_not_overflow_the_stack() {
    let chain = format!("{{{{ {}1 }}}}", "not ".repeat(15_000));
    let nested = format!("{{{{ {}1{} }}}}", "(".repeat(20_000), ")".repeat(20_000));
    let blocks = "{% if 1 %}".repeat(3_000) + &"{% endif %}".repeat(3_000);
    for template in [chain, nested, blocks] {
        let workspace = Workspace::with_good_guide();
        workspace.write("templates/parts/head.md", &template);
        let ended = workspace
            .hirekit(&["build"])
            .timeout(PATIENCE)
            .output()
            .expect("it runs");
        assert!(
            matches!(ended.status.code(), Some(0 | 1)),
            "{:?}",
            ended.status
        );
    }
}

#[cfg(unix)]
#[test]
fn a_template_that_is_a_link_out_of_the_workspace_is_not_followed() {
    let workspace = Workspace::with_good_guide();
    std::fs::create_dir_all(workspace.path("templates/parts")).expect("it can be made");
    let link = workspace.path("templates/parts/head.md");
    std::os::unix::fs::symlink("/etc/passwd", link).expect("it can be made");
    let errors = ends_with_findings(&workspace, &["build"]);
    assert!(
        errors.contains("outside-workspace") && !errors.contains("root:"),
        "{errors:.400}"
    );
}

#[test]
fn hostile_settings_end_in_findings() {
    let deep = "[".repeat(100_000);
    for settings in [
        "fill: [1]",
        "theme: {paper: a3}",
        "theme: {margins: [1mm]}",
        "theme: {density: airy, note_lines: 21}",
        "- a",
        "a: *b",
        "\u{0}",
        "fill: {A: 1}",
        deep.as_str(),
    ] {
        let workspace = Workspace::with_good_guide();
        workspace.write("hirekit.yaml", settings);
        let errors = ends_with_findings(&workspace, &["build"]);
        assert!(errors.contains("hirekit.yaml"), "{errors:.400}");
    }
}

#[test]
fn control_characters_are_escaped_in_messages() {
    let workspace = Workspace::with_good_guide();
    workspace.change(
        "guides/good.yaml",
        "role: Your Role",
        "\"\\e[31mrole\\u202e\": Your Role",
    );
    let errors = ends_with_findings(&workspace, &["check"]);
    assert!(!errors.contains(['\u{1b}', '\u{202e}']), "{errors:.400}");
}

#[cfg(unix)]
#[test]
fn a_file_name_cannot_pretend_to_be_another_line() {
    let workspace = Workspace::with_good_guide();
    let name = "guides/a\n::error title=forged::x\u{1b}[31m.yaml";
    std::os::unix::fs::symlink("nowhere", workspace.path(name)).expect("a link can be made");
    let assert = workspace.hirekit(&["check"]).assert().code(2);
    let errors = String::from_utf8(assert.get_output().stderr.clone()).expect("text");
    assert!(
        errors.contains(r"a\u{a}::error title=forged::x\u{1b}[31m.yaml"),
        "{errors}"
    );
    assert_eq!(errors.lines().count(), 1, "{errors}");
}
