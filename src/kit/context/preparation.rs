//! What the candidate's preparation packet knows. Nothing in it comes from elsewhere in the guide.

use super::faq::{Answer, answers};
use super::{Head, Step};
use crate::guide::{CandidatePrep, Checklist, Frame, Phrases, Plan, Principles, Script};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The context of `candidate-prep.md`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Preparation {
    /// What every packet knows about itself.
    head: Head,
    /// What to know before.
    intro: Markdown,
    /// Stories to tell; may be empty.
    scripts: Vec<Steps>,
    /// Plans to follow; may be empty.
    plans: Vec<Steps>,
    /// Lists to tick off; may be empty.
    checklists: Vec<Ticks>,
    /// Phrases by situation; may be empty.
    phrase_bank: Vec<Phrasebook>,
    /// Forms to fill in; may be empty.
    frames: Vec<Form>,
    /// Rules of thumb; may be empty.
    principles: Vec<Points>,
    /// Questions that readers ask, with answers.
    faq: Vec<Answer>,
}

/// Parts with a name each, in order: a script or a plan.
#[derive(Debug, Serialize, JsonSchema)]
struct Steps {
    /// Its title.
    title: Markdown,
    /// What to say before it.
    intro: Option<Markdown>,
    /// Its parts, in their order.
    steps: Vec<Step>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Ticks {
    /// Its title.
    title: Markdown,
    /// What to say before it.
    intro: Option<Markdown>,
    /// What to tick off.
    items: Vec<Tick>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Tick {
    /// What there is to say.
    text: Markdown,
    /// The id of its form field.
    field: Markdown,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Phrasebook {
    /// When they help.
    situation: Markdown,
    /// The phrases.
    phrases: Vec<Markdown>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Form {
    /// Its title.
    title: Markdown,
    /// What to say before it.
    intro: Option<Markdown>,
    /// What to fill in.
    fields: Vec<Blank>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Blank {
    /// Its name.
    name: Markdown,
    /// What to write there.
    prompt: Markdown,
    /// The id of its form field.
    field: Markdown,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Points {
    /// Its title.
    title: Markdown,
    /// What to say before it.
    intro: Option<Markdown>,
    /// The rules.
    points: Vec<Step>,
}

impl Preparation {
    pub(in crate::kit) fn new(head: Head, prep: &CandidatePrep, words: &Words<'_>) -> Self {
        Self {
            head,
            intro: words.prose(&prep.intro),
            scripts: prep.scripts.iter().map(|it| script(it, words)).collect(),
            plans: prep.plans.iter().map(|it| plan(it, words)).collect(),
            checklists: prep.checklists.iter().map(|it| ticks(it, words)).collect(),
            phrase_bank: prep
                .phrase_bank
                .iter()
                .map(|it| phrasebook(it, words))
                .collect(),
            frames: prep.frames.iter().map(|it| form(it, words)).collect(),
            principles: prep.principles.iter().map(|it| points(it, words)).collect(),
            faq: answers(&prep.faq, words),
        }
    }
}

fn script(script: &Script, words: &Words<'_>) -> Steps {
    let parts = script.parts.iter();
    Steps {
        title: words.line(&script.title),
        intro: words.prose_if(script.intro.as_ref()),
        steps: parts
            .map(|it| Step::new(&it.name, &it.say, words))
            .collect(),
    }
}

fn plan(plan: &Plan, words: &Words<'_>) -> Steps {
    let steps = plan.steps.iter();
    Steps {
        title: words.line(&plan.title),
        intro: words.prose_if(plan.intro.as_ref()),
        steps: steps
            .map(|it| Step::new(&it.name, &it.text, words))
            .collect(),
    }
}

fn ticks(list: &Checklist, words: &Words<'_>) -> Ticks {
    let items = list.items.iter().enumerate().map(|(at, text)| Tick {
        text: words.line(text),
        field: Markdown::trusted(format!("candidate-prep.{}.{}", list.id, at + 1)),
    });
    Ticks {
        title: words.line(&list.title),
        intro: words.prose_if(list.intro.as_ref()),
        items: items.collect(),
    }
}

fn phrasebook(phrases: &Phrases, words: &Words<'_>) -> Phrasebook {
    Phrasebook {
        situation: words.line(&phrases.situation),
        phrases: words.lines(&phrases.phrases),
    }
}

fn form(frame: &Frame, words: &Words<'_>) -> Form {
    let fields = frame.fields.iter().map(|field| Blank {
        name: words.line(&field.name),
        prompt: words.line(&field.prompt),
        field: Markdown::trusted(format!("candidate-prep.{}.{}", frame.id, field.id)),
    });
    Form {
        title: words.line(&frame.title),
        intro: words.prose_if(frame.intro.as_ref()),
        fields: fields.collect(),
    }
}

fn points(principles: &Principles, words: &Words<'_>) -> Points {
    let points = principles.points.iter().map(|point| Step {
        name: words.line(&point.name),
        text: words.prose(&point.text),
    });
    Points {
        title: words.line(&principles.title),
        intro: words.prose_if(principles.intro.as_ref()),
        points: points.collect(),
    }
}
