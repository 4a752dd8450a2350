//! From the schema of guides to that of overlays, which change a guide.
//!
//! An overlay looks like the guide it changes, so its schema is that of guides with these
//! differences: nothing is required but what names things; a field or an entry can be taken out
//! with `remove`; and an entry of a list can say where it goes. For editors, both schemas are put
//! into one, which tells the two kinds of file apart by their `extends`.

use super::shape::Shape;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The words by which an entry of a list says where it goes.
pub(crate) const PLACING: [&str; 3] = ["before", "after", "place"];

/// The word that takes out a field or an entry.
pub(crate) const REMOVE: &str = "remove";

/// The word that names the base.
pub(crate) const EXTENDS: &str = "extends";

/// The schema of overlays, from that of guides.
pub(super) fn overlay(guide: &Json) -> Json {
    let mut schema = guide.clone();
    let mut entries = BTreeSet::new();
    relax(&mut schema, guide, &mut entries);
    for name in entries {
        if let Some(Json::Object(entry)) = schema["$defs"].get_mut(&name) {
            make_entry(entry);
        }
    }
    schema["title"] = "Overlay".into();
    schema["description"] =
        "A guide that is another guide with changes. What it leaves out stays as it is.".into();
    schema["required"] = json!(["format", "id", EXTENDS]);
    schema["properties"][EXTENDS] = extends();
    schema
}

/// One schema for both kinds of file.
pub(super) fn for_editors(guide: &Json, overlay: &Json) -> Json {
    let mut definitions = guide["$defs"].as_object().cloned().unwrap_or_default();
    definitions.insert("Guide".into(), without_head(guide));
    let mut changed = Map::new();
    for (name, schema) in overlay["$defs"].as_object().into_iter().flatten() {
        if guide["$defs"][name] != *schema {
            changed.insert(name.clone(), schema.clone());
        }
    }
    changed.insert(String::new(), without_head(overlay));
    let names: BTreeSet<_> = changed.keys().cloned().collect();
    for (name, mut schema) in changed {
        refer_to_overlay(&mut schema, &names);
        definitions.insert(format!("Overlay{name}"), schema);
    }
    json!({
        "$schema": guide["$schema"],
        "title": guide["title"],
        "description": guide["description"],
        "type": "object",
        "properties": {EXTENDS: extends()},
        "if": {"required": [EXTENDS]},
        "then": {"$ref": "#/$defs/Overlay"},
        "else": {"$ref": "#/$defs/Guide"},
        "$defs": definitions,
    })
}

/// Lets everything be left out, and taken out. Collects the types of entries that have ids.
fn relax(schema: &mut Json, guide: &Json, entries: &mut BTreeSet<String>) {
    let shape = Shape::at(guide, schema);
    let entry = shape.is_list_of_ids().then(|| shape.items().name());
    let Json::Object(keywords) = schema else {
        return;
    };
    if let Some(entry) = entry {
        entries.extend(entry);
        // With no entry, nothing would change: whoever writes that means something else.
        keywords.insert("minItems".into(), 1.into());
    }
    for (keyword, value) in keywords.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties" | "patternProperties" | "$defs", Json::Object(named)) => {
                named.values_mut().for_each(|it| relax(it, guide, entries));
            }
            ("items" | "additionalProperties", value) => relax(value, guide, entries),
            _ => {}
        }
    }
    let has = |keyword: &str| keywords.get(keyword).is_some_and(Json::is_object);
    if has("properties") || has("patternProperties") || has("additionalProperties") {
        keywords.shift_remove("required");
        keywords.shift_remove("minProperties");
        let fields = keywords.entry("properties").or_insert_with(|| json!({}));
        fields[REMOVE] = json!({
            "description": "Names of what the base has here and this guide has not.",
            "type": "array",
            "items": {"type": ["string", "integer"]},
            "minItems": 1,
        });
    }
}

/// Lets an entry of a list say where it goes, or that it goes away.
fn make_entry(entry: &mut Map<String, Json>) {
    entry.insert("required".into(), json!(["id"]));
    let Some(Json::Object(fields)) = entry.get_mut("properties") else {
        return;
    };
    let mut id = fields.get("id").cloned().unwrap_or_default();
    for (word, description) in [
        ("before", "Id of the entry that this one is put before."),
        ("after", "Id of the entry that this one is put after."),
    ] {
        id["description"] = description.into();
        fields.insert(word.into(), id.clone());
    }
    let place = json!({
        "description": "Puts this entry at the beginning or the end of its list.",
        "type": "string",
        "enum": ["first", "last"],
    });
    fields.insert("place".into(), place);
    let remove = json!({
        "description": "`true` takes this entry out; a list of names takes those fields out of it.",
        "type": ["boolean", "array"],
        "items": {"type": ["string", "integer"]},
        "minItems": 1,
    });
    fields.insert(REMOVE.into(), remove);
}

/// The field that makes a guide an overlay.
fn extends() -> Json {
    json!({
        "description": "Id of the guide that this one changes: a file of that name in the same \
                        folder, or a guide that comes with hirekit.",
        "$ref": "#/$defs/Id",
    })
}

/// A root schema as a definition of a larger one.
fn without_head(schema: &Json) -> Json {
    let mut schema = schema.clone();
    if let Json::Object(keywords) = &mut schema {
        keywords.retain(|keyword, _| !matches!(keyword.as_str(), "$schema" | "$defs" | "title"));
    }
    schema
}

/// Makes references to the definitions called `names` lead to those of overlays.
fn refer_to_overlay(schema: &mut Json, names: &BTreeSet<String>) {
    match schema {
        Json::Object(keywords) => {
            for (keyword, value) in keywords {
                let name = value.as_str().and_then(|it| it.strip_prefix("#/$defs/"));
                match name.filter(|name| keyword == "$ref" && names.contains(*name)) {
                    Some(name) => *value = format!("#/$defs/Overlay{name}").into(),
                    None => refer_to_overlay(value, names),
                }
            }
        }
        Json::Array(schemas) => {
            schemas
                .iter_mut()
                .for_each(|it| refer_to_overlay(it, names));
        }
        _ => {}
    }
}
