//! One guide: checked, and its kit brought up to date.

use super::Selection;
use super::claims::Claims;
use super::engine::{Ended, Engine};
use super::folder::Folder;
use super::inputs::Inputs;
use super::kit::Press;
use super::manifest::is_guide;
use super::order::{KitReport, Mode};
use super::outline::Outline;
use super::place::Facts;
use super::plan::Plan;
use super::record::{Known, Seen};
use super::stat::Stat;
use super::update::{Undecided, Update, existing_formats};
use crate::check::{self, Checked};
use crate::finding::Finding;
use crate::html::KitSummary;
use crate::workspace::GuideFile;
use std::sync::atomic::Ordering;

impl Engine<'_> {
    /// Checks a guide and brings its kit up to date.
    pub(super) fn guide(
        &self,
        guides: &[&GuideFile],
        at: usize,
        claims: &Claims,
        threads: usize,
    ) -> anyhow::Result<Ended> {
        let claim = claims.at(at);
        if self.has_failed.load(Ordering::Relaxed) || self.onlooker.wants_to_stop() {
            return Ok(Ended::default());
        }
        let file = guides[at];
        let mut checked = self.check(file)?;
        claim.make(checked.claimed_id());
        let id = checked.claimed_id().map(str::to_owned);
        if let Some(id) = &id
            && let Some(owner) = owner(guides, at, id, claims)?
        {
            checked = self.again(guides[owner], checked)?;
        }
        let mut ended = Ended {
            id,
            findings: std::mem::take(&mut checked.findings),
            done: None,
        };
        let Some(guide) = &checked.guide else {
            return Ok(ended);
        };
        let plan = Plan::of(
            guide,
            &checked.source,
            &checked.ingredients(),
            self.inputs.with,
        );
        let seen = self
            .seen(file, &checked, &plan.outline)
            .filter(|_| ended.findings.is_empty());
        // The tree and the texts are no longer needed, unless findings point to them.
        drop(checked);
        ended.done = self.kit(file, &plan, seen, threads, &mut ended.findings)?;
        Ok(ended)
    }

    pub(super) fn check(&self, file: &GuideFile) -> anyhow::Result<Checked> {
        let confined_to = file.confined_to.as_deref();
        check::check_file(&file.path, &file.shown, confined_to, self.inputs.with)
    }

    /// A guide together with another that keeps its id.
    pub(super) fn again(&self, owner: &GuideFile, checked: Checked) -> anyhow::Result<Checked> {
        let mut both = vec![self.check(owner)?, checked];
        check::check_together(&mut both);
        Ok(both.pop().expect("there are two"))
    }

    /// Brings the kit of a plan up to date. None if that cannot be done.
    fn kit(
        &self,
        file: &GuideFile,
        plan: &Plan,
        seen: Option<Seen>,
        threads: usize,
        findings: &mut Vec<Finding>,
    ) -> anyhow::Result<Option<(KitReport, KitSummary)>> {
        let (mode, outline) = (self.order.mode, &plan.outline);
        let folder = match self.folder(outline) {
            Ok(folder) => folder,
            Err(finding) => {
                findings.push(*finding);
                return Ok(None);
            }
        };
        let selection = self.selection(outline, &folder);
        let Inputs {
            library,
            ref common,
            ..
        } = *self.inputs;
        let press = Press {
            library,
            design: self.inputs.design(),
            vocabularies: &self.vocabularies,
            threads,
        };
        let update = match Update::of(plan, &folder, (&selection, mode), (common, press)) {
            Ok(update) => update,
            Err(Undecided::World(error)) => return Err(error),
            Err(Undecided::Template(wrong)) => {
                findings.extend(wrong);
                return Ok(None);
            }
        };
        if self.onlooker.wants_to_stop() {
            return Ok(None);
        }
        let report = KitReport {
            id: outline.id.clone(),
            role: outline.summary.role.clone(),
            packets: outline.built(&selection, &update.pages),
            written: update.write.len(),
            unchanged: update.current.len(),
            removed: update.remove.len(),
            kept: update.findings.len(),
        };
        if !mode.is_check() {
            let facts = Facts {
                guide: self.inputs.name(&file.path).filter(|name| is_guide(name)),
                seen: seen.filter(|_| update.findings.is_empty()),
            };
            self.shelf().put(&folder, &update, outline, facts)?;
        }
        findings.extend(update.findings);
        Ok(Some((report, outline.summary.clone())))
    }

    /// The folder of the kit; or why it must be left alone.
    fn folder(&self, outline: &Outline) -> Result<Folder, Box<Finding>> {
        let open = match self.order.mode {
            Mode::Force => Folder::open_anyway,
            Mode::Build | Mode::Check | Mode::CheckExisting => Folder::open,
        };
        open(self.order.out, &outline.id, self.records)
    }

    /// What is asked for; less for a check that does not miss formats of which there is nothing.
    fn selection(&self, outline: &Outline, folder: &Folder) -> Selection {
        let selection = self.order.selection.clone();
        if self.order.mode != Mode::CheckExisting {
            return selection;
        }
        let exists = |path: &str| folder.path.join(path).symlink_metadata().is_ok();
        let existing = existing_formats(outline, folder.paths().into_iter(), exists);
        let formats = &selection.formats & &existing;
        selection.in_formats(formats)
    }

    /// What lets the next build pass the guide by. None if a file was written while this build
    /// was at work: it may have been written once more since.
    fn seen(&self, file: &GuideFile, checked: &Checked, outline: &Outline) -> Option<Seen> {
        let since = self.since?;
        let mut sources = Vec::new();
        for path in std::iter::once(&file.path).chain(&checked.looked_at) {
            let stat = Stat::of(path);
            if stat.is_some_and(|stat| !stat.is_older(&since)) {
                return None;
            }
            sources.push((self.inputs.name(path)?, stat));
        }
        Some(Seen {
            guide: self.inputs.name(&file.path)?,
            sources,
            check: self.inputs.common.of_check(),
            outline: outline.clone(),
            manifest: Known::default(),
        })
    }
}

/// The other guide that keeps the id of a guide: one whose file has the name of the id, or else one
/// before it. None if it keeps the id itself.
///
/// A guide further down may not have been begun, so its id is looked up and not waited for.
///
/// # Errors
///
/// The other guide may not be read.
pub(super) fn owner(
    guides: &[&GuideFile],
    at: usize,
    id: &str,
    claims: &Claims,
) -> anyhow::Result<Option<usize>> {
    let is_named = |at: &usize| check::is_named_after(&guides[*at].path, id);
    let earlier = claims.earlier(at, id);
    let named = earlier.iter().copied().find(is_named);
    if named.is_some() || is_named(&at) {
        return Ok(named);
    }
    for later in (at + 1..guides.len()).filter(is_named) {
        let file = guides[later];
        let claimed = check::claimed_id(&file.path, file.confined_to.as_deref())?;
        if claimed.as_deref() == Some(id) {
            return Ok(Some(later));
        }
    }
    Ok(earlier.first().copied())
}
