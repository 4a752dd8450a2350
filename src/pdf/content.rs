//! What is drawn on a page, in printpdf's operators.
//!
//! Colours, thickness and font are set only when they change, since most of a page is text in
//! one face and colour.

use std::collections::BTreeMap;

use printpdf::{DictItem, FontId, LineCapStyle, Op, PaintMode, PdfFontHandle, Pt};

use super::embed::{self, EmbeddedFace, EmbeddedFonts};
use super::marks::{self, Owner};
use super::operators::Operators;
use super::shapes::Frame;
use super::{picture, points, shapes, structure};
use crate::layout::pages::{
    Colour, Direction, Glyph, Item, Length, PT, Page, Pages, Rect, TextRun,
};

/// The content stream that draws the body of a page. It leaves nothing set behind it.
pub(super) fn body(page: &Page, pages: &Pages, fonts: &EmbeddedFonts) -> Vec<u8> {
    let mut pen = Pen::new(page.height, fonts);
    pen.operators.push(&Op::SaveGraphicsState);
    for mark in marks::of(page) {
        pen.begin_mark(mark.owner.as_ref(), pages);
        pen.mark(mark.items());
    }
    pen.operators.push(&Op::RestoreGraphicsState);
    pen.operators.finish()
}

/// The content stream that draws running head and foot, on a page where nothing is set.
pub(super) fn furniture(page: &Page, pages: &Pages, fonts: &EmbeddedFonts) -> Vec<u8> {
    let mut pen = Pen::new(page.height, fonts);
    pen.begin_mark(None, pages);
    pen.mark(page.furniture.iter());
    pen.operators.finish()
}

/// Draws items and remembers what is set on the page.
struct Pen<'f> {
    operators: Operators,
    fonts: &'f EmbeddedFonts,
    height: Length,
    fill: Colour,
    stroke: Colour,
    thickness: Length,
    cap: LineCapStyle,
    font: Option<(usize, Length)>,
    /// Where the last line of the open text section began, from the bottom left.
    line: Option<Place>,
}

/// Distances from the left and from the top or bottom.
type Place = (Length, Length);

impl<'f> Pen<'f> {
    /// The state that PDF gives a fresh page.
    fn new(height: Length, fonts: &'f EmbeddedFonts) -> Self {
        const BLACK: Colour = Colour(0, 0, 0);
        Self {
            operators: Operators::default(),
            fonts,
            height,
            fill: BLACK,
            stroke: BLACK,
            thickness: PT,
            cap: LineCapStyle::Butt,
            font: None,
            line: None,
        }
    }

    fn begin_mark(&mut self, owner: Option<&Owner>, pages: &Pages) {
        let Some(owner) = owner else {
            let tag = "Artifact".to_owned();
            return self.operators.push(&Op::BeginMarkedContent { tag });
        };
        self.operators.push(&Op::BeginMarkedContentWithProperties {
            tag: structure::role_name(pages.structure[owner.node].role).to_owned(),
            properties: properties("MCID", DictItem::Int(owner.number)),
        });
    }

