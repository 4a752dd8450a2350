//! Forms, read back.

use super::*;
use crate::layout::pages::{FieldKind, FieldSetting, Target};

const LINE: FieldKind = FieldKind::Text {
    size: 10_000,
    setting: FieldSetting::Line,
};

fn level(value: &str) -> FieldKind {
    FieldKind::Radio {
        value: value.into(),
        choice: "Depth".into(),
    }
}

/// A name, notes, a rating of two levels and a box.
fn sheet() -> Sheet {
    let mut sheet = Sheet::new();
    let lines = FieldKind::Text {
        size: 7_800,
        setting: FieldSetting::Lines,
    };
    for (name, kind, tooltip) in [
        ("s.name", LINE, "Name"),
        ("s.q1.notes", lines, "Question 1: Łódź"),
        ("s.depth", level("1"), "Depth: 1"),
        ("s.depth", level("2"), "Depth: 2"),
        ("read", FieldKind::Check, "Read it"),
    ] {
        let node = sheet.paragraph(tooltip);
        sheet.field(node, name, kind, tooltip);
    }
    sheet
}

fn form(document: &Document) -> &Dictionary {
    dict(document, document.catalog().expect("a catalog"), "AcroForm")
}

/// The fields as names in brackets, with `@` for places to fill in.
fn shown(document: &Document, entries: &Dictionary, kids: &str) -> String {
    let kids = get(document, entries, kids).as_array().expect(kids);
    let kid = |kid: &Object| {
        let (_, kid) = document.dereference(kid).expect("it exists");
        let kid = kid.as_dict().expect("a field");
        let place = if kid.has(b"Rect") { "@" } else { "" };
        let name = kid.get(b"T").map(lopdf::decode_text_string);
        let name = name.map_or_else(|_| String::new(), |name| name.expect("a text"));
        let below = if kid.has(b"Kids") {
            format!("[{}]", shown(document, kid, "Kids"))
        } else {
            String::new()
        };
        format!("{name}{place}{below}")
    };
    kids.iter().map(kid).collect::<Vec<_>>().join(" ")
}

#[test]
fn fields_are_a_tree_by_their_names() {
    let document = reread(&sheet());
    let fields = shown(&document, form(&document), "Fields");
    assert_eq!(fields, "s[name@ q1[notes@] depth[@ @]] read@");
}

#[test]
fn a_blank_asked_for_twice_is_one_field_set_as_each_place_wants() {
    let in_text = FieldKind::Text {
        size: 9_500,
        setting: FieldSetting::InText,
    };
    let mut sheet = Sheet::new();
    for kind in [LINE, in_text] {
        let node = sheet.paragraph("Name");
        sheet.field(node, "s.name", kind, "Name");
    }
    let document = reread(&sheet);
    let fields = shown(&document, form(&document), "Fields");
    assert_eq!(fields, "s[name[@ @]]");
    let looks = document.objects.values().filter_map(|object| {
        let entries = object.as_dict().ok()?;
        let look = entries.get(b"DA").ok()?.as_str().ok()?;
        Some((
            entries.has(b"Rect"),
            String::from_utf8_lossy(look).into_owned(),
        ))
    });
    let looks: std::collections::BTreeSet<_> = looks.collect();
    let look = |place, look: &str| (place, look.to_owned());
    let expected = [
        look(false, "/Words 10 Tf 0 g"),
        look(true, "/Words 9.5 Tf 0 g"),
    ];
    assert_eq!(looks, expected.into());
}

#[test]
fn each_field_is_an_element_where_it_is_read() {
    assert_eq!(
        structure(&sheet()),
        "Document[P[* Form[@]] P[* Form[@]] P[* Form[@]] P[* Form[@]] P[* Form[@]]]"
    );
}

#[test]
fn a_field_before_the_words_of_its_node_is_read_first() {
    let mut sheet = Sheet::new();
    let node = sheet.node(0, Role::Paragraph);
    sheet.field(node, "a", LINE, "A");
    sheet.text(Some(node), REGULAR, 56_000, "words");
    assert_eq!(structure(&sheet), "Document[P[Form[@] *]]");
}

#[test]
fn the_tab_key_goes_by_what_is_read() {
    let mut sheet = Sheet::new();
    for name in ["first", "second"] {
        let node = sheet.paragraph(name);
        sheet.field(node, name, LINE, name);
        let target = Target::Url("https://a.example".to_owned());
        sheet.link(node, 56_000, "more", target);
    }
    let document = reread(&sheet);
    let kinds = places(&document);
    let kinds = kinds.iter().map(|place| get(&document, place, "Subtype"));
    let kinds: Vec<&[u8]> = kinds.map(|it| it.as_name().expect("a name")).collect();
    assert_eq!(kinds, [b"Widget".as_slice(), b"Link", b"Widget", b"Link"]);
}

