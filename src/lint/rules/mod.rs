//! The rules, one file each, sorted by name.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::{Explanation, Finding, Pack, Reads, Rule, Run, Severity, Speaks};
use super::said::Role;

mod age;
mod closed_question;
mod competency_probed_once;
mod criminal_record;
mod criterion_without_question;
mod debrief_without_independent_scores;
mod family;
mod genetic_information;
mod health;
mod incomplete_stage;
mod indistinct_anchors;
mod leftover_text;
mod level_without_anchor;
mod long_process;
mod military_discharge;
mod mixed_scales;
mod near_duplicate_questions;
mod no_accommodation_offer;
mod no_evidence_space;
mod no_room_for_notes;
mod no_time_for_candidate;
mod only_optional_rating;
mod origin;
mod question_without_competency;
mod religion;
mod salary_history;
mod too_many_competencies;
mod trait_anchor;
mod unequal_weights;
mod union_membership;
mod unprobed_competency;
mod unprobed_outcome;
mod unrated_question;
mod zero_as_score;

/// All rules, by name.
pub(super) static RULES: &[Rule] = &[
    age::RULE,
    closed_question::RULE,
    competency_probed_once::RULE,
    criminal_record::RULE,
    criterion_without_question::RULE,
    debrief_without_independent_scores::RULE,
    family::RULE,
    genetic_information::RULE,
    health::RULE,
    incomplete_stage::RULE,
    indistinct_anchors::RULE,
    leftover_text::RULE,
    level_without_anchor::RULE,
    long_process::RULE,
    military_discharge::RULE,
    mixed_scales::RULE,
    near_duplicate_questions::RULE,
    no_accommodation_offer::RULE,
    no_evidence_space::RULE,
    no_room_for_notes::RULE,
    no_time_for_candidate::RULE,
    only_optional_rating::RULE,
    origin::RULE,
    question_without_competency::RULE,
    religion::RULE,
    salary_history::RULE,
    too_many_competencies::RULE,
    trait_anchor::RULE,
    unequal_weights::RULE,
    union_membership::RULE,
    unprobed_competency::RULE,
    unprobed_outcome::RULE,
    unrated_question::RULE,
    zero_as_score::RULE,
];
