//! The stages of the hiring process and the questions asked in them.

use super::{Id, Prose, Scenario, Scorecard, Short, TemplateName};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A length of time in minutes.
pub type Minutes = u16;

/// One step of the hiring process.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Short name of the stage, unique in the guide; also part of its file names.
    pub id: Id,
    /// What kind of step this is: an `interview`, an `assessment` with a scenario,
    /// the `debrief` of the panel, the calls to `references`, or any other `session`.
    pub kind: StageKind,
    /// The template of its packet, where it is not the usual one for its kind: `site-visit.md`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateName>,
    /// Title, as printed on its packet. Candidates see it too.
    #[schemars(extend("x-audience" = "public"))]
    pub title: Short,
    /// True when not every candidate goes through this stage.
    #[serde(default)]
    pub optional: bool,
    /// How long the stage takes, in minutes.
    #[schemars(range(min = 5, max = 480))]
    pub minutes: Minutes,
    /// Who leads it, by role: "Recruiter". Candidates see it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "candidate"))]
    pub interviewer: Option<Short>,
    /// How many people lead it, when they are more than one. In the debrief, each of them has a line
    /// at the table and a column of scores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 12))]
    pub interviewers: Option<u8>,
    /// Where it takes place: "By video or in person". Candidates see it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "candidate"))]
    pub setting: Option<Short>,
    /// One line for the "hiring process" list of the posting. Public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "public"))]
    pub for_posting: Option<Short>,
    /// How to lead the stage, and what to tell the candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<Directions>,
    /// How the time is spent, in order. The minutes add up to those of the stage.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
    /// The questions, in the order in which to ask them.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Questions in titled groups, such as "for each earlier role". Used instead of `questions`.
    #[serde(default)]
    pub groups: Vec<QuestionGroup>,
    /// The exercise. Only in a stage of kind `assessment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Scenario>,
    /// The rating form of the stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scorecard: Option<Scorecard>,
}

impl Stage {
    /// All questions of the stage, grouped or not, in order.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions
            .iter()
            .chain(self.groups.iter().flat_map(|group| &group.questions))
    }
}

/// What kind of step a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StageKind {
    /// Questions, put to the candidate.
    Interview,
    /// A scenario that the candidate works on, then questions about it.
    Assessment,
    /// The panel compares its scorecards and decides.
    Debrief,
    /// Calls to people the candidate has worked for or with.
    References,
    /// Any other step: a visit, a presentation, a meal with the team. It has what its guide gives it.
    Session,
}

impl StageKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Interview,
        Self::Assessment,
        Self::Debrief,
        Self::References,
        Self::Session,
    ];

    /// The name, as in a guide.
    pub fn name(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Assessment => "assessment",
            Self::Debrief => "debrief",
            Self::References => "references",
            Self::Session => "session",
        }
    }
}

/// How to lead a stage, and what to tell the candidate.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Directions {
    /// For the interviewer: the purpose of the stage, then good practice. Internal.
    pub interviewer: Prose,
    /// What the interviewer reads out at the start. Internal, but written to be heard by the candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_aloud: Option<Prose>,
    /// What the candidate is told beforehand. A stage with this text gets a candidate brief.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "candidate"))]
    pub candidate: Option<Prose>,
}

/// One part of a stage's time. Candidates see it in their brief.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// How long it takes, in minutes.
    #[schemars(range(min = 1, max = 480))]
    pub minutes: Minutes,
    /// What happens: "Welcome and introductions". Candidates see it.
    #[schemars(extend("x-audience" = "candidate"))]
    pub activity: Short,
    /// A word or two for the time bar on the interviewer's sheet: "welcome".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Short>,
    /// True for the part in which the questions of this stage are asked.
    #[serde(default)]
    pub questions: bool,
}

/// Questions that belong together.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionGroup {
    /// Short name of the group, unique in its stage.
    pub id: Id,
    /// Title of the group.
    pub title: Short,
    /// How to use the group: "Repeat for every role, oldest first".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose>,
    /// For what all of them are asked again, as the end of a line: "for each earlier role". The
    /// minutes of the questions are then those of all rounds together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Short>,
    /// The questions of the group.
    #[schemars(length(min = 1))]
    pub questions: Vec<Question>,
}

/// One question, with what to listen for and how to dig deeper.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Short name of the question, unique in its stage. It names the note field of the form.
    pub id: Id,
    /// The words to say.
    pub ask: Short,
    /// Ids of the competencies this question gives evidence of.
    #[serde(default)]
    pub competencies: Vec<Id>,
    /// Minutes to spend on it. Left out, the time is shared evenly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 240))]
    pub minutes: Option<Minutes>,
    /// What to listen for, one line each.
    #[serde(default)]
    pub cover: Vec<Short>,
    /// Scripted probes for when the first answer is thin.
    #[serde(default)]
    pub follow_ups: Vec<Short>,
    /// How to use the question or read the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Prose>,
}
