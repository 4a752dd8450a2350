//! What can be filled in: the same fields in the web page and in the PDF of a packet.

use crate::workshop::{built, bundled, everything, library, root};
use hirekit::build::{self, File};
use hirekit::check::PrintedWith;
use lopdf::{Dictionary, Document, Object};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The names of fields, each with the values that can be chosen.
type Fields = BTreeMap<String, BTreeSet<String>>;

/// The files of the kits of all bundled guides, and of one with every field there is.
fn kits() -> &'static [Vec<File>] {
    static KITS: OnceLock<Vec<Vec<File>>> = OnceLock::new();
    KITS.get_or_init(|| {
        let mut guides = bundled();
        guides.push(root().join("src/template/trial/every-field.yaml"));
        let library = library();
        let kits = guides.iter().map(|guide| built(guide, &library).files);
        kits.collect()
    })
}

#[test]
fn a_page_and_a_pdf_have_the_same_fields() {
    let mut count = 0;
    for files in kits() {
        for page in files.iter().filter(|file| file.path.ends_with(".html")) {
            let pdf = page.path.replace(".html", ".pdf");
            let Some(pdf) = files.iter().find(|file| file.path == pdf) else {
                continue;
            };
            let (mut page, pdf) = (in_html(page), without_parts(in_pdf(pdf)));
            // On paper, some notes are only there where a page would stay blank otherwise.
            page.retain(|name, _| pdf.contains_key(name) || !fills_a_page(name));
            assert_eq!(page, pdf);
            count += pdf.len();
        }
    }
    assert!(count > 600, "{count}");
}

/// A PDF of all packets is filled in like the packets: a person may mail either.
#[test]
fn the_whole_kit_has_the_fields_of_its_packets() {
    for files in kits() {
        let internal = files
            .iter()
            .filter(|file| file.path.contains("/internal/") && file.path.ends_with(".pdf"));
        let (whole, packets): (Vec<&File>, Vec<_>) =
            internal.partition(|file| file.path.contains("whole-kit"));
        let packets: Fields = packets.into_iter().flat_map(in_pdf).collect();
        assert_eq!(in_pdf(whole[0]), packets);
    }
}

#[test]
fn forms_can_be_left_out() {
    let guide = bundled().swap_remove(0);
    let checked = crate::workshop::checked(&guide);
    let mut selection = everything();
    selection.forms = build::Forms::Drawn;
    let kit = build::build(
        checked.guide.as_ref().expect("a guide without findings"),
        &checked.source,
        &checked.ingredients(),
        PrintedWith::bundled(),
        &library(),
        &selection,
    );
    for file in kit.expect("the templates are sound").files {
        if file.path.ends_with(".pdf") {
            assert_eq!(in_pdf(&file), Fields::new());
        }
    }
}

/// Whether a field is for the notes below the directions: `screening.notes`.
fn fills_a_page(name: &str) -> bool {
    name.split_once('.')
        .is_some_and(|(_, rest)| rest == "notes")
}

/// A name is used again only by the values of a choice, and by blanks that ask for the same.
#[test]
fn names_are_used_once() {
    for file in kits().iter().flatten() {
        if file.path.ends_with(".html") {
            let html = std::str::from_utf8(&file.bytes).expect("a page is text");
            let (mut names, mut ids) = (BTreeSet::new(), BTreeSet::new());
            for input in inputs(html).filter(|input| !input.contains("type=\"radio\"")) {
                let name = attribute(input, "name").unwrap_or_default();
                let new = names.insert(name.to_owned());
                let blanks = ["candidate", "interviewer", "reference", "caller"];
                let blank = blanks
                    .iter()
                    .any(|blank| name.ends_with(&format!(".{blank}")));
                assert!(new || blank, "{name} in {}", file.path);
                // Two elements of one id would be a mistake of the page.
                let id = attribute(input, "id").map(str::to_owned);
                assert!(
                    id.is_none_or(|id| ids.insert(id)),
                    "{name} in {}",
                    file.path
                );
            }
        }
    }
}

/// Notes that go on over a page are a second field there: `notes` and `notes-2`.
fn without_parts(mut fields: Fields) -> Fields {
    let names: BTreeSet<String> = fields.keys().cloned().collect();
    fields.retain(|name, _| {
        let first = name.strip_suffix("-2");
        !first.is_some_and(|first| names.contains(first))
    });
    fields
}

fn in_html(file: &File) -> Fields {
    let html = std::str::from_utf8(&file.bytes).expect("a page is text");
    let mut fields = Fields::new();
    for input in inputs(html) {
        let name = attribute(input, "name").expect("every input has a name");
        let values = fields.entry(name.to_owned()).or_default();
        if input.contains("type=\"radio\"") {
            values.extend(attribute(input, "value").map(str::to_owned));
        }
    }
    fields
}

fn inputs(html: &str) -> impl Iterator<Item = &str> {
    let tags = html.split('<').skip(1);
    tags.filter(|tag| tag.starts_with("input ") || tag.starts_with("textarea "))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn in_pdf(file: &File) -> Fields {
    let document = Document::load_mem(&file.bytes).expect("the file can be read");
    let catalog = document.catalog().expect("a catalog");
    let mut fields = Fields::new();
    if let Ok(form) = catalog.get(b"AcroForm") {
        let form = resolved(&document, form);
        for field in kids(&document, form, b"Fields") {
            add(&document, field, "", &mut fields);
        }
    }
    fields
}

fn add(document: &Document, field: &Dictionary, above: &str, fields: &mut Fields) {
    let name = text(field.get(b"T").expect("a field has a name"));
    let name = format!("{above}{name}");
    let (places, groups): (Vec<_>, Vec<_>) = kids(document, field, b"Kids")
        .into_iter()
        .partition(|kid| !kid.has(b"T"));
    if field.has(b"FT") {
        assert!(groups.is_empty(), "{name} is a field and a group");
        let values = fields.entry(name).or_default();
        let flags = field.get(b"Ff").and_then(Object::as_i64);
        let is_choice = flags.is_ok_and(|flags| flags == 1 << 15);
        for place in places.into_iter().filter(|_| is_choice) {
            let states = place.get(b"AP").and_then(Object::as_dict);
            let states = states.and_then(|ap| ap.get(b"N")).and_then(Object::as_dict);
            let states = states.expect("a choice has appearances").iter();
            let names = states.map(|(state, _)| String::from_utf8_lossy(state).into_owned());
            values.extend(names.filter(|state| state != "Off"));
        }
        return;
    }
    assert!(places.is_empty() && !groups.is_empty(), "{name}");
    for group in groups {
        add(document, group, &format!("{name}."), fields);
    }
}

fn kids<'d>(document: &'d Document, entries: &'d Dictionary, key: &[u8]) -> Vec<&'d Dictionary> {
    let kids = entries.get(key).and_then(Object::as_array);
    let kids = kids.map_or(&[][..], Vec::as_slice).iter();
    kids.map(|kid| resolved(document, kid)).collect()
}

fn resolved<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    let (_, object) = document.dereference(object).expect("it exists");
    object.as_dict().expect("a dictionary")
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).expect("a text")
}
