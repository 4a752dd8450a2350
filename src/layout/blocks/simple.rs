//! Headings, paragraphs, rules and preformatted text.

use crate::document::{Inline, ParagraphStyle};

use super::Composer;
use crate::layout::pages::{Content, Item, Role};
use crate::layout::slice::{Backdrop, Edge, Flow, Heading, Hold, Look, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{
    ABOVE_LEAD, AFTER_LEAD, AFTER_TEXT, AROUND_BLOCK, CODE, HAIR, HAIRLINE, LABEL, LEAD, META,
    PANEL, PANEL_PAD, PANEL_SIDE, SECTION_LEAD, heading, heading_space,
};

/// Weak space after a small grey line: it belongs to what follows.
const AFTER_META: i32 = 3000;
/// Weak space around a small label: less below, where its list or text begins.
const AROUND_LABEL: (i32, i32) = (7000, 1500);
/// Headings down to this level are bookmarks.
const BOOKMARKED: u8 = 2;

impl Composer<'_> {
    /// A heading stays with what follows it.
    pub(super) fn heading(&mut self, level: u8, content: &[Inline], room: Room, flow: &mut Flow) {
        let node = self.tree.add_heading(level, room.parent);
        self.subject = text::plain(content);
        let style = heading(level, self.theme.accent());
        let lines = self.set_in(content, style, room, node);
        let mark = flow.mark();
        for line in lines {
            flow.push(Slice {
                hold: Hold::Next,
                ..Slice::line(line)
            });
        }
        let (before, after) = heading_space(level);
        flow.space(mark, before, after);
        if let (true, Some(first)) = (level <= BOOKMARKED, flow.slices.get_mut(mark)) {
            first.bookmarks.push(Heading {
                level,
                title: text::plain(content),
            });
        }
    }

    /// A paragraph: at least two of its lines stay together.
    pub(super) fn paragraph(
        &mut self,
        style: ParagraphStyle,
        content: &[Inline],
        room: Room,
        flow: &mut Flow,
    ) {
        let grey = self.theme.grey();
        let (type_style, before, after) = match style {
            // The running head says it on every page.
            ParagraphStyle::Audience => return,
            ParagraphStyle::Body => (room.style, 0, AFTER_TEXT),
            ParagraphStyle::Lead if self.tree.is_under_title() => {
                (LEAD.in_colour(grey), 0, AFTER_LEAD)
            }
            ParagraphStyle::Lead => (SECTION_LEAD.in_colour(grey), 0, AFTER_TEXT),
            ParagraphStyle::Meta => (META.in_colour(grey), 0, AFTER_META),
            ParagraphStyle::Label => (LABEL.in_colour(room.accent), AROUND_LABEL.0, AROUND_LABEL.1),
        };
        if let (ParagraphStyle::Lead, Some(title)) = (style, flow.slices.last_mut()) {
            title.after = title.after.min(ABOVE_LEAD);
        }
        let node = self.tree.add(Role::Paragraph, room.parent);
        let lines = self.set_in(content, type_style, room, node);
        let mark = flow.mark();
        flow.push_lines(lines);
        flow.space(mark, before, after);
        // "For each of these:" must not stand alone at the foot of a page.
        let introduces = text::plain(content).ends_with(':');
        if style == ParagraphStyle::Label || introduces {
            flow.hold_last();
        }
    }

    /// A horizontal rule.
    pub(super) fn rule(&mut self, room: Room, flow: &mut Flow) {
        let mut slice = Slice::blank(HAIR);
        slice.content.push(across(room, HAIR / 2));
        (slice.before, slice.after) = (AROUND_BLOCK, AROUND_BLOCK);
        flow.push(slice);
    }

    /// Preformatted text on a tinted ground; it may break anywhere.
    pub(super) fn code(&mut self, code: &str, room: Room, flow: &mut Flow) {
        let node = self.tree.add(Role::Code, room.parent);
        let inner = room.indented(PANEL_SIDE);
        let width = (inner.width - PANEL_SIDE).max(crate::layout::theme::LEAST_ROOM);
        let id = self.backdrop();
        let mark = flow.mark();
        flow.push(Slice {
            hold: Hold::Next,
            ..Slice::blank(PANEL_PAD)
        });
        for line in code.lines() {
            // No-break spaces keep the indentation, which ordinary spaces would lose.
            let kept = line.replace('\t', "    ").replace(' ', "\u{a0}");
            let content = [Inline::Text(kept)];
            let lines = self.set_in(&content, CODE, Room { width, ..inner }, node);
            if lines.is_empty() {
                flow.push(Slice::blank(CODE.leading));
            }
            lines
                .into_iter()
                .for_each(|line| flow.push(Slice::line(line)));
        }
        flow.hold_last();
        flow.push(Slice::blank(PANEL_PAD));
        let ground = Backdrop {
            id,
            x: room.x,
            width: room.width,
            look: Look::Tint(PANEL),
            end: Edge::Middle,
        };
        flow.slices[mark..]
            .iter_mut()
            .for_each(|slice| slice.backdrops.push(ground));
        flow.space(mark, AROUND_BLOCK, AROUND_BLOCK);
    }
}

/// A hairline across a room.
pub(super) fn across(room: Room, y: i32) -> Content {
    let item = Item::Line {
        from: (room.x, y),
        to: (room.x + room.width, y),
        thickness: HAIR,
        colour: HAIRLINE,
    };
    Content {
        node: None,
        items: vec![item],
    }
}
