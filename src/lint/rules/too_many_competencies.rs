//! More competencies than interviewers can tell apart.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::yaml::Value;

/// Beyond this many, raters no longer tell them apart. Most kits do with five or six.
const MOST: usize = 8;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let all = guide.list("competencies");
    let Some(first_too_many) = all.get(MOST) else {
        return;
    };
    let place = guide.place(first_too_many.get("id").unwrap_or(first_too_many));
    let number = all
        .iter()
        .filter(|it| matches!(it.value, Value::Map(_)))
        .count();
    out.push(
        RULE.finding(place, format!("{number} competencies are more than interviewers can tell apart"))
            .label(format!("the first beyond {MOST}"))
            .help("keep those that decide whether somebody succeeds, and join those that one example would show"),
    );
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "too-many-competencies",
        severity: Severity::Warning,
        summary: "the guide has more than eight competencies",
        why: "Raters who have to judge many things at once give them all much the same mark, so that a long \
              list measures less than a short one. It also leaves a minute or two for each.",
        bad: Run("\
competencies:
  - {id: patience, place: last, name: Patience, description: Waits for the facts.}
  - {id: candour, place: last, name: Candour, description: Says what is wrong.}
  - {id: curiosity, place: last, name: Curiosity, description: Finds out why.}
  - {id: planning, place: last, name: Planning, description: Knows what comes next.}
  - {id: writing, place: last, name: Writing, description: Writes what others can use.}
  - {id: thrift, place: last, name: Thrift, description: Spends where it counts.}
  - {id: security, place: last, name: Security, description: Keeps what is ours safe.}
stages:
  - id: screening
    questions:
      - {id: outage, competencies: [judgement, patience, candour, curiosity, planning, writing, thrift, security]}
  - id: interview
    questions:
      - {id: trade-off, competencies: [judgement, patience, candour, curiosity, planning, writing, thrift, security]}
"),
        good: Run("\
competencies:
  - {id: judgement, name: Judgement, description: Waits for the facts and decides.}
"),
    },
    packs: &[Pack::Core],
    what: "Counts the competencies of the guide.",
    sources: &[
        "B. B. Gaugler and G. C. Thornton, “Number of assessment center dimensions as a determinant of assessor \
         accuracy”, Journal of Applied Psychology 74 (1989)",
    ],
    help: "Join those that the same example would show, and drop those that nobody would be turned down \
              for.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};
