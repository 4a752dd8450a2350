//! `hirekit templates`: built-in templates, and those of the workspace.

pub mod arguments;
mod check;
mod diff;
mod eject;
mod list;
mod reference;
mod show;

pub(super) use check::findings;

use self::arguments::{Templates, TemplatesCommand};
use super::arguments::Arguments;
use super::{Outcome, Terminal};
use crate::finding::nearest;
use crate::workspace::Standing;
use anyhow::bail;

pub(super) fn run(
    command: &Templates,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    match &command.command {
        TemplatesCommand::List => list::run(arguments, terminal),
        TemplatesCommand::Show(command) => show::run(command, arguments, terminal),
        TemplatesCommand::Eject(command) => eject::run(command, arguments, terminal),
        TemplatesCommand::Diff(command) => diff::run(command, arguments, terminal),
        TemplatesCommand::Check => check::run(arguments, terminal),
        TemplatesCommand::Reference => reference::run(terminal),
    }
}

/// The template that is called so: by its name, or in short by its last part without ending.
fn named<'s>(name: &str, standings: &'s [Standing]) -> anyhow::Result<&'s Standing> {
    let name = name.strip_prefix("templates/").unwrap_or(name);
    if let Some(found) = standings.iter().find(|it| it.name == name) {
        return Ok(found);
    }
    let fits = standings.iter().filter(|it| short(&it.name) == name);
    match fits.collect::<Vec<_>>().as_slice() {
        [only] => Ok(only),
        [] => {
            let names = standings
                .iter()
                .flat_map(|it| [it.name.as_str(), short(&it.name)]);
            match nearest(name, names) {
                Some(meant) => bail!("there is no template `{name}`: did you mean `{meant}`?"),
                None => {
                    bail!("there is no template `{name}`: `hirekit templates list` names them")
                }
            }
        }
        several => {
            let names: Vec<_> = several.iter().map(|it| format!("`{}`", it.name)).collect();
            bail!("`{name}` may be {}", names.join(" or "))
        }
    }
}

/// The last part of a name, without its ending: `question` for `parts/question.md`.
fn short(name: &str) -> &str {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.split_once('.').map_or(last, |(stem, _)| stem)
}
