//! A small complete guide that no rule has anything to say about, and variations of it.

use hirekit::check::{PrintedWith, check_source};
use hirekit::finding::{Finding, Source};
use hirekit::lint::Levels;
use hirekit::overlay::Bases;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint")
}

/// The findings for the text of a guide beside the sample, in a file called `name`, at these levels.
pub fn lint_at(levels: &Levels, name: &str, guide: &str) -> Vec<Finding> {
    let source = Arc::new(Source {
        path: name.into(),
        text: guide.into(),
    });
    let path = folder().join(name);
    let bases = Bases::beside(&path, Path::new(name), None);
    let with = PrintedWith {
        levels: Some(levels),
        ..PrintedWith::bundled()
    };
    let checked = check_source(&source, &bases, with).expect("bases can be read");
    checked.findings
}

/// The findings for the text of a guide.
pub fn lint(name: &str, guide: &str) -> Vec<Finding> {
    lint_at(&Levels::default(), name, guide)
}

/// The sample, with the fields of `example` in place of its own.
pub fn overlay(example: &str) -> String {
    format!("format: 1\nextends: sample\nid: example\n{example}")
}
