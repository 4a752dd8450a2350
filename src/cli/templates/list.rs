//! `hirekit templates list`: what there is to change, and what is changed.

use super::super::arguments::Arguments;
use super::super::terminal::number;
use super::super::{Outcome, Terminal};
use crate::report::Report;
use crate::workspace::{Standing, standings};
use std::fmt::Write as _;

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let (standings, findings) = standings(&arguments.directory)?;
    terminal.report(&Report::of(&findings))?;
    terminal.say(&listed(&standings))?;
    Ok(Outcome::of(&findings))
}

fn listed(standings: &[Standing]) -> String {
    let names = standings.iter().map(|it| it.name.chars().count());
    let widest = names.max().unwrap_or_default();
    let mut text = String::new();
    for it in standings {
        let about = it.built_in.map_or("a piece of your own", |it| it.about);
        let _ = writeln!(text, "{:widest$}  {:8}  {about}", it.name, it.state());
    }
    let yours = standings.iter().filter(|it| it.own.is_some()).count();
    let outdated = standings.iter().filter(|it| it.is_outdated()).count();
    let _ = write!(text, "{}", number(standings.len(), "template"));
    if yours > 0 {
        let _ = write!(text, ", {yours} of them yours");
    }
    text.push('\n');
    if outdated > 0 {
        let _ = writeln!(
            text,
            "{} changed since you copied it: `hirekit templates diff` shows how",
            number(outdated, "built-in template")
        );
    }
    text
}
