//! The posting for machines: linked data (JSON-LD) in the head of its page.
//!
//! It is data, not a script: no browser runs it, and the page's policy need not allow it.

use crate::document::{Block, Document, Inline, ParagraphStyle};
use serde_json::{Map, Value};

use super::escape;

/// The element with the facts, and with the text of the posting as their description.
pub(super) fn element(facts: &Map<String, Value>, document: &Document) -> String {
    let mut description = String::new();
    document
        .blocks
        .iter()
        .for_each(|block| write(block, &mut description));
    let mut facts = facts.clone();
    facts.insert("description".to_owned(), Value::String(description));
    let json = serde_json::to_string(&facts).expect("a JSON value has only text keys");
    // Within a script element, `<` could end it. JSON has another way to write these.
    let json = json
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

/// The text of a block in the plain HTML that job boards take: headings, paragraphs, lists.
fn write(block: &Block, out: &mut String) {
    match block {
        // The title is a fact of its own.
        Block::Heading { level: 1, .. } => {}
        Block::Paragraph { style, .. } if *style == ParagraphStyle::Audience => {}
        Block::Heading { content, .. } => tagged("h3", content, out),
        Block::Paragraph { content, .. } => tagged("p", content, out),
        Block::List(list) => {
            let name = if list.start.is_some() { "ol" } else { "ul" };
            out.push_str(&format!("<{name}>"));
            for item in &list.items {
                out.push_str("<li>");
                item.blocks.iter().for_each(|block| write(block, out));
                out.push_str("</li>");
            }
            out.push_str(&format!("</{name}>"));
        }
        Block::Panel { blocks, .. } | Block::Keep(blocks) => {
            blocks.iter().for_each(|block| write(block, out));
        }
        // The table of facts, and forms, which a posting has none of.
        _ => {}
    }
}

fn tagged(name: &str, content: &[Inline], out: &mut String) {
    out.push_str(&format!("<{name}>"));
    escape::text(out, &crate::document::plain_text(content));
    out.push_str(&format!("</{name}>"));
}
