//! An id of a guide that cannot be the name of a folder everywhere.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::guide::Id;
use crate::yaml::Node;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let id = guide.root.get("id");
    let Some((node, id)) = id.and_then(|node| Some((node, Node::text(node)?))) else {
        return;
    };
    if let Some(whose) = Id::reserved_as(id) {
        out.push(
            RULE.finding(
                guide.place(node),
                format!("the id {} is reserved", quoted(id)),
            )
            .label(whose)
            .help(format!(
                "choose another id, such as {}",
                quoted(&format!("{id}-guide"))
            )),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "reserved-id",
        severity: Severity::Error,
        summary: "the id of a guide is a name that is taken",
        why: "The id becomes the name of a folder. Windows cannot have a folder called `con`, `nul`, `aux`, \
              `prn`, `com1` or `lpt1`, and `index` is the page that lists all guides.",
        bad: Run("id: con\n"),
        good: Run("id: minimal\n"),
    },
    reads: Reads::EachPlace,
    check,
};
