//! A packet's Markdown to its [`Document`].

use super::inline::{self, Builder};
use super::marker::{self, Marker};
use super::table::TableReader;
use super::{Block, Document, List, ListItem, PanelKind, ParagraphStyle};
use super::{fields, forms};
use crate::finding::quoted;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

/// Something that a template has written and must not write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of mistake it is.
    pub kind: ProblemKind,
    /// Where it stands in the Markdown, in bytes.
    pub at: usize,
    /// How long it is, in bytes.
    pub length: usize,
    /// What is wrong.
    pub message: String,
}

/// What is wrong with what a template has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A marker is used wrongly.
    Marker,
    /// The packet is larger than a packet may be. Then it is the only problem, and there is no
    /// document.
    Size,
}

/// The most problems of one packet that are reported. Whoever reads them has stopped before.
const MOST_PROBLEMS: usize = 100;

/// How deep lists, quotes and markers may stand in one another; an item counts as well as its list.
/// What reads the document goes down as deep, and paper is too narrow long before.
const DEEPEST: usize = 64;

/// The most pages that markers may ask for.
const MOST_PAGES: usize = 500;

/// Lines to write on that fill a page.
const LINES_OF_PAGE: usize = 33;

/// Reads the Markdown of a packet, as its template wrote it.
pub fn parse(markdown: &str) -> (Document, Vec<Problem>) {
    let mut reader = Reader::new(markdown);
    for (event, range) in Parser::new_ext(markdown, inline::OPTIONS).into_offset_iter() {
        reader.at = range.start;
        reader.event(event);
        if let Some(problem) = reader.too_large {
            return (Document::default(), vec![problem]);
        }
    }
    reader.finish()
}

/// What is being collected.
enum Kind {
    Root,
    /// A list, and the marker that says it is part of a form.
    List(List, Option<Marker>),
    Item {
        check: Option<String>,
    },
    Panel(PanelKind),
    Question(String),
    Columns(Vec<Vec<Block>>),
    Keep,
    Notes {
        field: String,
        lines: u16,
    },
}

struct Frame {
    kind: Kind,
    /// Offset of what opened it.
    at: usize,
    blocks: Vec<Block>,
}

