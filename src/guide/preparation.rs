//! Candidate preparation: what a candidate is told to prepare, and with what.

use super::{FaqEntry, Id, Prose, Short};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a candidate is told to prepare. All of it is for the candidate: a packet of its own.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CandidatePrep {
    /// What the packet is for, in a paragraph or two.
    pub intro: Prose,
    /// Stories to tell, part by part, with words to start from.
    #[serde(default)]
    pub scripts: Vec<Script>,
    /// Plans for the days before: what to do, in order.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Lists to tick off.
    #[serde(default)]
    pub checklists: Vec<Checklist>,
    /// Useful phrases, by situation.
    #[serde(default)]
    pub phrase_bank: Vec<Phrases>,
    /// Frames to fill in, such as the parts of an investment case.
    #[serde(default)]
    pub frames: Vec<Frame>,
    /// Rules of thumb and points of view, in titled lists.
    #[serde(default)]
    pub principles: Vec<Principles>,
    /// Questions that candidates ask, with answers.
    #[serde(default)]
    pub faq: Vec<FaqEntry>,
}

/// A story to tell, part by part.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Title: "A failure, and how you recovered".
    pub title: Short,
    /// When and how to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// The parts of the story, in order.
    #[schemars(length(min = 1))]
    pub parts: Vec<ScriptPart>,
}

/// One part of a story.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScriptPart {
    /// What this part is about: "What went wrong".
    pub name: Short,
    /// Words to start from.
    pub say: Short,
}

/// What to do, in order.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Title: "Seven days to proof".
    pub title: Short,
    /// What the plan leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// The steps, in order.
    #[schemars(length(min = 1))]
    pub steps: Vec<PlanStep>,
}

/// One step of a plan.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanStep {
    /// When, or what the step is called: "Day 1".
    pub name: Short,
    /// What to do.
    pub text: Short,
}

/// A list to tick off.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Short name of the entry, unique in its list. It names the fields of the form.
    pub id: Id,
    /// Title: "Technical risk".
    pub title: Short,
    /// What the list is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// What to tick off, one line each.
    #[schemars(length(min = 1))]
    pub items: Vec<Short>,
}

/// Useful phrases for one situation.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// The situation: "When someone pushes back".
    pub situation: Short,
    /// What to say, one line each.
    #[schemars(length(min = 1))]
    pub phrases: Vec<Short>,
}

/// A frame to fill in.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Short name of the entry, unique in its list. It names the fields of the form.
    pub id: Id,
    /// Title: "An investment case".
    pub title: Short,
    /// How to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// What to fill in, in order.
    #[schemars(length(min = 1))]
    pub fields: Vec<FrameField>,
}

/// One thing to fill in.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FrameField {
    /// Short name of the field, unique in its frame. It names the field of the form.
    pub id: Id,
    /// What it is: "Return".
    pub name: Short,
    /// What to write there.
    pub prompt: Short,
}

/// A titled list of rules of thumb or points of view.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Principles {
    /// Short name of the entry, unique in its list.
    pub id: Id,
    /// Title: "Three rules for decisions".
    pub title: Short,
    /// A sentence or two before the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<Prose>,
    /// The points, in order.
    #[schemars(length(min = 1))]
    pub points: Vec<Principle>,
}

/// One rule of thumb or point of view.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Principle {
    /// The rule in a few words.
    pub name: Short,
    /// Why, and how to act on it.
    pub text: Prose,
}
