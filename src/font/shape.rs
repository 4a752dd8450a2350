//! Shaping: words become glyphs with kerning and composed accents.

use std::collections::HashSet;
use std::sync::Arc;

use rustybuzz::{
    BufferClusterLevel, BufferFlags, GlyphBuffer, GlyphInfo, Script, ShapePlan, UnicodeBuffer,
};

use super::faces::{Face, Fonts, Origin};
use super::fallback::drawable;
use super::vocabulary::Vocabulary;
use crate::layout::pages::{Direction, Glyph, Length};

/// A shaped word at one size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shaped {
    /// Its glyphs, left to right.
    pub glyphs: Vec<Glyph>,
    /// The sum of their advances.
    pub width: Length,
}

/// Shapes words and remembers them.
pub struct Shaper<'f> {
    fonts: &'f Fonts<'f>,
    vocabulary: Vocabulary,
    buffer: UnicodeBuffer,
}

/// What a plan is good for: a face, a direction and a script.
pub(super) type Case = (usize, Direction, Script);

/// A shaped word in font units, good for every size.
pub(super) struct Word {
    pub(super) glyphs: Box<[Unscaled]>,
    width: i64,
}

/// A glyph of a [`Word`].
pub(super) struct Unscaled {
    id: u16,
    /// Where the pen is after it, from the start of the word.
    end: i64,
    /// How far it is drawn from the pen, to the right and up.
    offset: (i64, i64),
    text: Arc<str>,
}

impl<'f> Shaper<'f> {
    /// A shaper that knows no word yet.
    pub fn new(fonts: &'f Fonts<'f>) -> Self {
        Self::with(fonts, Vocabulary::default())
    }

    /// A shaper that knows some words of these fonts. That makes it faster, and nothing else.
    pub fn with(fonts: &'f Fonts<'f>, vocabulary: Vocabulary) -> Self {
        Self {
            fonts,
            vocabulary,
            buffer: UnicodeBuffer::new(),
        }
    }

    /// All words that it knows now. It forgets them.
    pub fn take_vocabulary(&mut self) -> Vocabulary {
        std::mem::take(&mut self.vocabulary)
    }

    /// Shapes a word, or any text that stays on one line, in one face.
    pub fn shape(&mut self, face: usize, text: &str, size: Length) -> Shaped {
        self.shape_towards(Direction::LeftToRight, face, text, size)
    }

    /// Shapes a word that is read in a direction. Its glyphs are from left to right all the same.
    pub fn shape_towards(
        &mut self,
        direction: Direction,
        face: usize,
        text: &str,
        size: Length,
    ) -> Shaped {
        let (word, face) = self.word(face, direction, text);
        let mut pen = 0;
        // Rounding positions, not advances, keeps the sum of advances equal to the width.
        let glyphs = word.glyphs.iter().map(|glyph| {
            let end = face.scale(glyph.end, size);
            let advance = end - pen;
            pen = end;
            let (right, up) = glyph.offset;
            Glyph {
                id: glyph.id,
                advance,
                offset: (face.scale(right, size), face.scale(up, size)),
                text: Arc::clone(&glyph.text),
            }
        });
        Shaped {
            glyphs: glyphs.collect(),
            width: face.scale(word.width, size),
        }
    }

    /// The width that [`Shaper::shape`] would give.
    pub fn width(&mut self, face: usize, text: &str, size: Length) -> Length {
        let (word, face) = self.word(face, Direction::LeftToRight, text);
        face.scale(word.width, size)
    }

    /// A word, shaped now if it is new, and its face.
    fn word(&mut self, face: usize, direction: Direction, text: &str) -> (&Word, &'f Face<'f>) {
        let known = self.vocabulary.find(face, direction, text);
        let index = known.unwrap_or_else(|| {
            let word = self.shape_new(face, direction, text);
            self.vocabulary.add(face, direction, text, word)
        });
        (self.vocabulary.word(index), self.fonts.face(face))
    }

    fn shape_new(&mut self, face: usize, direction: Direction, text: &str) -> Word {
        let text = drawable(text, self.fonts.face(face));
        let mut pieces: Vec<&str> = pieces(&text).collect();
        if direction == Direction::RightToLeft {
            pieces.reverse();
        }
        let mut word = Reading::default();
        for piece in pieces {
            let shaped = self.run(face, direction, piece);
            word.read(&shaped, direction, piece, &mut self.vocabulary.texts);
            self.buffer = shaped.clear();
        }
        Word {
            glyphs: word.glyphs.into(),
            width: word.pen,
        }
    }

    fn run(&mut self, index: usize, direction: Direction, text: &str) -> GlyphBuffer {
        let face = self.fonts.face(index);
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(text);
        // A combining mark stays a cluster of its own unless it is composed with its letter:
        // each glyph then stands for its own characters in copied text. Other scripts put
        // letters in another order than they are written; those become one cluster.
        buffer.set_cluster_level(match face.origin {
            Origin::Bundled => BufferClusterLevel::Characters,
            Origin::Theme => BufferClusterLevel::MonotoneCharacters,
        });
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.guess_segment_properties();
        buffer.set_direction(towards(direction));
        let case = (index, direction, buffer.script());
        let plan = plan(&mut self.vocabulary.plans, case, face);
        rustybuzz::shape_with_plan(&face.tables, plan, buffer)
    }
}

