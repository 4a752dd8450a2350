//! What may be parted, and what moves as one.

use super::*;

/// How many lines of running text fill a page.
fn full() -> usize {
    let theme = Theme::default();
    (theme.depth() / super::super::theme::BODY.leading) as usize
}

#[test]
fn an_empty_document_is_one_page() {
    assert_eq!(pages(vec![]).pages.len(), 1);
}

#[test]
fn a_heading_is_not_stranded_at_the_foot() {
    let pages = pages(vec![
        lines(full() - 2),
        heading(2, "Next"),
        paragraph("Its text."),
    ]);
    assert!(!shows(&pages.pages[0], "Next"));
    assert_eq!(body(&pages.pages[1])[..2], ["Next", "Its text."]);
}

#[test]
fn a_page_has_no_space_at_its_top() {
    let pages = pages(vec![paragraph("One."), Block::PageBreak, heading(2, "Two")]);
    let lonely = super::pages(vec![heading(2, "Two")]);
    let top = |page: &Page| body_runs(page).next().map(|run| run.y);
    assert_eq!(top(&pages.pages[1]), top(&lonely.pages[0]));
}

#[test]
fn a_paragraph_leaves_no_widow_and_no_orphan() {
    // One line would fit below, one line would be left above.
    let orphan = pages(vec![lines(full() - 2), lines(3)]);
    assert_eq!(body(&orphan.pages[1]), ["line1", "line2", "line3"]);
    let widow = pages(vec![lines(full() + 1)]);
    assert_eq!(body(&widow.pages[1]).len(), 2);
}

#[test]
fn a_question_moves_as_a_whole() {
    let filler = full() * 7 / 10;
    let ask = question("1", "Why us?", vec![lines(12), notes(4)]);
    let pages = pages(vec![lines(filler), ask]);
    assert!(!shows(&pages.pages[0], "Why us?"));
    assert!(shows(&pages.pages[1], "Why us?") && shows(&pages.pages[1], "Notes"));
}

#[test]
fn a_question_leaves_directions_alone_rather_than_its_notes() {
    let filler = full() * 56 / 100;
    let ask = question("1", "Why us?", vec![lines(30), notes(3)]);
    let pages = pages(vec![lines(filler), ask]);
    assert!(!shows(&pages.pages[0], "Why us?"));
    assert!(shows(&pages.pages[1], "Why us?") && shows(&pages.pages[1], "Notes"));
}

#[test]
fn a_question_is_parted_when_moving_it_would_leave_half_a_page_blank() {
    let filler = full() * 4 / 10;
    let ask = question("1", "Why us?", vec![lines(20), notes(20)]);
    let pages = pages(vec![lines(filler), ask]);
    assert!(shows(&pages.pages[0], "Why us?"));
    assert_eq!(body(&pages.pages[1]), ["Question 1, continued"]);
}

#[test]
fn a_question_gives_up_a_line_of_notes_rather_than_its_page() {
    let ask = |lines| question("1", "Why us?", vec![notes(lines)]);
    let filler = (1..full())
        .rev()
        .find(|&count| pages(vec![lines(count), ask(3)]).pages.len() == 1);
    let pages = pages(vec![lines(filler.expect("some filler fits")), ask(5)]);
    assert_eq!(pages.pages.len(), 1);
    assert_eq!(rules(&pages.pages[0]), 3);
}

/// How many ruled lines are on a page, those of its head and foot not counted.
fn rules(page: &Page) -> usize {
    let items = page.items();
    items
        .filter(|item| matches!(item, Item::Line { .. }))
        .count()
        - 2
}

/// How much of a page is blank below its last ruled line.
fn blank(page: &Page) -> i32 {
    let lowest = page.items().filter_map(|item| match item {
        Item::Line { from, .. } if from.1 < foot() => Some(from.1),
        _ => None,
    });
    foot() - lowest.max().unwrap_or(0)
}

/// Where the body of a page ends.
fn foot() -> i32 {
    Theme::default().paper.height() - Theme::default().body_bottom()
}

#[test]
fn notes_grow_to_fill_their_page() {
    let ask = |number| question(number, "Why us?", vec![lines(12), notes(4)]);
    let pages = pages(vec![ask("1"), ask("2"), ask("3"), ask("4")]);
    assert_eq!(pages.pages.len(), 2);
    for page in &pages.pages {
        assert!(rules(page) > 8);
        assert!(blank(page) < super::super::theme::LINE_PITCH);
    }
}

#[test]
fn notes_of_a_short_packet_do_not_rule_its_whole_page() {
    let pages = pages(vec![question("1", "Why us?", vec![notes(4)])]);
    assert_eq!(rules(&pages.pages[0]), 4 + 12);
}

