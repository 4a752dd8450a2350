//! What no stage covers, or not enough.

use super::Coverage;
use crate::guide::{Competency, Outcome, Stage};

/// Something that is covered by nobody, or badly.
#[derive(Debug, Clone, Copy)]
pub enum Gap<'g> {
    /// No question asks for this competency.
    NeverAsked(&'g Competency),
    /// Only this stage asks for this competency, so that one interviewer decides about it.
    AskedOnce(&'g Competency, &'g Stage),
    /// No scorecard rates this competency.
    NeverRated(&'g Competency),
    /// This stage rates this competency, and none of its questions asks for it.
    RatedUnasked(&'g Competency, &'g Stage),
    /// No scorecard rates this outcome.
    OutcomeNeverRated(&'g Outcome),
}

/// All gaps, competencies first.
pub(super) fn gaps<'g>(coverage: &Coverage<'g>) -> Vec<Gap<'g>> {
    let mut gaps = Vec::new();
    for (competency, cells) in &coverage.competencies {
        let by_stage = || coverage.stages.iter().zip(cells);
        let asking: Vec<_> = by_stage().filter(|(_, cell)| cell.asked > 0).collect();
        match asking.as_slice() {
            [] => gaps.push(Gap::NeverAsked(competency)),
            [(stage, _)] => gaps.push(Gap::AskedOnce(competency, stage)),
            _ => {}
        }
        if !cells.iter().any(|cell| cell.rated) {
            gaps.push(Gap::NeverRated(competency));
        }
        // What nobody asks is named once, not once more for each scorecard.
        let unasked = by_stage().filter(|(_, cell)| cell.rated && cell.asked == 0);
        if !asking.is_empty() {
            gaps.extend(unasked.map(|(stage, _)| Gap::RatedUnasked(competency, stage)));
        }
    }
    let unrated = coverage.outcomes.iter();
    let unrated = unrated.filter(|(_, rated)| !rated.contains(&true));
    gaps.extend(unrated.map(|(outcome, _)| Gap::OutcomeNeverRated(outcome)));
    gaps
}
