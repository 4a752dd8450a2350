//! `hirekit templates eject`: copies of built-in templates, to be changed.
//!
//! Beside the copy, the built-in template is kept as it stands, so that `templates diff` of a later
//! hirekit can tell what has changed since.

use super::super::arguments::Arguments;
use super::super::{Outcome, Terminal};
use super::arguments::EjectTemplates;
use super::named;
use crate::report::Report;
use crate::template::{BuiltIn, header};
use crate::workspace::{EJECTED, Standing, TEMPLATES, standings};
use anyhow::{Context, bail};
use std::fs;
use std::io::Write as _;
use std::path::Path;

pub(super) fn run(
    command: &EjectTemplates,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let root = &arguments.directory;
    let (standings, findings) = standings(root)?;
    let wanted = command.templates.iter();
    let wanted = wanted.map(|name| copy_of(named(name, &standings)?, command, root));
    // Nothing is written before all names are known to be good.
    let copies = wanted.collect::<anyhow::Result<Vec<_>>>()?;
    terminal.report(&Report::of(&findings))?;
    let folder = root.join(TEMPLATES);
    for (built_in, copy) in copies {
        let (kept, own) = (
            folder.join(EJECTED).join(built_in.name),
            folder.join(built_in.name),
        );
        put(root, &kept, built_in.text)?;
        put(root, &own, &copy)?;
        let own = own.strip_prefix(".").unwrap_or(&own).display();
        if !arguments.quiet {
            terminal.say(&match command.keep {
                true => format!("Noted that {own} is up to date\n"),
                false => format!("Wrote {own}\n"),
            })?;
        }
    }
    Ok(Outcome::of(&findings))
}

/// The text for the file of a template.
fn copy_of(
    template: &Standing,
    command: &EjectTemplates,
    root: &Path,
) -> anyhow::Result<(&'static BuiltIn, String)> {
    let Some(built_in) = template.built_in else {
        bail!(
            "`{}` is a piece of your own: none is built in",
            template.name
        );
    };
    let path = root.join(TEMPLATES).join(built_in.name);
    let is_there = path.symlink_metadata().is_ok();
    let shown = path.strip_prefix(".").unwrap_or(&path).display();
    if command.keep {
        let Some(own) = &template.own else {
            bail!("there is nothing in {shown} to keep, or it is the same as the built-in one");
        };
        let rest = header::split(&own.text).1;
        return Ok((built_in, format!("{}\n{rest}", header::line(built_in))));
    }
    if is_there && !command.force {
        bail!("{shown} is there already: `--force` replaces it");
    }
    Ok((built_in, header::ejected(built_in)))
}

/// Writes a file of the workspace, whole or not at all.
fn put(root: &Path, path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let folder = path.parent().expect("a template is in a folder");
    make_inside(root, folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = folder.join(format!(".{name}.unfinished"));
    let _ = fs::remove_file(&unfinished);
    let mut file = fs::File::create_new(&unfinished).with_context(context)?;
    let written = file.write_all(text.as_bytes());
    let placed = written.and_then(|()| fs::rename(&unfinished, path));
    if placed.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    placed.with_context(context)
}

/// Makes a folder of the workspace, unless a link leads out of it on the way.
fn make_inside(root: &Path, folder: &Path) -> anyhow::Result<()> {
    let context = || format!("cannot make {}", folder.display());
    let real = root.canonicalize().with_context(context)?;
    // The part that is there already decides: what is made below it is no link.
    let there = folder.ancestors().find(|it| it.exists());
    let there = there.unwrap_or(root).canonicalize().with_context(context)?;
    if !there.starts_with(&real) {
        bail!("{} leads out of the workspace", folder.display());
    }
    fs::create_dir_all(folder).with_context(context)
}
