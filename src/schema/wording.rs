//! Plain words for values, types and places.

use super::{explanations as codes, include, overlay};
use crate::finding::{Finding, Place, quoted};
use crate::guide::Id;
use crate::yaml::{Key, Node, Value};

/// A value and how to speak of it.
pub(super) struct Spot<'a> {
    pub(super) node: &'a Node,
    pub(super) key: Option<&'a Key>,
    /// "`minutes`", "item 2 of `cover`", "`budget` in `questions`", "the guide".
    pub(super) name: String,
}

impl<'a> Spot<'a> {
    /// The value at `pointer`. `whole` names the outermost one.
    pub(super) fn at(root: &'a Node, pointer: &str, whole: &str) -> Self {
        let (key, node) = root.pointer(pointer).unwrap_or((None, root));
        let name = match (key, pointer.rsplit_once('/')) {
            (Some(key), _) => quoted(&key.name),
            (None, Some((list, index))) => {
                let (list, _) = root.pointer(list).unwrap_or((None, root));
                let number = index.parse().map_or(0, |index: usize| index + 1);
                let id = node.get("id").and_then(Node::text);
                match (list, id.filter(|id| Id::is_valid(id))) {
                    (Some(list), Some(id)) => format!("{} in {}", quoted(id), quoted(&list.name)),
                    (Some(list), None) => format!("item {number} of {}", quoted(&list.name)),
                    (None, _) => format!("item {number}"),
                }
            }
            (None, None) => whole.to_owned(),
        };
        Self { node, key, name }
    }

    /// What to underline: the value, or its key where there is no value to see.
    pub(super) fn value_place(&self) -> Place {
        match self.key {
            Some(key) if self.node.place.span.is_empty() => key.place.clone(),
            _ => self.node.place.clone(),
        }
    }

    /// What to underline for something that is not there: the key, or the first one within.
    pub(super) fn name_place(&self) -> Place {
        match (self.key, self.node.fields().first()) {
            (Some(key), _) => key.place.clone(),
            (None, Some((first, _))) => first.place.clone(),
            (None, None) => self.node.place.clone(),
        }
    }
}

/// What a value should be, for a type of JSON Schema.
pub(super) fn expected(json_type: &str) -> &str {
    match json_type {
        "string" => "text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "`true` or `false`",
        "array" => "a list",
        "object" => "a group of fields",
        other => other,
    }
}

/// What a value is.
pub(super) fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Boolean(_) => "a yes-or-no value",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number",
        Value::Text(_) => "text",
        Value::List(_) => "a list",
        Value::Map(_) => "a group of fields",
    }
}

/// "QuestionGroup" as words: "a question group".
pub(super) fn type_words(type_name: &str) -> String {
    let words = words(type_name);
    let article = if words.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {words}")
}

/// "QuestionGroup" as words, without an article: "question group".
pub(super) fn words(type_name: &str) -> String {
    let type_name = type_name.strip_prefix(overlay::PREFIX).unwrap_or(type_name);
    let type_name = type_name.strip_prefix(include::PREFIX).unwrap_or(type_name);
    let mut words = String::new();
    for c in type_name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

/// The finding for a text without words.
pub(super) fn empty_text(place: Place, name: &str) -> Finding {
    codes::EMPTY_TEXT
        .finding(place, format!("{name} has no words"))
        .label("empty")
        .help("write the text, or delete the field if it may be left out")
}
