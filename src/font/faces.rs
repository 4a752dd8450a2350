//! The faces: bundled ones, parsed once per process, and those of a theme; their metrics.

use std::sync::OnceLock;

use super::family::FontFamily;
use super::{FACES, REGULAR, fallback};
use crate::layout::pages::Length;

/// The files, in the order of the face indices. `notosans` carries them inside the program,
/// so that a kit looks the same on every machine.
const FILES: [(&str, &[u8]); FACES] = [
    ("NotoSans-Regular", notosans::REGULAR_TTF),
    ("NotoSans-Bold", notosans::BOLD_TTF),
    ("NotoSans-Italic", notosans::ITALIC_TTF),
    ("NotoSans-BoldItalic", notosans::BOLD_ITALIC_TTF),
];

/// The faces a layout may use: the bundled ones, then those of the theme.
pub struct Fonts<'d> {
    faces: Vec<Face<'d>>,
    /// For each font of the theme, which of `faces` stands for regular, bold and so on.
    families: Vec<[usize; FACES]>,
}

/// One parsed face.
#[derive(Clone)]
pub(super) struct Face<'d> {
    /// Its PostScript name.
    pub(super) name: String,
    /// The bytes of its file.
    pub(super) file: &'d [u8],
    /// Its tables.
    pub(super) tables: rustybuzz::Face<'d>,
    /// Where it comes from.
    pub(super) origin: Origin,
}

/// Where a face comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is inside the program.
    Bundled,
    /// The theme names it.
    Theme,
}

impl Fonts<'_> {
    /// The fonts inside the program.
    pub fn bundled() -> &'static Fonts<'static> {
        static FONTS: OnceLock<Fonts<'static>> = OnceLock::new();
        FONTS.get_or_init(|| Fonts {
            faces: FILES.map(bundled_face).into(),
            families: Vec::new(),
        })
    }
}

