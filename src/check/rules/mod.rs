//! The rules, one file each.

use super::scale;
use super::stage::Stage;
use super::subject::Subject;
use crate::finding::Example::Run;
use crate::finding::{Explanation, Finding, Place, Severity};

mod bad_placeholder;
mod bidi_control;
mod duplicate_id;
mod heading_in_prose;
pub(super) mod id_does_not_match_file;
mod line_break_in_short_text;
mod listing_fact_missing;
mod listing_fact_wrong;
mod minutes_do_not_fit;
mod missing_anchor;
pub(super) mod missing_glyph;
mod missing_outcome_anchors;
mod no_questions;
mod open_blank;
mod questions_and_groups;
mod raw_html;
mod reserved_id;
mod scale_gap;
mod scenario_misplaced;
mod undeclared_placeholder;
mod unfilled_placeholder;
mod unknown_id;
mod unknown_language;
mod unknown_level;
pub(super) mod unknown_template;
mod unrated_competency;
mod unrated_stage;
mod unsafe_link;
mod unused_placeholder;
mod weights_not_100;

/// All rules, by code.
pub(super) static RULES: &[Rule] = &[
    bad_placeholder::RULE,
    bidi_control::RULE,
    duplicate_id::RULE,
    heading_in_prose::RULE,
    id_does_not_match_file::RULE,
    line_break_in_short_text::RULE,
    listing_fact_missing::RULE,
    listing_fact_wrong::RULE,
    minutes_do_not_fit::RULE,
    missing_anchor::RULE,
    missing_glyph::RULE,
    missing_outcome_anchors::RULE,
    no_questions::RULE,
    open_blank::RULE,
    questions_and_groups::RULE,
    raw_html::RULE,
    reserved_id::RULE,
    scale_gap::RULE,
    scenario_misplaced::RULE,
    undeclared_placeholder::RULE,
    unfilled_placeholder::RULE,
    unknown_id::RULE,
    unknown_language::RULE,
    unknown_level::RULE,
    unknown_template::RULE,
    unrated_competency::RULE,
    unrated_stage::RULE,
    unsafe_link::RULE,
    unused_placeholder::RULE,
    weights_not_100::RULE,
];

/// A rule: what it finds, and how.
pub(super) struct Rule {
    pub(super) explanation: Explanation,
    pub(super) reads: Reads,
    pub(super) check: fn(&Subject<'_>, &mut Vec<Finding>),
}

/// How much of a guide a rule has to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Each value by itself, so the rule can judge the part of a guide before a syntax error.
    EachPlace,
    /// All names that the guide declares, because one further down could make things right.
    AllNames,
    /// All values, because one of them could make things right.
    AllValues,
}

impl Rule {
    fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        self.explanation.finding(place, message)
    }
}
