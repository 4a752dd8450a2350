//! Labels: what hirekit itself prints, in the language of a guide.
//!
//! 1. `templates/labels/LANGUAGE.yaml` holds all words that are not a guide's own. [`Languages`]
//!    knows the files there are, and which one a guide's `language` asks for.
//! 2. [`Labels`] are those of one language: [`Program`] has a field for each label that the program
//!    asks for; `templates` is the tree from which templates take theirs, in which every language
//!    has what English has.
//! 3. A label is plain text. A [`Pattern`] has holes in it, to be filled with numbers or with words
//!    of the guide; [`Wording`] chooses the pattern that goes with a number.

mod date;
mod file;
mod languages;
mod pattern;
mod program;
mod quotes;
mod tree;
mod wording;

#[cfg(test)]
mod tests;

pub use date::Dates;
pub(crate) use file::EXPLANATIONS;
pub use languages::{ENGLISH, Languages, look_up};
pub use pattern::Pattern;
pub use program::{Gaps, PostingFacts, Program, Purpose};
pub use quotes::Quotes;
pub use wording::Wording;

use crate::guide::Audience;
use serde::Deserialize;
use serde_json::Value as Json;

/// A text that opens a line or a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The labels of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The language, as a BCP 47 tag: `de`.
    pub language: String,
    /// To which side it is read.
    pub direction: Direction,
    /// Its quotation marks.
    pub quotes: Quotes,
    /// How it writes a day.
    pub dates: Dates,
    /// What stands between the thousands of a number.
    pub thousands: String,
    /// The labels that the program asks for by name.
    pub program: Program,
    /// Those that templates ask for, as they see them.
    pub templates: minijinja::Value,
}

/// To which side a language is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Direction {
    /// From left to right.
    #[serde(rename = "ltr")]
    LeftToRight,
    /// From right to left.
    #[serde(rename = "rtl")]
    RightToLeft,
}

impl Direction {
    /// The name that HTML has for it, and the files of labels.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A file of labels, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    /// What its speakers call the language: for those who read the file.
    #[serde(rename = "name")]
    _name: String,
    direction: Direction,
    quotes: Quotes,
    dates: Dates,
    thousands: String,
    program: Program,
    templates: Json,
}

impl Labels {
    /// The labels in a file.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    fn read(file: Json) -> Result<Self, String> {
        let file: File = serde_json::from_value(file).map_err(|error| error.to_string())?;
        Ok(Self {
            templates: tree::value(&file.templates, &file.language)?,
            language: file.language,
            direction: file.direction,
            quotes: file.quotes,
            dates: file.dates,
            thousands: file.thousands,
            program: file.program,
        })
    }

    /// The words at the head of every page for this audience.
    pub fn audience(&self, audience: Audience) -> &str {
        let names = &self.program.audience;
        match audience {
            Audience::Public => &names.public,
            Audience::Candidate => &names.candidate,
            Audience::Internal => &names.internal,
        }
    }

    /// A number with its thousands apart.
    pub fn number(&self, number: u32) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(&self.thousands);
            }
            out.push(digit);
        }
        out
    }
}
