//! A requirement that no stage looks at.

use super::{
    Explanation, Finding, Guide, Pack, Patterns, Reads, Role, Rule, Run, Severity, Speaks,
};
use crate::check::stage::items;
use crate::lint::said::Text;
use crate::lint::terms::{is_related, is_term};
use crate::lint::words::words;

/// Words of any requirement, which say nothing of what it is about.
const OF_ANY_REQUIREMENT: &[&str] = &[
    "abilities",
    "ability",
    "able",
    "background",
    "capability",
    "competence",
    "confident",
    "demonstrable",
    "demonstrated",
    "excellent",
    "experience",
    "experienced",
    "expert",
    "expertise",
    "familiar",
    "familiarity",
    "gained",
    "great",
    "habit",
    "hands",
    "ideally",
    "knowledge",
    "minimum",
    "practical",
    "practice",
    "proficiency",
    "proficient",
    "proven",
    "record",
    "relevant",
    "required",
    "requirement",
    "similar",
    "skill",
    "skilled",
    "skills",
    "solid",
    "sound",
    "strong",
    "track",
    "understanding",
];

/// What is checked on paper, or not asked for.
static NOT_ASKED_FOR: Patterns = Patterns::new(&[
    "plus|bonus|welcome|preferred|desirable|advantage|advantageous|ideally|optional|helps|nice",
    "not required|needed|necessary|essential|a",
    "degree|diploma|certificate|certification|certified|qualification|qualified|licence|license|registration|registered",
    "right to work",
    "background|dbs|reference check|checks",
    "clearance|visa|permit|passport",
    "years",
]);

/// The most requirements, and words of one, that are looked for: each is held against all words of the
/// guide. A posting has a dozen.
const MOST: usize = 40;

/// Where a stage looks at something.
const LOOKED_AT: &[Role] = &[
    Role::Question,
    Role::FollowUp,
    Role::Cover,
    Role::Hint,
    Role::Scorecard,
    Role::Scenario,
    Role::Drill,
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some(posting) = guide.root.get("posting") else {
        return;
    };
    let requirements = items(posting, "requirements").iter().take(MOST);
    let requirements = requirements.filter_map(|it| it.text());
    let requirements: Vec<_> = requirements.map(str::as_ptr).collect();
    if guide
        .stages()
        .all(|stage| stage.questions().next().is_none())
    {
        return;
    }
    let competencies = competencies(guide);
    let passed = guide.find(&NOT_ASKED_FOR, &[Role::Posting]);
    for text in guide.texts_of(&[Role::Posting]) {
        let is_requirement = requirements.contains(&text.value().as_ptr());
        if !is_requirement || passed.iter().any(|(it, _)| std::ptr::eq(*it, text)) {
            continue;
        }
        let terms = text.words.iter().take(MOST).map(|it| &*it.folded);
        let mut terms = terms.filter(|it| is_term(it) && !OF_ANY_REQUIREMENT.contains(it));
        let names_something = terms.clone().next().is_some();
        let is_known = |term: &str| competencies.iter().any(|it| is_related(it, term));
        if names_something && !terms.any(|term| is_known(term) || is_looked_at(guide, term)) {
            out.push(
                RULE.finding(text.whole(), "no stage looks at this requirement")
                    .label("is in no question, criterion or competency")
                    .help("ask a question about it and rate the answer, or leave it out"),
            );
        }
    }
}

/// Words of the competencies, which questions are tied to.
fn competencies(guide: &Guide<'_>) -> Vec<String> {
    let fields = guide.list("competencies").iter().flat_map(|it| it.fields());
    let texts = fields.filter_map(|(_, value)| value.text());
    let words = texts.flat_map(words).map(|it| it.folded.into_owned());
    words.filter(|it| is_term(it)).take(MOST * MOST).collect()
}

/// Whether a stage has some form of a word.
fn is_looked_at(guide: &Guide<'_>, term: &str) -> bool {
    let said = guide.said();
    let is_of_stage = |text: &Text<'_>| LOOKED_AT.contains(&text.role);
    said.forms(|word| is_related(word, term))
        .any(|(text, _)| is_of_stage(&said.texts[text]))
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unassessed-requirement",
        severity: Severity::Warning,
        summary: "the posting asks for something that no stage looks at",
        why: "What is asked for and never looked at keeps people from applying and plays no part in the decision, or it is \
              judged by impression. A requirement should be needed for the work, and the way to judge it known.",
        bad: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Fluent Portuguese]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
        good: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Good judgement under pressure]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
    },
    packs: &[Pack::Posting],
    what: "Looks for a requirement that has no word in common with any question, criterion, exercise or competency. What is \
           checked on paper, such as a licence, and what is only a plus is passed by.",
    sources: &[
        "US: Uniform Guidelines on Employee Selection Procedures, 29 C.F.R. § 1607 (1978)",
        "M. A. Campion, D. K. Palmer and J. E. Campion, “A review of structure in the selection interview”, \
         Personnel Psychology 50 (1997)",
    ],
    help: "Give it a question and a row of a scorecard, or take it out of the posting.",
    speaks: Speaks::English,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::sample::findings;
    use serde_json::json;

    fn flagged(requirement: &str) -> usize {
        let guide = json!({
            "competencies": [{"id": "team", "name": "Team", "description": "Develops people"}],
            "posting": {"about": "We bake.", "requirements": [requirement]},
            "stages": [{"kind": "interview", "questions": [
                {"ask": "How did you plan the budget of a bakery?", "cover": ["Suppliers compared"]},
            ]}],
        });
        findings(&RULE, &guide).len()
    }

    #[test]
    fn what_nobody_asks_about() {
        assert_eq!(flagged("Excellent knowledge of Portuguese"), 1);
        assert_eq!(flagged("A driving style that calms horses"), 1);
    }

    #[test]
    fn what_is_asked_about_or_checked_on_paper() {
        for requirement in [
            "Experience of planning budgets",
            "You develop others",
            "Has dealt with a supplier",
            "A driving licence",
            "Portuguese is a plus",
            "The ability to work hands-on",
            "Five years of Portuguese",
        ] {
            assert_eq!(flagged(requirement), 0, "{requirement}");
        }
    }
}
