//! A scale that skips a number, does not begin at 0 or 1, or has fewer than two levels to
//! choose from.

use super::scale::{in_words, levels};
use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for (key, scale) in guide.declared("scales") {
        let Some((levels_key, node)) = scale.entry("levels") else {
            continue;
        };
        let levels = levels(node);
        let highest = levels.last().copied().unwrap_or(0);
        let gaps: Vec<_> = (1..highest.max(2))
            .chain([highest.max(2)])
            .filter(|level| !levels.contains(level))
            .collect();
        if gaps.is_empty() {
            continue;
        }
        let absent = in_words(gaps.iter().copied().take(10));
        let noun = if gaps.len() == 1 { "level" } else { "levels" };
        out.push(
            RULE.finding(
                guide.key(levels_key),
                format!("the scale {} has no {noun} {absent}", quoted(&key.name)),
            )
            .label(format!("no {noun} {absent}"))
            .help(format!("add the {noun}, or renumber the others from 1")),
        );
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "scale-gap",
        severity: Severity::Error,
        summary: "a scale skips a number",
        why: "The levels of a scale are numbered from 1 without gaps, with 0 for “not enough information” if the \
              scale has it. Averages mean nothing otherwise. A scale has at least the levels 1 and 2.",
        bad: Run("scales:\n  fit: {levels: {1: Weak, 2: Fair, 4: Strong}}\n"),
        good: Run("scales:\n  fit: {levels: {1: Weak, 2: Fair, 3: Strong}}\n"),
    },
    reads: Reads::EachPlace,
    check,
};
