//! Prepare: the text is cut where a line may end, and shaped.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::collect::{Kind, Source};
use super::order::direction;
use super::words::{End, Piece, Word};
use super::{Setting, Tools};
use crate::layout::pages::{Glyph, Length};
use crate::layout::theme::Style;
use crate::theme::mm;

/// The length of a blank within a line: room for a name, written by hand.
const BLANK_WIDTH: Length = mm(450);

/// A line must not begin with one of these, which Unicode would allow: they belong to the words
/// before them.
const SEPARATORS: [char; 3] = ['·', '–', '—'];

/// A word of at most so many letters leans on the one after it.
const LONGEST_LEANING: usize = 2;

/// Makes words of the text. Words longer than the line are broken between clusters.
pub(super) fn prepare(tools: &mut Tools<'_, '_>, source: &Source, setting: Setting) -> Vec<Word> {
    let words = cut(tools, source, setting.style, setting.width);
    if words.iter().all(|word| word.width <= setting.width) {
        return words;
    }
    words
        .into_iter()
        .flat_map(|word| shorten(word, setting.width))
        .collect()
}

/// Makes words of the text as long as they are.
pub(super) fn measure(tools: &mut Tools<'_, '_>, source: &Source, style: Style) -> Vec<Word> {
    cut(tools, source, style, Length::MAX)
}

fn cut(tools: &mut Tools<'_, '_>, source: &Source, style: Style, room: Length) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut start, mut span) = (0, 0);
    for (end, opportunity) in linebreaks(&source.text) {
        if opportunity == BreakOpportunity::Allowed && is_held(&source.text, end) {
            continue;
        }
        let mut word = Word {
            pieces: Vec::new(),
            width: 0,
            space: 0,
            end: End::Word,
        };
        while let Some(current) = source.spans.get(span) {
            let from = current.range.start.max(start);
            let to = current.range.end.min(end);
            if from < to {
                let text = source.text[from..to].trim_end_matches('\n');
                if !text.is_empty() {
                    word.add(tools, source, (span, text, from), style, room);
                }
            }
            if current.range.end > end {
                break;
            }
            span += 1;
        }
        word.end = match opportunity {
            BreakOpportunity::Mandatory if end < source.text.len() => End::Line,
            _ => what_follows(&source.text[start..end]),
        };
        words.push(word);
        start = end;
    }
    words
}

/// Whether a line must not end here, although Unicode would allow it: before a separator, and
/// after a soft hyphen, since none would be drawn.
fn is_held(text: &str, at: usize) -> bool {
    text[at..].starts_with(SEPARATORS) || text[..at].ends_with('\u{ad}')
}

/// What may follow a word, judged by its letters.
fn what_follows(word: &str) -> End {
    let Some(letters) = word.strip_suffix(' ') else {
        return End::Joint;
    };
    let leans = letters.chars().count() <= LONGEST_LEANING;
    if leans && letters.chars().all(char::is_alphabetic) {
        End::Leaning
    } else {
        End::Word
    }
}

/// Text to be shaped: where it comes from, and how.
#[derive(Clone, Copy)]
struct Part {
    span: usize,
    face: usize,
    level: u8,
    size: Length,
}

impl Part {
    fn piece(self, glyphs: Vec<Glyph>, width: Length) -> Piece {
        Piece {
            span: self.span,
            face: self.face,
            level: self.level,
            glyphs,
            width,
        }
    }
}

impl Word {
    /// Shapes one more piece of the word.
    fn add(
        &mut self,
        tools: &mut Tools<'_, '_>,
        source: &Source,
        (index, text, at): (usize, &str, usize),
        style: Style,
        room: Length,
    ) {
        let span = &source.spans[index];
        self.width += self.space;
        self.space = 0;
        let part = Part {
            span: index,
            face: span.face,
            level: source.order.base,
            size: style.size,
        };
        if let Kind::Blank(_) = &span.kind {
            let width = BLANK_WIDTH.min(room);
            self.width += width;
            self.pieces.push(part.piece(Vec::new(), width));
            return;
        }
        if source.order.is_plain() && !tools.fonts.step_in(text) {
            self.shape(tools, part, text);
        } else {
            self.shape_mixed(tools, source, part, text, at);
        }
        if text.ends_with(' ') {
            let last = self.pieces.last().and_then(|piece| piece.glyphs.last());
            self.space = last.map_or(0, |glyph| glyph.advance);
            self.width -= self.space;
        }
    }

    /// Shapes text that is read in several directions, or needs several faces. The space at its
    /// end is a piece of its own, since it may end a line.
    fn shape_mixed(
        &mut self,
        tools: &mut Tools<'_, '_>,
        source: &Source,
        part: Part,
        text: &str,
        at: usize,
    ) {
        let letters = text.trim_end_matches(' ').len();
        for (level, range) in source.order.runs(at..at + text.len()) {
            let middle = (at + letters).clamp(range.start, range.end);
            for range in [range.start..middle, middle..range.end] {
                for (face, text) in tools.fonts.runs(part.face, &source.text[range]) {
                    self.shape(
                        tools,
                        Part {
                            face,
                            level,
                            ..part
                        },
                        text,
                    );
                }
            }
        }
    }

    /// Shapes text that has one face and direction.
    fn shape(&mut self, tools: &mut Tools<'_, '_>, part: Part, text: &str) {
        if text.is_empty() {
            return;
        }
        let towards = direction(part.level);
        let shaped = tools
            .shaper
            .shape_towards(towards, part.face, text, part.size);
        self.width += shaped.width;
        self.pieces.push(part.piece(shaped.glyphs, shaped.width));
    }
}

/// Breaks a word that is longer than the line: as many clusters as fit, line after line.
fn shorten(word: Word, room: Length) -> Vec<Word> {
    if word.width <= room {
        return vec![word];
    }
    let mut words = vec![Word {
        pieces: Vec::new(),
        width: 0,
        space: 0,
        end: End::Joint,
    }];
    for piece in word.pieces {
        if piece.width <= room && piece.glyphs.len() < 2 {
            extend(&mut words, piece, room);
            continue;
        }
        for cluster in piece.clusters() {
            extend(&mut words, cluster, room);
        }
    }
    if let Some(last) = words.last_mut() {
        // The space at the end of the whole word is at the end of its last part.
        last.space = word.space;
        last.width -= word.space;
        last.end = word.end;
    }
    words
}

/// Adds a piece to the last word, or to a new one when the last is full.
fn extend(words: &mut Vec<Word>, piece: Piece, room: Length) {
    let is_space = piece.glyphs.iter().all(|glyph| &*glyph.text == " ");
    let full = words
        .last()
        .is_none_or(|word| word.width > 0 && word.width + piece.width > room && !is_space);
    if full {
        words.push(Word {
            pieces: Vec::new(),
            width: 0,
            space: 0,
            end: End::Joint,
        });
    }
    let Some(word) = words.last_mut() else { return };
    word.width += piece.width;
    match word.pieces.last_mut() {
        Some(last) if last.goes_on_with(&piece) => last.join(piece),
        _ => word.pieces.push(piece),
    }
}
