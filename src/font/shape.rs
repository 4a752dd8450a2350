//! Shaping: words become glyphs with kerning and composed accents.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rustybuzz::{
    BufferClusterLevel, Direction, GlyphBuffer, GlyphInfo, Script, ShapePlan, UnicodeBuffer,
};

use super::FACES;
use super::faces::{Face, Fonts};
use super::fallback::drawable;
use crate::layout::pages::{Glyph, Length};

/// A shaped word at one size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shaped {
    /// Its glyphs, left to right.
    pub glyphs: Vec<Glyph>,
    /// The sum of their advances.
    pub width: Length,
}

/// Shapes words and remembers them, for one layout job.
pub struct Shaper<'f> {
    fonts: &'f Fonts,
    /// Index into `words` by face and text.
    known: [HashMap<Box<str>, usize>; FACES],
    words: Vec<Word>,
    /// Every cluster text once, since a document has few different ones.
    texts: HashSet<Arc<str>>,
    /// Making a plan costs more than shaping a word with it.
    plans: Vec<(usize, Script, ShapePlan)>,
    buffer: UnicodeBuffer,
}

/// A shaped word in font units, good for every size.
struct Word {
    glyphs: Box<[Unscaled]>,
    width: i64,
}

/// A glyph of a [`Word`].
struct Unscaled {
    id: u16,
    /// Where the pen is after it, from the start of the word.
    end: i64,
    text: Arc<str>,
}

impl<'f> Shaper<'f> {
    /// A shaper that knows no word yet.
    pub fn new(fonts: &'f Fonts) -> Self {
        Self {
            fonts,
            known: Default::default(),
            words: Vec::new(),
            texts: HashSet::new(),
            plans: Vec::new(),
            buffer: UnicodeBuffer::new(),
        }
    }

    /// Shapes a word, or any text that stays on one line, in one face.
    pub fn shape(&mut self, face: usize, text: &str, size: Length) -> Shaped {
        let word = self.word(face, text);
        let (word, face) = (&self.words[word], self.fonts.face(face));
        let mut pen = 0;
        // Rounding positions, not advances, keeps the sum of advances equal to the width.
        let glyphs = word.glyphs.iter().map(|glyph| {
            let end = face.scale(glyph.end, size);
            let advance = end - pen;
            pen = end;
            Glyph {
                id: glyph.id,
                advance,
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
        let word = self.word(face, text);
        self.fonts.face(face).scale(self.words[word].width, size)
    }

    /// The index of a word, shaped now if it is new.
    fn word(&mut self, face: usize, text: &str) -> usize {
        if let Some(&known) = self.known[face].get(text) {
            return known;
        }
        let word = self.shape_new(face, text);
        self.words.push(word);
        self.known[face].insert(text.into(), self.words.len() - 1);
        self.words.len() - 1
    }

    fn shape_new(&mut self, face: usize, text: &str) -> Word {
        let text = drawable(text, self.fonts.face(face));
        let mut word = Reading::default();
        for piece in pieces(&text) {
            let shaped = self.run(face, piece);
            word.read(&shaped, piece, &mut self.texts);
            self.buffer = shaped.clear();
        }
        Word {
            glyphs: word.glyphs.into(),
            width: word.pen,
        }
    }

    fn run(&mut self, index: usize, text: &str) -> GlyphBuffer {
        let face = self.fonts.face(index);
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(text);
        // A combining mark stays a cluster of its own unless it is composed with its letter:
        // each glyph then stands for its own characters in copied text.
        buffer.set_cluster_level(BufferClusterLevel::Characters);
        buffer.guess_segment_properties();
        // The faces have no script that runs to the left.
        buffer.set_direction(Direction::LeftToRight);
        let plan = plan(&mut self.plans, index, face, buffer.script());
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

/// The plan for a face and script.
fn plan<'p>(
    plans: &'p mut Vec<(usize, Script, ShapePlan)>,
    index: usize,
    face: &Face,
    script: Script,
) -> &'p ShapePlan {
    let known = plans
        .iter()
        .position(|(i, s, _)| *i == index && *s == script);
    let known = known.unwrap_or_else(|| {
        let plan = ShapePlan::new(
            &face.tables,
            Direction::LeftToRight,
            Some(script),
            None,
            &[],
        );
        plans.push((index, script, plan));
        plans.len() - 1
    });
    &plans[known].2
}

/// A word as far as the shaper's answers are read.
#[derive(Default)]
struct Reading {
    glyphs: Vec<Unscaled>,
    pen: i64,
}

impl Reading {
    /// Appends a shaped piece; the first glyph of each cluster gets the cluster's text.
    fn read(&mut self, shaped: &GlyphBuffer, text: &str, texts: &mut HashSet<Arc<str>>) {
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        for (i, (info, position)) in infos.iter().zip(positions).enumerate() {
            let first = i == 0 || infos[i - 1].cluster != info.cluster;
            let cluster = if first {
                cluster_text(&infos[i..], text)
            } else {
                ""
            };
            // A mark is moved over its letter by lengthening the step to it and shortening
            // its own.
            if let Some(before) = self.glyphs.last_mut() {
                before.end += i64::from(position.x_offset);
            }
            self.pen += i64::from(position.x_advance);
            self.glyphs.push(Unscaled {
                id: info.glyph_id as u16,
                end: self.pen,
                text: intern(texts, cluster),
            });
        }
    }
}

/// The text of the cluster that the first of `infos` starts.
fn cluster_text<'t>(infos: &[GlyphInfo], text: &'t str) -> &'t str {
    let start = infos[0].cluster as usize;
    let mut later = infos.iter().map(|info| info.cluster as usize);
    let end = later.find(|&cluster| cluster != start);
    &text[start..end.unwrap_or(text.len())]
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
    use crate::font::{BOLD, REGULAR};

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
