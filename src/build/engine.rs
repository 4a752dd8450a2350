//! The engine: guides in, what was done out.

use super::claims::Claims;
use super::disk::{Disk, RealDisk, sweep};
use super::folder::Folder;
use super::inputs::Inputs;
use super::kit::Press;
use super::lock::{Access, Lock};
use super::order::{Extent, KitReport, Mode, Nobody, Onlooker, Order, Report};
use super::outline::Outline;
use super::place::{Facts, Shelf};
use super::plan::Plan;
use super::recent::Recent;
use super::record::{Known, Record, Records, Seen};
use super::stat::Stat;
use super::update::{Undecided, Update, existing_formats};
use super::{overview, removed};
use crate::check::{self, Checked};
use crate::finding::Finding;
use crate::html::KitSummary;
use crate::parallel;
use crate::workspace::GuideFile;
use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

/// Builds kits, or checks that they are built.
///
/// # Errors
///
/// A guide that cannot be read, or a file that cannot be written. Every packet is whole, old or
/// new, and the next build goes on from there.
pub fn run(
    inputs: &Inputs<'_>,
    order: Order<'_>,
    disk: &dyn Disk,
    onlooker: &dyn Onlooker,
) -> anyhow::Result<Report> {
    let out = order.out;
    if !order.mode.is_check() {
        let prepared = Records::prepare(disk, out);
        prepared.with_context(|| format!("cannot write in {}", out.display()))?;
    }
    let records = Records::of(out);
    let lock = match &records {
        Some(records) => lock(records, order.mode, onlooker)?,
        None => None,
    };
    let mut engine = Engine::new(inputs, order, disk, onlooker, records.as_ref());
    engine.since = lock.as_ref().and_then(|lock| lock.since);
    engine.run()
}

/// The names of all packets that the guides make, for which `--packet` can ask. A guide with
/// errors makes none.
///
/// # Errors
///
/// A guide cannot be read.
pub fn packet_names(inputs: &Inputs<'_>, order: Order<'_>) -> anyhow::Result<BTreeSet<String>> {
    let records = Records::of(order.out);
    let engine = Engine::new(inputs, order, &RealDisk, &Nobody, records.as_ref());
    let names = |file: &GuideFile| -> anyhow::Result<Vec<String>> {
        if let Some((
            Record {
                seen: Some(seen), ..
            },
            _,
        )) = engine.record_of(file)
        {
            return Ok(seen.outline.names());
        }
        let checked = engine.check(file)?;
        let guide = checked.guide.as_ref();
        let plan =
            guide.map(|guide| Plan::of(guide, &checked.source, &checked.bases, inputs.fills));
        Ok(plan.map(|plan| plan.outline.names()).unwrap_or_default())
    };
    let names = parallel::map(order.guides, order.jobs, |_, file| names(file));
    let names = names.into_iter().collect::<anyhow::Result<Vec<_>>>()?;
    Ok(names.into_iter().flatten().collect())
}

fn lock(records: &Records, mode: Mode, onlooker: &dyn Onlooker) -> anyhow::Result<Option<Lock>> {
    let access = if mode.is_check() {
        Access::Read
    } else {
        Access::Write
    };
    let wait = || {
        onlooker.waits();
        !onlooker.wants_to_stop()
    };
    let lock = Lock::take(records, access, &wait);
    lock.with_context(|| format!("cannot write in {}", records.folder().display()))
}

/// One build.
pub(super) struct Engine<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) order: Order<'a>,
    pub(super) disk: &'a dyn Disk,
    onlooker: &'a dyn Onlooker,
    pub(super) records: Option<&'a Records>,
    /// When it began, on the clock of the file system. Unknown when nothing is to be recorded.
    since: Option<Stat>,
    /// Whether one guide ended in an error, so that the others may as well not begin.
    has_failed: AtomicBool,
}

/// What became of one guide.
#[derive(Default)]
struct Ended {
    /// The id that it claims.
    id: Option<String>,
    findings: Vec<Finding>,
    /// What was done with its kit, unless it was left alone.
    done: Option<(KitReport, KitSummary)>,
}

