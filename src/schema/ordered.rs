//! Writing a guide out again, with its fields in the order of the types.

use super::generate::is_level;
use super::{Validator, shape::Shape};
use crate::yaml::{self, Node, Value};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;

/// A guide as JSON.
pub fn as_json(guide: &Node) -> Json {
    json(guide, Validator::guide().shape())
}

/// A guide as YAML, which reads as the same guide again.
///
/// # Errors
///
/// None that are known: every value of a guide has a way to be written.
pub fn as_yaml(guide: &Node) -> anyhow::Result<String> {
    let mut writer = Writer::default();
    let text = serde_yaml::to_string(&writer.yaml(as_json(guide)))?;
    Ok(writer.with_exact_texts(&text))
}

fn json(node: &Node, shape: Shape<'_>) -> Json {
    match &node.value {
        Value::List(items) => items.iter().map(|item| json(item, shape.items())).collect(),
        Value::Map(fields) => {
            let mut known: HashMap<&str, usize> = HashMap::new();
            known.extend(shape.fields().zip(0..));
            let mut sorted: Vec<_> = fields.iter().collect();
            // Names that the schema does not know are words of the user, in their order; but
            // levels go up.
            let unknown = known.len();
            sorted.sort_by_key(|(key, _)| {
                let level = is_level(&key.name).then(|| key.name.parse::<u8>().unwrap_or(0));
                (
                    known.get(key.name.as_str()).copied().unwrap_or(unknown),
                    level,
                )
            });
            let mut object = Map::new();
            for (key, value) in sorted {
                let value = json(value, shape.field(&key.name));
                object.entry(key.name.clone()).or_insert(value);
            }
            Json::Object(object)
        }
        _ => node.to_json(),
    }
}

/// Stands around the number of a text that is put in later. A private character, so that no text
/// needs it; one that has it all the same is put in later, too.
const MARK: char = '\u{e000}';

/// Line breaks to some readers of YAML, and characters like any other to us: written as they are,
/// they would come back with spaces after them.
const BREAKS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

#[derive(Default)]
struct Writer {
    /// Texts that have to be written with escapes.
    exact: Vec<String>,
}

impl Writer {
    /// The same value for the writer of YAML. Levels are numbers there, and need no quotes.
    fn yaml(&mut self, json: Json) -> serde_yaml::Value {
        use serde_yaml::Value as Yaml;
        match json {
            Json::Array(items) => {
                Yaml::Sequence(items.into_iter().map(|it| self.yaml(it)).collect())
            }
            Json::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| {
                    let level = name.parse::<u8>().ok().filter(|_| is_level(&name));
                    let key = match level {
                        Some(level) => Yaml::Number(level.into()),
                        None => self.text(name),
                    };
                    (key, self.yaml(value))
                });
                Yaml::Mapping(fields.collect())
            }
            Json::Null => Yaml::Null,
            Json::Bool(value) => Yaml::Bool(value),
            Json::Number(number) => match number.as_i64() {
                Some(integer) => Yaml::Number(integer.into()),
                None => Yaml::Number(number.as_f64().unwrap_or_default().into()),
            },
            Json::String(text) => self.text(text),
        }
    }

    fn text(&mut self, text: String) -> serde_yaml::Value {
        // The writer does not know that a number too large for it, such as `1e999`, is one to us.
        let reads_as_float = matches!(yaml::resolve(&text), Value::Float(_));
        if !text.contains(MARK) && !text.contains(BREAKS) && !reads_as_float {
            return text.into();
        }
        self.exact.push(text);
        format!("{MARK}{}{MARK}", self.exact.len() - 1).into()
    }

    /// What was written, with the exact texts in place of their numbers.
    fn with_exact_texts(&self, written: &str) -> String {
        let mut whole = String::new();
        for (at, part) in written.split(MARK).enumerate() {
            let is_number = at % 2 == 1;
            let text = part.parse().ok().and_then(|at: usize| self.exact.get(at));
            match text.filter(|_| is_number) {
                Some(text) => whole.push_str(&escaped(text)),
                None => whole.push_str(part),
            }
        }
        whole
    }
}

/// A text in double quotes, which mean the same in JSON and YAML.
fn escaped(text: &str) -> String {
    let mut quoted = Json::from(text).to_string();
    for c in BREAKS {
        quoted = quoted.replace(c, &format!("\\u{:04x}", u32::from(c)));
    }
    quoted
}
