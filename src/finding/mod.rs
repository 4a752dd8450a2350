//! Findings: what is wrong with a guide, where, and what to type instead.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// A file that findings point into: its path as the user would type it, and its text.
#[derive(Debug)]
pub struct Source {
    /// Path for display, relative to where the user stands when possible.
    pub path: PathBuf,
    /// The decoded text. Empty when the file could not be decoded.
    pub text: String,
}

/// How bad a finding is. Both kinds make `check` and `build` exit with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The guide is not built.
    Error,
    /// The guide is built, and the finding reported.
    Warning,
}

/// A place in a source file.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// Byte range in its text.
    pub span: Range<usize>,
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
