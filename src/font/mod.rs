//! Fonts: the bundled faces, shaping text into glyphs, and subsetting for embedding.
