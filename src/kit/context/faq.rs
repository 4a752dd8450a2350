//! Questions that readers ask, with answers, ready to print.

use crate::guide::FaqEntry;
use crate::kit::Words;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// A question with its answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// The question.
    question: Markdown,
    /// The answer.
    answer: Markdown,
}

/// The entries, for printing.
pub(super) fn answers(entries: &[FaqEntry], words: &Words<'_>) -> Vec<Answer> {
    let answers = entries.iter().map(|entry| Answer {
        question: words.line(&entry.question),
        answer: words.prose(&entry.answer),
    });
    answers.collect()
}
