//! Two levels of a row with the same words, or with words that differ in degree alone.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for row in guide.anchored() {
        let levels: Vec<_> = row
            .levels
            .iter()
            .filter(|it| !it.is_only_a_mark())
            .collect();
        for (at, anchor) in levels.iter().enumerate() {
            let plain = anchor.plain();
            let Some(same) = levels[..at].iter().find(|other| other.plain() == plain) else {
                continue;
            };
            let how = match same.words == anchor.words {
                true => "is worded like",
                false => "differs only in degree from",
            };
            let message = format!("level `{}` {how} level `{}`", anchor.level, same.level);
            out.push(
                RULE.finding(guide.place(anchor.node), message)
                    .label("raters could not tell the two apart")
                    .related(guide.place(same.node), format!("level `{}`", same.level))
                    .help("say what somebody at the higher level does that one at the lower level does not"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "indistinct-anchors",
        severity: Severity::Warning,
        summary: "two levels of a row are worded alike",
        why: "Where two levels differ by “very” or “always”, raters choose between them by mood. Anchors work \
              because each names something that was or was not there.",
        bad: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {4: Always weighs two ways and picks one}}
"),
        good: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {4: Also says what would have changed the choice}}
"),
    },
    packs: &[Pack::Core],
    what: "Compares the words for the levels of each row, leaving out words of degree such as very, \
              always, somewhat and rarely.",
    sources: &[
        "P. C. Smith and L. M. Kendall, “Retranslation of expectations: an approach to the construction of \
         unambiguous anchors for rating scales”, Journal of Applied Psychology 47 (1963)",
        "American Educational Research Association, American Psychological Association and National Council on \
         Measurement in Education, “Standards for Educational and Psychological Testing” (2014)",
    ],
    help: "Name what is added from one level to the next: a reason, a result, a check.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};
