//! Whatever a document holds, in either direction: nothing leaves the margins, nothing is printed
//! over something else, no word is lost, and pages end.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::document::{Blank, ChoiceOption, List, ListItem, PanelKind, TimePart};
use crate::font::test_fonts::hebrew;
use crate::layout::pages::{FieldKind, FieldSetting, Glyph, Length, NodeId, PT, Rect, Role};

/// Lengths are rounded when they are shared out, and once for each letter of a word that is cut;
/// nobody sees a tenth of a point.
const ROUNDING: Length = 100;

/// Every field is on its page, names are told apart, and no two fields lie over each other.
fn assert_sound_fields(pages: &Pages) {
    let mut names: BTreeMap<&str, (usize, &FieldKind)> = BTreeMap::new();
    let fields = pages.pages.iter().enumerate();
    let fields = fields.flat_map(|(index, page)| page.fields.iter().map(move |it| (index, it)));
    for (index, field) in fields {
        let Rect {
            x,
            y,
            width,
            height,
        } = field.rect;
        let page = &pages.pages[index];
        assert!(width > 0 && height > 0 && x >= 0 && y >= 0, "{field:?}");
        assert!(
            x + width <= page.width && y + height <= page.height,
            "{field:?}"
        );
        assert!(
            !field.name.is_empty() && !field.tooltip.is_empty(),
            "{field:?}"
        );
        assert!(field.after <= page.body.len(), "{field:?}");
        let known = names.insert(&field.name, (index, &field.kind));
        assert!(known.is_none() || may_repeat(&field.kind), "{field:?}");
    }
    for page in &pages.pages {
        for (index, field) in page.fields.iter().enumerate() {
            for other in &page.fields[..index] {
                assert!(!overlap(field.rect, other.rect), "{field:?} {other:?}");
            }
        }
    }
}

/// The values of a choice share a name, and the blanks that ask for the same.
fn may_repeat(kind: &FieldKind) -> bool {
    let blank = |setting| matches!(setting, FieldSetting::Line | FieldSetting::InText);
    match kind {
        FieldKind::Radio { .. } => true,
        FieldKind::Text { setting, .. } => blank(*setting),
        FieldKind::Check => false,
    }
}

/// Whether two fields lie over each other by more than their reach past circles and boxes.
fn overlap(a: Rect, b: Rect) -> bool {
    let apart = |a: Length, wide: Length, b: Length| a + wide <= b + 2 * PT + ROUNDING;
    let beside = apart(a.x, a.width, b.x) || apart(b.x, b.width, a.x);
    let below = apart(a.y, a.height, b.y) || apart(b.y, b.height, a.y);
    !(beside || below)
}

/// Nothing that is drawn leaves the margins; text stays between head and foot.
pub(super) fn assert_within_margins(pages: &Pages, theme: &Theme) {
    let margins = theme.margins;
    for page in &pages.pages {
        let (left, right) = (
            margins.left - ROUNDING,
            page.width - margins.right + ROUNDING,
        );
        for run in runs(page) {
            let (start, end) = visible(run);
            assert!(
                start >= left && end <= right,
                "{:?} at {start}–{end}",
                run.text(),
            );
        }
        let (top, bottom) = (theme.body_top(), page.height - theme.body_bottom());
        for run in body_runs(page) {
            let inside = run.y > top && run.y < bottom;
            assert!(inside, "{:?} at height {}", run.text(), run.y);
        }
    }
}

/// The left and right end of what is seen of a run: spaces at its ends may hang out.
fn visible(run: &TextRun) -> (Length, Length) {
    let space = |glyphs: &mut dyn Iterator<Item = &Glyph>| -> Length {
        let spaces = glyphs.take_while(|glyph| &*glyph.text == " ");
        spaces.map(|glyph| glyph.advance).sum()
    };
    let before = space(&mut run.glyphs.iter());
    let after = space(&mut run.glyphs.iter().rev());
    (run.x + before, run.x + run.width() - after)
}

/// No words are printed over others.
pub(super) fn assert_no_overlap(pages: &Pages) {
    for page in &pages.pages {
        let boxes: Vec<(&TextRun, Rect)> = runs(page).map(|run| (run, ink(run))).collect();
        for (index, (run, ink)) in boxes.iter().enumerate() {
            for (other, its) in &boxes[index + 1..] {
                let apart = ink.x + ink.width <= its.x + ROUNDING
                    || its.x + its.width <= ink.x + ROUNDING
                    || ink.y + ink.height <= its.y
                    || its.y + its.height <= ink.y;
                let (one, two) = (run.text(), other.text());
                assert!(apart, "{one:?} at {ink:?} and {two:?} at {its:?}");
            }
        }
    }
}

/// About where a run leaves ink: from the height of its capitals to below its baseline.
fn ink(run: &TextRun) -> Rect {
    let (x, end) = visible(run);
    Rect {
        x,
        y: run.y - run.size * 7 / 10,
        width: end - x,
        height: run.size * 9 / 10,
    }
}

