//! The tree: values, and where they stand.

use crate::finding::Place;

/// A value and its place. In a guide that was put together from several files, the values know
/// which of them they come from.
#[derive(Debug, Clone)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it is written, without surrounding white space. No bytes for a value left out.
    pub place: Place,
    /// How it is written.
    pub style: Style,
}

/// What a value is, by the YAML 1.2 core schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: `~`, `null`, or left out.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Fields, in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// The name of a field.
#[derive(Debug, Clone)]
pub struct Key {
    /// The name.
    pub name: String,
    /// Where it is written.
    pub place: Place,
}

impl PartialEq for Key {
    /// Keys are equal when their names are, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How a value is written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A scalar without quotes.
    Plain,
    /// `'text'`.
    SingleQuoted,
    /// `"text"`.
    DoubleQuoted,
    /// `|` or `>` and indented lines.
    Block,
    /// A list or fields.
    Collection,
}

impl PartialEq for Node {
    /// Nodes are equal when their values are, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Node {
    /// The value of the field `name`, if this has fields and that one among them.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.entry(name).map(|(_, node)| node)
    }

    /// The field `name`: its key and its value.
    pub fn entry(&self, name: &str) -> Option<&(Key, Node)> {
        self.fields().iter().find(|(key, _)| key.name == name)
    }

    /// All fields; none when this is not a map.
    pub fn fields(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(fields) => fields,
            _ => &[],
        }
    }

    /// All items; none when this is not a list.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text, if this is text.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is a whole number.
    pub fn integer(&self) -> Option<i64> {
        match &self.value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// Follows a JSON pointer (RFC 6901). Returns the value, and the key that leads to it when
    /// the last step was the name of a field.
    pub fn pointer(&self, pointer: &str) -> Option<(Option<&Key>, &Node)> {
        let mut here = (None, self);
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            here = match &here.1.value {
                Value::List(items) => (None, items.get(step.parse::<usize>().ok()?)?),
                _ => here.1.entry(&step).map(|(key, node)| (Some(key), node))?,
            };
        }
        Some(here)
    }

    /// The same value as JSON. Of fields with the same name, the first counts.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value as Json;
        match &self.value {
            Value::Null => Json::Null,
            Value::Boolean(value) => Json::Bool(*value),
            Value::Integer(number) => (*number).into(),
            Value::Float(number) => float_to_json(*number),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(fields) => {
                let mut object = serde_json::Map::new();
                for (key, node) in fields {
                    if !object.contains_key(&key.name) {
                        object.insert(key.name.clone(), node.to_json());
                    }
                }
                Json::Object(object)
            }
        }
    }

    /// This value and all values within it.
    pub fn descendants(&self) -> Vec<&Node> {
        let mut found = vec![self];
        let mut next = 0;
        while let Some(node) = found.get(next).copied() {
            found.extend(node.items());
            found.extend(node.fields().iter().map(|(_, value)| value));
            next += 1;
        }
        found
    }
}

/// A number without a fraction becomes a whole number: JSON Schema takes `45.0` for one, and
/// serde would not.
fn float_to_json(number: f64) -> serde_json::Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "checked just above")]
        return (number as i64).into();
    }
    number.into()
}

#[cfg(test)]
mod tests {
    use crate::finding::Source;
    use crate::yaml::{Node, parse};
    use std::sync::Arc;

    fn tree(text: &str) -> Node {
        let source = Arc::new(Source {
            path: "test.yaml".into(),
            text: text.into(),
        });
        parse(&source).root.expect("the text is YAML")
    }

    #[test]
    fn pointers_lead_to_keys_and_values() {
        let root = tree("a/b:\n  - x\n  - c~: 7\n");
        let (key, node) = root.pointer("/a~1b/1/c~0").expect("the path exists");
        assert_eq!(key.map(|key| key.name.as_str()), Some("c~"));
        assert_eq!(node.integer(), Some(7));
        assert!(root.pointer("/a~1b/2").is_none());
        assert!(root.pointer("").is_some());
    }

    #[test]
    fn whole_floats_are_whole_numbers() {
        assert_eq!(
            tree("[45.0, 1e3, 0.5, .nan]").to_json().to_string(),
            "[45,1000,0.5,null]"
        );
    }
}