impl<'a> Engine<'a> {
    fn new(
        inputs: &'a Inputs<'a>,
        order: Order<'a>,
        disk: &'a dyn Disk,
        onlooker: &'a dyn Onlooker,
        records: Option<&'a Records>,
    ) -> Self {
        Self {
            inputs,
            order,
            disk,
            onlooker,
            records,
            since: None,
            has_failed: AtomicBool::new(false),
        }
    }

    fn run(&self) -> anyhow::Result<Report> {
        if !self.order.mode.is_check() {
            let folders = self.records.map(Records::folder);
            for folder in folders.into_iter().chain([self.order.out]) {
                let context = || format!("cannot clear {} of unfinished files", folder.display());
                sweep(self.disk, folder).with_context(context)?;
            }
        }
        let guides = self.in_shard()?;
        let ended = self.guides(&guides)?;
        let mut report = Report {
            is_stopped: self.onlooker.wants_to_stop(),
            ..Report::default()
        };
        let known = ended
            .iter()
            .filter_map(|it| Some((it.id.clone()?, it.done.as_ref()?.1.clone())));
        let known: BTreeMap<String, KitSummary> = known.collect();
        let claimed = guides.iter().zip(&ended);
        let claimed: Vec<_> = claimed
            .map(|(file, it)| (*file, it.id.as_deref()))
            .collect();
        if !report.is_stopped {
            self.finish(&claimed, &known, &mut report)?;
        }
        let late = std::mem::take(&mut report.findings);
        for guide in ended {
            report.failed += usize::from(guide.done.is_none());
            report.findings.extend(guide.findings);
            report.kits.extend(guide.done.map(|(kit, _)| kit));
        }
        report.findings.extend(late);
        Ok(report)
    }

    /// The guides that this build is for.
    fn in_shard(&self) -> anyhow::Result<Vec<&GuideFile>> {
        let guides: Vec<&GuideFile> = self.order.guides.iter().collect();
        let Some(shard) = self.order.shard else {
            return Ok(guides);
        };
        let ids = parallel::map(&guides, self.order.jobs, |_, file| {
            match self.record_of(file) {
                Some((record, _)) => Ok(record.seen.map(|seen| seen.outline.id)),
                None => check::claimed_id(&file.path, file.confined_to.as_deref()),
            }
        });
        let mut mine = Vec::new();
        for (file, id) in guides.into_iter().zip(ids) {
            // A guide without an id is reported once all the same.
            let stem = || {
                file.path
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            };
            if shard.contains(&id?.unwrap_or_else(stem)) {
                mine.push(file);
            }
        }
        Ok(mine)
    }

    /// Looks at all guides: first those with which nothing is to be done, then closely at the
    /// others.
    fn guides(&self, guides: &[&GuideFile]) -> anyhow::Result<Vec<Ended>> {
        let recent = parallel::map(guides, self.order.jobs, |_, file| self.recent(file));
        let claims = Claims::new(guides.len());
        let mut open = Vec::new();
        for (at, recent) in recent.iter().enumerate() {
            match recent {
                Some(recent) => claims.at(at).make(Some(&recent.outline.id)),
                None => open.push(at),
            }
        }
        self.onlooker.begins(open.len());
        let threads = self.order.jobs.div_ceil(open.len().max(1));
        let built = parallel::map(&open, self.order.jobs, |_, at| {
            let ended = self.guide(guides, *at, &claims, threads);
            if ended.is_err() {
                self.has_failed.store(true, Ordering::Relaxed);
            }
            self.onlooker.advances();
            ended
        });
        let mut built = built.into_iter();
        let mut all = Vec::new();
        for (at, recent) in recent.into_iter().enumerate() {
            all.push(match recent {
                Some(recent) => self.passed_by(guides, at, recent, &claims)?,
                None => built.next().expect("each open guide was looked at")?,
            });
        }
        Ok(all)
    }

