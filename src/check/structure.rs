//! What is wrong with the structure of a guide: with each of its files, and with the whole.

use super::format;
use crate::finding::{Finding, Severity};
use crate::overlay::{self, Chain, Merged};
use crate::schema::{EXTENDS, Validator};
use crate::yaml::{Extent, Tree};

/// Holds each file of a chain against its schema, then puts them together and holds the result
/// against that of guides.
pub(super) fn check(chain: Chain) -> (Merged, Vec<Finding>) {
    let mut findings = chain.findings;
    let mut is_sound = chain.is_complete;
    for (depth, layer) in chain.layers.iter().enumerate() {
        let found = of_file(layer);
        let is_base = depth > 0;
        is_sound &= !is_base || found.iter().all(|it| it.severity != Severity::Error);
        findings.extend(found);
    }
    let is_overlay = chain.layers.len() > 1;
    let is_readable = chain.layers.first().is_some_and(is_readable);
    // Of what stands on a file that is wrong, most would seem to be wrong.
    let layers = match is_sound && is_readable {
        true => chain.layers,
        false => Vec::new(),
    };
    let mut merged = overlay::merge(layers);
    findings.append(&mut merged.findings);
    if let Some(tree) = merged.tree.as_ref().filter(|_| is_overlay) {
        findings.extend(Validator::guide().check(tree));
    }
    (merged, findings)
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
        None => Validator::guide(),
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
