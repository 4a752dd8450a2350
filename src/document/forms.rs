//! Form parts that are written as headings, lists and paragraphs.

use super::{Block, ChoiceOption, Inline, List, ListItem, TimePart, plain_text, table};

/// Takes `3. ` off the start of a question's heading: the number has its own place.
pub(super) fn strip_number(content: &mut [Inline], number: &str) {
    if let Some(Inline::Text(first)) = content.first_mut()
        && let Some(rest) = first
            .strip_prefix(number)
            .and_then(|rest| rest.strip_prefix('.'))
    {
        *first = rest.trim_start().to_owned();
    }
}

/// The words of a paragraph.
pub(super) fn words(block: Block) -> Option<Vec<Inline>> {
    match block {
        Block::Paragraph { content, .. } => Some(content),
        _ => None,
    }
}

fn item_words(item: ListItem) -> Vec<Inline> {
    item.blocks.into_iter().find_map(words).unwrap_or_default()
}

/// The options of a choice: the items of a list, with a value for each.
pub(super) fn options(list: List, values: Vec<String>) -> Vec<ChoiceOption> {
    let named = list.items.into_iter().map(item_words).zip(values);
    named
        .map(|(label, value)| ChoiceOption { value, label })
        .collect()
}

/// Reads `**3 min** welcome`.
pub(super) fn time_part(item: ListItem) -> TimePart {
    let mut label = item_words(item);
    let minutes = match label.first() {
        Some(Inline::Strong(content)) => plain_text(content),
        _ => {
            return TimePart {
                minutes: String::new(),
                label,
            };
        }
    };
    label.remove(0);
    table::trim_start(&mut label);
    TimePart { minutes, label }
}
