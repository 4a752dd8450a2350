//! Tiny layout cases: one for each rule about what may be parted, and how things are read.

mod breaks;
mod directions;
mod fields;
mod golden;
mod holds;
mod meaning;
mod property;
mod theme;
mod whole_kit;

use crate::document::{
    Block, Cell, Document, Inline, Mark, ParagraphStyle, Row, Table, TableStyle,
};
use crate::font::Fonts;
use crate::kit::{Audience, Imprint, Running};
use crate::labels::Languages;
use std::sync::Arc;

use super::Typesetter;
use super::pages::{Item, Page, Pages, TextRun};
use crate::theme::Theme;

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph {
        style: ParagraphStyle::Body,
        content: text(words),
    }
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading {
        level,
        content: text(words),
    }
}

/// A paragraph of so many lines, each a word of its own.
fn lines(count: usize) -> Block {
    let mut content = Vec::new();
    for line in 1..=count {
        content.push(Inline::Text(format!("line{line}")));
        content.push(Inline::Break);
    }
    content.pop();
    Block::Paragraph {
        style: ParagraphStyle::Body,
        content,
    }
}

fn notes(count: u16) -> Block {
    Block::Notes {
        field: "notes".to_owned(),
        label: text("Notes"),
        lines: count,
    }
}

fn question(number: &str, ask: &str, blocks: Vec<Block>) -> Block {
    Block::Question {
        number: number.to_owned(),
        ask: text(ask),
        blocks,
    }
}

fn cell(words: &str) -> Cell {
    Cell {
        content: text(words),
        ..Cell::default()
    }
}

fn marked(words: &str, value: &str) -> Cell {
    let mark = Mark {
        field: "row".to_owned(),
        value: value.to_owned(),
    };
    let content = if words.is_empty() {
        Vec::new()
    } else {
        text(words)
    };
    Cell {
        content,
        mark: Some(mark),
        field: None,
    }
}

fn table(style: TableStyle, head: &[&str], rows: Vec<Row>) -> Block {
    Block::Table(Table {
        style,
        alignment: Vec::new(),
        widths: Vec::new(),
        head: head.iter().map(|words| cell(words)).collect(),
        rows,
    })
}

fn imprint() -> Imprint {
    headed(&Imprint {
        role: "IT Manager".to_owned(),
        title: "Screening interview".to_owned(),
        audience: Audience::Internal,
        version: "Kit 7c41e09".to_owned(),
        running: Running::default(),
        labels: Arc::clone(Languages::english()),
    })
}

fn pages(blocks: Vec<Block>) -> Pages {
    lay_out(
        &Document { blocks },
        &imprint(),
        Theme::default(),
        Fonts::bundled(),
    )
}

fn lay_out(document: &Document, imprint: &Imprint, theme: Theme, fonts: &Fonts<'_>) -> Pages {
    let mut typesetter = Typesetter::new(theme, fonts, &imprint.labels);
    typesetter.lay_out(document, &headed(imprint))
}

/// With the usual running heads.
fn headed(imprint: &Imprint) -> Imprint {
    Imprint {
        running: Running::usual(&imprint.role, &imprint.title, &imprint.version),
        ..imprint.clone()
    }
}

/// Every run of a page, in reading order.
fn runs(page: &Page) -> impl Iterator<Item = &TextRun> {
    page.items().filter_map(run)
}

/// The runs of a page without running head and foot.
fn body_runs(page: &Page) -> impl Iterator<Item = &TextRun> {
    let items = page.stretches().flat_map(|(_, items)| items);
    items.filter_map(run)
}

fn run(item: &Item) -> Option<&TextRun> {
    match item {
        Item::Text(run) => Some(run),
        _ => None,
    }
}

/// The text of a page without running head and foot, one run to a line.
fn body(page: &Page) -> Vec<String> {
    let runs = body_runs(page);
    runs.map(|run| run.text().trim_end().to_owned()).collect()
}

/// Whether a page has this run in its body.
fn shows(page: &Page, words: &str) -> bool {
    body(page).iter().any(|run| run == words)
}