fn bundled_face((name, file): (&str, &'static [u8])) -> Face<'static> {
    let tables = rustybuzz::Face::from_slice(file, 0);
    Face {
        name: name.to_owned(),
        file,
        tables: tables.expect("the bundled fonts are fixed files that parse"),
        origin: Origin::Bundled,
    }
}

impl<'d> Fonts<'d> {
    /// The bundled fonts, and for what they lack those of a theme, tried in order.
    pub fn with(theme: &'d [FontFamily]) -> Self {
        let mut fonts = Fonts {
            faces: Fonts::bundled().faces.clone(),
            families: Vec::new(),
        };
        for family in theme {
            let indices = family.files().map(|file| {
                let file = file?;
                fonts.faces.push(Face {
                    name: file.name().to_owned(),
                    file: file.bytes(),
                    tables: file.tables()?,
                    origin: Origin::Theme,
                });
                Some(fonts.faces.len() - 1)
            });
            // A font without bold letters shows its regular ones.
            if let Some(regular) = indices[REGULAR] {
                fonts
                    .families
                    .push(indices.map(|index| index.unwrap_or(regular)));
            }
        }
        fonts
    }

    /// How many faces there are.
    pub fn count(&self) -> usize {
        self.faces.len()
    }

    /// Whether the character is drawn, as itself or as a close look-alike. Any other one
    /// becomes a replacement mark on paper.
    pub fn covers(&self, c: char) -> bool {
        // The four bundled faces cover the same characters, which a test holds them to.
        fallback::is_drawn(c, &self.faces[REGULAR]) || self.theme_face(REGULAR, c).is_some()
    }

    /// Whether a face of the theme may have to step in for one of the bundled ones.
    pub fn step_in(&self, text: &str) -> bool {
        !self.families.is_empty() && !text.is_ascii()
    }

    /// Cuts a text where another face has to step in for one of the bundled ones.
    pub fn runs<'t>(&self, face: usize, text: &'t str) -> Vec<(usize, &'t str)> {
        if text.is_empty() || !self.step_in(text) {
            return vec![(face, text)];
        }
        let mut runs = Vec::new();
        let (mut start, mut current) = (0, None);
        for (at, c) in text.char_indices() {
            let next = self.face_for(face, c, current);
            if let Some(before) = current.filter(|before| *before != next) {
                runs.push((before, &text[start..at]));
                start = at;
            }
            current = Some(next);
        }
        runs.push((current.unwrap_or(face), &text[start..]));
        runs
    }

    /// The face that draws a character after one drawn with `before`.
    fn face_for(&self, face: usize, c: char, before: Option<usize>) -> usize {
        if let Some(before) = before
            && fallback::clings(c)
            && (fallback::is_invisible(c) || self.faces[before].glyph(c).is_some())
        {
            // A mark belongs to its letter, and a joiner steers the letters around it.
            return before;
        }
        if fallback::is_drawn(c, &self.faces[face]) {
            return face;
        }
        self.theme_face(face, c).unwrap_or(face)
    }

    /// The first face of the theme that has a character.
    fn theme_face(&self, face: usize, c: char) -> Option<usize> {
        let candidates = self.families.iter().flat_map(|it| [it[face], it[REGULAR]]);
        let mut having = candidates.filter(|index| self.faces[*index].glyph(c).is_some());
        having.next()
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
    pub(super) fn face(&self, face: usize) -> &Face<'d> {
        &self.faces[face]
    }
}

impl Face<'_> {
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
    use crate::font::BOLD;
    use crate::font::family::tests::{arabic, hebrew};

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
    fn latin_greek_and_cyrillic_are_covered() {
        let face = Fonts::bundled().face(REGULAR);
        let blocks = [
            // Latin: Basic to Extended-B, Additional (Vietnamese, Welsh), then capitals and
            // small letters of Greek with all accents, then Cyrillic and its supplement.
            ('!', '~'),
            ('\u{a1}', '\u{24f}'),
            ('\u{1e00}', '\u{1e9b}'),
            ('ẞ', 'ẞ'),
            ('\u{1ea0}', '\u{1ef9}'),
            ('Ά', 'ώ'),
            ('\u{1f70}', '\u{1f7d}'),
            ('Ѐ', 'џ'),
            ('\u{48a}', '\u{527}'),
        ];
        // Not a letter: reserved in the Greek block; the soft hyphen is not drawn.
        let none = ['\u{38b}', '\u{38d}', '\u{3a2}', '\u{ad}'];
        for c in blocks.into_iter().flat_map(|(first, last)| first..=last) {
            assert!(none.contains(&c) || face.glyph(c).is_some(), "{c:?}");
        }
    }

    #[test]
    fn fonts_of_the_theme_step_in_for_what_is_missing() {
        let theme = [hebrew(), arabic()];
        let fonts = Fonts::with(&theme);
        assert!(fonts.covers('ש') && fonts.covers('س') && !fonts.covers('漢'));
        let runs = fonts.runs(BOLD, "IT מנהל \u{200c}س");
        let words: Vec<&str> = runs.iter().map(|(_, text)| *text).collect();
        assert_eq!(words, ["IT ", "מנהל", " \u{200c}", "س"]);
        let faces: Vec<usize> = runs.iter().map(|(face, _)| *face).collect();
        assert_eq!(faces, [BOLD, FACES, BOLD, FACES + 1]);
    }

    #[test]
    fn a_mark_is_drawn_with_its_letter() {
        let theme = [hebrew()];
        let runs = Fonts::with(&theme).runs(REGULAR, "שּׁ");
        assert_eq!(runs, [(FACES, "שּׁ")]);
    }

    #[test]
    fn metrics_scale_with_the_size() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.ascent(REGULAR, 10_000), 10_688);
        assert_eq!(fonts.descent(REGULAR, 10_000), 2_930);
        assert_eq!(fonts.cap_height(REGULAR, 10_000), 7_139);
    }
}
