//! Where lines begin, so that a byte becomes a line and a column without another scan.

use std::ops::Range;

/// A line and a column, both from 1. The column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in Unicode scalar values.
    pub column: usize,
}

/// The lines of a text.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    pub fn of(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The position of a byte. A byte beyond the end counts as the end, one inside a character
    /// as its start.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line_of(byte);
        let before = &self.text[self.starts[line]..byte];
        Position {
            line: line + 1,
            column: before.chars().count() + 1,
        }
    }

    /// The line of a byte, from 1: as [`Lines::position`] has it, without counting characters.
    pub fn line(&self, byte: usize) -> usize {
        self.line_of(self.text.floor_char_boundary(byte)) + 1
    }

    /// The bytes of the line that holds `byte`, without its line break.
    pub fn line_around(&self, byte: usize) -> Range<usize> {
        let line = self.line_of(byte.min(self.text.len()));
        let end = self.starts.get(line + 1).copied();
        let start = self.starts[line];
        let whole = &self.text[start..end.unwrap_or(self.text.len())];
        start..start + whole.trim_end_matches(['\n', '\r']).len()
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::of("a: é b\r\nc\n");
        assert_eq!(lines.position(6), Position { line: 1, column: 6 });
        assert_eq!(lines.position(9), Position { line: 2, column: 1 });
        assert_eq!(lines.position(99), Position { line: 3, column: 1 });
        assert_eq!(lines.line_around(2), 0..7);
    }
}
