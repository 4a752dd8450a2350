//! A posting whose own steps are not the stages of the guide.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::check::stage::{Stage, items};
use crate::finding::quoted;
use crate::lint::terms::{is_related, is_term};
use crate::lint::words::words;
use crate::yaml::{Node, Value};

/// Words of the names of steps that tell none from another.
const OF_ANY_STEP: &[&str] = &[
    "call",
    "chat",
    "conversation",
    "interview",
    "meeting",
    "round",
    "session",
    "stage",
    "step",
    "talk",
];

/// Words of steps that are no stage: what happens before, between and after.
const NO_STAGE: &[&str] = &[
    "application",
    "applications",
    "apply",
    "check",
    "checks",
    "contract",
    "cv",
    "debrief",
    "decision",
    "feedback",
    "offer",
    "onboarding",
    "outcome",
    "reference",
    "references",
    "referees",
    "result",
    "review",
    "shortlist",
    "start",
    "visit",
    "welcome",
];

/// Numbers, as an introduction has them.
const NUMBERS: &[&str] = &[
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// What an introduction counts.
const COUNTED: &[&str] = &[
    "conversations",
    "interviews",
    "meetings",
    "rounds",
    "stages",
    "steps",
];

/// The most steps and stages that are held against each other, one by one. A process has a handful.
const MOST: usize = 50;

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some(process) = guide.root.get("posting").and_then(|it| it.get("process")) else {
        return;
    };
    let stages = guide
        .stages()
        .filter(|it| matches!(it.kind(), Some("interview" | "assessment")));
    let stages: Vec<_> = stages.collect();
    let steps = items(process, "steps").iter().filter(|it| !is_no_stage(it));
    let steps: Vec<_> = steps.collect();
    if steps.len() > MOST || stages.len() > MOST {
        return;
    }
    match steps.is_empty() {
        true => count(guide, process, &stages, out),
        false => hold_against(guide, &steps, &stages, out),
    }
}

/// Holds the steps against the stages, one by one.
fn hold_against(guide: &Guide<'_>, steps: &[&Node], stages: &[Stage<'_>], out: &mut Vec<Finding>) {
    let pairs = pairs(steps, stages);
    let lacks = stages
        .iter()
        .enumerate()
        .filter(|(at, _)| !pairs.contains(&Some(*at)));
    for (_, stage) in lacks {
        let message = format!(
            "the steps in the posting leave out {}",
            quoted(title(stage.0))
        );
        let finding = RULE
            .finding(guide.place(stage.title()), message)
            .label("comes as a surprise to candidates");
        out.push(finding.help(
            "add it under `steps`, or delete `steps`, and the posting lists the stages by itself",
        ));
    }
    let mut latest = 0;
    for (step, pair) in steps.iter().zip(&pairs) {
        let name = step.get("name").unwrap_or(step);
        let said = quoted(name.text().unwrap_or_default());
        let finding = |message: String| RULE.finding(guide.place(name), message);
        let Some(at) = *pair else {
            let finding = finding(format!("the guide has no stage for the step {said}"));
            out.push(
                finding
                    .label("will not take place")
                    .help("name it as the title of a stage, or delete it"),
            );
            continue;
        };
        let stage = stages[at];
        if at < latest {
            let finding = finding(format!(
                "the step {said} comes in another order than its stage"
            ));
            let finding = finding.related(guide.place(stage.title()), "the stage");
            out.push(
                finding
                    .label("is out of order")
                    .help("put the steps in the order of the stages"),
            );
        }
        latest = latest.max(at);
        if is_optional(step) != is_optional(stage.0) {
            let finding = finding(format!(
                "the step {said} is optional in one place, and not in the other"
            ));
            let finding = finding.related(guide.place(stage.title()), "the stage");
            out.push(
                finding
                    .label("promises something else")
                    .help("give the step and its stage the same `optional`"),
            );
        }
    }
}

