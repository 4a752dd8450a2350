//! Prepare: the text is cut where a line may end, and shaped.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::collect::{Kind, Source};
use super::words::{End, Piece, Word};
use super::{Setting, Tools};
use crate::layout::pages::{Glyph, Length, PT};
use crate::layout::theme::{Style, TINY};

/// The usual length of a blank within a line: room for a name.
const BLANK_WIDTH: Length = 88 * PT;

/// A line must not begin with one of these, which Unicode would allow: they belong to the words
/// before them.
const SEPARATORS: [char; 3] = ['·', '–', '—'];

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
        if source.text[end..].starts_with(SEPARATORS) && opportunity == BreakOpportunity::Allowed {
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
                    word.add(tools, source, (span, text), style, room);
                }
            }
            if current.range.end > end {
                break;
            }
            span += 1;
        }
        if opportunity == BreakOpportunity::Mandatory && end < source.text.len() {
            word.end = End::Line;
        }
        words.push(word);
        start = end;
    }
    words
}

impl Word {
    /// Shapes one more piece of the word.
    fn add(
        &mut self,
        tools: &mut Tools<'_, '_>,
        source: &Source,
        (index, text): (usize, &str),
        style: Style,
        room: Length,
    ) {
        let span = &source.spans[index];
        self.width += self.space;
        self.space = 0;
        if let Kind::Blank(blank) = &span.kind {
            let label = super::words::truncated(tools, &blank.label, TINY, room);
            let labelled: Length = label.iter().map(|glyph| glyph.advance).sum();
            let width = labelled.max(BLANK_WIDTH.min(room));
            self.width += width;
            self.pieces.push(Piece {
                span: index,
                glyphs: label,
                width,
            });
            return;
        }
        let shaped = tools.shaper.shape(span.face, text, style.size);
        let (glyphs, width) = (shaped.glyphs.clone(), shaped.width);
        if text.ends_with(' ') {
            self.space = glyphs.last().map_or(0, |glyph| glyph.advance);
        }
        self.width += width - self.space;
        self.pieces.push(Piece {
            span: index,
            glyphs,
            width,
        });
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
        end: End::Word,
    }];
    for piece in word.pieces {
        if piece.width <= room && piece.glyphs.len() < 2 {
            extend(&mut words, piece, room);
            continue;
        }
        for cluster in clusters(piece) {
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
            end: End::Word,
        });
    }
    let Some(word) = words.last_mut() else { return };
    word.width += piece.width;
    match word.pieces.last_mut() {
        Some(last) if last.span == piece.span => {
            last.width += piece.width;
            last.glyphs.extend(piece.glyphs);
        }
        _ => word.pieces.push(piece),
    }
}

/// Cuts a piece into its clusters: each begins with the glyph that carries its text.
fn clusters(piece: Piece) -> Vec<Piece> {
    let mut clusters: Vec<Piece> = Vec::new();
    for glyph in piece.glyphs {
        let width = glyph.advance;
        match clusters.last_mut() {
            Some(last) if glyph.text.is_empty() => {
                last.width += width;
                last.glyphs.push(glyph);
            }
            _ => clusters.push(Piece {
                span: piece.span,
                glyphs: vec![glyph] as Vec<Glyph>,
                width,
            }),
        }
    }
    clusters
}
