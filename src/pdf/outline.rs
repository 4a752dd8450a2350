//! The bookmarks: a tree in which every entry knows its neighbours.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use super::draft::Draft;
use crate::layout::pages::{Bookmark, Pages};

/// An entry's place in the tree.
#[derive(Debug, Clone, Default, PartialEq)]
struct Place {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    children: Vec<usize>,
}

/// Adds the bookmarks and has viewers show them.
pub(super) fn add(draft: &mut Draft, pages: &Pages) {
    let places = places(&pages.outline);
    let top: Vec<usize> = (0..places.len())
        .filter(|&i| places[i].parent.is_none())
        .collect();
    if top.is_empty() {
        return;
    }
    let root = draft.document.new_object_id();
    let ids: Vec<ObjectId> = places
        .iter()
        .map(|_| draft.document.new_object_id())
        .collect();
    // One bookmark alone on its level tells nothing until it is opened.
    let open = (top.len() == 1).then_some(top[0]);
    for (index, place) in places.iter().enumerate() {
        let mut entry = entry(draft, &pages.outline[index], place, &ids);
        entry.set("Parent", place.parent.map_or(root, |parent| ids[parent]));
        if !place.children.is_empty() {
            let count = place.children.len() as i64;
            entry.set("Count", if open == Some(index) { count } else { -count });
        }
        draft.document.set_object(ids[index], entry);
    }
    let shown = top.len() + open.map_or(0, |open| places[open].children.len());
    let mut outlines = dictionary! { "Type" => "Outlines", "Count" => shown as i64 };
    set_children(&mut outlines, &top, &ids);
    draft.document.set_object(root, outlines);
    draft.catalog.set("Outlines", root);
    draft.catalog.set("PageMode", "UseOutlines");
}

fn entry(draft: &Draft, bookmark: &Bookmark, place: &Place, ids: &[ObjectId]) -> Dictionary {
    let mut entry = dictionary! {
        "Title" => text_string(&bookmark.title),
        "Dest" => draft.place(bookmark.page, bookmark.y),
    };
    if let Some(previous) = place.previous {
        entry.set("Prev", ids[previous]);
    }
    if let Some(next) = place.next {
        entry.set("Next", ids[next]);
    }
    set_children(&mut entry, &place.children, ids);
    entry
}

fn set_children(entry: &mut Dictionary, children: &[usize], ids: &[ObjectId]) {
    if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
        entry.set("First", Object::Reference(ids[first]));
        entry.set("Last", Object::Reference(ids[last]));
    }
}

/// Nests bookmarks by level: a parent is the last one before with a smaller level.
fn places(outline: &[Bookmark]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(outline.len());
    // The entries that a later one may still be put under, and the last one without a parent.
    let (mut open, mut last_top) = (Vec::<usize>::new(), None);
    for (index, bookmark) in outline.iter().enumerate() {
        while open
            .pop_if(|above| outline[*above].level >= bookmark.level)
            .is_some()
        {}
        let parent = open.last().copied();
        let previous = match parent {
            Some(parent) => places[parent].children.last().copied(),
            None => last_top.replace(index),
        };
        if let Some(previous) = previous {
            places[previous].next = Some(index);
        }
        if let Some(parent) = parent {
            places[parent].children.push(index);
        }
        places.push(Place {
            parent,
            previous,
            ..Place::default()
        });
        open.push(index);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parents(levels: &[u8]) -> Vec<Option<usize>> {
        let bookmark = |&level: &u8| Bookmark {
            level,
            title: String::new(),
            page: 0,
            y: 0,
        };
        let outline: Vec<Bookmark> = levels.iter().map(bookmark).collect();
        places(&outline)
            .into_iter()
            .map(|place| place.parent)
            .collect()
    }

    #[test]
    fn a_parent_is_the_last_with_a_smaller_level() {
        let expected = [None, Some(0), Some(1), Some(0), None, Some(4)];
        assert_eq!(parents(&[1, 2, 3, 2, 1, 2]), expected);
    }

    #[test]
    fn skipped_levels_still_nest() {
        assert_eq!(parents(&[3, 1, 3, 2]), [None, None, Some(1), Some(1)]);
    }

    #[test]
    fn neighbours_know_each_other() {
        let bookmark = |level| Bookmark {
            level,
            title: String::new(),
            page: 0,
            y: 0,
        };
        let places = places(&[1, 2, 2, 1].map(bookmark));
        assert_eq!(places[1].next, Some(2));
        assert_eq!(places[2].previous, Some(1));
        assert_eq!((places[0].next, places[3].previous), (Some(3), Some(0)));
        assert_eq!(places[0].children, [1, 2]);
    }
}
