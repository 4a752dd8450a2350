//! A small complete guide, and variations of it.

use hirekit::check::check_guide;
use hirekit::finding::{Finding, Source};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A guide with all that a guide must have.
pub const MINIMAL: &str = include_str!("minimal.yaml");

/// The findings for the text of a guide called `minimal`.
pub fn check(guide: &str) -> Vec<Finding> {
    check_as("minimal.yaml", guide)
}

/// The findings for the text of a guide in a file called `path`.
pub fn check_as(path: &str, guide: &str) -> Vec<Finding> {
    let source = Arc::new(Source {
        path: path.into(),
        text: guide.into(),
    });
    check_guide(&source, &BTreeMap::new()).findings
}

/// The small complete guide, with the top-level fields of `example` in place of its own. An
/// example that extends another guide gets no more than what says which guide it is.
pub fn overlay(example: &str) -> String {
    if example.starts_with("extends:") {
        return format!("format: 1\nid: minimal\n{example}");
    }
    let new = sections(example);
    let is_new = |name: Option<&str>| name.is_some() && new.iter().any(|(other, _)| *other == name);
    let old = sections(MINIMAL)
        .into_iter()
        .filter(|(name, _)| !is_new(*name));
    old.chain(new.clone()).map(|(_, text)| text).collect()
}

/// Splits a guide before each line that starts a top-level field. Only lines are looked at, so
/// that an example may be no YAML at all.
fn sections(guide: &str) -> Vec<(Option<&str>, String)> {
    let mut sections: Vec<(Option<&str>, String)> = Vec::new();
    for line in guide.lines() {
        let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        let name = line.split_once(':').map(|(name, _)| name).filter(is_name);
        if name.is_some() || sections.is_empty() {
            sections.push((name, String::new()));
        }
        let (_, text) = sections.last_mut().expect("one was just added");
        text.push_str(line);
        text.push('\n');
    }
    sections
}
