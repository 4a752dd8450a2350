//! Operators as a content stream spells them (ISO 32000-1, 7.8.2).
//!
//! printpdf can write them as well, but makes an object of every number and string first, and has
//! them spelled one by one: that was two thirds of the time that drawing takes.

use printpdf::{
    Color, DictItem, Line, LinePoint, Op, PaintMode, Point, Polygon, Rect, WindingOrder,
};

use super::syntax;

/// A content stream as far as it is written.
#[derive(Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
    shown: Shown,
}

/// How far the operator that shows glyphs is written: strings, and between them how far to move.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Shown {
    #[default]
    Nothing,
    /// The last string is complete.
    Strings,
    /// The last string, which starts there, can go on.
    String(usize),
}

/// Readers need not take longer strings (ISO 32000-1, annex C). No line of text comes near it,
/// but thousands of accents can be piled on one letter.
const LONGEST_STRING: usize = 32_767;

impl Operators {
    /// Appends an operator.
    ///
    /// # Panics
    ///
    /// It is one that pages are never drawn with.
    pub(super) fn push(&mut self, operator: &Op) {
        match operator {
            Op::SaveGraphicsState => self.end("q"),
            Op::RestoreGraphicsState => self.end("Q"),
            Op::StartTextSection => self.end("BT"),
            Op::EndTextSection => self.end("ET"),
            Op::SetFont { font, size } => {
                self.name(font.get_resource_name().as_bytes());
                self.numbers(&[size.0], "Tf");
            }
            Op::SetTextCursor { pos } => self.numbers(&[pos.x.0, pos.y.0], "Td"),
            Op::SetLineOffset { multiplier } => self.numbers(&[*multiplier], "Ts"),
            Op::SetFillColor { col } => self.colour(col, ["g", "rg", "k"]),
            Op::SetOutlineColor { col } => self.colour(col, ["G", "RG", "K"]),
            Op::SetOutlineThickness { pt } => self.numbers(&[pt.0], "w"),
            Op::SetLineCapStyle { cap } => {
                syntax::integer(cap.id(), &mut self.bytes);
                self.bytes.push(b' ');
                self.end("J");
            }
            Op::DrawLine { line } => self.line(line),
            Op::DrawPolygon { polygon } => self.polygon(polygon),
            Op::DrawRectangle { rectangle } => self.rectangle(rectangle),
            Op::BeginMarkedContent { tag } => {
                self.name(tag.as_bytes());
                self.end("BMC");
            }
            Op::BeginMarkedContentWithProperties { tag, properties } => {
                self.name(tag.as_bytes());
                self.item(properties);
                self.bytes.push(b' ');
                self.end("BDC");
            }
            Op::EndMarkedContent => self.end("EMC"),
            Op::Unknown { key, value } => {
                for item in value {
                    self.item(item);
                    self.bytes.push(b' ');
                }
                self.end(key);
            }
            other => unreachable!("no page is drawn with {other:?}"),
        }
    }

    /// Appends a glyph to those that are shown together, moved back by so many thousandths of the
    /// font size.
    pub(super) fn glyph(&mut self, back: i64, id: u16) {
        if back != 0 {
            self.end_string();
            match self.shown {
                Shown::Nothing => self.bytes.push(b'['),
                _ => self.bytes.push(b' '),
            }
            syntax::integer(back, &mut self.bytes);
            self.shown = Shown::Strings;
        }
        let start = match self.shown {
            Shown::String(start) => start,
            before => {
                if before == Shown::Nothing {
                    self.bytes.push(b'[');
                }
                self.bytes.push(b'(');
                self.bytes.len()
            }
        };
        let [high, low] = id.to_be_bytes();
        syntax::literal_byte(high, &mut self.bytes);
        syntax::literal_byte(low, &mut self.bytes);
        self.shown = Shown::String(start);
        // The two bytes of the next glyph may have to be escaped.
        if self.bytes.len() + 4 > start + LONGEST_STRING {
            self.end_string();
        }
    }

