//! Rows of a scorecard that count differently.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::lint::guide::criteria;
use crate::yaml::Node;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for stage in guide.stages() {
        let rows = criteria(stage);
        let weights: Vec<_> = rows.iter().filter_map(|row| row.get("weight")).collect();
        let numbers: Vec<_> = weights.iter().filter_map(|it| Node::integer(it)).collect();
        let (Some(least), Some(most)) = (numbers.iter().min(), numbers.iter().max()) else {
            continue;
        };
        // Shares of 100 among three or seven rows differ by one.
        if most.saturating_sub(*least) <= 1 {
            continue;
        }
        let heaviest = weights.iter().find(|it| it.integer() == Some(*most));
        let place = guide.place(heaviest.copied().unwrap_or(stage.title()));
        out.push(
            RULE.finding(place, format!("the rows of {} count from {least} to {most} per cent", stage.name()))
                .label("counts most")
                .help("give all rows the same weight, or none; or say in a comment why not: `# allow unequal-weights: …`"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unequal-weights",
        severity: Severity::Advice,
        summary: "the rows of a scorecard have different weights",
        why: "Weights that somebody has chosen by feeling predict no better than equal ones, and they let \
              whoever sets them decide. Where a study of the job says what matters more, say so.",
        bad: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, weight: 70}
        - {id: develops, weight: 30}
"),
        good: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, weight: 50}
        - {id: develops, weight: 50}
"),
    },
    packs: &[Pack::Core],
    what: "Compares the weights of the rows of each scorecard. The tables in which candidates weigh \
              alternatives may have any.",
    sources: &[
        "R. M. Dawes, “The robust beauty of improper linear models in decision making”, American \
         Psychologist 34 (1979)",
    ],
    help: "Leave the weights out, or give the reason in a comment, which the handbook prints.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
