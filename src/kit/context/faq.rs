//! Questions that readers ask, with answers, ready to print.

use crate::guide::FaqEntry;
use crate::kit::Words;
use crate::template::Markdown;
use serde::Serialize;

/// A question with its answer.
#[derive(Debug, Serialize)]
pub struct Answer {
    question: Markdown,
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
