//! The places to fill in: an interactive form over the drawn one.
//!
//! 1. `appearance` adds what a marked circle and a ticked box look like, once for each size.
//! 2. `tree` sorts the fields by their names: `screening.date` is a field in a group.
//! 3. `widget` writes each field, and each place on a page where it is filled in.
//! 4. `font` adds the face that filled-in words are set in.
//!
//! An empty form prints exactly like the pages without it, since everything that shows where to
//! write is drawn there: unmarked circles and boxes have an empty appearance, and empty text
//! has none at all. Viewers make one when a field is filled in. Nothing asks them to do so
//! when the file is opened (`NeedAppearances`): some would then draw all circles themselves.

mod appearance;
mod font;
mod tree;
mod widget;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::draft::Draft;
use crate::layout::pages::{Field, FieldKind, Pages};
use appearance::Appearances;
use tree::Tree;

/// Adds the fields, which [`structure`](super::structure) puts on their pages; gives the ids of
/// the places to fill in by page, in the order of the page's fields. `first_key` is the key of the
/// first place in the structure tree.
pub(super) fn add(draft: &mut Draft, pages: &Pages, first_key: usize) -> Vec<Vec<ObjectId>> {
    let fields: Vec<(usize, &Field)> = (pages.pages.iter().enumerate())
        .flat_map(|(page, entry)| entry.fields.iter().map(move |field| (page, field)))
        .collect();
    let mut ids: Vec<Vec<ObjectId>> = pages.pages.iter().map(|_| Vec::new()).collect();
    if fields.is_empty() {
        return ids;
    }
    let appearances = Appearances::add(draft, &fields);
    let tree = Tree::new(&fields, &mut draft.document);
    for (at, &(page, field)) in fields.iter().enumerate() {
        let id = tree.id(at);
        draft.spelled.add_entries(id, |entries| {
            widget::widget(entries, &draft.pages[page], field, &appearances);
            tree.place(at, entries, field);
            entries.at("StructParent").integer((first_key + at) as i64);
        });
        ids[page].push(id);
    }
    tree.add_groups(draft);
    let form = form(draft, &tree, &fields);
    let form = draft.document.add_object(form);
    draft.catalog.set("AcroForm", form);
    ids
}

/// What all fields share: their roots, and the fonts that viewers set them in.
fn form(draft: &mut Draft, tree: &Tree<'_>, fields: &[(usize, &Field)]) -> Dictionary {
    let mut fonts = dictionary! {
        widget::MARKS => dictionary! {
            "Type" => "Font",
            "Subtype" => "Type1",
            "BaseFont" => "ZapfDingbats",
        },
    };
    let is_text = |field: &Field| matches!(field.kind, FieldKind::Text { .. });
    if fields.iter().any(|(_, field)| is_text(field)) {
        fonts.set(widget::WORDS, font::add(draft));
    }
    let roots: Vec<Object> = tree.roots().map(Object::from).collect();
    dictionary! { "Fields" => roots, "DR" => dictionary! { "Font" => fonts } }
}