    fn mark<'i>(&mut self, items: impl Iterator<Item = &'i Item>) {
        items.for_each(|item| self.item(item));
        self.end_text();
        self.operators.push(&Op::EndMarkedContent);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Text(run) => self.text(run),
            Item::Line {
                from,
                to,
                thickness,
                colour,
            } => {
                self.set_cap(LineCapStyle::Butt);
                self.line(*from, *to, *thickness, *colour);
            }
            Item::Box {
                rect,
                radius,
                fill,
                stroke,
            } => {
                if let Some(mode) = self.begin_shape(*fill, *stroke) {
                    let frame = self.frame(*rect);
                    self.operators
                        .push(&shapes::rectangle(&frame, *radius, mode));
                }
            }
            Item::Picture { rect, .. } => {
                self.end_text();
                let frame = self.frame(*rect);
                let show = picture::show(&frame);
                show.iter().for_each(|it| self.operators.push(it));
            }
            Item::Circle {
                centre,
                radius,
                fill: Some(colour),
                stroke: None,
            } => self.dot(*centre, *radius, *colour),
            Item::Circle {
                centre: (x, y),
                radius,
                fill,
                stroke,
            } => {
                if let Some(mode) = self.begin_shape(*fill, *stroke) {
                    let side = 2 * radius;
                    let rect = Rect {
                        x: x - radius,
                        y: y - radius,
                        width: side,
                        height: side,
                    };
                    let frame = self.frame(rect);
                    self.operators
                        .push(&shapes::rectangle(&frame, *radius, mode));
                }
            }
        }
    }

    fn line(&mut self, from: Place, to: Place, thickness: Length, colour: Colour) {
        self.begin_shape(None, Some((thickness, colour)));
        let place = |(x, y)| shapes::point(x, self.height - y);
        let (from, to) = (place(from), place(to));
        self.operators.push(&shapes::line(from, to));
    }

    /// A disc is a line of no length with round ends. Drawn as four curves, the dots between
    /// the titles and numbers of a table of contents took half the bytes of a whole kit.
    fn dot(&mut self, centre: Place, radius: Length, colour: Colour) {
        self.set_cap(LineCapStyle::Round);
        self.line(centre, centre, 2 * radius, colour);
    }

    /// Sets what a shape needs; `None` if nothing of it would be seen.
    fn begin_shape(
        &mut self,
        fill: Option<Colour>,
        stroke: Option<(Length, Colour)>,
    ) -> Option<PaintMode> {
        self.end_text();
        if let Some(colour) = fill {
            self.set_fill(colour);
        }
        if let Some((thickness, colour)) = stroke {
            self.set_stroke(thickness, colour);
        }
        match (fill, stroke) {
            (Some(_), Some(_)) => Some(PaintMode::FillStroke),
            (Some(_), None) => Some(PaintMode::Fill),
            (None, Some(_)) => Some(PaintMode::Stroke),
            (None, None) => None,
        }
    }

    fn set_fill(&mut self, colour: Colour) {
        if self.fill != colour {
            self.fill = colour;
            let col = shapes::colour(colour);
            self.operators.push(&Op::SetFillColor { col });
        }
    }

    fn set_stroke(&mut self, thickness: Length, colour: Colour) {
        if self.stroke != colour {
            self.stroke = colour;
            let col = shapes::colour(colour);
            self.operators.push(&Op::SetOutlineColor { col });
        }
        if self.thickness != thickness {
            self.thickness = thickness;
            let pt = Pt(points(thickness));
            self.operators.push(&Op::SetOutlineThickness { pt });
        }
    }

    fn set_cap(&mut self, cap: LineCapStyle) {
        if self.cap != cap {
            self.end_text();
            self.cap = cap;
            self.operators.push(&Op::SetLineCapStyle { cap });
        }
    }

    fn text(&mut self, run: &TextRun) {
        // A soft hyphen by itself: its face may have no glyph to embed at all.
        if run.glyphs.is_empty() {
            return;
        }
        let face = self.fonts.face(run.face);
        let tells = tells_its_text(&run.glyphs, face);
        match run.direction {
            Direction::RightToLeft if !tells => {
                stretches(run, face)
                    .iter()
                    .for_each(|run| self.stretch(run, face));
            }
            _ => self.stretch(run, face),
        }
    }

    /// Draws a run, and says what it stands for where the glyphs do not.
    fn stretch(&mut self, run: &TextRun, face: &EmbeddedFace) {
        if run.glyphs.is_empty() {
            return;
        }
        self.set_fill(run.colour);
        self.move_to(run);
        self.set_font(run);
        if tells_its_text(&run.glyphs, face) {
            return self.show(run, face);
        }
        self.operators.push(&Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: properties("ActualText", utf16(&run.text())),
        });
        self.show(run, face);
        self.operators.push(&Op::EndMarkedContent);
    }

    /// Shows the glyphs of a run, with the kerning between them and marks as high as they belong.
    ///
    /// printpdf's own operator writes every glyph as a string of its own, which takes twice the
    /// bytes; this is the same operator with longer strings.
    fn show(&mut self, run: &TextRun, face: &EmbeddedFace) {
        let mut height = 0;
        for ((back, id), glyph) in spaced(run, face).zip(&run.glyphs) {
            if glyph.offset.1 != height {
                height = glyph.offset.1;
                self.raise(height);
            }
            self.operators.glyph(back, id);
        }
        self.operators.end_glyphs();
        if height != 0 {
            self.raise(0);
        }
    }

    /// Says how far above the line the next glyphs are.
    fn raise(&mut self, height: Length) {
        self.operators.end_glyphs();
        let multiplier = points(height);
        self.operators.push(&Op::SetLineOffset { multiplier });
    }

    /// Opens a text section if none is open, and goes to the start of a run. PDF counts from
    /// the start of the line before.
    fn move_to(&mut self, run: &TextRun) {
        let (x, y) = self.line.unwrap_or_else(|| {
            self.operators.push(&Op::StartTextSection);
            (0, 0)
        });
        let start = (run.x, self.height - run.y);
        self.line = Some(start);
        let pos = shapes::point(start.0 - x, start.1 - y);
        self.operators.push(&Op::SetTextCursor { pos });
    }

    fn set_font(&mut self, run: &TextRun) {
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let name = FontId(embed::resource_name(run.face));
            let (font, size) = (PdfFontHandle::External(name), Pt(points(run.size)));
            self.operators.push(&Op::SetFont { font, size });
        }
    }

    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.operators.push(&Op::EndTextSection);
        }
    }

    fn frame(&self, rect: Rect) -> Frame {
        let Rect {
            x: left,
            y,
            width,
            height,
        } = rect;
        Frame {
            left,
            bottom: self.height - y - height,
            width,
            height,
        }
    }
}