struct Reader<'s> {
    source: &'s str,
    /// Offset of the event being read.
    at: usize,
    inline: Builder<'s>,
    frames: Vec<Frame>,
    code: Option<String>,
    table: Option<TableReader>,
    /// The marker that the next block answers to, and where it stands.
    pending: Option<(Marker, usize)>,
    /// Column widths for the next table.
    widths: Vec<u16>,
    /// The field of the header of the next grid.
    heads: Option<String>,
    /// Lines that markers have asked for so far.
    lines: usize,
    problems: Vec<Problem>,
    too_large: Option<Problem>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        let root = Frame {
            kind: Kind::Root,
            at: 0,
            blocks: Vec::new(),
        };
        Self {
            source,
            at: 0,
            inline: Builder::for_packet(),
            frames: vec![root],
            code: None,
            table: None,
            pending: None,
            widths: Vec::new(),
            heads: None,
            lines: 0,
            problems: Vec::new(),
            too_large: None,
        }
    }

    fn finish(mut self) -> (Document, Vec<Problem>) {
        self.flush();
        self.take(|_| false);
        self.close_markers();
        let mut blocks = self.frames.swap_remove(0).blocks;
        fields::name(&mut blocks);
        (Document { blocks }, self.problems)
    }

    fn event(&mut self, event: Event<'s>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Html(html) => self.html(&html),
            Event::Rule => self.push(Block::Rule),
            Event::TaskListMarker(_) => self.tick_box(),
            Event::Text(text) if self.code.is_some() => {
                self.code.get_or_insert_default().push_str(&text);
            }
            event => self.inline.event(event, self.at),
        }
    }

    fn start(&mut self, tag: Tag<'s>) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock => self.flush(),
            Tag::List(start) => {
                let items = Vec::new();
                self.flush();
                let is_form = |marker: &Marker| {
                    matches!(
                        marker,
                        Marker::Choice { .. } | Marker::Checks(_) | Marker::TimeBar
                    )
                };
                let form = self.take(is_form);
                self.open(Kind::List(List { start, items }, form));
            }
            Tag::Item => self.open(Kind::Item { check: None }),
            Tag::BlockQuote(_) => {
                self.flush();
                let kind = match self.take(|marker| matches!(marker, Marker::Panel(_))) {
                    Some(Marker::Panel(kind)) => kind,
                    _ => PanelKind::Note,
                };
                self.open(Kind::Panel(kind));
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::Table(alignment) => {
                self.flush();
                let is_table = |marker: &Marker| {
                    matches!(
                        marker,
                        Marker::Blanks(_) | Marker::Scorecard(_) | Marker::Grid(_)
                    )
                };
                let marker = self.take(is_table);
                let (widths, heads) = (std::mem::take(&mut self.widths), self.heads.take());
                self.table = Some(TableReader::new(&alignment, marker, widths, heads));
            }
            inline => self.inline.event(Event::Start(inline), self.at),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_) => {
                self.flush();
                self.close_markers();
                self.close();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.push(Block::Code(code.trim_end().to_owned()));
            }
            TagEnd::TableCell => {
                let content = self.inline.take();
                if let Some(table) = &mut self.table {
                    table.cell(content);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.end_row();
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    let block = table.finish();
                    self.push(block);
                }
            }
            TagEnd::HtmlBlock => {}
            inline => self.inline.event(Event::End(inline), self.at),
        }
    }

    /// Ends the paragraph that is being collected.
    fn flush(&mut self) {
        let content = self.inline.take();
        if content.is_empty() {
            return;
        }
        let style = match self.take(|marker| matches!(marker, Marker::Style(_))) {
            Some(Marker::Style(style)) => style,
            _ => ParagraphStyle::Body,
        };
        self.push(Block::Paragraph { style, content });
    }

    fn heading(&mut self, level: HeadingLevel) {
        let mut content = self.inline.take();
        if let Some(Frame {
            kind: Kind::Question(number),
            blocks,
            ..
        }) = self.frames.last_mut()
            && blocks.is_empty()
        {
            forms::strip_number(&mut content, number);
        }
        self.take(|_| false);
        let level = (level as u8).min(4);
        self.push(Block::Heading { level, content });
    }

    fn tick_box(&mut self) {
        if let Some(Frame {
            kind: Kind::Item { check },
            ..
        }) = self.frames.last_mut()
        {
            *check = Some(String::new());
        }
    }

    fn html(&mut self, html: &CowStr<'s>) {
        if html.trim().is_empty() {
            return;
        }
        match marker::read(html) {
            Some(marker) => self.marker(marker),
            None if html.trim_start().starts_with("<!--") => {
                let html = quoted(html.trim());
                self.problem(&format!(
                    "{html} is not a marker that hirekit knows; a comment is written `{{# … #}}`"
                ));
            }
            None => self.inline.event(Event::Html(html.clone()), self.at),
        }
    }

    fn marker(&mut self, marker: Marker) {
        self.flush();
        match marker {
            Marker::Question(number) => self.open(Kind::Question(number)),
            Marker::Columns => self.open(Kind::Columns(Vec::new())),
            Marker::Keep => self.open(Kind::Keep),
            Marker::Notes { field, lines } => {
                self.ask_for(lines.into());
                self.open(Kind::Notes { field, lines });
            }
            Marker::NextColumn => match self.frames.last_mut() {
                Some(Frame {
                    kind: Kind::Columns(done),
                    blocks,
                    ..
                }) => done.push(std::mem::take(blocks)),
                _ => self.problem("`next` stands outside `columns`"),
            },
            Marker::End(name) => {
                let open = self
                    .frames
                    .last()
                    .is_some_and(|frame| frame.kind.name() == name);
                if open {
                    self.close();
                } else {
                    self.problem(&format!("`/{name}` closes nothing"));
                }
            }
            Marker::Page => {
                self.ask_for(LINES_OF_PAGE);
                self.push(Block::PageBreak);
            }
            Marker::Widths(widths) => self.widths = widths,
            Marker::Heads(field) => self.heads = Some(field),
            marker => {
                self.take(|_| false);
                self.pending = Some((marker, self.at));
            }
        }
    }

    /// The marker that waits for the block that begins here. One that waits for another kind of
    /// block was put in the wrong place.
    fn take(&mut self, fits: impl Fn(&Marker) -> bool) -> Option<Marker> {
        let (marker, at) = self.pending.take()?;
        if fits(&marker) {
            return Some(marker);
        }
        let here = std::mem::replace(&mut self.at, at);
        self.problem("what follows is not what this marker is for");
        self.at = here;
        None
    }

    fn open(&mut self, kind: Kind) {
        self.flush();
        let (at, blocks) = (self.at, Vec::new());
        self.frames.push(Frame { kind, at, blocks });
        if self.frames.len() > DEEPEST {
            self.too_large("lists, quotes and markers stand too deep in one another here");
        }
    }

    /// Counts lines that a marker asks for.
    fn ask_for(&mut self, lines: usize) {
        self.lines += lines;
        if self.lines > MOST_PAGES * LINES_OF_PAGE {
            let message =
                format!("with this marker, notes alone take more than {MOST_PAGES} pages");
            self.too_large(&message);
        }
    }

    /// Closes what markers opened within a list item or quote and did not close there.
    fn close_markers(&mut self) {
        while let Some(open) = self.frames.last()
            && !open.kind.name().is_empty()
        {
            let at = std::mem::replace(&mut self.at, open.at);
            self.problem("this marker is never closed");
            self.close();
            self.at = at;
        }
    }

    fn push(&mut self, block: Block) {
        let top = self.frames.last_mut().expect("the root is never closed");
        top.blocks.push(block);
    }

    fn close(&mut self) {
        let Frame { kind, at, blocks } = self.frames.pop().expect("only opened frames are closed");
        match kind {
            Kind::Root => self.frames.push(Frame { kind, at, blocks }),
            Kind::Item { check } => self.item(check, blocks),
            Kind::List(list, form) => self.list(list, form),
            Kind::Panel(kind) => self.push(Block::Panel { kind, blocks }),
            Kind::Keep => self.push(Block::Keep(blocks)),
            Kind::Question(number) => self.question(number, blocks),
            Kind::Columns(mut columns) => {
                columns.push(blocks);
                self.push(Block::Columns(columns));
            }
            Kind::Notes { field, lines } => {
                let label = blocks
                    .into_iter()
                    .find_map(forms::words)
                    .unwrap_or_default();
                self.push(Block::Notes {
                    field,
                    label,
                    lines,
                });
            }
        }
    }

    fn item(&mut self, check: Option<String>, blocks: Vec<Block>) {
        if let Some(Frame {
            kind: Kind::List(list, _),
            ..
        }) = self.frames.last_mut()
        {
            list.items.push(ListItem { check, blocks });
        }
    }

    /// A list, or the choice or time bar that a marker before it says it is.
    fn list(&mut self, mut list: List, form: Option<Marker>) {
        let block = match form {
            Some(Marker::Choice { field, values }) => Block::Choice {
                field,
                options: forms::options(list, values),
            },
            Some(Marker::TimeBar) => {
                Block::TimeBar(list.items.into_iter().map(forms::time_part).collect())
            }
            Some(Marker::Checks(fields)) => {
                for (item, field) in list.items.iter_mut().zip(fields) {
                    item.check = Some(field);
                }
                Block::List(list)
            }
            _ => Block::List(list),
        };
        self.push(block);
    }

    fn question(&mut self, number: String, mut blocks: Vec<Block>) {
        let ask = match blocks.first_mut() {
            Some(Block::Heading { content, .. }) => {
                let ask = std::mem::take(content);
                blocks.remove(0);
                ask
            }
            _ => {
                self.problem("a question begins with its heading");
                Vec::new()
            }
        };
        self.push(Block::Question {
            number,
            ask,
            blocks,
        });
    }

    fn problem(&mut self, message: &str) {
        if self.problems.len() < MOST_PROBLEMS {
            let marker = &self.source[self.at..];
            let length = marker.find("-->").map_or(0, |end| end + "-->".len());
            self.problems.push(Problem {
                kind: ProblemKind::Marker,
                at: self.at,
                length,
                message: message.to_owned(),
            });
        }
    }

    /// Ends the reading.
    fn too_large(&mut self, message: &str) {
        self.too_large = Some(Problem {
            kind: ProblemKind::Size,
            at: self.at,
            length: 0,
            message: message.to_owned(),
        });
    }
}

impl Kind {
    /// The name in the marker that closes it.
    fn name(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Columns(_) => "columns",
            Self::Keep => "keep",
            Self::Notes { .. } => "notes",
            Self::Root | Self::List(..) | Self::Item { .. } | Self::Panel(_) => "",
        }
    }
}
