//! How pages are read: order, structure, links, bookmarks.

use super::*;
use crate::kit::running::{RunningWords, Weight};
use crate::layout::pages::{Role, Target};

/// The roles of the nodes that text belongs to, with the text, in reading order.
fn read(pages: &Pages) -> Vec<(Role, String)> {
    let contents = pages.pages.iter().flat_map(Page::stretches);
    let mut read: Vec<(Role, String)> = Vec::new();
    for (node, items) in contents {
        let Some(node) = node else { continue };
        let words: String = items
            .iter()
            .filter_map(|item| match item {
                Item::Text(run) => Some(run.text()),
                _ => None,
            })
            .collect();
        read.push((pages.structure[node].role, words.trim().to_owned()));
    }
    read
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = vec![
        paragraph("First column, first."),
        paragraph("First column, second."),
    ];
    let right = vec![paragraph("Second column.")];
    let pages = pages(vec![Block::Columns(vec![left, right])]);
    let words: Vec<String> = read(&pages).into_iter().map(|(_, words)| words).collect();
    assert_eq!(
        words,
        [
            "First column, first.",
            "First column, second.",
            "Second column."
        ]
    );
}

#[test]
fn a_scorecard_is_read_row_by_row() {
    let rows = vec![
        Row::Band(text("What you heard")),
        Row::Cells(vec![
            cell("Depth"),
            marked("", "0"),
            marked("Vague", "1"),
            marked("Sharp", "2"),
        ]),
    ];
    let pages = pages(vec![table(
        TableStyle::Scorecard,
        &["", "0", "1", "2"],
        rows,
    )]);
    let expected = [
        (Role::ColumnHeader, "0"),
        (Role::ColumnHeader, "1"),
        (Role::ColumnHeader, "2"),
        (Role::RowHeader, "What you heard"),
        (Role::RowHeader, "Depth"),
        (Role::Cell, "Vague"),
        (Role::Cell, "Sharp"),
    ];
    let expected = expected.map(|(role, words)| (role, words.to_owned()));
    assert_eq!(read(&pages), expected);
}

#[test]
fn every_row_of_a_table_has_a_node_for_every_column() {
    let rows = vec![
        Row::Band(text("Band")),
        Row::Cells(vec![cell("short row")]),
        Row::Cells(vec![cell("a"), cell("b"), cell("c")]),
    ];
    let pages = pages(vec![table(TableStyle::Plain, &["x", "y", "z"], rows)]);
    let tree = &pages.structure;
    for (row, _) in tree
        .iter()
        .enumerate()
        .filter(|(_, node)| node.role == Role::TableRow)
    {
        let cells = tree.iter().filter(|node| node.parent == row);
        assert_eq!(cells.map(|cell| cell.column_span).sum::<usize>(), 3);
    }
}

#[test]
fn a_table_without_header_words_has_no_header() {
    let rows = vec![Row::Cells(vec![cell("a"), cell("b")])];
    let pages = pages(vec![table(TableStyle::Plain, &["", ""], rows)]);
    assert!(
        pages
            .structure
            .iter()
            .all(|node| node.role != Role::TableHead)
    );
}

#[test]
fn heading_levels_never_skip_one() {
    let pages = pages(vec![
        heading(1, "Title"),
        heading(4, "Deep"),
        heading(2, "Back"),
    ]);
    let roles: Vec<Role> = read(&pages).into_iter().map(|(role, _)| role).collect();
    assert_eq!(
        roles,
        [Role::Heading(1), Role::Heading(2), Role::Heading(2)]
    );
}

#[test]
fn a_list_item_has_a_label_and_a_body() {
    let item = crate::document::ListItem {
        check: None,
        blocks: vec![paragraph("Do it.")],
    };
    let list = crate::document::List {
        start: Some(9),
        items: vec![item.clone(), item],
    };
    let pages = pages(vec![Block::List(list)]);
    let labels: Vec<String> = read(&pages)
        .into_iter()
        .filter(|(role, _)| *role == Role::ListLabel)
        .map(|(_, words)| words)
        .collect();
    assert_eq!(labels, ["9.", "10."]);
}

#[test]
fn numerals_line_up_at_their_right() {
    let item = crate::document::ListItem {
        check: None,
        blocks: vec![paragraph("Do it.")],
    };
    let list = crate::document::List {
        start: Some(9),
        items: vec![item.clone(), item],
    };
    let pages = pages(vec![Block::List(list)]);
    let ends: Vec<i32> = runs(&pages.pages[0])
        .filter(|run| run.text().ends_with('.') && run.text().len() < 4)
        .map(|run| run.x + run.width())
        .collect();
    assert_eq!(ends.len(), 2);
    assert_eq!(ends[0], ends[1]);
}