/// The ids of glyphs in the file, each with how far to move back before it, in thousandths of
/// the font size.
///
/// A viewer moves on by the widths in the font; layout may have moved otherwise. Counting from
/// the start of the run keeps rounding from adding up.
fn spaced(run: &TextRun, face: &EmbeddedFace) -> impl Iterator<Item = (i64, u16)> {
    // Layout counts in 1/1000 pt and fonts in millionths of the size: each times the scale of
    // the other is a unit that both share.
    let size = i64::from(run.size).max(1);
    let thousandth = 1000 * size;
    let mut excess = 0;
    run.glyphs.iter().map(move |glyph| {
        let id = face.id(glyph.id);
        let right = i64::from(glyph.offset.0) * 1_000_000;
        excess -= right;
        let exact = excess.abs() * 2 < thousandth;
        let back = if exact {
            0
        } else {
            (excess + thousandth / 2).div_euclid(thousandth)
        };
        excess += i64::from(face.width(id)) * size - i64::from(glyph.advance) * 1_000_000;
        excess += right - back * thousandth;
        (back, id)
    })
}

/// Whether the text copied glyph by glyph is the text of the run. It is not where one letter
/// needed several glyphs, or two letters share one.
fn tells_its_text(glyphs: &[Glyph], face: &EmbeddedFace) -> bool {
    glyphs.iter().all(|glyph| {
        let text = face.text(face.id(glyph.id));
        // Mostly it is the very same place in memory, which is quicker to see.
        std::ptr::eq(&*glyph.text, text) || *glyph.text == *text
    })
}

/// The stretches of a run that tell their text, and between them the clusters that do not.
///
/// Glyphs go from left to right, whatever they mean, and readers turn Hebrew and Arabic around
/// when they copy it. They would turn around what is given in place of the glyphs, too, so that is
/// never more than a cluster.
fn stretches(run: &TextRun, face: &EmbeddedFace) -> Vec<TextRun> {
    let mut stretches: Vec<TextRun> = Vec::new();
    let mut x = run.x;
    let mut before = false;
    // The first glyph of a cluster carries its text.
    for cluster in run.glyphs.chunk_by(|_, next| next.text.is_empty()) {
        let tells = tells_its_text(cluster, face);
        match stretches.last_mut() {
            Some(last) if before && tells => last.glyphs.extend_from_slice(cluster),
            _ => stretches.push(TextRun {
                x,
                glyphs: cluster.to_vec(),
                ..*run
            }),
        }
        x += cluster.iter().map(|glyph| glyph.advance).sum::<Length>();
        before = tells;
    }
    stretches
}

fn properties(key: &str, value: DictItem) -> DictItem {
    DictItem::Dict {
        map: BTreeMap::from([(key.to_owned(), value)]),
    }
}

/// Text in the encoding that PDF has for all languages, with its mark in front.
fn utf16(text: &str) -> DictItem {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    DictItem::String {
        data: units.flat_map(u16::to_be_bytes).collect(),
        literal: false,
    }
}
