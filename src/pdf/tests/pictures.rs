//! The logo in a file.

use std::sync::Arc;

use super::*;
use crate::layout::pages::{Content, Item, Rect};
use crate::theme::logo::tests::{dots, wordmark};
use crate::theme::{Logo, Picture};
use lopdf::Stream;

/// Two pages, each with the logo in a figure of its own.
fn pages(logo: Logo) -> Sheet {
    let mut sheet = Sheet::new();
    let logo = Arc::new(logo);
    for page in 0..2 {
        if page > 0 {
            sheet.turn();
        }
        let node = sheet.node(0, Role::Figure);
        let rect = Rect {
            x: 72 * PT,
            y: 100 * PT,
            width: 60 * PT,
            height: 30 * PT,
        };
        let logo = Arc::clone(&logo);
        let content = Content {
            node: Some(node),
            items: vec![Item::Picture { rect, logo }],
        };
        let page = sheet.pages.pages.last_mut().expect("there is one");
        Arc::make_mut(&mut page.body).push(content);
        sheet.paragraph("Words below it.");
    }
    sheet
}

fn objects<'d>(document: &'d Document, subtype: &str) -> Vec<&'d Stream> {
    let streams = document
        .objects
        .values()
        .filter_map(|it| it.as_stream().ok());
    let is_one = |it: &&Stream| {
        let kind = it.dict.get(b"Subtype").and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == subtype.as_bytes())
    };
    streams.filter(is_one).collect()
}

fn content_of(stream: &Stream) -> String {
    let bytes = stream.decompressed_content().expect("it is compressed");
    String::from_utf8(bytes).expect("it is text")
}

#[test]
fn a_drawing_is_one_object_that_pages_show() {
    let document = reread(&pages(wordmark()));
    let drawings = objects(&document, "Form");
    let [drawing] = drawings[..] else {
        panic!("{} drawings", drawings.len());
    };
    let content = content_of(drawing);
    assert!(
        content.starts_with("0.478 0.122 0.239 rg\n0 0 m\n20000 0 l\n"),
        "{content}"
    );
    let shown = first_content(&document);
    assert!(shown.contains("60 0 0 30 72"), "{shown}");
    assert_eq!(shown.matches("/Logo Do").count(), 1, "{shown}");
}

#[test]
fn pixels_keep_their_opacity() {
    let logo = Logo {
        picture: dots(),
        ..wordmark()
    };
    let document = reread(&pages(logo));
    let images = objects(&document, "Image");
    let mask = |it: &&&Stream| it.dict.has(b"SMask");
    let image = images.iter().find(mask).expect("it has a mask");
    assert_eq!(
        image.decompressed_content().ok(),
        Some(vec![200, 0, 0, 0, 0, 200])
    );
    let mask = get(&document, &image.dict, "SMask")
        .as_stream()
        .expect("a stream");
    assert_eq!(mask.decompressed_content().ok(), Some(vec![255, 128]));
    assert_eq!(images.len(), 2);
}

#[test]
fn a_screen_reader_is_told_what_it_shows() {
    let document = reread(&pages(wordmark()));
    let figures = document.objects.values().filter_map(|it| it.as_dict().ok());
    let is_figure = |it: &&Dictionary| {
        let kind = it.get(b"S").and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == b"Figure")
    };
    let figures: Vec<_> = figures.filter(is_figure).collect();
    assert_eq!(figures.len(), 2);
    for figure in figures {
        assert_eq!(
            get(&document, figure, "Alt").as_str().ok(),
            Some(&b"Aster Freight"[..])
        );
        let attributes = dict(&document, figure, "A");
        let corners = get(&document, attributes, "BBox")
            .as_array()
            .expect("a list");
        assert_eq!(corners.len(), 4);
    }
}

#[test]
fn what_was_written_before_makes_no_difference() {
    let (plain, image) = (
        pages(wordmark()),
        pages(Logo {
            picture: dots(),
            ..wordmark()
        }),
    );
    let mut writer = Writer::new(plain.fonts());
    let first = writer.write(&image.pages);
    let second = writer.write(&plain.pages);
    assert_eq!(first, Writer::new(image.fonts()).write(&image.pages));
    assert_eq!(second, Writer::new(plain.fonts()).write(&plain.pages));
}

#[test]
fn faint_and_clipped_marks_are_drawn_as_such() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\
        <clipPath id='a'><rect width='3' height='3'/></clipPath>\
        <g clip-path='url(#a)'><rect width='9' height='9' fill-opacity='.4'/></g></svg>";
    let picture = Picture::read(svg.as_bytes()).expect("it is sound");
    let document = reread(&pages(Logo {
        picture,
        ..wordmark()
    }));
    let drawing = objects(&document, "Form")[0];
    let content = content_of(drawing);
    assert!(content.contains("W n\nq /Opacity40 gs 0.000"), "{content}");
    assert_eq!(content.matches('q').count(), content.matches('Q').count());
    let states = dict(
        &document,
        dict(&document, &drawing.dict, "Resources"),
        "ExtGState",
    );
    assert!(dict(&document, states, "Opacity40").has(b"ca"));
}
