//! Where the program writes.

use super::MessageFormat;
use crate::finding::{Finding, Severity, visible};
use crate::report::{self, Report, Root, text};
use anyhow::Context;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Where the program writes: results to the output, findings and progress to the error stream; in
/// the formats for programs, findings to the output.
pub struct Terminal {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    format: MessageFormat,
    style: text::Style,
    /// Whether a person watches the error stream.
    interactive: bool,
}

impl Terminal {
    /// The standard streams of this process, with findings in this format.
    pub fn standard(format: MessageFormat) -> Self {
        let interactive = io::stderr().is_terminal();
        let colour = interactive && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
        Self {
            out: Box::new(io::stdout()),
            err: Box::new(io::stderr()),
            format,
            style: text::Style {
                colour,
                ..text::Style::default()
            },
            interactive,
        }
    }

    /// Whether a person watches, so that progress is worth showing.
    pub fn is_interactive(&self) -> bool {
        self.interactive
    }

    /// Writes findings as plain sentences from now on.
    pub fn speak_plainly(&mut self) {
        self.style.screen_reader = true;
    }

    /// Writes what a command is there to print, whatever the format of findings.
    ///
    /// # Errors
    ///
    /// The output cannot be written.
    pub fn print(&mut self, text: &str) -> anyhow::Result<()> {
        write(&mut self.out, text)
    }

    /// Writes what a command has to say besides its findings. A program that asked for findings
    /// gets nothing else.
    ///
    /// # Errors
    ///
    /// The output cannot be written.
    pub fn say(&mut self, text: &str) -> anyhow::Result<()> {
        match self.format {
            MessageFormat::Text => self.print(text),
            MessageFormat::Json | MessageFormat::Sarif | MessageFormat::Github => Ok(()),
        }
    }

    /// Says why the command could not run.
    ///
    /// # Errors
    ///
    /// The error stream cannot be written.
    pub fn fail(&mut self, error: &anyhow::Error) -> io::Result<()> {
        let words = visible(format!("{error:#}").chars());
        writeln!(self.err, "error: {words}")
    }

    /// Warns of what the command is about to do.
    ///
    /// # Errors
    ///
    /// The error stream cannot be written.
    pub fn warn(&mut self, warning: &str) -> io::Result<()> {
        writeln!(self.err, "warning: {}", visible(warning.chars()))
    }

    /// Writes findings, in the format that was asked for.
    ///
    /// # Errors
    ///
    /// The stream cannot be written, or the current folder is not known.
    pub fn report(&mut self, report: &Report<'_>) -> anyhow::Result<()> {
        let findings = report.findings;
        let machine = match self.format {
            MessageFormat::Text => {
                return write(&mut self.err, &for_people(findings, &self.style));
            }
            MessageFormat::Json => report::json::json(report, &root()?),
            MessageFormat::Sarif => report::sarif::sarif(findings, &root()?),
            MessageFormat::Github => report::github::github(findings, &root()?),
        };
        write(&mut self.out, &machine)
    }
}

/// Findings, and how many there are.
fn for_people(findings: &[Finding], style: &text::Style) -> String {
    let Some(first) = findings.iter().map(|it| it.code).min() else {
        return String::new();
    };
    let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
    let counts = [
        number(count(Severity::Error), "error"),
        number(count(Severity::Warning), "warning"),
        format!("{} of advice", number(count(Severity::Advice), "piece")),
    ];
    let counts = counts.into_iter().filter(|it| !it.starts_with("0 "));
    let drawn = text::text(findings, style);
    let counts = in_a_row(&counts.collect::<Vec<_>>());
    format!("{drawn}{counts}; `hirekit explain {first}` tells more\n")
}

/// `a`, `a and b`, `a, b and c`.
fn in_a_row(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

fn root() -> anyhow::Result<Root> {
    let current = std::env::current_dir().context("cannot tell the current folder")?;
    Ok(Root::around(&current))
}

fn write(stream: &mut dyn Write, text: &str) -> anyhow::Result<()> {
    let written = stream.write_all(text.as_bytes());
    match written.and_then(|()| stream.flush()) {
        // Whoever reads, such as `head`, has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// `1 error`, `2 errors`.
pub fn number(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
