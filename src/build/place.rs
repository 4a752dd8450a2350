//! Putting a kit in place, so that it can end at any moment.
//!
//! In order, for one kit:
//!
//! 1. what killed builds left behind is removed;
//! 2. the record of this clone learns the files that are about to appear, besides the old ones;
//! 3. all new files are written beside their targets, and flushed: a full disk ends here, with
//!    every packet as it was;
//! 4. they are renamed into place, each an old packet and then a new one;
//! 5. packets that no guide makes any more are removed;
//! 6. the manifest is replaced, in the same way;
//! 7. the record learns what has become of it all.
//!
//! Killed before 4, nothing has happened. Killed later, the next build finds files that are not
//! what the manifest says, but which the record of step 2 knows, and goes on from there.

use super::digest::Digest;
use super::disk::{Disk, Flush, Staged, sweep};
use super::folder::{Folder, Found};
use super::manifest::{MANIFEST, Manifest};
use super::outline::Outline;
use super::record::{Known, Record, Records, Seen};
use super::stat::Stat;
use super::update::Update;
use crate::kit::Audience;
use anyhow::Context;
use std::path::{Path, PathBuf};

/// Where kits are put.
#[derive(Clone, Copy)]
pub(super) struct Shelf<'a> {
    pub(super) disk: &'a dyn Disk,
    pub(super) records: Option<&'a Records>,
    /// Whether no other build is at work here, so that all unfinished files are left over.
    pub(super) is_alone: bool,
}

/// What is recorded of a kit once it is in place.
pub(super) struct Facts {
    /// The file of the guide, if it belongs to the workspace.
    pub(super) guide: Option<String>,
    /// What lets the next build pass by, if all is well.
    pub(super) seen: Option<Seen>,
}

