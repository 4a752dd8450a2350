//! The whole kit: a table of contents, then every packet on pages of its own.

use crate::kit::Imprint;

use crate::layout::blocks::Composer;
use crate::layout::body::{Body, Leaf};
use crate::layout::field::Naming;
use crate::layout::furniture::{Place, furniture};
use crate::layout::pages::{Bookmark, Page, Pages, Role, Structure};
use crate::layout::tree::ROOT;

mod entries;

/// See [`Typesetter::bind`](crate::layout::Typesetter::bind).
pub(super) fn bind(
    composer: &mut Composer<'_>,
    cover: &Imprint,
    parts: &[(&Body, &Imprint)],
) -> Pages {
    let front = front_matter(composer, cover, parts);
    let first = front.pages.len();
    let count = first
        + parts
            .iter()
            .map(|(body, _)| body.pages.len())
            .sum::<usize>();
    let mut pages = Pages {
        title: crate::layout::document_title(cover),
        language: cover.labels.language.clone(),
        structure: front.structure,
        outline: vec![Bookmark {
            level: 1,
            title: cover.labels.program.whole_kit.contents.clone(),
            page: 0,
            y: 0,
        }],
        ..Pages::default()
    };
    for (index, leaf) in front.pages.into_iter().enumerate() {
        let place = Place {
            number: index + 1,
            count,
        };
        pages.pages.push(page(composer, leaf, cover, place));
    }
    let mut naming = Naming::default();
    for (body, imprint) in parts {
        let first = pages.pages.len();
        append(&mut pages, composer, body, imprint, count);
        naming.packet(&mut pages.pages[first..]);
    }
    pages
}

/// The pages before the packets. How many they are does not depend on the page numbers in them,
/// so a first try with any numbers tells which numbers are right.
fn front_matter(composer: &mut Composer<'_>, cover: &Imprint, parts: &[(&Body, &Imprint)]) -> Body {
    let try_out = entries::contents(composer, cover, parts, 0);
    composer.begin();
    entries::contents(composer, cover, parts, try_out.pages.len())
}

/// Adds the pages of a packet.
fn append(
    pages: &mut Pages,
    composer: &mut Composer<'_>,
    body: &Body,
    imprint: &Imprint,
    count: usize,
) {
    let (nodes, first) = (pages.structure.len(), pages.pages.len());
    pages.structure.extend(
        body.structure
            .iter()
            .enumerate()
            .map(|(index, node)| match index {
                ROOT => Structure {
                    role: Role::Part,
                    parent: ROOT,
                    column_span: 1,
                },
                _ => Structure {
                    parent: node.parent + nodes,
                    ..node.clone()
                },
            }),
    );
    for leaf in &body.pages {
        let place = Place {
            number: pages.pages.len() + 1,
            count,
        };
        let leaf = page(composer, leaf.clone(), imprint, place);
        pages.pages.push(moved(leaf, nodes));
    }
    if body
        .outline
        .first()
        .is_none_or(|bookmark| bookmark.level > 1)
    {
        let title = imprint.title.clone();
        pages.outline.push(Bookmark {
            level: 1,
            title,
            page: first,
            y: 0,
        });
    }
    pages
        .outline
        .extend(body.outline.iter().map(|mark| Bookmark {
            page: mark.page + first,
            ..mark.clone()
        }));
}

/// The page in a document where the nodes of its packet come after others.
fn moved(mut page: Page, nodes: usize) -> Page {
    page.first_node = nodes;
    for link in &mut page.links {
        link.node += nodes;
    }
    for field in &mut page.fields {
        field.node += nodes;
    }
    page
}

/// A finished page.
pub(in crate::layout) fn page(
    composer: &mut Composer<'_>,
    leaf: Leaf,
    imprint: &Imprint,
    place: Place,
) -> Page {
    Page {
        width: composer.theme.paper.width(),
        height: composer.theme.paper.height(),
        furniture: furniture(composer, imprint, place),
        body: leaf.content,
        first_node: 0,
        links: leaf.links,
        fields: leaf.fields.into_iter().map(|area| area.field).collect(),
    }
}
