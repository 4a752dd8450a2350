//! Prose from a guide: Markdown paragraphs and lists, everything else as text.

use super::inline::{Builder, COLON, clean, without_definitions};
use super::placeholder::{Fill, fill};
use super::{Block, Inline, List, ListItem, PanelKind, ParagraphStyle, inline};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Lists and quotes nested deeper than this are set at this depth.
const DEEPEST: usize = 6;

/// Reads the Markdown of a prose field. It yields paragraphs, lists, quotes and code, and no
/// block that could change the page around it: headings, tables, rules and HTML come out as text.
pub fn prose(text: &str, with: Fill<'_>) -> Vec<Block> {
    let source = without_definitions(&clean(text));
    let mut reader = Reader {
        inline: Builder::for_guide(&source),
        frames: vec![Frame::default()],
        code: None,
        fill: with,
    };
    let options = inline::OPTIONS.difference(Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS);
    for (event, range) in Parser::new_ext(&source, options).into_offset_iter() {
        reader.event(event, range.start, &source[range]);
    }
    reader.flush();
    reader.frames.swap_remove(0).blocks
}

#[derive(Default)]
struct Frame {
    list: Option<List>,
    blocks: Vec<Block>,
}

struct Reader<'s, 'f> {
    inline: Builder<'s>,
    frames: Vec<Frame>,
    code: Option<String>,
    fill: Fill<'f>,
}

impl<'s> Reader<'s, '_> {
    fn event(&mut self, event: Event<'s>, start: usize, source: &str) {
        match event {
            Event::Start(Tag::List(start)) => self.open_list(start),
            Event::Start(Tag::Item | Tag::BlockQuote(_)) => self.open(),
            Event::Start(Tag::Heading { level, .. }) => {
                self.flush();
                let setext = !source.trim_start().starts_with('#');
                if !setext {
                    let marks = "#".repeat(level as usize) + " ";
                    self.inline.event(Event::Text(marks.into()), 0);
                }
            }
            Event::Start(Tag::CodeBlock(_)) => self.code = Some(String::new()),
            Event::Text(text) if self.code.is_some() => {
                let text = text.replace(COLON, ":");
                self.code.get_or_insert_default().push_str(&clean(&text));
            }
            Event::End(TagEnd::CodeBlock) => {
                let code = self.code.take().unwrap_or_default();
                self.push(Block::Code(code.trim_end().to_owned()));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock) => self.flush(),
            Event::End(TagEnd::Item) => self.close_item(),
            Event::End(TagEnd::List(_)) => self.close_list(),
            Event::End(TagEnd::BlockQuote(_)) => self.close_quote(),
            Event::Rule => {
                self.flush();
                self.inline
                    .event(Event::Text(source.trim().to_owned().into()), 0);
                self.flush();
            }
            Event::Start(Tag::Paragraph | Tag::HtmlBlock) => self.flush(),
            Event::Html(html) => {
                let html = html.trim_end().to_owned();
                self.inline.event(Event::Html(html.into()), start);
                self.inline.event(Event::SoftBreak, start);
            }
            inline => self.inline.event(inline, start),
        }
    }

    fn push(&mut self, block: Block) {
        self.flush();
        self.top().blocks.push(block);
    }

    /// Ends the paragraph that is being collected.
    fn flush(&mut self) {
        let mut content = self.inline.take();
        if let Some(Inline::Text(last)) = content.last_mut() {
            last.truncate(last.trim_end().len());
        }
        if content
            .iter()
            .all(|inline| matches!(inline, Inline::Text(text) if text.is_empty()))
        {
            return;
        }
        let content = fill(content, self.fill);
        let style = ParagraphStyle::Body;
        self.top().blocks.push(Block::Paragraph { style, content });
    }

    fn top(&mut self) -> &mut Frame {
        self.frames
            .last_mut()
            .expect("the outermost frame is never closed")
    }

    fn open(&mut self) {
        self.flush();
        self.frames.push(Frame::default());
    }

    fn open_list(&mut self, start: Option<u64>) {
        self.open();
        self.top().list = Some(List {
            start,
            items: Vec::new(),
        });
    }

    fn close_item(&mut self) {
        self.flush();
        let frame = self.frames.pop().expect("an item was opened");
        if let Some(list) = &mut self.top().list {
            list.items.push(ListItem {
                check: None,
                blocks: frame.blocks,
            });
        }
    }

    fn close_list(&mut self) {
        let deep = self.frames.len() > DEEPEST;
        let frame = self.frames.pop().expect("a list was opened");
        let list = frame.list.expect("this frame is a list");
        if deep {
            let blocks = list.items.into_iter().flat_map(|item| item.blocks);
            self.top().blocks.extend(blocks);
        } else {
            self.top().blocks.push(Block::List(list));
        }
    }

    fn close_quote(&mut self) {
        self.flush();
        let deep = self.frames.len() > DEEPEST;
        let blocks = self.frames.pop().expect("a quote was opened").blocks;
        if deep {
            self.top().blocks.extend(blocks);
        } else {
            let kind = PanelKind::Note;
            self.top().blocks.push(Block::Panel { kind, blocks });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, Inline, ParagraphStyle, unfilled};

    fn prose(text: &str) -> Vec<Block> {
        super::prose(text, &unfilled)
    }

    fn paragraph(words: &str) -> Block {
        Block::Paragraph {
            style: ParagraphStyle::Body,
            content: vec![Inline::Text(words.into())],
        }
    }

    #[test]
    fn headings_tables_rules_and_html_are_text() {
        assert_eq!(prose("# a"), [paragraph("# a")]);
        assert_eq!(prose("| a |\n| - |"), [paragraph("| a | | - |")]);
        assert_eq!(prose("a\n\n***"), [paragraph("a"), paragraph("***")]);
        assert_eq!(prose("<div>\n<b>"), [paragraph("<div> <b>")]);
        assert_eq!(prose("[a]: b\n[c]: d"), [paragraph("[a]: b [c]: d")]);
        assert_eq!(prose("<!-- page -->"), [paragraph("<!-- page -->")]);
    }
}
