//! The committed Markdown in `out/` is what `build` makes of the guides today.

use crate::workshop::{built, bundled, library, root};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn the_committed_markdown_is_current() {
    let library = library();
    let mut expected = BTreeSet::new();
    for guide in bundled() {
        for file in built(&guide, &library).files {
            if !file.path.ends_with(".md") {
                continue;
            }
            let path = root().join("out").join(&file.path);
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            let current = String::from_utf8(file.bytes).expect("Markdown is text");
            assert!(
                committed == current,
                "{} is not current: run `cargo run --release -- build` and look at the difference",
                path.display()
            );
            expected.insert(path);
        }
    }
    let left_over: Vec<_> = markdown_below(&root().join("out"))
        .into_iter()
        .filter(|path| !expected.contains(path))
        .collect();
    assert!(left_over.is_empty(), "no guide makes these: {left_over:?}");
}

fn markdown_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir().expect("the kits are committed") {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            found.extend(markdown_below(&path));
        } else if path.extension().is_some_and(|it| it == "md") {
            found.push(path);
        }
    }
    found
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
