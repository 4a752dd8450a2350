//! Findings: what is wrong with a guide, where, and what to type instead.
//!
//! Any stage may make findings, from the [`Explanation`] of their code; [`crate::report`] shows
//! them to people and programs, and [`explain()`] tells more about a code.

mod explain;
mod lines;
mod nearest;
mod places;

pub use explain::{Example, Explanation, codes, explain, explanation};
pub use lines::{Lines, Position};
pub(crate) use nearest::nearest;
pub(crate) use places::Places;

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// The most findings that one file gets from one stage. A file with more is another kind of file.
pub(crate) const MAX_FINDINGS: usize = 500;

/// A file that findings point into: its path as the user would type it, and its text.
#[derive(Debug)]
pub struct Source {
    /// Path for display, relative to where the user stands when possible.
    pub path: PathBuf,
    /// The decoded text. Empty when the file could not be decoded.
    pub text: String,
}

/// How bad a finding is. Errors and warnings make `check` and `build` exit with 1; advice does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide is not built.
    Error,
    /// The guide is built, and the finding reported.
    Warning,
    /// Something to think about, which may well stay as it is.
    Advice,
}

/// A place in a source file.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Byte range in its text.
    pub span: Range<usize>,
}

impl Place {
    /// The bytes `span` of `source`.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// What is written there.
    pub fn text(&self) -> &str {
        self.source.text.get(self.span.clone()).unwrap_or_default()
    }
}

/// Something wrong, with a place and a way out.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Stable kebab-case code, as in `hirekit explain CODE`.
    pub code: &'static str,
    /// Whether the guide can still be built.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What the underlined text is. May be empty.
    pub label: String,
    /// Other places that matter, such as "first declared here".
    pub related: Vec<(Place, String)>,
    /// An imperative that would fix it.
    pub help: Option<String>,
    /// The text that would fix it, and the range of the file it replaces.
    pub fix: Option<Fix>,
}

/// A replacement that would fix a finding.
#[derive(Debug, Clone)]
pub struct Fix {
    /// What to replace.
    pub place: Place,
    /// What to write instead.
    pub text: String,
}

impl Finding {
    /// Says what the underlined text is.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what would fix it, as an imperative.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Shows another place that matters.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Offers `text` in place of the whole finding's text, and says so in the help.
    #[must_use]
    pub fn replace_with(mut self, text: &str) -> Self {
        self.fix = Some(Fix {
            place: self.place.clone(),
            text: text.into(),
        });
        self.help(format!("write {}", quoted(text)))
    }

    /// The order in which findings are reported: down the file, then by code.
    pub(crate) fn order(&self) -> (usize, usize, &'static str, &str) {
        let Range { start, end } = self.place.span;
        (start, end, self.code, &self.message)
    }
}

/// A value as messages show it: in backticks unless it has some, on one line, control characters
/// escaped, and cut where it is too long to be read in passing.
pub(crate) fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown = visible(value.chars().take(LONGEST));
    if value.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    match shown.contains('`') {
        true => format!("“{shown}”"),
        false => format!("`{shown}`"),
    }
}

/// Several values, each quoted, with commas between. Long lists are cut.
pub(crate) fn quoted_list<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 24;
    let mut values = values.into_iter();
    let mut shown: Vec<_> = values.by_ref().take(MOST).map(quoted).collect();
    if values.next().is_some() {
        shown.push("…".into());
    }
    shown.join(", ")
}

/// Text with nothing in it that could steer a terminal, break a line or reverse what is read.
pub(crate) fn visible(text: impl IntoIterator<Item = char>) -> String {
    let mut shown = String::new();
    for c in text {
        let breaks = matches!(c, '\u{2028}' | '\u{2029}');
        if c.is_control() || is_direction_control(c) || breaks {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Invisible characters that change the direction in which the text around them is shown.
pub(crate) fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
