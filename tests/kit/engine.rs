//! Runs the engine for the other tests.

use hirekit::build::{self, Disk, Extent, Inputs, Mode, Nobody, Order, Report, Selection};
use hirekit::check::PrintedWith;
use hirekit::kit::Format;
use hirekit::template::Library;
use hirekit::workspace::{self, Workspace};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The starter guide, which makes six packets.
const STARTER: &str = include_str!("../../src/cli/starter/blank.yaml");

/// A workspace in a folder of its own.
pub struct Desk {
    pub folder: TempDir,
}

/// The packets and index pages of an output folder, by path.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

impl Desk {
    /// A workspace with guides of these ids.
    pub fn with(ids: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let desk = Self { folder };
        for id in ids {
            let guide = STARTER.replacen("id: blank", &format!("id: {id}"), 1);
            desk.write(&format!("guides/{id}.yaml"), &guide);
        }
        desk
    }

    /// The same files in another folder.
    pub fn copy(&self) -> Self {
        let copy = Self::with(&[]);
        let mut files = Files::new();
        collect(self.folder.path(), self.folder.path(), &mut files);
        collect(self.folder.path(), &self.path("out/.hirekit"), &mut files);
        for (path, bytes) in files {
            let path = copy.folder.path().join(path);
            let folder = path.parent().expect("a file is in a folder");
            std::fs::create_dir_all(folder).expect("the folder can be made");
            std::fs::write(path, bytes).expect("the file can be written");
        }
        copy
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        let folder = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(path, text).expect("the file can be written");
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("the file can be read")
    }

    /// Builds all guides into the folder `out`.
    pub fn build(
        &self,
        out: &str,
        mode: Mode,
        selection: &Selection,
        disk: &dyn Disk,
    ) -> anyhow::Result<Report> {
        run(self.folder.path(), &self.path(out), mode, selection, disk)
    }

    /// What is in an output folder, without what is local.
    pub fn files(&self, out: &str) -> Files {
        let mut files = Files::new();
        let out = self.path(out);
        collect(&out, &out, &mut files);
        files
    }
}

/// Builds all guides of the workspace at `root`.
pub fn run(
    root: &Path,
    out: &Path,
    mode: Mode,
    selection: &Selection,
    disk: &dyn Disk,
) -> anyhow::Result<Report> {
    let (workspace, findings) = Workspace::open(root)?;
    assert!(findings.is_empty(), "{findings:?}");
    let (replacements, _) = workspace::replacements(root)?;
    let (library, findings) = Library::new(replacements);
    assert!(findings.is_empty(), "{findings:?}");
    let library = library.with_theme(workspace.theme());
    let fonts = workspace.fonts();
    let fills = workspace.settings.fill.clone();
    let (languages, findings) = workspace::languages(root, &fonts)?;
    assert!(findings.is_empty(), "{findings:?}");
    let with = PrintedWith {
        fills: &fills,
        fonts: &fonts,
        languages: &languages,
        declared: &workspace.declared,
        templates: &workspace.templates,
        levels: None,
    };
    let inputs = Inputs::new(&workspace, with, &library);
    let guides = workspace.guides(&[])?;
    let order = Order {
        guides: &guides,
        extent: Extent::All,
        shard: None,
        selection,
        out,
        mode,
        jobs: 2,
    };
    build::run(&inputs, order, disk, &Nobody)
}

/// All packets in these formats.
pub fn formats(formats: &[Format]) -> Selection {
    Selection::of_formats(formats.iter().copied().collect())
}

/// Adds what is in `folder`, by path below `root`, without what is local.
pub fn collect(root: &Path, folder: &Path, files: &mut Files) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        if path.ends_with(".hirekit") {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it is below").to_owned();
            files.insert(name, std::fs::read(&path).expect("the file can be read"));
        }
    }
}
