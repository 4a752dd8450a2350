//! The templates in force: built in, or replaced by a file of the same name.

use super::{BUILT_IN, closure, failure, filters};
use crate::document::{self, Document, Problem};
use crate::finding::{Finding, Source};
use crate::labels::Labels;
use crate::theme::Theme;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, OutputSpanKind, UndefinedBehavior, context};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The largest template, in bytes. Thousands of chained operators overflow a parser's stack, and
/// no honest template comes near this size.
pub const MAX_TEMPLATE_BYTES: usize = 64 << 10;

/// Instructions that one packet may take, each worth 64 bytes of text: ten times what the largest
/// bundled packet takes.
const FUEL: u64 = 500_000;

/// The most Markdown that one packet may be, in bytes: ten times the largest bundled packet.
const MAX_PACKET_BYTES: usize = 256 << 10;

/// How deep templates may include one another.
const MAX_DEPTH: usize = 64;

/// Templates that replace built-in ones, by name.
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
        environment.add_global("theme", of_theme(&Theme::default()));
        let mut findings = Vec::new();
        for (name, text) in BUILT_IN {
            let Some(source) = replacements.get(*name) else {
                let added = environment.add_template(name, text);
                added.expect("the built-in templates parse: a test renders each of them");
                continue;
            };
            let added = environment.add_template_owned(*name, source.text.clone());
            if let Err(error) = added {
                findings.push(failure::error(&error, name, &Value::UNDEFINED, |_| {
                    Arc::clone(source)
                }));
            }
        }
        let library = Self {
            environment,
            replacements,
        };
        (library, findings)
    }

    /// Gives the templates what the theme of a workspace says.
    #[must_use]
    pub fn with_theme(mut self, theme: &Theme) -> Self {
        self.environment.add_global("theme", of_theme(theme));
        self
    }

    /// For each template, the texts that what it renders can depend on: its own, and those of all
    /// templates that it includes.
    pub fn closures(&self) -> BTreeMap<&'static str, Vec<&str>> {
        let texts = BUILT_IN.iter().map(|(name, text)| {
            let replacement = self.replacements.get(*name);
            (
                *name,
                replacement.map_or(*text, |source| source.text.as_str()),
            )
        });
        closure::closures(&texts.collect())
    }

    /// Renders a packet, with labels in its language.
    ///
    /// # Errors
    ///
    /// What is wrong with the template: it asks for what is not there, does not end, makes too
    /// much, or uses a marker wrongly.
    pub fn render(
        &self,
        template: &str,
        packet: &impl Serialize,
        labels: &Labels,
    ) -> Result<Rendered, Vec<Finding>> {
        let labels = &labels.templates;
        let values = context! { labels => labels, ..Value::from(Serde(packet)) };
        let found = self.environment.get_template(template);
        let found = found.map_err(|error| vec![self.failure(&error, template, labels)])?;
        let text = found
            .render(&values)
            .map_err(|error| vec![self.failure(&error, template, labels)])?;
        if text.len() > MAX_PACKET_BYTES {
            let source = self.source(template);
            let finding = failure::packet_too_large(&source, text.len(), MAX_PACKET_BYTES);
            return Err(vec![finding]);
        }
        let markdown = tidy(&text);
        let (document, problems) = document::parse(&markdown);
        if problems.is_empty() {
            return Ok(Rendered { markdown, document });
        }
        Err(self.misused(&found, &values, &problems))
    }

    fn failure(&self, error: &minijinja::Error, template: &str, labels: &Value) -> Finding {
        failure::error(error, template, labels, |name| self.source(name))
    }

    /// Renders again, this time keeping track of which template wrote what. `problems` are those of
    /// the tidied text, for the case that there are none before it is tidied.
    fn misused(
        &self,
        template: &minijinja::Template<'_, '_>,
        values: &Value,
        problems: &[Problem],
    ) -> Vec<Finding> {
        let rendered = template.render_with_spans(values);
        let (text, spans) = rendered.expect("it rendered a moment ago, from the same values");
        let untidied = document::parse(&text).1;
        if untidied.is_empty() {
            let source = self.source(template.name());
            let findings = problems.iter();
            return findings
                .map(|problem| failure::written(&source, 0..0, problem))
                .collect();
        }
        let findings = untidied.iter().map(|problem| {
            let span = spans
                .iter()
                .rfind(|span| span.output_range().start <= problem.at);
            let (name, range) = match span {
                Some(span) if span.kind() == OutputSpanKind::Raw => {
                    let start = span.source_range().start + problem.at - span.output_range().start;
                    let end = span.source_range().end.min(start + problem.length);
                    (span.name(), start..end)
                }
                Some(span) => (span.name(), span.source_range()),
                None => (template.name(), 0..0),
            };
            let source = self.source(name);
            let is_text = source.text.get(range.clone()).is_some();
            failure::written(&source, if is_text { range } else { 0..0 }, problem)
        });
        findings.collect()
    }

    /// The text of a template, for showing a place in it.
    fn source(&self, name: &str) -> Arc<Source> {
        if let Some(source) = self.replacements.get(name) {
            return Arc::clone(source);
        }
        let built_in = BUILT_IN.iter().find(|(other, _)| *other == name);
        Arc::new(Source {
            path: format!("built-in templates/{name}").into(),
            text: built_in.map_or_else(String::new, |(_, text)| (*text).to_owned()),
        })
    }
}

/// What templates know of the theme.
fn of_theme(theme: &Theme) -> Value {
    let note_lines = theme.note_lines.unwrap_or(Theme::USUAL_NOTE_LINES);
    context! { note_lines }
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
