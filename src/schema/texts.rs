//! Which values of a file are printed text.
//!
//! The schema knows: such fields refer to `Short` or `Prose`. So a new field needs no entry in
//! a list here.

use super::shape::Shape;
use crate::guide::Audience;
use crate::yaml::Node;

/// The two kinds of printed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// One line of inline Markdown.
    Short,
    /// Markdown paragraphs and lists.
    Prose,
}

/// A printed text of a file.
#[derive(Debug, Clone, Copy)]
pub struct PrintedText<'a> {
    /// Which kind of text it is.
    pub kind: TextKind,
    /// Who gets to see it: in whose packets it is printed.
    pub audience: Audience,
    /// The text itself.
    pub node: &'a Node,
}

/// The texts in `root`, in the order of the file.
pub(super) fn texts<'a>(shape: Shape<'_>, root: &'a Node) -> Vec<PrintedText<'a>> {
    let mut found = Vec::new();
    walk(shape, root, &mut found);
    found
}

/// Goes down schema and tree together. The tree is at most 64 levels deep.
fn walk<'a>(shape: Shape<'_>, node: &'a Node, found: &mut Vec<PrintedText<'a>>) {
    let kind = shape.text_kind().filter(|_| node.text().is_some());
    let audience = shape.audience();
    found.extend(kind.map(|kind| PrintedText {
        kind,
        audience,
        node,
    }));
    for item in node.items() {
        walk(shape.items(), item, found);
    }
    for (key, value) in node.fields() {
        walk(shape.field(&key.name), value, found);
    }
}
