//! A drill, ready to print: what happens, and what a strong answer holds. Internal.

use crate::guide::{Drill, Message, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// A sudden turn to put to the candidate.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DrillCard {
    /// Its title.
    title: Markdown,
    /// Where and how it takes place.
    setting: Option<Markdown>,
    /// What happens, to be read aloud.
    trigger: Markdown,
    /// Signs that somebody could have seen coming.
    warning_signs: Vec<Markdown>,
    /// What a strong candidate does, step by step.
    first_response: Vec<Step>,
    /// A message that a strong candidate might send.
    message: Option<Letter>,
    /// Start of the ids of its form fields.
    field: Markdown,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Step {
    /// When it is done.
    when: Markdown,
    /// What is done.
    action: Markdown,
    /// The id of its form field: it is ticked when it is heard.
    field: Markdown,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Letter {
    /// Whom it goes to.
    to: Option<Markdown>,
    /// What it is about.
    subject: Option<Markdown>,
    /// The message.
    text: Markdown,
}

impl DrillCard {
    pub(super) fn new(stage: &Stage, drill: &Drill, words: &Words<'_>) -> Self {
        let field = format!("{}.{}", stage.id, drill.id);
        let steps = drill.first_response.iter().enumerate();
        let steps = steps.map(|(at, step)| Step {
            when: words.line(&step.when),
            action: words.line(&step.action),
            field: Markdown::trusted(format!("{field}.first-response.{}", at + 1)),
        });
        Self {
            title: words.line(&drill.title),
            setting: words.line_if(drill.setting.as_ref()),
            trigger: words.prose(&drill.trigger),
            warning_signs: words.lines(&drill.warning_signs),
            first_response: steps.collect(),
            message: drill.message.as_ref().map(|message| letter(message, words)),
            field: Markdown::trusted(field),
        }
    }
}

fn letter(message: &Message, words: &Words<'_>) -> Letter {
    Letter {
        to: words.line_if(message.to.as_ref()),
        subject: words.line_if(message.subject.as_ref()),
        text: words.prose(&message.text),
    }
}
