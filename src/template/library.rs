//! The templates in force: built in, or replaced by a file of the same name.

use super::{BUILT_IN, BuiltIn, Language, closure, failure, filters};
use crate::document::{self, Document};
use crate::finding::{Finding, Source};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The largest template, in bytes. Thousands of chained operators overflow a parser's stack, and
/// no honest template comes near this size.
pub const MAX_TEMPLATE_BYTES: usize = 64 << 10;

/// Instructions that one packet may take: a hundred times what the largest bundled packet takes.
const FUEL: u64 = 5_000_000;

/// How deep templates may include one another.
const MAX_DEPTH: usize = 64;

/// Templates that replace built-in ones or add to them, by name.
pub type Replacements = BTreeMap<String, Arc<Source>>;

/// The templates in force.
pub struct Library {
    environment: Environment<'static>,
    replacements: Replacements,
}

/// A rendered packet.
#[derive(Debug)]
pub struct Rendered {
    /// The Markdown.
    pub markdown: String,
    /// What it says.
    pub document: Document,
}

impl Library {
    /// The built-in templates, some of them replaced, with what is wrong with the replacements.
    pub fn new(replacements: Replacements) -> (Self, Vec<Finding>) {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax());
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_fuel(Some(FUEL));
        environment.set_recursion_limit(MAX_DEPTH);
        filters::add(&mut environment);
        let mut findings = Vec::new();
        for built_in in BuiltIn::all_in(Language::Markdown) {
            if !replacements.contains_key(built_in.name) {
                let added = environment.add_template(built_in.name, built_in.text);
                added.expect("the built-in templates parse: a test renders each of them");
            }
        }
        for (name, source) in &replacements {
            if Language::of(name) != Some(Language::Markdown) {
                continue;
            }
            let added = environment.add_template_owned(name.clone(), source.text.clone());
            if let Err(error) = added {
                findings.push(failure::error(&error, name, |_| Arc::clone(source)));
            }
        }
        let library = Self {
            environment,
            replacements,
        };
        (library, findings)
    }

    /// For each template, the texts that what it renders can depend on: its own, and those of all
    /// templates that it includes.
    pub fn closures(&self) -> BTreeMap<&str, Vec<&str>> {
        closure::closures(&texts(&self.replacements))
    }

    /// Renders a packet.
    ///
    /// # Errors
    ///
    /// What is wrong with the template: it asks for what is not there, does not end, or uses a
    /// marker wrongly.
    pub fn render(
        &self,
        template: &str,
        packet: &impl Serialize,
    ) -> Result<Rendered, Vec<Finding>> {
        let values = Value::from(Serde(packet));
        let found = self.environment.get_template(template);
        let found = found.map_err(|error| vec![self.failure(&error, template)])?;
        let text = found
            .render(&values)
            .map_err(|error| vec![self.failure(&error, template)])?;
        let markdown = tidy(&text);
        let (document, problems) = document::parse(&markdown);
        if problems.is_empty() {
            return Ok(Rendered { markdown, document });
        }
        Err(self.misused_markers(&found, &values))
    }

    fn failure(&self, error: &minijinja::Error, template: &str) -> Finding {
        failure::error(error, template, |name| self.source(name))
    }

    /// Renders again, this time keeping track of which template wrote what.
    fn misused_markers(
        &self,
        template: &minijinja::Template<'_, '_>,
        values: &Value,
    ) -> Vec<Finding> {
        let rendered = template.render_with_spans(values);
        let (text, spans) = rendered.expect("it rendered a moment ago, from the same values");
        let problems = document::parse(&text).1;
        let findings = problems.iter().map(|problem| {
            let span = spans
                .iter()
                .rfind(|span| span.output_range().start <= problem.at);
            let (name, range) = match span {
                Some(span) => {
                    let start = span.source_range().start + problem.at - span.output_range().start;
                    (span.name(), start..start + problem.length)
                }
                None => (template.name(), 0..0),
            };
            let source = self.source(name);
            let end = range.end.min(source.text.len());
            failure::marker(&source, range.start.min(end)..end, &problem.message)
        });
        findings.collect()
    }

    /// The text of a template, for showing a place in it.
    fn source(&self, name: &str) -> Arc<Source> {
        if let Some(source) = self.replacements.get(name) {
            return Arc::clone(source);
        }
        let text = BuiltIn::named(name).map_or("", |it| it.text);
        Arc::new(Source {
            path: format!("built-in templates/{name}").into(),
            text: text.to_owned(),
        })
    }
}

/// The templates in force, by name.
fn texts(replacements: &Replacements) -> BTreeMap<&str, &str> {
    let mut texts: BTreeMap<&str, &str> = BUILT_IN.iter().map(|it| (it.name, it.text)).collect();
    let own = replacements.iter();
    texts.extend(own.map(|(name, source)| (name.as_str(), source.text.as_str())));
    texts
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
