//! Blanks: ruled blanks side by side, each under its small label.

use crate::document::Blank;

use super::{Composer, setting};
use crate::layout::field::{self, ENTRY_HEIGHT, FieldArea};
use crate::layout::pages::{Content, FieldKind, Item, Length, NodeId, PT, Rect, Role};
use crate::layout::share::share;
use crate::layout::slice::{Flow, Hold, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{
    AROUND_BLOCK, BLANK_HEIGHT, CAPTION, GUTTER, MARK, SIGNATURE_HEIGHT, THIN,
};

/// No blank is narrower than a date.
const NARROWEST: Length = 60 * PT;

impl Composer<'_> {
    pub(super) fn blanks(&mut self, blanks: &[Blank], room: Room, flow: &mut Flow) {
        let fitting = ((room.width + GUTTER) / (NARROWEST + GUTTER)).max(1) as usize;
        let mark = flow.mark();
        for row in blanks.chunks(fitting) {
            self.row_of_blanks(row, room, flow);
        }
        flow.space(mark, AROUND_BLOCK, AROUND_BLOCK);
    }

    /// One row: the labels, then the rules, which stay with them.
    fn row_of_blanks(&mut self, blanks: &[Blank], room: Room, flow: &mut Flow) {
        let gaps = GUTTER * (blanks.len() as Length - 1);
        let weights: Vec<i64> = blanks.iter().map(|blank| i64::from(blank.width)).collect();
        let mut needs = Vec::new();
        for blank in blanks {
            let (word, _) = text::measure(&mut self.tools(), &blank.label, CAPTION);
            needs.push(word.max(NARROWEST));
        }
        let widths = share(room.width - gaps, &weights, &needs);
        let caption = CAPTION.in_colour(self.theme.grey());
        let (mut labels, mut rules, mut fields) = (Vec::new(), Vec::new(), Vec::new());
        let mut x = room.x;
        let signed = blanks.iter().any(is_signature);
        let height = if signed {
            SIGNATURE_HEIGHT
        } else {
            BLANK_HEIGHT
        };
        for (blank, width) in blanks.iter().zip(widths) {
            let node = self.tree.add(Role::Paragraph, room.parent);
            let lines = self.set(&blank.label, setting(caption, x, width, Some(node)));
            let mut label = Flow::default();
            lines
                .into_iter()
                .for_each(|line| label.push(Slice::line(line)));
            labels.push(label);
            let y = height - THIN / 2;
            let (from, to) = ((x, y), (x + width, y));
            rules.push(Item::Line {
                from,
                to,
                thickness: THIN,
                colour: MARK,
            });
            let rect = Rect {
                x,
                y: height - ENTRY_HEIGHT,
                width,
                height: ENTRY_HEIGHT - THIN,
            };
            fields.push(self.blank_field(blank, rect, node));
            x += width + GUTTER;
        }
        flow.push(Slice {
            hold: Hold::Next,
            ..Slice::beside(labels)
        });
        let content = vec![Content {
            node: None,
            items: rules,
        }];
        flow.push(Slice {
            content,
            fields,
            after: AROUND_BLOCK,
            ..Slice::blank(height)
        });
    }

    /// Where a name or date is typed. A signature can be, too: on paper the blank is empty, and
    /// who signs on a screen mostly does so by typing the name.
    fn blank_field(&mut self, blank: &Blank, rect: Rect, node: NodeId) -> FieldArea {
        let tooltip = field::tooltip(&[&field::words(&blank.label)], &blank.field);
        let id = (self.field(), &*blank.field);
        FieldArea::new(id, FieldKind::LINE, rect, &tooltip, node)
    }
}

/// Whether somebody signs here, and needs the height.
fn is_signature(blank: &Blank) -> bool {
    blank.field.contains("sign")
}
