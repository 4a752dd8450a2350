//! `hirekit coverage`: which stage asks for and rates what.

use super::arguments::{Arguments, Coverage as Command};
use super::guides::Look;
use super::{Outcome, Terminal, guides};
use crate::coverage::{Coverage, text};
use crate::kit::Words;
use crate::labels::Languages;
use crate::report::Report;

pub(super) fn run(
    command: &Command,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let loaded = guides::load(arguments, &command.guides, &command.fill, Look::Sound)?;
    let findings = loaded.findings();
    terminal.report(&Report::of(&findings))?;
    let sound = loaded
        .guides
        .iter()
        .filter_map(|checked| checked.guide.as_ref());
    let shown: Vec<_> = sound
        .map(|guide| {
            let words = Words::new(guide, &loaded.fills, Languages::english());
            text::text(guide, &Coverage::of(guide), &words)
        })
        .collect();
    terminal.say(&shown.join("\n"))?;
    Ok(Outcome::of(&findings))
}
