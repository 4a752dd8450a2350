//! A guide of another format is not held against this one.

use crate::finding::Example::Run;
use crate::finding::{Explanation, Finding, Severity};
use crate::guide::FORMAT;
use crate::yaml::Node;

pub(super) const UNKNOWN_FORMAT: Explanation = Explanation {
    code: "unknown-format",
    severity: Severity::Error,
    summary: "the guide is written in a version of the format that this hirekit does not read",
    why: "The version decides what every other field means, so nothing else in the file is checked.",
    bad: Run("format: 2\n"),
    good: Run("format: 1\n"),
};

/// The only finding for a guide of another format.
pub(super) fn other_format(root: &Node) -> Option<Finding> {
    let format = root.get("format")?;
    let version = format
        .integer()
        .filter(|version| *version != i64::from(FORMAT))?;
    let finding = UNKNOWN_FORMAT
        .finding(
            format.place.clone(),
            format!("this hirekit reads format {FORMAT}, not format {version}"),
        )
        .label("the format of this guide");
    Some(match version > i64::from(FORMAT) {
        true => finding.help(format!(
            "install a newer hirekit, or write `format: {FORMAT}` if that is what it is"
        )),
        false => finding.replace_with(&FORMAT.to_string()),
    })
}
