//! Checking a library by itself, whether or not a guide includes from it.
//!
//! What its entries mean is for the guide to say that includes them: which competencies there are, what
//! the blanks stand for, which levels a row is rated with. So only the rules look at it that judge each
//! value by itself.

use super::meaning::run;
use super::rules::{RULES, Reads};
use super::subject::Subject;
use super::{PrintedWith, across, format};
use crate::finding::{Finding, Source};
use crate::schema::Validator;
use crate::yaml::{self, Tree};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A library that has been checked.
#[derive(Debug)]
pub struct CheckedLibrary {
    /// The file.
    pub source: Arc<Source>,
    /// What it holds, as far as it can be read.
    pub tree: Tree,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks the library at `path`, to be shown as `shown`; see [`crate::source::read`] for
/// `workspace`.
///
/// # Errors
///
/// The file does not exist, or may not be read.
pub fn check_library(
    path: &Path,
    shown: &Path,
    workspace: Option<&Path>,
    with: PrintedWith<'_>,
) -> anyhow::Result<CheckedLibrary> {
    let (source, mut findings) = crate::source::read(path, shown, workspace)?;
    let tree = yaml::parse(&source);
    if findings.is_empty() {
        findings = self::findings(&tree, with);
    }
    Ok(CheckedLibrary {
        findings: across::in_order(findings, &[Arc::clone(&source)]),
        source,
        tree,
    })
}

/// What is wrong with a library.
pub(super) fn findings(tree: &Tree, with: PrintedWith<'_>) -> Vec<Finding> {
    let mut findings = tree.findings.clone();
    let Some(root) = &tree.root else {
        return findings;
    };
    if let Some(finding) = format::other_format(root) {
        return vec![finding];
    }
    findings.extend(Validator::library().check(tree));
    let (sources, removed) = ([Arc::clone(&tree.source)], BTreeMap::new());
    let subject = Subject::of(Validator::library(), root, &sources, &removed, with);
    let rules = RULES.iter().filter(|it| it.reads == Reads::EachPlace);
    findings.extend(run(rules, &subject, tree));
    findings
}
