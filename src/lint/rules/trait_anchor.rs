//! Words for a level that name what somebody is like, and nothing that they do.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::anchors::listed;

/// What people are called.
const TRAITS: &[&str] = &[
    "able",
    "adaptable",
    "ambitious",
    "analytical",
    "approachable",
    "arrogant",
    "articulate",
    "assertive",
    "attitude",
    "authentic",
    "bright",
    "calm",
    "capable",
    "character",
    "charisma",
    "charismatic",
    "charming",
    "cheerful",
    "clever",
    "collaborative",
    "committed",
    "communicator",
    "confidence",
    "confident",
    "conscientious",
    "creative",
    "curious",
    "decisive",
    "dedicated",
    "dependable",
    "determined",
    "diligent",
    "diplomatic",
    "disciplined",
    "disorganised",
    "disorganized",
    "driven",
    "dynamic",
    "eager",
    "efficient",
    "empathetic",
    "energetic",
    "energy",
    "engaged",
    "enthusiasm",
    "enthusiastic",
    "flexible",
    "focused",
    "friendly",
    "hardworking",
    "helpful",
    "honest",
    "humble",
    "imaginative",
    "impressive",
    "independent",
    "inflexible",
    "innovative",
    "insecure",
    "inspiring",
    "intelligent",
    "introverted",
    "inventive",
    "kind",
    "lazy",
    "leader",
    "likeable",
    "loyal",
    "mature",
    "methodical",
    "mindset",
    "modest",
    "motivated",
    "natural",
    "nervous",
    "nice",
    "open",
    "optimistic",
    "organised",
    "organized",
    "outgoing",
    "passionate",
    "patient",
    "person",
    "personable",
    "personality",
    "persuasive",
    "player",
    "polite",
    "positive",
    "practical",
    "presence",
    "proactive",
    "professional",
    "quick",
    "quiet",
    "reliable",
    "reserved",
    "resilient",
    "resourceful",
    "self",
    "sensible",
    "sharp",
    "shy",
    "sincere",
    "smart",
    "sociable",
    "starter",
    "strategic",
    "talented",
    "team",
    "thinker",
    "thoughtful",
    "timid",
    "trustworthy",
    "uncertain",
    "unconfident",
    "unfriendly",
    "unmotivated",
    "unprofessional",
    "unreliable",
    "unsure",
    "versatile",
    "warm",
];

/// Words that join them, and how they are put.
const JOINING: &[&str] = &[
    "also", "and", "appears", "be", "but", "comes", "across", "good", "great", "has", "is",
    "lacks", "more", "most", "not", "or", "overall", "poor", "seems", "shows", "strong", "under",
    "weak", "with", "as",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for row in guide.anchored() {
        for anchor in &row.levels {
            let plain = anchor.plain();
            let (traits, others): (Vec<_>, Vec<_>) =
                plain.into_iter().partition(|word| listed(TRAITS, word));
            if traits.is_empty() || others.iter().any(|word| !JOINING.contains(word)) {
                continue;
            }
            let said = quoted(anchor.node.text().unwrap_or_default());
            out.push(
                RULE.finding(guide.place(anchor.node), format!("{said} names a trait, and nothing that was done"))
                    .label("judges the person and not the answer")
                    .help("write what a candidate at this level did or said, so that another rater could check it"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "trait-anchor",
        severity: Severity::Warning,
        summary: "the words for a level name traits and no behaviour",
        why: "Nobody hears confidence or intelligence: raters infer them from manner, accent and likeness to \
              themselves. What was done and said can be noted, checked and explained to the candidate.",
        bad: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {4: Confident and highly motivated}}
"),
        good: Run("\
stages:
  - id: interview
    scorecard:
      criteria:
        - {id: decides, anchors: {4: Also went back later to see whether it was right}}
"),
    },
    packs: &[Pack::Core],
    what: "Looks for levels whose words are all traits, such as confident, friendly or a natural leader.",
    sources: &[
        "P. C. Smith and L. M. Kendall, “Retranslation of expectations: an approach to the construction of \
         unambiguous anchors for rating scales”, Journal of Applied Psychology 47 (1963)",
        "US: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR part 1607",
    ],
    help: "Turn the trait into the behaviour that made you think of it.",
    speaks: Speaks::English,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::TRAITS;

    #[test]
    fn traits_can_be_searched() {
        assert!(TRAITS.is_sorted_by(|a, b| a < b));
    }
}
