//! Pages: what layout makes and the PDF writer draws.
//!
//! Lengths are integers in 1/1000 pt, x from the left edge and y from the top edge of the page,
//! y growing downwards. Nothing here knows PDF.

use crate::labels;
use crate::theme::Logo;
use std::sync::Arc;

/// A length in 1/1000 pt.
pub type Length = i32;

/// One point (1/72 inch).
pub const PT: Length = 1000;

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: Length,
    /// Top edge.
    pub y: Length,
    /// Width.
    pub width: Length,
    /// Height.
    pub height: Length,
}

/// A laid-out packet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pages {
    /// Title of the document, for its metadata and the viewer's window.
    pub title: String,
    /// BCP 47 language tag.
    pub language: String,
    /// The direction of that language.
    pub direction: Direction,
    /// The pages, in order.
    pub pages: Vec<Page>,
    /// The structure tree, root first. A parent comes before its children.
    pub structure: Vec<Structure>,
    /// The bookmarks, in reading order.
    pub outline: Vec<Bookmark>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width of the paper.
    pub width: Length,
    /// Height of the paper.
    pub height: Length,
    /// Running head and foot: decoration, which says where in a document the page is.
    pub furniture: Vec<Item>,
    /// Everything else, in painting order, which is also the reading order. The same page in
    /// two documents shares it.
    pub body: Arc<Vec<Content>>,
    /// What to add to the nodes in `body` for those of [`Pages::structure`].
    pub first_node: NodeId,
    /// Areas to click.
    pub links: Vec<Link>,
    /// Places to fill in, in reading order.
    pub fields: Vec<Field>,
}

impl Page {
    /// The body, with each stretch's node in [`Pages::structure`].
    pub fn stretches(&self) -> impl Iterator<Item = (Option<NodeId>, &[Item])> {
        self.body.iter().map(|content| {
            let node = content.node.map(|node| node + self.first_node);
            (node, content.items.as_slice())
        })
    }

    /// All that is drawn, the furniture first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        let body = self.body.iter().flat_map(|content| &content.items);
        self.furniture.iter().chain(body)
    }
}

/// Things drawn together that mean one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The structure node it belongs to, counted from the first of its packet; `None` for
    /// decoration, which a screen reader skips.
    pub node: Option<NodeId>,
    /// What to draw.
    pub items: Vec<Item>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// Shaped text.
    Text(TextRun),
    /// A straight line.
    Line {
        /// Start.
        from: (Length, Length),
        /// End.
        to: (Length, Length),
        /// Thickness.
        thickness: Length,
        /// Colour.
        colour: Colour,
    },
    /// A rectangle, filled, outlined or both.
    Box {
        /// Where.
        rect: Rect,
        /// Radius of its corners.
        radius: Length,
        /// Fill.
        fill: Option<Colour>,
        /// Outline: thickness and colour.
        stroke: Option<(Length, Colour)>,
    },
    /// A circle.
    Circle {
        /// Centre.
        centre: (Length, Length),
        /// Radius.
        radius: Length,
        /// Fill.
        fill: Option<Colour>,
        /// Outline: thickness and colour.
        stroke: Option<(Length, Colour)>,
    },
    /// The logo. It is all that its structure node has.
    Picture {
        /// Where.
        rect: Rect,
        /// What.
        logo: Arc<Logo>,
    },
}

/// The direction in which text is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// As Latin, Greek and Cyrillic.
    #[default]
    LeftToRight,
    /// As Hebrew and Arabic.
    RightToLeft,
}

impl Direction {
    /// The direction as it appears in the mirror in which a page is laid out that is read to the left.
    pub(super) fn seen_on(self, page: Self) -> Self {
        match self == page {
            true => Self::LeftToRight,
            false => Self::RightToLeft,
        }
    }
}

impl From<labels::Direction> for Direction {
    fn from(direction: labels::Direction) -> Self {
        match direction {
            labels::Direction::LeftToRight => Self::LeftToRight,
            labels::Direction::RightToLeft => Self::RightToLeft,
        }
    }
}

/// One line of text in one face, size and colour.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Which face: an index into the fonts that layout was given.
    pub face: usize,
    /// Font size.
    pub size: Length,
    /// Left end of the baseline.
    pub x: Length,
    /// Baseline.
    pub y: Length,
    /// Colour.
    pub colour: Colour,
    /// The direction in which it is read.
    pub direction: Direction,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
}

