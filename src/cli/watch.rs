//! `hirekit watch`: builds whenever something has changed.

use super::arguments::{Arguments, Watch};
use super::keep_built::Keeper;
use super::{Outcome, Terminal};

pub(super) fn run(
    command: &Watch,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let mut keeper = Keeper::new(&command.kits, arguments)?;
    keeper.begin(terminal)?;
    if !arguments.quiet {
        terminal.say("Waiting for changes; Ctrl-C ends\n")?;
    }
    keeper.go_on(terminal, &|_| ())
}
