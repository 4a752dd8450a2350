//! Lists: bullets hang, numerals line up at their right, tick boxes are drawn.

use crate::document::{Block, Inline, List, ListItem};

use super::{Composer, setting};
use crate::layout::field::{self, FieldArea};
use crate::layout::pages::{Content, Direction, FieldKind, Item, Length, NodeId, PT, Rect, Role};
use crate::layout::shift::{shifted, shifted_rect};
use crate::layout::slice::{Flow, Hold, Room, Slice};
use crate::layout::text::{self, READ_TO_LEFT};
use crate::layout::theme::{AFTER_TEXT, BETWEEN_ITEMS, MARK, Style};

/// From the edge of the text to the bullet of the outermost list.
const BULLET_INDENT: Length = 2 * PT;
/// From the edge of the text to the words of an item with a bullet.
const HANG: Length = 12 * PT;
/// From the edge of the text to the words of an item with a tick box.
const TICK_HANG: Length = 16 * PT;
/// The side of a tick box.
const TICK: Length = 8 * PT;
/// The outline of a tick box.
const TICK_LINE: Length = 7 * PT / 10;
/// Between a numeral and the words of its item.
const AFTER_NUMERAL: Length = 5 * PT;
/// Two items of at most this many lines together are not parted where a list begins or ends.
const MOST_PAIRED: usize = 6;
/// A list of at most so many items stays together, as long as they have no more lines than this.
const SHORT: usize = 8;
const MOST_LINES: usize = 10;
/// Weak space around items of more than one block.
const BETWEEN_LONG_ITEMS: Length = 4 * PT;

impl Composer<'_> {
    pub(super) fn list(&mut self, list: &List, room: Room, flow: &mut Flow) {
        let role = if list.start.is_some() {
            Role::NumberedList
        } else {
            Role::BulletedList
        };
        let node = self.tree.add(role, room.parent);
        let hang = self.hang(list, room.style);
        let mark = flow.mark();
        let mut ends = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let numeral = list
                .start
                .map(|start| format!("{}.", start.saturating_add(index as u64)));
            self.item(item, numeral, hang, room.under(node), flow);
            ends.push(flow.mark());
        }
        pair_ends(mark, &ends, flow);
        let short = flow.mark() - mark <= MOST_LINES;
        // In a panel or column, the list would leave its page alone.
        let whole = room.depth == 0 && room.width == self.theme.measure();
        if whole && short && list.items.len() <= SHORT {
            flow.keep(mark);
        }
        flow.space(mark, 0, AFTER_TEXT);
    }

    /// How far the words of the items are indented: for numerals, as far as the widest needs.
    fn hang(&mut self, list: &List, style: Style) -> Length {
        let Some(start) = list.start else {
            let ticks = list.items.iter().any(|item| item.check.is_some());
            return if ticks { TICK_HANG } else { HANG };
        };
        let last = start.saturating_add(list.items.len().saturating_sub(1) as u64);
        let widest = self.width(&format!("{last}."), style);
        (widest + AFTER_NUMERAL).max(HANG + PT)
    }

    fn item(
        &mut self,
        item: &ListItem,
        numeral: Option<String>,
        hang: Length,
        room: Room,
        flow: &mut Flow,
    ) {
        let node = self.tree.add(Role::ListItem, room.parent);
        let label_node = self.tree.add(Role::ListLabel, node);
        let body = self.tree.add(Role::ListBody, node);
        let direction = start(item, self.page).seen_on(self.page);
        let beside = match direction {
            Direction::LeftToRight => room.indented(hang),
            Direction::RightToLeft => room.narrowed(hang),
        };
        let inner = Room {
            depth: room.depth + 1,
            ..beside.under(body)
        };
        let mark = flow.mark();
        self.blocks(&item.blocks, inner, flow);
        let own = text::baseline(self.fonts, room.style);
        if flow
            .slices
            .get(mark)
            .is_none_or(|first| first.baseline == 0)
        {
            // Nothing to hang the bullet on: a table, or no words at all.
            let mut empty = Slice::blank(room.style.leading);
            (empty.baseline, empty.hold) = (own, Hold::Next);
            flow.insert(mark, empty);
        }
        let gap = item_gap(item);
        for slice in &mut flow.slices[mark..] {
            // The space of paragraphs on their own would tear a list apart.
            (slice.before, slice.after) = (slice.before.min(gap), slice.after.min(gap));
        }
        flow.space(mark, gap, gap);
        let down = flow.slices[mark].baseline - own;
        let label = match (&item.check, numeral) {
            (Some(_), _) => vec![tick_box(tick_rect(at_edge(room, direction, TICK), own))],
            (None, Some(numeral)) => self.numeral(&numeral, (hang, direction), room, label_node),
            (None, None) => self.bullet(room, direction, label_node),
        };
        let label = label.iter().map(|content| shifted(content, 0, down));
        flow.slices[mark].content.splice(0..0, label);
        if let Some(field) = &item.check {
            let rect = shifted_rect(tick_rect(at_edge(room, direction, TICK), own), 0, down);
            let area = self.tick_field(field, item, rect, label_node);
            flow.slices[mark].fields.insert(0, area);
        }
    }

    /// Where an item is ticked.
    fn tick_field(&mut self, field: &str, item: &ListItem, rect: Rect, node: NodeId) -> FieldArea {
        let words = item.blocks.first().and_then(|block| match block {
            Block::Paragraph { content, .. } => Some(field::words(content)),
            _ => None,
        });
        let words = words.as_deref().unwrap_or(&self.subject);
        let tooltip = field::tooltip(&[words], field);
        let centre = (rect.x + rect.width / 2, rect.y + rect.height / 2);
        let rect = field::around(centre, rect.width / 2);
        FieldArea::new(
            (self.field(), field),
            FieldKind::Check,
            rect,
            &tooltip,
            node,
        )
    }

    /// A numeral that ends where all numerals of the list end.
    fn numeral(
        &mut self,
        numeral: &str,
        (hang, direction): (Length, Direction),
        room: Room,
        node: NodeId,
    ) -> Vec<Content> {
        match direction {
            Direction::LeftToRight => {
                let x = room.x + hang - AFTER_NUMERAL - self.width(numeral, room.style);
                self.label(numeral, x, room, node)
            }
            Direction::RightToLeft => {
                let x = room.x + room.width - hang + AFTER_NUMERAL;
                let numeral = match self.page {
                    Direction::LeftToRight => format!("{READ_TO_LEFT}{numeral}"),
                    Direction::RightToLeft => numeral.to_owned(),
                };
                self.label(&numeral, x, room, node)
            }
        }
    }

    /// A bullet; a dash within another list.
    fn bullet(&mut self, room: Room, direction: Direction, node: NodeId) -> Vec<Content> {
        let sign = if room.depth.is_multiple_of(2) {
            "•"
        } else {
            "–"
        };
        let width = self.width(sign, room.style);
        self.label(sign, at_edge(room, direction, width), room, node)
    }

    fn label(&mut self, words: &str, x: Length, room: Room, node: NodeId) -> Vec<Content> {
        let content = [Inline::Text(words.to_owned())];
        let lines = self.set(&content, setting(room.style, x, text::ENDLESS, Some(node)));
        lines.into_iter().flat_map(|line| line.content).collect()
    }
}

