//! The areas to click.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use super::draft::Draft;
use crate::layout::pages::{Link, Page, Pages, Target};

/// Flag: the annotation belongs to the printed page too.
const PRINT: i32 = 1 << 2;

/// Adds the links, which [`structure`](super::structure) puts on their pages; gives their ids by
/// page, in the order of the page's links.
pub(super) fn add(draft: &mut Draft, pages: &Pages) -> Vec<Vec<ObjectId>> {
    // The keys of annotations in the structure tree come after those of the pages.
    let mut keys = pages.pages.len()..;
    let add = |(index, page): (usize, &Page)| {
        let links = page.links.iter().zip(keys.by_ref());
        let add = links.map(|(link, key)| {
            let mut entries = annotation(draft, index, link);
            entries.set("StructParent", key as i64);
            let id = draft.document.new_object_id();
            draft.spelled.add(id, &entries.into());
            id
        });
        add.collect()
    };
    pages.pages.iter().enumerate().map(add).collect()
}

fn annotation(draft: &Draft, index: usize, link: &Link) -> Dictionary {
    let page = &draft.pages[index];
    let mut entries = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => page.rectangle(link.rect).map(Object::from).to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
        "P" => page.id,
        "Contents" => text_string(&link.description),
    };
    match &link.target {
        Target::Url(url) => {
            let uri = Object::string_literal(ascii_url(url));
            entries.set("A", dictionary! { "S" => "URI", "URI" => uri });
        }
        Target::Place { page, y } => entries.set("Dest", draft.place(*page, *y)),
    }
    entries
}

/// PDF takes addresses in ASCII only.
fn ascii_url(url: &str) -> String {
    let byte = |b: u8| match b {
        b'!'..=b'~' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    url.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::ascii_url;

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(
            ascii_url("https://a.org/?q=%20#x"),
            "https://a.org/?q=%20#x"
        );
        assert_eq!(ascii_url("https://a.org/ä b"), "https://a.org/%C3%A4%20b");
    }
}
