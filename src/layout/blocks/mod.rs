//! Collect: every block of a document becomes slices.
//!
//! One file per kind of block; each adds slices to a [`Flow`] within a [`Room`], and nodes to
//! the structure tree.

mod blanks;
mod choice;
mod columns;
mod list;
mod logo;
mod notes;
mod panel;
mod question;
mod simple;
pub(super) mod table;
mod time_bar;

use std::collections::BTreeSet;

use crate::document::{Block, Inline, ParagraphStyle};
use crate::font::{Fonts, Shaper, Vocabulary};
use crate::labels::Labels;

use super::pages::{Content, Direction, Item, Length, NodeId, PT};
use super::slice::{Fill, Flow, Room, Slice, Start};
use super::text::{self, Line, Setting, Tools};
use super::theme::{CAPTION, Style};
use super::tree::Tree;
use crate::theme::Theme;

/// What blocks are set with.
pub(super) struct Composer<'f> {
    fonts: &'f Fonts<'f>,
    shaper: Shaper<'f>,
    /// The look of the packet.
    pub theme: Theme,
    /// Words of our own.
    pub labels: &'f Labels,
    /// The direction of their language.
    page: Direction,
    /// The structure tree so far.
    pub tree: Tree,
    /// How many grounds there are so far.
    backdrops: usize,
    /// How many fields there are so far.
    fields: usize,
    /// What a place to fill in is about: the last heading, or the question around it.
    subject: String,
    /// The blanks that have been asked for.
    asked: BTreeSet<String>,
}

impl<'f> Composer<'f> {
    /// Starts with an empty tree.
    pub fn new(
        fonts: &'f Fonts<'f>,
        vocabulary: Vocabulary,
        theme: Theme,
        labels: &'f Labels,
    ) -> Self {
        Self {
            fonts,
            shaper: Shaper::with(fonts, vocabulary),
            theme,
            labels,
            page: labels.direction.into(),
            tree: Tree::new(),
            backdrops: 0,
            fields: 0,
            subject: String::new(),
            asked: BTreeSet::new(),
        }
    }

    /// All words that are known now. They are forgotten.
    pub fn take_vocabulary(&mut self) -> Vocabulary {
        self.shaper.take_vocabulary()
    }

    /// Starts over with an empty tree, for another document.
    pub fn begin(&mut self) {
        self.tree = Tree::new();
        self.backdrops = 0;
        self.fields = 0;
        self.subject.clear();
        self.asked.clear();
    }

    /// Adds blocks to a flow.
    pub fn blocks(&mut self, blocks: &[Block], room: Room, flow: &mut Flow) {
        let mut start = Start::Here;
        for (index, block) in blocks.iter().enumerate() {
            if *block == Block::PageBreak {
                start = Start::NewPage;
                continue;
            }
            let mark = flow.mark();
            self.block(block, room, flow);
            if introduces(blocks, index) && flow.mark() - mark <= LONGEST_INTRODUCTION {
                flow.hold_last();
            }
            if let Some(first) = flow.slices.get_mut(mark)
                && start == Start::NewPage
            {
                first.start = start;
                start = Start::Here;
            }
        }
    }

    fn block(&mut self, block: &Block, room: Room, flow: &mut Flow) {
        match block {
            Block::Heading { level, content } => self.heading(*level, content, room, flow),
            Block::Paragraph { style, content } => self.paragraph(*style, content, room, flow),
            Block::List(list) => self.list(list, room, flow),
            Block::Panel { kind, blocks } => self.panel(*kind, blocks, room, flow),
            Block::Table(table) => self.table(table, room, flow),
            Block::Question {
                number,
                ask,
                blocks,
            } => {
                self.question(number, ask, blocks, room, flow);
            }
            Block::Columns(columns) => self.columns(columns, room, flow),
            Block::Keep(blocks) => self.kept(blocks, room, flow),
            Block::Notes {
                field,
                label,
                lines,
            } => self.notes(field, label, *lines, room, flow),
            Block::Blanks(blanks) => self.blanks(blanks, room, flow),
            Block::Choice { field, options } => self.choice(field, options, room, flow),
            Block::TimeBar(parts) => self.time_bar(parts, room, flow),
            Block::Rule => self.rule(room, flow),
            Block::Code(code) => self.code(code, room, flow),
            Block::PageBreak => {}
        }
    }