/// Directions that leave two fifths of their page blank, then perhaps what fills it, and a question
/// that is higher than that.
fn opening(filler: &[Block]) -> Pages {
    let ask = question("1", "Why us?", vec![lines(30), notes(3)]);
    let mut blocks = vec![lines(full() * 58 / 100)];
    blocks.extend_from_slice(filler);
    blocks.push(ask);
    pages(blocks)
}

#[test]
fn notes_of_no_line_fill_what_would_stay_blank() {
    let filled = opening(&[notes(0)]);
    assert!(shows(&filled.pages[0], "Notes"));
    assert!(blank(&filled.pages[0]) < super::super::theme::LINE_PITCH);
    // Where the page is full anyway, or nothing follows, there is nothing to fill.
    let full_page = pages(vec![lines(full()), notes(0), lines(5)]);
    let last = pages(vec![lines(5), notes(0)]);
    for pages in [full_page, last] {
        assert!(pages.pages.iter().all(|page| page.fields.is_empty()));
    }
}

#[test]
fn the_first_question_starts_below_its_directions_if_closer_lines_make_room() {
    let paragraphs = |count| -> Vec<Block> {
        let each = |_| paragraph("Directions of one line.");
        (0..count).map(each).collect()
    };
    let ask = |lines| question("1", "Why us?", vec![notes(lines)]);
    let most = (1..full()).rev().find(|&count| {
        let mut blocks = paragraphs(count);
        blocks.push(ask(3));
        let pages = pages(blocks);
        pages.pages.len() == 1
    });
    let most = most.expect("a question and a few lines are a page");
    // At the usual space, so many paragraphs and the fewest lines are higher than a page.
    let pitch = super::super::theme::BODY.leading + super::super::theme::AFTER_TEXT;
    let question = 3 * super::super::theme::LINE_PITCH;
    assert!(most as i32 * pitch + question > Theme::default().depth());
}

#[test]
fn a_page_that_is_set_closer_in_vain_is_not() {
    let gap = |pages: &Pages| {
        let tops: Vec<i32> = body_runs(&pages.pages[0]).map(|run| run.y).collect();
        tops[1] - tops[0]
    };
    let directions = |_| paragraph("Directions of one line.");
    let usual = pages((0..20).map(directions).collect());
    let mut blocks: Vec<Block> = (0..20).map(directions).collect();
    blocks.push(question("1", "Why us?", vec![lines(30), notes(3)]));
    let closer = pages(blocks);
    assert_eq!(closer.pages.len(), 2);
    assert_eq!(gap(&closer), gap(&usual));
}

#[test]
fn a_signature_does_not_stand_alone_on_a_last_page() {
    let row = || Row::Cells(vec![cell("Depth"), marked("Some words", "1")]);
    let signature = crate::document::Blank {
        field: "signature".to_owned(),
        label: text("Signature"),
        width: 1,
    };
    let mut broken = 0;
    for rows in 24..44 {
        let rows = (0..rows).map(|_| row()).collect();
        let card = table(TableStyle::Scorecard, &["", "1 · Weak"], rows);
        let form = pages(vec![card, notes(4), Block::Blanks(vec![signature.clone()])]);
        if let [_, last] = &form.pages[..] {
            broken += 1;
            assert!(shows(last, "Depth"), "{:?}", body(last));
        }
    }
    assert!(broken > 0, "no form was longer than a page");
}

#[test]
fn a_grid_a_little_longer_than_a_page_becomes_lower() {
    let written = || Cell {
        field: Some("s.grid.1".to_owned()),
        ..Cell::default()
    };
    let row = |_| Row::Cells(vec![cell("Depth"), written()]);
    let grid = |rows: usize| {
        let rows = (0..rows).map(row).collect();
        let grid = table(TableStyle::Grid, &["Name", "1"], rows);
        pages(vec![heading(2, "Scores"), grid])
    };
    let height = |pages: &Pages| {
        let fields = &pages.pages[0].fields;
        fields[1].rect.y - fields[0].rect.y
    };
    let usual = height(&grid(10));
    let lower = grid(30);
    assert_eq!(lower.pages.len(), 1);
    assert!(height(&lower) < usual);
    // So long that its rows would be too low to write in: it goes on as usual.
    let long = grid(46);
    assert_eq!(long.pages.len(), 2);
    assert_eq!(height(&long), usual);
}

#[test]
fn a_table_repeats_its_header() {
    let rows = (0..80).map(|row| Row::Cells(vec![cell(&format!("row{row}")), cell("x")]));
    let pages = pages(vec![table(
        TableStyle::Plain,
        &["Name", "Value"],
        rows.collect(),
    )]);
    assert!(pages.pages.len() > 1);
    for page in &pages.pages[1..] {
        assert_eq!(body(page)[..3], ["continued", "Name", "Value"]);
    }
}

