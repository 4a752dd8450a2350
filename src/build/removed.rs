//! What belongs to no guide: kits whose guide is gone, and the page of all kits.

use super::engine::Engine;
use super::folder::Folder;
use super::inputs::Inputs;
use super::order::{Extent, Order, Report};
use super::overview;
use super::record::Records;
use super::update::{Undecided, Update};
use crate::finding::Finding;
use crate::html::KitSummary;
use crate::workspace::GuideFile;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

impl Engine<'_> {
    /// Looks after what belongs to no guide: kits of guides that are gone, the page of all kits.
    pub(super) fn finish(
        &self,
        claimed: &[(&GuideFile, Option<&str>)],
        known: &BTreeMap<String, KitSummary>,
        report: &mut Report,
    ) -> anyhow::Result<()> {
        let Order {
            out,
            mode,
            selection,
            ..
        } = self.order;
        if self.order.extent == Extent::All && selection.is_whole() {
            let ids: BTreeSet<&str> = claimed.iter().filter_map(|(_, id)| *id).collect();
            let unread = claimed.iter().filter(|(_, id)| id.is_none());
            let unread = unread
                .filter_map(|(file, _)| self.inputs.name(&file.path))
                .collect();
            let gone = Gone { ids, unread };
            report.removed = self.clear(&gone, &mut report.findings)?;
        }
        if selection.has_index() && self.order.shard.is_none() {
            let Inputs {
                with,
                skin,
                library,
                ..
            } = self.inputs;
            let look = (library.shell(), skin);
            let finding = overview::update(out, known, look, mode, with.languages, self.shelf())?;
            report.findings.extend(finding);
        }
        Ok(())
    }

    /// Removes the kits of guides that are gone, and says how many files those were.
    fn clear(&self, gone: &Gone<'_>, findings: &mut Vec<Finding>) -> anyhow::Result<usize> {
        let Order {
            out,
            mode,
            shard,
            selection,
            ..
        } = self.order;
        let mut count = 0;
        for id in overview::folders(out)? {
            if shard.is_some_and(|shard| !shard.contains(&id)) {
                continue;
            }
            let Some(folder) = gone.kit(out, &id, self.records) else {
                continue;
            };
            let update = match Update::removal(&folder, mode, &selection.formats) {
                Ok(update) => update,
                Err(Undecided::World(error)) => return Err(error),
                Err(Undecided::Template(_)) => continue,
            };
            if !mode.is_check() {
                self.shelf().clear(&folder, &id, &update)?;
            }
            count += update.remove.len();
            findings.extend(update.findings);
        }
        Ok(count)
    }
}

/// What tells the kits of guides that are gone.
struct Gone<'a> {
    /// The ids of the guides that are there.
    ids: BTreeSet<&'a str>,
    /// The guides that could not be read far enough to know their ids.
    unread: BTreeSet<String>,
}

impl Gone<'_> {
    /// The folder of a kit, if its guide is gone: the manifest says that it came from a guide of
    /// this workspace, and there is no guide of its id. A guide that cannot be read may have it.
    fn kit(&self, out: &Path, id: &str, records: Option<&Records>) -> Option<Folder> {
        if self.ids.contains(id) {
            return None;
        }
        let folder = Folder::open(out, id, records).ok()?;
        let guide = folder.guide.as_ref()?;
        (!self.unread.contains(guide)).then_some(folder)
    }
}
