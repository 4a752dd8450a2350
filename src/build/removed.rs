//! Kits whose guide is gone.

use super::folder::Folder;
use super::record::Records;
use std::collections::BTreeSet;
use std::path::Path;

/// What tells the kits of guides that are gone.
pub(super) struct Gone<'a> {
    /// The ids of the guides that are there.
    pub(super) ids: BTreeSet<&'a str>,
    /// The guides that could not be read far enough to know their ids.
    pub(super) unread: BTreeSet<String>,
}

impl Gone<'_> {
    /// The folder of a kit, if its guide is gone: the manifest says that it came from a guide of
    /// this workspace, and there is no guide of its id. A guide that cannot be read may have it.
    pub(super) fn kit(&self, out: &Path, id: &str, records: Option<&Records>) -> Option<Folder> {
        if self.ids.contains(id) {
            return None;
        }
        let folder = Folder::open(out, id, records).ok()?;
        let guide = folder.guide.as_ref()?;
        (!self.unread.contains(guide)).then_some(folder)
    }
}
