//! The theme in `hirekit.yaml`: what it changes, and what is wrong with it.

use crate::workspace::Workspace;
use snapbox::str;

const HEBREW: &[u8] = include_bytes!("../../src/font/test-fonts/hebrew.ttf");
const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\">\
                    <rect width=\"20\" height=\"10\" fill=\"#7a1f3d\"/></svg>";

/// A workspace with these lines below `theme:`.
fn themed(lines: &[&str]) -> Workspace {
    let workspace = Workspace::with_good_guide();
    let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    workspace.write("hirekit.yaml", &format!("theme:\n{lines}"));
    workspace
}

/// A workspace with these bytes for a logo.
fn with_logo(bytes: &[u8]) -> Workspace {
    let workspace = themed(&["logo: {file: logo.svg, alt: Aster Freight}"]);
    std::fs::write(workspace.path("logo.svg"), bytes).expect("it can be written");
    workspace
}

/// What is found; nothing is built.
fn found(workspace: &Workspace) -> String {
    let output = workspace.hirekit(&["build"]).assert().code(1);
    assert!(!workspace.path("out").exists());
    String::from_utf8_lossy(&output.get_output().stderr).into_owned()
}

/// What is wrong with a logo.
fn refused(bytes: &[u8]) -> String {
    let errors = found(&with_logo(bytes));
    assert!(
        errors.starts_with("error[unusable-logo]: the logo `logo.svg` cannot be used: "),
        "{errors:.400}"
    );
    assert!(errors.contains("--> hirekit.yaml:2:16"), "{errors:.400}");
    errors
}

#[test]
fn every_mistake_of_a_theme_is_found_in_one_run() {
    let workspace = themed(&[
        "colours: {accent: '#e08030', grey: dark}",
        "margins: {left: 25mm, right: 2in, top: 4mm}",
        "logo: {file: logo.gif, alt: Aster Freight, height: tall}",
        "font: {regular: fonts/none.ttf}",
    ]);
    workspace.hirekit(&["check"]).assert().code(1).stderr_eq(str![[r##"
error[weak-contrast]: `#e08030` is too light for `accent`: its contrast with panels is 2.[..] to 1, and text needs 4.5 to 1
 --> hirekit.yaml:2:21
  |
2 |   colours: {accent: '#e08030', grey: dark}
  |                     ^^^^^^^^^
  |
help: write `#[..]`, the lightest shade of it that can be read
...
error[bad-colour]: `dark` is no colour for `grey`
 --> hirekit.yaml:2:38
...
error[bad-length]: `right` cannot be `2in`: it is from 10mm to 50mm
...
error[bad-length]: `top` cannot be `4mm`: it is from 10mm to 50mm
...
error[unusable-logo]: the logo `logo.gif` cannot be used: there is no such file, or it may not be read
...
error[bad-length]: `tall` is no length for `height`
...
error[unusable-font]: the font `fonts/none.ttf` cannot be used: there is no such file, or it may not be read
...
"##]]);
}

#[test]
fn a_number_without_a_unit_is_asked_about() {
    let workspace = themed(&["margins: {left: '25'}"]);
    let errors = found(&workspace);
    assert!(
        errors.contains("error[bad-length]: `left` is `25` of what?"),
        "{errors:.400}"
    );
    assert!(errors.contains("write `25mm`"), "{errors:.400}");
    let errors = found(&themed(&["margins: {left: 28}"]));
    assert!(
        errors.contains("error[wrong-type]: `left` is `28` of what?"),
        "{errors:.400}"
    );
    assert!(errors.contains("help: write `28mm`"), "{errors:.400}");
}

#[test]
fn a_colour_without_quotes_or_number_sign() {
    let needs_quotes = "a colour needs quotes: without them, `#` begins a comment";
    for lines in [
        &["colours: {accent: #7a1f3d}"][..],
        &[
            "colours: {grey: '#57606a', accent: #7a1f3d}",
            "density: compact",
        ],
        &["colours:", "  accent: #7a1f3d"],
    ] {
        let errors = found(&themed(lines));
        assert!(errors.contains(needs_quotes), "{errors}");
        assert!(errors.contains("help: write `\"#7a1f3d\"`"), "{errors}");
        assert!(errors.contains("\n1 error;"), "{errors}");
    }
    for written in ["123456", "7a1f3d"] {
        let errors = found(&themed(&["colours:", &format!("  accent: {written}")]));
        let help = format!("help: write `\"#{written}\"`");
        assert!(errors.contains(&help), "{errors}");
    }
}

#[test]
fn pages_on_paper_and_on_a_screen_have_the_theme() {
    let workspace = Workspace::with_good_guide();
    let (page, sheet) = (
        "out/good/internal/03-interview.html",
        "out/good/internal/03-interview.pdf",
    );
    let read = |path: &str| std::fs::read(workspace.path(path)).expect("it was built");
    workspace.hirekit(&["build"]).assert().success();
    let (plain, printed) = (read(page), read(sheet));
    workspace.write("logo.svg", LOGO);
    workspace.write(
        "hirekit.yaml",
        "theme:\n  colours: {accent: \"#7a1f3d\"}\n  logo: {file: logo.svg, alt: Aster Freight}\n  note_lines: 7\n",
    );
    workspace.hirekit(&["build"]).assert().success();
    let themed = String::from_utf8(read(page)).expect("it is text");
    assert!(themed.contains("--accent:#7a1f3d") && themed.contains("alt=\"Aster Freight\""));
    assert!(
        workspace
            .read("out/good/internal/03-interview.md")
            .contains(".notes 7 -->")
    );
    assert!(read(sheet) != printed);
    workspace.remove("hirekit.yaml");
    workspace.hirekit(&["build"]).assert().success();
    assert!(read(page) == plain && read(sheet) == printed);
}

#[test]
fn each_part_of_a_theme_makes_what_shows_it_stale() {
    let workspace = themed(&["logo: {file: logo.svg, alt: Aster}"]);
    workspace.write("logo.svg", LOGO);
    workspace.hirekit(&["build"]).assert().success();
    let stale = || {
        let output = workspace.hirekit(&["build", "--check"]).assert();
        let errors = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
        let is_stale = |end: &str| errors.contains(&format!("03-interview.{end}"));
        [is_stale("md"), is_stale("html"), is_stale("pdf")]
    };
    assert_eq!(stale(), [false, false, false]);
    workspace.write("logo.svg", &LOGO.replace("7a1f3d", "123456"));
    assert_eq!(stale(), [false, true, true]);
    workspace.write("logo.svg", LOGO);
    for line in [
        "colours: {accent: '#7a1f3d'}",
        "colours: {grey: '#404142'}",
        "margins: {top: 20mm}",
        "margins: {left: 22.02mm}",
        "density: roomy",
    ] {
        let logo = "  logo: {file: logo.svg, alt: Aster}\n";
        workspace.write("hirekit.yaml", &format!("theme:\n{logo}  {line}\n"));
        assert_eq!(stale(), [false, true, true], "{line}");
    }
    workspace.write(
        "hirekit.yaml",
        "theme:\n  logo: {file: logo.svg, alt: Aster}\n  note_lines: 9\n",
    );
    assert_eq!(stale(), [true, true, true]);
}

#[test]
fn a_font_of_all_text_is_in_every_page() {
    let workspace = themed(&["font: {regular: a.ttf}"]);
    std::fs::write(workspace.path("a.ttf"), HEBREW).expect("it can be written");
    workspace
        .hirekit(&["build", "--format", "html"])
        .assert()
        .success();
    let page = workspace.read("out/good/public/01-job-posting.html");
    assert!(page.contains("@font-face{font-family:\"Theme\"") && page.contains("font-src data:"));
}

#[test]
fn a_font_that_would_swell_every_page_is_refused() {
    let workspace = themed(&["font: {regular: a.ttf}"]);
    // What is behind the tables of a font belongs to none of them.
    let mut bytes = HEBREW.to_vec();
    bytes.resize((4 << 20) + 1, 0);
    std::fs::write(workspace.path("a.ttf"), &bytes).expect("it can be written");
    let errors = found(&workspace);
    assert!(
        errors.contains("too large to be in every web page"),
        "{errors:.400}"
    );
    workspace.write(
        "hirekit.yaml",
        "theme:\n  fallback_fonts:\n    - regular: a.ttf\n",
    );
    workspace.hirekit(&["check"]).assert().success();
}

#[test]
fn a_header_of_a_gigabyte_is_a_finding_at_the_logo() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x40\0\0\0\x40\0\x08\x06\0\0\0".to_vec();
    png.extend(crc(&png[12..]).to_be_bytes());
    let errors = refused(&png);
    assert!(
        errors.contains("it has 16384 × 16384 pixels, and 4 million is the most"),
        "{errors:.400}"
    );
}

/// The checksum of PNG.
fn crc(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| {
        if crc & 1 == 1 {
            0xedb8_8320 ^ (crc >> 1)
        } else {
            crc >> 1
        }
    };
    let add = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc));
    !bytes.iter().fold(u32::MAX, add)
}

