//! The words for placeholders that a workspace has, checked.

use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Severity, nearest, quoted_list};
use crate::yaml::Node;
use std::collections::BTreeSet;

pub(super) const UNUSED_FILL: Explanation = Explanation {
    code: "unused-fill",
    severity: Severity::Warning,
    summary: "the settings have words for a placeholder that no guide has",
    why: "The words are printed nowhere, and the placeholder they were meant for keeps its own.",
    bad: Told("`Compny: Aster Freight` below `fill:` in hirekit.yaml"),
    good: Told("`Company: Aster Freight`"),
};

/// What is said of words, all below `node`, for placeholders of other names than `names`: those of
/// all guides.
pub(super) fn unused(node: &Node, names: &BTreeSet<&str>) -> Vec<Finding> {
    let words = node.fields().iter();
    let unused = words.filter(|(key, _)| !names.contains(key.name.as_str()));
    let unused = unused.map(|(key, _)| {
        let message = format!("no guide has a placeholder `[{}]`", key.name);
        let finding = UNUSED_FILL.finding(key.place.clone(), message);
        match nearest(&key.name, names.iter().copied()) {
            Some(meant) => finding.replace_with(meant),
            None if names.is_empty() => finding.help("delete the line"),
            None => finding.help(format!(
                "write one of their names: {}",
                quoted_list(names.iter().copied())
            )),
        }
    });
    unused.collect()
}
