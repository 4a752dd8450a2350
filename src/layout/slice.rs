//! Slices: what blocks become, and what pages are filled with.
//!
//! A block is laid out as a sequence of slices, from top to bottom: a line of text, a ruled line,
//! a row of a table. A slice says how high it is, what it draws and how it wants to be kept or
//! parted; it knows nothing of pages. That keeps the code of blocks free of page breaks, and the
//! code of page breaks free of blocks.

use std::ops::Range;

use super::field::FieldArea;
use super::pages::{Colour, Content, Item, Length, NodeId, Rect, Target};
use super::text::Line;
use super::theme::{BODY, LEAST_ROOM, Style};
use crate::theme::Theme;

/// A slice. Its x axis starts at the left margin, its y axis at its own top.
#[derive(Debug, Clone, Default)]
pub(super) struct Slice {
    /// Height.
    pub height: Length,
    /// From its top to its first baseline; 0 when it has no text.
    pub baseline: Length,
    /// What is drawn.
    pub content: Vec<Content>,
    /// Areas to click.
    pub links: Vec<LinkArea>,
    /// Places to fill in, read before the content.
    pub fields: Vec<FieldArea>,
    /// Bookmarks to its top.
    pub bookmarks: Vec<Heading>,
    /// Grounds and outlines as high as the slice; slices of one ground share it.
    pub backdrops: Vec<Backdrop>,
    /// Weak space above: of two spaces that meet, the larger counts, and none at a page's top.
    pub before: Length,
    /// Weak space below.
    pub after: Length,
    /// What may come between it and the next slice.
    pub hold: Hold,
    /// Whether it starts a new page.
    pub start: Start,
    /// Flows side by side, drawn in order after the content.
    pub columns: Vec<Flow>,
    /// Whether its columns may be parted.
    pub tear: Tear,
    /// What is repeated above it where it starts a page: an index into [`Flow::repeats`].
    pub repeat: Option<usize>,
    /// Whether it may be left out or repeated.
    pub fill: Fill,
    /// How much lower it may be to save a page: the white above and below the words of a row.
    pub give: Length,
    /// How much lower it has been made for that.
    pub given: Length,
}

/// What may come between a slice and the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Hold {
    /// A page break.
    #[default]
    Loose,
    /// Nothing: a heading and what follows it, the first two lines of a paragraph.
    Next,
}

/// Where a slice starts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Start {
    /// Below the slice before it.
    #[default]
    Here,
    /// On a new page.
    NewPage,
}

/// When columns may be parted between two pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Tear {
    /// When they are higher than a page: rows of tables.
    #[default]
    OverPage,
    /// Also when moving them would leave much of a page blank: columns of text.
    Roomy,
}

/// How a slice may help to fill a page, or to save one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Fill {
    /// It is there exactly once.
    #[default]
    Once,
    /// It may be left out: a ruled line beyond the fewest.
    Spare,
    /// Copies of it may follow: the last of some ruled lines.
    Again,
    /// It is only there when the rest of its page would stay blank.
    Filler,
}

/// An area to click, relative to its slice or line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LinkArea {
    /// Where.
    pub rect: Rect,
    /// Where it goes.
    pub target: Target,
    /// Its words.
    pub description: String,
    /// The structure node of the link.
    pub node: NodeId,
}

/// A bookmark to a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Depth, from 1.
    pub level: u8,
    /// Its words.
    pub title: String,
}

/// A ground or outline behind slices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Backdrop {
    /// Slices with the same id stand on one ground.
    pub id: usize,
    /// Left edge.
    pub x: Length,
    /// Width.
    pub width: Length,
    /// How it looks.
    pub look: Look,
    /// Which end of the ground the slice is.
    pub end: Edge,
}

/// How a ground looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A tint with a coloured left edge.
    Panel {
        /// The tint.
        fill: Colour,
        /// The colour of the edge.
        edge: Colour,
    },
    /// A tint.
    Tint(Colour),
    /// A box with an outline, and a tint.
    Cell(Option<Colour>),
    /// A box with round corners.
    Option,
}

/// Which end of a ground a slice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// The first slice.
    First,
    /// One between.
    Middle,
    /// The last one.
    Last,
}

impl Look {
    /// Whether it goes on behind headers that are repeated on the next page.
    pub fn is_panel(self) -> bool {
        matches!(self, Self::Panel { .. })
    }
}

impl Slice {
    /// An empty slice.
    pub fn blank(height: Length) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// A line of text.
    pub fn line(line: Line) -> Self {
        Self {
            height: line.height,
            baseline: line.baseline,
            content: line.content,
            links: line.links,
            fields: line.fields,
            ..Self::default()
        }
    }

    /// Takes a part of the white above and below the words of a row away; less than nothing gives
    /// it back.
    pub fn lower(&mut self, by: Length) {
        let (above, below) = (by / 2, by - by / 2);
        for column in &mut self.columns {
            if let [first, .., last] = &mut column.slices[..] {
                first.height -= above;
                last.height -= below;
            }
        }
        for area in &mut self.fields {
            area.field.rect.y -= above;
        }
        self.height -= by;
        self.give = (self.give - by).max(0);
        self.given += by;
    }

