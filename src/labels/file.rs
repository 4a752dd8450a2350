//! A file of labels, held against the labels that English has.
//!
//! A file of a workspace may hold any of them; the others come from the file of the same language
//! that is compiled in, or else are English.

use super::Pattern;
use super::wording::{FORMS, OTHER};
use crate::finding::{
    Example, Explanation, Finding, Place, Severity, nearest, quoted, quoted_list,
};
use crate::yaml::{Node, Value};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

pub(crate) const EXPLANATIONS: &[Explanation] = &[UNKNOWN_LABEL, WRONG_LABEL, MISSING_LABELS];

const UNKNOWN_LABEL: Explanation = Explanation {
    code: "unknown-label",
    severity: Severity::Error,
    summary: "a file of labels has a label that nothing asks for",
    why: "Most likely it is misspelt, and the words that it should have replaced would stay as they are.",
    bad: Example::Told("`templates: {scorecard: {titel: Rating sheet}}` in labels/en.yaml"),
    good: Example::Told("`templates: {scorecard: {title: Rating sheet}}` in labels/en.yaml"),
};

const WRONG_LABEL: Explanation = Explanation {
    code: "wrong-label",
    severity: Severity::Error,
    summary: "a label is not what it has to be",
    why: "A label is a text, with the holes that English has in it. A hole that nothing fills, or a list \
          where a text should be, would leave a blank on paper.",
    bad: Example::Told("`page: Seite {number}` in labels/de.yaml"),
    good: Example::Told("`page: Seite {page} von {count}` in labels/de.yaml"),
};

const MISSING_LABELS: Explanation = Explanation {
    code: "missing-labels",
    severity: Severity::Warning,
    summary: "a file of labels does not have all labels of its language",
    why: "Labels that a language lacks are printed in English, in the middle of its own.",
    bad: Example::Told("a file labels/nl.yaml with half of the labels"),
    good: Example::Told("a file labels/nl.yaml with a label for each in English"),
};

/// The labels that `own` has, on top of those of `base`, and what is wrong with them.
/// `english` says which labels there are.
pub(super) fn on_top(own: &Node, base: Json, english: &Json) -> (Json, Vec<Finding>) {
    let mut findings = Vec::new();
    let merged = merged(own, Some(base), english, &mut findings);
    (merged.unwrap_or(Json::Null), findings)
}

/// The labels that English has and `labels` do not, by their paths.
pub(super) fn missing(labels: &Json, english: &Json) -> Vec<String> {
    let mut paths = Vec::new();
    collect_missing(Some(labels), english, "", &mut paths);
    paths
}

/// The finding for a file without the labels of these paths.
pub(super) fn lacks(place: Place, missing: &[String]) -> Finding {
    /// More names than this are not read.
    const MOST: usize = 6;
    let names = missing.iter().take(MOST).map(String::as_str);
    let more = match missing.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let names = quoted_list(names);
    MISSING_LABELS
        .finding(place, format!("there are no labels here for {names}{more}"))
        .label("these are printed in English")
        .help("add them: `templates/labels/en.yaml` of hirekit says what each is for")
}

/// A finding about a label that cannot be used.
pub(super) fn wrong(place: Place, message: impl Into<String>) -> Finding {
    WRONG_LABEL.finding(place, message.into())
}

fn merged(
    own: &Node,
    base: Option<Json>,
    english: &Json,
    findings: &mut Vec<Finding>,
) -> Option<Json> {
    let usable = match english {
        Json::Object(fields) if !is_forms(fields) => {
            return section(own, base, fields, findings);
        }
        Json::Array(items) => list(own, items.len()),
        other => label(own, other),
    };
    match usable {
        Ok(()) => Some(own.to_json()),
        Err(message) => {
            findings.push(wrong(own.place.clone(), message));
            base
        }
    }
}

fn section(
    own: &Node,
    base: Option<Json>,
    english: &Map<String, Json>,
    findings: &mut Vec<Finding>,
) -> Option<Json> {
    let mut all = match base {
        Some(Json::Object(fields)) => fields,
        _ => Map::new(),
    };
    if !matches!(own.value, Value::Map(_) | Value::Null) {
        let message = "labels with names belong here";
        findings.push(wrong(own.place.clone(), message));
    }
    for (key, node) in own.fields() {
        let Some(shape) = english.get(&key.name) else {
            findings.push(unknown(&key.name, key.place.clone(), english));
            continue;
        };
        let base = all.remove(&key.name);
        if let Some(value) = merged(node, base, shape, findings) {
            all.insert(key.name.clone(), value);
        }
    }
    Some(Json::Object(all))
}

