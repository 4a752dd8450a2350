//! Coverage: which stage asks for and rates what, and what no stage covers.
//!
//! The handbook prints it, and `hirekit coverage` shows it in a terminal ([`text`]).

mod gaps;
pub mod text;

pub use gaps::{Gap, GapLabel};

use crate::guide::{Competency, Guide, Id, Outcome, Stage};
use schemars::JsonSchema;
use serde::Serialize;

/// Who covers what in a guide.
#[derive(Debug)]
pub struct Coverage<'g> {
    /// The stages: the columns of everything below.
    pub stages: Vec<&'g Stage>,
    /// How each competency is covered, stage by stage.
    pub competencies: Vec<(&'g Competency, Vec<Covered>)>,
    /// Which stages rate each outcome.
    pub outcomes: Vec<(&'g Outcome, Vec<bool>)>,
    /// The minutes of all stages that every candidate goes through.
    pub minutes: u32,
    /// The minutes that optional stages add.
    pub optional_minutes: u32,
    /// What is covered by nobody, or badly.
    pub gaps: Vec<Gap<'g>>,
}

/// How a stage covers a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Covered {
    /// How many of its questions ask for it.
    pub asked: usize,
    /// Whether its scorecard rates it.
    pub rated: bool,
}

impl<'g> Coverage<'g> {
    /// The coverage of a guide.
    pub fn of(guide: &'g Guide) -> Self {
        let stages: Vec<&Stage> = guide.stages.iter().collect();
        let covered = |id: &Id| stages.iter().map(|stage| covered(stage, id)).collect();
        let minutes = |optional: bool| {
            let counted = stages.iter().filter(|stage| stage.optional == optional);
            counted.map(|stage| u32::from(stage.minutes)).sum()
        };
        let competencies = guide.competencies.iter();
        let competencies = competencies.map(|it| (it, covered(&it.id))).collect();
        let outcomes = guide.outcomes.iter();
        let outcomes = outcomes
            .map(|it| {
                (
                    it,
                    stages.iter().map(|stage| rates_outcomes(stage)).collect(),
                )
            })
            .collect();
        let mut coverage = Self {
            competencies,
            outcomes,
            minutes: minutes(false),
            optional_minutes: minutes(true),
            gaps: Vec::new(),
            stages,
        };
        coverage.gaps = gaps::gaps(&coverage);
        coverage
    }

    /// The minutes of all stages, optional ones included.
    pub fn total_minutes(&self) -> u32 {
        self.minutes + self.optional_minutes
    }
}

fn covered(stage: &Stage, competency: &Id) -> Covered {
    let questions = stage.all_questions();
    let mut criteria = stage.scorecard.iter().flat_map(|card| &card.criteria);
    Covered {
        asked: questions
            .filter(|question| question.competencies.contains(competency))
            .count(),
        rated: criteria.any(|criterion| criterion.competency.as_ref() == Some(competency)),
    }
}

fn rates_outcomes(stage: &Stage) -> bool {
    stage
        .scorecard
        .as_ref()
        .is_some_and(|card| card.rate_outcomes)
}

/// Minutes as people say them: "45 min", "6 h 15 min".
pub fn in_words(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests;
