//! Blanks: ruled blanks side by side, each under its small label; where somebody signs, above it, and
//! where all are asked for again, beside it.

use crate::document::Blank;

use super::{Composer, setting};
use crate::layout::field::{self, ENTRY_HEIGHT, FieldArea};
use crate::layout::pages::{Content, FieldKind, Item, Length, NodeId, PT, Rect, Role};
use crate::layout::share::share;
use crate::layout::shift::shifted;
use crate::layout::slice::{Flow, Hold, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{
    ABOVE_LABEL, AFTER_TEXT, AROUND_BLOCK, BLANK_HEIGHT, CAPTION, GUTTER, MARK, SIGNATURE_HEIGHT,
    THIN,
};

/// Weak space between the rule of a signature and its label.
const BELOW_RULE: Length = 2 * PT;
/// Between a label before its rule and the rule, and from its baseline down to it.
const AFTER_COPIED: Length = 5 * PT;
const BELOW_COPIED: Length = 3 * PT;
/// No blank is narrower than a date.
const NARROWEST: Length = 60 * PT;

impl Composer<'_> {
    pub(super) fn blanks(&mut self, blanks: &[Blank], room: Room, flow: &mut Flow) {
        let fitting = ((room.width + GUTTER) / (NARROWEST + GUTTER)).max(1) as usize;
        for row in blanks.chunks(fitting) {
            let (mark, signed) = (flow.mark(), row.iter().any(is_signature));
            let above = match flow.ends_in_rule() {
                // The height to sign in is white already.
                _ if signed => AFTER_TEXT,
                true => ABOVE_LABEL,
                false => AROUND_BLOCK,
            };
            let again = row.iter().all(|blank| self.asked.contains(&blank.field));
            self.asked.extend(row.iter().map(|it| it.field.clone()));
            if !(again && self.row_of_copies(row, room, flow)) {
                self.row_of_blanks(row, room, flow);
            }
            flow.space(mark, above, AROUND_BLOCK);
        }
    }

    /// One row of blanks that stand elsewhere already, as in the head of a form that is handed in for
    /// itself: low, with the labels before the rules. Tells whether the labels are short enough.
    fn row_of_copies(&mut self, blanks: &[Blank], room: Room, flow: &mut Flow) -> bool {
        let count = blanks.len() as Length;
        let width = (room.width - GUTTER * (count - 1)) / count;
        let mut needs = Vec::new();
        for blank in blanks {
            let (_, line) = text::measure(&mut self.tools(), &blank.label, CAPTION);
            needs.push(line + AFTER_COPIED);
        }
        if needs.iter().any(|&need| need > width / 2) {
            return false;
        }
        let caption = CAPTION.in_colour(self.theme.grey());
        let mut row = Slice::blank(ENTRY_HEIGHT);
        for (index, (blank, need)) in blanks.iter().zip(needs).enumerate() {
            let x = room.x + (width + GUTTER) * index as Length;
            let node = self.tree.add(Role::Paragraph, room.parent);
            let rect = Rect {
                x: x + need,
                y: 0,
                width: width - need,
                height: ENTRY_HEIGHT - THIN,
            };
            row.fields.push(self.blank_field(blank, rect, node));
            for line in self.set(&blank.label, setting(caption, x, width, Some(node))) {
                let down = ENTRY_HEIGHT - BELOW_COPIED - line.baseline;
                let label = line.content.iter().map(|it| shifted(it, 0, down));
                row.content.extend(label);
            }
            row.content.push(Content {
                node: None,
                items: vec![rule((x + need, width - need), ENTRY_HEIGHT)],
            });
        }
        flow.push(row);
        true
    }

    /// One row: the labels, then the rules, which stay with them. The label of a signature is below
    /// its rule: above it, the height to sign in would make it the caption of what is before.
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
            rules.push(rule((x, width), height));
            let rect = Rect {
                x,
                y: height - ENTRY_HEIGHT,
                width,
                height: ENTRY_HEIGHT - THIN,
            };
            fields.push(self.blank_field(blank, rect, node));
            x += width + GUTTER;
        }
        let labels = Slice::beside(labels);
        let content = vec![Content {
            node: None,
            items: rules,
        }];
        let rules = Slice {
            content,
            fields,
            ..Slice::blank(height)
        };
        let [first, last] = if signed {
            [rules, labels]
        } else {
            [labels, rules]
        };
        let hold = Hold::Next;
        flow.push(Slice { hold, ..first });
        flow.push(Slice {
            before: if signed { BELOW_RULE } else { 0 },
            ..last
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

/// The rule of a blank, at the bottom of its height.
fn rule((x, width): (Length, Length), height: Length) -> Item {
    let y = height - THIN / 2;
    Item::Line {
        from: (x, y),
        to: (x + width, y),
        thickness: THIN,
        colour: MARK,
    }
}

/// Whether somebody signs here, and needs the height.
fn is_signature(blank: &Blank) -> bool {
    blank.field.contains("sign")
}
