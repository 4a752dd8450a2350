//! From Rust types to a JSON Schema that is kind to its readers.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value as Json};

/// What a key that names a level looks like: a number up to 99, written the usual way.
pub(super) const LEVEL: &str = "^(0|[1-9][0-9]?)$";

/// Whether a key looks like that.
pub(super) fn is_level(key: &str) -> bool {
    let digits = key.bytes().all(|byte| byte.is_ascii_digit());
    digits && (key.len() == 1 || key.len() == 2 && !key.starts_with('0'))
}

/// The schema of a `T` that is read.
pub(super) fn schema<T: JsonSchema>() -> Json {
    generate::<T>(SchemaSettings::draft2020_12())
}

/// The schema of a `T` that is written: fields may be left out that need not be there.
pub(super) fn schema_of_written<T: JsonSchema>() -> Json {
    generate::<T>(SchemaSettings::draft2020_12().for_serialize())
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Json {
    let schema = settings.into_generator().into_root_schema_for::<T>();
    // Serialising puts the keywords in the order in which people read them.
    let mut schema = serde_json::to_value(schema).expect("a schema is JSON");
    tidy(&mut schema);
    schema
}

/// Adjusts a schema and all schemas within it. Names of fields are safe from this: their values
/// are objects, and the keywords changed here have texts or lists for values.
fn tidy(schema: &mut Json) {
    match schema {
        Json::Object(keywords) => {
            forbid_null(keywords);
            narrow_levels(keywords);
            join_lines(keywords);
            // `uint8` and the like are words of schemars, which editors warn about.
            if keywords.get("format").is_some_and(Json::is_string) {
                keywords.shift_remove("format");
            }
            keywords.values_mut().for_each(tidy);
        }
        Json::Array(schemas) => schemas.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// A field that may be left out may not be left empty: `pay:` with nothing after it is a text
/// that somebody still has to write.
fn forbid_null(keywords: &mut Map<String, Json>) {
    if let Some(Json::Array(types)) = keywords.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            keywords.insert("type".into(), only);
        }
    }
    let Some(Json::Array(branches)) = keywords.get_mut("anyOf") else {
        return;
    };
    branches.retain(|branch| branch["type"] != "null");
    if let [Json::Object(only)] = branches.as_slice() {
        let only = only.clone();
        keywords.shift_remove("anyOf");
        for (keyword, value) in only {
            keywords.entry(keyword).or_insert(value);
        }
    }
}

/// schemars takes any digits for the key of a map with numbers for keys; `007` and `300` would
/// then pass here and fail when the guide is read into its type.
fn narrow_levels(keywords: &mut Map<String, Json>) {
    let Some(Json::Object(patterns)) = keywords.get_mut("patternProperties") else {
        return;
    };
    if let Some(schema) = patterns.shift_remove(r"^\d+$") {
        patterns.insert(LEVEL.into(), schema);
    }
}

/// Doc comments are broken into lines for Rust's sake; editors would show the breaks.
fn join_lines(keywords: &mut Map<String, Json>) {
    if let Some(Json::String(description)) = keywords.get_mut("description") {
        let paragraphs = description.split("\n\n").map(|it| it.replace('\n', " "));
        *description = paragraphs.collect::<Vec<_>>().join("\n\n");
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::{guide_schema, guide_schema_text};
    use serde_json::Value as Json;

    /// Calls `visit` with the path of every field and its schema.
    fn fields(schema: &Json, path: &str, visit: &mut impl FnMut(&str, &Json)) {
        let Json::Object(keywords) = schema else {
            return;
        };
        for (keyword, value) in keywords {
            let path = format!("{path}/{keyword}");
            if keyword == "properties" {
                for (name, field) in value.as_object().expect("properties are an object") {
                    visit(&format!("{path}/{name}"), field);
                    fields(field, &format!("{path}/{name}"), visit);
                }
            } else {
                fields(value, &path, visit);
            }
        }
    }

    #[test]
    fn every_field_is_described() {
        let schema = guide_schema();
        let mut count = 0;
        fields(&schema, "", &mut |path, field| {
            count += 1;
            let description = field["description"].as_str().unwrap_or_default();
            assert!(description.len() > 10, "{path} has no description");
            assert!(!description.contains(".\n"), "{path} has a line break");
        });
        assert!(count > 60, "only {count} fields were visited");
        for (name, definition) in schema["$defs"].as_object().expect("there are definitions") {
            assert!(
                definition["description"].is_string(),
                "{name} has no description"
            );
        }
    }

    #[test]
    fn the_schema_is_stable_and_says_what_it_is() {
        let text = guide_schema_text();
        let draft = "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",";
        assert_eq!(text.lines().nth(1), Some(draft));
        assert!(text.ends_with("}\n"));
        assert_eq!(text, guide_schema_text());
        assert!(!text.contains("\"null\"") && !text.contains("uint"));
        assert_eq!(guide_schema()["title"], "Guide");
    }
}
