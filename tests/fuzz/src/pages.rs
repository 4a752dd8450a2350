//! Bytes where the Markdown of a packet is expected, all the way to HTML and PDF.

use super::markup;
use hirekit::document::{Document, parse};
use hirekit::font::{Fonts, UsedGlyphs};
use hirekit::html::{self, Skin};
use hirekit::kit::{Audience, Imprint, Running};
use hirekit::labels::Languages;
use hirekit::layout::pages::{
    Field, FieldKind, FieldSetting, Item, Length, Page, Pages, Rect, Target, TextRun,
};
use hirekit::layout::{Typesetter, dump};
use hirekit::pdf::{EmbeddedFonts, Writer};
use hirekit::theme::{Margins, Theme};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Lengths are rounded when they are shared out; nobody sees a tenth of a point.
const ROUNDING: Length = 100;

/// Reads, lays out and prints a packet.
pub fn pages(bytes: &[u8]) {
    let markdown = String::from_utf8_lossy(bytes);
    let (document, problems) = parse(&markdown);
    for problem in &problems {
        let end = problem.at + problem.length;
        assert!(markdown.get(problem.at..end).is_some(), "{problem:?}");
    }
    if !problems.is_empty() {
        // Nothing is printed from a template that uses markers wrongly.
        return;
    }
    let imprint = imprint(&document);
    markup::assert_sound(&html::page(&document, &imprint, &Skin::default()));
    let fonts = Fonts::bundled();
    let mut typesetter = Typesetter::new(Theme::default(), fonts, &imprint.labels);
    let body = typesetter.compose(&document);
    let bound = typesetter.bind(&imprint, &[(&body, &imprint), (&body, &imprint)]);
    let alone = typesetter.finish(body, &imprint);
    assert_laid_out(&bound);
    assert_laid_out(&alone);
    assert_printed(&alone, &print(&alone, fonts));
    let mut again = Typesetter::new(Theme::default(), fonts, &imprint.labels);
    let again = again.lay_out(&document, &imprint);
    assert_eq!(dump(&again), dump(&alone));
}

/// What is one line is above and below the pages as well.
fn imprint(document: &Document) -> Imprint {
    let line = Running::line(document).unwrap_or_default();
    Imprint {
        role: "Role".to_owned(),
        title: "Title".to_owned(),
        audience: Audience::Internal,
        version: "Kit 0000000".to_owned(),
        running: Running {
            head: line.clone(),
            foot: line,
        },
        labels: Arc::clone(Languages::english()),
    }
}

/// Writes the pages as a PDF file, as a build does.
fn print(pages: &Pages, fonts: &Fonts<'_>) -> Vec<u8> {
    let mut used = UsedGlyphs::default();
    used.add(pages);
    Writer::new(EmbeddedFonts::new(used.subset(fonts))).write(pages)
}

/// Asserts that the file has the pages, and their fields.
fn assert_printed(pages: &Pages, file: &[u8]) {
    let document = lopdf::Document::load_mem(file).expect("the file can be read");
    assert_eq!(document.get_pages().len(), pages.pages.len());
}

/// Asserts that everything is where it can be seen, and leads somewhere.
fn assert_laid_out(pages: &Pages) {
    assert!(!pages.pages.is_empty());
    let theme = Theme::default();
    for page in &pages.pages {
        page.items().for_each(|item| assert_on_paper(item, page));
        let (top, bottom) = (theme.body_top(), page.height - theme.body_bottom());
        for run in page
            .stretches()
            .flat_map(|(_, items)| items)
            .filter_map(text)
        {
            let inside = run.y > top && run.y < bottom;
            assert!(inside, "{:?} at height {}", run.text(), run.y);
        }
        for link in &page.links {
            assert_target(&link.target, pages);
            assert_inside(link.rect, page);
        }
        for (node, _) in page.stretches() {
            assert!(node.is_none_or(|node| node < pages.structure.len()));
        }
    }
    for mark in &pages.outline {
        assert!(mark.page < pages.pages.len(), "{mark:?}");
    }
    for (index, node) in pages.structure.iter().enumerate() {
        assert!(node.parent < index || index == 0, "{node:?} at {index}");
    }
    assert_fields(pages);
}

fn assert_on_paper(item: &Item, page: &Page) {
    match item {
        Item::Text(run) => {
            let (start, end) = visible(run);
            let (left, right) = (
                Margins::USUAL.left - ROUNDING,
                page.width - Margins::USUAL.right + ROUNDING,
            );
            assert!(
                start >= left && end <= right,
                "{:?} at {start}–{end}",
                run.text()
            );
        }
        Item::Box { rect, .. } | Item::Picture { rect, .. } => assert_inside(*rect, page),
        Item::Line { from, to, .. } => {
            for (x, y) in [from, to] {
                let inside = (0..=page.width).contains(x) && (0..=page.height).contains(y);
                assert!(inside, "a line at {x}, {y}");
            }
        }
        Item::Circle {
            centre: (x, y),
            radius,
            ..
        } => {
            let (width, height) = (2 * radius, 2 * radius);
            assert_inside(
                Rect {
                    x: x - radius,
                    y: y - radius,
                    width,
                    height,
                },
                page,
            );
        }
    }
}

fn text(item: &Item) -> Option<&TextRun> {
    match item {
        Item::Text(run) => Some(run),
        _ => None,
    }
}

/// The left and right end of what is seen of a run: spaces at its ends may hang out.
fn visible(run: &TextRun) -> (Length, Length) {
    let is_space = |text: &str| text.chars().all(char::is_whitespace);
    let before = run.glyphs.iter().take_while(|it| is_space(&it.text));
    let after = run.glyphs.iter().rev().take_while(|it| is_space(&it.text));
    let before: Length = before.map(|it| it.advance).sum();
    let after: Length = after.map(|it| it.advance).sum();
    (run.x + before, run.x + run.width() - after)
}

fn assert_inside(rect: Rect, page: &Page) {
    let Rect {
        x,
        y,
        width,
        height,
    } = rect;
    let inside = x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height;
    assert!(inside && width >= 0 && height >= 0, "{rect:?}");
}

fn assert_target(target: &Target, pages: &Pages) {
    match target {
        Target::Place { page, .. } => assert!(*page < pages.pages.len(), "{target:?}"),
        Target::Url(url) => {
            let scheme = url
                .split(':')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            assert!(matches!(&*scheme, "http" | "https" | "mailto"), "{url}");
        }
    }
}

/// Asserts that each field has a name that is its own, unless it is one of several that are filled
/// in together: the values of a choice, and the blanks that ask for the same.
fn assert_fields(pages: &Pages) {
    let mut names: BTreeMap<&str, &Field> = BTreeMap::new();
    for page in &pages.pages {
        for field in &page.fields {
            assert_inside(field.rect, page);
            assert!(
                !field.name.is_empty() && !field.tooltip.is_empty(),
                "{field:?}"
            );
            let shares = matches!(
                field.kind,
                FieldKind::Radio { .. }
                    | FieldKind::Text {
                        setting: FieldSetting::Line | FieldSetting::InText,
                        ..
                    }
            );
            let other = names.insert(&field.name, field);
            assert!(other.is_none() || shares, "{field:?}, {other:?}");
        }
    }
}
