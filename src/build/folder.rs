//! The folder of one kit, as it is now, and what we know of it.

use super::digest::Digest;
use super::explanations::{FOLDER_IN_THE_WAY, UNUSABLE_MANIFEST};
use super::manifest::{Entry, MANIFEST, MAX_MANIFEST_BYTES, Manifest};
use super::record::{Known, Record, Records};
use super::stat::Stat;
use crate::finding::{Finding, Place, Source};
use crate::html::KitSummary;
use crate::kit::Audience;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest file that is looked into: a hundred times the largest packet we know of.
const MAX_FILE_BYTES: u64 = 256 << 20;

/// The folder of a kit.
pub(super) struct Folder {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What the manifest lists.
    pub(super) files: BTreeMap<String, Entry>,
    /// The guide that the manifest names, if it belongs to the workspace.
    pub(super) guide: Option<String>,
    /// What the manifest says about the kit.
    pub(super) kit: Option<KitSummary>,
    /// The bytes of the manifest, to see whether it changes.
    pub(super) manifest: Option<Vec<u8>>,
    /// What was written here, by path.
    pub(super) known: BTreeMap<String, Known>,
    /// The stat of the record that says so.
    recorded: Option<Stat>,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// A file, with the digest of its bytes.
    File(Digest),
    /// A folder, a link, or something else that we never write.
    Other,
}

impl Folder {
    /// Looks at the folder of the kit `id`. `Err` says why it must be left alone.
    pub(super) fn open(
        out: &Path,
        id: &str,
        records: Option<&Records>,
    ) -> Result<Self, Box<Finding>> {
        let path = out.join(id);
        let audiences = Audience::ALL.iter().map(|it| path.join(it.name()));
        for folder in std::iter::once(path.clone()).chain(audiences) {
            let is_foreign = |data: std::fs::Metadata| !data.is_dir();
            if folder.symlink_metadata().is_ok_and(is_foreign) {
                let message = "a link or a file stands where the folder of packets should be";
                let finding = FOLDER_IN_THE_WAY.finding(place(&folder), message);
                let help = "move it away: hirekit writes no packets through links";
                return Err(Box::new(finding.help(help)));
            }
        }
        let (record, recorded) = records.and_then(|it| it.read(id)).unzip();
        let all_is_stale = record.as_ref().is_some_and(|it| !it.is_of_this_program());
        let mut folder = Self {
            path,
            files: BTreeMap::new(),
            guide: None,
            kit: None,
            manifest: None,
            known: record.map(|Record { files, .. }| files).unwrap_or_default(),
            recorded,
        };
        folder.read_manifest()?;
        if all_is_stale {
            folder.files.values_mut().for_each(|it| it.from = None);
        }
        Ok(folder)
    }

    /// The same, where a manifest that cannot be used is to be replaced.
    pub(super) fn open_anyway(
        out: &Path,
        id: &str,
        records: Option<&Records>,
    ) -> Result<Self, Box<Finding>> {
        match Self::open(out, id, records) {
            Err(finding) if finding.code == UNUSABLE_MANIFEST.code => Ok(Self {
                path: out.join(id),
                files: BTreeMap::new(),
                guide: None,
                kit: None,
                manifest: None,
                known: BTreeMap::new(),
                recorded: None,
            }),
            opened => opened,
        }
    }

    fn read_manifest(&mut self) -> Result<(), Box<Finding>> {
        let path = self.path.join(MANIFEST);
        let unusable = |why: &str| {
            let message = format!("this list of the packets of a kit cannot be used: {why}");
            let help = "see what changed it, or write it and all packets anew: \
                        `hirekit build --force`";
            let finding = UNUSABLE_MANIFEST.finding(place(&path), message);
            Box::new(finding.help(help))
        };
        let Ok(data) = path.symlink_metadata() else {
            return Ok(());
        };
        if !data.is_file() {
            return Err(unusable("it is not a file"));
        }
        let mut bytes = Vec::new();
        let limit = MAX_MANIFEST_BYTES as u64 + 1;
        let read = std::fs::File::open(&path).and_then(|it| it.take(limit).read_to_end(&mut bytes));
        if read.is_err() {
            return Err(unusable("it may not be read"));
        }
        if bytes.len() > MAX_MANIFEST_BYTES {
            return Err(unusable("it is larger than 4 MiB"));
        }
        let manifest = Manifest::read(&bytes).map_err(|why| unusable(&why))?;
        self.files = manifest.files;
        self.guide = manifest.guide;
        self.kit = Some(manifest.kit);
        self.manifest = Some(bytes);
        Ok(())
    }

    /// All paths that are, or were, ours.
    pub(super) fn paths(&self) -> BTreeSet<&str> {
        let paths = self.files.keys().chain(self.known.keys());
        paths.map(String::as_str).collect()
    }

    /// What stands at a path.
    ///
    /// # Errors
    ///
    /// A file that is there cannot be read.
    pub(super) fn find(&self, path: &str) -> io::Result<Found> {
        let full = self.path.join(path);
        let Ok(data) = full.symlink_metadata() else {
            return Ok(Found::Nothing);
        };
        if !data.is_file() || data.len() > MAX_FILE_BYTES {
            return Ok(Found::Other);
        }
        if let (Some(known), Some(recorded)) = (self.known.get(path), self.recorded)
            && let Some(bytes) = known.certain(&full, &recorded)
        {
            return Ok(Found::File(bytes));
        }
        Ok(Found::File(Digest::of_file(path, &std::fs::read(full)?)))
    }

    /// Whether a file with these bytes is one that we wrote, unchanged.
    pub(super) fn is_ours(&self, path: &str, bytes: Digest) -> bool {
        let listed = self
            .files
            .get(path)
            .is_some_and(|entry| entry.bytes == bytes);
        listed
            || self
                .known
                .get(path)
                .is_some_and(|it| it.bytes.contains(&bytes))
    }

    /// Where a finding about a file points to.
    pub(super) fn place(&self, path: &str) -> Place {
        place(&self.path.join(path))
    }
}

/// Where a finding about a file in the output folder points to. Its text says nothing about it.
pub(super) fn place(path: &Path) -> Place {
    let shown = path.strip_prefix(".").unwrap_or(path);
    let source = Source {
        path: shown.to_owned(),
        text: String::new(),
    };
    Place::new(&Arc::new(source), 0..0)
}
