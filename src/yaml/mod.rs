//! Reading YAML into a tree whose every value knows where it stands.
//!
//! In order: the parser's events ([`parse`]) become [`Node`]s, aliases are written out within a
//! budget (`budget`), plain scalars get their type (`scalar`), and what went wrong becomes findings,
//! in words for people who have never heard of YAML (`syntax`).
//!
//! Only the part of YAML that a guide needs is accepted: one document, text keys, no tags and no
//! merge keys. Anchors and aliases are fine.

mod budget;
mod builder;
mod explanations;
pub(crate) mod invisible;
mod messages;
mod node;
mod scalar;
mod syntax;

pub(crate) use budget::Budget;
pub(crate) use explanations::{EMPTY_FILE, EXPLANATIONS};
pub use node::{Key, Node, Style, Value};
pub(crate) use scalar::resolve;

use crate::finding::{Finding, Lines, Severity, Source};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// How deep values may be nested. A guide needs eight levels.
pub const MAX_DEPTH: usize = 64;

/// What was read from a file.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The file.
    pub source: Arc<Source>,
    /// The outermost value, if there is any.
    pub root: Option<Node>,
    /// How much of the file was read.
    pub extent: Extent,
    /// What is wrong with the file as YAML.
    pub findings: Vec<Finding>,
}

/// How much of a file was read, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What stands before a mistake that ended the reading. Nothing may be called missing.
    Part,
    /// All of it, but for some values that could not be read.
    Patched,
    /// All of it.
    Whole,
}

impl Tree {
    /// Leaves out findings in lines that could not be read: they are about what was put in place
    /// of the value, which nobody has written.
    pub(crate) fn retain_read(&self, findings: &mut Vec<Finding>) {
        let is_unread =
            |it: &&Finding| it.severity == Severity::Error && it.code != "duplicate-key";
        let unread = self.findings.iter().filter(is_unread);
        let mut unread = unread.peekable();
        if findings.is_empty() || unread.peek().is_none() {
            return;
        }
        let lines = Lines::of(&self.source.text);
        let line = |it: &Finding| lines.position(it.place.span.start).line;
        let unread: BTreeSet<_> = unread.map(line).collect();
        let is_here = |it: &Finding| Arc::ptr_eq(&it.place.source, &self.source);
        findings.retain(|it| !is_here(it) || !unread.contains(&line(it)));
    }
}

/// The most mistakes that are read past. Each costs reading the file once more.
const MAX_PATCHES: usize = 12;

/// Reads `source` as YAML.
///
/// A mistake that is known to be confined to the value of one line, such as a second `: ` in
/// it, is read past: the value is replaced by as many `x`, and the file is read again. So a person
/// sees all such mistakes at once, and what else is wrong further down.
pub fn parse(source: &Arc<Source>) -> Tree {
    let mut text = Cow::Borrowed(source.text.as_str());
    let mut mistakes: Vec<Finding> = Vec::new();
    loop {
        let mut builder = builder::Builder::new(source);
        let Some(mistake) = read(&text, source, &mut builder) else {
            let extent = if mistakes.is_empty() {
                Extent::Whole
            } else {
                Extent::Patched
            };
            return builder.finish(extent, mistakes);
        };
        let before = mistakes.last().map_or(0, |it| it.place.span.end);
        let patch = mistake
            .value
            .filter(|value| value.end > before && mistakes.len() < MAX_PATCHES);
        mistakes.push(mistake.finding);
        let Some(value) = patch else {
            return builder.finish(Extent::Part, mistakes);
        };
        text.to_mut()
            .replace_range(value.clone(), &"x".repeat(value.len()));
    }
}

/// What ended the reading.
struct Mistake {
    finding: Finding,
    /// The value that the mistake is confined to, if it is.
    value: Option<Range<usize>>,
}

impl From<Finding> for Mistake {
    fn from(finding: Finding) -> Self {
        Self {
            finding,
            value: None,
        }
    }
}

fn read(text: &str, source: &Arc<Source>, builder: &mut builder::Builder<'_>) -> Option<Mistake> {
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
    };
    for event in granit_parser::Parser::new_from_str_with_options(text, options) {
        let step = match event {
            Ok((event, span)) => builder
                .event(event, span)
                .map_err(|finding| Mistake::from(*finding)),
            Err(error) => Err(syntax::mistake(&error, source)),
        };
        if let Err(mistake) = step {
            return Some(mistake);
        }
    }
    None
}
