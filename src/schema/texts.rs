//! Which values of a file are printed text.
//!
//! The schema knows: such fields refer to `Short` or `Prose`. So a new field needs no entry in
//! a list here.

use crate::yaml::Node;
use serde_json::Value as Json;

/// The two kinds of printed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// One line of inline Markdown.
    Short,
    /// Markdown paragraphs and lists.
    Prose,
}

/// The texts in `root`, in the order of the file.
pub(super) fn texts<'a>(schema: &Json, root: &'a Node) -> Vec<(TextKind, &'a Node)> {
    let mut found = Vec::new();
    walk(schema, schema, root, &mut found);
    found
}

/// Goes down schema and tree together. The tree is at most 64 levels deep.
fn walk<'a>(all: &Json, schema: &Json, node: &'a Node, found: &mut Vec<(TextKind, &'a Node)>) {
    let reference = schema["$ref"].as_str().unwrap_or_default();
    match reference {
        "#/$defs/Short" => found.extend(node.text().map(|_| (TextKind::Short, node))),
        "#/$defs/Prose" => found.extend(node.text().map(|_| (TextKind::Prose, node))),
        _ => {}
    }
    let target = reference.strip_prefix('#').and_then(|it| all.pointer(it));
    let schema = target.filter(|_| !reference.is_empty()).unwrap_or(schema);
    for item in node.items() {
        walk(all, &schema["items"], item, found);
    }
    for (key, value) in node.fields() {
        walk(all, field(schema, &key.name), value, found);
    }
}

/// The schema of a field. Maps with any keys have one schema for all of their values.
fn field<'s>(schema: &'s Json, name: &str) -> &'s Json {
    if let Some(field) = schema["properties"].get(name) {
        return field;
    }
    let patterns = schema["patternProperties"].as_object();
    let any = patterns.and_then(|patterns| patterns.values().next());
    any.unwrap_or(&schema["additionalProperties"])
}
