//! The face that filled-in words are set in.
//!
//! The faces of the pages hold only the letters that are on them. Names of people and places
//! need more, and the fonts that every viewer has lack the letters of half of Europe.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use lopdf::ObjectId;

use crate::font::{Fonts, REGULAR, UsedGlyphs};
use crate::pdf::draft::Draft;
use crate::pdf::embed::{self, EmbeddedFace, EmbeddedFonts};

/// The characters that can be typed: Latin for all of Europe, Greek, Cyrillic, and the signs of
/// good typography. For others, viewers take a font of their own.
const CHARACTERS: [RangeInclusive<char>; 9] = [
    // Latin for western and central Europe and Turkey, and the letters of Romanian.
    ' '..='~',
    '\u{a0}'..='\u{17f}',
    '\u{218}'..='\u{21b}',
    // Greek and Cyrillic as they are written today.
    '\u{386}'..='\u{3ce}',
    '\u{400}'..='\u{45f}',
    '\u{490}'..='\u{491}',
    // Capital ß; dashes, quotation marks, dots; the euro and a few more.
    '\u{1e9e}'..='\u{1e9e}',
    '\u{2013}'..='\u{2026}',
    '\u{20ac}'..='\u{20ac}',
];

/// Adds the face.
pub(super) fn add(draft: &mut Draft) -> ObjectId {
    embed::add_face(&mut draft.document, face())
}

/// The face, cut down and compressed once per process: it is the same in all files.
fn face() -> &'static EmbeddedFace {
    static FONTS: OnceLock<EmbeddedFonts> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let fonts = Fonts::bundled();
        let mut used = UsedGlyphs::default();
        for character in CHARACTERS.into_iter().flatten() {
            used.add_character(fonts, REGULAR, character);
        }
        EmbeddedFonts::new(used.subset(fonts))
    });
    fonts.face(REGULAR)
}
