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

/// What the definitions of records are called in an overlay: this, and their name in a guide.
pub(super) const PREFIX: &str = "Overlay";

/// The schema of overlays, from that of guides.
pub(super) fn overlay(guide: &Json) -> Json {
    let mut relaxed = Relaxed {
        guide,
        entries: BTreeSet::new(),
        wanted: Vec::new(),
    };
    let mut schema = guide.clone();
    relaxed.relax(&mut schema);
    let mut definitions = guide["$defs"].as_object().cloned().unwrap_or_default();
    definitions.insert(NAMES.into(), names());
    while let Some(name) = relaxed.wanted.pop() {
        let changed = format!("{PREFIX}{name}");
        if !definitions.contains_key(&changed) {
            let mut record = guide["$defs"][&name].clone();
            relaxed.relax(&mut record);
            definitions.insert(changed, record);
        }
    }
    for name in relaxed.entries {
        let entry = definitions.get_mut(&format!("{PREFIX}{name}"));
        entry.and_then(Json::as_object_mut).map(make_entry);
    }
    schema["$defs"] = definitions.into();
    schema["title"] = PREFIX.into();
    schema["description"] =
        "A guide that is another guide with changes. What it leaves out stays as it is.".into();
    schema["required"] = json!(["format", "id", EXTENDS]);
    schema["properties"][EXTENDS] = extends();
    schema
}

/// One schema for both kinds of file.
pub(super) fn for_editors(guide: &Json, overlay: &Json) -> Json {
    let mut definitions = overlay["$defs"].as_object().cloned().unwrap_or_default();
    let of_guide = guide["$defs"].as_object();
    definitions.extend(of_guide.cloned().unwrap_or_default());
    definitions.insert("Guide".into(), without_head(guide));
    definitions.insert(PREFIX.into(), without_head(overlay));
    json!({
        "$schema": guide["$schema"],
        "title": guide["title"],
        "description": guide["description"],
        "type": "object",
        "properties": {EXTENDS: extends()},
        "if": {"required": [EXTENDS]},
        "then": {"$ref": format!("#/$defs/{PREFIX}")},
        "else": {"$ref": "#/$defs/Guide"},
        "$defs": definitions,
    })
}

/// The definition of lists of names that are taken out.
pub(super) const NAMES: &str = "Names";

fn names() -> Json {
    json!({
        "description": "Names of fields, or of levels.",
        "type": "array",
        "items": {"type": ["string", "integer"]},
        "minItems": 1,
    })
}

/// Makes schemas of guides into those of overlays.
struct Relaxed<'g> {
    guide: &'g Json,
    /// The types of entries that are changed by id.
    entries: BTreeSet<String>,
    /// The types that are referred to as those of an overlay.
    wanted: Vec<String>,
}

impl Relaxed<'_> {
    /// Lets everything be left out, and taken out. A list without ids is replaced as a whole, so
    /// its items are those of a guide.
    fn relax(&mut self, schema: &mut Json) {
        let shape = Shape::at(self.guide, schema);
        let entry = shape.items().name().filter(|_| shape.is_list_of_ids());
        let Json::Object(keywords) = schema else {
            return;
        };
        self.refer(keywords);
        if let Some(entry) = entry {
            self.entries.insert(entry);
            keywords
                .get_mut("items")
                .into_iter()
                .for_each(|it| self.relax(it));
            // With no entry, nothing would change: whoever writes that means something else.
            keywords.insert("minItems".into(), 1.into());
        }
        for keyword in ["properties", "patternProperties"] {
            let named = keywords.get_mut(keyword).and_then(Json::as_object_mut);
            let named = named.into_iter().flat_map(Map::values_mut);
            named.for_each(|it| self.relax(it));
        }
        let others = keywords.get_mut("additionalProperties");
        others.into_iter().for_each(|it| self.relax(it));
        let has = |keyword: &str| keywords.get(keyword).is_some_and(Json::is_object);
        if has("properties") || has("patternProperties") || has("additionalProperties") {
            keywords.shift_remove("required");
            keywords.shift_remove("minProperties");
            let fields = keywords.entry("properties").or_insert_with(|| json!({}));
            fields[REMOVE] = json!({
                "description": "Names of what the base has here and this guide has not.",
                "$ref": format!("#/$defs/{NAMES}"),
            });
        }
    }

    /// Makes a reference to a record lead to that of overlays.
    fn refer(&mut self, keywords: &mut Map<String, Json>) {
        let Some(Json::String(reference)) = keywords.get_mut("$ref") else {
            return;
        };
        let name = reference
            .strip_prefix("#/$defs/")
            .unwrap_or_default()
            .to_owned();
        if self.guide["$defs"][&name]["properties"].is_object() {
            *reference = format!("#/$defs/{PREFIX}{name}");
            self.wanted.push(name);
        }
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

#[cfg(test)]
mod tests {
    use super::{EXTENDS, PLACING, REMOVE};
    use crate::schema::{guide_schema, guide_schema_text, overlay_schema};
    use serde_json::{Value as Json, json};

    #[test]
    fn the_words_of_overlays_are_no_fields_of_guides() {
        let guide = guide_schema();
        let definitions = guide["$defs"].as_object().expect("there are definitions");
        for schema in definitions.values().chain([&guide]) {
            for word in PLACING.into_iter().chain([REMOVE, EXTENDS]) {
                assert_eq!(schema["properties"].get(word), None, "{word}");
            }
        }
    }

    #[test]
    fn lists_with_ids_are_changed_and_others_replaced() {
        let schema = overlay_schema();
        let stage = &schema["$defs"]["OverlayStage"];
        assert_eq!(stage["required"], json!(["id"]));
        let list = |name: &str| &stage["properties"][name]["items"];
        // Unless it comes from a library.
        assert_eq!(list("questions")["else"]["$ref"], "#/$defs/OverlayQuestion");
        assert_eq!(list("agenda")["$ref"], "#/$defs/AgendaItem");
        assert_eq!(
            schema["$defs"]["AgendaItem"],
            guide_schema()["$defs"]["AgendaItem"]
        );
        assert_eq!(schema["$defs"].get("OverlayAgendaItem"), None);
    }

    #[test]
    fn editors_tell_the_two_kinds_of_file_apart() {
        let schema: Json = serde_json::from_str(&guide_schema_text()).expect("it is JSON");
        let schema = jsonschema::draft202012::new(&schema).expect("it is a schema");
        let entry = json!([{"id": "a", "place": "first"}]);
        let over = json!({"format": 1, "id": "a", "extends": "b", "stages": entry});
        assert!(schema.is_valid(&over));
        let guide = json!({"format": 1, "id": "a", "stages": entry});
        let errors: Vec<_> = schema
            .iter_errors(&guide)
            .map(|it| it.to_string())
            .collect();
        let is_direct = |error: &&String| error.contains("place") || error.contains("required");
        assert_eq!(
            errors.iter().filter(is_direct).count(),
            errors.len(),
            "{errors:?}"
        );
        let misspelt = json!({"format": 1, "id": "a", "extends": "b", "rolle": "x"});
        let errors: Vec<_> = schema
            .iter_errors(&misspelt)
            .map(|it| it.to_string())
            .collect();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].contains("rolle"));
    }
}
