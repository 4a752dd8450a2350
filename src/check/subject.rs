//! What the rules look at: the tree of a guide, and the words in it.

use super::PrintedWith;
use super::align::Alignment;
use super::marks::Marks;
use super::stage::Stage;
use crate::finding::{Place, Source};
use crate::guide::Audience;
use crate::schema::{PrintedText, TextKind, Validator};
use crate::yaml::{Key, Node};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A guide, as the rules see it. Anything in it may be missing or of the wrong type.
pub(crate) struct Subject<'a> {
    /// The file, then the bases it stands on.
    pub(crate) sources: &'a [Arc<Source>],
    /// What overlays have taken out, by its path, and where they say so.
    pub(crate) removed: &'a BTreeMap<String, Place>,
    pub(crate) root: &'a Node,
    /// All printed texts, in the order of the file.
    pub(crate) texts: Vec<Text<'a>>,
    /// What it will be printed with.
    pub(crate) with: PrintedWith<'a>,
}

/// A printed text.
pub(crate) struct Text<'a> {
    pub(crate) node: &'a Node,
    pub(crate) kind: TextKind,
    pub(crate) audience: Audience,
    pub(crate) value: &'a str,
    pub(crate) marks: Marks,
    /// Made when the first finding asks for it: most texts have none.
    alignment: OnceCell<Option<Alignment>>,
}

impl<'a> Subject<'a> {
    /// What the rules look at in a guide.
    pub(crate) fn new(
        root: &'a Node,
        sources: &'a [Arc<Source>],
        removed: &'a BTreeMap<String, Place>,
        with: PrintedWith<'a>,
    ) -> Self {
        Self::of(Validator::guide(), root, sources, removed, with)
    }

    /// What the rules look at in `root`, which is such a file as `validator` is for.
    pub(super) fn of(
        validator: &Validator,
        root: &'a Node,
        sources: &'a [Arc<Source>],
        removed: &'a BTreeMap<String, Place>,
        with: PrintedWith<'a>,
    ) -> Self {
        let texts = validator.texts(root).into_iter().filter_map(
            |PrintedText {
                 kind,
                 audience,
                 node,
             }| {
                let value = node.text()?;
                Some(Text {
                    node,
                    kind,
                    audience,
                    value,
                    marks: Marks::of(kind, value),
                    alignment: OnceCell::new(),
                })
            },
        );
        Self {
            sources,
            removed,
            root,
            texts: texts.collect(),
            with,
        }
    }

    /// The place of a value.
    pub(crate) fn place(&self, node: &Node) -> Place {
        node.place.clone()
    }

    /// The place of the name of a field.
    pub(crate) fn key(&self, key: &Key) -> Place {
        key.place.clone()
    }

    /// The items of a list of the guide.
    pub(crate) fn list(&self, name: &str) -> &'a [Node] {
        self.root.get(name).map_or(&[], Node::items)
    }

    /// The stages.
    pub(crate) fn stages(&self) -> impl Iterator<Item = Stage<'a>> + use<'a> {
        self.list("stages").iter().map(Stage)
    }

    /// The facts of the posting for job boards, with their field.
    pub(crate) fn listing(&self) -> Option<&'a (Key, Node)> {
        self.root.get("posting")?.entry("listing")
    }

    /// The ids in a list of the guide, with their places.
    pub(crate) fn ids(&self, list: &str) -> BTreeMap<&'a str, &'a Node> {
        let ids = self.list(list).iter().filter_map(|item| item.get("id"));
        ids.filter_map(|id| Some((id.text()?, id))).collect()
    }

    /// The scales and placeholders that the guide declares, and the like: the names of the fields
    /// of a field of the guide.
    pub(crate) fn declared(&self, name: &str) -> &'a [(Key, Node)] {
        self.root.get(name).map_or(&[], Node::fields)
    }
}

impl Text<'_> {
    /// The place of some bytes of the value; of the whole text where they cannot be told apart.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        let alignment = self
            .alignment
            .get_or_init(|| Alignment::of(self.node.place.text(), self.node.style, self.value));
        let within = alignment.as_ref().and_then(|it| it.locate(range));
        let Place { source, span } = &self.node.place;
        let span = match within {
            Some(within) => span.start + within.start..span.start + within.end,
            None => span.clone(),
        };
        Place::new(source, span)
    }
}
