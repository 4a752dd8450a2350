//! The bundled faces, parsed once per process, and their vertical metrics.

use std::sync::OnceLock;

use super::fallback;
use super::{FACES, REGULAR};
use crate::layout::pages::Length;

/// The files, in the order of the face indices. `notosans` carries them inside the program,
/// so that a kit looks the same on every machine.
const FILES: [(&str, &[u8]); FACES] = [
    ("NotoSans-Regular", notosans::REGULAR_TTF),
    ("NotoSans-Bold", notosans::BOLD_TTF),
    ("NotoSans-Italic", notosans::ITALIC_TTF),
    ("NotoSans-BoldItalic", notosans::BOLD_ITALIC_TTF),
];

/// The faces a layout may use.
pub struct Fonts {
    faces: [Face; FACES],
}

/// One parsed face.
pub(super) struct Face {
    /// Its PostScript name.
    pub(super) name: &'static str,
    /// The bytes of its file.
    pub(super) file: &'static [u8],
    /// Its tables.
    pub(super) tables: rustybuzz::Face<'static>,
}

impl Fonts {
    /// The fonts inside the program.
    pub fn bundled() -> &'static Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| Fonts {
            faces: FILES.map(|(name, file)| Face {
                name,
                file,
                tables: rustybuzz::Face::from_slice(file, 0)
                    .expect("the bundled fonts are fixed files that parse"),
            }),
        })
    }

    /// Whether the character is drawn, as itself or as a close look-alike. Any other one
    /// becomes a replacement mark on paper.
    pub fn covers(&self, c: char) -> bool {
        // The four faces cover the same characters, which a test holds them to.
        fallback::is_drawn(c, &self.faces[REGULAR])
    }

    /// How far letters with accents reach above the baseline.
    pub fn ascent(&self, face: usize, size: Length) -> Length {
        let face = &self.faces[face];
        face.scale(face.tables.ascender().into(), size)
    }

    /// How far letters reach below the baseline, as a positive length.
    pub fn descent(&self, face: usize, size: Length) -> Length {
        let face = &self.faces[face];
        face.scale(-i64::from(face.tables.descender()), size)
    }

    /// The height of a capital letter.
    pub fn cap_height(&self, face: usize, size: Length) -> Length {
        self.faces[face].cap_height(size)
    }

    /// A face by its index.
    pub(super) fn face(&self, face: usize) -> &Face {
        &self.faces[face]
    }
}

impl Face {
    /// The glyph of one character, if the face has it. Some faces map U+FFFF to the glyph for
    /// missing ones.
    pub(super) fn glyph(&self, c: char) -> Option<u16> {
        let glyph = self.tables.glyph_index(c)?.0;
        (glyph != 0).then_some(glyph)
    }

    /// The height of a capital letter.
    pub(super) fn cap_height(&self, size: Length) -> Length {
        let units = self.tables.capital_height();
        self.scale(units.unwrap_or_else(|| self.tables.ascender()).into(), size)
    }

    /// The width of a glyph in font units.
    pub(super) fn width(&self, glyph: u16) -> u16 {
        let id = rustybuzz::ttf_parser::GlyphId(glyph);
        self.tables.glyph_hor_advance(id).unwrap_or(0)
    }

    /// Font units at a size, rounded to the nearest 1/1000 pt.
    pub(super) fn scale(&self, units: i64, size: Length) -> Length {
        let em = i64::from(self.tables.units_per_em());
        let doubled = 2 * units * i64::from(size) + em;
        let length = doubled.div_euclid(2 * em);
        // Only an absurdly long word at an absurd size gets there, and it fits no page anyway.
        length.clamp(Length::MIN.into(), Length::MAX.into()) as Length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_cover_the_same_characters() {
        let fonts = Fonts::bundled();
        for c in '\0'..='\u{ffff}' {
            let regular = fonts.face(REGULAR).glyph(c).is_some();
            for face in &fonts.faces {
                assert_eq!(face.glyph(c).is_some(), regular, "{c:?} in {}", face.name);
            }
        }
    }

    #[test]
    fn european_text_is_covered_and_emoji_are_not() {
        let fonts = Fonts::bundled();
        for c in "Aé Łódź Ωμέγα Привет – ‑ “”…\u{a0}€→≥☐✓⇒".chars()
        {
            assert!(fonts.covers(c), "{c:?}");
        }
        for c in "🙂漢ش".chars() {
            assert!(!fonts.covers(c), "{c:?}");
        }
    }

    #[test]
    fn metrics_scale_with_the_size() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.ascent(REGULAR, 10_000), 10_688);
        assert_eq!(fonts.descent(REGULAR, 10_000), 2_930);
        assert_eq!(fonts.cap_height(REGULAR, 10_000), 7_139);
    }
}
