//! What the rules find, and in which file.

use super::rules::{RULES, Reads, Rule};
use super::subject::Subject;
use super::{PrintedWith, across, included};
use crate::finding::{Finding, MAX_FINDINGS, Place, Source};
use crate::library::{Included, Inclusion};
use crate::lint::{self, Excuses};
use crate::overlay::{self, Chain};
use crate::schema::EXTENDS;
use crate::yaml::{Extent, Tree};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The files of a guide, as they were before they were put together.
pub(super) struct Files {
    /// The guide's own, then its bases, then libraries.
    pub(super) sources: Vec<Arc<Source>>,
    /// What is in the bases.
    bases: Vec<Tree>,
    /// The id that the guide claims.
    pub(super) id: Option<(String, Place)>,
    /// What comments excuse.
    pub(super) excuses: Excuses,
    /// Where it names its base.
    extends: Option<Place>,
    /// What is included.
    pub(super) included: Vec<Included>,
}

impl Files {
    /// The files of a chain in which all is in place that is included.
    pub(super) fn of(chain: &Chain, inclusion: &Inclusion, excuses: Excuses) -> Self {
        let root = chain.layers.first().and_then(|tree| tree.root.as_ref());
        let id = root.and_then(|root| root.get("id"));
        let layers = chain.layers.iter().map(|it| &it.source);
        Self {
            sources: layers.chain(&inclusion.sources).map(Arc::clone).collect(),
            bases: chain.layers.iter().skip(1).cloned().collect(),
            id: id.and_then(|id| Some((id.text()?.to_owned(), id.place.clone()))),
            excuses,
            extends: root.and_then(|root| Some(root.get(EXTENDS)?.place.clone())),
            included: inclusion.included.clone(),
        }
    }

    /// The files that the guide stands on, nearest first.
    pub(super) fn bases(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.bases.iter().map(|tree| &tree.source)
    }

    /// What the rules find in the guide that these files make.
    pub(super) fn meaning(
        &self,
        tree: &Tree,
        removed: &BTreeMap<String, Place>,
        with: PrintedWith<'_>,
    ) -> Vec<Finding> {
        let mut findings = meaning(tree, removed, &self.sources, with);
        let mut of_base = None;
        for finding in &mut findings {
            across::point_to_overlay(finding, &self.sources);
            included::say_where(finding, &self.included);
            let Some(extends) = &self.extends else {
                continue;
            };
            if !across::is_about_base(finding, &self.sources) {
                continue;
            }
            // The base may be wrong all by itself, which only shows when it is looked at alone.
            let of_base = of_base.get_or_insert_with(|| self.meaning_of_base(with));
            if !of_base.contains(&across::identity(finding, &self.sources)) {
                let label = "as this guide changes it".to_owned();
                finding.related.push((extends.clone(), label));
            }
        }
        findings
    }

    fn meaning_of_base(&self, with: PrintedWith<'_>) -> BTreeSet<across::Identity> {
        let merged = overlay::merge(self.bases.clone());
        let Some(tree) = &merged.tree else {
            return BTreeSet::new();
        };
        let mut findings = meaning(tree, &merged.removed, &self.sources, with);
        let findings = findings.iter_mut().map(|finding| {
            across::point_to_overlay(finding, &self.sources);
            included::say_where(finding, &self.included);
            across::identity(finding, &self.sources)
        });
        findings.collect()
    }
}

/// What the rules find.
fn meaning(
    tree: &Tree,
    removed: &BTreeMap<String, Place>,
    sources: &[Arc<Source>],
    with: PrintedWith<'_>,
) -> Vec<Finding> {
    let Some(root) = &tree.root else {
        return Vec::new();
    };
    let subject = Subject::new(root, sources, removed, with);
    let rules = RULES.iter().filter(|rule| can_read(tree, rule.reads));
    let mut findings = run(rules, &subject, tree);
    if let Some(levels) = with.levels {
        findings.extend(lint::findings(&subject, tree, levels));
    }
    findings
}

/// What some rules find.
pub(super) fn run<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    subject: &Subject<'_>,
    tree: &Tree,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules {
        let mut found = Vec::new();
        (rule.check)(subject, &mut found);
        tree.retain_read(&mut found);
        found.truncate(MAX_FINDINGS);
        findings.append(&mut found);
    }
    findings
}

/// Whether enough of a file could be read for a rule that has to see so much.
pub(crate) fn can_read(tree: &Tree, reads: Reads) -> bool {
    let needed = match reads {
        Reads::EachPlace => Extent::Part,
        Reads::AllNames => Extent::Patched,
        Reads::AllValues => Extent::Whole,
    };
    tree.extent >= needed
}
