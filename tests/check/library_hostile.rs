//! Libraries, and includes, that are made, or happen, to do harm: each ends soon, with a finding.

use super::example;
use super::library::{CLOUD, library};
use super::overlays::Guides;

use hirekit::report::text::{Style, text};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How long any one guide may take. A build for debugging is about eight times slower.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 16 } else { 2 });

/// The small complete guide with more questions.
fn guide(questions: &str) -> String {
    let scorecard = "    scorecard:\n";
    example::MINIMAL.replacen(scorecard, &format!("{questions}{scorecard}"), 1)
}

/// The findings of a guide, which are soon there.
fn report(guides: &Guides, name: &str) -> String {
    let start = Instant::now();
    let checked = guides.check(name);
    let all = text(&checked.findings, &Style::default());
    assert!(start.elapsed() < LIMIT, "took {:?}", start.elapsed());
    assert_eq!(checked.guide.is_none(), all.contains("error["));
    all
}

fn finds(code: &str, questions: &str) {
    let guides = Guides::with(&[("library/cloud.yaml", CLOUD)]);
    guides.write("minimal.yaml", &guide(questions));
    let all = report(&guides, "minimal.yaml");
    let expected = format!("error[{code}]");
    assert!(all.contains(&expected), "{code} is not in:\n{all:.2000}");
}

#[test]
fn includes_that_name_no_entry() {
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "cloud/../bill",
        "cloud/",
        "/bill",
        "cloud/bill/more",
        "\"cloud/bill\\n\"",
        "\"\"",
        "Cloud/bill",
    ] {
        finds("bad-include", &format!("      - include: {name}\n"));
    }
    finds(
        "control-character",
        "      - include: \"\\e[31m/\\u202ebill\"\n",
    );
    finds("wrong-type", "      - include: [cloud/bill]\n");
    finds("wrong-type", "      - include: {cloud: bill}\n");
    finds("wrong-type", "      - include:\n");
    finds("wrong-type", "      - {include: cloud/bill, ask: [a]}\n");
    finds(
        "wrong-type",
        "      - {include: cloud/bill, remove: true}\n",
    );
    finds(
        "duplicate-key",
        "      - {include: cloud/bill, include: cloud/outage}\n",
    );
    finds(
        "unknown-library",
        &format!("      - include: {0}/{0}\n", "a".repeat(64)),
    );
    let thousands = "      - include: cloud/nosuch\n".repeat(10_000);
    finds("unknown-entry", &thousands);
    let thousands: Vec<_> = (0..3_000)
        .map(|it| format!("      - include: c{it}/a\n"))
        .collect();
    finds("unknown-library", &thousands.concat());
}

#[test]
fn libraries_that_are_none() {
    let guides = Guides::with(&[("minimal.yaml", &guide("      - include: cloud/bill\n"))]);
    let path = guides.folder.path().join("library/cloud.yaml");
    std::fs::create_dir_all(&path).expect("it can be made");
    let all = report(&guides, "minimal.yaml");
    assert!(all.contains("error[not-a-file]"), "{all}");
    assert!(all.contains("included here"), "{all}");
    std::fs::remove_dir(&path).expect("it can be removed");
    for (code, text) in [
        ("file-too-large", "#".repeat((4 << 20) + 1)),
        ("empty-file", "# nothing\n".to_owned()),
        (
            "yaml-syntax",
            "format: 1\nid: cloud\ntitle: a: b: c\n".to_owned(),
        ),
        ("unknown-format", "format: 7\n".to_owned()),
        ("wrong-type", "- a\n- b\n".to_owned()),
        (
            "misplaced-include",
            format!("{CLOUD}\ninclude: cloud-security/bill\n"),
        ),
        ("unknown-field", example::MINIMAL.to_owned()),
        ("unknown-field", format!("{CLOUD}extends: cloud-security\n")),
        ("duplicate-id", CLOUD.replace("id: outage", "id: bill")),
        ("nested-too-deep", format!("a: {}", "[".repeat(100_000))),
    ] {
        guides.write("library/cloud.yaml", &text);
        let all = report(&guides, "minimal.yaml");
        let expected = format!("error[{code}]");
        assert!(all.contains(&expected), "{code} is not in:\n{all:.2000}");
        let alone = library(&guides, "library/cloud.yaml");
        assert!(
            alone.contains(&expected),
            "{code} is not in:\n{alone:.2000}"
        );
    }
}

