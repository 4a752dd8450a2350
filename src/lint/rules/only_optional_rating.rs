//! Something that only an optional stage rates.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::check::stage::Stage;
use crate::finding::{Place, quoted};
use crate::lint::guide::criteria;
use crate::yaml::{Node, Value};
use std::collections::BTreeSet;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let (optional, others): (Vec<_>, Vec<_>) =
        guide.stages().partition(|stage| is_optional(*stage));
    let rated: BTreeSet<_> = others
        .iter()
        .copied()
        .flat_map(criteria)
        .filter_map(competency)
        .collect();
    let rates_outcomes =
        |stage: &Stage<'_>| stage.scorecard().is_some_and(|it| it.rates_outcomes());
    let are_outcomes_rated = guide.list("outcomes").is_empty() || others.iter().any(rates_outcomes);
    let mut said = BTreeSet::new();
    for stage in optional {
        let stage_name = stage.name();
        for row in criteria(stage) {
            let Some(name) = competency(row).filter(|it| !rated.contains(it)) else {
                continue;
            };
            if said.insert(name) {
                let place = guide.place(row.get("competency").unwrap_or(row));
                out.push(finding(guide, place, &quoted(name), &stage_name));
            }
        }
        let scorecard = stage.scorecard().filter(|it| it.rates_outcomes());
        if let Some(scorecard) = scorecard.filter(|_| !are_outcomes_rated && said.insert("")) {
            let place = guide.key(scorecard.key);
            out.push(finding(guide, place, "the outcomes", &stage_name));
        }
    }
}

fn is_optional(stage: Stage<'_>) -> bool {
    let field = stage.0.get("optional");
    field.is_some_and(|it| it.value == Value::Boolean(true))
}

fn competency(row: &Node) -> Option<&str> {
    row.get("competency")?.text()
}

fn finding(guide: &Guide<'_>, place: Place, what: &str, stage: &str) -> Finding {
    let optional = guide.stages().find(|it| it.name() == *stage);
    let finding = RULE
        .finding(
            place,
            format!("only {stage} rates {what}, and it is optional"),
        )
        .label("not known of those who skip the stage")
        .help("rate it in a stage that everyone goes through as well");
    match optional.and_then(|it| it.0.get("optional")) {
        Some(field) => finding.related(guide.place(field), "optional here"),
        None => finding,
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "only-optional-rating",
        severity: Severity::Warning,
        summary: "only an optional stage rates a competency or the outcomes",
        why: "Candidates who go through the stage and those who do not are then compared on different things, \
              and the panel fills the gap with a guess.",
        bad: Run("\
stages:
  - id: interview
    optional: true
"),
        good: Run("\
stages:
  - id: interview
    optional: false
"),
    },
    packs: &[Pack::Core],
    what: "Each competency that is rated at all, and the outcomes, should be rated in a stage that is not \
              optional.",
    sources: &[
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
        "US: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR part 1607",
    ],
    help: "Rate it in a stage that every candidate goes through.",
    speaks: Speaks::Any,
    reads: Reads::AllValues,
    check,
};
