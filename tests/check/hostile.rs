//! Files that are made, or happen, to do harm: each ends soon, with a finding.

use super::example;

use hirekit::check::{Checked, PrintedWith, check_file};
use hirekit::report::text::{Style, text};
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long any one file may take, reading, checking and showing. A build for debugging is about
/// eight times slower.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 16 } else { 2 });

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn check_path(path: &Path, workspace: Option<&Path>) -> Checked {
    let shown = Path::new(path.file_name().expect("it has a name"));
    check_file(path, shown, workspace, PrintedWith::bundled()).expect("the file can be read")
}

/// Checks `bytes` as the file `minimal.yaml`. Returns the text for the terminal.
fn report(bytes: impl AsRef<[u8]>) -> String {
    let folder = folder();
    let path = folder.path().join("minimal.yaml");
    std::fs::write(&path, bytes).expect("there is room for the file");
    let start = Instant::now();
    let checked = check_path(&path, None);
    let all = text(&checked.findings, &Style::default());
    assert!(start.elapsed() < LIMIT, "took {:?}", start.elapsed());
    assert!(checked.guide.is_none(), "the guide has errors");
    assert!(
        !all.contains(|c: char| c.is_control() && c != '\n'),
        "{all:?}"
    );
    all
}

fn finds(code: &str, bytes: impl AsRef<[u8]>) {
    let all = report(bytes);
    let start: String = all.chars().take(2000).collect();
    assert!(
        all.contains(&format!("[{code}]")),
        "{code} is not in:\n{start}"
    );
}

#[test]
fn aliases_of_aliases() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..20 {
        let item = format!("*a{}, ", level - 1).repeat(10);
        writeln!(bomb, "a{level}: &a{level} [{item}]").expect("a string takes all");
    }
    finds("alias-budget", bomb);
}

#[test]
fn many_aliases_of_one_long_text() {
    let long = "x".repeat(100_000);
    let aliases = "  - *long\n".repeat(20_000);
    finds(
        "alias-budget",
        format!("role: &long {long}\nhow_to:\n{aliases}"),
    );
}

#[test]
fn an_alias_within_its_own_value() {
    finds("alias-cycle", example::overlay("how_to: &a [*a, [*a]]\n"));
}

#[test]
fn deep_nesting() {
    finds("nested-too-deep", "- ".repeat(100_000));
    finds("nested-too-deep", "[".repeat(100_000));
    finds("nested-too-deep", "{a: ".repeat(100_000));
    finds(
        "nested-too-deep",
        format!("how_to: {}{}", "[".repeat(80), "]".repeat(80)),
    );
}

#[test]
fn deep_markdown() {
    let nested = format!("summary: \"{}\"\nid: 7\n", "> ".repeat(20_000));
    finds("wrong-type", example::overlay(&nested));
    let brackets = format!(
        "summary: \"{}\"\n",
        "[".repeat(50_000) + &"]".repeat(50_000)
    );
    finds("bad-placeholder", example::overlay(&brackets));
    let stars = format!("summary: \"{}\"\nid: 7\n", "*a **b ".repeat(20_000));
    finds("wrong-type", example::overlay(&stars));
}

#[test]
fn a_hundred_thousand_mistakes() {
    finds(
        "wrong-type",
        example::overlay(&format!("how_to: [{}]\n", "1,".repeat(90_000))),
    );
    let fields: String = (0..50_000).fold(String::new(), |all, n| all + &format!("field{n}: 1\n"));
    finds("unknown-field", example::overlay(&fields));
    let ids = (0..20_000).fold(String::new(), |all, n| all + &format!("judgemen{n},"));
    let question = format!("[{{id: a, ask: b, competencies: [{ids}]}}]");
    let stage = format!(
        "stages: [{{id: a, kind: debrief, title: a, minutes: 60, questions: {question}}}]\n"
    );
    finds("unknown-id", example::overlay(&stage));
    let blanks = format!("summary: \"{}\"\n", "[A] ".repeat(100_000));
    finds("undeclared-placeholder", example::overlay(&blanks));
    finds("yaml-syntax", "a: b: c\n".repeat(100_000));
    let twice = "how_to: []\n".repeat(50_000);
    finds("duplicate-key", twice);
}

#[test]
fn too_large() {
    finds("file-too-large", "#".repeat((4 << 20) + 1));
    finds("empty-file", "#".repeat(4 << 20));
    finds("wrong-type", "x".repeat(4 << 20));
}

#[test]
fn not_text() {
    finds(
        "not-utf8",
        "\u{feff}role: x"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
    );
    finds(
        "not-utf8",
        "role: x"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<_>>(),
    );
    finds("not-utf8", b"role: Caf\xe9\n");
    finds("control-character", "role: a\0b\n");
    finds("control-character", "role: a\u{1b}[2Jb\n");
    finds("control-character", "role: a\u{9b}2Jb\n");
    finds(
        "control-character",
        example::overlay("role: \"a\\u001b[2J\"\n"),
    );
    finds("empty-file", "");
    finds("empty-file", "---\n...\n");
    finds(
        "second-document",
        example::overlay("role: a\n---\nrole: b\n"),
    );
}

#[test]
fn a_byte_order_mark_and_foreign_line_breaks_are_fine() {
    let folder = folder();
    let path = folder.path().join("minimal.yaml");
    let guide = format!("\u{feff}{}", example::MINIMAL.replace('\n', "\r\n"));
    std::fs::write(&path, guide).expect("there is room for the file");
    let checked = check_path(&path, Some(folder.path()));
    assert!(
        checked.guide.is_some(),
        "{}",
        text(&checked.findings, &Style::default())
    );
}

#[test]
fn text_that_turns_around_is_shown_as_it_is() {
    let guide = "role: a\u{202e}b\nname: \"\u{2066}\"\nid: \"x\u{202e}\"\n";
    let all = report(example::overlay(guide));
    assert!(all.contains("[bidi-control]"));
    assert!(!all.contains(['\u{202e}', '\u{2066}']), "{all}");
}

#[test]
fn folders_are_not_files() {
    let folder = folder();
    let checked = check_path(folder.path(), None);
    assert_eq!(checked.findings[0].code, "not-a-file");
    let missing = folder.path().join("missing.yaml");
    let error =
        check_file(&missing, &missing, None, PrintedWith::bundled()).expect_err("it is not there");
    assert!(error.to_string().starts_with("cannot read "), "{error}");
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_not_opened() {
    let folder = folder();
    let pipe = folder.path().join("pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo is part of every Unix").success());
    for path in [pipe.as_path(), Path::new("/dev/zero")] {
        assert_eq!(check_path(path, None).findings[0].code, "not-a-file");
    }
}

#[cfg(unix)]
#[test]
fn links_stay_in_the_workspace() {
    let (workspace, elsewhere) = (folder(), folder());
    let secret = elsewhere.path().join("secret.yaml");
    std::fs::write(&secret, example::MINIMAL).expect("there is room for the file");
    let link = workspace.path().join("minimal.yaml");
    std::os::unix::fs::symlink(&secret, &link).expect("links can be made");
    let checked = check_path(&link, Some(workspace.path()));
    assert_eq!(checked.findings[0].code, "outside-workspace");
    assert!(check_path(&link, None).guide.is_some());
}
