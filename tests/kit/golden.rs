//! What is committed is what the guides make today.

use crate::engine::{formats, run};
use crate::workshop::root;
use hirekit::build::{Mode, RealDisk};
use hirekit::kit::Format;

/// The same as `hirekit build --check --format md`.
#[test]
fn the_committed_markdown_is_current() {
    let markdown = formats(&[Format::Markdown]);
    let report = run(
        root(),
        &root().join("out"),
        Mode::Check,
        &markdown,
        &RealDisk,
    );
    let report = report.expect("the guides can be read");
    let stale = report.findings.iter().map(|finding| {
        format!(
            "{}: {}",
            finding.place.source.path.display(),
            finding.message
        )
    });
    let stale: Vec<_> = stale.collect();
    assert!(
        stale.is_empty() && report.failed == 0,
        "run `cargo run --release -- build` and look at the difference: {stale:#?}"
    );
    for kit in &report.kits {
        let manifest = root().join("out").join(&kit.id).join("kit.json");
        assert!(manifest.exists(), "{} is not committed", manifest.display());
    }
}

#[test]
fn the_committed_schema_is_current() {
    let path = root().join("guides/guide.schema.json");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == hirekit::schema::guide_schema_text(),
        "run `cargo run -- schema > guides/guide.schema.json`"
    );
}
