//! One build of an output folder at a time.

use super::record::Records;
use super::stat::Stat;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::time::Duration;

/// How long to wait before looking again whether the other build has ended.
const PAUSE: Duration = Duration::from_millis(20);

/// An output folder that no other build changes meanwhile. Other builds wait until this is
/// dropped, or the process ends in whatever way.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    /// The moment of locking, on the clock of the file system.
    pub(super) since: Option<Stat>,
}

/// How a lock is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// To change the folder.
    Write,
    /// To look at it.
    Read,
}

impl Lock {
    /// Waits until no other build is at work, as long as `wait` says so. None when it does not,
    /// and where files cannot be locked or the lock is a link: temporary names still keep builds
    /// apart there.
    pub(super) fn take(
        records: &Records,
        access: Access,
        wait: &dyn Fn() -> bool,
    ) -> io::Result<Option<Self>> {
        let path = records.folder().join("lock");
        let is_foreign = path.symlink_metadata().is_ok_and(|data| !data.is_file());
        let is_missing = path.symlink_metadata().is_err();
        if is_foreign || (is_missing && access == Access::Read) {
            return Ok(None);
        }
        let mut file = match access {
            Access::Write => OpenOptions::new().create(true).append(true).open(&path)?,
            Access::Read => File::open(&path)?,
        };
        loop {
            let locked = match access {
                Access::Write => file.try_lock(),
                Access::Read => file.try_lock_shared(),
            };
            match locked {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if wait() => std::thread::sleep(PAUSE),
                Err(_) => return Ok(None),
            }
        }
        let mut since = None;
        if access == Access::Write {
            file.set_len(0)?;
            file.write_all(b"\n")?;
            since = Stat::of_output(&path);
        }
        Ok(Some(Self { _file: file, since }))
    }
}
