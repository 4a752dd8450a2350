//! Comments that excuse a place.

use super::example::{lint, lint_at, overlay};
use hirekit::lint::{Level, Levels};

/// The sample with a closed question, and a comment above or behind it.
fn closed(before: &str, behind: &str) -> String {
    overlay(&format!(
        "stages:\n  - id: interview\n    questions:\n      - id: trade-off\n{before}        ask: >-{behind}\n          Have you ever\n          made a hard trade-off?\n"
    ))
}

fn codes(guide: &str) -> Vec<&'static str> {
    let findings = lint("example.yaml", guide);
    findings.iter().map(|it| it.code).collect()
}

const REASON: &str = "# allow closed-question: the licence is checked";

#[test]
fn above_or_behind_the_field() {
    assert_eq!(codes(&closed("", "")), ["closed-question"]);
    assert_eq!(codes(&closed(&format!("        {REASON}\n"), "")), [""; 0]);
    assert_eq!(
        codes(&closed(
            &format!("        {REASON}\n\n        # more\n"),
            ""
        )),
        [""; 0]
    );
    assert_eq!(codes(&closed("", &format!(" {REASON}"))), [""; 0]);
}

#[test]
fn not_elsewhere() {
    let above_all = format!("{REASON}\n{}", closed("", ""));
    assert_eq!(codes(&above_all), ["unused-excuse", "closed-question"]);
    let other = "        # allow religion: no\n";
    assert_eq!(
        codes(&closed(other, "")),
        ["unused-excuse", "closed-question"]
    );
    // A text is no comment.
    let quoted = overlay(&format!("summary: \"words {REASON}\"\n"));
    assert_eq!(codes(&quoted), [""; 0]);
}

#[test]
fn with_a_reason_and_a_name_that_exists() {
    let unexplained = "        # allow closed-question\n";
    assert_eq!(
        codes(&closed(unexplained, "")),
        ["excuse-without-reason", "closed-question"]
    );
    let misspelt = closed("        # allow closed-questions: so\n", "");
    let findings = lint("example.yaml", &misspelt);
    assert_eq!(findings[0].code, "unknown-rule");
    assert_eq!(findings[0].help.as_deref(), Some("write `closed-question`"));
}

#[test]
fn a_rule_that_is_off_has_nothing_to_excuse() {
    let levels = Levels::new([("wording".to_owned(), Level::Off)].into(), None);
    let guide = closed(&format!("        {REASON}\n"), "");
    assert!(lint_at(&levels, "example.yaml", &guide).is_empty());
}

/// Many comments, one below the other, and a long text with nothing in it but what is looked for.
#[test]
fn many_comments_and_many_matches() {
    let comments = "# allow religion: so\n# allow nothing: so\n# allow religion\n".repeat(20_000);
    let text = "your church, your church street ".repeat(20_000);
    let guide = overlay(&format!("{comments}summary: {text}\n"));
    assert!(codes(&guide).contains(&"unknown-rule"));
    let guide = overlay(&format!(
        "posting:\n  about: {text}\n  role: A\n  responsibilities: [B]\n  requirements: [C]\n"
    ));
    assert!(codes(&guide).contains(&"religion"));
}

/// All of a guide in one line, as JSON.
#[test]
fn a_long_line() {
    let items = "\"Ask # allow religion: so of everyone\", ".repeat(50_000);
    let guide = overlay(&format!("how_to: [{items}\"end\"]\n"));
    assert!(!codes(&guide).contains(&"unused-excuse"));
}
