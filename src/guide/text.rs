//! The kinds of text in a guide.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Lower-case letters, digits and hyphens, starting with a letter or digit, at most 64 characters.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Id(#[schemars(regex(pattern = r"^[a-z0-9][a-z0-9-]{0,63}$"))] pub String);

impl Id {
    /// Whether `text` can be an id.
    pub fn is_valid(text: &str) -> bool {
        let inner = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        (1..=64).contains(&text.len()) && !text.starts_with('-') && text.bytes().all(inner)
    }

    /// Who else uses a name that no guide can have for an id. Windows keeps its devices under
    /// theirs in every folder.
    pub(crate) fn reserved_as(text: &str) -> Option<&'static str> {
        let numbered = text.strip_prefix("com").or(text.strip_prefix("lpt"));
        let is_port = |it: &str| it.len() == 1 && it.bytes().all(|it| it.is_ascii_digit());
        match text {
            "index" => Some("the name of the page that lists all guides"),
            "con" | "prn" | "aux" | "nul" => Some("the name of a device on Windows"),
            _ if numbered.is_some_and(is_port) => Some("the name of a device on Windows"),
            _ => None,
        }
    }

    /// The id that a text would be.
    pub(crate) fn like(text: &str) -> Option<String> {
        let mut id = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = id.trim_end_matches('-');
        Self::is_valid(id).then(|| id.to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One line of inline Markdown: `*emphasis*`, `**strong**`, `` `code` `` and links.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Short(#[schemars(length(min = 1))] pub String);

/// Markdown paragraphs and lists; no headings, no raw HTML.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Prose(#[schemars(length(min = 1))] pub String);

/// The name of a template of Markdown, as a path below `templates`: site-visit.md, parts/visit.md.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct TemplateName(#[schemars(regex(pattern = TemplateName::PATTERN))] pub String);

/// A language by its BCP 47 tag: en, de, fr-CA.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Language(#[schemars(regex(pattern = Language::PATTERN))] pub String);

/// A day: year, month and day, such as 2027-03-31.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Date(#[schemars(regex(pattern = Date::PATTERN))] pub String);

/// A country by its code of two letters (ISO 3166-1): GB, US, DE.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Country(#[schemars(regex(pattern = Country::PATTERN))] pub String);

impl TemplateName {
    pub(crate) const PATTERN: &str = r"^([a-z0-9_-]+/){0,4}[a-z0-9_-]+\.md$";
}

impl Language {
    pub(crate) const PATTERN: &str = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$";

    /// Whether `text` is written like the tag of a language.
    pub(crate) fn is_valid(text: &str) -> bool {
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let is_first =
            (2..=3).contains(&first.len()) && first.bytes().all(|it| it.is_ascii_alphabetic());
        let is_part = |it: &str| {
            (2..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric())
        };
        is_first && parts.clone().count() <= 3 && parts.all(is_part)
    }
}

impl Country {
    pub(crate) const PATTERN: &str = r"^[A-Z]{2}$";
}

impl Date {
    pub(crate) const PATTERN: &str = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /// Year, month and day, when there is such a day.
    pub fn parts(&self) -> Option<(u16, u8, u8)> {
        let mut parts = self.0.splitn(3, '-');
        let year: u16 = parts.next()?.parse().ok()?;
        let month: u8 = parts.next()?.parse().ok()?;
        let day: u8 = parts.next()?.parse().ok()?;
        let is_century = year.is_multiple_of(100) && !year.is_multiple_of(400);
        let is_leap = year.is_multiple_of(4) && !is_century;
        let days = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some((year, month, day))
    }
}
