//! Strips: text on one line that is cut where its room ends, as in running heads.

use crate::document::Inline;

use super::arrange::arrange;
use super::collect::collect;
use super::words::Piece;
use super::{Tools, prepare, run, words};
use crate::layout::pages::{Length, TextRun};
use crate::layout::theme::Style;

/// No more characters are looked at: the longest line holds a fifth of them, and a name of ten
/// thousand letters would be cut on every page.
const MOST: usize = 1_000;

/// Text on one line.
pub(in crate::layout) struct Strip {
    /// Its runs, from x 0 on, with their baseline at y 0.
    runs: Vec<TextRun>,
    /// Its width.
    pub width: Length,
}

impl Strip {
    /// Its runs, where they are drawn.
    pub fn at(self, (x, y): (Length, Length)) -> impl Iterator<Item = TextRun> {
        self.runs.into_iter().map(move |run| TextRun {
            x: run.x + x,
            y: run.y + y,
            ..run
        })
    }
}

/// Sets text on one line and cuts it, with an ellipsis, to at most `width`.
pub(in crate::layout) fn truncated(
    tools: &mut Tools<'_, '_>,
    text: &str,
    style: Style,
    width: Length,
) -> Strip {
    let end = text.char_indices().nth(MOST).map(|(at, _)| at);
    let source = collect(
        &[Inline::Text(text[..end.unwrap_or(text.len())].to_owned())],
        style,
        tools.page,
    );
    let words = prepare::measure(tools, &source, style);
    let pieces: Vec<Piece> = words.into_iter().flat_map(|word| word.pieces).collect();
    let mut total = pieces.iter().map(|piece| piece.width).sum();
    let pieces = if end.is_some() || total > width {
        let cut = cut(tools, pieces, style, width);
        total = cut.iter().map(|piece| piece.width).sum();
        cut
    } else {
        pieces
    };
    let runs = arrange(pieces, source.order.base, tools.page).into_iter();
    let runs = runs.map(|(x, piece)| TextRun {
        direction: piece.direction(),
        ..run(piece.glyphs, piece.face, style, (x, 0))
    });
    Strip {
        runs: runs.collect(),
        width: total,
    }
}

/// As many clusters as fit before an ellipsis.
fn cut(tools: &mut Tools<'_, '_>, pieces: Vec<Piece>, style: Style, width: Length) -> Vec<Piece> {
    let face = words::face(style.weight, false);
    let face = tools.fonts.for_all_of(face, "…");
    let ellipsis = tools.shaper.shape(face, "…", style.size);
    let level = pieces.first().map_or(0, |piece| piece.level);
    let mut left = width - ellipsis.width;
    let clusters = pieces.into_iter().flat_map(Piece::clusters);
    let mut kept: Vec<Piece> = clusters
        .take_while(|cluster| {
            left -= cluster.width;
            left >= 0
        })
        .collect();
    kept.push(Piece {
        span: 0,
        face,
        level,
        glyphs: ellipsis.glyphs,
        width: ellipsis.width,
    });
    kept
}
