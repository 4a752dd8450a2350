//! What stays together wherever a page ends: each case is tried at every height of a page.

use super::*;
use crate::document::{Blank, ChoiceOption, List, ListItem};
use crate::layout::theme::BODY;

/// How many lines of running text fill a page.
fn full() -> usize {
    (Theme::default().depth() / BODY.leading) as usize
}

/// The index of the page that shows these words.
fn page_of(pages: &Pages, words: &str) -> usize {
    let page = pages.pages.iter().position(|page| shows(page, words));
    page.unwrap_or_else(|| panic!("{words} is lost"))
}

/// Lays the blocks out below more and more lines, until all are on the next page.
fn everywhere(blocks: &[Block], check: impl Fn(&Pages)) {
    for filler in 1..=full() {
        let mut all = vec![lines(filler)];
        all.extend_from_slice(blocks);
        check(&pages(all));
    }
}

fn together(blocks: &[Block], words: &[&str]) {
    everywhere(blocks, |pages| {
        let places = words.iter().map(|words| page_of(pages, words));
        let places: Vec<usize> = places.collect();
        assert!(places.windows(2).all(|two| two[0] == two[1]), "{words:?}");
    });
}

/// A table of so many rows, named row0, row1 and so on.
fn rows(count: usize) -> Block {
    let row = |index| Row::Cells(vec![cell(&format!("row{index}")), cell("x")]);
    table(
        TableStyle::Plain,
        &["Name", "Value"],
        (0..count).map(row).collect(),
    )
}

fn item(words: &str) -> ListItem {
    ListItem {
        check: None,
        blocks: vec![paragraph(words)],
    }
}

/// How many lines are drawn on a page, running head and foot left out.
fn rules(page: &Page) -> usize {
    let items = page.stretches().flat_map(|(_, items)| items);
    items
        .filter(|item| matches!(item, Item::Line { .. }))
        .count()
}

#[test]
fn headings_in_a_row_stay_with_the_text_below_them() {
    let blocks = [heading(2, "One"), heading(3, "Two"), paragraph("Text.")];
    together(&blocks, &["One", "Two", "Text."]);
}

#[test]
fn words_that_announce_a_list_stay_with_it() {
    let list = List {
        start: None,
        items: vec![item("First."), item("Second.")],
    };
    together(
        &[paragraph("For each of these:"), Block::List(list)],
        &["For each of these:", "First."],
    );
}

#[test]
fn a_heading_and_its_introduction_stay_with_their_list_or_notes() {
    let list = Block::List(List {
        start: None,
        items: vec![item("First."), item("Second.")],
    });
    let heads = [heading(2, "Head"), paragraph("Intro.")];
    together(
        &[&heads[..], &[list]].concat(),
        &["Head", "Intro.", "First."],
    );
    together(
        &[&heads[..], &[notes(3)]].concat(),
        &["Head", "Intro.", "Notes"],
    );
}

#[test]
fn no_short_item_of_a_list_is_alone() {
    let items = ["One.", "Two.", "Three.", "Four.", "Five."].map(item);
    let list = Block::List(List {
        start: None,
        items: items.to_vec(),
    });
    together(
        &[heading(2, "Head"), list.clone()],
        &["Head", "One.", "Two."],
    );
    together(&[list], &["Four.", "Five."]);
}

#[test]
fn a_short_list_is_not_parted() {
    let items = ["One.", "Two.", "Three.", "Four.", "Five.", "Six."].map(item);
    let list = Block::List(List {
        start: None,
        items: items.to_vec(),
    });
    together(&[heading(2, "Head"), list], &["Head", "One.", "Six."]);
}

#[test]
fn a_label_stays_with_what_it_names() {
    let label = Block::Paragraph {
        style: ParagraphStyle::Label,
        content: text("Listen for"),
    };
    together(&[label, paragraph("Text.")], &["Listen for", "Text."]);
}

#[test]
fn a_heading_and_its_introduction_stay_with_their_table() {
    let blocks = [heading(2, "Head"), paragraph("Intro."), rows(9)];
    together(&blocks, &["Head", "Intro.", "row0", "row1"]);
}

#[test]
fn a_small_line_stays_with_the_table_below_it() {
    let lead = Block::Paragraph {
        style: ParagraphStyle::Lead,
        content: text("The numbers."),
    };
    together(
        &[paragraph("Text."), lead, rows(9)],
        &["The numbers.", "row0"],
    );
}

#[test]
fn a_short_table_is_not_parted() {
    together(&[rows(6)], &["Name", "row0", "row5"]);
}

#[test]
fn no_row_of_a_table_is_alone() {
    together(&[rows(9)], &["Name", "row0", "row1"]);
    together(&[rows(9)], &["row7", "row8"]);
}

#[test]
fn a_band_stays_with_the_rows_it_names() {
    let row = |words| Row::Cells(vec![cell(words), cell("x")]);
    let mut all: Vec<Row> = ["a", "b", "c", "d"].map(row).into();
    all.push(Row::Band(text("Band")));
    all.extend(["e", "f", "g", "h"].map(row));
    together(&[table(TableStyle::Plain, &[], all)], &["Band", "e"]);
}

#[test]
fn what_is_to_be_kept_is_kept() {
    let kept = Block::Keep(vec![paragraph("One."), paragraph("Two."), rows(8)]);
    together(&[kept], &["One.", "Two.", "row0", "row7"]);
}

#[test]
fn options_stay_together() {
    let words = ["Strong no", "No", "Yes", "Strong yes"];
    let option = |words| ChoiceOption {
        value: "v".to_owned(),
        label: text(words),
    };
    let choice = Block::Choice {
        field: "c".to_owned(),
        options: words.map(option).into(),
    };
    together(&[choice], &words);
}

#[test]
fn notes_leave_no_line_alone() {
    everywhere(&[notes(6)], |pages| {
        let counts: Vec<usize> = pages.pages.iter().map(rules).collect();
        assert!(!counts.contains(&1), "{counts:?}");
    });
}

#[test]
fn a_blank_stays_with_its_label() {
    let blank = Blank {
        field: "sign".to_owned(),
        label: text("Signed"),
        width: 1,
    };
    everywhere(&[Block::Blanks(vec![blank])], |pages| {
        assert_eq!(rules(&pages.pages[page_of(pages, "Signed")]), 1);
    });
}

#[test]
fn columns_are_parted_only_where_much_of_the_page_would_stay_blank() {
    let column = |word: &str| vec![paragraph(&format!("{word} {}", "words ".repeat(400)))];
    let columns = Block::Columns(vec![column("left"), column("right")]);
    let first_page = |filler| {
        let pages = pages(vec![lines(filler), columns.clone()]);
        body(&pages.pages[0]).iter().any(|run| run.contains("left"))
    };
    assert!(first_page(full() / 5));
    assert!(!first_page(full() * 4 / 5));
}

#[test]
fn a_header_that_is_too_high_is_not_repeated() {
    let high = "word ".repeat(1_000);
    let row = |index| Row::Cells(vec![cell(&format!("row{index}"))]);
    let table = table(TableStyle::Plain, &[&high], (0..80).map(row).collect());
    let pages = pages(vec![table]);
    assert!(pages.pages.iter().all(|page| !shows(page, "continued")));
}

#[test]
fn a_heading_that_is_longer_than_a_page_fills_pages() {
    let pages = pages(vec![heading(2, &"word ".repeat(5_000)), paragraph("Text.")]);
    let words = pages.pages.iter().flat_map(body);
    let words = words.map(|run| run.matches("word").count());
    assert_eq!(words.sum::<usize>(), 5_000);
}
