//! Fields that are not known where they stand, and fields that are not there.

use super::explanations as codes;
use super::wording::{Spot, type_words};
use super::{INCLUDE, PLACING, REMOVE, Validator, generate};
use crate::finding::{Finding, Place, nearest, quoted, quoted_list};
use crate::guide::Id;
use crate::overlay::MISPLACED_CHANGE;
use crate::yaml::{Key, invisible};
use serde_json::{Map, Value as Json};

/// Something with fields that it should not have.
pub(super) struct Owner<'a> {
    pub(super) validator: &'a Validator,
    pub(super) spot: &'a Spot<'a>,
    /// Its schema.
    pub(super) object: &'a Json,
    /// Fields that it must have and has not.
    pub(super) missing: &'a [&'a str],
    /// Fields that it can have and has not.
    pub(super) absent: &'a [&'a str],
}

/// The finding for the field `key`, which its owner cannot have.
pub(super) fn unknown_field(owner: &Owner<'_>, key: &Key) -> Finding {
    let place = key.place.clone();
    let odd = invisible::finding(&codes::UNKNOWN_FIELD, &place);
    if let Some(finding) = odd.filter(|_| place.text() == key.name) {
        return finding;
    }
    if let Some(Json::Object(patterns)) = owner.object.get("patternProperties") {
        return bad_key(place, patterns, owner.spot, &key.name);
    }
    let name = quoted(&key.name);
    let is_of = |validator: &Validator| std::ptr::eq(owner.validator, validator);
    let is_guide = is_of(Validator::guide()) || is_of(Validator::guide_file());
    if key.name == INCLUDE && (is_guide || is_of(Validator::overlay())) {
        return misplaced_include(
            place,
            "only competencies, questions, criteria and scales can be",
        )
        .help("write out what you want to have here");
    }
    if key.name == INCLUDE && is_of(Validator::library()) {
        return misplaced_include(place, "a library cannot include from another")
            .help("write the entry out, or include it in the guides from where it is");
    }
    let is_change = key.name == REMOVE || PLACING.contains(&key.name.as_str());
    if is_change && is_guide {
        return MISPLACED_CHANGE
            .finding(
                place,
                format!("{name} changes a base, and this guide has none"),
            )
            .label("only in a guide that extends another")
            .help("delete the line, or name a base at the top: `extends: it-manager`");
    }
    let finding = codes::UNKNOWN_FIELD
        .finding(place, format!("{} has no field {name}", owner.spot.name))
        .label("unknown field");
    let near = |names: &[&'_ str]| nearest(&key.name, names.iter().copied()).map(str::to_owned);
    if let Some(meant) = near(owner.missing).or_else(|| near(owner.absent)) {
        return finding.replace_with(&meant);
    }
    let owners = owners(owner.validator, &key.name);
    if !owners.is_empty() && owners.len() <= 3 {
        let owners = owners.join(" or ");
        return finding.help(format!(
            "move it: {name} is a field of {owners}; check the indentation"
        ));
    }
    finding.help(format!("use one of {}", quoted_list(names(owner.object))))
}

fn misplaced_include(place: Place, label: &str) -> Finding {
    codes::MISPLACED_INCLUDE
        .finding(place, "nothing can be included here")
        .label(label)
}

/// The name of the missing field that an unknown one was meant to be.
pub(super) fn meant<'a>(finding: &Finding, missing: &[&'a str]) -> Option<&'a str> {
    let fix = finding.fix.as_ref()?;
    missing.iter().copied().find(|name| *name == fix.text)
}

/// The finding for a field that is not there.
pub(super) fn missing_field(spot: &Spot<'_>, object: &Json, name: &str) -> Finding {
    let description = object["properties"][name]["description"].as_str();
    let first = description.unwrap_or_default().split_inclusive(". ").next();
    let first = first.unwrap_or_default().trim().trim_end_matches('.');
    let help = match first {
        "" => format!("add {}", quoted(name)),
        first => format!("add {}: {}", quoted(name), lower_first(first)),
    };
    codes::MISSING_FIELD
        .finding(
            spot.name_place(),
            format!("{} has no {}", spot.name, quoted(name)),
        )
        .label(format!("{} is missing here", quoted(name)))
        .help(help)
}

/// The names of the fields that an object can have.
pub(super) fn names(object: &Json) -> Vec<&str> {
    let properties = object["properties"].as_object();
    properties
        .into_iter()
        .flat_map(Map::keys)
        .map(String::as_str)
        .collect()
}

/// A key of a map whose keys are ids or numbers of levels.
fn bad_key(place: Place, patterns: &Map<String, Json>, spot: &Spot<'_>, name: &str) -> Finding {
    if patterns.contains_key(generate::LEVEL) {
        return codes::BAD_LEVEL
            .finding(
                place,
                format!("{} is not the number of a level", quoted(name)),
            )
            .label(format!("stands in {}", spot.name))
            .help("write the number of the level, then its words: `3: Solid`");
    }
    bad_id(
        codes::BAD_ID.finding(place, format!("{} is not an id", quoted(name))),
        name,
    )
}

/// Says what an id is, and offers the one that `written` would be.
pub(super) fn bad_id(finding: Finding, written: &str) -> Finding {
    let finding = finding.label("only `a` to `z`, `0` to `9` and `-`, at most 64 of them");
    match Id::like(written) {
        Some(id) if Id::reserved_as(&id).is_none() => finding.replace_with(&id),
        _ => finding.help("use lower-case letters, digits and hyphens"),
    }
}

/// The kinds of things that do have a field called `name`.
fn owners(validator: &Validator, name: &str) -> Vec<String> {
    let definitions = validator.schema["$defs"].as_object();
    let mut owners: Vec<_> = definitions
        .into_iter()
        .flatten()
        .filter(|(_, schema)| schema["properties"].get(name).is_some())
        .map(|(type_name, _)| type_words(type_name))
        .collect();
    owners.sort();
    owners.dedup();
    if validator.schema["properties"].get(name).is_some() {
        owners.push(format!("{} itself", validator.whole));
    }
    owners
}

/// Lower-cases the first letter of a sentence, unless the word is an abbreviation.
fn lower_first(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            format!("{}{second}{}", first.to_lowercase(), chars.as_str())
        }
        _ => sentence.to_owned(),
    }
}