    /// Blocks that stay on one page where they fit. Where they do not, the heading that they begin
    /// with is repeated.
    fn kept(&mut self, blocks: &[Block], room: Room, flow: &mut Flow) {
        let mark = flow.mark();
        self.blocks(blocks, room, flow);
        if let Some(Block::Heading { content, .. }) = blocks.first() {
            self.carry_on(&text::plain(content), room, mark, flow);
        }
        for slice in &mut flow.slices[mark..] {
            if slice.fill == Fill::Filler {
                slice.fill = Fill::Once;
            }
        }
        flow.keep(mark);
    }

    /// Where what was added since `mark` goes on over a page, it says there what it is a part of.
    fn carry_on(&mut self, title: &str, room: Room, mark: usize, flow: &mut Flow) {
        let form = &self.labels.program.form;
        let words = match title.trim() {
            "" => form.continued.clone(),
            title => form.part_continued.fill(&[("title", title)]),
        };
        let style = CAPTION.in_colour(self.theme.grey());
        let mut tools = self.tools();
        let baseline = text::baseline(tools.fonts, style);
        let strip = text::truncated(&mut tools, &words, style, room.width);
        let content = Content {
            node: None,
            items: strip.at((room.x, baseline)).map(Item::Text).collect(),
        };
        flow.repeats.push(Slice {
            baseline,
            content: vec![content],
            after: AFTER_CONTINUED,
            ..Slice::blank(style.leading)
        });
        let repeat = flow.repeats.len() - 1;
        // It begins with what is repeated.
        for slice in flow.slices.iter_mut().skip(mark + 1) {
            slice.repeat = slice.repeat.or(Some(repeat));
        }
    }

    /// The tools that text is set with.
    pub fn tools(&mut self) -> Tools<'_, 'f> {
        Tools {
            fonts: self.fonts,
            shaper: &mut self.shaper,
            tree: &mut self.tree,
            page: self.page,
        }
    }

    /// Sets text in lines.
    pub fn set(&mut self, content: &[Inline], setting: Setting) -> Vec<Line> {
        text::set(&mut self.tools(), content, setting)
    }

    /// Sets text in lines across a room.
    fn set_in(&mut self, content: &[Inline], style: Style, room: Room, node: NodeId) -> Vec<Line> {
        self.set(content, setting(style, room.x, room.width, Some(node)))
    }

    /// The width of text on one line.
    pub fn width(&mut self, text: &str, style: Style) -> Length {
        let face = self.face_of(text, style);
        self.shaper.width(face, text, style.size)
    }

    /// The face of words that are not set in lines.
    pub fn face_of(&self, words: &str, style: Style) -> usize {
        let face = text::face(style.weight, false);
        self.fonts.for_all_of(face, words)
    }

    /// A new field.
    fn field(&mut self) -> usize {
        self.fields += 1;
        self.fields
    }

    /// A new ground.
    fn backdrop(&mut self) -> usize {
        self.backdrops += 1;
        self.backdrops
    }
}

/// Weak space below the words that say what goes on.
const AFTER_CONTINUED: Length = 6 * PT;
/// A paragraph of at most this many lines between a heading and what it introduces stays with it.
const LONGEST_INTRODUCTION: usize = 3;

/// Whether a block is all that stands between a heading and what is asked, listed or filled in, or
/// the small line above it.
fn introduces(blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    let lead = ParagraphStyle::Lead;
    let Block::Paragraph { style, .. } = &blocks[index] else {
        return false;
    };
    (matches!(before, Some(Block::Heading { .. })) || *style == lead)
        && matches!(
            blocks.get(index + 1),
            Some(Block::Question { .. } | Block::Table(_) | Block::List(_) | Block::Notes { .. })
        )
}

/// Text set to the start of the line.
pub(super) fn setting(style: Style, x: Length, width: Length, node: Option<NodeId>) -> Setting {
    Setting {
        style,
        x,
        width,
        align: crate::document::Alignment::Start,
        node,
    }
}
