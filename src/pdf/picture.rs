//! The logo inside the file: pixels as an image, outlines as a drawing of their own.
//!
//! Either is one object of the document, as large as the unit square, which pages show as often
//! as they like.

use std::fmt::Write as _;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{DictItem, Op};

use super::draft::Draft;
use super::points;
use super::save::Deflater;
use super::shapes::Frame;
use crate::layout::pages::{Colour, Item, Page, Pages, Rect};
use crate::theme::Logo;
use crate::theme::logo::{Drawing, Image, Mark, Outline, Picture, Rule, Segment};

/// What pages call it.
const NAME: &str = "Logo";

/// A logo, compressed once for all documents.
#[derive(Default)]
pub(super) struct Pictures {
    prepared: Option<Prepared>,
}

struct Prepared {
    logo: Arc<Logo>,
    /// Its object, and the one that says how opaque its pixels are.
    object: Stream,
    mask: Option<Stream>,
}

/// Adds the logo, where the pages show it.
pub(super) fn add(draft: &mut Draft, pages: &Pages, pictures: &mut Pictures) {
    let mut items = pages.pages.iter().flat_map(Page::items);
    let Some(logo) = items.find_map(logo) else {
        return;
    };
    let known = pictures.prepared.take().filter(|it| it.logo == *logo);
    let prepared = known.unwrap_or_else(|| Prepared::new(logo, &mut Deflater::thorough()));
    draft.logo = Some(prepared.add(&mut draft.document));
    pictures.prepared = Some(prepared);
}

fn logo(item: &Item) -> Option<&Arc<Logo>> {
    match item {
        Item::Picture { logo, .. } => Some(logo),
        _ => None,
    }
}

/// The logo that a page shows for a structure node, and where.
pub(super) fn figure(page: &Page, node: usize) -> Option<(&Logo, Rect)> {
    let mut stretches = page.stretches().filter(|(owner, _)| *owner == Some(node));
    let items = stretches.find_map(|(_, items)| items.first())?;
    match items {
        Item::Picture { rect, logo } => Some((logo, *rect)),
        _ => None,
    }
}

/// The resources of pages that show the logo.
pub(super) fn resources(id: ObjectId) -> Dictionary {
    dictionary! { NAME => id }
}

/// The operators that show it.
pub(super) fn show(frame: &Frame) -> [Op; 4] {
    let place = [frame.width, 0, 0, frame.height, frame.left, frame.bottom];
    let numbers = place.map(|length| DictItem::Real(points(length)));
    let operator = |key: &str, value| Op::Unknown {
        key: key.to_owned(),
        value,
    };
    let name = DictItem::Name(NAME.as_bytes().to_vec());
    [
        Op::SaveGraphicsState,
        operator("cm", numbers.into()),
        operator("Do", vec![name]),
        Op::RestoreGraphicsState,
    ]
}

impl Prepared {
    fn new(logo: &Arc<Logo>, deflater: &mut Deflater) -> Self {
        let (object, mask) = match &logo.picture {
            Picture::Image(image) => pixels(image, deflater),
            Picture::Drawing(drawing) => (outlines(drawing, deflater), None),
        };
        Self {
            logo: Arc::clone(logo),
            object,
            mask,
        }
    }

    fn add(&self, document: &mut Document) -> ObjectId {
        let mut object = self.object.clone();
        if let Some(mask) = &self.mask {
            object.dict.set("SMask", document.add_object(mask.clone()));
        }
        document.add_object(object)
    }
}

/// An image, and how opaque it is.
fn pixels(image: &Image, deflater: &mut Deflater) -> (Stream, Option<Stream>) {
    let mut stream = |space: &str, samples: &[u8]| {
        let entries = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(image.width),
            "Height" => i64::from(image.height),
            "ColorSpace" => space,
            "BitsPerComponent" => 8,
            "Filter" => "FlateDecode",
        };
        Stream::new(entries, deflater.deflate(samples))
    };
    let mask = image.alpha.as_deref();
    let mask = mask.map(|alpha| stream("DeviceGray", alpha));
    (stream("DeviceRGB", &image.rgb), mask)
}

/// A drawing, on a sheet that is turned upside down and made as large as the unit square.
fn outlines(drawing: &Drawing, deflater: &mut Deflater) -> Stream {
    let (width, height) = (f64::from(drawing.width), f64::from(drawing.height));
    let matrix = [1.0 / width, 0.0, 0.0, -1.0 / height, 0.0, 1.0];
    let mut opacities = Vec::new();
    let mut operators = String::new();
    draw(&drawing.marks, &mut opacities, &mut operators);
    let states = opacities.iter().map(|opacity| {
        let part = f32::from(*opacity) / f32::from(Drawing::OPAQUE);
        (
            state(*opacity),
            dictionary! { "Type" => "ExtGState", "ca" => part },
        )
    });
    let mut resources = Dictionary::new();
    let mut named = Dictionary::new();
    states.for_each(|(name, entries)| named.set(name, entries));
    if !named.is_empty() {
        resources.set("ExtGState", named);
    }
    let sheet = [0, 0, i64::from(drawing.width), i64::from(drawing.height)];
    let entries = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => sheet.map(Object::from).to_vec(),
        "Matrix" => matrix.map(|part| Object::Real(part as f32)).to_vec(),
        "Resources" => resources,
        "Filter" => "FlateDecode",
    };
    Stream::new(entries, deflater.deflate(operators.as_bytes()))
}

/// The name of the state in which marks have this opacity.
fn state(opacity: u8) -> String {
    format!("Opacity{opacity}")
}

fn draw(marks: &[Mark], opacities: &mut Vec<u8>, out: &mut String) {
    for mark in marks {
        match mark {
            Mark::Fill {
                outline,
                colour,
                opacity,
            } => {
                let is_faint = *opacity < Drawing::OPAQUE;
                if is_faint {
                    if !opacities.contains(opacity) {
                        opacities.push(*opacity);
                    }
                    let _ = write!(out, "q /{} gs ", state(*opacity));
                }
                fill(outline, *colour, out);
                if is_faint {
                    out.push_str("Q\n");
                }
            }
            Mark::Clip { outline, marks } => {
                out.push_str("q ");
                path(outline, out);
                out.push_str(match outline.rule {
                    Rule::NonZero => "W n\n",
                    Rule::EvenOdd => "W* n\n",
                });
                draw(marks, opacities, out);
                out.push_str("Q\n");
            }
        }
    }
}

fn fill(outline: &Outline, Colour(red, green, blue): Colour, out: &mut String) {
    // Three decimals give back each of 256 steps.
    for step in [red, green, blue] {
        let thousandths = (u32::from(step) * 1000 + 127) / 255;
        let _ = write!(out, "{}.{:03} ", thousandths / 1000, thousandths % 1000);
    }
    out.push_str("rg\n");
    path(outline, out);
    out.push_str(match outline.rule {
        Rule::NonZero => "f\n",
        Rule::EvenOdd => "f*\n",
    });
}

fn path(outline: &Outline, out: &mut String) {
    for segment in &outline.segments {
        let _ = match segment {
            Segment::Move((x, y)) => writeln!(out, "{x} {y} m"),
            Segment::Line((x, y)) => writeln!(out, "{x} {y} l"),
            Segment::Curve(one, two, end) => writeln!(
                out,
                "{} {} {} {} {} {} c",
                one.0, one.1, two.0, two.1, end.0, end.1
            ),
            Segment::Close => writeln!(out, "h"),
        };
    }
}