#[test]
fn a_row_is_parted_only_when_it_is_higher_than_a_page() {
    let row = |words: &str| Row::Cells(vec![cell(words), cell("x")]);
    let long = "word ".repeat(300);
    let kept = pages(vec![
        lines(full() - 8),
        table(TableStyle::Plain, &[], vec![row(&long)]),
    ]);
    assert!(
        !body(&kept.pages[0])
            .iter()
            .any(|run| run.starts_with("word"))
    );
    let longer = "word ".repeat(3000);
    let parted = pages(vec![table(TableStyle::Plain, &[], vec![row(&longer)])]);
    let words = parted
        .pages
        .iter()
        .flat_map(body)
        .map(|run| run.matches("word").count());
    assert_eq!(words.sum::<usize>(), 3000);
}

#[test]
fn a_panel_goes_on_over_pages() {
    let panel = |lines_in: usize| Block::Panel {
        kind: crate::document::PanelKind::Directions,
        blocks: vec![lines(lines_in)],
    };
    let pages = pages(vec![panel(full() + 10)]);
    let panels = |page: &Page| {
        page.items()
            .filter(|item| matches!(item, Item::Box { .. }))
            .count()
    };
    // The tint and its edge, on both pages.
    assert_eq!((panels(&pages.pages[0]), panels(&pages.pages[1])), (2, 2));
}

#[test]
fn what_goes_on_over_a_page_says_what_it_is() {
    let label = Block::Paragraph {
        style: ParagraphStyle::Label,
        content: text("Before you start"),
    };
    let panel = |blocks| Block::Panel {
        kind: crate::document::PanelKind::Note,
        blocks,
    };
    let long = || lines(full() + 10);
    let kept = Block::Keep(vec![heading(2, "Drill"), long()]);
    let cases = [
        (vec![panel(vec![label, long()])], "Before you start"),
        (
            vec![heading(2, "Exercise"), panel(vec![long()])],
            "Exercise",
        ),
        (vec![kept], "Drill"),
    ];
    for (blocks, title) in cases {
        let pages = pages(blocks);
        assert_eq!(body(&pages.pages[1])[0], format!("{title} (continued)"));
        // A screen reader has read it on the page before.
        let repeated = &pages.pages[1].body;
        let said = |content: &&crate::layout::pages::Content| {
            content.items.iter().any(|it| run(it).is_some())
        };
        let first = repeated.iter().find(said);
        assert!(first.is_some_and(|content| content.node.is_none()));
    }
}

#[test]
fn what_goes_on_with_a_panel_says_so_above_it() {
    let panel = Block::Panel {
        kind: crate::document::PanelKind::Note,
        blocks: vec![lines(20)],
    };
    // Less is left of the first page than a panel begins with.
    let kept = Block::Keep(vec![heading(2, "Drill"), lines(full() - 3), panel]);
    let pages = pages(vec![kept]);
    let note = body_runs(&pages.pages[1]).next().expect("a note");
    assert_eq!(note.text(), "Drill (continued)");
    let tint = pages.pages[1].items().find_map(|item| match item {
        Item::Box { rect, .. } => Some(rect.y),
        _ => None,
    });
    assert!(tint.is_some_and(|top| top > note.y));
}

#[test]
fn a_last_page_with_next_to_nothing_is_saved() {
    let mut blocks: Vec<Block> = Vec::new();
    while pages(blocks.clone()).pages.len() == 1 {
        blocks.push(paragraph("A paragraph of one line."));
    }
    // The last one is what made it two pages at the usual spacing, so it was not squeezed in:
    // tightening had nothing left to give.
    let usual = blocks.len() as i32;
    let pitch = super::super::theme::BODY.leading + super::super::theme::AFTER_TEXT;
    assert!(usual * pitch > Theme::default().depth() + pitch);
}

#[test]
fn a_page_break_starts_a_page() {
    let pages = pages(vec![paragraph("One."), Block::PageBreak, paragraph("Two.")]);
    assert_eq!(body(&pages.pages[1]), ["Two."]);
}

#[test]
fn a_long_word_is_broken_within_the_margins() {
    let word = "w".repeat(10_000);
    let row = Row::Cells(vec![cell("short"), cell(&word), cell("short")]);
    let pages = pages(vec![
        paragraph(&word),
        table(TableStyle::Plain, &["a", "b", "c"], vec![row]),
    ]);
    let count = pages
        .pages
        .iter()
        .flat_map(body)
        .map(|run| run.matches('w').count());
    assert_eq!(count.sum::<usize>(), 20_000);
    super::property::assert_within_margins(&pages, &Theme::default());
}

#[test]
fn no_line_ends_at_a_soft_hyphen() {
    // None is drawn there, so the halves would look like two words.
    let word = format!("{}\u{ad}{}", "a".repeat(60), "b".repeat(60));
    let pages = pages(vec![paragraph(&format!("{word} end."))]);
    let first = &body(&pages.pages[0])[0];
    assert!(first.contains("aabb"), "{first}");
}
