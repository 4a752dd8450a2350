//! Notes: a small label, then ruled lines to write on.

use crate::document::Inline;

use super::Composer;
use crate::layout::field::{self, FieldArea};
use crate::layout::pages::{Content, FieldKind, Item, Length, PT, Rect, Role};
use crate::layout::slice::{Fill, Flow, Hold, Room, Slice};
use crate::layout::theme::{ABOVE_LABEL, AFTER_TEXT, CAPTION, FIRST_LINE, RULE, THIN};
use crate::layout::tree::ROOT;

/// Weak space above the label, unless it is below other lines to write on.
const ABOVE: Length = 4 * PT;

/// Notes keep at least this many lines when they give some up for the sake of a page.
const FEWEST: u16 = 3;
/// Notes of no line fill what would be blank of their page, with at least so many.
const FEWEST_TO_FILL: u16 = 2;
/// How many lines notes may give up.
const MOST_SPARE: u16 = 2;

/// What viewers keep free between the edge of a field and its first and last line.
const PADDING: Length = PT;

impl Composer<'_> {
    pub(super) fn notes(
        &mut self,
        field: &str,
        label: &[Inline],
        lines: u16,
        room: Room,
        flow: &mut Flow,
    ) {
        let mark = flow.mark();
        let above = if flow.ends_in_rule() && !label.is_empty() {
            ABOVE_LABEL
        } else {
            ABOVE
        };
        let (id, words) = (self.field(), field::words(label));
        let words = match words.as_str() {
            "" => &self.labels.program.form.notes,
            words => words,
        };
        let tooltip = field::tooltip(&[&self.subject, words], field);
        let (pitch, caption) = (
            self.theme.line_pitch(),
            CAPTION.in_colour(self.theme.grey()),
        );
        if !label.is_empty() {
            let node = self.tree.add(Role::Paragraph, room.parent);
            for line in self.set_in(label, caption, room, node) {
                flow.push(Slice {
                    hold: Hold::Next,
                    ..Slice::line(line)
                });
            }
        }
        let labelled = flow.mark() > mark;
        let (asked, lines) = (lines, lines.max(FEWEST_TO_FILL));
        for index in 0..lines {
            let height = if index == 0 && labelled {
                FIRST_LINE
            } else {
                pitch
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
            let (rect, kind) = (writing_room(room, height, pitch), FieldKind::NOTES);
            let area = FieldArea::new((id, field), kind, rect, &tooltip, room.parent);
            flow.push(Slice {
                hold,
                fill,
                content,
                fields: vec![area],
                ..Slice::blank(height)
            });
        }
        // Within a list or a column they are a part of something that has to be there.
        let alone = room.parent == ROOT && room.width == self.theme.measure();
        if asked == 0 && alone {
            let added = &mut flow.slices[mark..];
            added.iter_mut().for_each(|it| it.fill = Fill::Filler);
        }
        flow.space(mark, above, AFTER_TEXT);
    }
}

/// Where words are typed on a ruled line: two lines of them, the lower one on the rule. Under a
/// label there is room for one. Viewers keep their padding free at the top and at the bottom.
fn writing_room(room: Room, height: Length, pitch: Length) -> Rect {
    let used = if height < pitch { pitch / 2 } else { height };
    Rect {
        x: room.x,
        y: height - used - PADDING,
        width: room.width,
        height: used + 2 * PADDING,
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
