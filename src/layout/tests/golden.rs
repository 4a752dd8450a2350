//! The layout of every kind of block, line by line, for a person to review.
//!
//! When a change is meant, run the tests with `SNAPSHOTS=overwrite` and read the difference.

use super::*;
use crate::document::{self, PanelKind};
use crate::font::test_fonts::hebrew;
use crate::layout::dump;
use crate::theme::Paper;
use snapbox::{assert_data_eq, file};
use std::collections::BTreeSet;

fn document() -> Document {
    let (document, problems) = document::parse(include_str!("golden/every-block.md"));
    assert!(problems.is_empty(), "{problems:?}");
    document
}

fn dumped(paper: Paper) -> String {
    let theme = [hebrew()];
    let fonts = Fonts::with(&theme);
    dump(&lay_out(&document(), &imprint(), Theme::new(paper), &fonts))
}

#[test]
fn every_block_on_a4() {
    assert_data_eq!(dumped(Paper::A4), file!["golden/every-block.a4.txt"].raw());
}

#[test]
fn every_block_on_letter() {
    let letter = file!["golden/every-block.letter.txt"].raw();
    assert_data_eq!(dumped(Paper::Letter), letter);
}

#[test]
fn the_document_has_every_kind_of_block() {
    let mut kinds = BTreeSet::new();
    add_kinds(&document().blocks, &mut kinds);
    let all = [
        "blanks",
        "choice",
        "code",
        "columns",
        "directions",
        "grid",
        "heading",
        "keep",
        "list",
        "notes",
        "page break",
        "paragraph",
        "plain",
        "question",
        "read-aloud",
        "rule",
        "scorecard",
        "time bar",
    ];
    assert_eq!(kinds, BTreeSet::from(all));
}

fn add_kinds(blocks: &[Block], kinds: &mut BTreeSet<&'static str>) {
    for block in blocks {
        let kind = match block {
            Block::Heading { .. } => "heading",
            Block::Paragraph { .. } => "paragraph",
            Block::List(list) => {
                list.items
                    .iter()
                    .for_each(|item| add_kinds(&item.blocks, kinds));
                "list"
            }
            Block::Panel { kind, blocks } => {
                add_kinds(blocks, kinds);
                match kind {
                    PanelKind::ReadAloud => "read-aloud",
                    PanelKind::Directions | PanelKind::Note => "directions",
                }
            }
            Block::Table(table) => match table.style {
                TableStyle::Plain => "plain",
                TableStyle::Scorecard => "scorecard",
                TableStyle::Grid => "grid",
            },
            Block::Question { blocks, .. } => {
                add_kinds(blocks, kinds);
                "question"
            }
            Block::Columns(columns) => {
                columns.iter().for_each(|blocks| add_kinds(blocks, kinds));
                "columns"
            }
            Block::Keep(blocks) => {
                add_kinds(blocks, kinds);
                "keep"
            }
            Block::Notes { .. } => "notes",
            Block::Blanks(_) => "blanks",
            Block::Choice { .. } => "choice",
            Block::TimeBar(_) => "time bar",
            Block::Rule => "rule",
            Block::Code(_) => "code",
            Block::PageBreak => "page break",
        };
        kinds.insert(kind);
    }
}
