//! `hirekit new`: another guide.

use super::arguments::{Arguments, New};
use super::{Outcome, Terminal, starter};

pub(super) fn run(
    command: &New,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let path = starter::write(&arguments.directory, &command.id, command.from)?;
    if !arguments.quiet {
        let path = path.strip_prefix(".").unwrap_or(&path).display();
        terminal.print(&format!(
            "Wrote {path}. Edit it, then run `hirekit build {}`.\n",
            command.id
        ))?;
    }
    Ok(Outcome::Clean)
}
