//! The faces: bundled ones, parsed once per process, and those of a theme; their metrics.

use std::sync::OnceLock;

use super::family::{FontFamily, FontFile};
use super::{BOLD, BOLD_ITALIC, FACES, ITALIC, REGULAR, fallback};
use crate::layout::pages::Length;

/// The files, in the order of the face indices. `notosans` carries them inside the program,
/// so that a kit looks the same on every machine.
const FILES: [(&str, &[u8]); FACES] = [
    ("NotoSans-Regular", notosans::REGULAR_TTF),
    ("NotoSans-Bold", notosans::BOLD_TTF),
    ("NotoSans-Italic", notosans::ITALIC_TTF),
    ("NotoSans-BoldItalic", notosans::BOLD_ITALIC_TTF),
];

/// The faces a layout may use: those of all text, then those that step in for what they lack.
pub struct Fonts<'d> {
    faces: Vec<Face<'d>>,
    /// For each font that steps in, which of `faces` stands for regular, bold and so on.
    families: Vec<[usize; FACES]>,
    /// Which of `faces` are the bundled ones, of which the first draws what no face has.
    bundled: [usize; FACES],
    /// Whether the faces of all text have every letter, digit and sign of ASCII.
    draws_ascii: bool,
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
            bundled: BUNDLED,
            draws_ascii: true,
        })
    }
}

/// Where the bundled faces are when they are those of all text.
const BUNDLED: [usize; FACES] = [REGULAR, BOLD, ITALIC, BOLD_ITALIC];

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
        Self::led_by(None, theme)
    }

    /// The font of all text, for what it lacks the bundled ones, and for what these lack as well
    /// others, tried in order.
    pub fn led_by(text: Option<&'d FontFamily>, others: &'d [FontFamily]) -> Self {
        let bundled = Fonts::bundled();
        let mut fonts = Fonts {
            faces: Vec::new(),
            families: Vec::new(),
            bundled: BUNDLED,
            draws_ascii: true,
        };
        if let Some(faces) = text.and_then(text_faces) {
            fonts.draws_ascii = faces
                .iter()
                .all(|face| (' '..='~').all(|c| face.glyph(c).is_some()));
            fonts.faces.extend(faces);
            fonts.bundled = BUNDLED.map(|index| index + FACES);
            fonts.families.push(fonts.bundled);
        }
        fonts.faces.extend(bundled.faces.iter().cloned());
        for family in others {
            fonts.step_in_with(family);
        }
        fonts
    }

    /// Adds a font for what those before it lack.
    fn step_in_with(&mut self, family: &'d FontFamily) {
        let indices = family.files().map(|file| {
            self.faces.push(theme_face(file?)?);
            Some(self.faces.len() - 1)
        });
        // A font without bold letters shows its regular ones.
        if let Some(regular) = indices[REGULAR] {
            self.families
                .push(indices.map(|index| index.unwrap_or(regular)));
        }
    }

    /// How many faces there are.
    pub fn count(&self) -> usize {
        self.faces.len()
    }

    /// Whether the character is drawn, as itself or as a close look-alike. Any other one
    /// becomes a replacement mark on paper.
    pub fn covers(&self, c: char) -> bool {
        if matches!(c, ' '..='~') {
            return true;
        }
        // The four bundled faces cover the same characters, which a test holds them to.
        self.draws(REGULAR, c) || self.stepping_in(REGULAR, c).is_some()
    }

    /// Whether another face may have to step in for one of those of all text.
    pub fn step_in(&self, text: &str) -> bool {
        !(self.families.is_empty() || self.draws_ascii && text.is_ascii())
    }

    /// The face in which words stay that are set in one: the one that is asked for, or the
    /// bundled one in its place when it lacks some of them.
    pub fn for_all_of(&self, face: usize, words: &str) -> usize {
        if self.step_in(words) && !words.chars().all(|c| self.draws(face, c)) {
            return self.bundled[face];
        }
        face
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
        if self.draws(face, c) {
            return face;
        }
        // A replacement mark is drawn by the face that surely has one.
        self.stepping_in(face, c).unwrap_or(self.bundled[face])
    }

    fn draws(&self, face: usize, c: char) -> bool {
        fallback::is_drawn(c, &self.faces[face])
    }

    /// The first face that steps in for one of those of all text and has a character.
    fn stepping_in(&self, face: usize, c: char) -> Option<usize> {
        let candidates = self.families.iter().flat_map(|it| [it[face], it[REGULAR]]);
        let mut having = candidates.filter(|index| match self.faces[*index].origin {
            Origin::Bundled => self.draws(*index, c),
            Origin::Theme => self.faces[*index].glyph(c).is_some(),
        });
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

/// The faces of a font of all text. One without bold letters shows its regular ones.
fn text_faces(family: &FontFamily) -> Option<[Face<'_>; FACES]> {
    let regular = theme_face(family.files()[REGULAR]?)?;
    Some(family.files().map(|file| {
        let own = file.and_then(theme_face);
        own.unwrap_or_else(|| regular.clone())
    }))
}

fn theme_face(file: &FontFile) -> Option<Face<'_>> {
    Some(Face {
        name: file.name().to_owned(),
        file: file.bytes(),
        tables: file.tables()?,
        origin: Origin::Theme,
    })
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
    fn a_font_of_all_text_comes_first_and_others_step_in() {
        let (text, others) = (hebrew(), [arabic()]);
        let fonts = Fonts::led_by(Some(&text), &others);
        let runs = fonts.runs(BOLD, "אב AB س 漢");
        let faces: Vec<(usize, &str)> = runs.into_iter().collect();
        // The Hebrew font has no bold letters, no Latin ones, and no space.
        assert_eq!(faces[0], (BOLD, "אב"));
        assert_eq!(faces[1], (FACES + BOLD, " AB "));
        assert!(faces.contains(&(2 * FACES, "س")), "{faces:?}");
        assert!(faces.contains(&(FACES + BOLD, " 漢")), "{faces:?}");
        assert_eq!(fonts.for_all_of(BOLD, "אב"), BOLD);
        assert_eq!(fonts.for_all_of(BOLD, "Page 1"), FACES + BOLD);
        assert!(fonts.covers('A') && fonts.covers('ש') && !fonts.covers('漢'));
    }

    #[test]
    fn a_look_alike_that_a_font_lacks_is_drawn_by_another() {
        let text = hebrew();
        let fonts = Fonts::led_by(Some(&text), &[]);
        // A tick is drawn as a root sign, which the Hebrew font does not have.
        assert_eq!(fonts.runs(REGULAR, "✓"), [(FACES, "✓")]);
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
