//! Bytes where a guide is expected: as a guide, as the changes to a bundled one, as the settings
//! of the workspace, as a library.

use super::{findings, markup};
use hirekit::build::{self, Selection};
use hirekit::check::{Checked, PrintedWith, check_file, check_library};
use hirekit::kit::Format;
use hirekit::template::Library;
use hirekit::workspace::{SETTINGS_FILE, Workspace, theme_files};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

/// What makes an overlay of a guide: its own fields replace those of the base.
const EXTENDS: &[u8] = b"extends: it-support-manager\n";

/// An overlay that includes from the library `shared`.
const INCLUDES: &[u8] = b"format: 1\nid: includes\nextends: it-support-manager\nscales: {a: {include: shared/a}}\n\
    competencies: [{include: shared/a, place: last}]\nstages:\n  - id: screening\n    questions:\n      - {include: shared/a, \
    place: last, cover: [All]}\n    scorecard: {criteria: [{include: shared/a, place: last}]}\n";

/// Reads the bytes in every place where hirekit reads YAML.
pub fn guide(bytes: &[u8]) {
    let workspace = tempfile::tempdir().expect("there is room for a folder");
    let root = workspace.path();
    let write = |name: &str, bytes: &[u8]| {
        let path = root.join(name);
        std::fs::write(&path, bytes).expect("there is room for a file");
        path
    };
    write(SETTINGS_FILE, bytes);
    settings(root);
    let alone = write("alone.yaml", bytes);
    let (checked, report) = check(&alone, root);
    let (_, again) = check(&alone, root);
    assert_eq!(report, again, "the same guide has the same findings");
    build(&checked);
    let overlay = write("overlay.yaml", &[EXTENDS, bytes].concat());
    check(&overlay, root);
    std::fs::create_dir(root.join("library")).expect("there is room for a folder");
    library(&write("library/shared.yaml", bytes), root);
    let includes = write("includes.yaml", INCLUDES);
    check(&includes, root);
}

fn library(path: &Path, root: &Path) {
    let shown = path.strip_prefix(root).expect("it is in the workspace");
    let checked = check_library(path, shown, Some(root), PrintedWith::bundled());
    let checked = checked.expect("a file that is there can be read");
    findings::assert_sound(&checked.findings, 1);
}

fn settings(root: &Path) {
    let opened = Workspace::open(root).expect("the settings can be read");
    let (workspace, wrong) = opened;
    findings::assert_sound(&wrong, 1);
    let named = theme_files(root).len();
    assert!(workspace.font_families().count() <= named);
}

fn check(path: &Path, root: &Path) -> (Checked, String) {
    let shown = path.strip_prefix(root).expect("it is in the workspace");
    let checked = check_file(path, shown, Some(root), PrintedWith::bundled());
    let checked = checked.expect("a file that is there can be read");
    let files = checked.sources().len() + checked.libraries.len();
    let report = findings::assert_sound(&checked.findings, files);
    (checked, report)
}

/// A guide that is sound makes a kit: the rules let nothing through that a template needs.
fn build(checked: &Checked) {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let Some(guide) = &checked.guide else {
        return;
    };
    let formats = BTreeSet::from([Format::Markdown, Format::Html]);
    let kit = build::build(
        guide,
        &checked.source,
        &checked.ingredients(),
        PrintedWith::bundled(),
        LIBRARY.get_or_init(|| Library::new(BTreeMap::new()).0),
        &Selection::of_formats(formats),
    );
    let kit = match kit {
        Ok(kit) => kit,
        Err(wrong) => {
            let is_large = wrong.iter().all(|it| it.code == "packet-too-large");
            assert!(is_large, "{wrong:?}");
            return;
        }
    };
    for file in kit.files {
        let outside = |part: &str| matches!(part, "" | "." | "..");
        assert!(!file.path.split('/').any(outside), "{}", file.path);
        let text = String::from_utf8(file.bytes).expect("pages are text");
        if file.path.ends_with(".html") {
            markup::assert_sound(&text);
        }
    }
}
