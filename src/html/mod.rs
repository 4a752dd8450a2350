//! HTML: one self-contained page per packet, and the pages that list them.
//!
//! 1. `blocks`, `table`, `form` and `inline` write the document's tree as HTML; `escape` makes
//!    every text in it harmless; `sizes` collects the sizes it needs as style rules.
//! 2. `shell` puts that body into the page's template, with the style sheet inline and a policy
//!    that allows this style sheet and nothing else: no script, no request, no form sent.
//!    A workspace can replace the templates and the style sheets, but not the policy; `skin` is what
//!    its theme adds.
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

pub use index::{FileLink, KitListing, KitSummary, PacketListing, all_kits, kit_index};

pub use shell::Shell;
pub use skin::Skin;

use crate::document::Document;
use crate::finding::Finding;
use crate::kit::Imprint;
use blocks::Writer;
use serde_json::{Map, Value};

impl Shell {
    /// The page of one packet.
    ///
    /// # Errors
    ///
    /// What is wrong with a template that the workspace replaces.
    pub fn page(
        &self,
        document: &Document,
        imprint: &Imprint,
        skin: &Skin,
    ) -> Result<String, Finding> {
        self.packet(body(document, imprint), imprint, "", skin)
    }

    /// The page of a job posting, with its `facts` for job boards and search engines: the properties
    /// of a schema.org JobPosting, to which the text of the page is added as the description.
    ///
    /// # Errors
    ///
    /// As [`Shell::page`].
    pub fn posting_page(
        &self,
        document: &Document,
        imprint: &Imprint,
        facts: &Map<String, Value>,
        skin: &Skin,
    ) -> Result<String, Finding> {
        let data = listing::element(facts, document);
        self.packet(body(document, imprint), imprint, &data, skin)
    }
}

/// The page of one packet, from the built-in templates.
pub fn page(document: &Document, imprint: &Imprint, skin: &Skin) -> String {
    let page = Shell::built_in().page(document, imprint, skin);
    page.expect("built-in templates use only values that they are given")
}

/// The page of a job posting, from the built-in templates; see [`Shell::posting_page`].
pub fn posting_page(
    document: &Document,
    imprint: &Imprint,
    facts: &Map<String, Value>,
    skin: &Skin,
) -> String {
    let page = Shell::built_in().posting_page(document, imprint, facts, skin);
    page.expect("built-in templates use only values that they are given")
}

fn body(document: &Document, imprint: &Imprint) -> Writer {
    let mut writer = Writer::new(imprint);
    writer.blocks(&document.blocks);
    writer
}
