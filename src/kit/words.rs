//! The words of a guide as safe Markdown, with its placeholders filled.

use crate::document::{Inline, line, plain_text, prose, write_blocks, write_inlines};
use crate::guide::{Guide, Id, Prose, Scale, Short, When};
use crate::labels::{Labels, Pattern};
use crate::template::Markdown;
use std::collections::BTreeMap;

/// Turns texts of one guide into Markdown.
pub struct Words<'g> {
    guide: &'g Guide,
    fills: &'g BTreeMap<String, String>,
    /// What hirekit itself prints beside them.
    pub labels: &'g Labels,
}

impl<'g> Words<'g> {
    /// `fills` are the words for placeholders, by name.
    pub fn new(guide: &'g Guide, fills: &'g BTreeMap<String, String>, labels: &'g Labels) -> Self {
        Self {
            guide,
            fills,
            labels,
        }
    }

    /// One line of inline Markdown.
    pub fn line(&self, text: &Short) -> Markdown {
        Markdown::trusted(write_inlines(&self.inlines(text)))
    }

    /// The same for a line whose words of a letter or two stay with the next one: a line never
    /// ends in the `In` of `In person`.
    pub fn tied(&self, text: &Short) -> Markdown {
        let mut inlines = self.inlines(text);
        for inline in &mut inlines {
            if let Inline::Text(words) = inline {
                *words = tied(words);
            }
        }
        Markdown::trusted(write_inlines(&inlines))
    }

    /// The same for several lines.
    pub fn lines(&self, texts: &[Short]) -> Vec<Markdown> {
        texts.iter().map(|text| self.line(text)).collect()
    }

    /// One line that may be left out.
    pub fn line_if(&self, text: Option<&Short>) -> Option<Markdown> {
        text.map(|text| self.line(text))
    }

    /// Paragraphs and lists that may be left out.
    pub fn prose_if(&self, text: Option<&Prose>) -> Option<Markdown> {
        text.map(|text| self.prose(text))
    }

    /// Paragraphs and lists.
    pub fn prose(&self, text: &Prose) -> Markdown {
        let blocks = prose(&text.0, &|name| self.fill(name));
        Markdown::trusted(write_blocks(&blocks))
    }

    /// The bare words of a line, for metadata and running heads.
    pub fn plain(&self, text: &Short) -> String {
        plain_text(&self.inlines(text))
    }

    /// A label.
    pub fn label(&self, text: &str) -> Markdown {
        Markdown::trusted(label(text))
    }

    /// A label that is about a line of the guide, which stands in it in quotation marks.
    pub fn label_about(&self, pattern: &Pattern, hole: &str, text: &Short) -> Markdown {
        let line = write_inlines(&self.inlines(text));
        let quoted = self.labels.quotes.around(&line);
        Markdown::trusted(filled(pattern, &[(hole, &quoted)]))
    }

    /// A scale of the guide, or the one that every guide has; see [`Guide::scale`].
    pub fn scale(&self, id: Option<&Id>) -> Scale {
        let names = self.labels.program.rating.each_ref();
        self.guide.scale(id, &names.map(|name| Short(label(name))))
    }

    fn inlines(&self, text: &Short) -> Vec<Inline> {
        line(&text.0, &|name| self.fill(name))
    }

    /// What a placeholder prints as; `None` leaves it as it stands.
    fn fill(&self, name: &str) -> Option<Inline> {
        let placeholder = self.guide.placeholders.get(name)?;
        if let Some(words) = self.fills.get(name) {
            return Some(Inline::Text(words.clone()));
        }
        match (placeholder.when, &placeholder.default) {
            (When::Spoken, _) => None,
            (_, Some(words)) => Some(Inline::Text(words.clone())),
            (When::Print, None) => Some(Inline::Blank {
                label: name.to_owned(),
                field: None,
            }),
            (When::Build, None) => None,
        }
    }
}

/// A text with a no-break space behind each word of one or two letters. Of several in a row only every
/// other one gets it, so that no line becomes too long to break.
fn tied(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut was_tied = false;
    for word in text.split_inclusive(' ') {
        let short = word.strip_suffix(' ').filter(|it| {
            let is_word = it.chars().all(char::is_alphabetic);
            is_word && matches!(it.chars().count(), 1..=2) && !was_tied
        });
        match short {
            Some(short) => out.extend([short, "\u{a0}"]),
            None => out.push_str(word),
        }
        was_tied = short.is_some();
    }
    out
}

/// A label with Markdown in its holes.
pub(super) fn filled(pattern: &Pattern, values: &[(&str, &str)]) -> String {
    let value = |hole: &str| {
        let found = values.iter().find(|(name, _)| *name == hole);
        found.map_or_else(String::new, |(_, words)| (*words).to_owned())
    };
    pattern.fill_with(value, label)
}

/// A label as Markdown: all of it is text.
pub(super) fn label(text: &str) -> String {
    write_inlines(&[Inline::Text(text.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::tied;

    #[test]
    fn short_words_stay_with_the_next() {
        for (text, expected) in [
            ("In person or by video", "In~person or~by video"),
            ("By phone", "By~phone"),
            ("a a a a", "a~a a~a"),
            ("On site", "On~site"),
            ("12 to 14 h", "12 to~14 h"),
            (" by ", " by~"),
            ("", ""),
        ] {
            assert_eq!(tied(text), expected.replace('~', "\u{a0}"), "{text}");
        }
    }
}
