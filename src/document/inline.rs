//! Inline Markdown to [`Inline`]s.

use super::placeholder::{ESCAPED_BRACKET, Fill, fill};
use super::{Inline, marker};
use crate::placeholder::is_escaped_bracket;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// The extensions of CommonMark that guides and templates may use, set in this one place.
pub(crate) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_STRIKETHROUGH);

/// A prefix that keeps a line from being read as a heading, list, rule, quote or definition.
/// A space follows it, so that emphasis at the start of the line is still recognised.
const NOT_A_BLOCK: &str = "x";

/// How deep emphasis and links may stand in one another; deeper, only their words are kept. What
/// reads the tree goes down as deep.
const DEEPEST: usize = 16;

/// Reads one line of inline Markdown from a guide. Anything that is not inline Markdown is text.
pub fn line(text: &str, with: Fill<'_>) -> Vec<Inline> {
    // French has spaces before its colons at which no line may break: they stay what they are.
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
    let text = clean(text);
    let words = text.split(breaks).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join(" ");
    let source = format!("{NOT_A_BLOCK} {joined}");
    let mut builder = Builder::for_guide(&source);
    for (event, range) in Parser::new_ext(&source, OPTIONS).into_offset_iter() {
        builder.event(event, range.start);
    }
    let mut inlines = builder.take();
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first[NOT_A_BLOCK.len()..].trim_start().to_owned();
        if first.is_empty() {
            inlines.remove(0);
        }
    }
    fill(inlines, with)
}

/// The words of some inlines, without any markup.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect_text(inlines, &mut out);
    out
}

fn collect_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => collect_text(content, out),
            Inline::Blank { label, .. } => out.push_str(label),
            Inline::Break => out.push(' '),
        }
    }
}

/// Stands for the colon after `[Name]` at the start of a line, where Markdown would read the line
/// as the definition of a link and print nothing: a control character, so no text can hold it.
pub(super) const COLON: char = '\u{1}';

/// The same text without definitions of links, byte for byte as long.
pub(crate) fn without_definitions(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let marks = |c: char| c.is_whitespace() || ">-+*.)0123456789".contains(c);
        match line.trim_start_matches(marks).starts_with('[') {
            true => line.replacen("]:", &format!("]{COLON}"), 1),
            false => line.to_owned(),
        }
    });
    lines.collect()
}

/// Drops what no page can show: control characters, noncharacters, and the invisible characters
/// that reorder the text around them.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|&c| {
        let invisible_order = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}');
        c == '\n' || c == '\t' || !(c.is_control() || invisible_order || noncharacter)
    });
    let kept = kept.map(|c| match c {
        '\u{2028}' | '\u{2029}' => '\n',
        c => c,
    });
    Cow::Owned(kept.collect())
}

/// Whether all of a text is what most of it is, so that nothing has to be dropped.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n'))
}

/// Collects events into inlines.
pub(super) struct Builder<'s> {
    /// The text being read, when escaped brackets must be told from placeholders.
    guide: Option<&'s str>,
    /// The open containers, outermost first; the last one collects.
    open: Vec<(Option<Tag<'s>>, Vec<Inline>)>,
    /// How many more are open within the last one, too deep to be told apart.
    deeper: usize,
    /// The text so far of an open ruled blank.
    blank: Option<String>,
}

impl<'s> Builder<'s> {
    /// For a packet, in which placeholders have been filled.
    pub(super) fn for_packet() -> Self {
        Self {
            guide: None,
            open: vec![(None, Vec::new())],
            deeper: 0,
            blank: None,
        }
    }

    /// For text from a guide, in which `[Name]` is a placeholder and `\[Name]` is not.
    pub(super) fn for_guide(source: &'s str) -> Self {
        Self {
            guide: Some(source),
            ..Self::for_packet()
        }
    }

