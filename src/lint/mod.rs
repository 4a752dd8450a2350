//! Lint: whether a guide makes a good and fair interview.
//!
//! The rules of [`crate::check`] say whether a guide can be printed at all. Those here say whether
//! it should be: they hold it against what research on structured interviews and the law say.
//! None of them claims that a guide is lawful; they say what a person should look at.
//!
//! In order: the texts of a guide are split into words, once for all rules (`said`, `words`);
//! the rules whose packs are on ([`Levels`]) look at the guide (`rules`), each finding gets the level
//! that the workspace gives its rule; and what a comment in the guide allows with a reason
//! (`excuse`) is left out.
//!
//! A rule is one file in `rules`: what it finds and its sources, the code, and tests. To add one,
//! write the file and add a line to the list there. Its name completes "allow …".

mod amount;
mod anchors;
mod asks;
mod classes;
mod coded;
mod excuse;
mod guide;
mod law;
mod levels;
mod page;
mod pattern;
mod readability;
mod rule;
mod rules;
mod said;
#[cfg(test)]
mod sample;
mod terms;
mod words;

pub(crate) use excuse::{Excuses, excused};
pub(crate) use levels::unknown;
pub use levels::{Level, Levels};
pub use page::page;
pub use rule::{Pack, Rule};

use crate::check::can_read;
use crate::check::subject::Subject;
use crate::finding::{Explanation, Finding, MAX_FINDINGS};
use crate::template::{Language, Replacements};
use crate::yaml::Tree;
use guide::Guide;
use rule::Speaks;
use rules::{RULES, leftover_text};

/// All rules, by name.
pub fn rules() -> &'static [Rule] {
    RULES
}

/// The rule of this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    let at = RULES.binary_search_by(|rule| rule.name().cmp(name));
    Some(&RULES[at.ok()?])
}

/// What the rules find in a guide, at the levels of the workspace.
pub(crate) fn findings(subject: &Subject<'_>, tree: &Tree, levels: &Levels) -> Vec<Finding> {
    let guide = Guide::of(subject, levels.limits());
    let mut findings = Vec::new();
    for rule in RULES {
        let Some(severity) = levels.of(rule).severity() else {
            continue;
        };
        let is_spoken = rule.speaks == Speaks::Any || guide.is_english();
        if !is_spoken || !can_read(tree, rule.reads) {
            continue;
        }
        let mut found = Vec::new();
        (rule.check)(&guide, &mut found);
        tree.retain_read(&mut found);
        found.truncate(MAX_FINDINGS);
        found.iter_mut().for_each(|it| it.severity = severity);
        findings.append(&mut found);
    }
    findings
}

/// What the rules find in templates that a workspace has, at its levels.
pub fn findings_in_templates(templates: &Replacements, levels: &Levels) -> Vec<Finding> {
    let Some(severity) = levels.of(&leftover_text::RULE).severity() else {
        return Vec::new();
    };
    let sources = templates.iter().filter(|(name, _)| {
        matches!(
            Language::of(name),
            Some(Language::Markdown | Language::Html)
        )
    });
    let mut findings: Vec<_> = sources
        .flat_map(|(_, it)| leftover_text::in_template(it))
        .collect();
    findings.iter_mut().for_each(|it| it.severity = severity);
    findings
}

/// The explanations of all findings made here.
pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let rules = RULES.iter().map(|rule| &rule.explanation);
    rules
        .chain(excuse::EXPLANATIONS)
        .chain([&levels::UNKNOWN_RULE])
}

#[cfg(test)]
mod tests;
