//! Places to fill in: where they are, what they are called, and how they are read.

use super::*;
use crate::document::{self, Blank, ChoiceOption, List, ListItem};
use crate::labels::Languages;
use crate::layout::dump;
use crate::layout::pages::{Field, FieldKind, PT};
use crate::layout::theme::{BODY, LINE_PITCH, THIN};

fn all(pages: &Pages) -> Vec<&Field> {
    pages.pages.iter().flat_map(|page| &page.fields).collect()
}

fn names(pages: &Pages) -> Vec<&str> {
    all(pages).iter().map(|field| &*field.name).collect()
}

/// The lines of the dump that tell of fields.
fn dumped(blocks: Vec<Block>) -> String {
    let dump = dump(&pages(blocks));
    let lines = dump.lines().filter(|line| line.starts_with("  field"));
    lines.map(|line| format!("{}\n", line.trim())).collect()
}

fn blank(field: &str, label: &str) -> Blank {
    Blank {
        field: field.to_owned(),
        label: text(label),
        width: 1,
    }
}

#[test]
fn every_kind_of_field() {
    let option = |value: &str, label: &str| ChoiceOption {
        value: value.to_owned(),
        label: text(label),
    };
    let tick = ListItem {
        check: Some("s.read".to_owned()),
        blocks: vec![paragraph("Read the CV")],
    };
    let card = vec![Row::Cells(vec![
        cell("Depth"),
        marked("Vague", "1"),
        marked("Sharp", "2"),
    ])];
    let written = Cell {
        field: Some("s.grid.1".to_owned()),
        ..Cell::default()
    };
    let blocks = vec![
        heading(1, "Screening"),
        Block::Blanks(vec![blank("s.name", "Name"), blank("s.date", "Date")]),
        Block::List(List {
            start: None,
            items: vec![tick],
        }),
        question("3", "Why us?", vec![notes(3)]),
        table(TableStyle::Scorecard, &["", "1 · Weak", "2 · Good"], card),
        table(
            TableStyle::Grid,
            &["", "Mean"],
            vec![Row::Cells(vec![cell("Depth"), written])],
        ),
        heading(2, "Recommendation"),
        Block::Choice {
            field: "s.recommendation".to_owned(),
            options: vec![option("no", "No hire"), option("yes", "Hire")],
        },
    ];
    snapbox::assert_data_eq!(dumped(blocks), snapbox::file!["fields.txt"].raw());
}

#[test]
fn the_lines_of_notes_are_one_field() {
    let pages = pages(vec![notes(5)]);
    let fields = all(&pages);
    assert_eq!(fields.len(), 1);
    // Half a pitch under the label and four whole ones, fifteen more that fill the page, each with
    // two lines of words, and the padding of a viewer on both sides.
    assert_eq!(
        fields[0].rect.height,
        LINE_PITCH / 2 + (4 + 15) * LINE_PITCH + 2000
    );
    let rules = pages.pages[0].items();
    let last = rules.filter_map(|item| match item {
        Item::Line { from, .. } => Some(from.1),
        _ => None,
    });
    let foot = fields[0].rect.y + fields[0].rect.height - 1000;
    assert!(last.into_iter().any(|rule| rule == foot - THIN / 2));
}

#[test]
fn a_figure_is_typed_in_the_middle_of_its_row() {
    let written = |_| Cell {
        field: Some("s.grid.1".to_owned()),
        ..Cell::default()
    };
    let row = |index| Row::Cells(vec![cell("Depth"), written(index)]);
    for count in [3, 30] {
        let rows = (0..count).map(row).collect();
        let pages = pages(vec![table(TableStyle::Grid, &["", "Mean"], rows)]);
        let boxes = pages.pages[0].items().filter_map(|item| match item {
            Item::Box { rect, .. } => Some(*rect),
            _ => None,
        });
        let boxes: Vec<_> = boxes.collect();
        for field in all(&pages) {
            let inside = |it: &&crate::layout::pages::Rect| {
                let within = |at| (it.y..it.y + it.height).contains(&at);
                field.rect.x > it.x && within(field.rect.y)
            };
            let around = boxes.iter().rfind(inside).expect("the box of the cell");
            let above = field.rect.y - around.y;
            let below = around.y + around.height - field.rect.y - field.rect.height;
            assert!(above > 0 && (above - below).abs() <= 1, "{above} {below}");
        }
    }
}

