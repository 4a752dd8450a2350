//! What kits are made from, besides guides.

use super::digest::Digest;
use super::fingerprint::Common;
use crate::check::PrintedWith;
use crate::template::Library;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// What kits are made from, besides guides: loaded once, for any number of builds.
pub struct Inputs<'a> {
    pub(super) with: PrintedWith<'a>,
    pub(super) library: &'a Library,
    pub(super) common: Common,
    /// The folder of the workspace, as a whole path.
    root: PathBuf,
}

impl<'a> Inputs<'a> {
    /// The inputs from a workspace, with what its guides are printed with.
    pub fn new(workspace: &Workspace, with: PrintedWith<'a>, library: &'a Library) -> Self {
        let files = workspace.font_families().iter().flat_map(|it| it.bytes());
        // A face that is not there is told from an empty one.
        let files =
            files.flat_map(|it| [if it.is_some() { b"+" } else { b"-" }, it.unwrap_or(b"")]);
        let root = &workspace.root;
        Self {
            with,
            library,
            common: Common::of(with, library, Digest::of(files)),
            root: std::path::absolute(root).unwrap_or_else(|_| root.clone()),
        }
    }

    /// What a file is called in records, if it can be written down: its path from the workspace,
    /// or the whole path, with `/`.
    pub(super) fn name(&self, path: &Path) -> Option<String> {
        let path = std::path::absolute(path).ok()?;
        let path = path.strip_prefix(&self.root).unwrap_or(&path);
        let name = path.to_str()?;
        Some(match std::path::MAIN_SEPARATOR {
            '/' => name.to_owned(),
            separator => name.replace(separator, "/"),
        })
    }

    /// The file that is called so.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}
