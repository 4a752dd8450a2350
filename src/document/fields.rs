//! Every place to fill in gets a name that no other has.
//!
//! A template gives the names, from the ids of a guide. Two of them may still be alike: a
//! criterion called `date` beside the date of the interview, or a template that uses one twice.
//! The second gets a number, here, so that it is called the same in HTML and PDF.
//!
//! Blanks within a line are named by their labels: `blank.candidate`. Those with one label share
//! the name on purpose: it is the same name or date that is missing, and who fills a PDF in
//! writes it once.

use std::collections::BTreeMap;

use super::{Block, Cell, Inline, Names, Row};

/// Names the fields of a packet.
pub(super) fn name(blocks: &mut [Block]) {
    Namer::default().blocks(blocks);
}

#[derive(Default)]
struct Namer {
    names: Names,
    /// The names of blanks by their labels.
    blanks: BTreeMap<String, String>,
}

/// What no choice may be called: in a PDF it means that nothing is chosen.
const NOTHING: &str = "Off";

impl Namer {
    fn blocks(&mut self, blocks: &mut [Block]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => self.text(content),
            Block::List(list) => {
                for item in &mut list.items {
                    if let Some(field) = &mut item.check {
                        self.take(field, "box");
                        self.label_of(&mut item.blocks);
                    } else {
                        self.blocks(&mut item.blocks);
                    }
                }
            }
            Block::Panel { blocks, .. } | Block::Keep(blocks) => self.blocks(blocks),
            Block::Columns(columns) => columns.iter_mut().for_each(|blocks| self.blocks(blocks)),
            Block::Question { ask, blocks, .. } => {
                self.text(ask);
                self.blocks(blocks);
            }
            Block::Table(table) => {
                let head = table.head.iter_mut();
                head.for_each(|cell| self.text(&mut cell.content));
                table.rows.iter_mut().for_each(|row| self.row(row));
            }
            Block::Notes { field, .. } => self.take(field, "notes"),
            Block::Blanks(blanks) => {
                let blanks = blanks.iter_mut();
                blanks.for_each(|blank| self.take(&mut blank.field, "blank"));
            }
            Block::Choice { field, options } => {
                self.take(field, "choice");
                distinguish(options.iter_mut().map(|option| &mut option.value));
            }
            Block::TimeBar(parts) => {
                let parts = parts.iter_mut();
                parts.for_each(|part| self.text(&mut part.label));
            }
            Block::PageBreak | Block::Rule | Block::Code(_) => {}
        }
    }

    /// The words of an item with a tick box are its label, and a blank in them is only a rule.
    fn label_of(&mut self, blocks: &mut [Block]) {
        match blocks {
            [Block::Paragraph { .. }, rest @ ..] => self.blocks(rest),
            _ => self.blocks(blocks),
        }
    }

    /// The boxes of a row are one choice.
    fn row(&mut self, row: &mut Row) {
        let cells = match row {
            Row::Cells(cells) => cells,
            Row::Band(content) => return self.text(content),
        };
        let marks = cells.iter_mut().filter_map(|cell| cell.mark.as_mut());
        distinguish(marks.map(|mark| &mut mark.value));
        let mut choice: Option<String> = None;
        for cell in cells {
            match cell {
                Cell {
                    mark: Some(mark), ..
                } => {
                    let name = choice.get_or_insert_with(|| {
                        self.take(&mut mark.field, "choice");
                        mark.field.clone()
                    });
                    mark.field.clone_from(name);
                }
                Cell { content, field, .. } => {
                    self.text(content);
                    if let Some(field) = field {
                        self.take(field, "cell");
                    }
                }
            }
        }
    }

    /// Gives a field a name, like the one it has or, when it has none, `otherwise`.
    fn take(&mut self, field: &mut String, otherwise: &str) {
        let wanted = if field.trim().is_empty() {
            otherwise
        } else {
            &*field
        };
        *field = self.names.take(wanted);
    }

    /// Names the blanks of a text, other than those in a link: they are only rules.
    fn text(&mut self, content: &mut [Inline]) {
        for inline in content {
            match inline {
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                    self.text(inner);
                }
                Inline::Blank { label, field } => *field = Some(self.blank(label)),
                Inline::Text(_) | Inline::Code(_) | Inline::Link { .. } | Inline::Break => {}
            }
        }
    }

    fn blank(&mut self, label: &str) -> String {
        if let Some(name) = self.blanks.get(label) {
            return name.clone();
        }
        let name = self.names.take(&format!("blank.{}", word(label)));
        self.blanks.insert(label.to_owned(), name.clone());
        name
    }
}

