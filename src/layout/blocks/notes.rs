//! Notes: a small label, then ruled lines to write on.

use crate::document::Inline;

use super::Composer;
use crate::layout::pages::{Content, Item, Length, PT, Role};
use crate::layout::slice::{Fill, Flow, Hold, Room, Slice};
use crate::layout::theme::{AFTER_TEXT, CAPTION, FIRST_LINE, LINE_PITCH, RULE, THIN};

/// Weak space above the label.
const ABOVE_LABEL: Length = 4 * PT;

/// Notes keep at least this many lines when they give some up for the sake of a page.
const FEWEST: u16 = 3;
/// How many lines notes may give up.
const MOST_SPARE: u16 = 2;

impl Composer<'_> {
    pub(super) fn notes(&mut self, label: &[Inline], lines: u16, room: Room, flow: &mut Flow) {
        let mark = flow.mark();
        if !label.is_empty() {
            let node = self.tree.add(Role::Paragraph, room.parent);
            for line in self.set_in(label, CAPTION, room, node) {
                flow.push(Slice {
                    hold: Hold::Next,
                    ..Slice::line(line)
                });
            }
        }
        let labelled = flow.mark() > mark;
        for index in 0..lines {
            let height = if index == 0 && labelled {
                FIRST_LINE
            } else {
                LINE_PITCH
            };
            // A single line on either side of a page break is no room for notes.
            let alone = index == 0 || index + 2 == lines;
            let hold = if alone && index + 1 < lines {
                Hold::Next
            } else {
                Hold::Loose
            };
            let fill = match index {
                _ if index + 1 == lines => Fill::Again,
                _ if (FEWEST - 1..lines.min(FEWEST + MOST_SPARE) - 1).contains(&index) => {
                    Fill::Spare
                }
                _ => Fill::Once,
            };
            let content = vec![ruled(room, height)];
            flow.push(Slice {
                hold,
                fill,
                content,
                ..Slice::blank(height)
            });
        }
        flow.space(mark, ABOVE_LABEL, AFTER_TEXT);
    }
}

/// A line to write on, at the bottom of its height.
pub(super) fn ruled(room: Room, height: Length) -> Content {
    let y = height - THIN / 2;
    let item = Item::Line {
        from: (room.x, y),
        to: (room.x + room.width, y),
        thickness: THIN,
        colour: RULE,
    };
    Content {
        node: None,
        items: vec![item],
    }
}
