//! Marked content: the stretches of a page that belong to one structure node.

use crate::layout::pages::{Content, Item, NodeId, Page};

/// A stretch of a page's body.
pub(super) struct Mark<'p> {
    /// The structure node it belongs to; `None` for decoration.
    pub(super) owner: Option<Owner>,
    /// How many of the page's contents come before it.
    pub(super) after: usize,
    content: &'p [Content],
}

/// Where a mark belongs.
pub(super) struct Owner {
    /// The structure node.
    pub(super) node: NodeId,
    /// The mark's number on its page.
    pub(super) number: i64,
}

impl<'p> Mark<'p> {
    /// What is drawn.
    pub(super) fn items(&self) -> impl Iterator<Item = &'p Item> + use<'p> {
        self.content.iter().flat_map(|content| &content.items)
    }
}

/// The marks of a page's body in painting order. Neighbours with the same owner are one mark,
/// which keeps both the page and the structure tree short.
pub(super) fn of(page: &Page) -> impl Iterator<Item = Mark<'_>> {
    let (mut count, mut contents) = (0, 0);
    page.body
        .chunk_by(|a, b| a.node == b.node)
        .map(move |content| {
            let owner = content[0].node.map(|node| {
                count += 1;
                Owner {
                    node: node + page.first_node,
                    number: count - 1,
                }
            });
            let after = contents;
            contents += content.len();
            Mark {
                owner,
                after,
                content,
            }
        })
}
