//! From the schemas of guides and overlays to those of the files in which people write them, where
//! an entry can come from a library.
//!
//! An entry with `include` has the fields of an overlay's: all of them may be left out, and `remove`
//! takes some out. Nothing is a guide with includes but a file: once they are followed, the result
//! has the structure of a guide.

use super::overlay::{NAMES, PLACING, PREFIX as OVERLAY, REMOVE};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The word that names an entry of a library.
pub(crate) const INCLUDE: &str = "include";

/// The types of the entries that libraries have.
const TYPES: [&str; 4] = ["Competency", "Question", "Criterion", "Scale"];

/// What the definitions of included entries are called: this, and their name in a guide.
pub(super) const PREFIX: &str = "Included";

/// Says of a definition that such an entry can be included.
const CAN_BE_INCLUDED: &str = "x-include";

/// Whether what an object of this schema describes could be included instead.
pub(super) fn can_be_included(object: &Json) -> bool {
    object[CAN_BE_INCLUDED] == true
}

/// A schema of guides or overlays, with includes. `overlay` is the schema of overlays without.
pub(super) fn with_includes(schema: &Json, overlay: &Json) -> Json {
    let mut schema = schema.clone();
    let mut wanted = BTreeSet::new();
    branch(&mut schema, &mut wanted);
    for name in wanted {
        schema["$defs"][&name][CAN_BE_INCLUDED] = true.into();
        schema["$defs"][included_name(&name)] = included(&name, overlay);
    }
    schema["$defs"][NAMES] = overlay["$defs"][NAMES].clone();
    schema
}

/// The name of the definition for an entry that is included where one of `name` would stand.
fn included_name(name: &str) -> String {
    match name.strip_prefix(OVERLAY) {
        Some(name) => format!("{OVERLAY}{PREFIX}{name}"),
        None => format!("{PREFIX}{name}"),
    }
}

/// Gives every place of an entry a second branch, and notes what the entries are.
fn branch(schema: &mut Json, wanted: &mut BTreeSet<String>) {
    match schema {
        Json::Object(keywords) => {
            for keyword in ["items", "additionalProperties"] {
                if let Some(schema) = keywords.get_mut(keyword) {
                    branch_entry(schema, wanted);
                }
            }
            if let Some(Json::Object(patterns)) = keywords.get_mut("patternProperties") {
                let schemas = patterns.values_mut();
                schemas.for_each(|schema| branch_entry(schema, wanted));
            }
            keywords
                .values_mut()
                .for_each(|schema| branch(schema, wanted));
        }
        Json::Array(schemas) => schemas.iter_mut().for_each(|it| branch(it, wanted)),
        _ => {}
    }
}

fn branch_entry(schema: &mut Json, wanted: &mut BTreeSet<String>) {
    let reference = schema["$ref"].as_str();
    let Some(name) = reference.and_then(|it| it.strip_prefix("#/$defs/")) else {
        return;
    };
    if TYPES.contains(&name.strip_prefix(OVERLAY).unwrap_or(name)) {
        let name = name.to_owned();
        *schema = json!({
            "if": {"type": "object", "required": [INCLUDE]},
            "then": {"$ref": format!("#/$defs/{}", included_name(&name))},
            "else": {"$ref": format!("#/$defs/{name}")},
        });
        wanted.insert(name);
    }
}

/// The schema of an included entry, where one of `name` would stand.
fn included(name: &str, overlay: &Json) -> Json {
    let in_guide = name.strip_prefix(OVERLAY).is_none();
    let name = name.strip_prefix(OVERLAY).unwrap_or(name);
    let mut entry = overlay["$defs"][format!("{OVERLAY}{name}")].clone();
    entry["description"] = "An entry of a library, with the changes that stand beside it.".into();
    entry["required"] = json!([INCLUDE]);
    let fields = entry["properties"].as_object();
    let mut described = Map::new();
    described.insert(INCLUDE.into(), named());
    described.extend(fields.cloned().unwrap_or_default());
    if in_guide {
        PLACING.iter().for_each(|word| {
            described.shift_remove(*word);
        });
    }
    let remove = json!({
        "description": "Names of what the library's entry has and this one has not.",
        "$ref": format!("#/$defs/{NAMES}"),
    });
    described.insert(REMOVE.into(), remove);
    entry["properties"] = described.into();
    entry
}

/// The field that names an entry.
fn named() -> Json {
    json!({
        "description": "The library and the entry in it: `cloud-security/incident-command`. The library is a \
                        file in the folder `library` beside the guide, or comes with hirekit.",
        "type": "string",
        "pattern": "^[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9-]{0,63}$",
    })
}

#[cfg(test)]
mod tests {
    use super::INCLUDE;
    use crate::schema::{Validator, guide_schema};
    use serde_json::json;

    #[test]
    fn no_field_of_guides_is_called_include() {
        let guide = guide_schema();
        let definitions = guide["$defs"].as_object().expect("there are definitions");
        for schema in definitions.values().chain([&guide]) {
            assert_eq!(schema["properties"].get(INCLUDE), None);
        }
    }

    #[test]
    fn every_list_of_shared_entries_can_include() {
        let schema = &Validator::guide_file().schema;
        let has = |path: &str| {
            let then = schema.pointer(&format!("{path}/then/$ref"));
            then.cloned().unwrap_or_default()
        };
        let question = json!("#/$defs/IncludedQuestion");
        assert_eq!(has("/$defs/Stage/properties/questions/items"), question);
        let of_group = "/$defs/QuestionGroup/properties/questions/items";
        assert_eq!(has(of_group), question);
        let criterion = json!("#/$defs/IncludedCriterion");
        assert_eq!(has("/$defs/Scorecard/properties/criteria/items"), criterion);
        let competency = json!("#/$defs/IncludedCompetency");
        assert_eq!(has("/properties/competencies/items"), competency);
        let overlay = &Validator::overlay().schema;
        let question = "/$defs/OverlayStage/properties/questions/items/then/$ref";
        let question = overlay.pointer(question);
        assert_eq!(question, Some(&json!("#/$defs/OverlayIncludedQuestion")));
        for schema in [schema, overlay] {
            let scales = serde_json::to_string(&schema["properties"]["scales"]);
            let scales = scales.expect("it is JSON");
            assert!(scales.contains("IncludedScale"), "{scales}");
        }
    }
}
