//! The parts that a person fills in: notes, blanks, choices, tick boxes, and the time bar.
//!
//! They are real inputs, named by the stable ids of their fields. The page has no script and
//! sends nothing anywhere: it is filled in the browser and printed, or printed and filled by
//! hand. `autocomplete="off"` keeps a candidate's name out of the browser's memory.

use super::blocks::Writer;
use super::escape::{self, element_id};
use super::inline;
use super::sizes::Size;
use crate::document::{Blank, Block, ChoiceOption, Inline, ParagraphStyle, TimePart};

/// Four sheets of A4 at 7.5 mm a line: a mistaken `notes field 60000` must not swell the page.
const MOST_LINES: u16 = 120;
const FEWEST_LINES: u16 = 2;

impl Writer {
    /// Appends the name of a field: the one it has in a PDF, too.
    pub(super) fn name(&mut self, field: &str) {
        escape::attribute(&mut self.out, "name", field);
    }

    /// Ruled lines to write on.
    pub(super) fn notes(&mut self, field: &str, label: &[Inline], lines: u16) {
        // Paper shows those of no line where a page would stay blank; a screen has no pages.
        let lines = if lines == 0 { FEWEST_LINES } else { lines };
        let lines = lines.min(MOST_LINES);
        let unnamed = inline::is_blank(label);
        let id = element_id(field);
        self.line("<div class=\"notes\">");
        if !unnamed {
            self.out.push_str("<label");
            self.out.push_str(self.auto);
            escape::attribute(&mut self.out, "for", &id);
            self.out.push('>');
            self.label(label);
            self.line("</label>");
        }
        self.out
            .push_str("<div class=\"ruled\"><div class=\"rules\">");
        for _ in 0..lines {
            self.out.push_str("<span></span>");
        }
        self.line("</div>");
        self.out
            .push_str("<textarea autocomplete=\"off\" dir=\"auto\"");
        escape::attribute(&mut self.out, "rows", &lines.to_string());
        escape::attribute(&mut self.out, "id", &id);
        self.name(field);
        if unnamed {
            escape::attribute(&mut self.out, "aria-label", &self.notes);
        }
        if let Some(heading) = self.question.as_ref().or(self.heading.as_ref()) {
            // Ten fields called "Notes" are told apart by what they stand under.
            escape::attribute(&mut self.out, "aria-describedby", heading);
        }
        self.line("></textarea></div>\n</div>");
    }

    /// Ruled blanks side by side.
    pub(super) fn blanks(&mut self, blanks: &[Blank]) {
        self.line("<div class=\"blanks\">");
        for blank in blanks {
            let class = self.sizes.class(Size::Share(blank.width.max(1)));
            self.out.push_str("<label");
            self.out.push_str(self.auto);
            escape::attribute(&mut self.out, "class", &class);
            self.out.push_str("><span>");
            self.label(&blank.label);
            self.out
                .push_str("</span><input type=\"text\" autocomplete=\"off\" dir=\"auto\"");
            if self.blanks.insert(blank.field.clone()) {
                let id = element_id(&blank.field);
                escape::attribute(&mut self.out, "id", &id);
            }
            self.name(&blank.field);
            self.line("></label>");
        }
        self.line("</div>");
    }

    /// One choice out of several.
    pub(super) fn choice(&mut self, field: &str, options: &[ChoiceOption]) {
        self.out
            .push_str("<div class=\"choice\" role=\"radiogroup\"");
        if let Some(heading) = &self.heading {
            escape::attribute(&mut self.out, "aria-labelledby", heading);
        }
        self.line(">");
        for option in options {
            self.out
                .push_str(&format!("<label{}><input type=\"radio\"", self.auto));
            self.name(field);
            escape::attribute(&mut self.out, "value", &option.value);
            self.out.push_str("><span>");
            self.label(&option.label);
            self.line("</span></label>");
        }
        self.line("</div>");
    }

    /// An item of a list with a tick box before it.
    pub(super) fn check(&mut self, field: &str, blocks: &[Block]) {
        let id = element_id(field);
        self.out
            .push_str(&format!("<li{}><input type=\"checkbox\"", self.auto));
        escape::attribute(&mut self.out, "id", &id);
        self.name(field);
        let (words, rest) = match blocks {
            [
                Block::Paragraph {
                    style: ParagraphStyle::Body,
                    content,
                },
                rest @ ..,
            ] => (&content[..], rest),
            _ => (&[][..], blocks),
        };
        if inline::is_blank(words) {
            escape::attribute(&mut self.out, "aria-label", &id);
        }
        self.out.push_str("><div>");
        if !words.is_empty() {
            self.out.push_str("<label");
            escape::attribute(&mut self.out, "for", &id);
            self.out.push('>');
            self.label(words);
            self.out.push_str("</label>");
        }
        if !rest.is_empty() {
            self.out.push('\n');
            self.blocks(rest);
        }
        self.line("</div></li>");
    }

    /// How the time is spent.
    pub(super) fn time_bar(&mut self, parts: &[TimePart]) {
        self.line("<ul class=\"time-bar\">");
        for part in parts {
            let class = self.sizes.class(Size::Share(share(&part.minutes)));
            self.out.push_str("<li");
            self.out.push_str(self.auto);
            escape::attribute(&mut self.out, "class", &class);
            self.out.push_str("><b>");
            escape::text(&mut self.out, &part.minutes);
            self.out.push_str("</b> ");
            self.inlines(&part.label);
            self.line("</li>");
        }
        self.line("</ul>");
    }

    /// A box to mark at the start of a table's cell, with the words of the level it stands for.
    pub(super) fn mark(
        &mut self,
        mark: &crate::document::Mark,
        row: &str,
        level: &str,
        words: &[Inline],
    ) {
        let spoken = inline::plain(words);
        let name = [row, level, &spoken]
            .iter()
            .filter(|part| !part.trim().is_empty())
            .map(|part| part.trim())
            .collect::<Vec<_>>()
            .join(": ");
        self.out.push_str("<label><input type=\"radio\"");
        self.name(&mark.field);
        escape::attribute(&mut self.out, "value", &mark.value);
        escape::attribute(&mut self.out, "aria-label", &name);
        self.out.push_str("><span");
        escape::attribute(&mut self.out, "data-level", level);
        self.out.push('>');
        self.label(words);
        self.out.push_str("</span></label>");
    }
}

/// The share of a time bar: the number in "30 min".
fn share(minutes: &str) -> u16 {
    let digits: String = minutes
        .chars()
        .filter(char::is_ascii_digit)
        .take(3)
        .collect();
    digits.parse().unwrap_or(1).max(1)
}
