//! The document while it is being put together.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::draw::Drawn;
use super::points;
use super::spelled::Spelled;
use crate::layout::pages::{Length, Pages, Rect};

/// A PDF document whose catalog and pages are open to additions until it is finished.
pub(super) struct Draft {
    /// All other objects that are not done yet.
    pub(super) document: Document,
    /// Those that are.
    pub(super) spelled: Spelled,
    /// The entries of the catalog.
    pub(super) catalog: Dictionary,
    /// The pages, in order.
    pub(super) pages: Vec<DraftPage>,
    /// The logo, where the pages show it.
    pub(super) logo: Option<ObjectId>,
    /// The entries of the page tree, which every page inherits.
    pub(super) page_tree: Dictionary,
}

/// A page of a [`Draft`].
pub(super) struct DraftPage {
    /// Its id, to refer to it.
    pub(super) id: ObjectId,
    /// Its entries.
    pub(super) entries: Dictionary,
    annotations: Vec<Object>,
    height: Length,
}

impl Draft {
    /// A document of the pages with what is drawn on them.
    pub(super) fn new(pages: &Pages, drawn: Vec<Drawn>) -> Self {
        let mut document = Document::with_version("1.7");
        let pages = pages.pages.iter().zip(drawn).map(|(page, drawn)| {
            let mut add = |bytes| {
                let filter = dictionary! { "Filter" => "FlateDecode" };
                Object::from(document.add_object(Stream::new(filter, bytes)))
            };
            let content = vec![add(drawn.body.to_vec()), add(drawn.furniture)];
            let paper = vec![
                0.into(),
                0.into(),
                points(page.width).into(),
                points(page.height).into(),
            ];
            let entries =
                dictionary! { "Type" => "Page", "MediaBox" => paper, "Contents" => content };
            DraftPage {
                id: document.new_object_id(),
                entries,
                annotations: Vec::new(),
                height: page.height,
            }
        });
        let pages = pages.collect();
        Self {
            document,
            spelled: Spelled::default(),
            catalog: dictionary! { "Type" => "Catalog" },
            pages,
            logo: None,
            page_tree: dictionary! { "Type" => "Pages" },
        }
    }

    /// A place to jump to: page index and distance from its top edge.
    pub(super) fn place(&self, page: usize, y: Length) -> Object {
        let page = &self.pages[page];
        let place = [
            page.id.into(),
            "XYZ".into(),
            Object::Null,
            page.above_bottom(y).into(),
            Object::Null,
        ];
        Object::Array(place.into())
    }

    /// The finished document, and the objects that are not in it since they were done before.
    pub(super) fn finish(mut self) -> (Document, Spelled) {
        let tree = self.document.new_object_id();
        let ids: Vec<Object> = self.pages.iter().map(|page| page.id.into()).collect();
        self.page_tree.set("Count", ids.len() as i64);
        self.page_tree.set("Kids", ids);
        for mut page in self.pages {
            page.entries.set("Parent", tree);
            if !page.annotations.is_empty() {
                page.entries.set("Annots", page.annotations);
            }
            self.document.set_object(page.id, page.entries);
        }
        self.document.set_object(tree, self.page_tree);
        self.catalog.set("Pages", tree);
        let catalog = self.document.add_object(self.catalog);
        self.document.trailer.set("Root", catalog);
        (self.document, self.spelled)
    }
}

impl DraftPage {
    /// Adds an annotation to the page: an area to click, a place to fill in.
    pub(super) fn annotate(&mut self, id: ObjectId) {
        self.annotations.push(id.into());
    }

    /// A rectangle on the page.
    pub(super) fn rectangle(&self, rect: Rect) -> [f32; 4] {
        [
            points(rect.x),
            self.above_bottom(rect.y + rect.height),
            points(rect.x + rect.width),
            self.above_bottom(rect.y),
        ]
    }

    /// PDF measures heights from the bottom edge.
    pub(super) fn above_bottom(&self, y: Length) -> f32 {
        points(self.height - y)
    }
}
