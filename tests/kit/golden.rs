//! What is committed is what the guides make today.

use crate::engine::{Files, collect, formats, run};
use crate::workshop::root;
use hirekit::build::{Mode, RealDisk};
use hirekit::kit::Format;
use serde_json::Value as Json;

/// Made from nothing and compared, byte for byte: a mere check would believe the manifests.
#[test]
fn the_committed_markdown_is_current() {
    let fresh = tempfile::tempdir().expect("a temporary folder can be made");
    let markdown = formats(&[Format::Markdown]);
    let report = run(root(), fresh.path(), Mode::Build, &markdown, &RealDisk);
    let report = report.expect("the guides can be read");
    assert!(report.failed == 0 && report.findings.is_empty());
    let (fresh, committed) = (texts(fresh.path()), texts(&root().join("out")));
    let paths = fresh.keys().chain(committed.keys());
    let stale: Vec<_> = paths
        .filter(|path| fresh.get(*path) != committed.get(*path))
        .collect();
    assert!(
        stale.is_empty() && !fresh.is_empty(),
        "run `cargo run --release -- build` and look at the difference: {stale:#?}"
    );
}

/// What is committed of an output folder, by path: the Markdown, and of each manifest the part that
/// tells of it.
fn texts(out: &std::path::Path) -> Files {
    let mut files = Files::new();
    collect(out, out, &mut files);
    files.retain(|path, bytes| {
        if path.ends_with("kit.json") {
            *bytes = of_markdown(bytes);
            return true;
        }
        path.extension().is_some_and(|it| it == "md")
    });
    files
}

fn of_markdown(manifest: &[u8]) -> Vec<u8> {
    let mut manifest: Json = serde_json::from_slice(manifest).expect("a manifest is JSON");
    let files = manifest["files"].as_object_mut();
    let files = files.expect("a manifest lists files");
    files.retain(|path, _| path.ends_with(".md"));
    assert!(!files.is_empty());
    manifest.to_string().into_bytes()
}

#[test]
fn the_committed_schemas_are_current() {
    let committed = |path: &str| std::fs::read_to_string(root().join(path)).unwrap_or_default();
    assert!(
        committed("guides/guide.schema.json") == hirekit::schema::guide_schema_text(),
        "run `cargo run -- schema > guides/guide.schema.json`"
    );
    assert!(
        committed("guides/library/library.schema.json") == hirekit::schema::library_schema_text(),
        "run `cargo run -- schema library > guides/library/library.schema.json`"
    );
}
