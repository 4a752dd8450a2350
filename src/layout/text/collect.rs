//! Collect: an inline tree becomes one string with styled spans.

use std::ops::Range;

use crate::document::{Inline, plain_text};
use crate::finding::is_direction_control;

use super::order::Order;
use super::words::face;
use crate::layout::pages::Direction;
use crate::layout::theme::{Style, Weight};

/// Stands for a blank in the string; Unicode allows lines to break on both sides of it.
pub(super) const OBJECT: char = '\u{fffc}';

/// A paragraph's text and how each stretch of it looks.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The text; a line feed is a line break that was asked for.
    pub text: String,
    /// Its spans, in order, without gaps.
    pub spans: Vec<Span>,
    /// Where its links go.
    pub urls: Vec<String>,
    /// In which order it is read.
    pub order: Order,
}

/// A stretch of text that looks the same throughout.
#[derive(Debug, Clone)]
pub(super) struct Span {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// Face to set it in.
    pub face: usize,
    /// Index of the link it belongs to.
    pub link: Option<usize>,
    /// What is drawn with it.
    pub kind: Kind,
    /// Whether a line is drawn through it.
    pub struck: bool,
}

/// What a span is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// Words on a tinted ground.
    Code,
    /// A ruled blank.
    Blank(Blank),
}

/// A ruled blank within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blank {
    /// What to write there.
    pub label: String,
    /// The name of the field over it, if there is one.
    pub field: Option<String>,
}

/// How the text now being collected looks.
#[derive(Clone, Copy)]
struct Look {
    weight: Weight,
    italic: bool,
    link: Option<usize>,
    struck: bool,
}

/// Collects inline content as one string.
///
/// White space collapses to single spaces and disappears at the ends. Control characters are
/// dropped: no face has glyphs for them, and a viewer would show boxes. So are those that turn
/// text around, since it would read differently from what is stored.
/// `page` is the direction of the page that it goes on.
pub(super) fn collect(content: &[Inline], style: Style, page: Direction) -> Source {
    let mut source = Source::default();
    let look = Look {
        weight: style.weight,
        italic: false,
        link: None,
        struck: false,
    };
    source.add(content, look);
    source.trim();
    source.order = Order::of(&source.text, page);
    source
}

/// Where a link leads, for a reader who cannot click it: the address without what every address
/// begins with, unless the link's own words say it already.
fn target_on_paper<'u>(url: &'u str, content: &[Inline]) -> Option<&'u str> {
    let starts = ["https://", "http://", "mailto:"];
    let target = starts.iter().find_map(|start| url.strip_prefix(start));
    let target = target.unwrap_or(url).trim_end_matches('/');
    let said = plain_text(content).contains(target);
    (!said && !target.is_empty()).then_some(target)
}

impl Source {
    fn add(&mut self, content: &[Inline], look: Look) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.push(text, look, Kind::Words),
                Inline::Code(text) => self.push(text, look, Kind::Code),
                Inline::Emphasis(inner) => self.add(
                    inner,
                    Look {
                        italic: true,
                        ..look
                    },
                ),
                Inline::Strong(inner) => {
                    let weight = Weight::Bold;
                    self.add(inner, Look { weight, ..look });
                }
                Inline::Strikethrough(inner) => self.add(
                    inner,
                    Look {
                        struck: true,
                        ..look
                    },
                ),
                Inline::Link { url, content } => {
                    let link = Some(self.urls.len());
                    self.urls.push(url.clone());
                    let look = Look { link, ..look };
                    self.add(content, look);
                    if let Some(target) = target_on_paper(url, content) {
                        self.push(&format!(" ({target})"), look, Kind::Words);
                    }
                }
                Inline::Blank { label, field } => {
                    let (label, field) = (label.clone(), field.clone());
                    self.object(Blank { label, field }, look);
                }
                Inline::Break => self.line_break(look),
            }
        }
    }

    fn push(&mut self, text: &str, look: Look, kind: Kind) {
        let start = self.text.len();
        let mut rest = text;
        loop {
            // Most words are plain, and are taken over as they are.
            let plain = rest.bytes().take_while(u8::is_ascii_graphic).count();
            self.text.push_str(&rest[..plain]);
            let mut others = rest[plain..].chars();
            let Some(character) = others.next() else {
                break;
            };
            rest = others.as_str();
            let blank = character.is_whitespace() && !is_glued(character);
            if blank && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            } else if !blank && !is_dropped(character) {
                self.text.push(character);
            }
        }
        self.close(start, look, kind);
    }

    fn object(&mut self, blank: Blank, look: Look) {
        let start = self.text.len();
        self.text.push(OBJECT);
        self.close(start, look, Kind::Blank(blank));
    }

    fn line_break(&mut self, look: Look) {
        self.trim();
        let start = self.text.len();
        self.text.push('\n');
        self.close(start, look, Kind::Words);
    }

    fn close(&mut self, start: usize, look: Look, kind: Kind) {
        if start < self.text.len() {
            self.spans.push(Span {
                range: start..self.text.len(),
                face: face(look.weight, look.italic),
                link: look.link,
                kind,
                struck: look.struck,
            });
        }
    }

    /// Takes off a space at the end.
    fn trim(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
            if let Some(span) = self.spans.last_mut() {
                span.range.end = self.text.len();
            }
            self.spans.retain(|span| !span.range.is_empty());
        }
    }
}

fn is_dropped(character: char) -> bool {
    character.is_control() || is_direction_control(character) || character == OBJECT
}

/// Whether a space belongs to the words around it and is never collapsed.
fn is_glued(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// The words of inline content, without their looks: for bookmarks.
pub(in crate::layout) fn plain(content: &[Inline]) -> String {
    let mut source = Source::default();
    let look = Look {
        weight: Weight::Regular,
        italic: false,
        link: None,
        struck: false,
    };
    source.add(content, look);
    source.trim();
    let mut words = source.text.replace('\n', " ");
    for span in source.spans.iter().rev() {
        if let Kind::Blank(blank) = &span.kind {
            words.replace_range(span.range.clone(), &format!("[{}]", blank.label));
        }
    }
    words
}
