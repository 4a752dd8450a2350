//! Where findings are, in lines and columns.

use crate::finding::{Finding, Lines, Place, Position, Source};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The sources that findings point into, the lines of each found once.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    lines: HashMap<*const Source, Lines<'a>>,
}

/// A part of a file, from its first character to the one behind its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Region {
    /// The first character.
    pub start: Point,
    /// The character behind the last one; the same as the first for a place between two.
    pub end: Point,
}

/// A point in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Point {
    /// Bytes before it in the UTF-8 text of the file. A byte order mark does not count.
    pub byte: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode code points, not bytes and not UTF-16 units).
    pub column: usize,
}

impl<'a> Sources<'a> {
    /// The sources of `findings`, and of what relates to them.
    pub(super) fn of(findings: &'a [Finding]) -> Self {
        let mut lines = HashMap::new();
        for finding in findings {
            let related = finding.related.iter().map(|(place, _)| place);
            let fix = finding.fix.iter().map(|fix| &fix.place);
            for place in related.chain(fix).chain([&finding.place]) {
                let source = &place.source;
                let known = lines.entry(Arc::as_ptr(source));
                known.or_insert_with(|| Lines::of(&source.text));
            }
        }
        Self { lines }
    }

    /// The lines of the file that a place is in.
    pub(super) fn lines(&self, place: &Place) -> Option<&Lines<'a>> {
        self.lines.get(&Arc::as_ptr(&place.source))
    }

    /// Which part of its file a place is. None where the text of the file is not known, or empty.
    pub(super) fn region(&self, place: &Place) -> Option<Region> {
        if place.source.text.is_empty() {
            return None;
        }
        let lines = self.lines(place)?;
        let length = place.source.text.len();
        let Range { start, end } = place.span;
        let point = |byte: usize| {
            let Position { line, column } = lines.position(byte);
            let byte = byte.min(length);
            Point { byte, line, column }
        };
        Some(Region {
            start: point(start),
            end: point(end.max(start)),
        })
    }
}