/// For each step the number of its stage, by the words that the name of one and the title of the other
/// share. What is left over on both sides is the same under two names, as far as the counts agree.
fn pairs(steps: &[&Node], stages: &[Stage<'_>]) -> Vec<Option<usize>> {
    let titles: Vec<_> = stages.iter().map(|stage| terms(title(stage.0))).collect();
    let mut free: Vec<usize> = (0..stages.len()).collect();
    let mut pairs = vec![None; steps.len()];
    for (pair, step) in pairs.iter_mut().zip(steps) {
        let name = terms(step.get("name").and_then(Node::text).unwrap_or_default());
        let shared = |at: usize| {
            let is_there = |term: &&String| titles[at].iter().any(|it| is_related(it, term));
            name.iter().filter(is_there).count()
        };
        // Of several that are as good, the first.
        let best = free.iter().copied().rev().max_by_key(|at| shared(*at));
        if let Some(best) = best.filter(|at| shared(*at) > 0) {
            free.retain(|at| *at != best);
            *pair = Some(best);
        }
    }
    let unnamed = pairs.iter().filter(|it| it.is_none()).count();
    if unnamed == free.len() {
        let left = pairs.iter_mut().filter(|it| it.is_none());
        left.zip(free).for_each(|(pair, at)| *pair = Some(at));
    }
    pairs
}

/// Holds the number in the introduction against the stages that the posting lists.
fn count(guide: &Guide<'_>, process: &Node, stages: &[Stage<'_>], out: &mut Vec<Finding>) {
    let Some(intro) = process.get("intro").and_then(Node::text) else {
        return;
    };
    let listed = stages
        .iter()
        .filter(|stage| stage.0.get("for_posting").is_some());
    let most = listed.clone().count();
    let least = listed.filter(|stage| !is_optional(stage.0)).count();
    let text = guide
        .texts_of(&[Role::Posting])
        .find(|it| it.value().as_ptr() == intro.as_ptr());
    let Some(text) = text else {
        return;
    };
    for pair in text.words.windows(2) {
        let number = NUMBERS.iter().position(|it| *it == pair[0].folded);
        let number = number
            .or(pair[0].folded.parse().ok())
            .filter(|_| COUNTED.contains(&&*pair[1].folded));
        if let Some(number) = number.filter(|it| most > 0 && !(least..=most).contains(it)) {
            let place = text.place(pair[0].range.start..pair[1].range.end);
            let message = format!("the posting speaks of {number}, and lists {most} of them");
            let finding = RULE
                .finding(place, message)
                .label("is not what is listed below it");
            out.push(finding.help("write the number of stages, or leave the number out"));
        }
    }
}

fn is_no_stage(step: &Node) -> bool {
    let name = step.get("name").and_then(Node::text).unwrap_or_default();
    words(name).iter().any(|it| NO_STAGE.contains(&&*it.folded))
}

fn is_optional(node: &Node) -> bool {
    node.get("optional")
        .is_some_and(|it| it.value == Value::Boolean(true))
}

fn title(stage: &Node) -> &str {
    stage.get("title").and_then(Node::text).unwrap_or_default()
}

fn terms(name: &str) -> Vec<String> {
    let words = words(name).into_iter().map(|it| it.folded.into_owned());
    words
        .filter(|it| is_term(it) && !OF_ANY_STEP.contains(&it.as_str()))
        .collect()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "process-mismatch",
        severity: Severity::Warning,
        summary: "the steps that the posting lists are not the stages of the guide",
        why: "Candidates plan by the posting. Those who were told what comes, and get that, find the process fair, \
              perform better and speak better of the employer, whatever the result.",
        bad: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
  process:
    steps:
      - {name: Screening, text: A call about networks you have run.}
"),
        good: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
  process:
    steps:
      - {name: Screening, text: A call about networks you have run.}
      - {name: Interview, text: An hour about decisions you have made.}
"),
    },
    packs: &[Pack::Posting],
    what: "Holds the `steps` of the posting against the interviews and assessments of the guide: which there are, in which \
           order, and which are optional; and a number in the introduction against what the posting lists.",
    sources: &[
        "D. M. Truxillo and others, “Effects of explanations on applicant reactions: A meta-analytic review”, International \
         Journal of Selection and Assessment 17 (2009)",
    ],
    help: "Leave `steps` out: the posting then lists every stage that has a `for_posting` line.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::check::stage::{Stage, items};
    use crate::finding::Source;
    use serde_json::json;
    use std::sync::Arc;

    /// The number of the stage for each step, `-` for none.
    fn paired(names: &[&str], titles: &[&str]) -> String {
        let steps: Vec<_> = names.iter().map(|name| json!({ "name": name })).collect();
        let stages: Vec<_> = titles
            .iter()
            .map(|title| json!({ "title": title }))
            .collect();
        let text = json!({"steps": steps, "stages": stages}).to_string();
        let source = Arc::new(Source {
            path: "sample.yaml".into(),
            text,
        });
        let tree = crate::yaml::parse(&source);
        let root = tree.root.as_ref().expect("JSON is YAML");
        let steps: Vec<_> = items(root, "steps").iter().collect();
        let stages: Vec<_> = items(root, "stages").iter().map(Stage).collect();
        let pairs = pairs(&steps, &stages).into_iter();
        pairs
            .map(|pair| pair.map_or("-".into(), |at| at.to_string()))
            .collect()
    }

    #[test]
    fn by_the_words_of_their_names() {
        let titles = [
            "Screening interview",
            "Technical assessment",
            "Leadership interview",
        ];
        assert_eq!(
            paired(
                &["Screening call", "Leadership talk", "Technical task"],
                &titles
            ),
            "021"
        );
        assert_eq!(
            paired(&["Screening", "Lunch with the founder"], &titles),
            "0-"
        );
    }

    #[test]
    fn what_is_left_over_has_two_names() {
        let titles = ["Screening interview", "Final interview"];
        assert_eq!(paired(&["Phone call", "Final round"], &titles), "01");
        assert_eq!(paired(&["Interview 1", "Interview 2"], &titles), "01");
    }
}