#[test]
fn hostile_logos_are_findings() {
    let svg = |shapes: &str| LOGO.replace("<rect", &format!("{shapes}<rect"));
    for (logo, named) in [
        (
            svg("<image href=\"https://e.example/a.png\"/>"),
            "`<image>`",
        ),
        (
            svg("<path fill=\"url(file:///etc/passwd)\" d=\"M0 0h1v1z\"/>"),
            "leads out of the file",
        ),
        (svg("<script>alert(1)</script>"), "`<script>`"),
        (
            format!("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>{LOGO}"),
            "<!DOCTYPE",
        ),
        (svg(&"<g>".repeat(20_000)), "more than 20000 elements"),
        (
            svg(&"<path d=\"M0 0\"/>".repeat(60_000)),
            "more than 20000 elements",
        ),
        (svg("<path d=\"M0 0h1e38v1z\"/>"), "far off its sheet"),
        (LOGO[..60].to_owned(), "broken"),
        (String::new(), "neither a PNG nor an SVG"),
        (" ".repeat((1 << 20) + 1), "too large"),
    ] {
        let errors = refused(logo.as_bytes());
        assert!(errors.contains(named), "{named}: {errors:.400}");
    }
}

#[cfg(unix)]
#[test]
fn a_logo_that_is_a_pipe_or_a_link_out_of_the_workspace_is_not_opened() {
    let workspace = with_logo(b"");
    workspace.remove("logo.svg");
    let pipe = std::process::Command::new("mkfifo")
        .arg(workspace.path("logo.svg"))
        .status();
    assert!(pipe.is_ok_and(|status| status.success()));
    assert!(found(&workspace).contains("a device or a pipe"));
    let elsewhere = Workspace::empty();
    elsewhere.write("logo.svg", LOGO);
    workspace.remove("logo.svg");
    std::os::unix::fs::symlink(elsewhere.path("logo.svg"), workspace.path("logo.svg"))
        .expect("it can be made");
    assert!(found(&workspace).contains("leads out of the workspace"));
}

#[test]
fn words_that_say_what_the_logo_shows_are_needed() {
    let workspace = themed(&["logo: {file: logo.svg, alt: ' '}"]);
    workspace.write("logo.svg", LOGO);
    assert!(found(&workspace).contains("`alt` has no words"));
}