/// The words of the pages, in the order of the structure tree; decoration is not read.
///
/// A block is read as a whole there, also where columns are parted between pages.
fn read(pages: &Pages) -> String {
    let mut blocks: BTreeMap<NodeId, String> = BTreeMap::new();
    for (node, items) in pages.pages.iter().flat_map(Page::stretches) {
        let Some(node) = node else { continue };
        let node = match pages.structure[node].role {
            Role::Link => pages.structure[node].parent,
            _ => node,
        };
        let block = blocks.entry(node).or_default();
        for item in items {
            if let Item::Text(run) = item {
                block.extend(run.text().chars().filter(|c| c.is_alphanumeric()));
            }
        }
    }
    blocks.into_values().collect()
}

/// Some words: short ones, addresses, and ones that are longer than a line, in either direction.
fn words() -> impl Strategy<Value = Vec<Inline>> {
    let word = prop_oneof![
        6 => "[a-z]{1,12}",
        1 => "[a-z]{60,200}",
        1 => "https://[a-z]{3,8}/[a-z]{3,40}",
        2 => "[א-ת]{1,12}",
        1 => "[א-ת]{60,200}",
        1 => "[(]?[א-ת]{1,3}[a-z0-9]{0,3}[-).,]?[א-ת0-9]{0,4}",
    ];
    let piece = (word, 0..6u8).prop_map(|(word, look)| {
        let text = vec![Inline::Text(format!("{word} "))];
        match look {
            0 => Inline::Strong(text),
            1 => Inline::Emphasis(text),
            2 => Inline::Code(word),
            3 => Inline::Link {
                url: "https://example.com".to_owned(),
                content: text,
            },
            _ => Inline::Text(format!("{word} ")),
        }
    });
    vec(piece, 0..16)
}

fn cells(columns: usize) -> impl Strategy<Value = Vec<Cell>> {
    let cell = (words(), any::<bool>()).prop_map(|(content, mark)| {
        let mark = mark.then(|| Mark {
            field: "f".to_owned(),
            value: "1".to_owned(),
        });
        Cell {
            content,
            mark,
            field: None,
        }
    });
    vec(cell, 0..=columns)
}

fn tables() -> impl Strategy<Value = Block> {
    let style = prop_oneof![
        Just(TableStyle::Plain),
        Just(TableStyle::Scorecard),
        Just(TableStyle::Grid)
    ];
    (style, 1..24usize).prop_flat_map(|(style, columns)| {
        let row = prop_oneof![
            5 => cells(columns).prop_map(Row::Cells),
            1 => words().prop_map(Row::Band),
        ];
        (cells(columns), vec(row, 0..8)).prop_map(move |(head, rows)| {
            Block::Table(Table {
                style,
                alignment: vec![],
                widths: vec![],
                head,
                rows,
            })
        })
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let style = prop_oneof![
        Just(ParagraphStyle::Body),
        Just(ParagraphStyle::Lead),
        Just(ParagraphStyle::Meta),
        Just(ParagraphStyle::Label),
    ];
    prop_oneof![
        3 => (style, words()).prop_map(|(style, content)| Block::Paragraph { style, content }),
        1 => (1..5u8, words()).prop_map(|(level, content)| Block::Heading { level, content }),
        1 => (words(), 0..40u16).prop_map(|(label, lines)| Block::Notes { field: "n".to_owned(), label, lines }),
        1 => vec((words(), 1..9u16), 0..9).prop_map(|blanks| Block::Blanks(
            blanks.into_iter().map(|(label, width)| Blank { field: "sign".to_owned(), label, width }).collect()
        )),
        1 => vec(words(), 0..6).prop_map(|options| Block::Choice {
            field: "c".to_owned(),
            options: options.into_iter().map(|label| ChoiceOption { value: "v".to_owned(), label }).collect(),
        }),
        1 => vec((1..90u8, words()), 0..7).prop_map(|parts| Block::TimeBar(
            parts.into_iter().map(|(minutes, label)| TimePart { minutes: minutes.to_string(), label }).collect()
        )),
        1 => Just(Block::PageBreak),
        1 => Just(Block::Rule),
        1 => "([a-z ]{0,120}\n){0,9}".prop_map(Block::Code),
        2 => tables(),
    ]
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let block = leaf().prop_recursive(4, 32, 4, |inner| {
        let some = || vec(inner.clone(), 0..5);
        prop_oneof![
            some().prop_map(|blocks| Block::Panel {
                kind: PanelKind::Directions,
                blocks
            }),
            some().prop_map(Block::Keep),
            vec(some(), 0..4).prop_map(Block::Columns),
            ("[0-9]{1,3}", words(), some()).prop_map(|(number, ask, blocks)| Block::Question {
                number,
                ask,
                blocks
            }),
            (
                proptest::option::of(1..200u64),
                any::<bool>(),
                vec(some(), 0..4)
            )
                .prop_map(|(start, ticks, items)| {
                    let check = ticks.then(|| "check".to_owned());
                    let item = |blocks| ListItem {
                        check: check.clone(),
                        blocks,
                    };
                    Block::List(List {
                        start,
                        items: items.into_iter().map(item).collect(),
                    })
                }),
        ]
    });
    vec(block, 0..8)
}

/// The letters of a document in reading order.
fn letters(blocks: &[Block]) -> String {
    let mut letters = String::new();
    blocks
        .iter()
        .for_each(|block| add_block(block, &mut letters));
    letters.retain(char::is_alphanumeric);
    letters
}

fn add_block(block: &Block, out: &mut String) {
    let all = |blocks: &[Block], out: &mut String| {
        blocks.iter().for_each(|block| add_block(block, out));
    };
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => add(content, out),
        Block::Notes { label, .. } => add(label, out),
        Block::Panel { blocks, .. } | Block::Keep(blocks) => all(blocks, out),
        Block::Columns(columns) => columns.iter().for_each(|blocks| all(blocks, out)),
        Block::Question {
            number,
            ask,
            blocks,
        } => {
            out.push_str(number);
            add(ask, out);
            all(blocks, out);
        }
        Block::List(list) => {
            for (index, item) in list.items.iter().enumerate() {
                let ticks = item.check.is_some();
                if let (Some(start), false) = (list.start, ticks) {
                    out.push_str(&(start + index as u64).to_string());
                }
                all(&item.blocks, out);
            }
        }
        Block::Blanks(blanks) => blanks.iter().for_each(|blank| add(&blank.label, out)),
        Block::Choice { options, .. } => options.iter().for_each(|option| add(&option.label, out)),
        Block::TimeBar(parts) => parts.iter().for_each(|part| {
            out.push_str(&part.minutes);
            add(&part.label, out);
        }),
        Block::Table(table) => {
            table.head.iter().for_each(|cell| add(&cell.content, out));
            table.rows.iter().for_each(|row| match row {
                Row::Cells(cells) => cells.iter().for_each(|cell| add(&cell.content, out)),
                Row::Band(content) => add(content, out),
            });
        }
        Block::Code(code) => out.push_str(code),
        Block::Rule | Block::PageBreak => {}
    }
}

fn add(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                add(inner, out)
            }
            Inline::Link { content: inner, .. } => {
                add(inner, out);
                // Where it leads.
                out.push_str("examplecom");
            }
            Inline::Blank { label, .. } => out.push_str(label),
            Inline::Break => out.push(' '),
        }
    }
}

