//! What to draw for characters that the faces do not have.
//!
//! The replacement happens before shaping and also decides the text a reader copies out of the
//! PDF: a glyph can stand for one text only, so a no-break space that is drawn as a space must
//! *be* a space.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

use super::faces::{Face, Origin};

/// What the faces draw for a character they do not know; they all have it.
const REPLACEMENT: char = '\u{fffd}';

/// What becomes of a character.
enum Drawn {
    /// It is drawn if the face has it.
    Itself,
    /// It is never seen.
    Nothing,
    /// This is drawn instead.
    As(&'static str),
}

/// The text to shape in place of `text`: every character of it has a glyph in `face`.
pub(super) fn drawable<'t>(text: &'t str, face: &Face<'_>) -> Cow<'t, str> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut drawn = String::with_capacity(text.len());
    for c in text.chars() {
        match instead(c) {
            // The shaper leaves them out when they have done their work.
            _ if is_joiner(c) && face.origin == Origin::Theme => drawn.push(c),
            Drawn::Itself if face.glyph(c).is_some() => drawn.push(c),
            Drawn::Itself => drawn.push(REPLACEMENT),
            Drawn::Nothing => {}
            Drawn::As(other) => drawn.push_str(other),
        }
    }
    Cow::Owned(drawn)
}

/// Whether a reader of the paper sees the character, or rightly sees nothing.
pub(super) fn is_drawn(c: char, face: &Face<'_>) -> bool {
    match instead(c) {
        Drawn::Itself => face.glyph(c).is_some(),
        Drawn::Nothing => true,
        // Of what stands in for others, the bundled faces have everything.
        Drawn::As(other) => {
            face.origin == Origin::Bundled || other.chars().all(|c| face.glyph(c).is_some())
        }
    }
}

/// Whether a character has no place without the one before it: a mark on it, or a control.
pub(super) fn clings(c: char) -> bool {
    bidi_class(c) == BidiClass::NSM || is_invisible(c)
}

/// Whether a character steers how the letters around it are joined, in Persian or Hindi.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// The table of replacements. Look-alikes are only those that nobody would misread.
fn instead(c: char) -> Drawn {
    match c {
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Drawn::As(" ")
        }
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Drawn::As(" "),
        _ if c.is_control() || is_invisible(c) => Drawn::Nothing,
        '\u{2010}' | '\u{2011}' | '⁃' => Drawn::As("-"),
        '‣' => Drawn::As("•"),
        '⇒' => Drawn::As("=>"),
        '⇐' => Drawn::As("<="),
        '⇔' => Drawn::As("<=>"),
        '☐' => Drawn::As("□"),
        '✓' | '✔' => Drawn::As("√"),
        '▶' => Drawn::As("►"),
        '◆' => Drawn::As("♦"),
        '₀'..='₉' => {
            const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
            Drawn::As(DIGITS[c as usize - '₀' as usize])
        }
        _ => Drawn::Itself,
    }
}

/// Characters that steer other software and have no look of their own. Some faces have empty
/// glyphs for them, which would only put odd characters into copied text; direction controls
/// could also make copied text read differently from the paper.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{Fonts, REGULAR};

    fn drawn(text: &str) -> String {
        drawable(text, Fonts::bundled().face(REGULAR)).into_owned()
    }

    #[test]
    fn hyphens_and_spaces_become_the_ones_of_the_face() {
        assert_eq!(
            drawn("a\u{2011}b\u{2010}c\u{a0}d\te\u{202f}f"),
            "a-b-c d e f"
        );
    }

    #[test]
    fn controls_leave_no_trace() {
        assert_eq!(
            drawn("co\u{ad}op\u{202e}x\u{200d}\u{fe0f}\u{7}\u{feff}"),
            "coopx"
        );
    }

    #[test]
    fn unknown_characters_become_the_replacement_mark() {
        assert_eq!(drawn("漢🙂é"), "\u{fffd}\u{fffd}é");
    }

    #[test]
    fn every_character_ends_in_a_glyph() {
        let face = Fonts::bundled().face(REGULAR);
        for c in '\0'..='\u{ffff}' {
            for c in drawn(c.encode_utf8(&mut [0; 4])).chars() {
                assert!(face.glyph(c).is_some(), "{c:?}");
            }
        }
    }
}
