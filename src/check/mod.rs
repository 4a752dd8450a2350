//! Checking a guide: from a source to a [`Guide`], or to everything that is wrong with it.
//!
//! In order: the file is read as YAML, its `format` decides whether we know it at all, its
//! structure is held against the schema, and the rules look at what it means. The rules read the
//! tree and not the [`Guide`], so they report even where the structure is wrong.
//!
//! A rule is one file in `rules`: its documentation, what it finds, an example of either kind.
//! To add one, write the file and add a line to the list there.

mod align;
mod format;
mod marks;
mod rules;
mod scale;
mod stage;
mod subject;
mod together;

pub use together::check_together;

use crate::finding::{Explanation, Finding, Place, Source};
use crate::guide::Guide;
use crate::schema::Validator;
use crate::yaml::{self, Extent, Tree};
use rules::{RULES, Reads, Rule};
use std::collections::BTreeMap;
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
    /// The guide, unless one of the findings is an error.
    pub guide: Option<Guide>,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
    /// The id that the guide claims, and where, even when the guide is wrong.
    id: Option<(String, Place)>,
}

/// Reads and checks the guide at `path`, to be shown as `shown`; see [`crate::source::read`] for
/// `workspace` and [`check_guide`] for `fills`.
///
/// # Errors
///
/// The file does not exist, or may not be read.
pub fn check_file(
    path: &Path,
    shown: &Path,
    workspace: Option<&Path>,
    fills: &BTreeMap<String, String>,
) -> anyhow::Result<Checked> {
    let (source, findings) = crate::source::read(path, shown, workspace)?;
    if findings.is_empty() {
        return Ok(check_guide(&source, fills));
    }
    Ok(Checked {
        source,
        guide: None,
        findings,
        id: None,
    })
}

/// Checks the guide in `source`. `fills` are the words that placeholders will be filled with, by
/// name.
pub fn check_guide(source: &Arc<Source>, fills: &BTreeMap<String, String>) -> Checked {
    let tree = yaml::parse(source);
    let findings = findings(&tree, fills);
    let is_sound = findings
        .iter()
        .all(|it| it.severity != crate::finding::Severity::Error);
    let root = tree.root.as_ref();
    let guide = root.filter(|_| is_sound).map(|root| {
        serde_json::from_value(root.to_json()).expect("what the schema accepts, the types accept")
    });
    let id = root.and_then(|root| root.get("id"));
    Checked {
        source: Arc::clone(source),
        guide,
        findings,
        id: id.and_then(|id| Some((id.text()?.to_owned(), id.place.clone()))),
    }
}

fn findings(tree: &Tree, fills: &BTreeMap<String, String>) -> Vec<Finding> {
    let mut findings = tree.findings.clone();
    let Some(root) = &tree.root else {
        return findings;
    };
    if let Some(finding) = format::other_format(root) {
        return vec![finding];
    }
    let validator = Validator::guide();
    findings.extend(validator.check(tree));
    let subject = Subject::new(tree, root, validator, fills);
    for rule in RULES.iter().filter(|rule| rule.can_read(tree)) {
        let mut found = Vec::new();
        (rule.check)(&subject, &mut found);
        tree.retain_read(&mut found);
        found.truncate(MAX_FINDINGS);
        findings.append(&mut found);
    }
    in_order(findings)
}

/// Down the file, and each finding once: a value and its aliases are the same place.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings.dedup_by(|a, b| a.order() == b.order());
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