/// Splits a text that is too long to be a word. The shaper's time grows with the square of the
/// number of combining marks in a row, and 200,000 of them in one guide took minutes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 256;
    let mut rest = text;
    std::iter::from_fn(move || {
        let at = rest
            .char_indices()
            .nth(LONGEST)
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(at);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn towards(direction: Direction) -> rustybuzz::Direction {
    match direction {
        Direction::LeftToRight => rustybuzz::Direction::LeftToRight,
        Direction::RightToLeft => rustybuzz::Direction::RightToLeft,
    }
}

/// The plan for a face, direction and script.
fn plan<'p>(plans: &'p mut Vec<(Case, ShapePlan)>, case: Case, face: &Face<'_>) -> &'p ShapePlan {
    let known = plans.iter().position(|(known, _)| *known == case);
    let known = known.unwrap_or_else(|| {
        let (_, direction, script) = case;
        let direction = towards(direction);
        let plan = ShapePlan::new(&face.tables, direction, Some(script), None, &[]);
        plans.push((case, plan));
        plans.len() - 1
    });
    &plans[known].1
}

/// A word as far as the shaper's answers are read.
#[derive(Default)]
struct Reading {
    glyphs: Vec<Unscaled>,
    pen: i64,
}

impl Reading {
    /// Appends a shaped piece; the first glyph of each cluster gets the cluster's text.
    fn read(
        &mut self,
        shaped: &GlyphBuffer,
        direction: Direction,
        text: &str,
        texts: &mut HashSet<Arc<str>>,
    ) {
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        for (i, (info, position)) in infos.iter().zip(positions).enumerate() {
            let first = i == 0 || infos[i - 1].cluster != info.cluster;
            let cluster = if first {
                match direction {
                    Direction::LeftToRight => cluster_text(infos[i..].iter(), text),
                    Direction::RightToLeft => cluster_text(infos[..=i].iter().rev(), text),
                }
            } else {
                ""
            };
            self.pen += i64::from(position.x_advance);
            self.glyphs.push(Unscaled {
                id: info.glyph_id as u16,
                end: self.pen,
                offset: (position.x_offset.into(), position.y_offset.into()),
                text: intern(texts, cluster),
            });
        }
    }
}

/// The text of the cluster of the first of some glyphs, which follow it in reading order.
fn cluster_text<'i, 't>(infos: impl Iterator<Item = &'i GlyphInfo>, text: &'t str) -> &'t str {
    let mut clusters = infos.map(|info| info.cluster as usize);
    let start = clusters.next().unwrap_or(0);
    let end = clusters.find(|&cluster| cluster > start);
    text.get(start..end.unwrap_or(text.len()))
        .unwrap_or_default()
}

fn intern(texts: &mut HashSet<Arc<str>>, text: &str) -> Arc<str> {
    if let Some(known) = texts.get(text) {
        return Arc::clone(known);
    }
    let new: Arc<str> = text.into();
    texts.insert(Arc::clone(&new));
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::test_fonts::arabic;
    use crate::font::{BOLD, FACES, REGULAR};

    fn shape(text: &str) -> Shaped {
        Shaper::new(Fonts::bundled()).shape(REGULAR, text, 10_000)
    }

    fn texts(shaped: &Shaped) -> Vec<&str> {
        shaped.glyphs.iter().map(|glyph| &*glyph.text).collect()
    }

    #[test]
    fn advances_sum_to_the_width_at_every_size() {
        let mut shaper = Shaper::new(Fonts::bundled());
        for size in [1, 7, 6_500, 8_333, 10_500, 21_000] {
            for word in [
                "AVATAR",
                "efficient",
                "Łódź",
                "x\u{301}q\u{323}\u{302}",
                "T",
                "",
            ] {
                let shaped = shaper.shape(BOLD, word, size);
                let sum: Length = shaped.glyphs.iter().map(|glyph| glyph.advance).sum();
                assert_eq!(sum, shaped.width, "{word} at {size}");
                assert_eq!(shaper.width(BOLD, word, size), shaped.width);
            }
        }
    }

    #[test]
    fn letters_are_kerned() {
        let apart = shape("A").width + shape("V").width;
        assert!(shape("AV").width < apart);
    }

    #[test]
    fn letters_keep_their_text_whatever_glyphs_draw_them() {
        assert_eq!(texts(&shape("efficient")).concat(), "efficient");
        // In Arabic, letters take other forms within a word, and lam and alef share one.
        let theme = [arabic()];
        let fonts = Fonts::with(&theme);
        let towards = Direction::RightToLeft;
        let shaped = Shaper::new(&fonts).shape_towards(towards, FACES, "سلام", 10_000);
        let mut read = texts(&shaped);
        read.reverse();
        assert_eq!(read.concat(), "سلام");
    }

    #[test]
    fn accents_are_composed_or_keep_their_own_text() {
        assert_eq!(texts(&shape("e\u{301}a")), ["e\u{301}", "a"]);
        assert_eq!(texts(&shape("x\u{301}")), ["x", "\u{301}"]);
    }

    #[test]
    fn a_text_too_long_for_a_word_keeps_all_its_glyphs() {
        let text = "e".to_owned() + &"\u{301}".repeat(2_000);
        let copied: String = texts(&shape(&text)).concat();
        assert_eq!(copied, text);
    }

    #[test]
    fn no_text_gives_a_missing_glyph() {
        for text in [
            "\u{200d}",
            "\u{fe0f}",
            "\u{301}",
            "🙂",
            "1\u{fe0f}\u{20e3}",
            "שלום",
            "क्षि",
        ] {
            let shaped = shape(text);
            assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0), "{text:?}");
        }
    }
}
