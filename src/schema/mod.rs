//! Structure: the JSON Schema of our file formats, and holding a file against it.
//!
//! The schema comes from the Rust types, so that it cannot differ from them (`generate`). The
//! same schema serves editors, which complete and explain fields with it, and [`Validator`], which
//! turns every mismatch into a finding at its place (`errors` picks the message, `wording`, `form`
//! and `trap` know the words). `texts` tells which values are printed text. Overlays, which change a
//! guide, have a schema made from that of guides (`overlay`), and so have files that take entries from
//! libraries (`include`). `ordered` writes a guide out again.

mod errors;
mod explanations;
mod form;
mod generate;
mod include;
mod ordered;
mod overlay;
mod shape;
mod texts;
mod trap;
mod unknown;
mod wording;

pub(crate) use explanations::EXPLANATIONS;
pub(crate) use include::INCLUDE;
pub use ordered::{as_json, as_yaml};
pub(crate) use overlay::{EXTENDS, PLACING, REMOVE};
pub(crate) use shape::Shape;
pub use texts::{PrintedText, TextKind};

use crate::finding::Finding;
use crate::guide::Guide;
use crate::library::Library;
use crate::yaml::{Node, Tree};
use schemars::JsonSchema;
use serde_json::Value as Json;
use std::sync::OnceLock;

/// The JSON Schema of a guide, draft 2020-12.
pub fn guide_schema() -> Json {
    Validator::guide().schema.clone()
}

/// The JSON Schema of an overlay, draft 2020-12.
pub fn overlay_schema() -> Json {
    Validator::overlay().schema.clone()
}

/// The schema of guides and overlays as the text of `guide.schema.json`, the same on every run.
pub fn guide_schema_text() -> String {
    let (guide, overlay) = (Validator::guide_file(), Validator::overlay());
    let both = overlay::for_editors(&guide.schema, &overlay.schema);
    let text = serde_json::to_string_pretty(&both);
    text.expect("a JSON value has only text keys") + "\n"
}

/// The schema of libraries as the text of `library.schema.json`, the same on every run.
pub fn library_schema_text() -> String {
    let text = serde_json::to_string_pretty(&Validator::library().schema);
    text.expect("a JSON value has only text keys") + "\n"
}

/// The schema of something that the program writes, as the text of a file.
pub(crate) fn schema_text_of<T: JsonSchema>() -> String {
    let text = serde_json::to_string_pretty(&generate::schema_of_written::<T>());
    text.expect("a JSON value has only text keys") + "\n"
}

/// A schema, ready to hold files against.
#[derive(Debug)]
pub struct Validator {
    schema: Json,
    /// Made for the first file: most validators are only asked for the shape of a file.
    compiled: OnceLock<jsonschema::Validator>,
    whole: &'static str,
}

impl Validator {
    /// The validator for files that hold a `T`. `whole` is what messages call such a file: "the guide".
    pub fn of<T: JsonSchema>(whole: &'static str) -> Self {
        Self::new(generate::schema::<T>(), whole)
    }

    fn new(schema: Json, whole: &'static str) -> Self {
        Self {
            schema,
            compiled: OnceLock::new(),
            whole,
        }
    }

    fn compiled(&self) -> &jsonschema::Validator {
        self.compiled.get_or_init(|| {
            jsonschema::draft202012::new(&self.schema).expect("schemars writes JSON Schema")
        })
    }

    /// The validator for guides with nothing left to follow, made once.
    pub fn guide() -> &'static Self {
        static GUIDE: OnceLock<Validator> = OnceLock::new();
        GUIDE.get_or_init(|| Self::of::<Guide>("the guide"))
    }

    /// The validator for guides as people write them, with includes, made once.
    pub fn guide_file() -> &'static Self {
        static GUIDE_FILE: OnceLock<Validator> = OnceLock::new();
        GUIDE_FILE.get_or_init(|| {
            let guide = &Self::guide().schema;
            let schema = include::with_includes(guide, &overlay::overlay(guide));
            Self::new(schema, "the guide")
        })
    }

    /// The validator for overlays, made once.
    pub fn overlay() -> &'static Self {
        static OVERLAY: OnceLock<Validator> = OnceLock::new();
        OVERLAY.get_or_init(|| {
            let schema = overlay::overlay(&Self::guide().schema);
            Self::new(include::with_includes(&schema, &schema), "the guide")
        })
    }

    /// The validator for libraries, made once.
    pub fn library() -> &'static Self {
        static LIBRARY: OnceLock<Validator> = OnceLock::new();
        LIBRARY.get_or_init(|| Self::of::<Library>("the library"))
    }

    /// The schema, place by place.
    pub(crate) fn shape(&self) -> Shape<'_> {
        Shape::of(&self.schema)
    }

    /// The schema.
    pub fn schema(&self) -> &Json {
        &self.schema
    }

    /// Every place where `tree` does not have the structure it should have.
    ///
    /// # Panics
    ///
    /// The schema is no JSON Schema, which a test of the caller would find.
    pub fn check(&self, tree: &Tree) -> Vec<Finding> {
        let Some(root) = &tree.root else {
            return Vec::new();
        };
        let mut findings = errors::findings(self, tree, root);
        let blank = |text: &str| !text.is_empty() && text.trim().is_empty();
        for PrintedText { node, .. } in self.texts(root) {
            if node.text().is_some_and(blank) {
                findings.push(wording::empty_text(node.place.clone(), "this text"));
            }
        }
        tree.retain_read(&mut findings);
        findings
    }

    /// The texts in `root` that are printed, in the order of the file.
    pub fn texts<'a>(&self, root: &'a Node) -> Vec<PrintedText<'a>> {
        texts::texts(self.shape(), root)
    }
}
