//! Finalize: the words of each line become runs, with tints, underlines and links.

use std::ops::Range;

use crate::document::Alignment;

use super::arrange::arrange;
use super::collect::{Kind, Source};
use super::order::direction;
use super::words::{Piece, Word};
use super::{ENDLESS, Line, Setting, Tools, run};
use crate::layout::field::{self, FieldArea};
use crate::layout::pages::{
    Content, Direction, FieldKind, Item, Length, NodeId, Rect, Role, Target, TextRun,
};
use crate::layout::slice::LinkArea;
use crate::layout::theme::{HAIR, LINK, MARK, Style, TINT};

/// From the baseline down to the rule of a blank.
const BLANK_DROP: Length = 1500;
/// From the baseline down to the underline of a link.
const UNDERLINE_DROP: Length = 1300;

/// Places each line's words.
pub(super) fn place(
    tools: &mut Tools<'_, '_>,
    source: &Source,
    words: Vec<Word>,
    ranges: &[Range<usize>],
    setting: Setting,
) -> Vec<Line> {
    let mut links = Links {
        source,
        nodes: vec![None; source.urls.len()],
        node: setting.node,
    };
    let mut words = words.into_iter();
    let mut lines = Vec::with_capacity(ranges.len());
    for range in ranges {
        let line: Vec<Word> = words.by_ref().take(range.len()).collect();
        lines.push(place_line(tools, &mut links, line, setting));
    }
    lines
}

/// The links of a paragraph; one node each, even where a link goes on over lines.
struct Links<'a> {
    source: &'a Source,
    nodes: Vec<Option<NodeId>>,
    node: Option<NodeId>,
}

impl Links<'_> {
    /// The node of a piece: that of its link, or of the paragraph.
    fn node(&mut self, tools: &mut Tools<'_, '_>, link: Option<usize>) -> Option<NodeId> {
        let parent = self.node?;
        let Some(link) = link else {
            return Some(parent);
        };
        Some(*self.nodes[link].get_or_insert_with(|| tools.tree.add(Role::Link, parent)))
    }
}

fn place_line(
    tools: &mut Tools<'_, '_>,
    links: &mut Links<'_>,
    words: Vec<Word>,
    setting: Setting,
) -> Line {
    let style = setting.style;
    let space = words.last().map_or(0, |word| word.space);
    let total: Length = words
        .iter()
        .map(|word| word.width + word.space)
        .sum::<Length>()
        - space;
    let order = &links.source.order;
    let start = order.start.seen_on(tools.page);
    let indent = indent(setting, start, total);
    // The space at the end of a line hangs out of it.
    let hanging = match direction(order.base).seen_on(tools.page) {
        Direction::LeftToRight => 0,
        Direction::RightToLeft => space,
    };
    let mut line = Line {
        height: style.leading,
        baseline: super::baseline(tools.fonts, style),
        width: indent.max(0) + total,
        ..Line::default()
    };
    let left = setting.x + indent.max(0) - hanging;
    let pieces = words.into_iter().flat_map(|word| word.pieces);
    for (x, piece) in arrange(pieces, order.base, tools.page) {
        line.add(tools, links, piece, left + x, style);
    }
    line
}

/// How far from the left a line of the given width begins.
fn indent(setting: Setting, direction: Direction, width: Length) -> Length {
    let left = match direction {
        Direction::LeftToRight => Alignment::Start,
        Direction::RightToLeft => Alignment::End,
    };
    match setting.align {
        _ if setting.width >= ENDLESS => 0,
        Alignment::Centre => (setting.width - width) / 2,
        align if align == left => 0,
        Alignment::Start | Alignment::End => setting.width - width,
    }
}

/// The text of a piece, in reading order.
fn text(piece: &Piece) -> String {
    let texts = piece.glyphs.iter().map(|glyph| &*glyph.text);
    match piece.direction() {
        Direction::LeftToRight => texts.collect(),
        Direction::RightToLeft => texts.rev().collect(),
    }
}

