//! What is wrong with the structure of a guide: with each of its files, and with the whole.

use super::format;
use crate::finding::{Finding, Severity};
use crate::library::{Included, Inclusion};
use crate::overlay::{self, Chain, Merged};
use crate::schema::{EXTENDS, Validator};
use crate::yaml::{Extent, Tree};

/// What is wrong with each file of a chain by itself, as people have written it.
pub(super) struct OfFiles {
    pub(super) findings: Vec<Finding>,
    /// Whether something can be made of the files.
    is_sound: bool,
}

/// Holds each file of a chain against its schema.
pub(super) fn of_files(chain: &mut Chain) -> OfFiles {
    let mut findings = std::mem::take(&mut chain.findings);
    let mut is_sound = chain.is_complete && chain.layers.first().is_some_and(is_readable);
    for (depth, layer) in chain.layers.iter().enumerate() {
        let found = of_file(layer);
        let is_base = depth > 0;
        is_sound &= !is_base || found.iter().all(|it| it.severity != Severity::Error);
        findings.extend(found);
    }
    OfFiles { findings, is_sound }
}

/// Puts the files of a chain together, with all that they include, and holds the result against
/// the schema of guides. Returns what is wrong with it besides what is wrong with the files.
pub(super) fn put_together(
    chain: Chain,
    of_files: &OfFiles,
    inclusion: &Inclusion,
) -> (Merged, Vec<Finding>) {
    let is_overlay = chain.layers.len() > 1;
    // Of what stands on a file that is wrong, most would seem to be wrong.
    let is_sound = of_files.is_sound && (inclusion.is_complete || !is_overlay);
    let mut merged = overlay::merge(if is_sound { chain.layers } else { Vec::new() });
    let mut findings = std::mem::take(&mut merged.findings);
    let is_right = |it: &Finding| it.severity != Severity::Error;
    // Where a file is all there is, what is wrong with it is known.
    let is_new = is_overlay || of_files.findings.iter().all(is_right);
    if let Some(tree) = &mut merged.tree {
        if !inclusion.is_complete {
            // What could not be included may be what seems to be missing.
            tree.extent = Extent::Part;
        } else if is_overlay || is_new && inclusion.included.iter().any(is_changed) {
            findings.extend(Validator::guide().check(tree));
        }
    }
    (merged, findings)
}

/// Whether an entry differs from the one that has been held against the schema in its library.
fn is_changed(included: &Included) -> bool {
    !included.changes.is_empty()
}

/// The findings about one file by itself.
fn of_file(tree: &Tree) -> Vec<Finding> {
    let mut findings = tree.findings.clone();
    let Some(root) = &tree.root else {
        return findings;
    };
    if let Some(finding) = format::other_format(root) {
        return vec![finding];
    }
    let validator = match root.get(EXTENDS) {
        Some(_) => Validator::overlay(),
        None => Validator::guide_file(),
    };
    findings.extend(validator.check(tree));
    findings
}

/// Whether enough of a file can be read to make something of it. Of an overlay, a part that has
/// not been read may say where the rest goes.
fn is_readable(tree: &Tree) -> bool {
    let Some(root) = &tree.root else {
        return false;
    };
    let is_whole = root.get(EXTENDS).is_none() || tree.extent > Extent::Part;
    is_whole && format::other_format(root).is_none()
}
