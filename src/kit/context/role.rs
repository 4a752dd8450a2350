//! What the profile knows of the role itself: mandate, people, deliverables, numbers, failures.

use super::Step;
use crate::guide::{
    Deliverable, FailureMode, Industry, Metric, RoleContext, Short, Stakeholder, WorkflowStep,
};
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// The role context, ready to print.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RoleSheet {
    /// What the role is for.
    mission: Markdown,
    /// What the role owns, influences and supports; lists without entries are left out.
    mandate: Vec<Titled>,
    /// The people around the role; may be empty.
    stakeholders: Vec<Person>,
    /// What the role delivers; may be empty.
    deliverables: Vec<Delivered>,
    /// How work goes through the role, step by step; may be empty.
    workflow: Vec<Step>,
    /// The numbers that count; may be empty.
    metrics: Vec<Target>,
    /// How it goes wrong; may be empty.
    failure_modes: Vec<Titled>,
    /// What changes with the industry; may be empty.
    industries: Vec<Titled>,
}

/// Lines under a title.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Titled {
    /// Its title.
    title: Markdown,
    /// The lines, in their order.
    lines: Vec<Markdown>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Person {
    /// Who it is.
    who: Markdown,
    /// What they care about.
    cares_about: Markdown,
    /// What they judge by.
    measures: Option<Markdown>,
    /// When they are hard to work with.
    difficult_when: Option<Markdown>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Delivered {
    /// Its name.
    name: Markdown,
    /// How often.
    cadence: Markdown,
    /// For whom.
    used_by: Markdown,
    /// What it enables.
    enables: Option<Markdown>,
    /// What a good one has.
    good_looks_like: Option<Markdown>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Target {
    /// Its name.
    name: Markdown,
    /// The number to reach.
    target: Markdown,
    /// What it tells.
    measures: Option<Markdown>,
}

impl RoleSheet {
    pub(super) fn new(context: &RoleContext, words: &Words<'_>) -> Self {
        let labels = &words.labels.program.mandate;
        let mandate = [
            (&labels.owns, &context.owns),
            (&labels.influences, &context.influences),
            (&labels.supports, &context.supports),
        ];
        let mandate = mandate.into_iter().filter(|(_, lines)| !lines.is_empty());
        Self {
            mission: words.prose(&context.mission),
            mandate: mandate
                .map(|(title, lines)| Titled {
                    title: words.label(title),
                    lines: words.lines(lines),
                })
                .collect(),
            stakeholders: map(&context.stakeholders, |it| person(it, words)),
            deliverables: map(&context.deliverables, |it| delivered(it, words)),
            workflow: map(&context.workflow, |it: &WorkflowStep| {
                Step::new(&it.name, &it.text, words)
            }),
            metrics: map(&context.metrics, |it| target(it, words)),
            failure_modes: map(&context.failure_modes, |it: &FailureMode| {
                titled(&it.area, &it.examples, words)
            }),
            industries: map(&context.industries, |it: &Industry| {
                titled(&it.name, &it.traits, words)
            }),
        }
    }
}

fn map<T, U>(items: &[T], print: impl Fn(&T) -> U) -> Vec<U> {
    items.iter().map(print).collect()
}

fn titled(title: &Short, lines: &[Short], words: &Words<'_>) -> Titled {
    Titled {
        title: words.line(title),
        lines: words.lines(lines),
    }
}

fn person(stakeholder: &Stakeholder, words: &Words<'_>) -> Person {
    Person {
        who: words.line(&stakeholder.who),
        cares_about: words.line(&stakeholder.cares_about),
        measures: words.line_if(stakeholder.measures.as_ref()),
        difficult_when: words.line_if(stakeholder.difficult_when.as_ref()),
    }
}

fn delivered(deliverable: &Deliverable, words: &Words<'_>) -> Delivered {
    Delivered {
        name: words.line(&deliverable.name),
        cadence: words.line(&deliverable.cadence),
        used_by: words.line(&deliverable.used_by),
        enables: words.line_if(deliverable.enables.as_ref()),
        good_looks_like: words.line_if(deliverable.good_looks_like.as_ref()),
    }
}

fn target(metric: &Metric, words: &Words<'_>) -> Target {
    Target {
        name: words.line(&metric.name),
        target: words.line(&metric.target),
        measures: words.line_if(metric.measures.as_ref()),
    }
}
