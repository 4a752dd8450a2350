//! The rules, one file each, sorted by name.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::{Explanation, Finding, Pack, Reads, Rule, Run, Severity, Speaks};
use super::said::Role;

mod age;
mod closed_question;
mod criminal_record;
mod family;
mod genetic_information;
mod health;
mod military_discharge;
mod no_accommodation_offer;
mod origin;
mod religion;
mod salary_history;
mod union_membership;
mod unprobed_competency;

/// All rules, by name.
pub(super) static RULES: &[Rule] = &[
    age::RULE,
    closed_question::RULE,
    criminal_record::RULE,
    family::RULE,
    genetic_information::RULE,
    health::RULE,
    military_discharge::RULE,
    no_accommodation_offer::RULE,
    origin::RULE,
    religion::RULE,
    salary_history::RULE,
    union_membership::RULE,
    unprobed_competency::RULE,
];
