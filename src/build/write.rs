//! Putting files in place, each whole or not at all.

use super::File;
use anyhow::{Context, bail};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// What writing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or different now.
    pub changed: usize,
    /// Files that were already as they should be, and were left alone.
    pub unchanged: usize,
}

/// Writes files below `folder`. Each is written beside its target and renamed, so that a reader
/// sees the old file or the new one, whole.
///
/// # Errors
///
/// A file that cannot be written. The files before it are in place, the others are as they were.
pub fn write(folder: &Path, files: &[File]) -> anyhow::Result<Written> {
    let mut written = Written::default();
    for file in files {
        let path = folder.join(&file.path);
        if fs::read(&path).is_ok_and(|bytes| bytes == file.bytes) {
            written.unchanged += 1;
            continue;
        }
        replace(&path, &file.bytes).with_context(|| format!("cannot write {}", path.display()))?;
        written.changed += 1;
    }
    Ok(written)
}

fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().context("this is not the path of a file")?;
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The process id keeps two builds at once out of each other's way.
    let beside = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::File::create(&beside)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // Nothing half-written stays behind; the first error is the one to report.
        let _ = fs::remove_file(&beside);
    }
    Ok(written?)
}

/// Refuses an output folder that is, contains or lies in a folder of sources.
///
/// # Errors
///
/// `out` is such a folder.
pub fn check_folder(out: &Path, root: &Path) -> anyhow::Result<()> {
    let out = absolute(out)?;
    let root = absolute(root)?;
    for source in ["guides", "templates"].map(|name| root.join(name)) {
        if out.starts_with(&source) {
            bail!(
                "{} is a folder of sources: choose another for the kits",
                out.display()
            );
        }
    }
    if root.starts_with(&out) {
        bail!(
            "{} is the workspace or contains it: choose another folder for the kits",
            out.display()
        );
    }
    Ok(())
}

/// The path without links and dots, also when it does not exist yet.
fn absolute(path: &Path) -> anyhow::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut existing = path.as_path();
    loop {
        if let Ok(real) = existing.canonicalize() {
            return Ok(missing
                .iter()
                .rev()
                .fold(real, |path, name| path.join(name)));
        }
        let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else {
            return Ok(path.clone());
        };
        missing.push(name.to_owned());
        existing = parent;
    }
}