/// Whether a table, anywhere, is split for having more columns than the paper holds, which
/// changes the order of its words.
fn has_wide_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(table) => super::super::blocks::table::column_count(table) > 2,
        Block::Panel { blocks, .. } | Block::Keep(blocks) | Block::Question { blocks, .. } => {
            has_wide_table(blocks)
        }
        Block::Columns(columns) => columns.iter().any(|blocks| has_wide_table(blocks)),
        Block::List(list) => list.items.iter().any(|item| has_wide_table(&item.blocks)),
        _ => false,
    })
}

/// The same documents in every run: who changes one thing should not be told of another. To look
/// for new cases, run `cargo test --lib -- --ignored any_document`.
fn config(cases: u32, rng_seed: RngSeed) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(1000, RngSeed::Random))]

    #[test]
    #[ignore = "looks at many documents, others in every run"]
    fn any_document_is_laid_out_well(blocks in blocks()) {
        laid_out_well(blocks)?;
    }
}

proptest! {
    #![proptest_config(config(40, RngSeed::Fixed(2026)))]

    #[test]
    fn nothing_is_lost_or_overlaps_or_leaves_the_margins(blocks in blocks()) {
        laid_out_well(blocks)?;
    }
}

#[test]
fn a_number_without_a_margin_to_stand_in_stands_above_its_question() {
    let beside = |block: Block| Block::Columns(vec![vec![block], vec![]]);
    for number in ["000", "10000000000000000000000000000000000000000"] {
        let question = || question(number, "What happened then?", vec![paragraph("Why?")]);
        laid_out_well(vec![question()]).expect("it is laid out well");
        laid_out_well(vec![beside(question())]).expect("it is laid out well");
        laid_out_well(vec![beside(beside(question()))]).expect("it is laid out well");
    }
}

fn laid_out_well(mut blocks: Vec<Block>) -> Result<(), TestCaseError> {
    for block in &mut blocks {
        // Those of no line may be left out on purpose.
        if let Block::Notes { lines, .. } = block {
            *lines = (*lines).max(1);
        }
    }
    let expected = letters(&blocks);
    let wide = has_wide_table(&blocks);
    let theme = [hebrew()];
    let (document, fonts) = (Document { blocks }, Fonts::with(&theme));
    let pages = lay_out(&document, &imprint(), Theme::default(), &fonts);
    assert_within_margins(&pages, &Theme::default());
    assert_no_overlap(&pages);
    assert_sound_fields(&pages);
    let mut read = read(&pages);
    let mut expected = expected;
    if wide {
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect::<String>()
        };
        (read, expected) = (sorted(&read), sorted(&expected));
    }
    prop_assert_eq!(read, expected);
    Ok(())
}
