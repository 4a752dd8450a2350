//! An id that refers to nothing: in the competencies of a question, the competency of a
//! criterion, the scale of a scorecard or decision matrix, or the outcomes that a scorecard has
//! words for.

use super::{Explanation, Finding, Place, Reads, Rule, Run, Severity, Subject, scale::Scales};
use crate::finding::{MAX_FINDINGS, nearest, quoted};
use crate::yaml::Node;
use std::collections::BTreeMap;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let competencies = Known::listed(guide, "competency", "competencies");
    let outcomes = Known::listed(guide, "outcome", "outcomes");
    let scales = Known::scales(guide);
    for stage in guide.stages() {
        for question in stage.questions() {
            let ids = question.get("competencies").map_or(&[][..], Node::items);
            ids.iter()
                .for_each(|id| competencies.require(guide, id, out));
        }
        let scale = stage.decision_matrix().and_then(|it| it.get("scale"));
        scale
            .into_iter()
            .for_each(|id| scales.require(guide, id, out));
        let Some(scorecard) = stage.scorecard() else {
            continue;
        };
        for criterion in scorecard.criteria() {
            let id = criterion.get("competency");
            id.into_iter()
                .for_each(|id| competencies.require(guide, id, out));
        }
        let scale = scorecard.node.get("scale");
        scale
            .into_iter()
            .for_each(|id| scales.require(guide, id, out));
        for (key, _) in scorecard.outcomes() {
            outcomes.require_name(guide, &key.name, guide.key(key), out);
        }
        if out.len() >= MAX_FINDINGS {
            return;
        }
    }
}

/// The ids that are declared for one kind of thing, with the place of each if it is in the file.
struct Known<'a> {
    kind: &'static str,
    list: &'static str,
    ids: BTreeMap<&'a str, Option<Place>>,
}

impl<'a> Known<'a> {
    fn listed(guide: &Subject<'a>, kind: &'static str, list: &'static str) -> Self {
        let ids = guide.ids(list).into_iter();
        Self {
            kind,
            list,
            ids: ids
                .map(|(id, node)| (id, Some(guide.place(node))))
                .collect(),
        }
    }

    fn scales(guide: &Subject<'a>) -> Self {
        let declared: BTreeMap<_, _> = guide
            .declared("scales")
            .iter()
            .map(|(key, _)| (key.name.as_str(), key))
            .collect();
        let place = |name: &str| declared.get(name).map(|key| guide.key(key));
        Self {
            kind: "scale",
            list: "scales",
            ids: Scales::of(guide)
                .names()
                .map(|name| (name, place(name)))
                .collect(),
        }
    }

    fn require(&self, guide: &Subject<'_>, id: &Node, out: &mut Vec<Finding>) {
        if let Some(name) = id.text() {
            self.require_name(guide, name, guide.place(id), out);
        }
    }

    fn require_name(&self, guide: &Subject<'_>, name: &str, place: Place, out: &mut Vec<Finding>) {
        if self.ids.contains_key(name) || out.len() >= MAX_FINDINGS {
            return;
        }
        let finding = RULE
            .finding(place, format!("there is no {} {}", self.kind, quoted(name)))
            .label(format!("no such id under `{}`", self.list));
        if let Some(removed) = guide.removed.get(&format!("{}/{name}", self.list)) {
            let help = format!(
                "refer to another {} in the overlay too, or do not take this one out",
                self.kind
            );
            out.push(
                finding
                    .related(removed.clone(), "taken out here")
                    .help(help),
            );
            return;
        }
        let Some(meant) = nearest(name, self.ids.keys().copied()) else {
            let help = format!(
                "declare it under `{}`, or refer to one that is there",
                self.list
            );
            out.push(finding.help(help));
            return;
        };
        let declared = self.ids.get(meant).cloned().flatten();
        let finding = finding.replace_with(meant);
        out.push(match declared {
            Some(place) => finding.related(place, "declared here"),
            None => finding,
        });
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unknown-id",
        severity: Severity::Error,
        summary: "an id refers to nothing in the guide",
        why: "Questions and scorecards refer to competencies, outcomes and scales by id. With a wrong id, the \
              packet would not say what is being rated.",
        bad: Run("\
competencies:
  - id: judgment
    name: Judgement
    description: Decides well.
"),
        good: Run("\
competencies:
  - id: judgement
    name: Judgement
    description: Decides well.
"),
    },
    reads: Reads::AllNames,
    check,
};