    /// What becomes of a guide with which nothing is to be done; unless it turns out that another
    /// one before it claims the same id.
    fn passed_by(
        &self,
        guides: &[&GuideFile],
        at: usize,
        recent: Recent,
        claims: &Claims,
    ) -> anyhow::Result<Ended> {
        let outline = recent.outline;
        if let Some(first) = claims.earlier(at, &outline.id) {
            let again = self.check(guides[at])?;
            let findings = self.again(guides[first], again)?.findings;
            return Ok(Ended {
                findings,
                ..Ended::default()
            });
        }
        let kit = KitReport {
            id: outline.id.clone(),
            role: outline.summary.role.clone(),
            packets: outline.built(self.order.selection, &BTreeMap::new()),
            written: 0,
            unchanged: recent.files,
            removed: 0,
            kept: 0,
        };
        Ok(Ended {
            id: Some(outline.id),
            findings: Vec::new(),
            done: Some((kit, outline.summary)),
        })
    }

    /// Checks a guide and brings its kit up to date.
    fn guide(
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
        if let Some(first) = id.as_deref().and_then(|id| claims.earlier(at, id)) {
            checked = self.again(guides[first], checked)?;
        }
        let mut ended = Ended {
            id,
            findings: std::mem::take(&mut checked.findings),
            done: None,
        };
        let Some(guide) = &checked.guide else {
            return Ok(ended);
        };
        let plan = Plan::of(guide, &checked.source, &checked.bases, self.inputs.fills);
        let seen = self
            .seen(file, &checked, &plan.outline)
            .filter(|_| ended.findings.is_empty());
        // The tree and the texts are no longer needed, unless findings point to them.
        drop(checked);
        ended.done = self.kit(file, &plan, seen, threads, &mut ended.findings)?;
        Ok(ended)
    }

    fn check(&self, file: &GuideFile) -> anyhow::Result<Checked> {
        let confined_to = file.confined_to.as_deref();
        let Inputs { fills, fonts, .. } = *self.inputs;
        check::check_file(&file.path, &file.shown, confined_to, fills, fonts)
    }

    /// A guide together with another that has claimed its id before.
    fn again(&self, first: &GuideFile, checked: Checked) -> anyhow::Result<Checked> {
        let mut both = vec![self.check(first)?, checked];
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
        let Order { out, mode, .. } = self.order;
        let outline = &plan.outline;
        let open = match mode {
            Mode::Force => Folder::open_anyway,
            Mode::Build | Mode::Check | Mode::CheckExisting => Folder::open,
        };
        let folder = match open(out, &outline.id, self.records) {
            Ok(folder) => folder,
            Err(finding) => {
                findings.push(*finding);
                return Ok(None);
            }
        };
        let mut selection = self.order.selection.clone();
        if mode == Mode::CheckExisting {
            let exists = |path: &str| folder.path.join(path).symlink_metadata().is_ok();
            let existing = existing_formats(outline, folder.paths().into_iter(), exists);
            selection.formats = &selection.formats & &existing;
        }
        let common = &self.inputs.common;
        let press = Press {
            library: self.inputs.library,
            fonts: self.inputs.fonts,
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
            let name = self.inputs.name(&file.path);
            let targets = outline.targets(&selection);
            let facts = Facts {
                guide: name.filter(|name| super::manifest::is_guide(name)),
                fingerprints: common.fingerprints(outline, &targets, &selection),
                seen: seen.filter(|_| update.findings.is_empty()),
            };
            self.shelf().put(&folder, &update, outline, facts)?;
        }
        findings.extend(update.findings);
        Ok(Some((report, outline.summary.clone())))
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

    fn shelf(&self) -> Shelf<'_> {
        Shelf {
            disk: self.disk,
            records: self.records,
        }
    }

    /// Looks after what belongs to no guide: kits of guides that are gone, the page of all kits.
    fn finish(
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
            let gone = removed::Gone { ids, unread };
            report.removed = self.clear(&gone, &mut report.findings)?;
        }
        if selection.has_index() && self.order.shard.is_none() {
            let finding = overview::update(out, known, mode, self.shelf())?;
            report.findings.extend(finding);
        }
        Ok(())
    }

    /// Removes the kits of guides that are gone, and says how many files those were.
    fn clear(
        &self,
        gone: &removed::Gone<'_>,
        findings: &mut Vec<Finding>,
    ) -> anyhow::Result<usize> {
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
