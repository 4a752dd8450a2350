//! What marks look like: a disc in a circle, a tick in a box, and nothing.

use std::collections::BTreeMap;

use lopdf::{Object, ObjectId, Stream, dictionary};

use crate::layout::pages::{Field, FieldKind, Length};
use crate::pdf::draft::Draft;
use crate::pdf::points;

/// The state of what is not marked.
pub(super) const OFF: &str = "Off";

/// The ids of the appearances, marked and not, by shape and size.
pub(super) struct Appearances(BTreeMap<Key, (ObjectId, ObjectId)>);

/// The shape, and the width and height.
type Key = (Shape, Length, Length);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Disc,
    Tick,
}

impl Appearances {
    /// Adds what the fields need, each appearance once.
    pub(super) fn add(draft: &mut Draft, fields: &[(usize, &Field)]) -> Self {
        let mut appearances = BTreeMap::new();
        for key in fields.iter().filter_map(|(_, field)| key(field)) {
            appearances.entry(key).or_insert_with(|| {
                let (shape, width, height) = key;
                let on = drawn(draft, (width, height), shape.operators(width, height));
                (on, drawn(draft, (width, height), String::new()))
            });
        }
        Self(appearances)
    }

    /// The marked and the unmarked appearance of a field.
    pub(super) fn of(&self, field: &Field) -> (ObjectId, ObjectId) {
        let key = key(field).expect("text has no appearance yet");
        self.0[&key]
    }
}

fn key(field: &Field) -> Option<Key> {
    let shape = match field.kind {
        FieldKind::Text { .. } => return None,
        FieldKind::Check => Shape::Tick,
        FieldKind::Radio { .. } => Shape::Disc,
    };
    Some((shape, field.rect.width, field.rect.height))
}

fn drawn(draft: &mut Draft, (width, height): (Length, Length), operators: String) -> ObjectId {
    let entries = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), points(width).into(), points(height).into()],
        "Resources" => dictionary! {},
    };
    // They are so short that compressing them would make them longer.
    let stream = Stream::new(entries, operators.into_bytes()).with_compression(false);
    draft.document.add_object(Object::from(stream))
}

impl Shape {
    /// The operators that draw it in the middle of its room.
    fn operators(self, width: Length, height: Length) -> String {
        let side = width.min(height);
        let at = |x: Length, y: Length| {
            let x = (width - side) / 2 + side * x / 100;
            let y = (height - side) / 2 + side * y / 100;
            format!("{} {}", points(x), points(y))
        };
        match self {
            // A line of no length with round ends.
            Self::Disc => {
                let (thickness, centre) = (points(side * 45 / 100), at(50, 50));
                format!("1 J {thickness} w {centre} m {centre} l S")
            }
            Self::Tick => {
                let thickness = points(side * 14 / 100);
                let (start, knee, end) = (at(25, 52), at(43, 30), at(78, 76));
                format!("1 J 1 j {thickness} w {start} m {knee} l {end} l S")
            }
        }
    }
}
