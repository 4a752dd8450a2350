//! What the interviewer's packets know: directions, questions, scorecard.

use super::drill::DrillCard;
use super::matrix::Matrix;
use super::{Head, ScorecardForm};
use crate::guide::{Directions, Guide, Minutes, Question, Scenario, Stage, StageKind};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `interview.md` and of `references.md`: a reference call is an interview too.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Interview {
    /// What every packet knows about itself.
    head: Head,
    /// The stage, for whoever leads it.
    stage: Sheet,
    /// The scorecard, when the stage has one.
    scorecard: Option<ScorecardForm>,
}

/// The context of `assessment.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// What every packet knows about itself.
    head: Head,
    /// The stage, for whoever leads it.
    stage: Sheet,
    /// The exercise, when there is one.
    scenario: Option<Exercise>,
    /// Sudden turns to put to the candidate; may be empty.
    drills: Vec<DrillCard>,
    /// The scorecard, when the stage has one.
    scorecard: Option<ScorecardForm>,
}

/// What the interviewer needs to lead a stage.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sheet {
    /// Start of the ids of all fields on the sheet: `screening`.
    field: Markdown,
    /// Its title.
    title: Markdown,
    /// How long it takes.
    minutes: Minutes,
    /// Who leads it.
    interviewer: Option<Markdown>,
    /// Where and how it takes place.
    setting: Option<Markdown>,
    /// Whether it is left out for some candidates.
    optional: bool,
    /// Whether it is a call to a reference.
    references: bool,
    /// Its place in the process, from 1.
    number: usize,
    /// How many stages there are.
    stages: usize,
    /// How the time is used; may be empty.
    agenda: Vec<Part>,
    /// What the interviewer does first.
    directions: Option<Aloud>,
    /// The questions in their groups; a single group without a title when there are none.
    groups: Vec<Group>,
}

/// One part of the time.
#[derive(Debug, Serialize, JsonSchema)]
struct Part {
    /// How long it takes.
    minutes: Minutes,
    /// The same in a word or two.
    label: Markdown,
    /// What is done in it.
    activity: Markdown,
}

/// The directions, as far as the interviewer reads them.
#[derive(Debug, Serialize, JsonSchema)]
struct Aloud {
    /// What the interviewer does before the start.
    interviewer: Markdown,
    /// What is read aloud to the candidate.
    read_aloud: Option<Markdown>,
}

/// Questions under a common title, or the only, untitled group.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Group {
    /// The title of the group.
    title: Option<Markdown>,
    /// What to know about its questions.
    note: Option<Markdown>,
    /// For what they are asked again, as the end of a line: "for each earlier role".
    pub(super) repeat: Option<Markdown>,
    /// The questions, in their order.
    pub(super) questions: Vec<Asked>,
}

/// A question, ready to print.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Asked {
    /// Its number in the packet, from 1.
    pub(super) number: usize,
    /// Start of the ids of its form fields: `screening.technical-knowledge`.
    field: Markdown,
    /// The question.
    pub(super) ask: Markdown,
    /// The names of the competencies it asks for.
    competencies: Vec<Markdown>,
    /// How long it may take.
    pub(super) minutes: Option<Minutes>,
    /// What to listen for.
    cover: Vec<Markdown>,
    /// What to ask next.
    follow_ups: Vec<Markdown>,
    /// What the interviewer should know about it.
    guidance: Option<Markdown>,
}

/// The exercise, as the interviewer sees it.
#[derive(Debug, Serialize, JsonSchema)]
struct Exercise {
    /// Its title.
    title: Markdown,
    /// The situation.
    brief: Markdown,
    /// Facts to work with.
    facts: Vec<Markdown>,
    /// What the candidate is asked to do.
    tasks: Vec<Markdown>,
    /// A table in which the candidate weighs alternatives.
    matrix: Option<Matrix>,
}

impl Interview {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        Self {
            head,
            stage: Sheet::new(guide, stage, words),
            scorecard: scorecard(guide, stage, words),
        }
    }
}

impl Assessment {
    pub(in crate::kit) fn new(head: Head, guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        Self {
            head,
            stage: Sheet::new(guide, stage, words),
            scenario: stage
                .scenario
                .as_ref()
                .map(|scenario| exercise(stage, scenario, words)),
            drills: drills(stage, words),
            scorecard: scorecard(guide, stage, words),
        }
    }

    /// The questions in their groups, in the order in which they are asked.
    pub(super) fn groups(&self) -> &[Group] {
        &self.stage.groups
    }
}

