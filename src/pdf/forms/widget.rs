//! The dictionaries of fields, and of the places where they are filled in.

use lopdf::{Dictionary, Object, dictionary, text_string};

use super::appearance::{Appearances, OFF};
use crate::layout::pages::{Field, FieldKind, FieldSetting};
use crate::pdf::draft::Draft;
use crate::pdf::points;

/// The name of the font for words.
pub(super) const WORDS: &str = "Words";
/// The name of the font for circles and ticks, in viewers that draw them anew.
pub(super) const MARKS: &str = "ZaDb";
/// The filled circle and the tick in that font.
const DISC: &str = "l";
const TICK: &str = "4";

/// Flag: the place belongs to the printed page too.
const PRINT: i32 = 1 << 2;
/// Flag: words go on over lines.
const LINES: i32 = 1 << 12;
/// Flag: no more words than the paper has room for. A viewer that knows it stops where the lines
/// are full; what has to be scrolled to would be missing in print.
const NO_MORE_THAN_FIT: i32 = 1 << 23;
/// Flag: of the boxes one at most is marked. Marking it again takes the mark off, since a flag
/// that forbids that is not set: an interviewer may take a rating back.
const CHOICE: i32 = 1 << 15;
/// Words in the middle.
const CENTRED: i32 = 1;

/// A place to fill in.
pub(super) fn widget(
    draft: &Draft,
    page: usize,
    field: &Field,
    appearances: &Appearances,
) -> Dictionary {
    let page = &draft.pages[page];
    let mut entries = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "Rect" => page.rectangle(field.rect),
        "F" => PRINT,
        "P" => page.id,
        "TU" => text_string(&field.tooltip),
    };
    let (value, mark) = match &field.kind {
        FieldKind::Text { .. } => return entries,
        FieldKind::Check => (TICKED, TICK),
        FieldKind::Radio { value, .. } => (&**value, DISC),
    };
    let (on, off) = appearances.of(field);
    let mut states = Dictionary::new();
    states.set(value, on);
    states.set(OFF, off);
    entries.set("AP", dictionary! { "N" => states });
    entries.set("AS", OFF);
    entries.set("MK", dictionary! { "CA" => Object::string_literal(mark) });
    entries
}

/// The value of a ticked box, as in HTML.
const TICKED: &str = "on";

/// Adds what a field says about itself.
pub(super) fn field(entries: &mut Dictionary, field: &Field) {
    let marks = || Object::string_literal(format!("/{MARKS} 0 Tf 0 g"));
    match &field.kind {
        FieldKind::Text { size, setting } => {
            let look = format!("/{WORDS} {} Tf 0 g", points(*size));
            entries.set("FT", "Tx");
            entries.set("TU", text_string(&field.tooltip));
            entries.set("DA", Object::string_literal(look));
            match setting {
                FieldSetting::Line | FieldSetting::InText => {}
                FieldSetting::Centred => entries.set("Q", CENTRED),
                FieldSetting::Lines => entries.set("Ff", LINES | NO_MORE_THAN_FIT),
            }
        }
        FieldKind::Check => {
            entries.set("FT", "Btn");
            entries.set("TU", text_string(&field.tooltip));
            entries.set("V", OFF);
            entries.set("DA", marks());
        }
        FieldKind::Radio { choice, .. } => {
            entries.set("FT", "Btn");
            entries.set("TU", text_string(choice));
            entries.set("Ff", CHOICE);
            entries.set("V", OFF);
            entries.set("DA", marks());
        }
    }
}
