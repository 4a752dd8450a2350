//! The three formats of a packet carry the same text, in the same order.

use crate::workshop::{bundled, checked, forms, library};
use hirekit::document::{Block, Document, Inline, ListItem, Row, plain_text};
use hirekit::layout::pages::{Item, Page, Pages, Role};
use hirekit::theme::Paper;

#[test]
fn every_text_of_a_packet_is_in_all_formats_in_reading_order() {
    let library = library();
    for guide in bundled() {
        let checked = checked(&guide);
        let guide = checked.guide.as_ref().expect("it is sound");
        for packet in forms(guide, &checked.source, &library) {
            let name = packet.packet.path();
            in_order(
                &texts(&packet.document, plain_text),
                &squeeze(&visible(&packet.html())),
                &format!("{name}.html"),
            );
            let texts = texts(&packet.document, drawn_text);
            for paper in [Paper::A4, Paper::Letter] {
                let printed = squeeze(&printed(&packet.pages(paper)));
                in_order(&texts, &printed, &format!("{name}.pdf"));
            }
        }
    }
}

/// Looks for each text behind the one before it.
fn in_order(texts: &[String], whole: &str, name: &str) {
    let mut rest = whole;
    for text in texts {
        let text = squeeze(text);
        let Some(at) = rest.find(&text) else {
            panic!("{name} lacks, or has out of order: {text}\n… {:.300}", rest);
        };
        rest = &rest[at + text.len()..];
    }
}

/// White space and the marks that stand for it say nothing.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}

/// What is printed of some inlines: a blank is a rule, and its label is that of the field over it.
fn drawn_text(inlines: &[Inline]) -> String {
    let drawn = inlines.iter().map(|inline| match inline {
        Inline::Blank { .. } => String::new(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
            drawn_text(inner)
        }
        Inline::Link { content, .. } => drawn_text(content),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => {
            plain_text(std::slice::from_ref(inline))
        }
    });
    drawn.collect()
}

/// The texts of a document, in reading order.
fn texts(document: &Document, text: fn(&[Inline]) -> String) -> Vec<String> {
    let mut out = Vec::new();
    document
        .blocks
        .iter()
        .for_each(|block| collect(block, text, &mut out));
    out
}

fn collect(block: &Block, text: fn(&[Inline]) -> String, out: &mut Vec<String>) {
    let mut push = |inlines: &[Inline]| out.push(text(inlines));
    match block {
        Block::Paragraph { style, .. } if *style == hirekit::document::ParagraphStyle::Audience => {
        }
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => push(content),
        Block::List(list) => list
            .items
            .iter()
            .for_each(|item| collect_item(item, text, out)),
        Block::Panel { blocks, .. } | Block::Keep(blocks) => {
            blocks.iter().for_each(|block| collect(block, text, out));
        }
        Block::Table(table) => {
            table.head.iter().for_each(|cell| push(&cell.content));
            for row in &table.rows {
                match row {
                    Row::Band(content) => push(content),
                    Row::Cells(cells) => cells.iter().for_each(|cell| push(&cell.content)),
                }
            }
        }
        Block::Question {
            number,
            ask,
            blocks,
        } => {
            out.push(number.clone());
            out.push(text(ask));
            blocks.iter().for_each(|block| collect(block, text, out));
        }
        Block::Columns(columns) => columns
            .iter()
            .flatten()
            .for_each(|block| collect(block, text, out)),
        // Those of no line are only there where a page would stay blank.
        Block::Notes { lines: 0, .. } => {}
        Block::Notes { label, .. } => push(label),
        Block::Blanks(blanks) => blanks.iter().for_each(|blank| push(&blank.label)),
        Block::Choice { options, .. } => options.iter().for_each(|option| push(&option.label)),
        Block::TimeBar(parts) => parts.iter().for_each(|part| {
            out.push(part.minutes.clone());
            out.push(text(&part.label));
        }),
        Block::Code(code) => out.push(code.clone()),
        Block::PageBreak | Block::Rule => {}
    }
}

fn collect_item(item: &ListItem, text: fn(&[Inline]) -> String, out: &mut Vec<String>) {
    item.blocks
        .iter()
        .for_each(|block| collect(block, text, out));
}

/// The text of a web page between its tags.
fn visible(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let texts = body
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1));
    let text: String = texts.collect();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, character)| {
        text.replace(entity, character)
    })
}

/// The text of the pages, without running heads, bullets and list numbers.
fn printed(pages: &Pages) -> String {
    let stretches = pages.pages.iter().flat_map(Page::stretches);
    let read = stretches
        .filter(|(node, _)| node.is_some_and(|node| pages.structure[node].role != Role::ListLabel));
    let items = read.flat_map(|(_, items)| items);
    let runs = items.filter_map(|item| match item {
        Item::Text(run) => Some(run.text()),
        _ => None,
    });
    runs.collect()
}
