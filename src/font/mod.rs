//! Fonts: the bundled faces, shaping text into glyphs, and cutting the faces down for embedding.
//!
//! In the order of use:
//!
//! 1. [`Fonts::bundled`] parses the four faces, once per process.
//! 2. A [`Shaper`] turns words into glyphs, first replacing what the faces cannot draw.

mod faces;
mod fallback;
mod shape;

pub use faces::Fonts;
pub use shape::{Shaped, Shaper};

/// Index of the regular face.
pub const REGULAR: usize = 0;
/// Index of the bold face.
pub const BOLD: usize = 1;
/// Index of the italic face.
pub const ITALIC: usize = 2;
/// Index of the bold italic face.
pub const BOLD_ITALIC: usize = 3;
/// How many faces there are.
pub const FACES: usize = 4;
