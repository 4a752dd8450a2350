//! The templates in force: built in, or replaced by a file of the same name.

use super::diagnosis::diagnose;
use super::{BUILT_IN, BuiltIn, Language, closure, failure, filters};
use crate::document::{self, Document, Problem};
use crate::finding::{Finding, Source, nearest};
use crate::html::Shell;
use crate::kit::running::RunningHead;
use crate::kit::{Imprint, Running};
use crate::labels::Labels;
use crate::theme::Theme;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, OutputSpanKind, UndefinedBehavior, context};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
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

/// The templates of what stands above and below every page.
const RUNNING_HEAD: &str = "running-head.md";
const RUNNING_FOOT: &str = "running-foot.md";
pub(crate) const RUNNING_HEADS: [&str; 2] = [RUNNING_HEAD, RUNNING_FOOT];

/// Templates that replace built-in ones or add to them, by name.
pub type Replacements = BTreeMap<String, Arc<Source>>;

/// The templates in force.
pub struct Library {
    environment: Environment<'static>,
    shell: Shell,
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
        bound(&mut environment);
        filters::add(&mut environment);
        environment.add_global("theme", of_theme(&Theme::default()));
        let mut findings = Vec::new();
        for built_in in BuiltIn::all_in(Language::Markdown) {
            // All of them: one is still there when what replaces it cannot be read.
            let added = environment.add_template(built_in.name, built_in.text);
            added.expect("the built-in templates parse: a test renders each of them");
        }
        for (name, source) in &replacements {
            if Language::of(name) != Some(Language::Markdown) {
                continue;
            }
            let added = environment.add_template_owned(name.clone(), source.text.clone());
            if let Err(error) = added {
                findings.push(failure::broken(&error, source));
            }
        }
        let (shell, wrong) = Shell::new(&replacements);
        findings.extend(wrong);
        // One that is in no folder may be the template of a packet: only the guides tell.
        findings.extend(unused(&replacements, |name| !name.contains('/')));
        let library = Self {
            environment,
            shell,
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

    /// The templates and style sheets of pages.
    pub fn shell(&self) -> &Shell {
        &self.shell
    }

    /// The templates of the workspace that no packet is made with, when those of all packets are
    /// `named` by guides and settings.
    pub fn unused(&self, named: &BTreeSet<&str>) -> Vec<Finding> {
        unused(&self.replacements, |name| named.contains(name))
    }

    /// For each template, the texts that what it renders can depend on: its own, and those of all
    /// templates that it includes.
    pub fn closures(&self) -> BTreeMap<&str, Vec<&str>> {
        closure::closures(&texts(&self.replacements))
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
        let values = values(packet, labels);
        let found = self.environment.get_template(template);
        let wrong = |error: &minijinja::Error| {
            let source = |name: &str| self.source(name);
            let environment = &self.environment;
            vec![diagnose(error, environment, template, &values, &source)]
        };
        let found = found.map_err(|error| wrong(&error))?;
        let text = found.render(&values).map_err(|error| wrong(&error))?;
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

    /// The imprint with what stands above and below the text of its pages.
    ///
    /// # Errors
    ///
    /// As [`Library::render`]; and what a template makes is more than a line of words.
    pub fn with_running_heads(&self, imprint: &Imprint) -> Result<Imprint, Vec<Finding>> {
        let values = RunningHead::of(imprint);
        let line = |template| {
            let document = self.render(template, &values, &imprint.labels)?.document;
            let line = Running::line(&document);
            line.ok_or_else(|| vec![failure::no_line(&self.source(template))])
        };
        let running = Running {
            head: line(RUNNING_HEAD)?,
            foot: line(RUNNING_FOOT)?,
        };
        Ok(Imprint {
            running,
            ..imprint.clone()
        })
    }

    /// Renders a packet, and tells by their names which templates had a part in it.
    ///
    /// # Errors
    ///
    /// As [`Library::render`].
    pub(super) fn pieces(
        &self,
        template: &str,
        packet: &impl Serialize,
        labels: &Labels,
    ) -> Result<(Document, BTreeSet<String>), Vec<Finding>> {
        let document = self.render(template, packet, labels)?.document;
        let found = self.environment.get_template(template);
        let again = found.and_then(|it| it.render_with_spans(values(packet, labels)));
        let (_, spans) = again.expect("it rendered a moment ago, from the same values");
        let mut names: BTreeSet<String> = spans.iter().map(|span| span.name().to_owned()).collect();
        // One that writes nothing itself had a part in it when one that it includes has.
        let reach = closure::reach(&texts(&self.replacements));
        let leads = |name: &&str| reach[name].iter().any(|it| names.contains(*it));
        let leading = reach[template].iter().filter(|it| leads(it));
        let leading: Vec<String> = leading.map(|it| (*it).to_owned()).collect();
        names.extend(leading);
        Ok((document, names))
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
        source(&self.replacements, name)
    }
}

/// What a template is given.
fn values(packet: &impl Serialize, labels: &Labels) -> Value {
    context! { labels => &labels.templates, ..Value::from(Serde(packet)) }
}

/// What templates know of the theme.
fn of_theme(theme: &Theme) -> Value {
    let note_lines = theme.note_lines.unwrap_or(Theme::USUAL_NOTE_LINES);
    context! { note_lines }
}

/// The text of a template, replaced or built in.
pub(crate) fn source(replacements: &Replacements, name: &str) -> Arc<Source> {
    if let Some(source) = replacements.get(name) {
        return Arc::clone(source);
    }
    let text = BuiltIn::named(name).map_or("", |it| it.text);
    Arc::new(Source {
        path: format!("built-in templates/{name}").into(),
        text: text.to_owned(),
    })
}

/// What a template of any kind may take: it comes from a stranger, perhaps.
pub(crate) fn bound(environment: &mut Environment<'_>) {
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(MAX_DEPTH);
    // Where values come from is looked into when something is wrong, see `diagnosis`.
    environment.set_debug(false);
}

/// The workspace's templates that no packet can reach. `is_asked_for` tells which of those that
/// replace nothing are the template of a packet.
fn unused(replacements: &Replacements, is_asked_for: impl Fn(&str) -> bool) -> Vec<Finding> {
    let texts = texts(replacements);
    let mut reach = closure::reach(&texts);
    reach.retain(|name, _| BuiltIn::named(name).is_some() || is_asked_for(name));
    let own = replacements.iter();
    let unused = own.filter(|(name, _)| !reach.values().any(|it| it.contains(name.as_str())));
    let names = BUILT_IN.iter().map(|it| it.name);
    let meant = |name: &str| {
        // A copy of a piece in the wrong folder, or else a name that is misspelt.
        let same = names.clone().find(|it| file_name(it) == file_name(name));
        same.or_else(|| nearest(name, names.clone()))
    };
    unused
        .map(|(name, source)| failure::unused(source, meant(name)))
        .collect()
}

/// The last part of the name of a template.
fn file_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
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