/// Holds the first two items together and the last two, if they are short: none is alone below
/// its heading or at the top of a page.
fn pair_ends(mark: usize, ends: &[usize], flow: &mut Flow) {
    let Some(last_pair) = ends.len().checked_sub(2) else {
        return;
    };
    for first in [0, last_pair] {
        let begin = first.checked_sub(1).map_or(mark, |before| ends[before]);
        if ends[first + 1] - begin <= MOST_PAIRED {
            flow.slices[ends[first] - 1].hold = Hold::Next;
        }
    }
}

/// From which side of the page an item begins: that of its first words.
fn start(item: &ListItem, page: Direction) -> Direction {
    match item.blocks.first() {
        Some(Block::Paragraph { content, .. }) => text::start(content, page),
        _ => page,
    }
}

/// The left edge of a label at the side where reading begins.
fn at_edge(room: Room, direction: Direction, width: Length) -> Length {
    match direction {
        Direction::LeftToRight => room.x + BULLET_INDENT,
        Direction::RightToLeft => room.x + room.width - BULLET_INDENT - width,
    }
}

/// The weak space around an item: more when it is more than a line of text and further lists.
fn item_gap(item: &ListItem) -> Length {
    let texts = item
        .blocks
        .iter()
        .filter(|block| !matches!(block, Block::List(_)));
    if texts.count() > 1 {
        BETWEEN_LONG_ITEMS
    } else {
        BETWEEN_ITEMS
    }
}

/// A tick box that stands on the baseline.
fn tick_rect(x: Length, baseline: Length) -> Rect {
    Rect {
        x,
        y: baseline + PT / 2 - TICK,
        width: TICK,
        height: TICK,
    }
}

fn tick_box(rect: Rect) -> Content {
    let item = Item::Box {
        rect,
        radius: PT,
        fill: None,
        stroke: Some((TICK_LINE, MARK)),
    };
    Content {
        node: None,
        items: vec![item],
    }
}
