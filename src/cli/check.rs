//! `hirekit check`: every mistake of every guide in one run.

use super::arguments::{Arguments, Check};
use super::guides::Look;
use super::terminal::number;
use super::{Outcome, Terminal, guides};
use crate::report::Report;

pub(super) fn run(
    command: &Check,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let checked = guides::load(arguments, &command.guides, &command.fill, Look::Good)?;
    let findings = checked.findings();
    terminal.report(&Report::of(&findings))?;
    if findings.is_empty() && !arguments.quiet {
        terminal.say(&format!(
            "{}, no findings\n",
            number(checked.guides.len(), "guide")
        ))?;
    }
    Ok(Outcome::of(&findings))
}
