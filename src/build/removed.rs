//! What belongs to no guide: kits whose guide is gone, and the page of all kits.

use super::engine::Engine;
use super::folder::Folder;
use super::inputs::Inputs;
use super::order::{Extent, Order, Report};
use super::overview;
use super::update::{Undecided, Update};
use crate::finding::Finding;
use crate::html::KitSummary;
use crate::workspace::GuideFile;
use std::collections::{BTreeMap, BTreeSet};

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
            // Any kit may be that of a guide which cannot be read far enough to know its id.
            let ids: Option<BTreeSet<&str>> = claimed.iter().map(|(_, id)| *id).collect();
            if let Some(ids) = ids {
                report.removed = self.clear(&ids, &mut report.findings)?;
            }
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

    /// Removes the kits of guides that are gone, the `ids` being those that are there, and says how
    /// many files those were.
    fn clear(&self, ids: &BTreeSet<&str>, findings: &mut Vec<Finding>) -> anyhow::Result<usize> {
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
            if ids.contains(id.as_str()) {
                continue;
            }
            // One of a guide of this workspace, as its manifest says.
            let folder = Folder::open(out, &id, self.records).ok();
            let Some(folder) = folder.filter(|it| it.guide.is_some()) else {
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
