//! Questions: the number in the margin, or above where there is none, the words to say in bold, and
//! all that belongs to them as one unit.

use crate::document::{Block, Inline, ParagraphStyle};

use super::{Composer, setting};
use crate::layout::pages::{Length, PT, Role};
use crate::layout::slice::{Flow, Heading, Hold, Room, Slice};
use crate::layout::text::{self, Line};
use crate::layout::theme::{AROUND_QUESTION, ASK, CAPTION, NUMBER_COLUMN, SMALL};

/// Between a number and the words of its question.
const AFTER_NUMBER: Length = 6 * PT;
/// Weak space between the words of a question and what is below them.
const AFTER_ASK: Length = 2 * PT;
/// The depth of a question among the bookmarks.
const BOOKMARK: u8 = 3;

impl Composer<'_> {
    pub(super) fn question(
        &mut self,
        number: &str,
        ask: &[Inline],
        blocks: &[Block],
        room: Room,
        flow: &mut Flow,
    ) {
        let section = self.tree.add(Role::Section, room.parent);
        let node = self.tree.add_question(section);
        let style = self.theme.leaded(ASK).in_colour(self.theme.accent());
        let label = [Inline::Text(number.to_owned())];
        let numeral = self.set(&label, setting(style, room.x, room.width / 4, Some(node)));
        let wide = numeral.iter().map(|line| line.width).max().unwrap_or(0);
        let indented = room.indented(NUMBER_COLUMN.max(wide + AFTER_NUMBER));
        // Where columns stand in columns there may be no margin for it.
        let is_beside = numeral.len() <= 1 && indented.x - room.x >= wide + AFTER_NUMBER;
        let inner = Room {
            style: self.theme.leaded(SMALL),
            ..if is_beside { indented } else { room }.under(section)
        };

        let mark = flow.mark();
        let asked = self.set_in(ask, self.theme.leaded(ASK), inner, node);
        let lines = if is_beside {
            with_number(asked, numeral)
        } else {
            numeral.into_iter().chain(asked).collect()
        };
        for line in lines {
            flow.push(Slice {
                hold: Hold::Next,
                ..Slice::line(line)
            });
        }
        flow.space(mark, 0, AFTER_ASK);
        let body = flow.mark();
        let subject = self
            .labels
            .program
            .form
            .question
            .fill(&[("number", number)]);
        let subject = std::mem::replace(&mut self.subject, subject);
        self.question_body(blocks, inner, flow);
        self.subject = subject;
        let repeat = self.continued(number, inner, flow);
        for slice in &mut flow.slices[body..] {
            slice.repeat = slice.repeat.or(Some(repeat));
        }
        flow.keep(mark);
        flow.space(mark, AROUND_QUESTION, AROUND_QUESTION);
        if let Some(first) = flow.slices.get_mut(mark) {
            let title = format!("{number} {}", text::plain(ask)).trim().to_owned();
            first.bookmarks.push(Heading {
                level: BOOKMARK,
                title,
            });
        }
    }

    /// The parts of a question; a meta line stays with what is below it.
    fn question_body(&mut self, blocks: &[Block], room: Room, flow: &mut Flow) {
        for block in blocks {
            self.blocks(std::slice::from_ref(block), room, flow);
            if matches!(
                block,
                Block::Paragraph {
                    style: ParagraphStyle::Meta,
                    ..
                }
            ) {
                flow.hold_last();
            }
        }
    }

    /// What stands above the rest of a question on the next page.
    fn continued(&mut self, number: &str, room: Room, flow: &mut Flow) -> usize {
        let label = &self.labels.program.form.question_continued;
        let words = label.fill(&[("number", number)]);
        let setting = setting(
            CAPTION.in_colour(self.theme.grey()),
            room.x,
            room.width,
            None,
        );
        let line = text::one_line(&mut self.tools(), &words, setting);
        flow.repeats.push(Slice {
            after: AFTER_NUMBER,
            ..Slice::line(line)
        });
        flow.repeats.len() - 1
    }
}

/// Puts the number before the first line, on its baseline.
fn with_number(mut asked: Vec<Line>, numeral: Vec<Line>) -> Vec<Line> {
    let mut numeral = numeral.into_iter();
    let Some(first) = numeral.next() else {
        return asked;
    };
    match asked.first_mut() {
        Some(line) => {
            line.content.splice(0..0, first.content);
        }
        None => asked.push(first),
    }
    asked
}
