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
mod node;
mod scalar;
mod syntax;

pub(crate) use explanations::EXPLANATIONS;
pub use node::{Key, Node, Style, Value};

use crate::finding::{Finding, Source};
use std::sync::Arc;

/// How deep values may be nested. A guide needs eight levels.
pub const MAX_DEPTH: usize = 64;

/// What was read from a file.
#[derive(Debug)]
pub struct Tree {
    /// The file.
    pub source: Arc<Source>,
    /// The outermost value, if there is any.
    pub root: Option<Node>,
    /// Whether all of the file was read. Nothing may be called missing in a part.
    pub extent: Extent,
    /// What is wrong with the file as YAML.
    pub findings: Vec<Finding>,
}

/// How much of a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What stands before a mistake that ended the reading.
    Part,
}

/// Reads `source` as YAML.
pub fn parse(source: &Arc<Source>) -> Tree {
    let mut builder = builder::Builder::new(source);
    let options = granit_parser::options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_unresolved_aliases: true,
    };
    let mut extent = Extent::Whole;
    for event in granit_parser::Parser::new_from_str_with_options(&source.text, options) {
        let step = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => Err(syntax::finding(&error, source)),
        };
        if let Err(finding) = step {
            builder.findings.push(finding);
            extent = Extent::Part;
            break;
        }
    }
    builder.finish(extent)
}
