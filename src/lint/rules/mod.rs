//! The rules, one file each, sorted by name.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::{Explanation, Finding, Pack, Reads, Rule, Run, Severity, Speaks};
use super::said::Role;

mod closed_question;
mod religion;
mod unprobed_competency;

/// All rules, by name.
pub(super) static RULES: &[Rule] = &[
    closed_question::RULE,
    religion::RULE,
    unprobed_competency::RULE,
];
