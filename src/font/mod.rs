//! Fonts: the bundled faces, shaping text into glyphs, and cutting the faces down for embedding.
//!
//! In the order of use:
//!
//! 1. [`Fonts::bundled`] parses the four faces, once per process; [`Fonts::with`] adds those of a
//!    theme, for the characters that the four lack.
//! 2. A [`Shaper`] turns words into glyphs, first replacing what the faces cannot draw.
//! 3. [`UsedGlyphs`] collects the glyphs of finished pages and cuts the faces down to them.

mod faces;
mod fallback;
mod family;
mod shape;
mod subset;
mod vocabulary;

pub use faces::Fonts;
pub use family::{FontFamily, FontFile, MAX_FONT_BYTES, NoFont};
pub use shape::{Shaped, Shaper};
pub use subset::{Outlines, Subset, SubsetGlyph, UsedGlyphs};
pub use vocabulary::{Vocabularies, Vocabulary};

/// Index of the regular face.
pub const REGULAR: usize = 0;
/// Index of the bold face.
pub const BOLD: usize = 1;
/// Index of the italic face.
pub const ITALIC: usize = 2;
/// Index of the bold italic face.
pub const BOLD_ITALIC: usize = 3;
/// How many bundled faces there are; those of a theme follow them.
pub const FACES: usize = 4;

#[cfg(test)]
pub(crate) use family::tests as test_fonts;
