//! Finalize: sheets become the body of pages, positioned on the paper.

use std::sync::Arc;

use super::field::FieldArea;
use super::fill;
use super::pages::{Bookmark, Content, Item, Length, Link, PT, Rect, Structure};
use super::shift::{shifted, shifted_rect};
use super::slice::{Backdrop, Edge, Flow, Look, Slice};
use super::theme::{HAIR, MARK, PANEL_CONTINUED, PANEL_EDGE, RULE};
use crate::theme::Theme;

/// The pages of a packet without running heads and page numbers, which depend on where the
/// pages end up: in a packet of their own, or in a whole kit.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The pages.
    pub(super) pages: Vec<Leaf>,
    /// The structure tree; node 0 is the packet.
    pub(super) structure: Vec<Structure>,
    /// The bookmarks.
    pub(super) outline: Vec<Bookmark>,
}

/// A page of a body.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Leaf {
    /// What is drawn.
    pub content: Arc<Vec<Content>>,
    /// Areas to click.
    pub links: Vec<Link>,
    /// Places to fill in.
    pub fields: Vec<FieldArea>,
}

impl Body {
    /// The number of pages.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }
}

/// Corners of an option's box.
const OPTION_RADIUS: Length = 2 * PT;
/// Outline of an option's box.
const OPTION_LINE: Length = 8 * PT / 10;

/// Distributes a flow over pages, and positions what is on them.
pub(super) fn finalize(flow: &Flow, theme: &Theme, structure: Vec<Structure>) -> Body {
    let sheets = fill::distribute(flow, theme);
    let mut body = Body {
        pages: Vec::new(),
        structure,
        outline: Vec::new(),
    };
    for (page, sheet) in sheets.iter().enumerate() {
        let mut draft = Draft::new(theme.margins.left);
        let slices: Vec<(Length, &Slice)> = sheet
            .slices
            .iter()
            .map(|(top, slice)| (theme.body_top() + top, &**slice))
            .collect();
        draft.draw(&slices);
        for (top, slice) in slices {
            body.outline
                .extend(slice.bookmarks.iter().map(|heading| Bookmark {
                    level: heading.level,
                    title: heading.title.clone(),
                    page,
                    y: top,
                }));
        }
        body.pages.push(Leaf {
            content: Arc::new(draft.content),
            links: draft.links,
            fields: draft.fields,
        });
    }
    body
}

/// A page of a body while it is being drawn.
struct Draft {
    /// From the left edge to the text.
    left: Length,
    content: Vec<Content>,
    links: Vec<Link>,
    fields: Vec<FieldArea>,
}

impl Draft {
    fn new(left: Length) -> Self {
        Self {
            left,
            content: Vec::new(),
            links: Vec::new(),
            fields: Vec::new(),
        }
    }

    /// Draws slices and then what is beside each other in them; grounds come first.
    fn draw(&mut self, slices: &[(Length, &Slice)]) {
        self.grounds(slices);
        for (top, slice) in slices {
            self.fill_in(slice, *top);
            for content in &slice.content {
                self.push(shifted(content, self.left, *top));
            }
            self.links.extend(slice.links.iter().map(|link| Link {
                rect: shifted_rect(link.rect, self.left, *top),
                target: link.target.clone(),
                description: link.description.clone(),
                node: link.node,
            }));
            for column in &slice.columns {
                let beside: Vec<(Length, &Slice)> =
                    column.tops().map(|(y, slice)| (top + y, slice)).collect();
                self.draw(&beside);
            }
        }
    }

    /// Adds the places to fill in of a slice.
    fn fill_in(&mut self, slice: &Slice, top: Length) {
        for area in &slice.fields {
            let area = area.placed(self.left, top, self.content.len());
            let joined = self.fields.last_mut().is_some_and(|last| last.join(&area));
            if !joined {
                self.fields.push(area);
            }
        }
    }

    /// Neighbours with one meaning become one, which keeps the tree of marked content small.
    fn push(&mut self, content: Content) {
        match self.content.last_mut() {
            Some(last) if last.node == content.node => last.items.extend(content.items),
            _ => self.content.push(content),
        }
    }

    /// Draws the grounds of slices, each once, from its first slice to its last.
    fn grounds(&mut self, slices: &[(Length, &Slice)]) {
        let mut grounds: Vec<Ground> = Vec::new();
        for (top, slice) in slices {
            let bottom = top + slice.height;
            for backdrop in &slice.backdrops {
                match grounds
                    .iter_mut()
                    .find(|ground| ground.backdrop.id == backdrop.id)
                {
                    Some(ground) => ground.extend(bottom, backdrop.end),
                    None => grounds.push(Ground::new(*backdrop, *top, bottom)),
                }
            }
        }
        for ground in grounds {
            self.push(Content {
                node: None,
                items: ground.items(self.left),
            });
        }
    }
}

/// A ground on one page.
struct Ground {
    backdrop: Backdrop,
    top: Length,
    bottom: Length,
    opens: bool,
    closes: bool,
}

impl Ground {
    fn new(backdrop: Backdrop, top: Length, bottom: Length) -> Self {
        let (opens, closes) = (backdrop.end == Edge::First, backdrop.end == Edge::Last);
        Self {
            backdrop,
            top,
            bottom,
            opens,
            closes,
        }
    }

    fn extend(&mut self, bottom: Length, end: Edge) {
        self.bottom = bottom;
        self.closes |= end == Edge::Last;
    }

    fn items(&self, left: Length) -> Vec<Item> {
        let Backdrop { x, width, look, .. } = self.backdrop;
        let x = x + left;
        let rect = Rect {
            x,
            y: self.top,
            width,
            height: self.bottom - self.top,
        };
        let filled = |rect, fill| Item::Box {
            rect,
            radius: 0,
            fill: Some(fill),
            stroke: None,
        };
        match look {
            Look::Panel { fill, edge } => {
                let rect = self.continued(rect);
                let bar = Rect {
                    width: PANEL_EDGE,
                    ..rect
                };
                vec![filled(rect, fill), filled(bar, edge)]
            }
            Look::Tint(fill) => vec![filled(rect, fill)],
            Look::Cell(fill) => {
                let stroke = Some((HAIR, RULE));
                vec![Item::Box {
                    rect,
                    radius: 0,
                    fill,
                    stroke,
                }]
            }
            Look::Option => {
                let stroke = Some((OPTION_LINE, MARK));
                vec![Item::Box {
                    rect,
                    radius: OPTION_RADIUS,
                    fill: None,
                    stroke,
                }]
            }
        }
    }

    /// Where a panel goes on over a page, its tint reaches a little past its text.
    fn continued(&self, rect: Rect) -> Rect {
        let above = if self.opens { 0 } else { PANEL_CONTINUED };
        let below = if self.closes { 0 } else { PANEL_CONTINUED };
        Rect {
            y: rect.y - above,
            height: rect.height + above + below,
            ..rect
        }
    }
}
