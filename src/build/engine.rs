//! The engine: guides in, what was done out.

use super::claims::Claims;
use super::disk::{Disk, sweep};
use super::guide;
use super::inputs::Inputs;
use super::lock::{Access, Lock};
use super::order::{KitReport, Mode, Onlooker, Order, Report};
use super::place::Shelf;
use super::recent::Recent;
use super::record::Records;
use super::stat::Stat;
use crate::check;
use crate::finding::Finding;
use crate::font::Vocabularies;
use crate::html::KitSummary;
use crate::parallel;
use crate::workspace::GuideFile;
use anyhow::Context;
use std::collections::BTreeMap;
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
    if onlooker.wants_to_stop() {
        // Perhaps while another build was still at work.
        return Ok(Report {
            is_stopped: true,
            ..Report::default()
        });
    }
    let mut engine = Engine::new(inputs, order, disk, onlooker, records.as_ref());
    engine.since = lock.as_ref().and_then(|lock| lock.since);
    engine.run()
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
    pub(super) onlooker: &'a dyn Onlooker,
    pub(super) records: Option<&'a Records>,
    /// When it locked the folder to change it, on the clock of the file system. None without a
    /// lock: nothing is to be recorded then, and unfinished files may be those of another build.
    pub(super) since: Option<Stat>,
    /// Shaped words, for all guides.
    pub(super) vocabularies: Vocabularies,
    /// Whether one guide ended in an error, so that the others may as well not begin.
    pub(super) has_failed: AtomicBool,
}

/// What became of one guide.
#[derive(Default)]
pub(super) struct Ended {
    /// The id that it claims.
    pub(super) id: Option<String>,
    pub(super) findings: Vec<Finding>,
    /// What was done with its kit, unless it was left alone.
    pub(super) done: Option<(KitReport, KitSummary)>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(
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
            vocabularies: Vocabularies::default(),
            has_failed: AtomicBool::new(false),
        }
    }

    fn run(&self) -> anyhow::Result<Report> {
        self.prepare()?;
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

    /// Removes what a killed build left, while no other one is at work, and hides what is local.
    fn prepare(&self) -> anyhow::Result<()> {
        let Some(records) = self.records.filter(|_| self.since.is_some()) else {
            return Ok(());
        };
        for folder in [records.folder(), self.order.out] {
            let context = || format!("cannot clear {} of unfinished files", folder.display());
            sweep(self.disk, folder).with_context(context)?;
        }
        let hidden = records.hide(self.disk);
        hidden.with_context(|| format!("cannot write in {}", records.folder().display()))
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
    /// one keeps the same id.
    fn passed_by(
        &self,
        guides: &[&GuideFile],
        at: usize,
        recent: Recent,
        claims: &Claims,
    ) -> anyhow::Result<Ended> {
        let outline = recent.outline;
        if let Some(owner) = guide::owner(guides, at, &outline.id, claims)? {
            let again = self.check(guides[at])?;
            let findings = self.again(guides[owner], again)?.findings;
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

    pub(super) fn shelf(&self) -> Shelf<'_> {
        Shelf {
            disk: self.disk,
            records: self.records,
            is_alone: self.since.is_some(),
        }
    }
}
