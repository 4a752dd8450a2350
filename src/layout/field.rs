//! Fields: where a packet is filled in on a screen, over what is drawn for the pen.
//!
//! A block gives each place to fill in as a [`FieldArea`] of the slice that draws it. When the
//! slices are on their pages, the areas of one field on one page are joined: the lines of some
//! notes are one field. Last, when the pages are bound, each field gets a name of its own
//! ([`Naming`]). Notes that go on over a page are a field on each, the second with a number
//! behind its name: words cannot flow from one field into the next.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::pages::{Field, FieldKind, FieldSetting, Length, NodeId, PT, Page, Rect};
use super::shift::shifted_rect;
use super::text;
use crate::document::{BY_LABEL, Inline, Names};
use crate::finding::is_direction_control;

/// A place to fill in, relative to its slice.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FieldArea {
    /// Which field of the packet it is an area of.
    pub id: usize,
    /// The field, as if the slice were the page.
    pub field: Field,
}

/// The size of words in a blank or a cell.
const ENTRY: Length = 10 * PT;
/// The height of one line of them.
pub(super) const ENTRY_HEIGHT: Length = 16 * PT;
/// The size of notes. Viewers set lines about 1.36 sizes apart, the reach of the font: two of
/// them on each ruled line, so that every other line of words stands on a rule and none is
/// struck through by one. A size for one line on each rule would be that of a headline.
const NOTES: Length = 78 * PT / 10;

/// A field cut off lower than this is none: a line of words does not fit.
const LOWEST: Length = 8 * PT;

impl FieldKind {
    /// Words on one line.
    pub(super) const LINE: Self = Self::text(ENTRY, FieldSetting::Line);
    /// A word or figure in the middle of a cell.
    pub(super) const CENTRED: Self = Self::text(ENTRY, FieldSetting::Centred);
    /// Words on ruled lines.
    pub(super) const NOTES: Self = Self::text(NOTES, FieldSetting::Lines);

    /// A name at the head of a column: on several lines, and as large as fit.
    pub(super) const NAME: Self = Self::text(0, FieldSetting::Lines);

    /// Words within a line of words of this size.
    pub(super) const fn in_text(size: Length) -> Self {
        Self::text(size, FieldSetting::InText)
    }

    const fn text(size: Length, setting: FieldSetting) -> Self {
        Self::Text { size, setting }
    }

    fn has_lines(&self) -> bool {
        let setting = FieldSetting::Lines;
        matches!(self, Self::Text { setting: own, .. } if *own == setting)
    }
}

impl FieldArea {
    /// A place to fill in.
    pub fn new(
        (id, name): (usize, &str),
        kind: FieldKind,
        rect: Rect,
        tooltip: &Arc<str>,
        node: NodeId,
    ) -> Self {
        let field = Field {
            rect,
            name: name.into(),
            kind,
            tooltip: Arc::clone(tooltip),
            node,
            after: 0,
        };
        Self { id, field }
    }

    /// The area on its page, after so many contents.
    pub fn placed(&self, dx: Length, dy: Length, after: usize) -> Self {
        let mut area = self.clone();
        area.field.rect = shifted_rect(area.field.rect, dx, dy);
        area.field.after = after;
        area
    }

    /// What of the area is above a height, if anything can be written there.
    pub fn above(&self, height: Length) -> Option<Self> {
        let mut area = self.clone();
        let rect = &mut area.field.rect;
        rect.height = rect.height.min(height - rect.y);
        (rect.height >= LOWEST).then_some(area)
    }

    /// Takes in the next area if it is one of the same notes.
    pub fn join(&mut self, next: &Self) -> bool {
        let joins = self.id == next.id && self.field.kind.has_lines();
        if joins {
            let (own, next) = (&mut self.field.rect, next.field.rect);
            own.height = next.y + next.height - own.y;
        }
        joins
    }
}

/// How far the field of a circle or box reaches past its outline: easier to hit.
const REACH: Length = PT;

/// The field over a circle, or over a box with half its side for a radius.
pub(super) fn around((x, y): (Length, Length), radius: Length) -> Rect {
    let side = 2 * (radius + REACH);
    Rect {
        x: x - side / 2,
        y: y - side / 2,
        width: side,
        height: side,
    }
}

