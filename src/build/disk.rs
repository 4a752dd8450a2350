//! The one place through which a build changes the disk.
//!
//! A file is written beside its target, flushed, and renamed: a reader sees the old file or the
//! new one, whole. The temporary file has a name that no packet has, so that what a killed build
//! left behind is recognised and removed by the next one.
//!
//! [`Disk`] is a trait so that tests can let each of these steps fail, or stop there for good.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What a build does to the disk.
pub trait Disk: Sync {
    /// Makes a folder, and those around it.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Writes a new file. The file must not exist yet, not even as a link.
    ///
    /// # Errors
    ///
    /// What the system says. A part of the file may be there.
    fn write_new(&self, path: &Path, bytes: &[u8], flush: Flush) -> io::Result<()>;

    /// Puts a file in the place of another.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder if nothing is in it.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// Whether to wait until a file has reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flush {
    /// Wait: even a power cut leaves it whole, and a full disk shows now.
    Wait,
    /// Do not: losing it costs time only.
    Later,
}

/// The disk of this computer.
#[derive(Debug, Clone, Copy)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8], flush: Flush) -> io::Result<()> {
        let mut file = fs::File::create_new(path)?;
        file.write_all(bytes)?;
        match flush {
            Flush::Wait => file.sync_data(),
            Flush::Later => Ok(()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}

/// A file that is complete, but not in its place yet.
#[derive(Debug)]
pub(super) struct Staged {
    temporary: PathBuf,
    target: PathBuf,
}

impl Staged {
    /// Writes a file beside its target, in a folder that exists.
    pub(super) fn new(
        disk: &dyn Disk,
        target: PathBuf,
        bytes: &[u8],
        flush: Flush,
    ) -> io::Result<Self> {
        let temporary = temporary(&target);
        let mut written = disk.write_new(&temporary, bytes, flush);
        if matches!(&written, Err(error) if error.kind() == io::ErrorKind::AlreadyExists) {
            // Of a killed build that had the same process number.
            disk.remove(&temporary)?;
            written = disk.write_new(&temporary, bytes, flush);
        }
        let staged = Self { temporary, target };
        match written {
            Ok(()) => Ok(staged),
            Err(error) => {
                staged.discard(disk);
                Err(error)
            }
        }
    }

    /// Puts it in its place.
    pub(super) fn place(self, disk: &dyn Disk) -> io::Result<()> {
        let placed = disk.rename(&self.temporary, &self.target);
        if placed.is_err() {
            self.discard(disk);
        }
        placed
    }

    /// Removes it again. Where that fails, the next build does it.
    pub(super) fn discard(self, disk: &dyn Disk) {
        let _ = disk.remove(&self.temporary);
    }

    /// Where it goes.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }
}

/// What temporary files end in.
const SUFFIX: &str = ".hirekit";

/// The temporary file for a target: `.03-screening.md.4711.hirekit`. The process number keeps two
/// builds apart where files cannot be locked.
fn temporary(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}{SUFFIX}", std::process::id()))
}

/// Removes what killed builds left in a folder. Nothing else has such a name.
pub(super) fn sweep(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let is_file = entry.file_type()?.is_file();
        if is_file && entry.file_name().to_str().is_some_and(is_temporary) {
            disk.remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Whether a file has the name of a temporary one.
fn is_temporary(name: &str) -> bool {
    let inner = name
        .strip_prefix('.')
        .and_then(|it| it.strip_suffix(SUFFIX));
    let parts = inner.and_then(|it| it.rsplit_once('.'));
    parts.is_some_and(|(target, process)| {
        let is_number = !process.is_empty() && process.bytes().all(|it| it.is_ascii_digit());
        is_number && !target.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_files_are_known_by_their_names() {
        let name = temporary(Path::new("out/it-manager/kit.json"));
        let name = name.file_name().and_then(|it| it.to_str());
        assert!(name.is_some_and(is_temporary));
        for other in [
            ".hirekit",
            "notes.hirekit",
            ".a.hirekit",
            "..1.hirekit",
            ".a.1x.hirekit",
            ".1.hirekit",
        ] {
            assert!(!is_temporary(other), "{other}");
        }
    }

    #[test]
    fn a_sweep_removes_files_of_such_names_only() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for name in [".a.md.12.hirekit", "a.md", ".a.md.swp"] {
            fs::write(folder.path().join(name), "").expect("it can be written");
        }
        fs::create_dir(folder.path().join(".b.3.hirekit")).expect("it can be made");
        sweep(&RealDisk, folder.path()).expect("it can be swept");
        let left = folder.path().read_dir().expect("it can be listed");
        assert_eq!(left.count(), 3);
        sweep(&RealDisk, &folder.path().join("nosuch")).expect("nothing is nothing to sweep");
    }
}
