//! SVG: everything that is drawn, as filled outlines in whole numbers.
//!
//! usvg does what the format asks for: style sheets, units, shapes, arcs, what is inherited.
//! Strokes become the outlines that they cover, so that there is one kind of mark left.

use super::NoLogo;
use crate::layout::pages::Colour;
use usvg::tiny_skia_path::{Path as SkiaPath, PathSegment, Point, Transform};
use usvg::{BlendMode, Group, Node, Options, Paint, Path, Tree};

/// The longer side of a drawing. On paper, a step of it is thinner than any printer's dot.
const SIDE: f32 = 20_000.0;
/// Coordinates stay within so many times the longer side: what is further out is cut off anyway.
const FURTHEST: f32 = 50.0;
/// The most segments that all outlines together have.
const MOST_SEGMENTS: usize = 100_000;
/// A drawing is at most so many times wider than high, or higher than wide.
const MOST_UNEVEN: f32 = 20.0;

/// What can be done when a drawing cannot be read.
const REDRAW: &str = "export the logo once more, as plain SVG, or save it as PNG";

/// Filled outlines on a sheet whose corner is at 0, y growing downwards.
#[derive(Debug, PartialEq)]
pub struct Drawing {
    /// Width of the sheet.
    pub width: u32,
    /// Height of the sheet.
    pub height: u32,
    /// What is drawn, in painting order.
    pub marks: Vec<Mark>,
}

impl Drawing {
    /// The opacity of a mark that hides what is behind it.
    pub const OPAQUE: u8 = 100;
}

/// Something drawn.
#[derive(Debug, PartialEq)]
pub enum Mark {
    /// A filled outline.
    Fill {
        /// What is filled.
        outline: Outline,
        /// With which colour.
        colour: Colour,
        /// How opaque, in hundredths.
        opacity: u8,
    },
    /// Marks that are seen within an outline only.
    Clip {
        /// Where they are seen.
        outline: Outline,
        /// The marks.
        marks: Vec<Mark>,
    },
}

/// What an outline goes around.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// What counts as inside.
    pub rule: Rule,
    /// Its lines and curves.
    pub segments: Vec<Segment>,
}

/// What counts as inside of an outline that crosses itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Where it goes around in one direction more often than in the other.
    NonZero,
    /// Where it goes around an odd number of times.
    EvenOdd,
}

/// A point, from the left and from the top.
type Place = (i32, i32);

/// A part of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Begins elsewhere.
    Move(Place),
    /// A straight line.
    Line(Place),
    /// A cubic curve: two control points, then its end.
    Curve(Place, Place, Place),
    /// A straight line back to where it began.
    Close,
}

/// The drawing in an SVG that has been [screened](super::screen).
pub(super) fn read(text: &str) -> Result<Drawing, NoLogo> {
    let options = Options {
        image_href_resolver: no_images(),
        ..Options::default()
    };
    let tree = Tree::from_str(text, &options)
        .map_err(|_| NoLogo::new("its SVG cannot be read", REDRAW))?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let uneven = (width / height).max(height / width);
    if !uneven.is_finite() || uneven > MOST_UNEVEN {
        return Err(NoLogo::new(
            "it is more than twenty times as long in one direction as in the other",
            "give its `viewBox` the size of what is drawn",
        ));
    }
    let scale = SIDE / width.max(height);
    let mut reader = Reader { scale, segments: 0 };
    let marks = reader.group(tree.root())?;
    if marks.is_empty() {
        return Err(NoLogo::new("nothing is drawn in it", REDRAW));
    }
    let side = |length: f32| (length * scale).round().max(1.0) as u32;
    Ok(Drawing {
        width: side(width),
        height: side(height),
        marks,
    })
}

/// Screening has found no images; if there were any, they would not be looked up.
fn no_images() -> usvg::ImageHrefResolver<'static> {
    usvg::ImageHrefResolver {
        resolve_data: Box::new(|_, _, _| None),
        resolve_string: Box::new(|_, _| None),
    }
}

struct Reader {
    scale: f32,
    /// How many segments there are so far.
    segments: usize,
}