impl Shelf<'_> {
    /// Does what an update of a kit says.
    ///
    /// # Errors
    ///
    /// A file that cannot be written, renamed or removed. Every packet is whole, old or new.
    pub(super) fn put(
        self,
        folder: &Folder,
        update: &Update,
        outline: &Outline,
        facts: Facts,
    ) -> anyhow::Result<()> {
        self.sweep(folder)?;
        let manifest = Manifest {
            guide: facts.guide.clone(),
            kit: outline.summary.clone(),
            files: update.files.clone(),
        };
        let is_nothing = manifest.files.is_empty() && folder.manifest.is_none();
        let manifest =
            Some(manifest.write()).filter(|bytes| Some(bytes) != folder.manifest.as_ref());
        let manifest = manifest.filter(|_| !is_nothing);
        if !update.write.is_empty() {
            self.announce(folder, update, &outline.id)?;
        }
        let mut files: Vec<(&str, &[u8])> = Vec::new();
        files.extend(update.write.iter().map(|(path, bytes)| (&**path, &**bytes)));
        self.replace(&folder.path, &files)?;
        self.remove(folder, update)?;
        if let Some(bytes) = &manifest {
            self.replace(&folder.path, &[(MANIFEST, bytes)])?;
        }
        self.conclude(folder, update, outline, facts)
    }

    /// Removes the packets of a guide that is gone, and what is empty then.
    ///
    /// # Errors
    ///
    /// A file that cannot be removed, or a manifest that cannot be written.
    pub(super) fn clear(self, folder: &Folder, id: &str, update: &Update) -> anyhow::Result<()> {
        self.sweep(folder)?;
        self.remove(folder, update)?;
        let manifest = folder.path.join(MANIFEST);
        if update.files.is_empty() {
            self.remove_file(&manifest)?;
            self.disk.remove_folder(&folder.path).ok();
            if let Some(records) = self.records {
                records.remove(self.disk, id);
            }
            return Ok(());
        }
        let Some(Ok(mut left)) = folder.manifest.as_deref().map(Manifest::read) else {
            return Ok(());
        };
        left.files.clone_from(&update.files);
        self.replace(&folder.path, &[(MANIFEST, &left.write())])
    }

    fn sweep(self, folder: &Folder) -> anyhow::Result<()> {
        if !self.is_alone {
            return Ok(());
        }
        let audiences = Audience::ALL.iter().map(|it| folder.path.join(it.name()));
        for folder in std::iter::once(folder.path.clone()).chain(audiences) {
            let context = || format!("cannot clear {} of unfinished files", folder.display());
            sweep(self.disk, &folder).with_context(context)?;
        }
        Ok(())
    }

    /// Writes down what is about to be written.
    fn announce(self, folder: &Folder, update: &Update, id: &str) -> anyhow::Result<()> {
        let Some(records) = self.records else {
            return Ok(());
        };
        let mut record = Record::default();
        record.files.clone_from(&folder.known);
        for path in update.write.keys() {
            let known = record.files.entry(path.clone()).or_default();
            let old = match folder.find(path) {
                Ok(Found::File(old)) if folder.is_ours(path, old) => Some(old),
                _ => None,
            };
            known.bytes.extend(old);
            known.bytes.push(update.files[path].bytes);
            known.bytes.sort();
            known.bytes.dedup();
            (known.from, known.stat) = (None, None);
        }
        let written = records.write(self.disk, id, &mut record, Flush::Wait);
        written.with_context(|| format!("cannot write in {}", records.folder().display()))
    }

    /// Writes files below a folder: all of them beside their targets, then each into its place.
    pub(super) fn replace(self, folder: &Path, files: &[(&str, &[u8])]) -> anyhow::Result<()> {
        let mut staged: Vec<Staged> = Vec::new();
        for (path, bytes) in files {
            let target = target(folder, path);
            let parent = target.parent().unwrap_or(folder);
            let made = match parent.is_dir() {
                true => Ok(()),
                false => self.disk.make_folder(parent),
            };
            let written =
                made.and_then(|()| Staged::new(self.disk, target.clone(), bytes, Flush::Wait));
            match written {
                Ok(file) => staged.push(file),
                Err(error) => {
                    staged.into_iter().for_each(|file| file.discard(self.disk));
                    return Err(error).with_context(|| cannot_write(&target));
                }
            }
        }
        let mut staged = staged.into_iter();
        while let Some(file) = staged.next() {
            let target = file.target().to_owned();
            if let Err(error) = file.place(self.disk) {
                staged.for_each(|file| file.discard(self.disk));
                return Err(error).with_context(|| cannot_write(&target));
            }
        }
        Ok(())
    }

    fn remove(self, folder: &Folder, update: &Update) -> anyhow::Result<()> {
        for path in &update.remove {
            let full = target(&folder.path, path);
            self.remove_file(&full)?;
            if let Some(parent) = full.parent().filter(|it| *it != folder.path) {
                // It stays while something is in it.
                self.disk.remove_folder(parent).ok();
            }
        }
        Ok(())
    }

    fn remove_file(self, path: &Path) -> anyhow::Result<()> {
        match self.disk.remove(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot remove {}", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Writes down what is in place now.
    fn conclude(
        self,
        folder: &Folder,
        update: &Update,
        outline: &Outline,
        facts: Facts,
    ) -> anyhow::Result<()> {
        let Some(records) = self.records else {
            return Ok(());
        };
        let mut record = Record::of(facts.seen);
        for (path, known) in &folder.known {
            if !update.remove.contains(path) && !update.forget.contains(path) {
                record.files.insert(path.clone(), known.clone());
            }
        }
        for path in update.write.keys().chain(&update.current) {
            let known = Known {
                from: update.fingerprints.get(path).copied(),
                bytes: update
                    .files
                    .get(path)
                    .map(|it| it.bytes)
                    .into_iter()
                    .collect(),
                stat: match update.current.contains(path) {
                    true => update.stats.get(path).copied(),
                    false => Stat::of_output(&target(&folder.path, path)),
                },
            };
            record.files.insert(path.clone(), known);
        }
        if let Some(seen) = &mut record.seen {
            let path = folder.path.join(MANIFEST);
            // None where nothing was ever written.
            let bytes = std::fs::read(&path).ok();
            let bytes = bytes.map(|bytes| Digest::of_file(MANIFEST, &bytes));
            seen.manifest = Known {
                from: None,
                bytes: bytes.into_iter().collect(),
                stat: Stat::of_output(&path),
            };
        }
        let written = records.write(self.disk, &outline.id, &mut record, Flush::Later);
        written.with_context(|| format!("cannot write in {}", records.folder().display()))
    }
}

/// A path of a kit on this system.
fn target(folder: &Path, path: &str) -> PathBuf {
    path.split('/')
        .fold(folder.to_owned(), |folder, name| folder.join(name))
}

fn cannot_write(path: &Path) -> String {
    format!(
        "cannot write {}",
        path.strip_prefix(".").unwrap_or(path).display()
    )
}
