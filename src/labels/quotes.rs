//! Quotation marks.

use serde::Deserialize;

/// The quotation marks of a language, each pair with the spaces that belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotes {
    outer: [String; 2],
    /// Within others.
    inner: [String; 2],
}

impl Quotes {
    /// The words in quotation marks. What they quote themselves gets the inner ones.
    pub fn around(&self, words: &str) -> String {
        let [open, close] = &self.outer;
        let mut within = words.to_owned();
        for (outer, inner) in self.outer.iter().zip(&self.inner) {
            within = within.replace(outer.trim(), inner.trim());
        }
        format!("{open}{within}{close}")
    }
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    #[test]
    fn quotes_within_quotes() {
        let quotes = |outer: [&str; 2], inner: [&str; 2]| Quotes {
            outer: outer.map(str::to_owned),
            inner: inner.map(str::to_owned),
        };
        let german = quotes(["„", "“"], ["‚", "‘"]);
        assert_eq!(german.around("Gespräch „A“"), "„Gespräch ‚A‘“");
        let french = quotes(["«\u{202f}", "\u{202f}»"], ["“", "”"]);
        assert_eq!(french.around("Essai"), "«\u{202f}Essai\u{202f}»");
    }
}
