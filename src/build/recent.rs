//! Kits with which nothing has to be done, found out without reading a guide or a packet.

use super::Mode;
use super::disk::Flush;
use super::engine::Engine;
use super::manifest::MANIFEST;
use super::outline::Outline;
use super::record::{Holds, Record};
use super::stat::Stat;
use super::update::existing_formats;
use crate::guide::Id;
use crate::kit::Format;
use crate::workspace::GuideFile;
use std::collections::BTreeSet;

/// A kit with which nothing has to be done.
pub(super) struct Recent {
    /// What the guide makes.
    pub(super) outline: Outline,
    /// How many of the selected files there are.
    pub(super) files: usize,
}

impl Engine<'_> {
    /// The kit of a guide, if nothing has changed since the last build ended well: not the guide,
    /// its bases, its libraries, the templates and the rest, nor any of the selected files.
    pub(super) fn recent(&self, file: &GuideFile) -> Option<Recent> {
        let (mut record, recorded) = self.record_of(file)?;
        let seen = record.seen.as_ref()?;
        if seen.check != self.inputs.common.of_check() {
            return None;
        }
        let folder = self.order.out.join(&seen.outline.id);
        let formats = self.formats(&seen.outline, &record);
        let selection = self.order.selection.in_formats(formats);
        let targets = seen.outline.targets(&selection);
        let prints = self
            .inputs
            .common
            .fingerprints(&seen.outline, &targets, &selection);
        let mut holds = BTreeSet::new();
        for target in &targets {
            let known = record.files.get(&target.path)?;
            if known.from != prints.get(&target.path).copied() {
                return None;
            }
            holds.insert(known.still_holds(&folder.join(&target.path), &recorded));
        }
        holds.insert(seen.manifest.still_holds(&folder.join(MANIFEST), &recorded));
        let is_all = !selection.is_whole() || is_all(&seen.outline, &record, &selection.formats);
        if holds.contains(&Holds::No) || !is_all {
            return None;
        }
        let recent = Recent {
            outline: seen.outline.clone(),
            files: targets.len(),
        };
        if let (Some(records), false) = (self.records, self.order.mode.is_check())
            && holds.contains(&Holds::AfterAll)
        {
            // Only a hint: the build is as good without it.
            let id = &recent.outline.id;
            let _ = records.write(self.disk, id, &mut record, Flush::Later);
        }
        Some(recent)
    }

    /// The record of the kit of a guide, if neither the guide nor its bases and libraries have changed
    /// since.
    pub(super) fn record_of(&self, file: &GuideFile) -> Option<(Record, Stat)> {
        let id = file
            .path
            .file_stem()?
            .to_str()
            .filter(|id| Id::is_valid(id))?;
        let (record, recorded) = self.records?.read(id)?;
        let seen = record.seen.as_ref()?;
        let is_of_guide = seen.outline.id == id && seen.guide == self.inputs.name(&file.path)?;
        let is_same =
            |(name, stat): &(String, Option<Stat>)| Stat::of(&self.inputs.path(name)) == *stat;
        let is_current = is_of_guide && seen.sources.iter().all(is_same);
        is_current.then_some((record, recorded))
    }

    /// The formats to look at: those selected, or fewer for a check that misses none.
    fn formats(&self, outline: &Outline, record: &Record) -> BTreeSet<Format> {
        let selected = &self.order.selection.formats;
        if self.order.mode != Mode::CheckExisting {
            return selected.clone();
        }
        let folder = self.order.out.join(&outline.id);
        let known = record.files.keys().map(String::as_str);
        let existing = existing_formats(outline, known, |path| {
            Stat::of_output(&folder.join(path)).is_some()
        });
        selected & &existing
    }
}

/// Whether the guide makes all that was once written, in these formats.
fn is_all(outline: &Outline, record: &Record, formats: &BTreeSet<Format>) -> bool {
    let all = super::Selection::of_formats(formats.clone());
    let targets = outline.targets(&all);
    let made: BTreeSet<&str> = targets.iter().map(|it| it.path.as_str()).collect();
    let mut known = record.files.keys().map(String::as_str);
    known.all(|path| {
        let is_format = formats
            .iter()
            .any(|format| path.ends_with(format.extension()));
        !is_format || made.contains(path)
    })
}
