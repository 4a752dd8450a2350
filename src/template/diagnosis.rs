//! Why a template cannot be rendered, told to its author: the place, the name that is wrong there,
//! and the names that there are.
//!
//! 1. The template is rendered again, while the engine keeps track of where values come from: it
//!    then names the expression that is not defined.
//! 2. [`scope`] finds out which variables there are at that place, and how far the expression leads.
//! 3. The nearest name is suggested.

use super::failure;
use super::names::Unknown;
use super::scope::{self, DeadEnd, Spot};
use crate::finding::{Finding, Place, Source, nearest, quoted, quoted_list};
use minijinja::value::ValueKind;
use minijinja::{Environment, Error, Value};
use std::sync::Arc;

/// What is wrong in a template that failed with `error`. `source` has the texts of the templates.
pub(crate) fn diagnose(
    error: &Error,
    environment: &Environment<'static>,
    rendering: &str,
    values: &Value,
    source: &dyn Fn(&str) -> Arc<Source>,
) -> Finding {
    let mut environment = environment.clone();
    environment.set_debug(true);
    let again = environment.get_template(rendering);
    let again = again.and_then(|it| it.render(values)).err();
    let error = failure::innermost(again.as_ref().unwrap_or(error));
    let template = error.name().unwrap_or(rendering);
    let source = source(template);
    let span = failure::span(error, &source.text);
    if let Some(unknown) = Unknown::of(error, &environment) {
        let written = source.text[span.clone()].find(unknown.name);
        let place = written.map_or(span.clone(), |at| {
            let start = span.start + at;
            start..start + unknown.name.len()
        });
        let finding = failure::finding(Place::new(&source, place), unknown.message());
        return unknown.suggest(finding);
    }
    let spot = Spot {
        environment: &environment,
        rendering,
        values,
        template,
        text: &source.text,
        at: span.start,
    };
    let undefined = undefined(error).map(str::to_owned);
    match undefined.and_then(|expression| not_defined(&expression, spot, &source)) {
        Some(finding) => finding,
        None => failure::error(error, &source, span),
    }
}

/// The expression that an error says is not defined.
fn undefined(error: &Error) -> Option<&str> {
    let (before, _) = error.detail()?.split_once("` is undefined")?;
    Some(before.rsplit_once('`')?.1)
}

/// The finding for an expression that is not defined, if it can be told why.
fn not_defined(expression: &str, spot: Spot<'_>, source: &Arc<Source>) -> Option<Finding> {
    let scope = spot.scope();
    let end = scope::follow(expression, &scope)?;
    let tag = spot.tag();
    let written = source.text[tag.clone()].find(expression);
    let place = match written {
        Some(at) => {
            let start = tag.start + at;
            Place::new(source, start + end.range.start..start + end.range.end)
        }
        None => Place::new(source, tag),
    };
    let message = format!("{} is not defined here", quoted(expression));
    let mut finding = failure::finding(place, message);
    let known = match &end.owner {
        None => scope.keys().cloned().collect(),
        Some((_, owner)) => scope::fields(owner),
    };
    let meant = nearest(end.name, known.iter().map(String::as_str));
    if let (Some(meant), true) = (meant, written.is_some()) {
        finding = finding.replace_with(meant);
    }
    let (label, help) = advice(&end, &known, meant);
    Some(finding.label(label).help(help))
}

/// What the place is, and what to write there.
fn advice(end: &DeadEnd<'_>, known: &[String], meant: Option<&str>) -> (String, String) {
    let names = || quoted_list(known.iter().map(String::as_str));
    let instead = meant.map_or_else(String::new, |meant| format!("write {}; ", quoted(meant)));
    let Some((owner, value)) = &end.owner else {
        let label = "no variable has this name".to_owned();
        return (label, format!("{instead}there are {}", names()));
    };
    let owner = quoted(owner);
    match value.kind() {
        ValueKind::Map => (
            format!("not in {owner}"),
            format!("{instead}{owner} has {}", names()),
        ),
        ValueKind::Seq | ValueKind::Iterable => (
            format!("{owner} is a list"),
            format!(
                "go through the list: `{{% for item in {} %}}`",
                owner.trim_matches('`')
            ),
        ),
        ValueKind::None => (
            format!("the guide has no {owner} here"),
            format!("ask first: `{{% if {} %}}`", owner.trim_matches('`')),
        ),
        _ => (
            format!("{owner} is one value, without parts"),
            format!("print it as it is: `{{{{ {} }}}}`", owner.trim_matches('`')),
        ),
    }
}
