//! Findings point into files, and can be shown to people and programs.

use hirekit::finding::{Finding, explanation};
use hirekit::report::text::{Style, text};
use hirekit::report::{Report, Root, github, json, sarif};
use std::collections::BTreeMap;
use std::path::Path;

/// The most findings with one code in one file. Whoever reads them has stopped long before.
const MOST: usize = 500;

/// Asserts that findings about `files` files are sound. Returns them as a program reads them.
pub fn assert_sound(findings: &[Finding], files: usize) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        assert!(explanation(finding.code).is_some(), "{finding:?}");
        assert!(!finding.message.is_empty(), "{finding:?}");
        assert_places(finding);
        *counts.entry(finding.code).or_default() += 1;
    }
    assert!(
        counts.values().all(|count| *count <= MOST * files),
        "{counts:?}"
    );
    assert_shown(findings)
}

fn assert_places(finding: &Finding) {
    let related = finding.related.iter().map(|(place, _)| place);
    let fix = finding.fix.iter().map(|fix| &fix.place);
    for place in related.chain(fix).chain([&finding.place]) {
        let shown = place.source.text.get(place.span.clone());
        assert!(shown.is_some(), "{} at {:?}", finding.code, place.span);
    }
}

/// Every report has all findings, and nothing in it steers a terminal.
fn assert_shown(findings: &[Finding]) -> String {
    for screen_reader in [false, true] {
        let style = Style {
            screen_reader,
            ..Style::default()
        };
        assert_harmless(&text(findings, &style), findings.len());
    }
    let root = Root::around(Path::new("/workspace"));
    assert_harmless(&github::github(findings, &root), findings.len());
    let json = json::json(&Report::of(findings), &root);
    let sarif = sarif::sarif(findings, &root);
    for text in [&json, &sarif] {
        assert_harmless(text, findings.len());
        let read = serde_json::from_str::<serde_json::Value>(text);
        assert!(read.is_ok(), "{read:?} in {text}");
    }
    json
}

fn assert_harmless(report: &str, findings: usize) {
    let harmful = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!report.contains(harmful), "{report:?}");
    assert!(report.lines().count() >= findings, "{report}");
}
