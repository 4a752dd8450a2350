//! Lines, rectangles and colours in printpdf's terms.

use printpdf::{
    Color, Greyscale, Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rect, Rgb,
    WindingOrder,
};

use super::points;
use crate::layout::pages::{Colour, Length};

/// How far the control points of a quarter circle lie from its ends, of the radius, in
/// thousandths: 4/3 (√2 − 1), which strays from the circle by less than 0.03 %.
const QUARTER: i64 = 552;

/// A rectangle on the page, y growing upwards.
pub(super) struct Frame {
    /// Left edge.
    pub(super) left: Length,
    /// Bottom edge.
    pub(super) bottom: Length,
    /// Width.
    pub(super) width: Length,
    /// Height.
    pub(super) height: Length,
}

/// A point, y growing upwards.
pub(super) fn point(x: Length, y: Length) -> Point {
    Point {
        x: Pt(points(x)),
        y: Pt(points(y)),
    }
}

/// A colour, to three decimals: enough to give back each of 256 steps. Greys are shorter in a
/// colour space of their own.
pub(super) fn colour(Colour(r, g, b): Colour) -> Color {
    let part = |step: u8| ((f32::from(step) * 1000.0 / 255.0).round()) / 1000.0;
    if r == g && g == b {
        return Color::Greyscale(Greyscale::new(part(r), None));
    }
    Color::Rgb(Rgb::new(part(r), part(g), part(b), None))
}

/// A straight line.
pub(super) fn line(from: Point, to: Point) -> Op {
    let points = [from, to].map(|p| LinePoint { p, bezier: false }).to_vec();
    Op::DrawLine {
        line: Line {
            points,
            is_closed: false,
        },
    }
}

/// A rectangle; with a radius of half its sides, a circle.
pub(super) fn rectangle(frame: &Frame, radius: Length, mode: PaintMode) -> Op {
    let radius = radius.min(frame.width / 2).min(frame.height / 2);
    if radius > 0 {
        return rounded(frame, radius, mode);
    }
    let corner = point(frame.left, frame.bottom);
    let (width, height) = (Pt(points(frame.width)), Pt(points(frame.height)));
    let mut rectangle = Rect::from_xywh(corner.x, corner.y, width, height);
    rectangle.mode = Some(mode);
    Op::DrawRectangle { rectangle }
}

/// Goes counter-clockwise from the bottom edge, a quarter circle around each corner.
fn rounded(frame: &Frame, radius: Length, mode: PaintMode) -> Op {
    let control = radius - (i64::from(radius) * QUARTER / 1000) as Length;
    let (left, bottom) = (frame.left, frame.bottom);
    let (right, top) = (left + frame.width, bottom + frame.height);
    // Each corner: itself, and the directions in which its edge arrives and leaves.
    let corners = [
        ((right, bottom), (1, 0), (0, 1)),
        ((right, top), (0, 1), (-1, 0)),
        ((left, top), (-1, 0), (0, -1)),
        ((left, bottom), (0, -1), (1, 0)),
    ];
    let at = |p: Point, bezier: bool| LinePoint { p, bezier };
    let mut ring = vec![at(point(left + radius, bottom), false)];
    for ((x, y), arrives, leaves) in corners {
        let before = |far: Length| point(x - arrives.0 * far, y - arrives.1 * far);
        let after = |far: Length| point(x + leaves.0 * far, y + leaves.1 * far);
        let edge = if arrives.0 == 0 {
            frame.height
        } else {
            frame.width
        };
        if edge > 2 * radius {
            ring.push(at(before(radius), false));
        }
        ring.push(at(before(control), true));
        ring.push(at(after(control), true));
        ring.push(at(after(radius), false));
    }
    let rings = vec![PolygonRing { points: ring }];
    Op::DrawPolygon {
        polygon: Polygon {
            rings,
            mode,
            winding_order: WindingOrder::NonZero,
        },
    }
}
