//! The logo: a PNG or SVG file of a workspace, which may be anything.
//!
//! 1. `image` reads a PNG, after a look at its header: what it says may be a gigabyte.
//! 2. `screen` looks for what an SVG must not have, and names it: outside references, programs,
//!    and what would not come out on paper as it does on a screen.
//! 3. `drawing` reads the rest, and turns it into filled outlines.
//!
//! Nothing of the file itself gets into a packet: PDF and HTML are drawn from the pixels or the
//! outlines, so that both show the same, and a stranger's file brings nothing along.

mod drawing;
mod image;
mod screen;

pub use drawing::{Drawing, Mark, Outline, Rule, Segment};
pub use image::Image;

use super::mm;
use crate::layout::pages::Length;
use std::fmt::Write as _;

/// The largest file of a logo. One that is larger is a photograph, or a poster; every page would
/// carry it.
pub const MAX_LOGO_BYTES: usize = 1 << 20;

/// What stands at the top of every packet.
#[derive(Debug, PartialEq)]
pub struct Logo {
    /// What it shows, in words, for those who do not see it.
    pub alt: String,
    /// How high it is on paper, if that leaves it narrower than the text.
    pub height: Length,
    /// The picture.
    pub picture: Picture,
}

/// What a logo looks like.
#[derive(Debug, PartialEq)]
pub enum Picture {
    /// Pixels.
    Image(Image),
    /// Outlines.
    Drawing(Drawing),
}

/// Why a file cannot be a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoLogo {
    /// What is wrong with it, in words that go on a sentence.
    pub why: String,
    /// What would mend it, as an imperative.
    pub help: &'static str,
}

impl NoLogo {
    fn new(why: impl Into<String>, help: &'static str) -> Self {
        let why = why.into();
        Self { why, help }
    }
}

impl Logo {
    /// The usual height: that of a title and the line under it.
    pub const USUAL_HEIGHT: Length = mm(120);
    /// No logo is less high: it would be a spot.
    pub const LEAST_HEIGHT: Length = mm(40);
    /// No logo is higher: it would take a question from the page.
    pub const MOST_HEIGHT: Length = mm(400);

    /// Its width and height on paper, where it can be as wide as `most`.
    pub fn size(&self, most: Length) -> (Length, Length) {
        let (across, down) = self.picture.proportions();
        let scaled = |length: Length, by: u32, of: u32| {
            (i64::from(length) * i64::from(by) / i64::from(of.max(1))) as Length
        };
        let width = scaled(self.height, across, down);
        match width <= most {
            true => (width.max(1), self.height),
            false => (most, scaled(most, down, across).max(1)),
        }
    }
}

impl Picture {
    /// The picture in the bytes of a file.
    ///
    /// # Errors
    ///
    /// Why they are none.
    pub fn read(bytes: &[u8]) -> Result<Self, NoLogo> {
        if bytes.starts_with(image::SIGNATURE) {
            return image::read(bytes).map(Self::Image);
        }
        let text = std::str::from_utf8(bytes).ok();
        let text = text.filter(|text| text.contains("<svg") || text.contains(":svg"));
        let text = text.ok_or_else(|| {
            NoLogo::new(
                "it is neither a PNG nor an SVG",
                "save the logo as PNG or SVG, and name that file",
            )
        })?;
        screen::screen(text)?;
        drawing::read(text).map(Self::Drawing)
    }

    /// How wide and how high it is, in a unit of its own.
    pub fn proportions(&self) -> (u32, u32) {
        match self {
            Self::Image(image) => (image.width, image.height),
            Self::Drawing(drawing) => (drawing.width, drawing.height),
        }
    }

    /// The picture as a file of its own, for a web page, with its media type.
    pub fn file(&self) -> (&'static str, Vec<u8>) {
        match self {
            Self::Image(image) => ("image/png", image.png()),
            Self::Drawing(drawing) => ("image/svg+xml", svg(drawing).into_bytes()),
        }
    }
}

/// A drawing as SVG.
fn svg(drawing: &Drawing) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\">",
        drawing.width, drawing.height
    );
    let mut clips = 0;
    marks(&drawing.marks, &mut clips, &mut out);
    out.push_str("</svg>");
    out
}

fn marks(all: &[Mark], clips: &mut usize, out: &mut String) {
    for mark in all {
        match mark {
            Mark::Fill {
                outline,
                colour,
                opacity,
            } => {
                let hex = super::hex(*colour);
                let _ = write!(out, "<path fill=\"{hex}\"");
                if *opacity < Drawing::OPAQUE {
                    let _ = write!(out, " fill-opacity=\".{opacity:02}\"");
                }
                if outline.rule == Rule::EvenOdd {
                    out.push_str(" fill-rule=\"evenodd\"");
                }
                let _ = write!(out, " d=\"{}\"/>", path(outline));
            }
            Mark::Clip {
                outline,
                marks: within,
            } => {
                *clips += 1;
                let name = format!("c{clips}");
                let rule = match outline.rule {
                    Rule::NonZero => "",
                    Rule::EvenOdd => " clip-rule=\"evenodd\"",
                };
                let path = path(outline);
                let _ = write!(
                    out,
                    "<clipPath id=\"{name}\"><path{rule} d=\"{path}\"/></clipPath>\
                     <g clip-path=\"url(#{name})\">"
                );
                marks(within, clips, out);
                out.push_str("</g>");
            }
        }
    }
}

/// An outline as SVG spells it.
fn path(outline: &Outline) -> String {
    let mut out = String::new();
    for segment in &outline.segments {
        let _ = match segment {
            Segment::Move((x, y)) => write!(out, "M{x} {y}"),
            Segment::Line((x, y)) => write!(out, "L{x} {y}"),
            Segment::Curve(one, two, end) => write!(
                out,
                "C{} {} {} {} {} {}",
                one.0, one.1, two.0, two.1, end.0, end.1
            ),
            Segment::Close => write!(out, "Z"),
        };
    }
    out
}

#[cfg(test)]
pub(crate) mod tests;
