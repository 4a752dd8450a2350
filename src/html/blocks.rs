//! Blocks, top to bottom.

use super::escape;
use super::inline::{self, Blanks};
use super::sizes::Sizes;
use crate::document::{Block, Inline, List, ListItem, PanelKind, ParagraphStyle};
use crate::kit::Imprint;
use crate::labels::Direction;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What stands between the parts of a head.
const PART: &str = " · ";

/// The body of a page while it is written.
#[derive(Debug)]
pub(super) struct Writer {
    /// The HTML so far.
    pub(super) out: String,
    /// The sizes it uses.
    pub(super) sizes: Sizes,
    /// What lets the first letter of a text decide about its direction. In a language that is read to
    /// the left, a sentence may begin with the name of a product: there the page decides.
    pub(super) auto: &'static str,
    /// The name of a notes field that has no label of its own.
    pub(super) notes: String,
    /// What the page's head says, part by part; the body need not repeat it.
    head: Vec<String>,
    /// Level of the last heading; 0 before the first.
    level: u8,
    /// Headings so far, questions included.
    headings: usize,
    /// Id of the heading that the current blocks stand under.
    pub(super) heading: Option<String>,
    /// The names of the blanks so far: one that is asked for again has the id of none.
    pub(super) blanks: BTreeSet<String>,
    /// Id of the heading of the question that the current blocks belong to.
    pub(super) question: Option<String>,
}

impl Writer {
    /// An empty body, on a page with this imprint.
    pub(super) fn new(imprint: &Imprint) -> Self {
        let badge = imprint.audience_label().split(PART).map(str::to_owned);
        let head = badge.chain([imprint.role.clone(), imprint.title.clone()]);
        Self {
            auto: match imprint.labels.direction {
                Direction::LeftToRight => " dir=\"auto\"",
                Direction::RightToLeft => "",
            },
            notes: imprint.labels.program.form.notes.clone(),
            head: head.collect(),
            out: String::new(),
            sizes: Sizes::default(),
            level: 0,
            headings: 0,
            heading: None,
            blanks: BTreeSet::new(),
            question: None,
        }
    }