#[cfg(unix)]
#[test]
fn libraries_that_lead_elsewhere() {
    use std::os::unix::fs::symlink;
    let elsewhere = Guides::with(&[("library/cloud.yaml", CLOUD)]);
    let secret = elsewhere.folder.path().join("library/cloud.yaml");
    let includes = guide("      - include: cloud/bill\n");
    let guides = Guides::with(&[("minimal.yaml", &includes), ("library/a.yaml", CLOUD)]);
    let link = guides.folder.path().join("library/cloud.yaml");
    symlink(secret, &link).expect("links can be made");
    let all = report(&guides, "minimal.yaml");
    assert!(all.contains("error[outside-workspace]"), "{all}");
    assert!(!all.contains("Tell me about"), "{all}");
    // The whole folder may be a link, too.
    let guides = Guides::with(&[("minimal.yaml", &includes)]);
    let folder = elsewhere.folder.path().join("library");
    symlink(folder, guides.folder.path().join("library")).expect("links can be made");
    let all = report(&guides, "minimal.yaml");
    assert!(all.contains("error[outside-workspace]"), "{all}");
    // A pipe would keep whoever opens it waiting.
    let guides = Guides::with(&[("minimal.yaml", &includes), ("library/a.yaml", CLOUD)]);
    let pipe = guides.folder.path().join("library/cloud.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo is there").success());
    let all = report(&guides, "minimal.yaml");
    assert!(all.contains("error[not-a-file]"), "{all}");
}

#[test]
fn ten_thousand_entries() {
    let mut library = "format: 1\nid: cloud\ntitle: Cloud\nquestions:\n".to_owned();
    let mut questions = String::new();
    for at in 0..10_000 {
        let _ = writeln!(library, "  - {{id: q{at}, ask: Why?}}");
        let _ = writeln!(questions, "      - include: cloud/q{at}");
    }
    let guides = Guides::with(&[("library/cloud.yaml", &library)]);
    guides.write("minimal.yaml", &guide(&questions));
    let all = report(&guides, "minimal.yaml");
    assert!(all.starts_with("error[minutes-do-not-fit]"), "{all:.2000}");
    assert_eq!(all.matches("error[").count(), 1, "{all:.2000}");
}

#[test]
fn a_large_entry_many_times_over() {
    let long = "x".repeat(1 << 20);
    let guides = Guides::with(&[(
        "library/cloud.yaml",
        &format!("format: 1\nid: cloud\ntitle: Cloud\nquestions:\n  - {{id: bill, ask: {long}}}\n"),
    )]);
    let many: Vec<_> = (0..10_000)
        .map(|at| format!("      - {{include: cloud/bill, id: q{at}}}\n"))
        .collect();
    guides.write("minimal.yaml", &guide(&many.concat()));
    let all = report(&guides, "minimal.yaml");
    assert!(all.contains("error[includes-too-large]"), "{all:.2000}");
    assert_eq!(all.matches("error[").count(), 1, "{all:.2000}");
}

/// Scraps of includes, and of what may stand around them.
const SCRAPS: &[&str] = &[
    "      - include: cloud/bill\n",
    "      - include: cloud/outage\n",
    "      - {include: cloud/bill, id: other}\n",
    "        cover: [a]\n",
    "        remove: [cover]\n",
    "        remove: [follow_ups, id]\n",
    "        id: trade-off\n",
    "        include: cloud/cost\n",
    "        after: bill\n",
    "    groups:\n",
    "      - id: more\n        title: More\n        questions:\n",
    "          - include: cloud/bill\n",
    "    scorecard:\n      criteria:\n",
    "        - {include: cloud/cost, anchors: {remove: [3], 2: x}}\n",
    "competencies:\n  - include: cloud/cost-control\n",
    "scales:\n  fit: {include: cloud/fit}\n",
    "extends: minimal\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is included where: no panic, and a guide if and only if there are no errors.
    #[test]
    fn any_includes(scraps in prop::collection::vec(prop::sample::select(SCRAPS), 1..8)) {
        let guides = Guides::with(&[("library/cloud.yaml", CLOUD)]);
        let includes = guide(&scraps.concat()).replacen("id: minimal", "id: guide", 1);
        guides.write("guide.yaml", &includes);
        report(&guides, "guide.yaml");
        guides.write("library/cloud.yaml", &scraps.concat());
        report(&guides, "guide.yaml");
        library(&guides, "library/cloud.yaml");
    }
}
