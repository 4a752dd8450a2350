//! The rules, one file each, sorted by name.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::{Explanation, Finding, Pack, Reads, Rule, Run, Severity, Speaks};
use super::said::Role;

mod brain_teaser;
mod closed_question;
mod culture_fit;
mod degree_without_equivalent;
mod double_question;
mod exclusionary_wording;
mod gendered_wording;
mod hard_to_read;
mod hypothetical_question;
mod leading_question;
mod long_question;
mod pay_range;
mod process_mismatch;
mod religion;
mod unassessed_requirement;
mod unexplained_acronym;
mod unprobed_competency;

/// All rules, by name.
pub(super) static RULES: &[Rule] = &[
    brain_teaser::RULE,
    closed_question::RULE,
    culture_fit::RULE,
    degree_without_equivalent::RULE,
    double_question::RULE,
    exclusionary_wording::RULE,
    gendered_wording::RULE,
    hard_to_read::RULE,
    hypothetical_question::RULE,
    leading_question::RULE,
    long_question::RULE,
    pay_range::RULE,
    process_mismatch::RULE,
    religion::RULE,
    unassessed_requirement::RULE,
    unexplained_acronym::RULE,
    unprobed_competency::RULE,
];
