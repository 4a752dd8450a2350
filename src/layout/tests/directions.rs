//! Text that is read to the left, and text that mixes both directions.

use super::*;
use crate::document::{List, ListItem};
use crate::font::test_fonts::{arabic, hebrew};
use crate::labels::{self, Labels};
use crate::layout::pages::Direction;
use crate::theme::Margins;

/// The pages of a document whose theme has a Hebrew and an Arabic font.
fn pages(blocks: Vec<Block>) -> Pages {
    let theme = [hebrew(), arabic()];
    let document = Document { blocks };
    lay_out(
        &document,
        &imprint(),
        Theme::default(),
        &Fonts::with(&theme),
    )
}

/// What a line of the body shows, from left to right, one run to a word.
fn from_left(page: &Page, line: usize) -> Vec<String> {
    let mut heights: Vec<i32> = body_runs(page).map(|run| run.y).collect();
    heights.dedup();
    let mut runs: Vec<_> = body_runs(page)
        .filter(|run| run.y == heights[line])
        .collect();
    runs.sort_by_key(|run| run.x);
    let words = runs.iter().map(|run| run.text().trim().to_owned());
    words.filter(|words| !words.is_empty()).collect()
}

/// Where the runs of a page end at the right, the space at their ends left out.
fn right(page: &Page) -> i32 {
    let ends = body_runs(page).map(|run| run.x + run.width());
    ends.max().unwrap_or(0)
}

#[test]
fn a_paragraph_in_hebrew_begins_at_the_right() {
    let pages = pages(vec![paragraph("מנהל רשת")]);
    let page = &pages.pages[0];
    assert!((right(page) - (page.width - Margins::USUAL.right)).abs() < 20);
    let all: String = body_runs(page).map(TextRun::text).collect();
    assert_eq!(all, "מנהל רשת");
    assert!(body_runs(page).all(|run| run.direction == Direction::RightToLeft));
}

#[test]
fn glyphs_go_from_left_to_right_and_text_as_it_is_read() {
    let pages = pages(vec![paragraph("אבג")]);
    let run = body_runs(&pages.pages[0]).next().expect("it is there");
    let glyphs: Vec<&str> = run.glyphs.iter().map(|glyph| &*glyph.text).collect();
    assert_eq!(glyphs, ["ג", "ב", "א"]);
    assert_eq!(run.text(), "אבג");
}

#[test]
fn mixed_text_is_in_the_right_order() {
    let pages = pages(vec![
        paragraph("The word שלום עם 12 means peace."),
        paragraph("מנהל IT עם 12 שנים."),
    ]);
    let page = &pages.pages[0];
    assert_eq!(
        from_left(page, 0),
        ["The word", "12", "עם", "שלום", "means peace."]
    );
    assert_eq!(from_left(page, 1), [".", "שנים", "12", "עם", "IT", "מנהל"]);
}

#[test]
fn brackets_are_mirrored() {
    let pages = pages(vec![paragraph("שלום (א) IT")]);
    let runs = || body_runs(&pages.pages[0]).flat_map(|run| &run.glyphs);
    let glyph = |text: &str| runs().find(|glyph| &*glyph.text == text).map(|it| it.id);
    let alone = super::pages(vec![paragraph("() x")]);
    let opening = body_runs(&alone.pages[0])
        .next()
        .map(|run| run.glyphs[0].id);
    // What opens in Hebrew looks like what closes in English.
    assert_eq!(glyph(")"), opening);
}

#[test]
fn a_line_that_goes_on_is_filled_from_the_right() {
    let words = "שלום ".repeat(80);
    let pages = pages(vec![paragraph(&words)]);
    let page = &pages.pages[0];
    let first = from_left(page, 0).concat();
    assert!(first.matches("שלום").count() > 10);
    let spaces = 3_000;
    for run in body_runs(page) {
        assert!(run.x >= Margins::USUAL.left - spaces, "{}", run.x);
    }
    let all: String = body_runs(page).map(TextRun::text).collect();
    assert_eq!(all.matches("שלום").count(), 80);
}

#[test]
fn a_long_word_in_hebrew_is_broken_from_its_beginning() {
    let word = format!("א{}ת", "ב".repeat(2_000));
    let pages = pages(vec![paragraph(&word)]);
    let page = &pages.pages[0];
    let all: String = body_runs(page).map(TextRun::text).collect();
    assert_eq!(all, word);
    let first = body_runs(page).next().expect("it has lines");
    assert!(first.text().starts_with('א'));
    super::property::assert_within_margins(&pages, &Theme::default());
}

