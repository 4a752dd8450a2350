//! A process that takes more of a candidate’s time than the workspace wants it to.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::coverage::in_words;
use crate::yaml::Value;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some((key, _)) = guide.root.entry("stages") else {
        return;
    };
    let required = guide.with_candidate().filter(|stage| {
        let optional = stage.0.get("optional");
        optional.is_none_or(|it| it.value != Value::Boolean(true))
    });
    let minutes = required.filter_map(|stage| u32::try_from(stage.minutes()?).ok());
    let total = minutes.fold(0, u32::saturating_add);
    let most = u32::from(guide.limits.candidate_minutes);
    if total > most {
        let (total, most) = (in_words(total), in_words(most));
        out.push(
            RULE.finding(
                guide.key(key),
                format!("the stages take {total} of each candidate’s time, and should take {most}"),
            )
            .label("good candidates may give up")
            .help("shorten or join stages, or set `candidate_minutes` in hirekit.yaml"),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "long-process",
        severity: Severity::Warning,
        summary: "the stages take more of a candidate’s time than they should",
        why: "Each hour is asked of people who have work and families, and those with other offers leave \
              first. After three or four rounds, another one hardly changes the decision.",
        bad: Run("\
stages:
  - id: interview
    minutes: 330
    agenda:
      - {minutes: 10, activity: Welcome}
      - {minutes: 300, activity: Our questions, questions: true}
      - {minutes: 20, activity: Your questions and what happens next}
"),
        good: Run("\
stages:
  - id: interview
    minutes: 90
    agenda:
      - {minutes: 10, activity: Welcome}
      - {minutes: 60, activity: Our questions, questions: true}
      - {minutes: 20, activity: Your questions and what happens next}
"),
    },
    packs: &[Pack::Core],
    what: "Adds up the minutes of all interviews and assessments that are not optional. The budget is six \
              hours unless `candidate_minutes` in hirekit.yaml says otherwise.",
    sources: &[
        "J. P. Hausknecht, D. V. Day and S. C. Thomas, “Applicant reactions to selection procedures: an updated \
         model and meta-analysis”, Personnel Psychology 57 (2004)",
    ],
    help: "Keep the stages that bring something new, and join the others.",
    speaks: Speaks::Any,
    reads: Reads::AllNames,
    check,
};
