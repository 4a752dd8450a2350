//! Running heads: what stands above and below the text of every page.

use super::Imprint;
use super::words::label;
use crate::document::{Block, Document, Inline, plain_text};
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// What the templates of running heads are given.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RunningHead {
    /// The role. Empty for a packet that is about none.
    role: Markdown,
    /// The title of the packet.
    title: Markdown,
    /// Who may see it, in words. It stands at the other end of the head whatever the template says.
    audience: Markdown,
    /// The version of the kit; for the team, with the file that it was built from.
    version: Markdown,
}

impl RunningHead {
    /// The values for the pages of a packet.
    pub fn of(imprint: &Imprint) -> Self {
        let markdown = |text: &str| Markdown::trusted(label(text));
        Self {
            role: markdown(&imprint.role),
            title: markdown(&imprint.title),
            audience: markdown(imprint.audience_label()),
            version: markdown(&imprint.version),
        }
    }
}

/// What a packet has above and below the text of every page, beside who may see it and the
/// number of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Running {
    /// Above.
    pub head: Vec<RunningWords>,
    /// Below.
    pub foot: Vec<RunningWords>,
}

/// Words of a running head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningWords {
    /// The words, with the spaces around them.
    pub text: String,
    /// How they are set.
    pub weight: Weight,
}

/// How words of a running head are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Grey.
    Regular,
    /// Bold and dark.
    Bold,
}

impl Running {
    /// The words of what a template made. `None` when that is more than a line of words.
    pub fn line(document: &Document) -> Option<Vec<RunningWords>> {
        match document.blocks.as_slice() {
            [] => Some(Vec::new()),
            [Block::Paragraph { content, .. }] => Some(content.iter().map(words).collect()),
            _ => None,
        }
    }

    /// The usual ones, for tests of what is around them.
    #[cfg(test)]
    pub fn usual(role: &str, title: &str, version: &str) -> Self {
        let words = |text: &str, weight| RunningWords {
            text: text.to_owned(),
            weight,
        };
        let mut head = vec![words(title, Weight::Regular)];
        if !role.is_empty() {
            head[0].text.insert_str(0, " · ");
            head.insert(0, words(role, Weight::Bold));
        }
        Self {
            head,
            foot: vec![words(version, Weight::Regular)],
        }
    }
}

fn words(inline: &Inline) -> RunningWords {
    let weight = match inline {
        Inline::Strong(_) => Weight::Bold,
        _ => Weight::Regular,
    };
    RunningWords {
        text: plain_text(std::slice::from_ref(inline)),
        weight,
    }
}

/// The words without any markup.
pub fn plain(words: &[RunningWords]) -> String {
    words.iter().map(|it| it.text.as_str()).collect()
}
