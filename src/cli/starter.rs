//! The guides that `init` and `new` start from, compiled into the program.

use super::arguments::Starter;
use crate::guide::Id;
use crate::library::{self, LIBRARY_FOLDER};
use crate::overlay::{BUNDLED, bundled};
use crate::schema::{guide_schema_text, library_schema_text};
use anyhow::{Context, bail};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The name of the schema file that editors read, beside the guides.
const SCHEMA_FILE: &str = "guide.schema.json";

/// The same for libraries.
const LIBRARY_SCHEMA_FILE: &str = "library.schema.json";

/// A new overlay. `ID` and `BASE` stand for the ids.
const OVERLAY: &str = include_str!("starter/overlay.yaml");

impl Starter {
    /// Its id, as it stands in its text.
    fn id(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::ItManager => "it-manager",
            Self::ItSupportManager => "it-support-manager",
            Self::ItDirector => "it-director",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Blank => include_str!("starter/blank.yaml"),
            whole => bundled(whole.id()).expect("the other starters are bundled guides"),
        }
    }
}

/// Writes a new guide into the `guides` folder of a workspace, the libraries that it includes from
/// unless they are there, and the schemas beside them. Returns the paths of the guide and the
/// libraries.
///
/// The libraries come along so that all words of the guide are there to be changed, and nothing about
/// it changes with the next hirekit.
pub(super) fn write(root: &Path, id: &str, starter: Starter) -> anyhow::Result<Vec<PathBuf>> {
    let own_id = format!("\nid: {}\n", starter.id());
    let text = starter
        .text()
        .replacen(&own_id, &format!("\nid: {id}\n"), 1);
    let mut wrote = vec![write_guide(root, id, &text)?];
    for (id, library) in library::BUNDLED {
        if text.contains(&format!("include: {id}/")) {
            wrote.extend(write_library(root, id, library)?);
        }
    }
    Ok(wrote)
}

/// Writes a library unless it is there, and the schema beside it.
fn write_library(root: &Path, id: &str, text: &str) -> anyhow::Result<Option<PathBuf>> {
    let folder = root.join("guides").join(LIBRARY_FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let is_there = |end: &&str| {
        folder
            .join(format!("{id}.{end}"))
            .symlink_metadata()
            .is_ok()
    };
    if ["yaml", "yml"].iter().any(is_there) {
        return Ok(None);
    }
    let library = folder.join(format!("{id}.yaml"));
    write_new(&library, text)?;
    let schema = folder.join(LIBRARY_SCHEMA_FILE);
    let context = || format!("cannot write {}", schema.display());
    fs::write(&schema, library_schema_text()).with_context(context)?;
    Ok(Some(library))
}

/// Writes an overlay of the guide called `base`, which has to be there, and the schema beside it.
pub(super) fn write_overlay(root: &Path, id: &str, base: &str) -> anyhow::Result<PathBuf> {
    let folder = root.join("guides");
    let is_file = |extension| folder.join(format!("{base}.{extension}")).exists();
    let is_there = is_file("yaml") || is_file("yml") || bundled(base).is_some();
    if !Id::is_valid(base) || !is_there {
        let ids: Vec<_> = BUNDLED.iter().map(|(id, _)| format!("`{id}`")).collect();
        bail!(
            "there is no guide `{base}` to extend: name one in {}, or a bundled one ({})",
            folder.display(),
            ids.join(", ")
        );
    }
    if id == base {
        bail!("a guide cannot extend itself: give the new one another id");
    }
    let text = OVERLAY.replace("BASE", base).replace("ID", id);
    write_guide(root, id, &text)
}

fn write_guide(root: &Path, id: &str, text: &str) -> anyhow::Result<PathBuf> {
    if !Id::is_valid(id) {
        bail!("`{id}` cannot be an id: use lower-case letters, digits and hyphens, at most 64");
    }
    if let Some(whose) = Id::reserved_as(id) {
        bail!("the id `{id}` is reserved: it is {whose}; choose another, such as `{id}-guide`");
    }
    let folder = root.join("guides");
    let is_there = |end: &&str| {
        let path = folder.join(format!("{id}.{end}"));
        path.symlink_metadata().is_ok()
    };
    if ["yaml", "yml"].iter().any(is_there) {
        bail!("there is a guide `{id}` already, and it stays as it is");
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let guide = folder.join(format!("{id}.yaml"));
    write_new(&guide, text)?;
    let schema = folder.join(SCHEMA_FILE);
    let context = || format!("cannot write {}", schema.display());
    fs::write(&schema, guide_schema_text()).with_context(context)?;
    Ok(guide)
}

/// Writes a file that must not exist yet.
pub(super) fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .open(path)
        .with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)
}
