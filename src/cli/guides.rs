//! What `check`, `show` and `coverage` begin with: all guides of the workspace, checked.

use super::arguments::Arguments;
use crate::check::{self, Checked, PrintedWith};
use crate::finding::{Finding, Place};
use crate::workspace::{self, GuideFile, Workspace};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The guides of a workspace, checked.
pub struct Loaded {
    /// Words for placeholders: those of the workspace, then those of the command line.
    pub fills: BTreeMap<String, String>,
    /// The guides, in the order of their paths.
    pub guides: Vec<Checked>,
    /// What is wrong with the workspace.
    pub others: Vec<Finding>,
}

impl Loaded {
    /// All findings: those of the workspace, then those of each guide, each once.
    pub fn findings(&self) -> Vec<Finding> {
        let of_guides = self.guides.iter().flat_map(|guide| &guide.findings);
        distinct(self.others.iter().chain(of_guides))
    }
}

/// Each finding once: what is wrong with the base of several guides is wrong once.
pub fn distinct<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let place = |place: &Place| (place.source.path.clone(), place.span.start);
    let new = findings.into_iter().filter(|it| {
        let related: Vec<_> = it.related.iter().map(|(it, _)| place(it)).collect();
        seen.insert((place(&it.place), it.order(), related))
    });
    new.cloned().collect()
}

/// How closely guides are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Whether they can be printed.
    Sound,
    /// Whether they also make a good interview.
    Good,
}

/// Reads and checks the guides that `selection` names.
pub fn load(
    arguments: &Arguments,
    selection: &[PathBuf],
    fill: &[(String, String)],
    look: Look,
) -> anyhow::Result<Loaded> {
    let (workspace, mut others) = Workspace::open(&arguments.directory)?;
    let mut fills = workspace.settings.fill.clone();
    fills.extend(fill.iter().cloned());
    let files = workspace.guides(selection)?;
    let fonts = workspace.fonts();
    let (languages, wrong) = workspace::languages(&workspace.root, &fonts)?;
    others.extend(wrong);
    let levels = workspace.settings.levels();
    let with = PrintedWith {
        fills: &fills,
        fonts: &fonts,
        languages: &languages,
        levels: (look == Look::Good).then_some(&levels),
    };
    let check = |file: &GuideFile| {
        let confined_to = file.confined_to.as_deref();
        check::check_file(&file.path, &file.shown, confined_to, with)
    };
    let mut guides = files
        .iter()
        .map(check)
        .collect::<anyhow::Result<Vec<_>>>()?;
    check::check_together(&mut guides);
    drop(fonts);
    Ok(Loaded {
        fills,
        guides,
        others,
    })
}
