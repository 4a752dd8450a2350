//! A drill, ready to print: what happens, and what a strong answer holds. Internal.

use crate::guide::{Drill, Message, Stage};
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// A sudden turn to put to the candidate.
#[derive(Debug, Serialize)]
pub struct DrillCard {
    title: Markdown,
    setting: Option<Markdown>,
    trigger: Markdown,
    warning_signs: Vec<Markdown>,
    first_response: Vec<Step>,
    message: Option<Letter>,
    field: Markdown,
}

#[derive(Debug, Serialize)]
struct Step {
    when: Markdown,
    action: Markdown,
}

#[derive(Debug, Serialize)]
struct Letter {
    to: Option<Markdown>,
    subject: Option<Markdown>,
    text: Markdown,
}

impl DrillCard {
    pub(super) fn new(stage: &Stage, drill: &Drill, words: &Words<'_>) -> Self {
        let steps = drill.first_response.iter().map(|step| Step {
            when: words.line(&step.when),
            action: words.line(&step.action),
        });
        Self {
            title: words.line(&drill.title),
            setting: words.line_if(drill.setting.as_ref()),
            trigger: words.prose(&drill.trigger),
            warning_signs: words.lines(&drill.warning_signs),
            first_response: steps.collect(),
            message: drill.message.as_ref().map(|message| letter(message, words)),
            field: Markdown::trusted(format!("{}.{}", stage.id, drill.id)),
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
