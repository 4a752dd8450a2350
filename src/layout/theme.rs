//! The theme in lengths: type sizes, colours, the spaces between blocks, and what a workspace's
//! [`Theme`] changes about them.
//!
//! Every measure of the pages is here, with the reason for it; the rest of `layout` only adds
//! them up.

use super::pages::{Colour, Length, PT};
use crate::theme::{Density, Margins, Theme, mm};

impl Theme {
    /// Width of the text on a page.
    pub const fn measure(&self) -> Length {
        self.paper.width() - self.margins.left - self.margins.right
    }

    /// From the top edge to the rule under the running head.
    pub const fn head_rule(&self) -> Length {
        self.margins.top + HEAD_HEIGHT
    }

    /// From the top edge to the first line of the body.
    pub const fn body_top(&self) -> Length {
        self.margins.top + ABOVE_BODY
    }

    /// From the last line of the body to the bottom edge.
    pub const fn body_bottom(&self) -> Length {
        self.margins.bottom + BELOW_BODY
    }

    /// Height of the text on a page, between running head and foot.
    pub const fn depth(&self) -> Length {
        self.paper.height() - self.body_top() - self.body_bottom()
    }

    /// The colour of headings, numbers and rules of weight.
    pub fn accent(&self) -> Colour {
        self.accent.unwrap_or(NAVY)
    }

    /// The colour of secondary text.
    pub fn grey(&self) -> Colour {
        self.grey.unwrap_or(GREY)
    }

    /// Weak space, in hundredths of the usual.
    pub const fn spacing(&self) -> Length {
        match self.density {
            Density::Compact => 75,
            Density::Standard => 100,
            Density::Roomy => 130,
        }
    }

    /// Running text as closely as the theme sets it. Forms stay as they are: they are made to
    /// fit a page.
    pub const fn leaded(&self, style: Style) -> Style {
        let hundredths = match self.density {
            Density::Compact => 95,
            Density::Standard => 100,
            Density::Roomy => 110,
        };
        Style {
            leading: style.leading * hundredths / 100,
            ..style
        }
    }

    /// From one ruled line to the next: room for handwriting.
    pub const fn line_pitch(&self) -> Length {
        match self.density {
            Density::Compact => mm(70),
            Density::Standard => LINE_PITCH,
            Density::Roomy => mm(85),
        }
    }
}

/// From the top of the running head to the rule under it.
const HEAD_HEIGHT: Length = mm(205) - Margins::USUAL.top;
/// From the top of the running head to the first line of the body.
const ABOVE_BODY: Length = mm(262) - Margins::USUAL.top;
/// From the last line of the body to the rule of the foot.
const BELOW_BODY: Length = mm(195) - Margins::USUAL.bottom;

/// The accent: navy, dark enough to print as black.
pub const NAVY: Colour = Colour(0x16, 0x36, 0x5c);
/// Running text.
pub const INK: Colour = Colour(0x1b, 0x1f, 0x24);
/// Secondary text: 6.4:1 on white and 5.8:1 on a panel.
pub const GREY: Colour = Colour(0x57, 0x60, 0x6a);
/// Lines to write on: visible after copying, quieter than handwriting.
pub const RULE: Colour = Colour(0x8c, 0x95, 0x9f);
/// Hairlines between rows and at the head and foot.
pub const HAIRLINE: Colour = Colour(0xc4, 0xca, 0xd1);
/// Boxes and circles to mark.
pub const MARK: Colour = Colour(0x3a, 0x42, 0x4c);
/// The ground of panels and bands.
pub const PANEL: Colour = Colour(0xf1, 0xf5, 0xf9);
/// The ground of text to read aloud.
pub const PANEL_GREEN: Colour = Colour(0xf0, 0xf6, 0xf2);
/// Every other part of a time bar.
pub const TINT: Colour = Colour(0xe6, 0xec, 0xf3);
/// Internal papers.
pub const RED: Colour = Colour(0x8b, 0x1a, 0x1a);
/// The candidate's papers, and what is read aloud to the candidate.
pub const GREEN: Colour = Colour(0x1d, 0x63, 0x3d);
/// Links.
pub const LINK: Colour = Colour(0x1f, 0x4f, 0x8f);

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Font size.
    pub size: Length,
    /// From one baseline to the next.
    pub leading: Length,
    /// Roman or bold.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// How ragged the right edge may be.
    pub fit: Fit,
}

/// The weight of running text; strong emphasis is bold in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Roman.
    Regular,
    /// Bold.
    Bold,
}

/// What good lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Full lines and a last line of any length but the shortest.
    Full,
    /// Lines of about equal length: headings.
    Balanced,
}

impl Style {
    const fn new(size: Length, leading: Length, colour: Colour) -> Self {
        Self {
            size,
            leading,
            weight: Weight::Regular,
            colour,
            fit: Fit::Full,
        }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self {
            weight: Weight::Bold,
            ..self
        }
    }

    /// The same in another colour.
    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same with lines of about equal length.
    pub const fn balanced(self) -> Self {
        Self {
            fit: Fit::Balanced,
            ..self
        }
    }
}

/// Tenths of a point as a [`Length`].
const fn tenths(of_a_point: Length) -> Length {
    of_a_point * (PT / 10)
}