impl Sheet {
    pub(super) fn new(guide: &Guide, stage: &Stage, words: &Words<'_>) -> Self {
        let number = guide.stages.iter().position(|other| other.id == stage.id);
        Self {
            field: Markdown::trusted(stage.id.to_string()),
            title: words.line(&stage.title),
            minutes: stage.minutes,
            interviewer: stage.interviewer.as_ref().map(|who| words.tied(who)),
            setting: stage.setting.as_ref().map(|place| words.tied(place)),
            optional: stage.optional,
            references: stage.kind == StageKind::References,
            number: number.map_or(1, |at| at + 1),
            stages: guide.stages.len(),
            agenda: agenda(stage, words),
            directions: stage.directions.as_ref().map(|text| aloud(text, words)),
            groups: groups(guide, stage, words),
        }
    }
}

fn scorecard(guide: &Guide, stage: &Stage, words: &Words<'_>) -> Option<ScorecardForm> {
    let card = stage.scorecard.as_ref()?;
    Some(ScorecardForm::new(guide, stage, card, words))
}

fn exercise(stage: &Stage, scenario: &Scenario, words: &Words<'_>) -> Exercise {
    let matrix = scenario.decision_matrix.as_ref();
    Exercise {
        title: words.line(&scenario.title),
        brief: words.prose(&scenario.brief),
        facts: words.lines(&scenario.facts),
        tasks: words.lines(&scenario.tasks),
        matrix: matrix.map(|matrix| Matrix::new(stage, matrix, words)),
    }
}

fn drills(stage: &Stage, words: &Words<'_>) -> Vec<DrillCard> {
    let drills = stage.scenario.iter().flat_map(|scenario| &scenario.drills);
    drills
        .map(|drill| DrillCard::new(stage, drill, words))
        .collect()
}

fn agenda(stage: &Stage, words: &Words<'_>) -> Vec<Part> {
    let parts = stage.agenda.iter().map(|item| Part {
        minutes: item.minutes,
        label: words.line(item.label.as_ref().unwrap_or(&item.activity)),
        activity: words.line(&item.activity),
    });
    parts.collect()
}

fn aloud(directions: &Directions, words: &Words<'_>) -> Aloud {
    Aloud {
        interviewer: words.prose(&directions.interviewer),
        read_aloud: words.prose_if(directions.read_aloud.as_ref()),
    }
}

/// The questions in their groups, numbered through.
fn groups(guide: &Guide, stage: &Stage, words: &Words<'_>) -> Vec<Group> {
    let share = share(stage);
    let mut number = 0;
    let mut asked = |questions: &[Question]| -> Vec<Asked> {
        let ask = |question| {
            number += 1;
            Asked::new(guide, stage, question, number, share, words)
        };
        questions.iter().map(ask).collect()
    };
    let mut groups = Vec::new();
    if !stage.questions.is_empty() {
        groups.push(Group {
            title: None,
            note: None,
            repeat: None,
            questions: asked(&stage.questions),
        });
    }
    for group in &stage.groups {
        groups.push(Group {
            title: Some(words.line(&group.title)),
            note: words.prose_if(group.note.as_ref()),
            repeat: words.line_if(group.repeat.as_ref()),
            questions: asked(&group.questions),
        });
    }
    groups
}

/// The minutes for a question that has none of its own: the time for questions, shared evenly.
fn share(stage: &Stage) -> Option<Minutes> {
    let time: Minutes = stage
        .agenda
        .iter()
        .filter(|part| part.questions)
        .map(|part| part.minutes)
        .sum();
    let given: Minutes = stage
        .all_questions()
        .filter_map(|question| question.minutes)
        .sum();
    let open = stage
        .all_questions()
        .filter(|question| question.minutes.is_none())
        .count();
    let share = time
        .checked_sub(given)?
        .checked_div(Minutes::try_from(open).ok()?)?;
    (share > 0).then_some(share)
}

impl Asked {
    fn new(
        guide: &Guide,
        stage: &Stage,
        question: &Question,
        number: usize,
        share: Option<Minutes>,
        words: &Words<'_>,
    ) -> Self {
        let names = question.competencies.iter().filter_map(|id| {
            let found = guide
                .competencies
                .iter()
                .find(|competency| competency.id == *id)?;
            Some(words.line(&found.name))
        });
        Self {
            number,
            field: Markdown::trusted(format!("{}.{}", stage.id, question.id)),
            ask: words.line(&question.ask),
            competencies: names.collect(),
            minutes: question.minutes.or(share),
            cover: words.lines(&question.cover),
            follow_ups: words.lines(&question.follow_ups),
            guidance: words.prose_if(question.guidance.as_ref()),
        }
    }
}