impl Pages {
    /// Takes the fields off: what is left is drawn exactly as before.
    pub fn drop_fields(&mut self) {
        for page in &mut self.pages {
            page.fields.clear();
        }
    }
}

impl TextRun {
    /// The text the run stands for, in reading order.
    pub fn text(&self) -> String {
        let texts = self.glyphs.iter().map(|glyph| &*glyph.text);
        match self.direction {
            Direction::LeftToRight => texts.collect(),
            Direction::RightToLeft => texts.rev().collect(),
        }
    }

    /// The width of the run.
    pub fn width(&self) -> Length {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}

/// One glyph of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// The glyph's id in its face.
    pub id: u16,
    /// How far the pen moves, at the run's size: shaped advance, kerning included.
    pub advance: Length,
    /// How far from the pen it is drawn, to the right and up: marks on letters.
    pub offset: (Length, Length),
    /// The characters it stands for; empty for all but the first glyph of a cluster.
    pub text: Arc<str>,
}

/// An area to click.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where.
    pub rect: Rect,
    /// Where it goes.
    pub target: Target,
    /// Its words, for a screen reader.
    pub description: String,
    /// The structure node of the link.
    pub node: NodeId,
}

/// A place to fill in. What shows where to write, mark or tick is drawn with the content; a field
/// is only there for those who fill the packet in on a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Where.
    pub rect: Rect,
    /// Its name, made of parts between dots. Only the values of one choice share a name, and the
    /// blanks in a text that ask for the same; no name is the front of another.
    pub name: Arc<str>,
    /// What can be filled in.
    pub kind: FieldKind,
    /// What to fill in here, in words, for a screen reader and for the pointer.
    pub tooltip: Arc<str>,
    /// The structure node that it is part of.
    pub node: NodeId,
    /// How many of the page's contents are read before it.
    pub after: usize,
}

/// What can be filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// Words.
    Text {
        /// Font size; 0 is the largest at which the words fit.
        size: Length,
        /// How they are set.
        setting: FieldSetting,
    },
    /// A box to tick.
    Check,
    /// One value of a choice.
    Radio {
        /// The value.
        value: Arc<str>,
        /// What is chosen, in words.
        choice: Arc<str>,
    },
}

/// How the words in a field are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldSetting {
    /// On one line, from its start.
    Line,
    /// On one line, in its middle.
    Centred,
    /// On as many lines as it takes.
    Lines,
    /// Within a line of text. Blanks of one name are filled in with the same words.
    InText,
}

/// Where a link or bookmark goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Out of the document.
    Url(String),
    /// A place in it: page index and height.
    Place {
        /// Index of the page.
        page: usize,
        /// Distance from its top edge.
        y: Length,
    },
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Depth, from 1. A bookmark's parent is the last one before it with a smaller level.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// Index of the page.
    pub page: usize,
    /// Distance from the page's top edge.
    pub y: Length,
}

/// Index into [`Pages::structure`].
pub type NodeId = usize;

/// A node of the structure tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure {
    /// What it is.
    pub role: Role,
    /// Its parent; the root is its own parent.
    pub parent: NodeId,
    /// For a cell: how many columns it spans.
    pub column_span: usize,
}

/// What a structure node is: the standard structure types of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The root.
    Document,
    /// A part of the whole kit: one packet.
    Part,
    /// A grouping without a meaning of its own.
    Section,
    /// Heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A quotation or panel.
    Quote,
    /// A bulleted list.
    BulletedList,
    /// A numbered list.
    NumberedList,
    /// A list item.
    ListItem,
    /// The bullet or number of an item.
    ListLabel,
    /// The body of an item.
    ListBody,
    /// A table.
    Table,
    /// The header rows of a table.
    TableHead,
    /// The other rows of a table.
    TableBody,
    /// A row.
    TableRow,
    /// A header cell of a column.
    ColumnHeader,
    /// A header cell of a row.
    RowHeader,
    /// A cell.
    Cell,
    /// A link.
    Link,
    /// A table of contents.
    Contents,
    /// An entry of a table of contents.
    ContentsItem,
    /// Code.
    Code,
    /// A picture.
    Figure,
}