    /// Writes the blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content } => self.heading(*level, content),
            Block::Paragraph { style, content } => self.paragraph(*style, content),
            Block::List(list) => self.list(list),
            Block::Panel { kind, blocks } => self.panel(*kind, blocks),
            Block::Table(table) => self.table(table),
            Block::Question {
                number,
                ask,
                blocks,
            } => self.question(number, ask, blocks),
            Block::Columns(columns) => self.columns(columns),
            Block::Keep(blocks) => self.group("keep", blocks),
            Block::Notes {
                field,
                label,
                lines,
            } => self.notes(field, label, *lines),
            Block::Blanks(blanks) => self.blanks(blanks),
            Block::Choice { field, options } => self.choice(field, options),
            Block::TimeBar(parts) => self.time_bar(parts),
            Block::PageBreak => self.line("<div class=\"page-break\"></div>"),
            Block::Rule => self.line("<hr>"),
            Block::Code(code) => {
                self.out.push_str("<pre><code>");
                escape::text(&mut self.out, code);
                self.out.push_str("</code></pre>\n");
            }
        }
    }

    /// Writes text where a blank can be a field.
    pub(super) fn inlines(&mut self, content: &[Inline]) {
        inline::write(&mut self.out, content, Blanks::Fields);
    }

    /// Writes text inside a label, where a blank is only a rule.
    pub(super) fn label(&mut self, content: &[Inline]) {
        inline::write(&mut self.out, content, Blanks::Rules);
    }

    /// Writes markup of our own and ends the line.
    pub(super) fn line(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.out.push('\n');
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        let level = self.next_level(level);
        self.level = level;
        let id = self.next_id();
        let _ = write!(self.out, "<h{level} id=\"{id}\"{}>", self.auto);
        self.inlines(content);
        let _ = writeln!(self.out, "</h{level}>");
        self.heading = Some(id);
    }

    /// The level a heading gets: one title on a page, and no level left out on the way down,
    /// so that the outline a screen reader lists has no holes.
    fn next_level(&self, wanted: u8) -> u8 {
        let least = if self.level == 0 { 1 } else { 2 };
        wanted.clamp(least, (self.level + 1).min(6))
    }

    fn next_id(&mut self) -> String {
        self.headings += 1;
        format!("section-{}", self.headings)
    }

    fn paragraph(&mut self, style: ParagraphStyle, content: &[Inline]) {
        let class = match style {
            ParagraphStyle::Body => "",
            ParagraphStyle::Lead => " class=\"lead\"",
            ParagraphStyle::Meta => " class=\"meta\"",
            ParagraphStyle::Label => " class=\"label\"",
            ParagraphStyle::Audience => {
                if self.is_in_head(&inline::plain(content)) {
                    return;
                }
                " class=\"audience\""
            }
        };
        let _ = write!(self.out, "<p{class}{}>", self.auto);
        self.inlines(content);
        self.line("</p>");
    }

    fn is_in_head(&self, words: &str) -> bool {
        words
            .trim()
            .split(PART)
            .all(|part| self.head.iter().any(|said| said == part))
    }

    fn list(&mut self, list: &List) {
        let checks = list.items.iter().any(|item| item.check.is_some());
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        let _ = write!(self.out, "<{tag}");
        if checks {
            self.out.push_str(" class=\"checks\"");
        }
        if let Some(start) = list.start.filter(|start| *start != 1) {
            let _ = write!(self.out, " start=\"{start}\"");
        }
        self.line(">");
        for item in &list.items {
            self.item(item);
        }
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn item(&mut self, item: &ListItem) {
        if let Some(field) = &item.check {
            self.check(field, &item.blocks);
            return;
        }
        let _ = write!(self.out, "<li{}>", self.auto);
        self.flow(&item.blocks);
        self.line("</li>");
    }

    /// Writes the blocks of a list item: its first paragraph without tags of its own, as in a
    /// list that is set tight.
    pub(super) fn flow(&mut self, blocks: &[Block]) {
        match blocks {
            [
                Block::Paragraph {
                    style: ParagraphStyle::Body,
                    content,
                },
                rest @ ..,
            ] => {
                self.inlines(content);
                if !rest.is_empty() {
                    self.out.push('\n');
                    self.blocks(rest);
                }
            }
            _ => self.blocks(blocks),
        }
    }

    fn panel(&mut self, kind: PanelKind, blocks: &[Block]) {
        self.group(
            match kind {
                PanelKind::Directions => "panel directions",
                PanelKind::ReadAloud => "panel read-aloud",
                PanelKind::Note => "panel",
            },
            blocks,
        );
    }

    fn group(&mut self, class: &str, blocks: &[Block]) {
        let _ = writeln!(self.out, "<div class=\"{class}\">");
        self.blocks(blocks);
        self.line("</div>");
    }

    fn question(&mut self, number: &str, ask: &[Inline], blocks: &[Block]) {
        let level = (self.level + 1).clamp(2, 6);
        let id = self.next_id();
        let _ = writeln!(
            self.out,
            "<section class=\"question\" aria-labelledby=\"{id}\">"
        );
        let _ = write!(
            self.out,
            "<h{level} id=\"{id}\"{}><span class=\"number\">",
            self.auto
        );
        escape::text(&mut self.out, number);
        self.out.push_str("</span> ");
        self.inlines(ask);
        let _ = writeln!(self.out, "</h{level}>");
        let outer_level = std::mem::replace(&mut self.level, level);
        let outer_heading = self.heading.replace(id.clone());
        let outer_question = self.question.replace(id);
        self.blocks(blocks);
        self.question = outer_question;
        self.heading = outer_heading;
        self.level = outer_level;
        self.line("</section>");
    }

    fn columns(&mut self, columns: &[Vec<Block>]) {
        self.line("<div class=\"columns\">");
        for column in columns {
            self.group("column", column);
        }
        self.line("</div>");
    }
}