#[test]
fn notes_that_go_on_over_a_page_are_a_field_on_each() {
    let pages = pages(vec![notes(40), notes(2)]);
    assert_eq!(names(&pages), ["notes", "notes-2", "notes-3"]);
    assert_eq!(pages.pages[0].fields.len(), 1);
    // The page prints the same without them.
    let mut drawn = pages.clone();
    drawn.drop_fields();
    assert!(names(&drawn).is_empty());
    assert_eq!(drawn.pages[0].body, pages.pages[0].body);
    assert_eq!(drawn.structure, pages.structure);
}

#[test]
fn levels_of_a_row_share_a_name_and_rows_do_not() {
    let row = || Row::Cells(vec![cell("Depth"), marked("", "0"), marked("", "1")]);
    let blocks = vec![table(TableStyle::Scorecard, &["", "0", "1"], vec![row()])];
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let packet = typesetter.compose(&Document { blocks });
    let imprint = imprint();
    let parts = [(&packet, &imprint), (&packet, &imprint)];
    let whole = typesetter.bind(&imprint, &parts);
    assert_eq!(names(&whole), ["row", "row", "row-2", "row-2"]);
    let fields = all(&whole);
    assert!(fields[2].node > fields[0].node);
    assert_eq!(&*fields[1].tooltip, "Depth: 1");
}

#[test]
fn a_blank_in_a_text_is_filled_in_once_for_all_packets() {
    let markdown = "Dear <!-- blank -->\\_\\_ (Candidate)<!-- /blank --> and \
                    <!-- blank -->\\_\\_ (Date)<!-- /blank -->\n";
    let (document, _) = document::parse(markdown);
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let packet = typesetter.compose(&document);
    let imprint = imprint();
    let parts = [(&packet, &imprint), (&packet, &imprint)];
    let whole = typesetter.bind(&imprint, &parts);
    let expected = ["blank.candidate", "blank.date"].repeat(2);
    assert_eq!(names(&whole), expected);
}

#[test]
fn a_name_is_typed_once_in_each_packet() {
    let blank = "Dear <!-- blank -->\\_\\_ (Name)<!-- /blank -->\n\n";
    let row = "<!-- blanks s.name:1 -->\n\n| Name |\n| --- |\n| \\_\\_ |\n\n";
    let (document, _) = document::parse(&format!("{row}{blank}{row}"));
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let packet = typesetter.compose(&document);
    let imprint = imprint();
    let parts = [(&packet, &imprint), (&packet, &imprint)];
    let whole = typesetter.bind(&imprint, &parts);
    let expected = [["s.name"; 3], ["s.name-2"; 3]].concat();
    assert_eq!(names(&whole), expected);
    let fields = all(&whole);
    // The second time, the label stands before the rule.
    assert!(fields[2].rect.x > fields[0].rect.x);
}

#[test]
fn a_blank_in_a_text_leaves_its_lines_alone() {
    let words = "word ".repeat(30);
    let blank = "<!-- blank -->\\_\\_ (Candidate)<!-- /blank -->";
    let (document, _) = document::parse(&format!("{words}{blank} {words}\n"));
    let pages = pages(document.blocks);
    let mut tops: Vec<i32> = body_runs(&pages.pages[0]).map(|run| run.y).collect();
    tops.dedup();
    assert!(tops.len() > 2, "{tops:?}");
    assert!(
        tops.windows(2).all(|two| two[1] - two[0] == BODY.leading),
        "{tops:?}"
    );
    assert!(!shows(&pages.pages[0], "Candidate"));
    let field = &pages.pages[0].fields[0];
    assert_eq!(
        (&*field.tooltip, field.rect.height),
        ("Candidate", BODY.leading)
    );
    // Words as large as those around it, in the middle of a field as high as the line, stand on
    // its baseline.
    let size = BODY.size;
    assert!(matches!(field.kind, FieldKind::Text { size: own, .. } if own == size));
}

