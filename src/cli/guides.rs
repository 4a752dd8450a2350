//! What `check`, `show` and `coverage` begin with: all guides of the workspace, checked; for
//! `check`, all libraries, too.

use super::arguments::Arguments;
use crate::check::{self, Checked, CheckedLibrary, PrintedWith};
use crate::finding::{Finding, Place};
use crate::library::INCLUDED_HERE;
use crate::workspace::{self, GuideFile, Workspace};
use crate::yaml::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The guides of a workspace, checked.
pub struct Loaded {
    /// Words for placeholders: those of the workspace, then those of the command line.
    pub fills: BTreeMap<String, String>,
    /// The guides, in the order of their paths.
    pub guides: Vec<Checked>,
    /// The libraries that were asked for, in the order of their paths.
    pub libraries: Vec<CheckedLibrary>,
    /// What is wrong with the workspace.
    pub others: Vec<Finding>,
}

impl Loaded {
    /// All findings: those of the workspace, of each library, and of each guide, each once.
    pub fn findings(&self) -> Vec<Finding> {
        let of_libraries = self.libraries.iter().flat_map(|library| &library.findings);
        let of_guides = self.guides.iter().flat_map(|guide| &guide.findings);
        distinct(self.others.iter().chain(of_libraries).chain(of_guides))
    }

    /// The ids in all guides and libraries, and what guides include.
    pub fn ids(&self) -> BTreeSet<String> {
        let libraries = self.libraries.iter().filter_map(|it| it.tree.root.as_ref());
        let guides = self.guides.iter().filter_map(|it| it.tree.as_ref());
        let nodes = libraries.chain(guides).flat_map(Node::descendants);
        let ids = nodes.filter_map(|node| node.get("id")?.text());
        let included = self.guides.iter().flat_map(|guide| &guide.included);
        let included = included.map(|it| it.name.as_str());
        ids.chain(included).map(str::to_owned).collect()
    }
}

/// Each finding once: what is wrong with the base of several guides is wrong once, and what is wrong
/// with a library once for all that include from it.
pub fn distinct<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Finding> {
    let mut seen = BTreeMap::new();
    let mut distinct: Vec<Finding> = Vec::new();
    let place = |place: &Place| (place.source.path.clone(), place.span.start);
    for finding in findings {
        let (includes, others): (Vec<_>, Vec<_>) = finding
            .related
            .iter()
            .partition(|(_, label)| label == INCLUDED_HERE);
        let others: Vec<_> = others.iter().map(|(it, _)| place(it)).collect();
        let identity = (place(&finding.place), finding.order(), others);
        let Some(at) = seen.insert(identity.clone(), distinct.len()) else {
            distinct.push(finding.clone());
            continue;
        };
        seen.insert(identity, at);
        for (include, label) in includes {
            let related = &mut distinct[at].related;
            let is_known = related.iter().any(|(it, _)| place(it) == place(include));
            if !is_known && related.len() < MOST_RELATED {
                related.push((include.clone(), label.clone()));
            }
        }
    }
    distinct
}

/// Places that one finding relates to at most: more are not read.
const MOST_RELATED: usize = 12;

/// How closely guides are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Whether they can be printed.
    Sound,
    /// Whether they also make a good interview.
    Good,
}

/// The ids of all stages of all guides.
fn stage_ids(guides: &[Checked]) -> BTreeSet<&str> {
    let trees = guides.iter().filter_map(|guide| guide.tree.as_ref());
    let stages = trees.filter_map(|tree| tree.get("stages"));
    let stages = stages.flat_map(|stages| stages.items());
    let ids = stages.filter_map(|stage| stage.get("id")?.text());
    ids.collect()
}

/// The names of all placeholders of all guides.
fn placeholders(guides: &[Checked]) -> BTreeSet<&str> {
    let trees = guides.iter().filter_map(|guide| guide.tree.as_ref());
    let placeholders = trees.filter_map(|tree| tree.get("placeholders"));
    let placeholders = placeholders.flat_map(|them| them.fields());
    placeholders.map(|(key, _)| key.name.as_str()).collect()
}

/// Reads and checks the guides that `selection` names.
pub fn load(
    arguments: &Arguments,
    selection: &[PathBuf],
    fill: &[(String, String)],
    look: Look,
) -> anyhow::Result<Loaded> {
    load_files(arguments, fill, look, &|workspace| {
        Ok((workspace.guides(selection)?, Vec::new()))
    })
}

/// Reads and checks the guides and libraries that `selection` names; all of them when it is empty.
pub fn load_all(
    arguments: &Arguments,
    selection: &[PathBuf],
    fill: &[(String, String)],
    look: Look,
) -> anyhow::Result<Loaded> {
    load_files(arguments, fill, look, &|workspace| {
        let libraries = workspace.libraries(selection)?;
        let guides = selection.iter().filter(|it| !workspace.names_library(it));
        let guides: Vec<PathBuf> = guides.cloned().collect();
        let guides = match guides.is_empty() && !selection.is_empty() {
            true => Vec::new(),
            false => workspace.guides(&guides)?,
        };
        Ok((guides, libraries))
    })
}

/// Guides and libraries.
type Files = (Vec<GuideFile>, Vec<GuideFile>);

fn load_files(
    arguments: &Arguments,
    fill: &[(String, String)],
    look: Look,
    select: &dyn Fn(&Workspace) -> anyhow::Result<Files>,
) -> anyhow::Result<Loaded> {
    let (workspace, mut others) = Workspace::open(&arguments.directory)?;
    let mut fills = workspace.settings.fill.clone();
    fills.extend(fill.iter().cloned());
    let (files, libraries) = select(&workspace)?;
    let fonts = workspace.fonts();
    let (languages, wrong) = workspace::languages(&workspace.root, &fonts)?;
    others.extend(wrong);
    let levels = workspace.settings.levels();
    let with = PrintedWith {
        fills: &fills,
        fonts: &fonts,
        languages: &languages,
        declared: &workspace.declared,
        templates: &workspace.templates,
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
    // A stage or placeholder that these do not have may be one of the others'.
    if workspace.guides(&[]).is_ok_and(|all| all == files) {
        others.extend(workspace.unknown_stages(&stage_ids(&guides)));
        others.extend(workspace.unused_fills(&placeholders(&guides)));
    }
    let check = |file: &GuideFile| {
        let confined_to = file.confined_to.as_deref();
        check::check_library(&file.path, &file.shown, confined_to, with)
    };
    let libraries = libraries.iter().map(check);
    let libraries = libraries.collect::<anyhow::Result<Vec<_>>>()?;
    drop(fonts);
    Ok(Loaded {
        fills,
        guides,
        libraries,
        others,
    })
}
