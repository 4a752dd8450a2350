//! What this clone remembers of its last build of a kit, in a folder that git ignores.
//!
//! A record is only ever a hint. It holds what the system said of each file after the build
//! ([`Stat`]), so that a build with nothing to do opens no file of a kit but this one. And it knows
//! what was written *here*: a manifest that comes from elsewhere does not know the HTML and PDF of
//! this clone, which would otherwise look like somebody else's.
//!
//! Before a build replaces anything, it writes a record that knows the old files and the new ones.
//! So whenever it is killed, the next build knows both as its own.
//!
//! A record that is damaged, too large or a link is as good as none. One that another program wrote
//! still knows what was written here, but nothing of it counts as current.

use super::digest::Digest;
use super::disk::{Disk, Flush, Staged};
use super::fingerprint::PROGRAM;
use super::manifest::is_path;
use super::outline::Outline;
use super::stat::Stat;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The folder in the output folder, for what is of use on this computer only.
pub(super) const LOCAL: &str = ".hirekit";

/// The largest record that is read.
const MAX_BYTES: u64 = 8 << 20;

/// What this clone remembers of its last build of a kit.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Record {
    /// The program that wrote it.
    program: String,
    /// What was seen when the build ended, if all was well then.
    pub(super) seen: Option<Seen>,
    /// What was written here, by path below the folder of the kit.
    pub(super) files: BTreeMap<String, Known>,
}

impl Record {
    /// A record of what was seen.
    pub(super) fn of(seen: Option<Seen>) -> Self {
        Self {
            seen,
            ..Self::default()
        }
    }

    /// Whether this very program wrote it.
    pub(super) fn is_of_this_program(&self) -> bool {
        self.program == PROGRAM
    }
}

/// What was seen when a build ended.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Seen {
    /// The guide.
    pub(super) guide: String,
    /// Its file and the places where its bases and libraries were looked for. No stat where there was
    /// nothing.
    pub(super) sources: Vec<(String, Option<Stat>)>,
    /// What decided, besides the files, that nothing is wrong with the guide.
    pub(super) check: Digest,
    /// What the guide makes.
    pub(super) outline: Outline,
    /// The manifest.
    pub(super) manifest: Known,
}

/// A file that was written here.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Known {
    /// What it was made from.
    pub(super) from: Option<Digest>,
    /// Its bytes; several while a build is about to replace it.
    pub(super) bytes: Vec<Digest>,
    /// What the system says of it.
    pub(super) stat: Option<Stat>,
}

impl Known {
    /// The bytes of the file at `path`, if they are known without looking inside.
    pub(super) fn certain(&self, path: &Path, recorded: &Stat) -> Option<Digest> {
        let ([bytes], Some(stat)) = (&self.bytes[..], Stat::of_output(path)) else {
            return None;
        };
        let is_same = self.stat == Some(stat) && stat.was_written_before(recorded);
        is_same.then_some(*bytes)
    }

    /// Whether the file at `path` still has the bytes that it had when this was recorded, in a
    /// record with the stat `recorded`.
    pub(super) fn still_holds(&self, path: &Path, recorded: &Stat) -> Holds {
        let ([bytes], Some(stat)) = (&self.bytes[..], Stat::of_output(path)) else {
            return Holds::No;
        };
        if self.stat != Some(stat) {
            return Holds::No;
        }
        if stat.was_written_before(recorded) {
            return Holds::Yes;
        }
        // Written in the same tick of the clock as the record: only a look inside tells.
        let name = path.to_string_lossy();
        match std::fs::read(path) {
            Ok(read) if Digest::of_file(&name, &read) == *bytes => Holds::AfterAll,
            _ => Holds::No,
        }
    }
}

/// Whether a file has the bytes that a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// It has.
    Yes,
    /// It has, but a new record will save looking inside.
    AfterAll,
    /// It has not, or nobody knows without looking inside.
    No,
}

/// Where the records are.
#[derive(Debug, Clone)]
pub(super) struct Records {
    folder: PathBuf,
}

