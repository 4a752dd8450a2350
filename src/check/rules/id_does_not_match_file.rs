//! A guide whose id differs from the name of its file.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::check::is_named_after;
use crate::finding::quoted;
use crate::yaml::Node;

/// The code of its findings.
pub(in crate::check) const CODE: &str = "id-does-not-match-file";

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let id = guide.root.get("id");
    let Some((node, id)) = id.and_then(|node| Some((node, Node::text(node)?))) else {
        return;
    };
    // A bad id has a finding of its own, and no file should be named after it.
    if !id.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return;
    }
    let path = &node.place.source.path;
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    if let Some(stem) = stem.filter(|_| !is_named_after(path, id)) {
        out.push(
            RULE.finding(
                guide.place(node),
                format!("the id {} is not the name of the file", quoted(id)),
            )
            .label(format!("the file is called {}", quoted(stem)))
            .help(format!(
                "rename the file to {}, or change the id",
                quoted(&format!("{id}.yaml"))
            )),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: CODE,
        severity: Severity::Warning,
        summary: "the id of a guide is not the name of its file",
        why: "The packets are written to a folder with the name of the id, and people look for the folder of the \
              file they have changed.",
        bad: Run("# in the file minimal.yaml\nid: other\n"),
        good: Run("# in the file minimal.yaml\nid: minimal\n"),
    },
    reads: Reads::EachPlace,
    check,
};
