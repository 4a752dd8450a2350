//! Where the program writes.

use crate::finding::text;
use crate::finding::{Finding, Severity};
use std::io::{ErrorKind, IsTerminal, Write};

/// Where the program writes: results to the output, findings and progress to the error stream.
pub struct Terminal {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    style: text::Style,
    /// Whether a person watches the error stream.
    interactive: bool,
}

impl Terminal {
    /// The standard streams of this process.
    pub fn standard() -> Self {
        let interactive = std::io::stderr().is_terminal();
        let colour = interactive && std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
        Self {
            out: Box::new(std::io::stdout()),
            err: Box::new(std::io::stderr()),
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

    /// Writes a result.
    ///
    /// # Errors
    ///
    /// The output cannot be written.
    pub fn print(&mut self, text: &str) -> anyhow::Result<()> {
        let written = self.out.write_all(text.as_bytes());
        match written.and_then(|()| self.out.flush()) {
            // Whoever reads, such as `head`, has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => Ok(written?),
        }
    }

    /// Says why the command could not run.
    ///
    /// # Errors
    ///
    /// The error stream cannot be written.
    pub fn fail(&mut self, error: &anyhow::Error) -> std::io::Result<()> {
        writeln!(self.err, "error: {error:#}")
    }

    /// Warns of what the command is about to do.
    ///
    /// # Errors
    ///
    /// The error stream cannot be written.
    pub fn warn(&mut self, warning: &str) -> std::io::Result<()> {
        writeln!(self.err, "warning: {warning}")
    }

    /// Writes findings, and how many there are.
    ///
    /// # Errors
    ///
    /// The error stream cannot be written.
    pub fn report(&mut self, findings: &[Finding]) -> anyhow::Result<()> {
        if findings.is_empty() {
            return Ok(());
        }
        self.err
            .write_all(text::text(findings, &self.style).as_bytes())?;
        let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let mut parts = Vec::new();
        if errors > 0 {
            parts.push(number(errors, "error"));
        }
        if warnings > 0 {
            parts.push(number(warnings, "warning"));
        }
        let mut codes: Vec<_> = findings.iter().map(|it| it.code).collect();
        codes.sort_unstable();
        let more = format!("`hirekit explain {}` tells more", codes[0]);
        writeln!(self.err, "{}; {more}", parts.join(" and "))?;
        Ok(self.err.flush()?)
    }
}

/// `1 error`, `2 errors`.
pub fn number(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
