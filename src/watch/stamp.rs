//! What the system says of a file without opening it.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// Size, times and identity of a file: as long as they stay, so do its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    /// When its bytes were last written, where the system knows.
    written: Option<SystemTime>,
    /// Tells a file that was put in the place of another with the size and times of the other.
    identity: (i64, i64, u64),
}

impl Stamp {
    /// Looks at a file; `None` if there is none. A link counts as what it leads to.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let data = fs::metadata(path).ok()?;
        Some(Self {
            size: data.len(),
            written: data.modified().ok(),
            identity: identity(&data),
        })
    }
}

/// When anything about the file was last changed, and its number in the file system.
#[cfg(unix)]
fn identity(data: &Metadata) -> (i64, i64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (data.ctime(), data.ctime_nsec(), data.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (i64, i64, u64) {
    (0, 0, 0)
}
