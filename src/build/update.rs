//! What a build has to do in the folder of one kit: decided here, done in `place`.

use super::digest::Digest;
use super::explanations::{
    EDITED_PACKET, FILE_IN_THE_WAY, LEFT_OVER_PACKET, MISSING_PACKET, STALE_PACKET,
};
use super::fingerprint::Common;
use super::folder::{Folder, Found};
use super::kit::Press;
use super::manifest::Entry;
use super::outline::{Outline, Target};
use super::plan::Plan;
use super::stat::Stat;
use super::{Mode, Selection};
use crate::finding::Finding;
use crate::kit::Format;
use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be done in the folder of a kit.
#[derive(Debug, Default)]
pub(super) struct Update {
    /// Files to write, by path.
    pub(super) write: BTreeMap<String, Vec<u8>>,
    /// Files to remove.
    pub(super) remove: BTreeSet<String>,
    /// Files that no guide makes any more, and that are gone already.
    pub(super) forget: BTreeSet<String>,
    /// Files that are as they should be already.
    pub(super) current: BTreeSet<String>,
    /// What the system said of the selected files before they were looked into, by path: who
    /// changes one while the others are made is not overlooked.
    pub(super) stats: BTreeMap<String, Stat>,
    /// What the selected files are made from, by path.
    pub(super) fingerprints: BTreeMap<String, Digest>,
    /// What the manifest lists afterwards.
    pub(super) files: BTreeMap<String, Entry>,
    /// Files that are kept although they are not what they should be; or, for a mere check, all
    /// that a build would change.
    pub(super) findings: Vec<Finding>,
    /// How many pages the packets have that were laid out, by name.
    pub(super) pages: BTreeMap<String, usize>,
}

/// Why nothing was decided.
pub(super) enum Undecided {
    /// A template is wrong.
    Template(Vec<Finding>),
    /// A file cannot be read.
    World(anyhow::Error),
}

