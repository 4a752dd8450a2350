//! Sizes that depend on the document: column widths, shares of a row.
//!
//! The page's policy allows no `style` attributes, so each size that a page uses becomes a class
//! and one rule of its style sheet.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// One size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Size {
    /// A share of the row: blanks, parts of a time bar.
    Share(u16),
    /// The width of a column, in percent.
    Width(u16),
    /// The least width of a column, in digits' widths.
    Least(u16),
}

/// The sizes that a page uses, each once, in a fixed order.
#[derive(Debug, Default)]
pub(super) struct Sizes(BTreeSet<Size>);

impl Sizes {
    /// The class for a size; the page will have a rule for it.
    pub(super) fn class(&mut self, size: Size) -> String {
        self.0.insert(size);
        match size {
            Size::Share(share) => format!("share-{share}"),
            Size::Width(percent) => format!("width-{percent}"),
            Size::Least(digits) => format!("least-{digits}"),
        }
    }

    /// The rules for all sizes.
    pub(super) fn css(&self) -> String {
        let mut css = String::new();
        for size in &self.0 {
            let _ = match size {
                Size::Share(share) => writeln!(css, ".share-{share}{{flex-grow:{share}}}"),
                Size::Width(percent) => writeln!(css, ".width-{percent}{{width:{percent}%}}"),
                Size::Least(digits) => writeln!(css, ".least-{digits}{{min-width:{digits}ch}}"),
            };
        }
        css
    }
}
