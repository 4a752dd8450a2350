//! `hirekit new`: another guide.

use super::arguments::{Arguments, New};
use super::{Outcome, Terminal, call, starter};

pub(super) fn run(
    command: &New,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let root = &arguments.directory;
    let wrote = match &command.extends {
        Some(base) => vec![starter::write_overlay(root, &command.id, base)?],
        None => starter::write(root, &command.id, command.from)?,
    };
    if !arguments.quiet {
        let mut wrote = wrote.iter().rev().peekable();
        while let Some(path) = wrote.next() {
            let path = path.strip_prefix(".").unwrap_or(path).display();
            terminal.print(&match wrote.peek() {
                Some(_) => format!("Wrote {path}, which the guide includes from.\n"),
                None => format!(
                    "Wrote {path}. Edit it, then run `{} build {}`.\n",
                    call::hirekit(root),
                    command.id
                ),
            })?;
        }
    }
    Ok(Outcome::Clean)
}
