//! Choice: the options as boxes side by side, a circle and bold words in each.

use crate::document::ChoiceOption;

use super::{Composer, setting};
use crate::layout::field::{self, FieldArea};
use crate::layout::pages::{Content, FieldKind, Item, Length, PT, Role};
use crate::layout::slice::{Backdrop, Edge, Flow, Look, Room, Slice};
use crate::layout::text;
use crate::layout::theme::{AROUND_BLOCK, MARK, OPTION};

/// Between two boxes.
const GAP: Length = 8 * PT;
/// Above and below the words.
const PAD: Length = 6 * PT;
/// Left of the circle.
const SIDE: Length = 9 * PT;
/// Radius of the circle.
const RADIUS: Length = 4 * PT;
/// From the left edge of the box to its words.
const HANG: Length = SIDE + 2 * RADIUS + 6 * PT;
/// The outline of a circle.
const CIRCLE_LINE: Length = 8 * PT / 10;

impl Composer<'_> {
    pub(super) fn choice(
        &mut self,
        field: &str,
        options: &[ChoiceOption],
        room: Room,
        flow: &mut Flow,
    ) {
        let id = (self.field(), field);
        let list = self.tree.add(Role::BulletedList, room.parent);
        let mut widest = 0;
        for option in options {
            let (_, line) = text::measure(&mut self.tools(), &option.label, OPTION);
            widest = widest.max(line + HANG + SIDE);
        }
        let fitting = ((room.width + GAP) / (widest + GAP)).max(1) as usize;
        let rows = options.len().div_ceil(fitting).max(1);
        // Rows of the same length: four options that do not fit in one row are two and two.
        let in_row = options.len().div_ceil(rows).max(1);
        let width = (room.width - GAP * (in_row as Length - 1)) / in_row as Length;
        let mark = flow.mark();
        for row in options.chunks(in_row) {
            let (mut beside, mut backdrops) = (Vec::new(), Vec::new());
            for (index, option) in row.iter().enumerate() {
                let x = room.x + (width + GAP) * index as Length;
                beside.push(self.option(
                    id,
                    option,
                    Room {
                        x,
                        width,
                        ..room.under(list)
                    },
                ));
                let (id, look) = (self.backdrop(), Look::Option);
                backdrops.push(Backdrop {
                    id,
                    x,
                    width,
                    look,
                    end: Edge::Middle,
                });
            }
            flow.push(Slice {
                after: GAP,
                backdrops,
                ..Slice::beside(beside)
            });
        }
        flow.keep(mark);
        flow.space(mark, 0, AROUND_BLOCK);
    }

    fn option(&mut self, id: (usize, &str), option: &ChoiceOption, room: Room) -> Flow {
        let item = self.tree.add(Role::ListItem, room.parent);
        let node = self.tree.add(Role::ListBody, item);
        let (x, width) = (room.x + HANG, room.width - HANG - SIDE);
        let lines = self.set(&option.label, setting(OPTION, x, width, Some(node)));
        let mut flow = Flow::default();
        flow.push(Slice::blank(PAD));
        lines
            .into_iter()
            .for_each(|line| flow.push(Slice::line(line)));
        flow.push(Slice::blank(PAD));
        if let Some(first) = flow.slices.get_mut(1) {
            let centre = (room.x + SIDE + RADIUS, OPTION.leading / 2);
            let stroke = Some((CIRCLE_LINE, MARK));
            let circle = Item::Circle {
                centre,
                radius: RADIUS,
                fill: None,
                stroke,
            };
            first.content.push(Content {
                node: None,
                items: vec![circle],
            });
            let words = field::words(&option.label);
            let tooltip = field::tooltip(&[&self.subject, &words], &option.value);
            let kind = FieldKind::Radio {
                value: option.value.as_str().into(),
                choice: field::tooltip(&[&self.subject], id.1),
            };
            let rect = field::around(centre, RADIUS);
            first
                .fields
                .push(FieldArea::new(id, kind, rect, &tooltip, node));
        }
        flow
    }
}