    /// Takes one inline event; `start` is its offset in the source. Block events are ignored.
    pub(super) fn event(&mut self, event: Event<'s>, start: usize) {
        match event {
            Event::Text(text) => self.text(&text, start),
            Event::InlineHtml(html) | Event::Html(html) => self.html(&html),
            Event::Code(code) => self.push(Inline::Code(code.into_string())),
            Event::SoftBreak => self.text(" ", 0),
            Event::HardBreak => self.push(Inline::Break),
            Event::Start(
                tag @ (Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }),
            ) => {
                if self.open.len() > DEEPEST {
                    self.deeper += 1;
                } else {
                    self.open.push((Some(tag), Vec::new()));
                }
            }
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => match self.deeper.checked_sub(1) {
                Some(deeper) => self.deeper = deeper,
                None => self.close(),
            },
            _ => {}
        }
    }

    /// The inlines collected since the last call.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.deeper = 0;
        while self.open.len() > 1 {
            self.close();
        }
        if let Some(text) = self.blank.take() {
            self.push(Inline::Text(text));
        }
        std::mem::take(&mut self.open[0].1)
    }

    fn close(&mut self) {
        let Some((Some(tag), content)) = self.open.pop() else {
            return;
        };
        match tag {
            Tag::Emphasis => self.push(Inline::Emphasis(content)),
            Tag::Strong => self.push(Inline::Strong(content)),
            Tag::Strikethrough => self.push(Inline::Strikethrough(content)),
            Tag::Link { dest_url, .. } if may_link_to(&dest_url) && is_whole(&dest_url) => {
                let url = dest_url.into_string();
                self.push(Inline::Link { url, content });
            }
            // An unsafe link and a picture keep their words and lose the rest.
            _ => content.into_iter().for_each(|inline| self.push(inline)),
        }
    }

    fn html(&mut self, html: &str) {
        if marker::starts_blank(html) {
            self.blank = Some(String::new());
        } else if marker::ends_blank(html) {
            let label = self.blank.take().unwrap_or_default();
            let label = label.trim_matches(|c: char| "_() ".contains(c)).to_owned();
            self.push(Inline::Blank { label, field: None });
        } else {
            self.text(html, 0);
        }
    }

    fn text(&mut self, text: &str, start: usize) {
        // A reference such as `&#10;` brings back what `clean` took out of the source.
        let text = match is_plain(text) {
            true => text.replace('\n', " "),
            false => clean(&text.replace(COLON, ":")).replace(['\n', '\t'], " "),
        };
        let escaped = self
            .guide
            .is_some_and(|source| is_escaped_bracket(source, start));
        let text = match text.strip_prefix('[') {
            Some(rest) if escaped => format!("{ESCAPED_BRACKET}{rest}"),
            _ => text,
        };
        if let Some(blank) = &mut self.blank {
            blank.push_str(&text);
            return;
        }
        let (_, into) = self
            .open
            .last_mut()
            .expect("the outermost container is never closed");
        match into.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&text),
            _ => into.push(Inline::Text(text)),
        }
    }

    fn push(&mut self, inline: Inline) {
        let (_, into) = self
            .open
            .last_mut()
            .expect("the outermost container is never closed");
        match (into.last_mut(), inline) {
            (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
            (_, inline) => into.push(inline),
        }
    }
}

/// Whether a packet may link to an address: web pages and e-mail only.
pub(crate) fn may_link_to(url: &str) -> bool {
    let scheme = url
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// Whether an address is in one piece.
fn is_whole(url: &str) -> bool {
    !url.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::plain_text;
    use crate::document::{Inline, unfilled};

    fn line(text: &str) -> Vec<Inline> {
        super::line(text, &unfilled)
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.into())
    }

    #[test]
    fn a_line_is_never_a_block() {
        for hostile in [
            "# a",
            "- a",
            "1. a",
            "> a",
            "| a | b |",
            "---",
            "[a]: b",
            "    a",
            "~~~",
        ] {
            let joined = hostile.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(line(hostile), [text(&joined)], "{hostile}");
        }
    }

    #[test]
    fn emphasis_that_is_too_deep_keeps_its_words() {
        let (open, close) = ("*a ".repeat(20), " b*".repeat(20));
        let inlines = line(&format!("{open}c{close}"));
        let words = format!("{open}c{close}").replace('*', "");
        assert_eq!(
            (depth(&inlines), plain_text(&inlines)),
            (super::DEEPEST, words)
        );
    }

    fn depth(inlines: &[Inline]) -> usize {
        let depths = inlines.iter().map(|inline| match inline {
            Inline::Emphasis(content) => 1 + depth(content),
            _ => 0,
        });
        depths.max().unwrap_or(0)
    }

    #[test]
    fn inline_markup_is_read_at_the_very_start() {
        assert_eq!(line("**a**"), [Inline::Strong(vec![text("a")])]);
        assert_eq!(
            line("_a_ b"),
            [Inline::Emphasis(vec![text("a")]), text(" b")]
        );
    }

    #[test]
    fn unsafe_links_and_pictures_keep_only_their_words() {
        assert_eq!(line("[x](javascript:1) ![y](z)"), [text("x y")]);
        assert_eq!(
            line("<script>alert(1)</script>"),
            [text("<script>alert(1)</script>")]
        );
        assert_eq!(plain_text(&line("[x](https://example.org)")), "x");
    }
}