#[test]
fn a_link_shows_on_paper_where_it_leads() {
    let link = |url: &str, words: &str| Inline::Link {
        url: url.to_owned(),
        content: text(words),
    };
    let printed = |link| {
        let pages = pages(vec![Block::Paragraph {
            style: ParagraphStyle::Body,
            content: vec![link],
        }]);
        body(&pages.pages[0]).join("")
    };
    let portal = link("https://example.com/jobs/", "our portal");
    assert_eq!(printed(portal), "our portal (example.com/jobs)");
    let mail = link("mailto:hr@example.com", "hr@example.com");
    assert_eq!(printed(mail), "hr@example.com");
    let bare = link("https://example.com", "https://example.com");
    assert_eq!(printed(bare), "https://example.com");
}

#[test]
fn a_link_is_one_node_with_an_area_on_each_line() {
    let link = Inline::Link {
        url: "https://example.com/".to_owned(),
        content: text(&"linked words ".repeat(20)),
    };
    let content = vec![Inline::Text("See ".to_owned()), link];
    let pages = pages(vec![Block::Paragraph {
        style: ParagraphStyle::Body,
        content,
    }]);
    let nodes = pages
        .structure
        .iter()
        .filter(|node| node.role == Role::Link)
        .count();
    let links = &pages.pages[0].links;
    assert_eq!(nodes, 1);
    assert!(links.len() > 1);
    assert_eq!(
        links[0].target,
        Target::Url("https://example.com/".to_owned())
    );
}

#[test]
fn titles_sections_and_questions_are_bookmarks() {
    let pages = pages(vec![
        heading(1, "Screening"),
        heading(2, "Questions"),
        question("1", "Why us?", vec![]),
    ]);
    let marks: Vec<(u8, &str)> = pages
        .outline
        .iter()
        .map(|mark| (mark.level, mark.title.as_str()))
        .collect();
    assert_eq!(
        marks,
        [(1, "Screening"), (2, "Questions"), (3, "1 Why us?")]
    );
}

#[test]
fn the_audience_line_is_left_to_the_running_head() {
    let content = text("Internal");
    let pages = pages(vec![Block::Paragraph {
        style: ParagraphStyle::Audience,
        content,
    }]);
    assert_eq!(body(&pages.pages[0]), [""; 0]);
    let head: Vec<String> = runs(&pages.pages[0]).map(TextRun::text).collect();
    assert!(head.contains(&"INTERNAL · DO NOT GIVE TO CANDIDATES".to_owned()));
    assert!(head.contains(&"Page 1 of 1".to_owned()));
}

#[test]
fn running_heads_are_cut_before_they_collide() {
    let imprint = Imprint {
        role: "Very long role ".repeat(20),
        ..imprint()
    };
    let document = Document { blocks: vec![] };
    let pages = lay_out(&document, &imprint, Theme::default(), Fonts::bundled());
    super::property::assert_within_margins(&pages, &Theme::default());
    let cut = runs(&pages.pages[0]).any(|run| run.text().ends_with('…'));
    assert!(cut);
}

#[test]
fn a_running_head_is_what_its_template_made() {
    let words = |text: &str, weight| RunningWords {
        text: text.to_owned(),
        weight,
    };
    let imprint = Imprint {
        running: Running {
            head: vec![
                words("Aster Freight: ", Weight::Regular),
                words("screening", Weight::Bold),
            ],
            foot: vec![],
        },
        ..imprint()
    };
    let document = Document { blocks: vec![] };
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), &imprint.labels);
    let pages = typesetter.lay_out(&document, &imprint);
    let runs: Vec<_> = runs(&pages.pages[0]).collect();
    let run = |said: &str| {
        let found = runs.iter().find(|run| run.text().contains(said));
        found.unwrap_or_else(|| panic!("nothing says {said}"))
    };
    let (before, bold) = (run("Aster Freight"), run("screening"));
    assert!(before.face != bold.face);
    // The space between them is there, though it ends a run.
    assert_eq!(before.x + before.width(), bold.x);
    assert!(before.text().ends_with([' ', '\u{a0}']));
    assert!(!runs.iter().any(|run| run.text().contains("IT Manager")));
    run("Page 1 of 1");
    run("INTERNAL");
}
