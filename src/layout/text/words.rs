//! Words: what lines are made of.

use crate::document::Inline;
use crate::font::{BOLD, BOLD_ITALIC, ITALIC, REGULAR};

use super::{Line, Setting, Tools};
use crate::layout::pages::{Glyph, Length};
use crate::layout::theme::Weight;

/// Something between two places where a line may end.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its parts: more than one where the look changes within the word.
    pub pieces: Vec<Piece>,
    /// Width without the space at its end.
    pub width: Length,
    /// Width of the space at its end.
    pub space: Length,
    /// What may follow it.
    pub end: End,
}

/// What may follow a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Another word, or the end of the line.
    Word,
    /// The word that it leans on: "a", "of", "IT". It would be stranded at the end of a line.
    Leaning,
    /// More of the same word: after a hyphen, or of one that is longer than a line.
    Joint,
    /// The end of the line, because it was asked for.
    Line,
}

/// Glyphs that look the same and are read in one direction.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The span it comes from.
    pub span: usize,
    /// The face of its glyphs.
    pub face: usize,
    /// Its level: which way it is read.
    pub level: u8,
    /// Its glyphs, from left to right; none for a blank.
    pub glyphs: Vec<Glyph>,
    /// Its width, the space at its end included.
    pub width: Length,
}

/// The face for a weight and slant.
pub(in crate::layout) fn face(weight: Weight, italic: bool) -> usize {
    match (weight, italic) {
        (Weight::Regular, false) => REGULAR,
        (Weight::Regular, true) => ITALIC,
        (Weight::Bold, false) => BOLD,
        (Weight::Bold, true) => BOLD_ITALIC,
    }
}

/// Sets text that must stay on one line, as it is.
pub(in crate::layout) fn one_line(tools: &mut Tools<'_, '_>, text: &str, setting: Setting) -> Line {
    let content = [Inline::Text(text.to_owned())];
    let width = super::ENDLESS;
    let setting = Setting { width, ..setting };
    super::set(tools, &content, setting)
        .into_iter()
        .next()
        .unwrap_or_default()
}