impl Reader {
    fn group(&mut self, group: &Group) -> Result<Vec<Mark>, NoLogo> {
        if group.blend_mode() != BlendMode::Normal {
            return Err(unsupported("mix-blend-mode"));
        }
        let faint = group.opacity().get() < 1.0;
        let mut marks = Vec::new();
        for node in group.children() {
            match node {
                Node::Group(within) => marks.extend(self.group(within)?),
                Node::Path(path) => self.path(path, &mut marks)?,
                Node::Image(_) => return Err(unsupported("image")),
                Node::Text(_) => return Err(unsupported("text")),
            }
        }
        if faint {
            fade(&mut marks, group.opacity().get())?;
        }
        let mut clip = group.clip_path();
        while let Some(path) = clip {
            let outline = self.clip(path, group.abs_transform())?;
            marks = vec![Mark::Clip { outline, marks }];
            clip = path.clip_path();
        }
        Ok(marks)
    }

    fn path(&mut self, path: &Path, marks: &mut Vec<Mark>) -> Result<(), NoLogo> {
        if !path.is_visible() {
            return Ok(());
        }
        let transform = path.abs_transform();
        // A path without an inside has nothing to fill; viewers of PDF would draw a hairline.
        let inside = path.data().bounds();
        let has_inside = inside.width() > 0.0 && inside.height() > 0.0;
        let fill = path.fill().filter(|_| has_inside);
        if let Some(fill) = fill {
            let rule = rule(fill.rule());
            let outline = self.outline(path.data(), transform, rule)?;
            marks.extend(mark(outline, fill.paint(), fill.opacity().get())?);
        }
        let Some(stroke) = path.stroke() else {
            return Ok(());
        };
        if stroke.dasharray().is_some() {
            return Err(unsupported("stroke-dasharray"));
        }
        // What a stroke covers is exact to a tenth of a step.
        let covered = path
            .data()
            .stroke(&stroke.to_tiny_skia(), self.scale * 10.0);
        let Some(covered) = covered else {
            return Ok(());
        };
        let outline = self.outline(&covered, transform, Rule::NonZero)?;
        let stroked = mark(outline, stroke.paint(), stroke.opacity().get())?;
        match path.paint_order() {
            usvg::PaintOrder::FillAndStroke => marks.extend(stroked),
            usvg::PaintOrder::StrokeAndFill => {
                let before = marks.len() - usize::from(fill.is_some()).min(marks.len());
                marks.splice(before..before, stroked);
            }
        }
        Ok(())
    }

    /// Where a clip path lets through what it clips.
    fn clip(&mut self, clip: &usvg::ClipPath, outer: Transform) -> Result<Outline, NoLogo> {
        let mut outline = Outline {
            rule: Rule::NonZero,
            segments: Vec::new(),
        };
        let transform = outer.pre_concat(clip.transform());
        let mut paths = Vec::new();
        paths_in(clip.root(), &mut paths)?;
        for path in &paths {
            let fill = path.fill().map_or(Rule::NonZero, |fill| rule(fill.rule()));
            if fill == Rule::EvenOdd && paths.len() > 1 {
                return Err(unsupported("clip-rule"));
            }
            let within = transform.pre_concat(path.abs_transform());
            let part = self.outline(path.data(), within, fill)?;
            outline.rule = fill;
            outline.segments.extend(part.segments);
        }
        Ok(outline)
    }

