//! Every place to fill in gets a name that no other has.
//!
//! A template gives the names, from the ids of a guide. Two of them may still be alike: a
//! criterion called `date` beside the date of the interview, or a template that uses one twice.
//! The second gets a number, here, so that it is called the same in HTML and PDF.
//!
//! Blanks share a name on purpose where they ask for the same: it is the same name or date that is
//! missing, and who fills a PDF in writes it once. Those under labels do when a template gives them
//! one name and one label: the candidate on the first page and on the scorecard. Those within a
//! line are named like the blank under their label, if the packet has just one such blank, and
//! otherwise by the label alone: `blank.candidate`.

use std::collections::BTreeMap;

use super::{Blank, Block, Cell, Inline, Names, Row, plain_text};

/// Names the fields of a packet.
pub(super) fn name(blocks: &mut [Block]) {
    let mut namer = Namer::default();
    namer.labels(blocks);
    namer.blocks(blocks);
}

/// What the names of blanks begin with that have nothing but their label for a name. They mean the
/// same in all packets of a kit.
pub(crate) const BY_LABEL: &str = "blank.";

#[derive(Default)]
struct Namer {
    names: Names,
    /// What the blank under a label is to be called; `None` for several blanks under one label.
    labelled: BTreeMap<String, Option<String>>,
    /// The names of blanks, by what they are to be called and by their labels.
    blanks: BTreeMap<(String, String), String>,
}

/// What no choice may be called: in a PDF it means that nothing is chosen.
const NOTHING: &str = "Off";

impl Namer {
    /// Looks what the blanks under labels are to be called.
    fn labels(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::List(list) => list.items.iter().for_each(|it| self.labels(&it.blocks)),
                Block::Columns(columns) => columns.iter().for_each(|blocks| self.labels(blocks)),
                Block::Panel { blocks, .. } | Block::Keep(blocks) => self.labels(blocks),
                Block::Question { blocks, .. } => self.labels(blocks),
                Block::Blanks(blanks) => blanks.iter().for_each(|blank| self.label(blank)),
                _ => {}
            }
        }
    }

    fn label(&mut self, blank: &Blank) {
        let field = Some(&blank.field).filter(|field| !field.trim().is_empty());
        let known = self.labelled.entry(label(blank));
        let known = known.or_insert_with(|| field.cloned());
        if known.as_ref() != field {
            *known = None;
        }
    }

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
                for Cell { content, field, .. } in &mut table.head {
                    self.text(content);
                    if let Some(field) = field {
                        self.take(field, "cell");
                    }
                }
                table.rows.iter_mut().for_each(|row| self.row(row));
            }
            Block::Notes { field, .. } => self.take(field, "notes"),
            Block::Blanks(blanks) => {
                for blank in blanks {
                    match blank.field.trim() {
                        "" => self.take(&mut blank.field, "blank"),
                        wanted => blank.field = self.blank(wanted.to_owned(), label(blank)),
                    }
                }
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
                Inline::Blank { label, field } => *field = Some(self.in_text(label)),
                Inline::Text(_) | Inline::Code(_) | Inline::Link { .. } | Inline::Break => {}
            }
        }
    }

    /// The name of a blank within a line.
    fn in_text(&mut self, label: &str) -> String {
        let label = label.trim();
        let under_label = self.labelled.get(label).cloned().flatten();
        let wanted = under_label.unwrap_or_else(|| format!("{BY_LABEL}{}", word(label)));
        self.blank(wanted, label.to_owned())
    }

    fn blank(&mut self, wanted: String, label: String) -> String {
        let names = &mut self.names;
        let name = self.blanks.entry((wanted, label));
        let name = name.or_insert_with_key(|(wanted, _)| names.take(wanted));
        name.clone()
    }
}

/// The words of a blank's label.
fn label(blank: &Blank) -> String {
    plain_text(&blank.label).trim().to_owned()
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
    fn a_blank_is_written_once_wherever_it_is_asked_for() {
        let row = |field: &str, label: &str| {
            format!("<!-- blanks {field}:1 -->\n\n| {label} |\n| --- |\n| \\_\\_ |\n\n")
        };
        let in_text = |label| format!("Dear <!-- blank -->\\_\\_ ({label})<!-- /blank -->.\n\n");
        let name = |count: usize, name: &str, markdown: &[String]| {
            let shown = shown(&markdown.concat());
            let found = shown.matches(&format!("\"{name}\"")).count();
            assert_eq!(found, count, "{name} in {shown}");
        };
        let (first, text) = (row("a.who", "Who"), in_text("Who"));
        let all = [text.clone(), first.clone(), first.clone()];
        name(3, "a.who", &all);
        // Another label is another blank, and then nobody knows which one the text means.
        name(1, "a.who-2", &[first.clone(), row("a.who", "Whom")]);
        let two = [first, row("a.else", "Who"), text];
        name(1, "blank.who", &two);
        name(1, "a.who", &two);
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
