//! What every code means: the text behind `hirekit explain CODE`.
//!
//! Each code is explained where it is found, as a constant beside the code that finds it. This
//! file only lists those places. A test runs every example.

use super::{Finding, Place, Severity};
use crate::lint::Rule;

/// A kind of finding, explained.
#[derive(Debug, Clone, Copy)]
pub struct Explanation {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// Whether a guide with this finding can still be built.
    pub severity: Severity,
    /// What is wrong, in a few words: lower case, no full stop.
    pub summary: &'static str,
    /// Why it matters, in a sentence or two.
    pub why: &'static str,
    /// What is found.
    pub bad: Example,
    /// What to write instead.
    pub good: Example,
}

/// An example in an explanation.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// Top-level fields of a guide. A test puts them into a small complete guide and checks it.
    Run(&'static str),
    /// Words, where the mistake is in the bytes, or needs more than one file.
    Told(&'static str),
}

impl Explanation {
    /// A finding of this kind.
    pub fn finding(&self, place: Place, message: impl Into<String>) -> Finding {
        Finding {
            code: self.code,
            severity: self.severity,
            message: message.into(),
            place,
            label: String::new(),
            related: Vec::new(),
            help: None,
            fix: None,
        }
    }
}

/// All explanations, by place. A module that makes findings adds its list here.
fn catalogue() -> impl Iterator<Item = &'static Explanation> {
    [
        crate::source::EXPLANATIONS,
        crate::yaml::EXPLANATIONS,
        crate::schema::EXPLANATIONS,
        crate::overlay::EXPLANATIONS,
        crate::library::EXPLANATIONS,
        crate::labels::EXPLANATIONS,
        crate::template::EXPLANATIONS,
        crate::workspace::EXPLANATIONS,
        crate::build::EXPLANATIONS,
    ]
    .into_iter()
    .flatten()
    .chain(crate::check::explanations())
    .chain(crate::lint::explanations())
}

/// Every code with its summary, by code.
pub fn codes() -> Vec<(&'static str, &'static str)> {
    let mut codes: Vec<_> = catalogue().map(|it| (it.code, it.summary)).collect();
    codes.sort_unstable();
    codes
}

/// The explanation of `code`. `None` when there is no such code.
pub fn explanation(code: &str) -> Option<&'static Explanation> {
    catalogue().find(|it| it.code == code)
}

/// What `code` means, as plain text for a terminal. `None` when there is no such code.
pub fn explain(code: &str) -> Option<String> {
    let it = explanation(code)?;
    let effect = match it.severity {
        Severity::Error => "error: the guide is not built",
        Severity::Warning => "warning: the guide is built all the same",
        Severity::Advice => "advice: something to think about, which may well stay as it is",
    };
    let (about, more) = match crate::lint::rule(code) {
        Some(rule) => (format!("{}\n\n", wrap(rule.what)), advice(rule)),
        None => Default::default(),
    };
    Some(format!(
        "{code}: {}\n{effect}\n\n{about}{}\n\nInstead of\n\n{}\nwrite\n\n{}{more}",
        it.summary,
        wrap(it.why),
        indented(it.bad),
        indented(it.good),
    ))
}

/// What a rule for a good interview says besides.
fn advice(rule: &Rule) -> String {
    let packs: Vec<_> = rule.packs.iter().map(|pack| pack.name()).collect();
    let sources: String = rule
        .sources
        .iter()
        .map(|it| format!("{}\n", wrap(it)))
        .collect();
    let code = rule.name();
    format!(
        "\n{}\n\n{sources}\nPack: {}. To excuse one place, write above its line\n\n    # allow {code}: the reason\n",
        wrap(rule.help),
        packs.join(", "),
    )
}

fn indented(example: Example) -> String {
    let text = match example {
        Example::Run(yaml) => yaml.to_owned(),
        Example::Told(words) => wrap(words),
    };
    let lines = text.lines().map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("    {line}\n"),
    });
    lines.collect()
}

/// Breaks a paragraph into lines that fit any terminal.
fn wrap(paragraph: &str) -> String {
    const WIDTH: usize = 76;
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{catalogue, codes, explain};

    #[test]
    fn every_code_has_one_explanation() {
        let all = codes();
        let mut names: Vec<_> = all.iter().map(|(code, _)| code).collect();
        names.dedup();
        assert_eq!(names.len(), all.len());
        for it in catalogue() {
            assert!(explain(it.code).is_some());
            assert!(!it.summary.ends_with('.') && !it.summary.starts_with(char::is_uppercase));
            assert!(it.why.ends_with('.'), "{}", it.code);
        }
    }
}