fn unknown(name: &str, place: Place, english: &Map<String, Json>) -> Finding {
    let message = format!("there is no label {}", quoted(name));
    let finding = UNKNOWN_LABEL.finding(place, message).label("unknown label");
    let names = || english.keys().map(String::as_str);
    match nearest(name, names()) {
        Some(meant) => finding.replace_with(meant),
        None => finding.help(format!("use one of {}", quoted_list(names()))),
    }
}

fn list(own: &Node, length: usize) -> Result<(), String> {
    let are_texts = own.items().iter().all(|item| item.text().is_some());
    match own.items().len() == length && are_texts {
        true => Ok(()),
        false => Err(format!("a list of {length} texts belongs here")),
    }
}

/// Whether a label is a text, or has forms where English has some, with no holes but those of
/// English.
fn label(own: &Node, english: &Json) -> Result<(), String> {
    let known = holes_of(english);
    let holes = |text: &str| {
        let pattern = Pattern::parse(text)?;
        match pattern.holes().into_iter().find(|it| !known.contains(*it)) {
            Some(hole) if known.is_empty() => {
                Err(format!("this label has no holes, such as {}", quoted(hole)))
            }
            Some(hole) => {
                let known = quoted_list(known.iter().map(String::as_str));
                Err(format!("there is no hole {}, only {known}", quoted(hole)))
            }
            None => Ok(()),
        }
    };
    if let Some(text) = own.text() {
        return holes(text);
    }
    if !english.is_object() || own.fields().is_empty() {
        return Err("a text belongs here: put it in quotation marks".to_owned());
    }
    for (key, node) in own.fields() {
        if !FORMS.contains(&key.name.as_str()) {
            let forms = quoted_list(FORMS);
            return Err(format!("{} is none of {forms}", quoted(&key.name)));
        }
        holes(
            node.text()
                .ok_or("a form is a text: put it in quotation marks")?,
        )?;
    }
    match own.get(OTHER) {
        Some(_) => Ok(()),
        None => Err(format!("the form {} is missing", quoted(OTHER))),
    }
}

/// The names of the holes of a label.
pub(super) fn holes_of(label: &Json) -> BTreeSet<String> {
    let texts = match label {
        Json::Object(forms) => forms.values().collect(),
        text => vec![text],
    };
    let patterns = texts.into_iter().filter_map(Json::as_str);
    let patterns: Vec<_> = patterns.filter_map(|it| Pattern::parse(it).ok()).collect();
    let holes = patterns.iter().flat_map(Pattern::holes);
    holes.map(str::to_owned).collect()
}

/// Whether fields are the forms of one label.
pub(super) fn is_forms(fields: &Map<String, Json>) -> bool {
    fields.contains_key(OTHER)
}

fn collect_missing(labels: Option<&Json>, english: &Json, path: &str, paths: &mut Vec<String>) {
    match (labels, english) {
        (None, Json::Object(fields)) | (Some(Json::Object(_)), Json::Object(fields))
            if !is_forms(fields) =>
        {
            for (name, english) in fields {
                let path = match path {
                    "" => name.clone(),
                    path => format!("{path}.{name}"),
                };
                let label = labels.and_then(|labels| labels.get(name));
                collect_missing(label, english, &path, paths);
            }
        }
        (None, _) => paths.push(path.to_owned()),
        (Some(_), _) => {}
    }
}

/// The labels, and the English ones where they lack some.
pub(super) fn filled_up(labels: Json, english: &Json) -> Json {
    match (labels, english) {
        (Json::Object(mut fields), Json::Object(all)) if !is_forms(all) => {
            for (name, english) in all {
                let own = fields.remove(name).unwrap_or(Json::Null);
                fields.insert(name.clone(), filled_up(own, english));
            }
            Json::Object(fields)
        }
        (Json::Null, english) => english.clone(),
        (labels, _) => labels,
    }
}
