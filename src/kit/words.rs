//! The words of a guide as safe Markdown, with its placeholders filled.

use crate::document::{Inline, line, plain_text, prose, write_blocks, write_inlines};
use crate::guide::{Guide, Prose, Short, When};
use crate::template::Markdown;
use std::collections::BTreeMap;

/// Turns texts of one guide into Markdown.
pub struct Words<'g> {
    guide: &'g Guide,
    fills: &'g BTreeMap<String, String>,
}

impl<'g> Words<'g> {
    /// `fills` are the words for placeholders, by name.
    pub fn new(guide: &'g Guide, fills: &'g BTreeMap<String, String>) -> Self {
        Self { guide, fills }
    }

    /// One line of inline Markdown.
    pub fn line(&self, text: &Short) -> Markdown {
        Markdown::trusted(write_inlines(&self.inlines(text)))
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
