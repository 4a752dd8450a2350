//! A folder to run the program in.

use snapbox::cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder to run the program in, removed when dropped.
pub struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// An empty folder.
    pub fn empty() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        Self { folder }
    }

    /// A folder with the starter guide, called `good`.
    pub fn with_good_guide() -> Self {
        let workspace = Self::empty();
        workspace
            .hirekit(&["new", "good", "--quiet"])
            .assert()
            .success();
        workspace
    }

    /// The program, to be run in this folder.
    pub fn hirekit(&self, arguments: &[&str]) -> Command {
        Command::new(snapbox::cmd::cargo_bin!("hirekit"))
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .args(arguments)
    }

    /// A path in this folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file of text.
    pub fn write(&self, path: &str, text: &str) {
        self.put(path, text.as_bytes());
    }

    /// Writes a file.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        let folder = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }

    /// Reads a file.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("the file is there")
    }

    /// Reads the file in a folder whose name ends so.
    pub fn text_of(&self, folder: &str, end: &str) -> String {
        let files = self.files(folder);
        let found = files
            .iter()
            .find(|(path, _)| path.to_string_lossy().ends_with(end));
        let (_, bytes) = found.unwrap_or_else(|| panic!("nothing in {folder} ends in {end}"));
        String::from_utf8(bytes.clone()).expect("it is text")
    }

    /// Changes a file: `from` must stand in it exactly once.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        self.write(path, &text.replace(from, to));
    }

    /// The packets and index pages below a folder, by path, with their bytes.
    pub fn packets(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = self.files(folder);
        files.retain(|(path, _)| {
            let is_local = path.components().any(|it| it.as_os_str() == ".hirekit");
            !is_local && path.file_name().is_some_and(|it| it != "kit.json")
        });
        files
    }

    /// Removes a file or a folder with all that is in it.
    pub fn remove(&self, path: &str) {
        let path = self.path(path);
        let removed = match path.is_dir() {
            true => std::fs::remove_dir_all(path),
            false => std::fs::remove_file(path),
        };
        removed.expect("it can be removed");
    }

    /// All files below a folder, by path, with their bytes.
    pub fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = std::fs::read(&path).expect("the file can be read");
            files.push((path, bytes));
        }
    }
}
