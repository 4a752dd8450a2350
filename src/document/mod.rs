//! The document: what a packet says, free of any format.
//!
//! [`parse()`] reads the Markdown that a template made into this tree;
//! `html` and `layout` render it. The form parts (blanks, notes, scorecards, choices) are
//! written in the Markdown as ordinary tables, lists and quotes between *markers*, HTML comments
//! that only a template can write; see [`marker`] for the whole list.

mod fields;
mod forms;
mod inline;
pub mod marker;
mod names;
mod parse;
mod placeholder;
mod prose;
mod table;
mod write;

pub(crate) use fields::BY_LABEL;
pub(crate) use inline::{OPTIONS, may_link_to, without_definitions};
pub use inline::{line, plain_text};
pub(crate) use names::Names;
pub use parse::{Problem, ProblemKind, parse};
pub use placeholder::{Fill, unfilled};
pub use prose::prose;
pub use write::{prefix, write_blocks, write_inlines};

/// A packet's contents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The blocks, top to bottom.
    pub blocks: Vec<Block>,
}

/// One block of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1 (the title of the packet) to 4.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// How it is set.
        style: ParagraphStyle,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A bulleted, numbered or tick-box list.
    List(List),
    /// A tinted panel with a coloured edge: directions, text to read aloud, plain quotes.
    Panel {
        /// What the panel is for; sets its colour.
        kind: PanelKind,
        /// Its contents.
        blocks: Vec<Block>,
    },
    /// A table.
    Table(Table),
    /// A question of an interview: kept together where it fits, its number in the margin.
    Question {
        /// The number before the words: "3".
        number: String,
        /// The words to say.
        ask: Vec<Inline>,
        /// Meta line, columns, notes.
        blocks: Vec<Block>,
    },
    /// Blocks side by side, in columns of equal width.
    Columns(Vec<Vec<Block>>),
    /// Blocks that stay on one page where they fit.
    Keep(Vec<Block>),
    /// Ruled lines to write on.
    Notes {
        /// The id of the field.
        field: String,
        /// The small label above the lines. May be empty.
        label: Vec<Inline>,
        /// How many lines.
        lines: u16,
    },
    /// Ruled blanks side by side, each with a small label: candidate, interviewer, date.
    Blanks(Vec<Blank>),
    /// One choice out of several, as boxes side by side: the recommendation.
    Choice {
        /// The id of the field.
        field: String,
        /// The options, in order.
        options: Vec<ChoiceOption>,
    },
    /// How the time is spent, as a bar of labelled parts.
    TimeBar(Vec<TimePart>),
    /// What follows starts on a new page.
    PageBreak,
    /// A horizontal rule.
    Rule,
    /// Preformatted text.
    Code(String),
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Running text.
    Body,
    /// The line under a title, larger and grey.
    Lead,
    /// Small and grey: the competencies and minutes of a question.
    Meta,
    /// A small bold label in the accent colour: "Listen for".
    Label,
    /// Who may see the packet. Layout leaves it to the running head.
    Audience,
}

/// What a panel is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelKind {
    /// Directions for the interviewer.
    Directions,
    /// Text to read aloud to the candidate.
    ReadAloud,
    /// Anything else.
    Note,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The first number, when the list is numbered.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<ListItem>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// The id of its tick box, when it has one.
    pub check: Option<String>,
    /// Its contents.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the table is for.
    pub style: TableStyle,
    /// Alignment of each column.
    pub alignment: Vec<Alignment>,
    /// Relative width of each column; empty to let the contents decide.
    pub widths: Vec<u16>,
    /// The header row. Empty cells throughout mean the table has no header.
    pub head: Vec<Cell>,
    /// The rows below it.
    pub rows: Vec<Row>,
}

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableStyle {
    /// Text in rows and columns.
    Plain,
    /// One row per criterion, one column per level, a circle to mark in each cell.
    Scorecard,
    /// A grid of empty boxes to fill in by hand: everyone's scores side by side.
    Grid,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// To the start of the line.
    Start,
    /// In the middle.
    Centre,
    /// To the end of the line.
    End,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A row of cells.
    Cells(Vec<Cell>),
    /// A band across the table that names the rows below it.
    Band(Vec<Inline>),
}

/// One cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// Its words.
    pub content: Vec<Inline>,
    /// The box to mark at its start: the field's id and the value this box stands for.
    pub mark: Option<Mark>,
    /// The id of the field that fills the cell, in a grid.
    pub field: Option<String>,
}

/// A box to mark: one value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The id of the field; all boxes of one row share it.
    pub field: String,
    /// The value that marking this box gives.
    pub value: String,
}

/// A ruled blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// The id of the field.
    pub field: String,
    /// The label above the rule.
    pub label: Vec<Inline>,
    /// Relative width.
    pub width: u16,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    /// The value that choosing it gives.
    pub value: String,
    /// Its words.
    pub label: Vec<Inline>,
}

/// One part of a time bar.
#[derive(Debug, Clone, PartialEq)]
pub struct TimePart {
    /// Minutes.
    pub minutes: String,
    /// What happens in them.
    pub label: Vec<Inline>,
}

/// Text within a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Text struck out.
    Strikethrough(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where it goes: http, https or mailto.
        url: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A ruled blank within a line, to fill in by hand.
    Blank {
        /// What to write there.
        label: String,
        /// The id of the field; `None` where it is only a rule, within a link or a label.
        field: Option<String>,
    },
    /// A line break.
    Break,
}