/// The width of the space that a piece ends in.
fn trailing_space(piece: &Piece) -> Length {
    let last = match piece.direction() {
        Direction::LeftToRight => piece.glyphs.last(),
        Direction::RightToLeft => piece.glyphs.first(),
    };
    let space = last.filter(|glyph| &*glyph.text == " ");
    space.map_or(0, |glyph| glyph.advance)
}

impl Line {
    /// Adds one piece at `x`.
    fn add(
        &mut self,
        tools: &mut Tools<'_, '_>,
        links: &mut Links<'_>,
        piece: Piece,
        x: Length,
        style: Style,
    ) {
        let span = &links.source.spans[piece.span];
        let node = links.node(tools, span.link);
        if let Kind::Blank(blank) = &span.kind {
            if let (Some(name), Some(node)) = (&blank.field, node) {
                self.fill_in((name, &blank.label), (x, piece.width), style, node);
            }
            self.blank((x, piece.width));
            return;
        }
        let space = trailing_space(&piece);
        let visible = piece.width - space;
        // Where what is visible of it begins.
        let left = match piece.direction().seen_on(tools.page) {
            Direction::LeftToRight => x,
            Direction::RightToLeft => x + space,
        };
        let top = self.baseline - style.size;
        let rect = Rect {
            x: left,
            y: top,
            width: visible,
            height: style.size * 13 / 10,
        };
        let colour = if span.link.is_some() {
            LINK
        } else {
            style.colour
        };
        let mut rules = Vec::new();
        if span.kind == Kind::Code {
            self.decorate(vec![ground(rect)]);
        }
        if let (Some(link), Some(node)) = (span.link, node) {
            let url = links.source.urls[link].clone();
            self.links.push(LinkArea {
                rect,
                target: Target::Url(url),
                description: text(&piece).trim_end().to_owned(),
                node,
            });
        }
        if span.link.is_some() {
            rules.push(self.baseline + UNDERLINE_DROP);
        }
        if span.struck {
            rules.push(self.baseline - style.size * 3 / 10);
        }
        let at = (x, self.baseline);
        let text = TextRun {
            direction: piece.direction(),
            ..run(piece.glyphs, piece.face, style.in_colour(colour), at)
        };
        self.draw(node, Item::Text(text));
        let across = |y| Item::Line {
            from: (left, y),
            to: (left + visible, y),
            thickness: HAIR,
            colour,
        };
        if !rules.is_empty() {
            self.decorate(rules.into_iter().map(across).collect());
        }
    }

    /// A ruled blank. What to write there is said by the words around it, and by its field.
    fn blank(&mut self, (x, width): (Length, Length)) {
        let y = self.baseline + BLANK_DROP;
        let end = (x + width, y);
        self.decorate(vec![Item::Line {
            from: (x, y),
            to: end,
            thickness: HAIR,
            colour: MARK,
        }]);
    }

    /// The field over a blank. Viewers set words in the middle of a field: in one as high as the
    /// line, they stand on the baseline of its words.
    fn fill_in(
        &mut self,
        (name, label): (&str, &str),
        (x, width): (Length, Length),
        style: Style,
        node: NodeId,
    ) {
        let rect = Rect {
            x,
            y: 0,
            width,
            height: style.leading,
        };
        let tooltip = field::tooltip(&[label], name);
        let kind = FieldKind::in_text(style.size);
        let area = FieldArea::new((0, name), kind, rect, &tooltip, node);
        self.fields.push(area);
    }

    fn draw(&mut self, node: Option<NodeId>, item: Item) {
        match self.content.last_mut() {
            Some(last) if last.node == node => last.items.push(item),
            _ => self.content.push(Content {
                node,
                items: vec![item],
            }),
        }
    }

    fn decorate(&mut self, items: Vec<Item>) {
        self.content.push(Content { node: None, items });
    }
}

/// The tint behind code.
fn ground(rect: Rect) -> Item {
    let rect = Rect {
        x: rect.x - 1000,
        width: rect.width + 2000,
        ..rect
    };
    Item::Box {
        rect,
        radius: 1500,
        fill: Some(TINT),
        stroke: None,
    }
}
