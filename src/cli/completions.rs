//! `hirekit completions`: a completion script for a shell.

use super::arguments::{Arguments, Completions};
use super::{Outcome, Terminal};
use clap::CommandFactory;

pub(super) fn run(command: &Completions, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(
        command.shell,
        &mut Arguments::command(),
        "hirekit",
        &mut script,
    );
    terminal.print(&String::from_utf8(script)?)?;
    Ok(Outcome::Clean)
}
