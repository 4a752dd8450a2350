//! The theme: what a workspace may choose about the look of its packets.
//!
//! One theme drives PDF and HTML alike. [`crate::workspace`] reads it from `hirekit.yaml` and
//! reports what is wrong with it; what is here has been checked. What is not chosen is `None`, and
//! looks as ever.

mod contrast;
mod length;
pub mod logo;

pub use contrast::{LEAST_CONTRAST, contrast, darkened};
pub use length::{BadLength, mm, parse as parse_length, shown as shown_length};
pub use logo::{Logo, NoLogo, Picture};

use crate::layout::pages::{Colour, Length};
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// The paper that packets are printed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Width of the sheet.
    pub const fn width(self) -> Length {
        match self {
            Self::A4 => mm(2100),
            Self::Letter => mm(2159),
        }
    }

    /// Height of the sheet.
    pub const fn height(self) -> Length {
        match self {
            Self::A4 => mm(2970),
            Self::Letter => mm(2794),
        }
    }

    /// Its name in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }
}

/// How closely things are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Less white between lines and blocks, and closer lines to write on: fewer pages.
    Compact,
    /// As ever.
    #[default]
    Standard,
    /// More white, and more room to write.
    Roomy,
}

/// The edges of the paper that stay white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margins {
    /// From the top edge to the top of the running head.
    pub top: Length,
    /// From the right edge to the text.
    pub right: Length,
    /// From the rule above the page number to the bottom edge.
    pub bottom: Length,
    /// From the left edge to the text: the side that is punched or stapled.
    pub left: Length,
}

impl Margins {
    /// The usual ones. Above and below is what every office printer can reach.
    pub const USUAL: Self = Self {
        top: mm(150),
        right: mm(180),
        bottom: mm(150),
        left: mm(220),
    };
    /// No margin is narrower: the page number would be where printers do not print.
    pub const LEAST: Length = mm(100);
    /// No margin is wider: on both sides, half of the paper would be left for text.
    pub const MOST: Length = mm(500);
}

impl Default for Margins {
    fn default() -> Self {
        Self::USUAL
    }
}

/// What a workspace may choose about the look of its packets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Theme {
    /// The paper.
    pub paper: Paper,
    /// What stays white around the pages.
    pub margins: Margins,
    /// The colour of headings, numbers and rules of weight.
    pub accent: Option<Colour>,
    /// The colour of secondary text.
    pub grey: Option<Colour>,
    /// How closely things are set.
    pub density: Density,
    /// What stands at the top of every packet.
    pub logo: Option<Arc<Logo>>,
    /// How many lines for notes a question has at least.
    pub note_lines: Option<u16>,
}

impl Theme {
    /// How many lines for notes a question has where the theme does not say.
    pub const USUAL_NOTE_LINES: u16 = 4;

    /// The usual look on the given paper.
    pub fn new(paper: Paper) -> Self {
        Self {
            paper,
            ..Self::default()
        }
    }
}

/// A colour as settings and style sheets write it: `#7a1f3d`.
pub fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The colour that a text says, `#7a1f3d`; `None` if it says none.
pub fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Colour(red, green, blue))
}

/// How a colour is written, as a message says it.
pub(crate) const COLOUR_HELP: &str =
    "write red, green and blue in two digits each, as in `\"#7a1f3d\"`";

/// The colour in quotes that was meant by a text which lacks its `#`.
pub(crate) fn with_hash(text: &str) -> Option<String> {
    let written = format!("#{text}");
    colour(&written).map(|_| format!("\"{written}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!(colour("#7A1f3d"), Some(Colour(0x7a, 0x1f, 0x3d)));
        assert_eq!(hex(Colour(0x7a, 0x1f, 0x03)), "#7a1f03");
        for text in [
            "",
            "#",
            "7a1f3d",
            "#7a1f3",
            "#7a1f3dff",
            "#+a1f3d",
            "#7a1fäd",
            "red",
        ] {
            assert_eq!(colour(text), None, "{text}");
        }
    }
}
