//! The guide: one role definition, as plain data.
//!
//! These types *are* the format. [`crate::schema`] derives the JSON Schema from them (every
//! doc comment below becomes a description in the reader's editor), `check` holds a file against
//! that schema, and a file that passes deserialises into [`Guide`] without further errors.
//!
//! Field order is the order in which a person would write the file.

mod audience;
mod codes;
mod context;
mod listing;
mod posting;
mod preparation;
mod profile;
mod scenario;
mod scorecard;
mod stage;
mod text;

pub use audience::Audience;
pub(crate) use codes::{country_meant, currency_meant, is_country, is_currency};
pub use context::{
    Deliverable, FailureMode, Industry, Metric, RoleContext, Stakeholder, WorkflowStep,
};
pub use listing::{Employment, Listing, PayPeriod, PayRange, Workplace};
pub use posting::{Posting, Process, ProcessStep, WhyJoin};
pub use preparation::{
    CandidatePrep, Checklist, Frame, FrameField, Phrases, Plan, PlanStep, Principle, Principles,
    Script, ScriptPart,
};
pub use profile::{CvMistake, CvScan, Profile};
pub use scenario::{DecisionMatrix, Drill, Message, ResponseStep, Scenario, WeightedCriterion};
pub use scorecard::{Anchors, Criterion, Scale, Scorecard, Weight};
pub use stage::{AgendaItem, Directions, Minutes, Question, QuestionGroup, Stage, StageKind};
pub use text::{Country, Date, Id, Language, Prose, Short, TemplateName};

use crate::labels::ENGLISH;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the guide format that this program reads and writes.
pub const FORMAT: u8 = 1;

/// An interview guide: everything a hiring team needs to know, ask and rate for one role.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Version of this file format. Always 1 today.
    #[schemars(range(min = 1, max = 1))]
    pub format: u8,
    /// Short name of the guide, also the name of its output folder: lower-case letters, digits and hyphens.
    pub id: Id,
    /// The job title, as candidates will see it.
    #[schemars(extend("x-audience" = "public"))]
    pub role: Short,
    /// The language that the guide is written in, as a BCP 47 tag: `en` (the default), `de`, `fr`, `es`.
    /// What hirekit itself prints is in that language too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// One paragraph on what the role is for. Internal.
    pub summary: Prose,
    /// Tips for using this kit, one per entry. Internal; printed in the handbook.
    #[serde(default)]
    pub how_to: Vec<Prose>,
    /// Blanks such as `[Company]` that the texts below may use, by name.
    #[serde(default)]
    pub placeholders: BTreeMap<String, Placeholder>,
    /// Rating scales by id. `rating` (0 to 4) exists without being declared.
    #[serde(default)]
    pub scales: BTreeMap<Id, Scale>,
    /// What a good candidate shows. Questions and scorecard rows refer to these by id.
    #[schemars(length(min = 1))]
    pub competencies: Vec<Competency>,
    /// What the hire must achieve, each with a date or a number.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
    /// What the job really is: its mandate, the people around it, how it fails. Internal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<RoleContext>,
    /// The public job posting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "public"))]
    pub posting: Option<Posting>,
    /// The internal profile of the candidate you are looking for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The steps of the hiring process, in the order in which they happen.
    #[schemars(length(min = 1))]
    pub stages: Vec<Stage>,
    /// What a candidate is told to prepare, in a packet of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-audience" = "candidate"))]
    pub candidate_prep: Option<CandidatePrep>,
    /// Questions that interviewers and hiring managers ask about this kit. Internal.
    #[serde(default)]
    pub faq: Vec<FaqEntry>,
    /// What comments in the file excuse, which is no part of the format. Internal; printed in the
    /// handbook.
    #[serde(skip)]
    pub excuses: Vec<Excused>,
}

/// A place in a guide that a rule does not apply to, by a comment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excused {
    /// The name of the rule.
    pub rule: String,
    /// Why it does not apply.
    pub reason: String,
}

impl Guide {
    /// The BCP 47 tag of its language.
    pub fn language(&self) -> &str {
        self.language.as_ref().map_or(ENGLISH, |it| &it.0)
    }

    /// The scale with this id, or the one that scorecards use when they name none. A guide may
    /// declare that one anew; where it does not, its levels have the `names`.
    pub fn scale(&self, id: Option<&Id>, names: &[Short; 5]) -> Scale {
        let name = id.map_or(Scale::DEFAULT, Id::as_str);
        let declared = self.scales.iter().find(|(id, _)| id.as_str() == name);
        declared.map_or_else(|| Scale::rating(names), |(_, scale)| scale.clone())
    }
}

/// A blank such as `[Company]`.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// What to fill in, for the person who fills it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// When the blank is filled: `build` (the default) from `hirekit.yaml` or `--fill`;
    /// `print` by hand, on a ruled blank; `spoken` by the interviewer, who says the right name.
    #[serde(default)]
    pub when: When,
    /// The words to use while nothing is filled in, chosen so that every sentence still reads well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
}

/// When a placeholder gets its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// From `hirekit.yaml` or `--fill`, before anything is printed.
    #[default]
    Build,
    /// By hand, on a ruled blank.
    Print,
    /// Aloud: the interviewer says the right name. Printed as it stands.
    Spoken,
}

/// Something a good candidate shows.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Short name that questions and criteria refer to.
    pub id: Id,
    /// The name, as printed.
    pub name: Short,
    /// What it means in this role, in a sentence or two.
    pub description: Prose,
}

/// Something the hire must achieve, with a date or a number.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Short name that scorecards refer to.
    pub id: Id,
    /// A few words, short enough for a scorecard row.
    pub name: Short,
    /// The whole outcome: what, how much, by when.
    pub description: Prose,
    /// Words for each level, used by every scorecard that does not bring its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchors: Option<Anchors>,
}

/// A question that readers of a packet ask, with its answer.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaqEntry {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// The question, in the reader's words.
    pub question: Short,
    /// The answer.
    pub answer: Prose,
}
