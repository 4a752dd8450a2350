//! Texts with holes.

use serde::Deserialize;
use std::collections::BTreeSet;

/// A text with holes: `Page {page} of {count}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Pattern(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Hole(String),
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl Pattern {
    /// Reads a text with holes.
    ///
    /// # Errors
    ///
    /// A brace that begins or ends no hole.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (words, hole) = rest.split_at(at);
            let name = hole
                .strip_prefix('{')
                .and_then(|hole| hole.split_once('}'))
                .filter(|(name, _)| is_name(name));
            let Some((name, after)) = name else {
                return Err("a brace is only for a hole with a name, such as `{n}`".to_owned());
            };
            pieces.push(Piece::Words(words.to_owned()));
            pieces.push(Piece::Hole(name.to_owned()));
            rest = after;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        pieces.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
        Ok(Self(pieces))
    }

    /// The names of the holes.
    pub fn holes(&self) -> BTreeSet<&str> {
        let names = self.0.iter().filter_map(|piece| match piece {
            Piece::Hole(name) => Some(name.as_str()),
            Piece::Words(_) => None,
        });
        names.collect()
    }

    /// The text with words in its holes. A hole for which there are none stays empty.
    pub fn fill(&self, values: &[(&str, &str)]) -> String {
        let value = |hole: &str| {
            let found = values.iter().find(|(name, _)| *name == hole);
            found.map_or_else(String::new, |(_, words)| (*words).to_owned())
        };
        self.fill_with(value, str::to_owned)
    }

    /// The text with the `value` of each hole as it is, between `words` that may be rewritten, such
    /// as for Markdown.
    pub fn fill_with(
        &self,
        value: impl Fn(&str) -> String,
        words: impl Fn(&str) -> String,
    ) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Words(text) => words(text),
            Piece::Hole(name) => value(name),
        });
        pieces.collect()
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn holes_are_filled() {
        let pattern = Pattern::parse("{a} of {b}, {a}").expect("it is a pattern");
        assert_eq!(pattern.fill(&[("a", "1"), ("b", "{a}")]), "1 of {a}, 1");
        assert_eq!(pattern.holes().into_iter().collect::<Vec<_>>(), ["a", "b"]);
        let upper = |words: &str| words.to_uppercase();
        assert_eq!(pattern.fill_with(str::to_owned, upper), "a OF b, a");
    }

    #[test]
    fn other_braces_are_mistakes() {
        for text in ["{", "}", "{}", "{a", "{a b}", "{{a}}", "{A}"] {
            assert!(Pattern::parse(text).is_err(), "{text}");
        }
    }
}
