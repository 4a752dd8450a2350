//! Scorecards: scales, criteria and the words that anchor each level.

use super::{Id, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A share of the whole, in per cent.
pub type Weight = u8;

/// The words for each level of a row, by level number. Level 0 is never worded.
pub type Anchors = BTreeMap<u8, Short>;

/// A rating scale.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// A short name for each level, by number, without gaps. Level 0 means "not enough information".
    #[schemars(length(min = 2))]
    pub levels: BTreeMap<u8, Short>,
}

impl Scale {
    /// The scale that every guide has without declaring one, `rating`, with names for its levels.
    pub fn rating(names: &[Short; 5]) -> Self {
        let levels = Self::RATING.zip(names.iter().cloned());
        Self {
            levels: levels.collect(),
        }
    }

    /// The levels of that scale.
    pub const RATING: RangeInclusive<u8> = 0..=4;

    /// The name of the scale that a scorecard uses when it names none.
    pub const DEFAULT: &'static str = "rating";
}

/// The rating form of a stage.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scorecard {
    /// Id of the scale; `rating` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Id>,
    /// The rows to rate.
    #[schemars(length(min = 1))]
    pub criteria: Vec<Criterion>,
    /// Whether the outcomes of the guide are rated too.
    #[serde(default = "yes")]
    pub rate_outcomes: bool,
    /// Words for the outcome rows of this stage, by outcome id, where the default words do not fit.
    #[serde(default)]
    pub outcomes: BTreeMap<Id, Anchors>,
    /// Whether the form ends with a hire or no-hire recommendation.
    #[serde(default = "yes")]
    pub recommendation: bool,
}

/// One row of a scorecard.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Short name of the row, unique in its scorecard. It names the field of the form.
    pub id: Id,
    /// The name, as printed.
    pub name: Short,
    /// Id of the competency it measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competency: Option<Id>,
    /// Share of the total, in per cent. Give all rows of a scorecard one, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 100))]
    pub weight: Option<Weight>,
    /// The words for each level above 0, so that two interviewers mean the same by a 3.
    pub anchors: Anchors,
}

fn yes() -> bool {
    true
}