/// A label as a part of a name: "Start date" is `start-date`.
fn word(label: &str) -> String {
    /// More is no name that anybody would type.
    const LONGEST: usize = 40;
    let letters = label.chars().take(LONGEST * 4).map(|c| match c {
        'a'..='z' | '0'..='9' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        _ => ' ',
    });
    let letters: String = letters.collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    words.join("-").chars().take(LONGEST).collect()
}

/// Gives each value of a choice a word of its own.
fn distinguish<'v>(values: impl Iterator<Item = &'v mut String>) {
    let mut taken = Names::default();
    for value in values {
        let wanted = match value.trim() {
            "" => "value".to_owned(),
            NOTHING => NOTHING.to_lowercase(),
            wanted => wanted.to_owned(),
        };
        *value = taken.take_word(&wanted);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, parse};

    /// The document in Rust's own words, which name every field.
    fn shown(markdown: &str) -> String {
        let (document, problems) = parse(markdown);
        assert_eq!(problems, []);
        format!("{:?}", document.blocks)
    }

    fn has(markdown: &str, expected: &[&str]) {
        let shown = shown(markdown);
        for words in expected {
            assert!(shown.contains(words), "{words} in {shown}");
        }
    }

    #[test]
    fn a_name_used_twice_is_numbered() {
        let notes = "<!-- notes a.notes 3 -->\n\nNotes\n\n<!-- /notes -->\n\n";
        let (document, _) = parse(&notes.repeat(2));
        let names = document.blocks.iter().map(|block| match block {
            Block::Notes { field, .. } => field.as_str(),
            _ => "",
        });
        assert_eq!(names.collect::<Vec<_>>(), ["a.notes", "a.notes-2"]);
    }

    #[test]
    fn the_boxes_of_a_row_are_one_choice() {
        let card = "<!-- scorecard a.depth a.depth -->\n\n|  | 0 | 1 | Off |\n| --- | --- | --- | --- |\n\
                    | Depth | ☐ | ☐ | ☐ |\n| Width | ☐ | ☐ | ☐ |\n";
        let shown = shown(card);
        assert_eq!(shown.matches("field: \"a.depth\", value").count(), 3);
        assert_eq!(shown.matches("field: \"a.depth-2\", value").count(), 3);
        assert_eq!(shown.matches("value: \"off\"").count(), 2);
    }

    #[test]
    fn the_values_of_a_choice_differ() {
        has(
            "<!-- choice a.b x x -->\n\n- [ ] Yes\n- [ ] No\n",
            &["value: \"x\"", "value: \"x-2\""],
        );
    }

    #[test]
    fn boxes_without_names_get_one() {
        has(
            "- [ ] One\n- [ ] Two\n",
            &["check: Some(\"box\")", "check: Some(\"box-2\")"],
        );
    }

    #[test]
    fn blanks_of_one_label_share_a_name() {
        let blank = |label| format!("<!-- blank -->\\_\\_ ({label})<!-- /blank -->");
        let (name, date) = (blank("Candidate"), blank("Start date"));
        let text = shown(&format!("I am {name}.\n\nYou are {name}, from {date}.\n"));
        assert_eq!(text.matches("field: Some(\"blank.candidate\")").count(), 2);
        assert_eq!(text.matches("field: Some(\"blank.start-date\")").count(), 1);
    }

    #[test]
    fn a_blank_in_a_link_or_label_is_a_rule() {
        let blank = "<!-- blank -->\\_\\_ (Name)<!-- /blank -->";
        let link = format!("[to {blank}](https://a.example)\n");
        let label = format!("- [ ] for {blank}\n");
        for text in [link, label] {
            has(&text, &["label: \"Name\", field: None"]);
        }
    }
}
