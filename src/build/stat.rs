//! What the system says of a file without opening it: a hint that its bytes are still the same.

use serde::{Deserialize, Serialize};
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// Size and times of a file, and which one it is. As long as they stay, so do its bytes, unless
/// it was written in the very moment it was looked at; see [`Stat::is_older`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stat {
    size: u64,
    /// When its bytes were last written, in nanoseconds since 1970.
    written: i64,
    /// When anything about it was last changed, and its number in the file system; 0 where there
    /// is no such thing. They tell a file that was put in the place of another, with the times of
    /// the other.
    changed: i64,
    number: u64,
}

impl Stat {
    /// Looks at a file; `None` if there is none. A link counts as what it leads to.
    pub(super) fn of(path: &Path) -> Option<Self> {
        Some(Self::from(&fs::metadata(path).ok()?))
    }

    /// Looks at a file in the output folder; `None` if there is none. A link is none.
    pub(super) fn of_output(path: &Path) -> Option<Self> {
        let data = fs::symlink_metadata(path).ok()?;
        data.is_file().then(|| Self::from(&data))
    }

    /// Its size in bytes.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether the file has been as it is since before the file with this other stat was written.
    /// Otherwise it may have been written once more in the same tick of the clock, which nothing
    /// shows.
    pub(super) fn is_older(&self, other: &Self) -> bool {
        self.written < other.written && self.changed < other.written
    }

    /// The same for the bytes alone: renaming a file counts as a change, but not of its bytes.
    pub(super) fn was_written_before(&self, other: &Self) -> bool {
        self.written < other.written
    }

    fn from(data: &Metadata) -> Self {
        let (changed, number) = identity(data);
        Self {
            size: data.len(),
            written: data.modified().map_or(0, nanoseconds),
            changed,
            number,
        }
    }
}

#[cfg(unix)]
fn identity(data: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt;
    let changed = data
        .ctime()
        .saturating_mul(1_000_000_000)
        .saturating_add(data.ctime_nsec());
    (changed, data.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (i64, u64) {
    (0, 0)
}

fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |it| -it),
    }
}