impl Records {
    /// The records of an output folder. None if a link or a file stands in their place: nothing
    /// is written through a link.
    pub(super) fn of(out: &Path) -> Option<Self> {
        let folder = out.join(LOCAL);
        let is_ours = folder.symlink_metadata().is_ok_and(|data| data.is_dir());
        is_ours.then_some(Self { folder })
    }

    /// Makes the folder.
    pub(super) fn prepare(disk: &dyn Disk, out: &Path) -> io::Result<()> {
        let folder = out.join(LOCAL);
        match folder.symlink_metadata() {
            Ok(_) => Ok(()),
            Err(_) => disk.make_folder(&folder),
        }
    }

    /// Lets git ignore the folder.
    pub(super) fn hide(&self, disk: &dyn Disk) -> io::Result<()> {
        let ignore = self.folder.join(".gitignore");
        match ignore.symlink_metadata() {
            Ok(_) => Ok(()),
            Err(_) => Staged::new(disk, ignore, b"*\n", Flush::Later)?.place(disk),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads the record of a kit, with its own stat.
    pub(super) fn read(&self, id: &str) -> Option<(Record, Stat)> {
        let path = self.path(id);
        let stat = Stat::of_output(&path)?;
        if stat.size() > MAX_BYTES {
            return None;
        }
        let mut record: Record = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        if !record.is_of_this_program() {
            record.seen = None;
        }
        let is_sound = record.files.keys().all(|path| is_path(path));
        is_sound.then_some((record, stat))
    }

    /// Writes the record of a kit.
    pub(super) fn write(
        &self,
        disk: &dyn Disk,
        id: &str,
        record: &mut Record,
        flush: Flush,
    ) -> io::Result<()> {
        PROGRAM.clone_into(&mut record.program);
        let bytes = serde_json::to_vec(record).map_err(io::Error::other)?;
        Staged::new(disk, self.path(id), &bytes, flush)?.place(disk)
    }

    /// Forgets a kit.
    pub(super) fn remove(&self, disk: &dyn Disk, id: &str) {
        // A record that stays is a record of files that are not there.
        let _ = disk.remove(&self.path(id));
    }

    fn path(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.json"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these bytes, as a record knows it.
    fn known(folder: &Path, name: &str, text: &str) -> (PathBuf, Known) {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("it can be written");
        let known = Known {
            from: None,
            bytes: vec![Digest::of_file(name, text.as_bytes())],
            stat: Stat::of_output(&path),
        };
        (path, known)
    }

    #[test]
    fn a_file_as_new_as_its_record_is_looked_into() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (path, mut packet) = known(folder.path(), "a.md", "old");
        let file = std::fs::File::options().append(true).open(&path);
        let file = file.expect("it can be opened");
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        file.set_modified(long_ago).expect("it can be dated back");
        packet.stat = Stat::of_output(&path);
        let (_, record) = known(folder.path(), "record.json", "{}");
        let later = record.stat.expect("it was written");
        let as_new = packet.stat.expect("it was written");
        assert_eq!(packet.still_holds(&path, &later), Holds::Yes);
        assert_eq!(packet.certain(&path, &later), packet.bytes.first().copied());
        assert_eq!(packet.still_holds(&path, &as_new), Holds::AfterAll);
        assert_eq!(packet.certain(&path, &as_new), None);
        // Other bytes of the same length, in the same tick of the clock: the stat is the same.
        packet.bytes = vec![Digest::of_file("a.md", b"new")];
        assert_eq!(packet.still_holds(&path, &as_new), Holds::No);
    }

    #[test]
    fn a_file_that_has_changed_or_is_none_does_not_hold() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let (path, packet) = known(folder.path(), "a.md", "old");
        let (_, record) = known(folder.path(), "record.json", "{}");
        let recorded = record.stat.expect("it was written");
        std::fs::write(&path, "longer").expect("it can be written");
        assert_eq!(packet.still_holds(&path, &recorded), Holds::No);
        std::fs::remove_file(&path).expect("it can be removed");
        assert_eq!(packet.still_holds(&path, &recorded), Holds::No);
        std::fs::create_dir(&path).expect("it can be made");
        assert_eq!(packet.still_holds(&path, &recorded), Holds::No);
    }
}
