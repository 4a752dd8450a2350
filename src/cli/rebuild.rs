//! The seam between building and those who build again and again.

use super::arguments::{Arguments, Build, Kits};
use super::build;
use super::interrupt::Interrupt;
use super::progress::{Audience, Progress};
use crate::finding::Finding;

/// What a build did, as far as `watch` and `serve` care.
#[derive(Debug, Default)]
pub(super) struct Rebuilt {
    /// What is wrong.
    pub(super) findings: Vec<Finding>,
    /// The kits that have new or different files now, by the ids of their guides.
    pub(super) changed: Vec<String>,
    /// How many files are new or different, in all.
    pub(super) files: usize,
    /// How many files are gone that no guide makes any more.
    pub(super) removed: usize,
    /// How many guides could not be built.
    pub(super) failed: usize,
}

/// Builds everything that is stale.
///
/// # Errors
///
/// What keeps a build from running: a file that cannot be read or written, a name that fits
/// nothing.
pub(super) fn rebuild(
    kits: &Kits,
    arguments: &Arguments,
    interrupt: &Interrupt,
) -> anyhow::Result<Rebuilt> {
    let progress = Progress::new(Audience::Nobody, interrupt.clone());
    let done = build::make(&order(kits), arguments, &progress)?;
    let kits = done.report.kits.iter();
    let changed: Vec<_> = kits.clone().filter(|kit| kit.written > 0).collect();
    Ok(Rebuilt {
        findings: done.findings,
        changed: changed.iter().map(|kit| kit.id.clone()).collect(),
        files: changed.iter().map(|kit| kit.written).sum(),
        removed: done.report.removed + kits.map(|kit| kit.removed).sum::<usize>(),
        failed: done.report.failed,
    })
}

/// The same as a command line of `build`.
fn order(kits: &Kits) -> Build {
    Build {
        guides: kits.guides.clone(),
        format: kits.format.clone(),
        packet: Vec::new(),
        audience: Vec::new(),
        fill: kits.fill.clone(),
        paper: kits.paper,
        no_forms: kits.no_forms,
        out: kits.out.clone(),
        check: false,
        force: false,
        jobs: None,
        shard: None,
    }
}