#[test]
fn names_are_written_into_the_header_of_a_grid() {
    let markdown = "<!-- heads d.names -->\n<!-- grid d.depth -->\n| Name | 1\\. | 2\\. |\n\
                    | --- | --- | --- |\n| Depth |  |  |\n";
    let (document, problems) = document::parse(markdown);
    assert!(problems.is_empty(), "{problems:?}");
    let pages = pages(document.blocks);
    assert_eq!(
        names(&pages),
        ["d.names.1", "d.names.2", "d.depth.1", "d.depth.2"]
    );
    let head = all(&pages)[0];
    assert_eq!(&*head.tooltip, "Name: 1.");
    // Below the number, and as high as a name needs.
    let number = body_runs(&pages.pages[0]).find(|run| run.text().trim() == "1.");
    assert!(number.is_some_and(|run| run.y < head.rect.y + PT));
    assert!(head.rect.height > LINE_PITCH);
}

#[test]
fn a_label_is_nearer_to_its_own_rule() {
    let row = |field, label| Block::Blanks(vec![blank(field, label)]);
    let pages = pages(vec![
        row("s.name", "Name"),
        row("s.phone", "Phone"),
        notes(3),
        row("s.signature", "Signature"),
    ]);
    let page = &pages.pages[0];
    let baseline = |words: &str| {
        let run = body_runs(page).find(|run| run.text().trim() == words);
        run.expect("the label").y
    };
    let rules: Vec<i32> = page
        .stretches()
        .flat_map(|(_, items)| items)
        .filter_map(|item| match item {
            Item::Line { from, .. } => Some(from.1),
            _ => None,
        })
        .collect();
    for words in ["Phone", "Notes", "Signature"] {
        let (y, cap) = (baseline(words), 5 * PT);
        let above = rules
            .iter()
            .filter(|&&rule| rule < y)
            .max()
            .expect("a rule");
        let below = rules.iter().filter(|&&rule| rule > y).min();
        let own = below.map_or(y - cap - above, |below| below - y);
        let other = below.map_or(i32::MAX, |_| y - cap - above);
        assert!(own < other, "{words}: {own} {other}");
    }
}

#[test]
fn a_repeated_header_has_no_fields() {
    let label = "<!-- blank -->\\_\\_ (Who)<!-- /blank -->";
    let rows = "| a | b |\n".repeat(90);
    let markdown = format!("| {label} | Said |\n| --- | --- |\n{rows}");
    let (document, _) = document::parse(&markdown);
    let pages = pages(document.blocks);
    assert!(pages.pages.len() > 1);
    assert_eq!(names(&pages), ["blank.who"]);
}

#[test]
fn labels_of_any_kind_make_tooltips() {
    let strange = ["", "\u{202e}\u{0}", &"long ".repeat(10_000), "\u{7f}\r\n"];
    for words in strange {
        let blocks = vec![
            Block::Blanks(vec![blank("s.name", words)]),
            Block::Notes {
                field: String::new(),
                label: text(words),
                lines: 3,
            },
        ];
        let pages = pages(blocks);
        for field in all(&pages) {
            let length = field.tooltip.chars().count();
            assert!((1..200).contains(&length), "{field:?}");
            assert!(field.tooltip.chars().all(|c| !c.is_control()), "{field:?}");
        }
        assert!(all(&pages).iter().any(|it| &*it.name == "s.name"));
    }
}

#[test]
fn what_is_chosen_is_said_with_each_value() {
    let choice = Block::Choice {
        field: "c".to_owned(),
        options: vec![ChoiceOption {
            value: "yes".to_owned(),
            label: text("Hire"),
        }],
    };
    let pages = pages(vec![heading(1, "Decision"), choice]);
    let fields = all(&pages);
    assert_eq!(&*fields[0].tooltip, "Decision: Hire");
    let FieldKind::Radio { value, choice } = &fields[0].kind else {
        panic!("{fields:?}");
    };
    assert_eq!((&**value, &**choice), ("yes", "Decision"));
}