/// Running text.
pub const BODY: Style = Style::new(tenths(95), tenths(135), INK);
/// Text beside or under a question: a step smaller, so that the question leads.
pub const SMALL: Style = Style::new(tenths(90), tenths(125), INK);
/// Cells of a table.
pub const CELL: Style = Style::new(tenths(88), tenths(122), INK);
/// Cells of a scorecard: the largest at which ten rows and a recommendation fit one page.
pub const ANCHOR: Style = Style::new(tenths(80), tenths(101), INK);
/// The words of a question.
pub const ASK: Style = Style::new(tenths(105), tenths(145), INK).bold().balanced();
/// The line under a title.
pub const LEAD: Style = Style::new(tenths(105), tenths(150), GREY);
/// The same under the heading of a section.
pub const SECTION_LEAD: Style = Style::new(tenths(95), tenths(135), GREY);
/// Competencies and minutes of a question.
pub const META: Style = Style::new(tenths(78), tenths(110), GREY);
/// Small labels over lists and panels.
pub const LABEL: Style = Style::new(tenths(80), tenths(120), NAVY).bold();
/// The header of a scorecard.
pub const LEVEL: Style = Style::new(tenths(75), tenths(100), NAVY).bold();
/// Small labels over lines and blanks.
pub const CAPTION: Style = Style::new(tenths(75), tenths(100), GREY);
/// Sections in the table of contents: close, for the contents of a kit should be one page.
pub const SECTION_ENTRY: Style = Style::new(tenths(85), tenths(110), INK);
/// The options of a choice.
pub const OPTION: Style = Style::new(tenths(95), tenths(130), INK).bold();
/// Parts of a time bar.
pub const PART: Style = Style::new(tenths(78), tenths(105), INK);
/// Preformatted text.
pub const CODE: Style = Style::new(tenths(85), tenths(120), INK);
/// Running head.
pub const HEAD: Style = Style::new(tenths(78), tenths(100), GREY);
/// Foot.
pub const FOOT: Style = Style::new(tenths(75), tenths(100), GREY);

/// The style of a heading: 21 for the title, then 12.5, 10.5 and the size of the text.
pub const fn heading(level: u8, accent: Colour) -> Style {
    match level {
        0 | 1 => Style::new(tenths(210), tenths(260), accent),
        2 => Style::new(tenths(125), tenths(165), accent),
        3 => Style::new(tenths(105), tenths(145), INK),
        _ => Style::new(tenths(95), tenths(135), accent),
    }
    .bold()
    .balanced()
}

/// Weak space above and below a heading: more above, so that it belongs to what follows.
pub const fn heading_space(level: u8) -> (Length, Length) {
    match level {
        0 | 1 => (24 * PT, 8 * PT),
        2 => (19 * PT, 6 * PT),
        3 => (13 * PT, 4 * PT),
        _ => (10 * PT, 3 * PT),
    }
}

/// Weak space after a paragraph or list.
pub const AFTER_TEXT: Length = 6 * PT;
/// Weak space between a title and the line under it.
pub const ABOVE_LEAD: Length = 3 * PT;
/// Weak space after the line under a title.
pub const AFTER_LEAD: Length = 12 * PT;
/// Weak space around panels, tables and other things with an outline.
pub const AROUND_BLOCK: Length = 11 * PT;
/// Weak space between the items of a list.
pub const BETWEEN_ITEMS: Length = tenths(15);
/// Weak space above and below a question: clearly more than within it.
pub const AROUND_QUESTION: Length = 15 * PT;
/// Space inside a panel, above and below its text.
pub const PANEL_PAD: Length = tenths(75);
/// Space inside a panel, left and right of its text.
pub const PANEL_SIDE: Length = 12 * PT;
/// The coloured edge of a panel.
pub const PANEL_EDGE: Length = tenths(16);
/// How far the tint of a panel reaches past its text where the panel goes on over a page.
pub const PANEL_CONTINUED: Length = 4 * PT;
/// The column of question numbers.
pub const NUMBER_COLUMN: Length = 22 * PT;
/// Between columns side by side.
pub const GUTTER: Length = 18 * PT;
/// From one ruled line to the next, usually.
pub const LINE_PITCH: Length = mm(75);
/// From a small label down to its first line: the label uses part of the first pitch.
pub const FIRST_LINE: Length = 17 * PT;
/// Height of a blank under its label: name, date.
pub const BLANK_HEIGHT: Length = 19 * PT;
/// Height of a blank where somebody signs: with the label below it, 14 mm.
pub const SIGNATURE_HEIGHT: Length = 30 * PT;
/// Weak space between a line to write on and the label of what follows: more than between a label
/// and its own line, to which it would not seem to belong otherwise.
pub const ABOVE_LABEL: Length = 22 * PT;
/// Height of a header that names are written into: two lines of handwriting under a number.
pub const NAMES_HEIGHT: Length = mm(160);
/// Height of an empty box of a grid.
pub const GRID_HEIGHT: Length = mm(90);
/// Thickness of hairlines.
pub const HAIR: Length = tenths(5);
/// Thickness of the lines to write on.
pub const THIN: Length = tenths(6);
/// Thickness of the rule under a table's header.
pub const STRONG: Length = tenths(9);
/// Left and right of the text in a cell.
pub const CELL_SIDE: Length = 4 * PT;
/// Left and right of the text in a cell of a scorecard, where every letter counts.
pub const ANCHOR_SIDE: Length = 3 * PT;
/// Weak space above and below the text in a cell of a table.
pub const CELL_PAD: Length = tenths(46);
/// Weak space above and below the text in a cell of a scorecard.
pub const ANCHOR_PAD: Length = tenths(38);
/// The narrowest room that text is ever given: indents stop there, and a table with more columns
/// than fit at this width is split.
pub const LEAST_ROOM: Length = 30 * PT;
