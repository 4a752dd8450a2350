//! What a file says when it is read back.

mod forms;
mod pictures;
mod sample;

use lopdf::{Dictionary, Document, Object};

use crate::font::REGULAR;
use crate::layout::pages::{PT, Pages, Role};
use crate::pdf::{EmbeddedFonts, Writer};
use sample::{Sheet, sample};

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).expect("the file can be read")
}

fn reread(sheet: &Sheet) -> Document {
    read(&Writer::new(sheet.fonts()).write(&sheet.pages))
}

fn get<'d>(document: &'d Document, entries: &'d Dictionary, key: &str) -> &'d Object {
    let value = entries.get(key.as_bytes()).expect(key);
    document.dereference(value).expect(key).1
}

fn dict<'d>(document: &'d Document, entries: &'d Dictionary, key: &str) -> &'d Dictionary {
    get(document, entries, key).as_dict().expect(key)
}

/// The operators of the first page.
fn first_content(document: &Document) -> String {
    let page = document.page_iter().next().expect("a page");
    String::from_utf8_lossy(&document.get_page_content(page)).into_owned()
}

#[test]
fn the_text_can_be_copied() {
    let text = reread(&sample(2))
        .extract_text(&[1, 2])
        .expect("pages have text");
    for words in [
        "Screening Interview, part 2",
        "Toffee office",
        "Łódź, Ωμέγα, Привет.",
        "hiring handbook",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn the_same_pages_give_the_same_bytes_in_any_thread() {
    let first = {
        let sheet = sample(3);
        Writer::new(sheet.fonts()).write(&sheet.pages)
    };
    let again = || {
        (0..3)
            .map(|_| {
                let sheet = sample(3);
                Writer::new(sheet.fonts()).write(&sheet.pages)
            })
            .collect::<Vec<_>>()
    };
    let files = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(again)).collect();
        let done = threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"));
        done.flatten().collect::<Vec<_>>()
    });
    assert!(files.iter().all(|file| *file == first));
}

#[test]
fn what_was_written_before_makes_no_difference() {
    let (one, other) = (sample(2), sample(5));
    let alone = Writer::new(one.fonts()).write(&one.pages);
    let mut writer = Writer::new(one.fonts());
    for _ in 0..50 {
        writer.write(&other.pages);
    }
    assert!(writer.write(&one.pages) == alone);
    // Now its pages are known.
    assert!(writer.write(&one.pages) == alone);
}

#[test]
fn documents_share_fonts() {
    let (large, mut small) = (sample(2), Sheet::new());
    small.paragraph("office");
    let shared: EmbeddedFonts = large.fonts();
    let text = read(&Writer::new(shared).write(&small.pages))
        .extract_text(&[1])
        .expect("a page");
    assert_eq!(text.trim(), "office");
}

#[test]
fn the_catalog_names_title_and_language() {
    let document = reread(&sample(1));
    let catalog = document.catalog().expect("a catalog");
    assert_eq!(
        get(&document, catalog, "Lang").as_str().expect("text"),
        b"en-GB"
    );
    let preferences = dict(&document, catalog, "ViewerPreferences");
    assert!(
        get(&document, preferences, "DisplayDocTitle")
            .as_bool()
            .expect("a bool")
    );
    let metadata = get(&document, catalog, "Metadata")
        .as_stream()
        .expect("a stream");
    let metadata = String::from_utf8(metadata.content.clone()).expect("XMP is UTF-8");
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"));
    assert!(metadata.contains(">Screening Interview – IT Manager<"));
}

/// The structure tree as roles in brackets, with `*` for marks and `@` for links.
fn outline_of(document: &Document, element: &Dictionary) -> String {
    let mut text = String::from_utf8_lossy(get(document, element, "S").as_name().expect("a name"))
        .into_owned();
    let kids = match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.as_slice(),
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => return text,
    };
    let kid = |kid: &Object| match document.dereference(kid).expect("it exists").1 {
        Object::Dictionary(entries) if entries.has(b"S") => outline_of(document, entries),
        Object::Dictionary(entries) if entries.has_type(b"OBJR") => "@".to_owned(),
        _ => "*".to_owned(),
    };
    let kids: Vec<String> = kids.iter().map(kid).collect();
    text.push_str(&format!("[{}]", kids.join(" ")));
    text
}

fn structure(sheet: &Sheet) -> String {
    let document = reread(sheet);
    let root = dict(
        &document,
        document.catalog().expect("a catalog"),
        "StructTreeRoot",
    );
    outline_of(&document, dict(&document, root, "K"))
}

#[test]
fn the_structure_is_in_reading_order() {
    assert_eq!(
        structure(&sample(1)),
        "Document[H1[*] P[*] H2[*] P[* Link[* @] * Link[* @] *] \
         L[LI[Lbl[*] LBody[*]] LI[Lbl[*] LBody[*]]] H2[*] \
         Table[THead[TR[TH[*] TH[*]]] TBody[TR[TH[*] TD] TR[TH[*] TD[*]] TR[TD[*]]]]]"
    );
}

#[test]
fn a_node_may_go_on_over_the_page() {
    let mut sheet = Sheet::new();
    let paragraph = sheet.paragraph("one");
    sheet.turn();
    sheet.text(Some(paragraph), REGULAR, 56_000, "two");
    assert_eq!(structure(&sheet), "Document[P[* *]]");
}

#[test]
fn nodes_without_marks_keep_their_place() {
    let mut sheet = Sheet::new();
    let row = sheet.node(0, Role::TableRow);
    let cells = [0; 4].map(|_| sheet.node(row, Role::Cell));
    sheet.text(Some(cells[2]), REGULAR, 56_000, "third");
    assert_eq!(structure(&sheet), "Document[TR[TD TD TD[*] TD]]");
}

#[test]
fn an_empty_packet_is_a_file_too() {
    let pages = Pages::default();
    let bytes = Writer::new(Sheet::new().fonts()).write(&pages);
    assert_eq!(read(&bytes).get_pages().len(), 0);
}

#[test]
fn a_run_says_its_text_where_its_glyphs_do_not() {
    let mut sheet = Sheet::new();
    sheet.paragraph("é composed");
    let content = first_content(&reread(&sheet));
    assert!(!content.contains("ActualText"), "{content}");
    // The same glyph now stands for one character and for two.
    sheet.paragraph("e\u{301} decomposed");
    let content = first_content(&reread(&sheet));
    let told = "/Span <</ActualText<FEFF006503010020";
    assert_eq!(content.matches(told).count(), 1, "{content}");
}

#[test]
fn pages_set_only_what_changes() {
    let mut sheet = Sheet::new();
    sheet.paragraph("AV one");
    sheet.paragraph("two");
    let document = reread(&sheet);
    let content = first_content(&document);
    assert_eq!(content.matches("Tf").count(), 1, "{content}");
    assert_eq!(content.matches(" g\n").count(), 1, "{content}");
    assert!(
        PT == 1000 && content.contains("/Regular 10.5 Tf"),
        "{content}"
    );
}

#[test]
fn a_written_file_can_be_loaded() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, sheet) = (folder.path().join("sample.pdf"), sample(2));
    std::fs::write(&path, Writer::new(sheet.fonts()).write(&sheet.pages)).expect("written");
    let document = Document::load(&path).expect("loaded");
    assert_eq!(document.get_pages().len(), 2);
    let bytes = std::fs::read(&path).expect("read");
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
}
