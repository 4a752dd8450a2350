//! What no stage covers, or not enough.

use super::Coverage;
use crate::guide::{Competency, Outcome, Short, Stage};
use crate::labels::{Gaps, Pattern};

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

/// What to say of a gap.
#[derive(Debug)]
pub enum GapLabel<'a> {
    /// These words.
    Plain(&'a str),
    /// These words, about a stage.
    About(&'a Pattern, &'a Stage),
}

impl<'g> Gap<'g> {
    /// The competency or outcome that it is about.
    pub fn subject(&self) -> &'g Short {
        match *self {
            Self::NeverAsked(it)
            | Self::AskedOnce(it, _)
            | Self::NeverRated(it)
            | Self::RatedUnasked(it, _) => &it.name,
            Self::OutcomeNeverRated(it) => &it.name,
        }
    }

    /// What is wrong.
    pub fn label<'a>(&self, labels: &'a Gaps) -> GapLabel<'a>
    where
        'g: 'a,
    {
        match *self {
            Self::NeverAsked(_) => GapLabel::Plain(&labels.never_asked),
            Self::AskedOnce(_, stage) => GapLabel::About(&labels.asked_once, stage),
            Self::NeverRated(_) | Self::OutcomeNeverRated(_) => {
                GapLabel::Plain(&labels.never_rated)
            }
            Self::RatedUnasked(_, stage) => GapLabel::About(&labels.rated_unasked, stage),
        }
    }
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