    /// Ends the glyphs that are shown together.
    pub(super) fn end_glyphs(&mut self) {
        self.end_string();
        if std::mem::take(&mut self.shown) != Shown::Nothing {
            self.bytes.extend(b"] TJ\n");
        }
    }

    fn end_string(&mut self) {
        if matches!(self.shown, Shown::String(_)) {
            self.bytes.push(b')');
            self.shown = Shown::Strings;
        }
    }

    /// The content stream.
    pub(super) fn finish(mut self) -> Vec<u8> {
        // The end of the last line.
        self.bytes.pop();
        self.bytes
    }

    fn end(&mut self, operator: &str) {
        self.bytes.extend(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    fn numbers(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            syntax::real(*number, &mut self.bytes);
            self.bytes.push(b' ');
        }
        self.end(operator);
    }

    fn name(&mut self, name: &[u8]) {
        syntax::name(name, &mut self.bytes);
        self.bytes.push(b' ');
    }

    fn colour(&mut self, colour: &Color, [grey, rgb, cmyk]: [&str; 3]) {
        match colour {
            Color::Greyscale(it) => self.numbers(&[it.percent], grey),
            Color::Rgb(it) => self.numbers(&[it.r, it.g, it.b], rgb),
            other => self.numbers(&other.into_vec(), cmyk),
        }
    }

    fn line(&mut self, line: &Line) {
        self.path(&line.points);
        self.end(if line.is_closed { "h\nS" } else { "S" });
    }

    fn polygon(&mut self, polygon: &Polygon) {
        for ring in &polygon.rings {
            self.path(&ring.points);
        }
        self.end("h");
        self.end(match polygon.mode {
            PaintMode::FillStroke => polygon.winding_order.get_fill_stroke_close_op(),
            mode => paint(mode, polygon.winding_order),
        });
    }

    fn rectangle(&mut self, rectangle: &Rect) {
        let Rect {
            x,
            y,
            width,
            height,
            mode,
            winding_order,
        } = rectangle;
        self.numbers(&[x.0, y.0, width.0, height.0], "re");
        let order = winding_order.unwrap_or(WindingOrder::NonZero);
        self.end(mode.map_or("n", |mode| paint(mode, order)));
    }

    /// Goes along some points. Two in a row that steer a curve come before its end.
    fn path(&mut self, points: &[LinePoint]) {
        let [first, rest @ ..] = points else {
            return;
        };
        self.to([first.p], "m");
        let mut rest = rest;
        while let [next, after @ ..] = rest {
            rest = after;
            match after {
                [steer, end, after @ ..] if next.bezier && steer.bezier => {
                    self.to([next.p, steer.p, end.p], "c");
                    rest = after;
                }
                _ => self.to([next.p], "l"),
            }
        }
    }

    fn to<const N: usize>(&mut self, points: [Point; N], operator: &str) {
        for Point { x, y } in points {
            for number in [x.0, y.0] {
                syntax::real(number, &mut self.bytes);
                self.bytes.push(b' ');
            }
        }
        self.end(operator);
    }

    fn item(&mut self, item: &DictItem) {
        match item {
            DictItem::Int(value) => syntax::integer(*value, &mut self.bytes),
            DictItem::Dict { map } => {
                self.bytes.extend(b"<<");
                for (key, value) in map {
                    syntax::name(key.as_bytes(), &mut self.bytes);
                    if matches!(value, DictItem::Int(_)) {
                        self.bytes.push(b' ');
                    }
                    self.item(value);
                }
                self.bytes.extend(b">>");
            }
            other => syntax::write(&other.to_lopdf(), &mut self.bytes),
        }
    }
}

/// The operator that paints a path.
fn paint(mode: PaintMode, order: WindingOrder) -> &'static str {
    match mode {
        PaintMode::Fill => order.get_fill_op(),
        PaintMode::Stroke => "S",
        PaintMode::FillStroke => order.get_fill_stroke_op(),
        PaintMode::Clip => unreachable!("no page is clipped"),
    }
}