/// The places to fill in and to click of the first page.
fn places(document: &Document) -> Vec<&Dictionary> {
    let page = document.page_iter().next().expect("a page");
    let page = document.get_dictionary(page).expect("a page");
    let places = get(document, page, "Annots").as_array().expect("places");
    let places = places.iter().map(|place| document.dereference(place));
    let places = places.map(|place| place.expect("it exists").1.as_dict());
    places.map(|place| place.expect("a place")).collect()
}

#[test]
fn every_place_has_a_tooltip_prints_and_knows_its_element() {
    let document = reread(&sheet());
    let places = places(&document);
    assert_eq!(places.len(), 5);
    for (at, place) in places.iter().enumerate() {
        let tooltip = lopdf::decode_text_string(get(&document, place, "TU")).expect("a text");
        assert!(!tooltip.is_empty());
        assert_eq!(get(&document, place, "F").as_i64().expect("flags"), 4);
        let key = get(&document, place, "StructParent").as_i64();
        assert_eq!(key.expect("a key"), 1 + at as i64);
    }
}

#[test]
fn what_is_not_filled_in_draws_nothing() {
    let document = reread(&sheet());
    assert!(!form(&document).has(b"NeedAppearances"));
    let mut streams = std::collections::BTreeSet::new();
    for place in places(&document) {
        let Ok(appearance) = place.get(b"AP").and_then(Object::as_dict) else {
            assert!(!place.has(b"MK") && !place.has(b"V"));
            continue;
        };
        assert_eq!(
            get(&document, place, "AS").as_name().expect("a name"),
            b"Off"
        );
        let states = dict(&document, appearance, "N");
        let off = get(&document, states, "Off").as_stream().expect("a stream");
        assert!(off.content.is_empty());
        assert_eq!(states.len(), 2);
        streams.extend(
            states
                .iter()
                .map(|(_, id)| id.as_reference().expect("shared")),
        );
    }
    // A disc and a tick, and nothing for both: the levels share theirs.
    assert_eq!(streams.len(), 4);
}

#[test]
fn notes_go_on_over_lines_and_end_with_the_paper() {
    let document = reread(&sheet());
    let flags = places(&document)
        .into_iter()
        .filter_map(|place| place.get(b"Ff").ok()?.as_i64().ok());
    // Multiline and DoNotScroll, bits 13 and 24 of table 228 of ISO 32000-1.
    assert_eq!(flags.collect::<Vec<_>>(), [1 << 12 | 1 << 23]);
}

#[test]
fn blanks_of_one_name_are_one_field() {
    let mut sheet = Sheet::new();
    for words in ["Dear", "Yours"] {
        let node = sheet.paragraph(words);
        sheet.field(node, "blank.name", LINE, "Name");
    }
    let document = reread(&sheet);
    let fields = shown(&document, form(&document), "Fields");
    assert_eq!(fields, "blank[name[@ @]]");
}

#[test]
fn words_are_set_in_a_font_with_the_letters_of_europe() {
    let document = reread(&sheet());
    let fonts = dict(&document, dict(&document, form(&document), "DR"), "Font");
    let font = dict(&document, fonts, "Words");
    let table = get(&document, font, "ToUnicode")
        .as_stream()
        .expect("a table");
    let table = table.decompressed_content().expect("it is compressed");
    let table = String::from_utf8(table).expect("it is ASCII");
    for character in "AzŁódźĞșΩПї€–“…ß".chars() {
        let code = format!("<{:04X}>", u32::from(character));
        assert!(table.contains(&code), "{character}");
    }
}

#[test]
fn a_packet_with_nothing_to_fill_in_has_no_form() {
    let mut sheet = Sheet::new();
    sheet.paragraph("words");
    let document = reread(&sheet);
    assert!(!document.catalog().expect("a catalog").has(b"AcroForm"));
}

/// Layout gives no such names; a file must come of them all the same.
#[test]
fn impossible_names_do_no_harm() {
    let mut sheet = Sheet::new();
    for name in ["a", "a.b", "", "..", "a", &"n.".repeat(300)] {
        let node = sheet.paragraph("words");
        sheet.field(node, name, LINE, "");
    }
    assert_eq!(places(&reread(&sheet)).len(), 6);
}