/// Gives every field of a document a name of its own.
#[derive(Debug, Default)]
pub(super) struct Naming {
    names: Names,
    /// The names that the choices of the packet have got.
    choices: BTreeMap<Arc<str>, Arc<str>>,
    /// The names that blanks have got, by name and by what they ask for.
    blanks: BTreeMap<(Arc<str>, Arc<str>), Arc<str>>,
}

impl Naming {
    /// Names the fields on the pages of a packet. Its choices and blanks are not those of the
    /// packets before, even if they are called the same; only blanks named by nothing but their
    /// label are.
    pub fn packet(&mut self, pages: &mut [Page]) {
        self.choices.clear();
        self.blanks
            .retain(|(wanted, _), _| wanted.starts_with(BY_LABEL));
        for field in pages.iter_mut().flat_map(|page| &mut page.fields) {
            self.name(field);
        }
    }

    fn name(&mut self, field: &mut Field) {
        let mut take = |name: &str| Arc::from(self.names.take(name));
        let wanted = Arc::clone(&field.name);
        field.name = match field.kind {
            FieldKind::Radio { .. } => {
                let name = self.choices.entry(wanted);
                Arc::clone(name.or_insert_with_key(|wanted| take(wanted)))
            }
            FieldKind::Text {
                setting: FieldSetting::InText | FieldSetting::Line,
                ..
            } => {
                let name = self.blanks.entry((wanted, Arc::clone(&field.tooltip)));
                Arc::clone(name.or_insert_with_key(|(wanted, _)| take(wanted)))
            }
            FieldKind::Text { .. } | FieldKind::Check => take(&wanted),
        };
        // Where no words say what to fill in, the name does.
        if field.tooltip.is_empty() {
            field.tooltip = Arc::clone(&field.name);
        }
        if let FieldKind::Radio { choice, .. } = &mut field.kind
            && choice.is_empty()
        {
            *choice = Arc::clone(&field.name);
        }
    }
}

/// A part of a tooltip is no longer than this: a screen reader reads it out each time.
const LONGEST_PART: usize = 80;

/// The words of a tooltip: what the field is for, from the widest to the nearest. Parts that
/// say nothing are left out, and `otherwise` speaks when none says anything.
pub(super) fn tooltip(parts: &[&str], otherwise: &str) -> Arc<str> {
    let parts: Vec<String> = parts.iter().map(|part| short(part)).collect();
    let said: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    if said.is_empty() {
        otherwise.into()
    } else {
        said.join(": ").into()
    }
}

/// The words of inline content, for a tooltip.
pub(super) fn words(content: &[Inline]) -> String {
    short(&text::plain(content))
}

/// A text on one line without what cannot be seen, cut between words.
fn short(text: &str) -> String {
    let visible = text.chars().filter(|c| !is_unseen(*c));
    let visible: String = visible.take(LONGEST_PART * 8).collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_end_matches(':');
    let Some((end, _)) = text.char_indices().nth(LONGEST_PART) else {
        return text.to_owned();
    };
    let cut = &text[..end];
    let whole = cut.rfind(' ').map_or(cut, |space| &cut[..space]);
    format!("{whole}…")
}

/// Control characters, and those that turn the direction of what follows: a tooltip has no
/// paragraph that would end their reach.
fn is_unseen(c: char) -> bool {
    let turns = matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}');
    turns || is_direction_control(c) || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tooltips_say_what_is_known() {
        assert_eq!(
            &*tooltip(&["Question 3", " Notes: "], "x"),
            "Question 3: Notes"
        );
        assert_eq!(&*tooltip(&["", "Hire"], "x"), "Hire");
        assert_eq!(
            &*tooltip(&[" ", "\u{0}"], "screening.date"),
            "screening.date"
        );
    }

    #[test]
    fn tooltips_are_short_and_plain() {
        let long = tooltip(&[&"word ".repeat(2_000), &"x".repeat(10_000)], "");
        assert!(long.chars().count() < 2 * LONGEST_PART + 8, "{long}");
        assert!(
            long.starts_with("word word") && long.contains("word…: x"),
            "{long}"
        );
        let turned = tooltip(&["a\u{202e}b\u{7}c\nd\u{2066}"], "");
        assert_eq!(&*turned, "abc d");
    }
}
