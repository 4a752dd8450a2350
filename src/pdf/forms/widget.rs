//! The dictionaries of fields, and of the places where they are filled in.

use lopdf::{Object, text_string};

use super::appearance::{Appearances, OFF};
use crate::layout::pages::{Field, FieldKind, FieldSetting};
use crate::pdf::draft::DraftPage;
use crate::pdf::objects::Entries;
use crate::pdf::points;

/// The name of the font for words.
pub(super) const WORDS: &str = "Words";
/// The name of the font for circles and ticks, in viewers that draw them anew.
pub(super) const MARKS: &str = "ZaDb";
/// The filled circle and the tick in that font.
const DISC: &str = "l";
const TICK: &str = "4";

/// Flag: the place belongs to the printed page too.
const PRINT: i64 = 1 << 2;
/// Flag: words go on over lines.
const LINES: i64 = 1 << 12;
/// Flag: no more words than the paper has room for. A viewer that knows it stops where the lines
/// are full; what has to be scrolled to would be missing in print.
const NO_MORE_THAN_FIT: i64 = 1 << 23;
/// Flag: of the boxes one at most is marked. Marking it again takes the mark off, since a flag
/// that forbids that is not set: an interviewer may take a rating back.
const CHOICE: i64 = 1 << 15;
/// Words in the middle.
const CENTRED: i64 = 1;

/// Writes a place to fill in.
pub(super) fn widget(
    entries: &mut Entries<'_>,
    page: &DraftPage,
    field: &Field,
    appearances: &Appearances,
) {
    entries.at("Type").name("Annot");
    entries.at("Subtype").name("Widget");
    let corners = page.rectangle(field.rect);
    entries
        .at("Rect")
        .list(|numbers| corners.into_iter().for_each(|it| numbers.real(it)));
    entries.at("F").integer(PRINT);
    entries.at("P").reference(page.id);
    tooltip(entries, &field.tooltip);
    let (value, mark) = match &field.kind {
        FieldKind::Text { .. } => return,
        FieldKind::Check => (TICKED, TICK),
        FieldKind::Radio { value, .. } => (&**value, DISC),
    };
    let (on, off) = appearances.of(field);
    entries.at("AP").dictionary(|looks| {
        looks.at("N").dictionary(|states| {
            states.at(value).reference(on);
            states.at(OFF).reference(off);
        });
    });
    entries.at("AS").name(OFF);
    entries.at("MK").dictionary(|looks| {
        looks.at("CA").object(&Object::string_literal(mark));
    });
}

/// Writes what a viewer shows beside a place to fill in.
fn tooltip(entries: &mut Entries<'_>, text: &str) {
    entries.at("TU").object(&text_string(text));
}

/// The value of a ticked box, as in HTML.
const TICKED: &str = "on";

/// Writes what a field says about all its places.
pub(super) fn group(entries: &mut Entries<'_>, field: &Field) {
    match &field.kind {
        FieldKind::Radio { choice, .. } => tooltip(entries, choice),
        FieldKind::Text { .. } | FieldKind::Check => tooltip(entries, &field.tooltip),
    }
    self::field(entries, field);
}

/// Writes how the words in a text field look.
pub(super) fn look(entries: &mut Entries<'_>, field: &Field) {
    if let FieldKind::Text { size, .. } = &field.kind {
        let look = format!("/{WORDS} {} Tf 0 g", points(*size));
        entries.at("DA").object(&Object::string_literal(look));
    }
}

/// Writes what a field is.
pub(super) fn field(entries: &mut Entries<'_>, field: &Field) {
    let marks = || Object::string_literal(format!("/{MARKS} 0 Tf 0 g"));
    match &field.kind {
        FieldKind::Text { setting, .. } => {
            entries.at("FT").name("Tx");
            look(entries, field);
            match setting {
                FieldSetting::Line | FieldSetting::InText => {}
                FieldSetting::Centred => entries.at("Q").integer(CENTRED),
                FieldSetting::Lines => entries.at("Ff").integer(LINES | NO_MORE_THAN_FIT),
            }
        }
        FieldKind::Check => {
            entries.at("FT").name("Btn");
            entries.at("V").name(OFF);
            entries.at("DA").object(&marks());
        }
        FieldKind::Radio { .. } => {
            entries.at("FT").name("Btn");
            entries.at("Ff").integer(CHOICE);
            entries.at("V").name(OFF);
            entries.at("DA").object(&marks());
        }
    }
}
