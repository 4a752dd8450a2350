//! Arrange: the pieces of one line get their places, from left to right.

use super::order::{direction, from_left};
use super::words::Piece;
use crate::layout::pages::{Direction, Glyph, Length};

/// Puts the pieces of a line, in reading order, side by side from 0 on. Neighbours that look the
/// same become one. Returns them with their left edges, still in reading order; on a page that is
/// read to the left, with where these are in a mirror.
pub(super) fn arrange(
    pieces: impl IntoIterator<Item = Piece>,
    base: u8,
    page: Direction,
) -> Vec<(Length, Piece)> {
    let mut pieces: Vec<Piece> = pieces.into_iter().collect();
    // A space that ends a line goes where the line ends.
    if let Some(mut space) = pieces.last_mut().and_then(Piece::take_last_space) {
        space.level = base;
        pieces.pop_if(|rest| rest.glyphs.is_empty());
        pieces.push(space);
    }
    let pieces = merged(pieces);
    let levels: Vec<u8> = pieces.iter().map(|piece| piece.level).collect();
    let mut places = vec![0; pieces.len()];
    let mut x = 0;
    for index in from_left(&levels) {
        places[index] = x;
        x += pieces[index].width;
    }
    if page == Direction::RightToLeft {
        for (place, piece) in places.iter_mut().zip(&pieces) {
            *place = x - *place - piece.width;
        }
    }
    places.into_iter().zip(pieces).collect()
}

fn merged(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match merged.last_mut() {
            Some(last) if last.goes_on_with(&piece) => last.join(piece),
            _ => merged.push(piece),
        }
    }
    merged
}

impl Piece {
    /// Whether another piece looks the same and is read in the same direction.
    pub(super) fn goes_on_with(&self, next: &Piece) -> bool {
        let look = |piece: &Piece| (piece.span, piece.face, piece.level);
        look(self) == look(next)
    }

    /// Adds the piece that follows in reading order.
    pub(super) fn join(&mut self, mut next: Piece) {
        self.width += next.width;
        match self.direction() {
            Direction::LeftToRight => self.glyphs.extend(next.glyphs),
            Direction::RightToLeft => {
                next.glyphs.append(&mut self.glyphs);
                self.glyphs = next.glyphs;
            }
        }
    }

    /// Takes the space off that the piece ends in.
    fn take_last_space(&mut self) -> Option<Piece> {
        let is_space = |glyph: &mut Glyph| &*glyph.text == " ";
        let space = match self.direction() {
            Direction::LeftToRight => self.glyphs.pop_if(is_space)?,
            Direction::RightToLeft if self.glyphs.first_mut().is_some_and(is_space) => {
                self.glyphs.remove(0)
            }
            Direction::RightToLeft => return None,
        };
        self.width -= space.advance;
        Some(Piece {
            span: self.span,
            face: self.face,
            level: self.level,
            width: space.advance,
            glyphs: vec![space],
        })
    }

    /// The direction in which it is read.
    pub(super) fn direction(&self) -> Direction {
        direction(self.level)
    }

    /// Cuts the piece into clusters, in reading order: each has one glyph that carries its text.
    pub(super) fn clusters(self) -> Vec<Piece> {
        let mut clusters: Vec<Piece> = Vec::new();
        let (span, face, level) = (self.span, self.face, self.level);
        for glyph in self.glyphs {
            let width = glyph.advance;
            match clusters.last_mut() {
                Some(last) if glyph.text.is_empty() => {
                    last.width += width;
                    last.glyphs.push(glyph);
                }
                _ => clusters.push(Piece {
                    span,
                    face,
                    level,
                    glyphs: vec![glyph],
                    width,
                }),
            }
        }
        if direction(level) == Direction::RightToLeft {
            clusters.reverse();
        }
        clusters
    }
}
