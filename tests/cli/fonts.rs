//! Fonts that a workspace names, good ones and others.

use crate::workspace::Workspace;
use snapbox::str;

const HEBREW: &[u8] = include_bytes!("../../src/font/test-fonts/hebrew.ttf");

fn with_font(name: &str, bytes: &[u8]) -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace.change("guides/good.yaml", "role: Your Role", "role: מנהל רשת");
    std::fs::create_dir_all(workspace.path("fonts")).expect("it can be made");
    std::fs::write(workspace.path(name), bytes).expect("it can be written");
    workspace.write(
        "hirekit.yaml",
        &format!("theme:\n  fallback_fonts:\n    - regular: {name}\n"),
    );
    workspace
}

fn is_refused(workspace: &Workspace) -> String {
    let output = workspace.hirekit(&["build"]).assert().code(1);
    assert!(!workspace.path("out").exists());
    let errors = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(errors.contains("error[unusable-font]"), "{errors:.400}");
    errors
}

#[test]
fn letters_that_no_font_has_are_found_until_one_has_them() {
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    workspace.hirekit(&["check"]).assert().success();
    workspace.write("hirekit.yaml", "theme:\n  paper: a4\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[missing-glyph]: no font has the character `מ` (U+05DE)
...
"#]]);
}

#[test]
fn words_for_placeholders_are_looked_at_too() {
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    let settings = workspace.read("hirekit.yaml") + "fill:\n  Company: אב 漢\n";
    workspace.write("hirekit.yaml", &settings);
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[missing-glyph]: no font has the character `漢` (U+6F22)
 --> hirekit.yaml:5:12
...
"#]]);
}

#[test]
fn a_kit_is_printed_with_the_font() {
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    workspace
        .hirekit(&["build", "--format", "pdf"])
        .assert()
        .success();
    let files = workspace.files("out/good/internal");
    let named = |bytes: &[u8]| {
        let name = b"+NotoSansHebrew-Regular";
        bytes.windows(name.len()).any(|window| window == name)
    };
    // The names are in compressed parts of the files.
    let pdf = |bytes: &[u8]| lopdf::Document::load_mem(bytes).expect("it is a PDF");
    for (path, bytes) in files {
        let mut document = pdf(&bytes);
        document.decompress();
        let mut plain = Vec::new();
        document.save_to(&mut plain).expect("it can be written");
        assert!(named(&plain), "{}", path.display());
    }
}

#[test]
fn a_file_that_is_no_font_is_a_finding_at_its_name() {
    let workspace = with_font("fonts/hebrew.ttf", b"not a font");
    workspace
        .hirekit(&["build"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unusable-font]: the font `fonts/hebrew.ttf` cannot be used: it is not a font, or a broken one
 --> hirekit.yaml:3:16
...
"#]]);
    assert!(!workspace.path("out").exists());
}

#[test]
fn a_font_that_is_not_there_is_a_finding() {
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    workspace.change("hirekit.yaml", "hebrew.ttf", "arabic.ttf");
    assert!(is_refused(&workspace).contains("there is no such file"));
    workspace.change("hirekit.yaml", "fonts/arabic.ttf", "fonts");
    assert!(is_refused(&workspace).contains("this is a folder, not a file"));
}

#[cfg(unix)]
#[test]
fn a_font_outside_the_workspace_is_refused() {
    let elsewhere = Workspace::empty();
    let outside = elsewhere.path("hebrew.ttf");
    std::fs::write(&outside, HEBREW).expect("it can be written");
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    let link = workspace.path("fonts/link.ttf");
    std::os::unix::fs::symlink(&outside, link).expect("it can be made");
    workspace.change("hirekit.yaml", "hebrew.ttf", "link.ttf");
    assert!(is_refused(&workspace).contains("leads out of the workspace"));
    let path = outside.to_str().expect("the path is text");
    workspace.change("hirekit.yaml", "fonts/link.ttf", path);
    is_refused(&workspace);
}

#[test]
fn a_font_that_is_too_large_is_refused() {
    let workspace = with_font("fonts/hebrew.ttf", HEBREW);
    let file = std::fs::File::create(workspace.path("fonts/hebrew.ttf"));
    let file = file.expect("it can be made");
    file.set_len((32 << 20) + 1).expect("it can be made larger");
    assert!(is_refused(&workspace).contains("it is too large"));
}
