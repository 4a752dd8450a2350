//! `hirekit templates show`: a template, as it is in force or built in.

use super::super::arguments::Arguments;
use super::super::{Outcome, Terminal};
use super::arguments::ShowTemplate;
use super::named;
use crate::report::Report;
use crate::workspace::standings;
use anyhow::bail;

pub(super) fn run(
    command: &ShowTemplate,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let (standings, findings) = standings(&arguments.directory)?;
    let template = named(&command.template, &standings)?;
    let built_in = template.built_in.map(|it| it.text);
    let own = template.own.as_ref().map(|source| source.text.as_str());
    let text = if command.built_in {
        built_in
    } else {
        own.or(built_in)
    };
    let Some(text) = text else {
        bail!(
            "`{}` is a piece of your own: none is built in",
            template.name
        );
    };
    terminal.report(&Report::of(&findings))?;
    terminal.say(text)?;
    Ok(Outcome::of(&findings))
}
