//! Logos, good ones and hostile ones.

use super::*;
use crate::layout::pages::{Colour, PT};

/// A logo with a name, 30 points high, twice as wide as high.
pub(crate) fn wordmark() -> Logo {
    Logo {
        alt: "Aster Freight".to_owned(),
        height: 30 * PT,
        picture: read(&svg_of("<rect width='20' height='10' fill='#7a1f3d'/>"))
            .expect("it is sound"),
    }
}

/// A PNG of 2 × 1 pixels, the second of which is half as opaque as the first.
pub(crate) fn dots() -> Picture {
    let image = Image {
        width: 2,
        height: 1,
        rgb: vec![200, 0, 0, 0, 0, 200],
        alpha: Some(vec![255, 128]),
    };
    Picture::read(&image.png()).expect("it is sound")
}

fn svg_of(shapes: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>{shapes}</svg>")
}

fn read(text: &str) -> Result<Picture, NoLogo> {
    Picture::read(text.as_bytes())
}

fn why(text: &str) -> String {
    read(text).expect_err(text).why
}

fn drawing(shapes: &str) -> Drawing {
    match read(&svg_of(shapes)) {
        Ok(Picture::Drawing(drawing)) => drawing,
        other => panic!("{shapes}: {other:?}"),
    }
}

#[test]
fn shapes_become_outlines_on_one_grid() {
    let drawing = drawing("<g transform='translate(5 0)'><rect width='10' height='10'/></g>");
    assert_eq!((drawing.width, drawing.height), (20_000, 10_000));
    let [
        Mark::Fill {
            outline,
            colour,
            opacity: 100,
        },
    ] = &drawing.marks[..]
    else {
        panic!("{drawing:?}");
    };
    assert_eq!(*colour, Colour(0, 0, 0));
    let corners = [(5_000, 0), (15_000, 0), (15_000, 10_000), (5_000, 10_000)];
    let [first, second, third, fourth] = corners;
    assert_eq!(
        outline.segments,
        [
            Segment::Move(first),
            Segment::Line(second),
            Segment::Line(third),
            Segment::Line(fourth),
            Segment::Close
        ]
    );
}

#[test]
fn style_sheets_strokes_and_clips_are_drawn() {
    let styled = drawing(
        "<style>.mark { fill: #123456; fill-opacity: .5 }</style><path class='mark' d='M0 0h4v4z'/>",
    );
    let [
        Mark::Fill {
            colour, opacity, ..
        },
    ] = styled.marks[..]
    else {
        panic!("{styled:?}");
    };
    assert_eq!((colour, opacity), (Colour(0x12, 0x34, 0x56), 50));

    let line = drawing("<path d='M0 5h20' stroke='#f00' stroke-width='2'/>");
    let [Mark::Fill { outline, .. }] = &line.marks[..] else {
        panic!("{line:?}");
    };
    assert!(
        outline.segments.contains(&Segment::Line((20_000, 4_000))),
        "{outline:?}"
    );

    let clipped = drawing(
        "<clipPath id='a'><rect x='2' width='6' height='10'/></clipPath>\
         <g clip-path='url(#a)'><circle cx='5' cy='5' r='5'/></g>",
    );
    let [Mark::Clip { outline, marks }] = &clipped.marks[..] else {
        panic!("{clipped:?}");
    };
    assert_eq!(outline.segments[0], Segment::Move((2_000, 0)));
    assert_eq!(marks.len(), 1);
}

#[test]
fn a_drawing_is_written_anew_and_reads_the_same() {
    let shapes = "<metadata>drawn by A. Person</metadata>\
        <path fill-rule='evenodd' fill='#7a1f3d' fill-opacity='.25' d='M0 0C5 0 9 4 9 9Q4 4 0 9z'/>\
        <clipPath id='a'><rect width='6' height='6'/></clipPath>\
        <g clip-path='url(#a)'><rect width='9' height='9'/></g>";
    let picture = Picture::Drawing(drawing(shapes));
    let (kind, file) = picture.file();
    assert_eq!(kind, "image/svg+xml");
    let text = String::from_utf8(file).expect("it is text");
    assert!(!text.contains("Person"), "{text}");
    assert_eq!(read(&text), Ok(picture));
}

#[test]
fn what_leads_out_of_the_file_is_named() {
    for (shapes, named) in [
        ("<image href='https://e.example/a.png'/>", "`<image>`"),
        ("<use href='other.svg#a'/>", "`<use>`"),
        ("<script>alert(1)</script>", "`<script>`"),
        ("<rect width='9' height='9' onload='alert(1)'/>", "`onload`"),
        (
            "<rect width='9' height='9' fill='url(https://e.example/a)'/>",
            "`fill=\"url(https",
        ),
        (
            "<rect width='9' height='9' style='fill: URL( \"a.svg#b\")'/>",
            "`style=",
        ),
        ("<style>@import url(a.css);</style>", "style sheet"),
        ("<style>rect { fill: u\\72l(a.svg) }</style>", "style sheet"),
        (
            "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
            "`<foreignObject>`",
        ),
        (
            "<g xml:base='https://e.example/'><rect/></g>",
            "`base=\"https",
        ),
    ] {
        let why = why(&svg_of(shapes));
        assert!(
            why.contains(named) && why.contains("line 1"),
            "{shapes}: {why}"
        );
    }
    let linked = svg_of("<rect width='9' height='9'/>");
    let linked = format!("<?xml version='1.0'?>\n<?xml-stylesheet href='a.css'?>\n{linked}");
    assert!(why(&linked).contains("(line 2 of the file)"));
    let entity = format!(
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{}",
        svg_of("&a;")
    );
    assert!(why(&entity).contains("<!DOCTYPE"), "{}", why(&entity));
}