impl Update {
    /// What makes the selected files of a plan current.
    pub(super) fn of(
        plan: &Plan,
        folder: &Folder,
        (selection, mode): (&Selection, Mode),
        (common, press): (&Common, Press<'_>),
    ) -> Result<Self, Undecided> {
        let outline = &plan.outline;
        let targets = outline.targets(selection);
        let mut update = Self {
            files: folder.files.clone(),
            fingerprints: common.fingerprints(outline, &targets, selection),
            ..Self::default()
        };
        let mut open = Vec::new();
        for target in targets {
            let from = update.fingerprints[&target.path];
            let stat = Stat::of_output(&folder.path.join(&target.path));
            update
                .stats
                .extend(stat.map(|it| (target.path.clone(), it)));
            let found = find(folder, &target.path)?;
            let listed = folder.files.get(&target.path);
            match (listed, found) {
                (Some(entry), Found::File(bytes)) if *entry == Entry::new(from, bytes) => {
                    update.current.insert(target.path);
                }
                _ => open.push((target, from, found)),
            }
        }
        let made: Vec<Target> = open.iter().map(|(target, ..)| target.clone()).collect();
        let mut made = press
            .make(plan, &made, selection)
            .map_err(Undecided::Template)?;
        for (target, from, found) in open {
            let bytes = made.files.remove(&target.path);
            let bytes = bytes.expect("all that is open is made");
            update.settle(folder, mode, &target.path, (from, found), bytes);
        }
        update.pages = made.pages;
        if selection.is_whole() {
            let made = outline.targets(&Selection::of_formats(Format::ALL.into()));
            let made = made.iter().map(|target| target.path.as_str());
            update.clear(folder, mode, &selection.formats, &made.collect())?;
        }
        // A list is read by path, whatever the order of the packets.
        let path = |finding: &Finding| finding.place.source.path.clone();
        update.findings.sort_by_key(path);
        Ok(update)
    }

    /// What removes the packets of a guide that is gone.
    pub(super) fn removal(
        folder: &Folder,
        mode: Mode,
        formats: &BTreeSet<Format>,
    ) -> Result<Self, Undecided> {
        let mut update = Self {
            files: folder.files.clone(),
            ..Self::default()
        };
        update.clear(folder, mode, formats, &BTreeSet::new())?;
        Ok(update)
    }

    /// Decides what becomes of a file that was made anew.
    fn settle(
        &mut self,
        folder: &Folder,
        mode: Mode,
        path: &str,
        (from, found): (Digest, Found),
        made: Vec<u8>,
    ) {
        let digest = Digest::of_file(path, &made);
        let entry = Entry::new(from, digest);
        let help = "run `hirekit build`";
        let problem = match found {
            Found::File(bytes) if bytes == digest => {
                self.files.insert(path.to_owned(), entry);
                self.current.insert(path.to_owned());
                return;
            }
            Found::Nothing => Some((MISSING_PACKET, "this packet is missing")),
            Found::File(bytes) if folder.is_ours(path, bytes) => {
                Some((STALE_PACKET, "this packet is not what its guide makes now"))
            }
            Found::File(_) | Found::Other if mode == Mode::Force => None,
            Found::File(_) | Found::Other => {
                self.findings.push(kept(folder, path));
                return;
            }
        };
        if let Some((explanation, message)) = problem.filter(|_| mode.is_check()) {
            let finding = explanation.finding(folder.place(path), message);
            self.findings.push(finding.help(help));
            return;
        }
        self.files.insert(path.to_owned(), entry);
        self.write.insert(path.to_owned(), made);
    }

    /// Removes what the guide makes no more, in these formats.
    fn clear(
        &mut self,
        folder: &Folder,
        mode: Mode,
        formats: &BTreeSet<Format>,
        made: &BTreeSet<&str>,
    ) -> Result<(), Undecided> {
        let is_selected = |path: &str| {
            let extension = path.rsplit_once('.').map(|(_, extension)| extension);
            formats
                .iter()
                .any(|format| Some(format.extension()) == extension)
        };
        for path in folder.paths() {
            if made.contains(path) || !is_selected(path) {
                continue;
            }
            let is_ours = match find(folder, path)? {
                Found::Nothing => {
                    self.files.remove(path);
                    self.forget.insert(path.to_owned());
                    continue;
                }
                Found::File(bytes) => mode == Mode::Force || folder.is_ours(path, bytes),
                Found::Other => false,
            };
            if is_ours && !mode.is_check() {
                self.files.remove(path);
                self.remove.insert(path.to_owned());
                continue;
            }
            let message = "no guide makes this packet any more";
            let help = if is_ours {
                "run `hirekit build`, which removes it"
            } else {
                "it was changed by hand: delete it or move it away"
            };
            let finding = LEFT_OVER_PACKET.finding(folder.place(path), message);
            self.findings.push(finding.help(help));
        }
        Ok(())
    }
}

fn find(folder: &Folder, path: &str) -> Result<Found, Undecided> {
    let found = folder.find(path);
    let context = || format!("cannot read {}", folder.path.join(path).display());
    found.with_context(context).map_err(Undecided::World)
}

/// The finding about a file that is kept although it is not what it should be.
fn kept(folder: &Folder, path: &str) -> Finding {
    let place = folder.place(path);
    if folder.paths().contains(path) {
        let message = "this packet was changed after hirekit wrote it, and is kept";
        let help = "make the change in the guide or a template, then `hirekit build --force`, which \
                    replaces the file; move a form that somebody has filled in elsewhere first";
        return EDITED_PACKET.finding(place, message).help(help);
    }
    let message = "hirekit did not write this file, which stands where a packet goes";
    let help = "move it away, or replace it: `hirekit build --force`";
    FILE_IN_THE_WAY.finding(place, message).help(help)
}

/// The formats in which a kit has files, and Markdown, which each kit has.
pub(super) fn existing_formats<'p>(
    outline: &Outline,
    known: impl Iterator<Item = &'p str>,
    exists: impl Fn(&str) -> bool,
) -> BTreeSet<Format> {
    let known: Vec<&str> = known.collect();
    let has = |format: &Format| {
        let targets = outline.targets(&Selection::of_formats([*format].into()));
        let targets = targets.iter().map(|target| target.path.as_str());
        let known = known.iter().copied();
        let mut paths = targets.chain(known.filter(|it| it.ends_with(format.extension())));
        *format == Format::Markdown || paths.any(&exists)
    };
    Format::ALL
        .into_iter()
        .filter(|format| has(format))
        .collect()
}