    fn outline(
        &mut self,
        path: &SkiaPath,
        transform: Transform,
        rule: Rule,
    ) -> Result<Outline, NoLogo> {
        let mut segments = Vec::new();
        let mut last = Point::zero();
        for segment in path.segments() {
            self.segments += 1;
            if self.segments > MOST_SEGMENTS {
                return Err(NoLogo::new(
                    "it has more than a hundred thousand lines and curves",
                    "simplify its paths, or save it as PNG",
                ));
            }
            segments.push(match segment {
                PathSegment::MoveTo(to) => Segment::Move(self.place(to, transform)?),
                PathSegment::LineTo(to) => Segment::Line(self.place(to, transform)?),
                PathSegment::QuadTo(control, to) => {
                    // The same curve with the two control points that PDF has.
                    let towards = |end: Point| {
                        let part = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
                        Point::from_xy(part(end.x, control.x), part(end.y, control.y))
                    };
                    self.curve([towards(last), towards(to), to], transform)?
                }
                PathSegment::CubicTo(one, two, to) => self.curve([one, two, to], transform)?,
                PathSegment::Close => Segment::Close,
            });
            if let PathSegment::MoveTo(to)
            | PathSegment::LineTo(to)
            | PathSegment::QuadTo(_, to)
            | PathSegment::CubicTo(_, _, to) = segment
            {
                last = to;
            }
        }
        Ok(Outline { rule, segments })
    }

    fn curve(&self, points: [Point; 3], transform: Transform) -> Result<Segment, NoLogo> {
        let [one, two, end] = points.map(|point| self.place(point, transform));
        Ok(Segment::Curve(one?, two?, end?))
    }

    fn place(&self, mut point: Point, transform: Transform) -> Result<Place, NoLogo> {
        transform.map_point(&mut point);
        let steps = |length: f32| {
            let steps = (length * self.scale).round();
            // This is not so for what is no number, either.
            (steps.abs() <= SIDE * FURTHEST).then_some(steps as i32)
        };
        let place = steps(point.x).zip(steps(point.y));
        place.ok_or_else(|| {
            NoLogo::new(
                "it has a point far off its sheet",
                "give its `viewBox` the size of what is drawn",
            )
        })
    }
}

/// The paths of a clip path.
fn paths_in<'p>(group: &'p Group, paths: &mut Vec<&'p Path>) -> Result<(), NoLogo> {
    if group.clip_path().is_some() {
        return Err(unsupported("clip-path"));
    }
    for node in group.children() {
        match node {
            Node::Group(within) => paths_in(within, paths)?,
            Node::Path(path) => paths.push(path),
            Node::Image(_) | Node::Text(_) => return Err(unsupported("clipPath")),
        }
    }
    Ok(())
}

/// A mark, unless nothing of it would be seen.
fn mark(outline: Outline, paint: &Paint, opacity: f32) -> Result<Option<Mark>, NoLogo> {
    let colour = match paint {
        Paint::Color(colour) => Colour(colour.red, colour.green, colour.blue),
        Paint::LinearGradient(_) => return Err(unsupported("linearGradient")),
        Paint::RadialGradient(_) => return Err(unsupported("radialGradient")),
        Paint::Pattern(_) => return Err(unsupported("pattern")),
    };
    let opacity = hundredths(opacity);
    Ok((opacity > 0).then_some(Mark::Fill {
        outline,
        colour,
        opacity,
    }))
}

/// Makes a group fainter. Where its marks cover each other, each of them alone would be too faint.
fn fade(marks: &mut [Mark], by: f32) -> Result<(), NoLogo> {
    match marks {
        [] => Ok(()),
        [Mark::Fill { opacity, .. }] => {
            *opacity = hundredths(f32::from(*opacity) / f32::from(Drawing::OPAQUE) * by);
            Ok(())
        }
        [Mark::Clip { marks, .. }] => fade(marks, by),
        _ => Err(NoLogo::new(
            "it has a group with an `opacity`, which would not come out the same on paper",
            "give each shape in the group a plain colour, or save the logo as PNG",
        )),
    }
}

fn hundredths(part: f32) -> u8 {
    (part * f32::from(Drawing::OPAQUE))
        .round()
        .clamp(0.0, f32::from(Drawing::OPAQUE)) as u8
}

fn rule(rule: usvg::FillRule) -> Rule {
    match rule {
        usvg::FillRule::NonZero => Rule::NonZero,
        usvg::FillRule::EvenOdd => Rule::EvenOdd,
    }
}

/// What screening does not see because a style sheet says it.
fn unsupported(name: &str) -> NoLogo {
    NoLogo::new(
        format!("it uses `{name}`, which hirekit does not draw"),
        super::screen::PLAIN,
    )
}
