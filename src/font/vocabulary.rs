//! Words that were shaped already: guides have most of their words in common.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use rustybuzz::ShapePlan;

use super::shape::{Case, Word};
use crate::layout::pages::Direction;

/// Shaped words, and what shaping needs besides the fonts. It is good for the fonts that it was
/// made with.
#[derive(Default)]
pub struct Vocabulary {
    /// By face and direction, the index into `words` of each text.
    known: Vec<[HashMap<Box<str>, usize>; 2]>,
    words: Vec<Word>,
    glyphs: usize,
    /// Every cluster text once, since a document has few different ones.
    pub(super) texts: HashSet<Arc<str>>,
    /// Making a plan costs more than shaping a word with it.
    pub(super) plans: Vec<(Case, ShapePlan)>,
}

impl Vocabulary {
    /// The index of a word.
    pub(super) fn find(&self, face: usize, direction: Direction, text: &str) -> Option<usize> {
        let known = self.known.get(face)?;
        known[direction as usize].get(text).copied()
    }

    /// Adds a word that is not there yet; gives its index.
    pub(super) fn add(
        &mut self,
        face: usize,
        direction: Direction,
        text: &str,
        word: Word,
    ) -> usize {
        if self.known.len() <= face {
            self.known.resize_with(face + 1, Default::default);
        }
        let index = self.words.len();
        self.known[face][direction as usize].insert(text.into(), index);
        self.glyphs += word.glyphs.len();
        self.words.push(word);
        index
    }

    /// A word by its index.
    pub(super) fn word(&self, index: usize) -> &Word {
        &self.words[index]
    }
}

/// Vocabularies for all guides of a build, which share their fonts. Which one a guide gets makes no
/// difference to its pages.
#[derive(Default)]
pub struct Vocabularies {
    idle: Mutex<Vec<Vocabulary>>,
}

/// One that has more glyphs than this is not kept: they take 10 MB. A long guide has 40,000.
const MOST_GLYPHS: usize = 200_000;

impl Vocabularies {
    /// One that nobody else has.
    pub fn take(&self) -> Vocabulary {
        let idle = self.idle.lock();
        let known = idle.unwrap_or_else(PoisonError::into_inner).pop();
        known.unwrap_or_default()
    }

    /// Keeps one for the next guide.
    pub fn give_back(&self, vocabulary: Vocabulary) {
        if vocabulary.glyphs <= MOST_GLYPHS {
            let idle = self.idle.lock();
            idle.unwrap_or_else(PoisonError::into_inner)
                .push(vocabulary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{Fonts, REGULAR, Shaper};

    #[test]
    fn a_vocabulary_is_kept_until_it_is_too_large() {
        let vocabularies = Vocabularies::default();
        let learn = |text: &str| {
            let mut shaper = Shaper::with(Fonts::bundled(), vocabularies.take());
            let shaped = shaper.shape(REGULAR, text, 10_000);
            let vocabulary = shaper.take_vocabulary();
            let glyphs = vocabulary.glyphs;
            vocabularies.give_back(vocabulary);
            (shaped, glyphs)
        };
        let first = learn("sound");
        assert_eq!(first.1, "sound".len());
        assert_eq!(learn("sound"), first);
        assert_eq!(learn("asleep").1, "soundasleep".len());
        learn(&"e".repeat(MOST_GLYPHS));
        assert_eq!(learn("sound"), first);
    }
}