#[test]
fn arabic_letters_are_joined() {
    let pages = pages(vec![paragraph("سلام"), paragraph("س"), paragraph("ل")]);
    let lines: Vec<&TextRun> = body_runs(&pages.pages[0]).collect();
    let [word, seen, lam] = lines[..] else {
        panic!("three lines")
    };
    assert_eq!(word.text(), "سلام");
    let alone = [seen.glyphs[0].id, lam.glyphs[0].id];
    assert!(word.glyphs.iter().all(|glyph| !alone.contains(&glyph.id)));
}

#[test]
fn a_joiner_keeps_letters_apart_and_stays_in_the_text() {
    let pages = pages(vec![paragraph("می\u{200c}خواهد"), paragraph("میخواهد")]);
    let lines: Vec<&TextRun> = body_runs(&pages.pages[0]).collect();
    let ids = |run: &TextRun| run.glyphs.iter().map(|it| it.id).collect::<Vec<_>>();
    assert_ne!(ids(lines[0]), ids(lines[1]));
    assert_eq!(lines[0].text(), "می\u{200c}خواهد");
}

#[test]
fn bullets_and_numerals_stand_where_reading_begins() {
    let list = |start| {
        let item = ListItem {
            check: None,
            blocks: vec![paragraph("שלום")],
        };
        Block::List(List {
            start,
            items: vec![item],
        })
    };
    let pages = pages(vec![list(None), list(Some(7))]);
    assert_eq!(from_left(&pages.pages[0], 0), ["שלום", "•"]);
    assert_eq!(from_left(&pages.pages[0], 1)[0], "שלום");
    let numeral = from_left(&pages.pages[0], 1)[1..].concat();
    assert!([".7", "7."].contains(&numeral.as_str()), "{numeral}");
}

#[test]
fn cells_decide_for_themselves() {
    let rows = vec![Row::Cells(vec![cell("שלום"), cell("peace")])];
    let pages = pages(vec![table(TableStyle::Plain, &["א", "Word"], rows)]);
    let starts: Vec<i32> = body_runs(&pages.pages[0]).map(|run| run.x).collect();
    let [head_left, head_right, left, right] = starts[..] else {
        panic!("four cells")
    };
    assert_eq!(head_right, right);
    assert!(left > Margins::USUAL.left + 10_000 && head_left > Margins::USUAL.left + 10_000);
}

#[test]
fn a_character_that_turns_text_around_is_left_out() {
    let pages = pages(vec![paragraph("ab\u{202e}cd\u{202c} שלום")]);
    assert_eq!(from_left(&pages.pages[0], 0), ["abcd", "שלום"]);
}

#[test]
fn running_heads_know_the_fonts_of_the_theme() {
    let theme = [hebrew()];
    let imprint = Imprint {
        role: "מנהל רשת ".repeat(20),
        ..imprint()
    };
    let document = Document { blocks: vec![] };
    let fonts = Fonts::with(&theme);
    let pages = lay_out(&document, &imprint, Theme::default(), &fonts);
    super::property::assert_within_margins(&pages, &Theme::default());
    let head: String = runs(&pages.pages[0]).map(TextRun::text).collect();
    assert!(head.contains("מנהל") && head.contains('…') && !head.contains('\u{fffd}'));
}

#[test]
fn a_word_of_one_letter_stays_within_its_column() {
    let cell = |words: &str| Cell {
        content: text(words),
        mark: None,
        field: None,
    };
    let table = Table {
        style: TableStyle::Scorecard,
        alignment: vec![],
        widths: vec![],
        head: vec![],
        rows: vec![Row::Cells(vec![cell(""), cell(&"w".repeat(90)), cell("ן")])],
    };
    let pages = pages(vec![Block::Table(table)]);
    super::property::assert_within_margins(&pages, &Theme::default());
}

/// The pages of a document in Hebrew.
fn hebrew_pages(blocks: Vec<Block>) -> Pages {
    let theme = [hebrew()];
    let mut labels = Labels::clone(Languages::english());
    labels.language = "he".to_owned();
    labels.direction = labels::Direction::RightToLeft;
    let imprint = Imprint {
        labels: Arc::new(labels),
        ..imprint()
    };
    let fonts = Fonts::with(&theme);
    lay_out(&Document { blocks }, &imprint, Theme::default(), &fonts)
}

