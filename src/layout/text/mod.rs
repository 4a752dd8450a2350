//! Text: inline content becomes lines of positioned glyphs.
//!
//! 1. *collect*: the inline tree becomes one string with styled spans, in the order in which it
//!    is read ([`order`]);
//! 2. *prepare*: the string is cut where Unicode allows a line to end, and shaped;
//! 3. *break*: words are distributed over lines, by width alone;
//! 4. *arrange*: the pieces of each line get their places from left to right;
//! 5. *finalize*: they become runs, with tints, underlines and links.

mod arrange;
mod collect;
mod lines;
mod order;
mod place;
mod prepare;
mod strip;
mod words;

use crate::document::{Alignment, Inline};
use crate::font::{Fonts, Shaper};

use super::field::FieldArea;
use super::pages::{Content, Direction, Length, NodeId, TextRun};
use super::slice::LinkArea;
use super::theme::Style;
use super::tree::Tree;

pub(super) use collect::plain;
pub(super) use strip::truncated;
pub(super) use words::{face, one_line};

/// Has no look of its own, and turns what has no letters around: 1. becomes .1
pub(super) const READ_TO_LEFT: char = '\u{200f}';

/// The width of a setting whose lines never end. Nothing is set to its far side.
pub(super) const ENDLESS: Length = Length::MAX / 4;

/// What setting text needs: fonts to measure with, and the tree that links are added to.
pub(super) struct Tools<'a, 'f> {
    /// The fonts.
    pub fonts: &'f Fonts<'f>,
    /// Shapes words, and remembers them.
    pub shaper: &'a mut Shaper<'f>,
    /// The structure tree.
    pub tree: &'a mut Tree,
    /// The direction of the language of the page. Where that is to the left, everything is placed as
    /// in a mirror, and [turned around](super::mirror) when the page is finished.
    pub page: Direction,
}

/// Where and how text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Size, leading, weight, colour.
    pub style: Style,
    /// Left edge.
    pub x: Length,
    /// The longest a line may be; [`ENDLESS`] for text that stays on one line.
    pub width: Length,
    /// To which side lines are set; text that is read to the left starts at the right.
    pub align: Alignment,
    /// The node the text belongs to; `None` for decoration.
    pub node: Option<NodeId>,
}

/// One line of text. Its y axis starts at its top.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Height, leading included.
    pub height: Length,
    /// From the top to the baseline.
    pub baseline: Length,
    /// From the left edge of the setting to the end of the last glyph.
    pub width: Length,
    /// What is drawn.
    pub content: Vec<Content>,
    /// Areas to click.
    pub links: Vec<LinkArea>,
    /// Places to fill in.
    pub fields: Vec<FieldArea>,
}

/// Sets inline content in lines.
pub(super) fn set(tools: &mut Tools<'_, '_>, content: &[Inline], setting: Setting) -> Vec<Line> {
    let source = collect::collect(content, setting.style, tools.page);
    let words = prepare::prepare(tools, &source, setting);
    let ranges = lines::break_lines(&words, setting.width, setting.style.fit);
    place::place(tools, &source, words, &ranges, setting)
}

/// The widths that a table column is measured by: of the longest word, and of the longest line
/// when nothing is broken.
pub(super) fn measure(
    tools: &mut Tools<'_, '_>,
    content: &[Inline],
    style: Style,
) -> (Length, Length) {
    let source = collect::collect(content, style, tools.page);
    let words = prepare::measure(tools, &source, style);
    let (mut longest_word, mut longest_line, mut line) = (0, 0, 0);
    for word in &words {
        longest_word = longest_word.max(word.width);
        longest_line = longest_line.max(line + word.width);
        line += word.width + word.space;
        if word.end == words::End::Line {
            line = 0;
        }
    }
    (longest_word, longest_line)
}

/// From the top of a line to its baseline: what the leading adds is halved above and below.
pub(super) fn baseline(fonts: &Fonts<'_>, style: Style) -> Length {
    let face = words::face(style.weight, false);
    let (ascent, descent) = (
        fonts.ascent(face, style.size),
        fonts.descent(face, style.size),
    );
    (style.leading - ascent - descent) / 2 + ascent
}

/// From which side of the page the lines of inline content begin.
pub(super) fn start(content: &[Inline], page: Direction) -> Direction {
    order::Order::of(&plain(content), page).start
}

/// Glyphs as a run.
pub(super) fn run(
    glyphs: Vec<super::pages::Glyph>,
    face: usize,
    style: Style,
    at: (Length, Length),
) -> TextRun {
    TextRun {
        face,
        size: style.size,
        x: at.0,
        y: at.1,
        colour: style.colour,
        direction: Direction::LeftToRight,
        glyphs,
    }
}
