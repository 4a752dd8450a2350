//! Checking a guide: from a source to a [`Guide`], or to everything that is wrong with it.
//!
//! In order: the file is read as YAML, and so are the bases it stands on; their `format` decides
//! whether we know them at all; their structure is held against the schema, one by one; the
//! overlays are applied; and the rules look at what the result means. The rules read the tree and
//! not the [`Guide`], so they report even where the structure is wrong.
//!
//! A rule is one file in `rules`: its documentation, what it finds, an example of either kind.
//! To add one, write the file and add a line to the list there.

mod across;
mod align;
mod format;
mod marks;
mod rules;
mod scale;
mod stage;
mod subject;
mod together;

pub use together::check_together;

use crate::finding::{Explanation, Finding, Place, Severity, Source};
use crate::guide::Guide;
use crate::overlay::{self, Bases, Chain, Change, Merged};
use crate::schema::{EXTENDS, Validator};
use crate::yaml::{self, Extent, Node, Tree};
use rules::{RULES, Reads, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use subject::Subject;

/// The most findings that one file gets from one stage. A file with more is another kind of file.
pub(crate) const MAX_FINDINGS: usize = 500;

/// A guide that has been checked.
#[derive(Debug)]
pub struct Checked {
    /// The file.
    pub source: Arc<Source>,
    /// The files that the guide stands on, nearest first.
    pub bases: Vec<Arc<Source>>,
    /// The guide, unless one of the findings is an error.
    pub guide: Option<Guide>,
    /// The guide as a tree, with its overlays applied. It may be there when the guide is not.
    pub tree: Option<Node>,
    /// What each overlay changes, from the one at the bottom to the guide itself.
    pub changes: Vec<Change>,
    /// What is wrong, in the order of the file, then of its bases.
    pub findings: Vec<Finding>,
    /// The id that the guide claims, and where, even when the guide is wrong.
    id: Option<(String, Place)>,
}

impl Checked {
    /// The file, then those that the guide stands on, nearest first.
    pub fn sources(&self) -> Vec<Arc<Source>> {
        let own = std::iter::once(&self.source);
        own.chain(&self.bases).map(Arc::clone).collect()
    }
}

/// Reads and checks the guide at `path`, to be shown as `shown`; see [`crate::source::read`] for
/// `workspace` and [`check_guide`] for `fills`. The bases of an overlay are looked for beside it.
///
/// # Errors
///
/// The file does not exist, or may not be read; nor may a base that is there.
pub fn check_file(
    path: &Path,
    shown: &Path,
    workspace: Option<&Path>,
    fills: &BTreeMap<String, String>,
) -> anyhow::Result<Checked> {
    let (source, findings) = crate::source::read(path, shown, workspace)?;
    if findings.is_empty() {
        let bases = Bases::beside(path, shown, workspace);
        return check_source(&source, &bases, fills);
    }
    Ok(Checked {
        source,
        bases: Vec::new(),
        guide: None,
        tree: None,
        changes: Vec::new(),
        findings,
        id: None,
    })
}

/// Checks the guide in `source`. `fills` are the words that placeholders will be filled with, by
/// name. An overlay can extend bundled guides only.
pub fn check_guide(source: &Arc<Source>, fills: &BTreeMap<String, String>) -> Checked {
    let checked = check_source(source, &Bases::bundled(), fills);
    checked.expect("bundled guides are in the program, where they can be read")
}

fn check_source(
    source: &Arc<Source>,
    bases: &Bases,
    fills: &BTreeMap<String, String>,
) -> anyhow::Result<Checked> {
    let chain = overlay::follow(yaml::parse(source), bases)?;
    let files = Files::of(&chain);
    let (merged, mut findings) = structure(chain);
    if let Some(tree) = &merged.tree {
        findings.extend(files.meaning(tree, &merged.removed, fills));
    }
    let is_sound = findings.iter().all(|it| it.severity != Severity::Error);
    let tree = merged.tree.and_then(|tree| tree.root);
    let guide = tree.as_ref().filter(|_| is_sound).map(|root| {
        serde_json::from_value(root.to_json()).expect("what the schema accepts, the types accept")
    });
    Ok(Checked {
        source: Arc::clone(source),
        bases: files.sources.iter().skip(1).map(Arc::clone).collect(),
        guide,
        tree,
        changes: merged.changes,
        findings: across::in_order(findings, &files.sources),
        id: files.id,
    })
}

/// The files of a guide, as they were before they were put together.
struct Files {
    /// The guide's own, then its bases.
    sources: Vec<Arc<Source>>,
    /// What is in the bases.
    bases: Vec<Tree>,
    /// The id that the guide claims.
    id: Option<(String, Place)>,
    /// Where it names its base.
    extends: Option<Place>,
}

impl Files {
    fn of(chain: &Chain) -> Self {
        let root = chain.layers.first().and_then(|tree| tree.root.as_ref());
        let id = root.and_then(|root| root.get("id"));
        Self {
            sources: chain
                .layers
                .iter()
                .map(|it| Arc::clone(&it.source))
                .collect(),
            bases: chain.layers.iter().skip(1).cloned().collect(),
            id: id.and_then(|id| Some((id.text()?.to_owned(), id.place.clone()))),
            extends: root.and_then(|root| Some(root.get(EXTENDS)?.place.clone())),
        }
    }

    /// What the rules find in the guide that these files make.
    fn meaning(
        &self,
        tree: &Tree,
        removed: &BTreeMap<String, Place>,
        fills: &BTreeMap<String, String>,
    ) -> Vec<Finding> {
        let mut findings = meaning(tree, removed, &self.sources, fills);
        let mut of_base = None;
        for finding in &mut findings {
            across::point_to_overlay(finding, &self.sources);
            let Some(extends) = &self.extends else {
                continue;
            };
            if !across::is_about_base(finding, &self.sources) {
                continue;
            }
            // The base may be wrong all by itself, which only shows when it is looked at alone.
            let of_base = of_base.get_or_insert_with(|| self.meaning_of_base(fills));
            if !of_base.contains(&across::identity(finding, &self.sources)) {
                let label = "as this guide changes it".to_owned();
                finding.related.push((extends.clone(), label));
            }
        }
        findings
    }

    fn meaning_of_base(&self, fills: &BTreeMap<String, String>) -> BTreeSet<across::Identity> {
        let merged = overlay::merge(self.bases.clone());
        let Some(tree) = &merged.tree else {
            return BTreeSet::new();
        };
        let mut findings = meaning(tree, &merged.removed, &self.sources, fills);
        let findings = findings.iter_mut().map(|finding| {
            across::point_to_overlay(finding, &self.sources);
            across::identity(finding, &self.sources)
        });
        findings.collect()
    }
}

/// Holds each file of a chain against its schema, then puts them together and holds the result
/// against that of guides.
fn structure(chain: Chain) -> (Merged, Vec<Finding>) {
    let mut findings = chain.findings;
    let mut is_sound = chain.is_complete;
    for (depth, layer) in chain.layers.iter().enumerate() {
        let found = structure_of_file(layer);
        let is_base = depth > 0;
        is_sound &= !is_base || found.iter().all(|it| it.severity != Severity::Error);
        findings.extend(found);
    }
    let is_overlay = chain.layers.len() > 1;
    let top = chain.layers.first();
    let is_readable = top.is_some_and(|top| {
        let is_known = top
            .root
            .as_ref()
            .is_some_and(|root| format::other_format(root).is_none());
        is_known && (!is_overlay || top.extent > Extent::Part)
    });
    // Of what stands on a file that is wrong, most would seem to be wrong.
    let layers = if is_sound && is_readable {
        chain.layers
    } else {
        Vec::new()
    };
    let mut merged = overlay::merge(layers);
    findings.append(&mut merged.findings);
    if let Some(tree) = merged.tree.as_ref().filter(|_| is_overlay) {
        findings.extend(Validator::guide().check(tree));
    }
    (merged, findings)
}

fn structure_of_file(tree: &Tree) -> Vec<Finding> {
    let mut findings = tree.findings.clone();
    let Some(root) = &tree.root else {
        return findings;
    };
    if let Some(finding) = format::other_format(root) {
        return vec![finding];
    }
    let validator = match root.get(EXTENDS) {
        Some(_) => Validator::overlay(),
        None => Validator::guide(),
    };
    findings.extend(validator.check(tree));
    findings
}

/// What the rules find.
fn meaning(
    tree: &Tree,
    removed: &BTreeMap<String, Place>,
    sources: &[Arc<Source>],
    fills: &BTreeMap<String, String>,
) -> Vec<Finding> {
    let Some(root) = &tree.root else {
        return Vec::new();
    };
    let subject = Subject::new(root, sources, removed, fills);
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.can_read(tree)) {
        let mut found = Vec::new();
        (rule.check)(&subject, &mut found);
        tree.retain_read(&mut found);
        found.truncate(MAX_FINDINGS);
        findings.append(&mut found);
    }
    findings
}

impl Rule {
    /// Whether enough of the file could be read for this rule.
    fn can_read(&self, tree: &Tree) -> bool {
        let needed = match self.reads {
            Reads::EachPlace => Extent::Part,
            Reads::AllNames => Extent::Patched,
            Reads::AllValues => Extent::Whole,
        };
        tree.extent >= needed
    }
}

/// The explanations of all findings made here.
pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let others = [&format::UNKNOWN_FORMAT, &together::DUPLICATE_GUIDE_ID];
    RULES.iter().map(|rule| &rule.explanation).chain(others)
}
