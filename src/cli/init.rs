//! `hirekit init`: a workspace with a first guide.

use super::arguments::{Arguments, Init, Starter};
use super::{Outcome, Terminal, call, starter, workflow};
use crate::workspace::SETTINGS_FILE;
use anyhow::Context;
use std::fs;
use std::path::{Path, PathBuf};

/// The settings of a new workspace.
const SETTINGS: &str = include_str!("starter/hirekit.yaml");

/// What git should leave out: the kits' HTML and PDF can be built again from the guides.
const GITIGNORE: &str = "/out/**/*.html\n/out/**/*.pdf\n";

pub(super) fn run(
    command: &Init,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let root = match &command.folder {
        Some(folder) => arguments.directory.join(folder),
        None => arguments.directory.clone(),
    };
    fs::create_dir_all(&root).with_context(|| format!("cannot make {}", root.display()))?;
    let mut wrote = Vec::new();
    let guides = root.join("guides");
    let has_guides = guides.is_dir() && guides.read_dir()?.next().is_some();
    if !has_guides {
        wrote.extend(starter::write(&root, "it-manager", Starter::ItManager)?);
    }
    for (name, text) in [(SETTINGS_FILE, SETTINGS), (".gitignore", GITIGNORE)] {
        let path = root.join(name);
        if !path.exists() {
            starter::write_new(&path, text)?;
            wrote.push(path);
        }
    }
    let mut kept = None;
    if let Some(action) = &command.ci {
        let path = workflow::path(&root)?;
        if path.symlink_metadata().is_ok() {
            kept = Some(path);
        } else {
            workflow::write(&path, &root, action)?;
            wrote.push(path);
        }
    }
    if !arguments.quiet {
        terminal.print(&summary(&root, &wrote, kept.as_deref()))?;
    }
    Ok(Outcome::Clean)
}

fn summary(root: &Path, wrote: &[PathBuf], kept: Option<&Path>) -> String {
    let show = |path: &Path| path.strip_prefix(".").unwrap_or(path).display().to_string();
    let kept = kept.map(|path| format!("{} is there already, and stays as it is.\n", show(path)));
    let kept = kept.unwrap_or_default();
    if wrote.is_empty() {
        return format!(
            "{kept}This is a workspace already. `{} new ID` adds a guide.\n",
            call::hirekit(root)
        );
    }
    let mut text: String = wrote
        .iter()
        .map(|path| format!("Wrote {}\n", show(path)))
        .collect();
    text.push_str(&kept);
    text.push_str(&format!("Next: `{} build`\n", call::hirekit(root)));
    text
}
