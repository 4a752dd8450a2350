//! The rules, one file each, sorted by name.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::{Explanation, Finding, Pack, Reads, Rule, Run, Severity, Speaks};
use super::said::Role;

mod age;
mod brain_teaser;
mod closed_question;
mod competency_probed_once;
mod criminal_record;
mod criterion_without_question;
mod culture_fit;
mod debrief_without_independent_scores;
mod degree_without_equivalent;
mod double_question;
mod exclusionary_wording;
mod family;
mod gendered_wording;
mod genetic_information;
mod hard_to_read;
mod health;
mod hypothetical_question;
mod incomplete_stage;
mod indistinct_anchors;
mod leading_question;
pub(super) mod leftover_text;
mod level_without_anchor;
mod long_process;
mod long_question;
mod military_discharge;
mod mixed_scales;
mod near_duplicate_questions;
mod no_accommodation_offer;
mod no_evidence_space;
mod no_room_for_notes;
mod no_time_for_candidate;
mod only_optional_rating;
mod origin;
mod pay_range;
mod process_mismatch;
mod question_without_competency;
mod religion;
mod salary_history;
mod too_many_competencies;
mod trait_anchor;
mod unassessed_requirement;
mod unequal_weights;
mod unexplained_acronym;
mod union_membership;
mod unprobed_competency;
mod unprobed_outcome;
mod unrated_question;
mod zero_as_score;

/// All rules, by name.
pub(super) static RULES: &[Rule] = &[
    age::RULE,
    brain_teaser::RULE,
    closed_question::RULE,
    competency_probed_once::RULE,
    criminal_record::RULE,
    criterion_without_question::RULE,
    culture_fit::RULE,
    debrief_without_independent_scores::RULE,
    degree_without_equivalent::RULE,
    double_question::RULE,
    exclusionary_wording::RULE,
    family::RULE,
    gendered_wording::RULE,
    genetic_information::RULE,
    hard_to_read::RULE,
    health::RULE,
    hypothetical_question::RULE,
    incomplete_stage::RULE,
    indistinct_anchors::RULE,
    leading_question::RULE,
    leftover_text::RULE,
    level_without_anchor::RULE,
    long_process::RULE,
    long_question::RULE,
    military_discharge::RULE,
    mixed_scales::RULE,
    near_duplicate_questions::RULE,
    no_accommodation_offer::RULE,
    no_evidence_space::RULE,
    no_room_for_notes::RULE,
    no_time_for_candidate::RULE,
    only_optional_rating::RULE,
    origin::RULE,
    pay_range::RULE,
    process_mismatch::RULE,
    question_without_competency::RULE,
    religion::RULE,
    salary_history::RULE,
    too_many_competencies::RULE,
    trait_anchor::RULE,
    unassessed_requirement::RULE,
    unequal_weights::RULE,
    unexplained_acronym::RULE,
    union_membership::RULE,
    unprobed_competency::RULE,
    unprobed_outcome::RULE,
    unrated_question::RULE,
    zero_as_score::RULE,
];