#[test]
fn what_would_not_come_out_on_paper_is_named() {
    for (shapes, named) in [
        ("<text>Aster</text>", "`<text>`"),
        (
            "<linearGradient id='a'/><rect width='9' height='9'/>",
            "`<linearGradient>`",
        ),
        ("<filter id='a'/><rect width='9' height='9'/>", "`<filter>`"),
        ("<animate/>", "`<animate>`"),
        (
            "<path d='M0 0h9' stroke='red' stroke-dasharray='1 1'/>",
            "`stroke-dasharray`",
        ),
        (
            "<g style='mix-blend-mode: multiply'><rect width='9' height='9'/></g>",
            "`mix-blend-mode`",
        ),
        (
            "<g opacity='.5'><rect width='9' height='9'/><rect width='5' height='5'/></g>",
            "`opacity`",
        ),
        ("", "nothing is drawn"),
        (
            "<rect width='9' height='9' display='none'/>",
            "nothing is drawn",
        ),
    ] {
        let why = why(&svg_of(shapes));
        assert!(why.contains(named), "{shapes}: {why}");
    }
}

#[test]
fn numbers_beyond_all_bounds_are_refused() {
    for shapes in [
        "<path d='M1e38 1e38h9v9z'/>",
        "<path d='M0 0L1e30 0 5 5z'/>",
        "<rect width='9' height='9' transform='scale(1e30)'/>",
        "<path d='M0 0h9' stroke='red' stroke-width='1e20'/>",
    ] {
        let refused = read(&svg_of(shapes));
        assert!(refused.is_err(), "{shapes}: {refused:?}");
    }
    for sheet in [
        "0 0 NaN 9",
        "0 0 1e38 1e-38",
        "0 0 -5 9",
        "0 0 0 0",
        "0 0 900 9",
    ] {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{sheet}'><rect width='9' height='9'/></svg>"
        );
        // What is no sheet at all is as if there were none; nothing of it may be without bounds.
        if let Ok(picture) = read(&text) {
            let (width, height) = picture.proportions();
            assert!(
                width.max(height) == 20_000 && width.min(height) >= 1_000,
                "{sheet}"
            );
        }
    }
}

#[test]
fn bombs_do_not_go_off() {
    let many = "<path d='M0 0h9v9z'/>".repeat(30_000);
    assert!(why(&svg_of(&many)).contains("more than 20000 elements"));
    let deep = format!("{}{}", "<g>".repeat(30_000), "</g>".repeat(30_000));
    let refused = why(&svg_of(&deep));
    assert!(refused.contains("elements"), "{refused}");
    let lower = format!("{}<rect/>{}", "<g>".repeat(80), "</g>".repeat(80));
    assert!(why(&svg_of(&lower)).contains("too deep"));
    let long = format!("<path d='M0 0{}'/>", "h1v1h-1v-1".repeat(30_000));
    assert!(why(&svg_of(&long)).contains("hundred thousand"));
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    assert!(why(&format!("{laughs}{}", svg_of("<title>&b;</title>"))).contains("<!DOCTYPE"));
}

#[test]
fn a_file_that_is_neither_is_refused() {
    for bytes in [
        &b""[..],
        b"GIF89a",
        b"<html></html>",
        b"\xff\xfe<\0s\0v\0g\0",
        b"<svg",
        b"<svg/>",
    ] {
        assert!(Picture::read(bytes).is_err(), "{bytes:?}");
    }
}

#[test]
fn pixels_come_through_with_their_opacity() {
    let picture = dots();
    let Picture::Image(image) = &picture else {
        panic!("{picture:?}");
    };
    assert_eq!(image.rgb, [200, 0, 0, 0, 0, 200]);
    assert_eq!(image.alpha.as_deref(), Some(&[255, 128][..]));
    assert_eq!(Picture::read(&picture.file().1), Ok(picture));
}

/// A PNG with such a header, and nothing in it.
pub(crate) fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 6, 0, 0, 0]);
    let mut crc = flate2::Crc::new();
    crc.update(&chunk);
    let mut file = image::SIGNATURE.to_vec();
    file.extend(13_u32.to_be_bytes());
    file.extend(chunk);
    file.extend(crc.sum().to_be_bytes());
    file
}

#[test]
fn a_header_of_a_gigabyte_is_refused_before_anything_is_read() {
    for (width, height) in [
        (16_384, 16_384),
        (u32::MAX >> 1, u32::MAX >> 1),
        (4_000_001, 1),
    ] {
        let refused = Picture::read(&png_header(width, height)).expect_err("it is too large");
        assert!(
            refused.why.contains("4 million is the most"),
            "{}",
            refused.why
        );
    }
    assert!(
        Picture::read(&png_header(2_000, 2_000)).is_err(),
        "it has no pixels"
    );
}

#[test]
fn every_broken_png_is_refused_or_read() {
    let (_, whole) = dots().file();
    for end in 0..whole.len() - 1 {
        assert!(Picture::read(&whole[..end]).is_err(), "cut at {end}");
    }
    for at in 0..whole.len() {
        let mut broken = whole.clone();
        broken[at] ^= 0x5a;
        // Its checksums find nearly all of it; whatever is read has as many pixels as it says.
        if let Ok(Picture::Image(image)) = Picture::read(&broken) {
            assert_eq!(image.rgb.len() as u32, 3 * image.width * image.height);
        }
    }
}

#[test]
fn a_logo_is_no_wider_than_the_text() {
    let logo = wordmark();
    assert_eq!(logo.size(1_000 * PT), (60 * PT, 30 * PT));
    assert_eq!(logo.size(40 * PT), (40 * PT, 20 * PT));
}
