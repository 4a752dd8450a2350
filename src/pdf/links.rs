//! The areas to click.

use lopdf::{Dictionary, Object, ObjectId, dictionary, text_string};

use super::draft::Draft;
use crate::layout::pages::{Link, Pages, Target};

/// Flag: the annotation belongs to the printed page too.
const PRINT: i32 = 1 << 2;

/// Adds the links, which [`structure`](super::structure) puts on their pages; gives their ids by
/// page, in the order of the page's links.
pub(super) fn add(draft: &mut Draft, pages: &Pages) -> Vec<Vec<ObjectId>> {
    let mut ids: Vec<Vec<ObjectId>> = Vec::with_capacity(pages.pages.len());
    for (index, page) in pages.pages.iter().enumerate() {
        let annotations: Vec<ObjectId> = page
            .links
            .iter()
            .map(|link| {
                let annotation = annotation(draft, index, link);
                draft.document.add_object(annotation)
            })
            .collect();
        ids.push(annotations);
    }
    ids
}

fn annotation(draft: &Draft, index: usize, link: &Link) -> Dictionary {
    let page = &draft.pages[index];
    let mut entries = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => page.rectangle(link.rect),
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