    /// Flows side by side, as high as the highest.
    pub fn beside(columns: Vec<Flow>) -> Self {
        let height = columns.iter().map(Flow::height).max().unwrap_or(0);
        let first = columns.iter().filter_map(|flow| flow.slices.first());
        let baseline = first.map(|slice| slice.baseline).max().unwrap_or(0);
        Self {
            height,
            baseline,
            columns,
            ..Self::default()
        }
    }
}

/// Slices from top to bottom.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    /// The slices.
    pub slices: Vec<Slice>,
    /// Ranges of slices that stay together where they fit, by where they begin.
    pub units: Vec<Range<usize>>,
    /// What slices repeat where they start a page.
    pub repeats: Vec<Slice>,
}

impl Flow {
    /// Adds a slice.
    pub fn push(&mut self, slice: Slice) {
        self.slices.push(slice);
    }

    /// The number of slices so far: where the next block begins.
    pub fn mark(&self) -> usize {
        self.slices.len()
    }

    /// Gives what was added since `mark` at least this weak space above and below.
    pub fn space(&mut self, mark: usize, before: Length, after: Length) {
        if let Some(first) = self.slices.get_mut(mark) {
            first.before = first.before.max(before);
            if let Some(last) = self.slices.last_mut() {
                last.after = last.after.max(after);
            }
        }
    }

    /// Takes the weak space above and below off what was added since `mark`: it stands in a
    /// panel or cell that has its own.
    pub fn trim(&mut self, mark: usize) {
        if let Some(first) = self.slices.get_mut(mark) {
            first.before = 0;
            if let Some(last) = self.slices.last_mut() {
                last.after = 0;
            }
        }
    }

    /// Keeps what was added since `mark` together where it fits.
    pub fn keep(&mut self, mark: usize) {
        if mark + 1 < self.slices.len() {
            let at = self.units.partition_point(|unit| unit.start <= mark);
            self.units.insert(at, mark..self.slices.len());
        }
    }

    /// The units that begin among some slices.
    pub fn units_from(&self, slices: Range<usize>) -> &[Range<usize>] {
        let first = self.units.partition_point(|unit| unit.start < slices.start);
        let end = self.units.partition_point(|unit| unit.start < slices.end);
        &self.units[first..end]
    }

    /// Whether it ends in a line to write on.
    pub fn ends_in_rule(&self) -> bool {
        let is_rule = |item: &Item| matches!(item, Item::Line { .. });
        self.slices.last().is_some_and(|last| {
            let mut items = last.content.iter().flat_map(|content| &content.items);
            !last.fields.is_empty() && last.columns.is_empty() && items.all(is_rule)
        })
    }

    /// Holds the last slice to what follows.
    pub fn hold_last(&mut self) {
        if let Some(last) = self.slices.last_mut() {
            last.hold = Hold::Next;
        }
    }

    /// Puts a slice before what was added since `mark`.
    pub fn insert(&mut self, mark: usize, slice: Slice) {
        self.slices.insert(mark, slice);
        let later = self.units.partition_point(|unit| unit.start < mark);
        for unit in &mut self.units[later..] {
            *unit = unit.start + 1..unit.end + 1;
        }
    }

    /// Adds lines of text of which at least two stay together on either side of a page break.
    pub fn push_lines(&mut self, lines: Vec<Line>) {
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let widow_or_orphan = index == 0 || index + 2 == count;
            let hold = if widow_or_orphan && index + 1 < count {
                Hold::Next
            } else {
                Hold::Loose
            };
            self.push(Slice {
                hold,
                ..Slice::line(line)
            });
        }
    }

    /// Its height, with the weak space between slices.
    pub fn height(&self) -> Length {
        self.tops()
            .last()
            .map_or(0, |(top, slice)| top + slice.height)
    }

    /// Its slices with their distance from its top.
    pub fn tops(&self) -> impl Iterator<Item = (Length, &Slice)> {
        let (mut y, mut after) = (0, 0);
        self.slices.iter().enumerate().map(move |(index, slice)| {
            if index > 0 {
                y += slice.before.max(after);
            }
            let top = y;
            y += slice.height;
            after = slice.after;
            (top, slice)
        })
    }
}

/// The room a block is given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Left edge, from the left margin.
    pub x: Length,
    /// Width.
    pub width: Length,
    /// The structure node that the block's nodes are added to.
    pub parent: NodeId,
    /// How running text is set here.
    pub style: Style,
    /// The colour of small labels here.
    pub accent: Colour,
    /// How many lists it is in.
    pub depth: usize,
}

impl Room {
    /// The whole width of the page.
    pub fn page(theme: &Theme, parent: NodeId) -> Self {
        Self {
            x: 0,
            width: theme.measure(),
            parent,
            style: theme.leaded(BODY),
            accent: theme.accent(),
            depth: 0,
        }
    }

    /// The room left of which `by` is taken, as long as enough remains for text.
    pub fn indented(self, by: Length) -> Self {
        let by = by.min((self.width - LEAST_ROOM * 3).max(0));
        Self {
            x: self.x + by,
            width: self.width - by,
            ..self
        }
    }

    /// The room right of which `by` is taken, likewise.
    pub fn narrowed(self, by: Length) -> Self {
        Self {
            x: self.x,
            ..self.indented(by)
        }
    }

    /// The same room under another node.
    pub fn under(self, parent: NodeId) -> Self {
        Self { parent, ..self }
    }
}