#[test]
fn a_hebrew_page_begins_at_the_right() {
    let pages = hebrew_pages(vec![
        paragraph("AWS עם שלום"),
        paragraph("Cloud."),
        paragraph("12"),
    ]);
    assert_eq!(
        (pages.direction, &*pages.language),
        (Direction::RightToLeft, "he")
    );
    let page = &pages.pages[0];
    // The name of a product in front does not turn a sentence around.
    assert_eq!(from_left(page, 0), ["שלום", "עם", "AWS"]);
    assert_eq!(from_left(page, 1), ["Cloud."]);
    // The margin for punching is where reading begins.
    let edge = page.width - Theme::default().margins.left;
    for run in body_runs(page) {
        let end = run.x + run.width();
        assert!(end <= edge + 20, "{} ends at {end}", run.text());
        let is_last = ["AWS", "Cloud.", "12"].contains(&run.text().trim());
        assert!(
            !is_last || (end - edge).abs() < 20,
            "{} ends at {end}",
            run.text()
        );
    }
}

#[test]
fn everything_on_a_hebrew_page_is_on_the_other_side() {
    let item = |words: &str| ListItem {
        check: None,
        blocks: vec![paragraph(words)],
    };
    let blocks = |words: &str| {
        vec![
            table(
                TableStyle::Plain,
                &[words, words],
                vec![Row::Cells(vec![cell(words), cell("7")])],
            ),
            Block::List(List {
                start: None,
                items: vec![item(words)],
            }),
            Block::Notes {
                field: "a.notes".to_owned(),
                label: text(words),
                lines: 3,
            },
        ]
    };
    let (left, right) = (pages(blocks("w")), hebrew_pages(blocks("ו")));
    let width = left.pages[0].width;
    let lines = |pages: &Pages| -> Vec<(i32, i32)> {
        let items = pages.pages[0].body.iter().flat_map(|it| &it.items);
        let mut lines: Vec<_> = items
            .filter_map(|item| match item {
                Item::Line { from, to, .. } => Some((from.0, to.0)),
                _ => None,
            })
            .collect();
        lines.sort_unstable();
        lines
    };
    let mut turned: Vec<_> = lines(&left)
        .into_iter()
        .map(|(from, to)| (width - to, width - from))
        .collect();
    turned.sort_unstable();
    assert!(turned.len() > 4);
    assert_eq!(lines(&right), turned);
    let rects = |pages: &Pages| pages.pages[0].fields[0].rect;
    let (mine, other) = (rects(&left), rects(&right));
    assert_eq!(other.x, width - mine.x - mine.width);
    // The bullet stands right of its item.
    let runs: Vec<&TextRun> = body_runs(&right.pages[0]).collect();
    let bullet = runs.iter().find(|run| run.text() == "•").expect("a bullet");
    let words = runs
        .iter()
        .find(|run| run.y == bullet.y && run.text() != "•");
    assert!(words.expect("its item").x < bullet.x);
}

#[test]
fn running_heads_in_hebrew_have_their_letters_and_their_order() {
    let theme = [hebrew()];
    let mut labels = Labels::clone(Languages::english());
    labels.direction = labels::Direction::RightToLeft;
    labels.program.audience.internal = "שלום · עם".to_owned();
    let imprint = Imprint {
        role: "מנהל".to_owned(),
        title: "First interview".to_owned(),
        labels: Arc::new(labels),
        ..imprint()
    };
    let fonts = Fonts::with(&theme);
    let pages = lay_out(
        &Document { blocks: vec![] },
        &imprint,
        Theme::default(),
        &fonts,
    );
    let head = |words: &str| {
        let found = runs(&pages.pages[0]).find(|run| run.text().contains(words));
        found.unwrap_or_else(|| panic!("{words}")).x
    };
    // From right to left: the role, a dot, the packet; and at the other end who may see it.
    let places = ["מנהל", "First", "שלום", "עם"].map(head);
    assert!(
        places.is_sorted_by(|right, left| right > left),
        "{places:?}"
    );
    let dots = runs(&pages.pages[0]).filter(|run| run.text().contains('·'));
    assert!(
        dots.map(|run| run.x)
            .any(|x| x < places[0] && x > places[1])
    );
}
