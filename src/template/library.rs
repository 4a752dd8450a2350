//! The templates in force: built in, or replaced by a file of the same name.

use super::{BUILT_IN, Failure, filters};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;

/// The largest template, in bytes. Thousands of chained operators overflow a parser's stack, and
/// no honest template comes near this size.
pub const MAX_TEMPLATE_BYTES: u64 = 64 << 10;

/// Instructions that one packet may take. The largest bundled packet takes about 20,000.
const FUEL: u64 = 5_000_000;

/// The templates in force.
pub struct Library {
    environment: Environment<'static>,
}

impl Library {
    /// The built-in templates, with replacements by name.
    ///
    /// # Errors
    ///
    /// A replacement that does not parse.
    pub fn new(replacements: BTreeMap<String, String>) -> Result<Self, Vec<Failure>> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax());
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_fuel(Some(FUEL));
        filters::add(&mut environment);
        for (name, text) in BUILT_IN {
            if !replacements.contains_key(*name) {
                let added = environment.add_template(name, text);
                added.expect("the built-in templates parse: a test renders each of them");
            }
        }
        let failures: Vec<_> = replacements
            .into_iter()
            .filter_map(|(name, text)| {
                let added = environment.add_template_owned(name.clone(), text);
                added.err().map(|error| Failure::new(&error, &name))
            })
            .collect();
        if failures.is_empty() {
            Ok(Self { environment })
        } else {
            Err(failures)
        }
    }

    /// Renders a packet's Markdown.
    ///
    /// # Errors
    ///
    /// A template that asks for what is not there, or does not end.
    pub fn render(&self, template: &str, packet: &impl Serialize) -> Result<String, Failure> {
        let rendered = self
            .environment
            .get_template(template)
            .and_then(|found| found.render(Value::from(Serde(packet))));
        match rendered {
            Ok(text) => Ok(tidy(&text)),
            Err(error) => Err(Failure::new(&error, template)),
        }
    }
}

/// A tag on a line of its own leaves no line behind.
fn syntax() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true);
    syntax.build().expect("the standard delimiters are valid")
}

/// Removes the white space that template tags leave behind: trailing spaces and runs of empty
/// lines, outside code.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<&str> = None;
    let mut empty = true;
    for line in text.lines() {
        let words = line.trim_start_matches([' ', '>']);
        match fence {
            Some(mark) if words.trim_end() == mark => fence = None,
            None if words.starts_with("```") => {
                fence = Some(&words[..words.len() - words.trim_start_matches('`').len()]);
            }
            _ => {}
        }
        let line = if fence.is_some() {
            line
        } else {
            line.trim_end()
        };
        if line.is_empty() && empty && fence.is_none() {
            continue;
        }
        empty = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
