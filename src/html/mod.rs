//! HTML: one self-contained page per packet, and the pages that list them.
//!
//! 1. `blocks`, `table`, `form` and `inline` write the document's tree as HTML; `escape` makes
//!    every text in it harmless; `sizes` collects the sizes it needs as style rules.
//! 2. `shell` puts that body into the page's template, with the style sheet inline and a policy
//!    that allows this style sheet and nothing else: no script, no request, no form sent.
//!    `skin` is what the theme of a workspace adds to both.
//! 3. `index` lists the packets of a kit, and the kits.
//!
//! A page works from a mailed file. Its text is the document's; the page adds only the running
//! head and foot, and names for a screen reader.

mod blocks;
mod escape;
mod form;
mod index;
mod inline;
mod listing;
mod shell;
mod sizes;
mod skin;
mod table;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use skin::Skin;

pub use index::{FileLink, KitListing, KitSummary, PacketListing, all_kits, kit_index};

use crate::document::Document;
use crate::kit::Imprint;
use blocks::Writer;
use serde_json::{Map, Value};
#[cfg(test)]
pub(crate) use shell::SHELLS;

/// The page of one packet.
pub fn page(document: &Document, imprint: &Imprint, skin: &Skin) -> String {
    let body = body(document, imprint);
    shell::packet(body, imprint, "", skin)
}

/// The page of a job posting, with its `facts` for job boards and search engines: the properties
/// of a schema.org JobPosting, to which the text of the page is added as the description.
pub fn posting_page(
    document: &Document,
    imprint: &Imprint,
    facts: &Map<String, Value>,
    skin: &Skin,
) -> String {
    let body = body(document, imprint);
    shell::packet(body, imprint, &listing::element(facts, document), skin)
}

fn body(document: &Document, imprint: &Imprint) -> Writer {
    let mut writer = Writer::new(imprint);
    writer.blocks(&document.blocks);
    writer
}
