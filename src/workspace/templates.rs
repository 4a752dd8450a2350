//! The workspace's own templates.
//!
//! A file in `templates/` with the name of a built-in template replaces it; any other is a piece
//! that those may include. `templates/.ejected/` keeps the built-in templates that copies were
//! made from, as they stood then.

use crate::finding::{Finding, Source};
use crate::source;
use crate::template::{
    BUILT_IN, BuiltIn, Language, MAX_TEMPLATE_BYTES, Replacements, built_in_names, header,
    too_large,
};
use anyhow::{Context, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the templates.
pub const TEMPLATES: &str = "templates";

/// The folder in it with the built-in templates that copies were made from.
pub const EJECTED: &str = ".ejected";

/// A file among the templates that is about them, and none itself.
const README: &str = "README.md";

/// So many files and folders among the templates are looked at: somebody's whole disk, linked in by
/// accident, is not.
const MOST_ENTRIES: usize = 2000;

/// The files in `templates/` that are templates, by name. A link to a folder outside the workspace
/// is among them: to read it fails.
///
/// # Errors
///
/// A folder that cannot be listed, or far too many files.
pub fn template_files(root: &Path) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let folder = root.join(TEMPLATES);
    let mut walk = Walk {
        root: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
        left: MOST_ENTRIES,
        files: BTreeMap::new(),
    };
    if folder.is_dir() {
        walk.folder(&folder, "")?;
    }
    Ok(walk.files)
}

/// The names of all templates of the workspace at `root`, built in or not.
///
/// # Errors
///
/// As [`template_files`].
pub(super) fn names(root: &Path) -> anyhow::Result<BTreeSet<String>> {
    let own = template_files(root)?.into_keys();
    Ok(own.chain(built_in_names().iter().cloned()).collect())
}

struct Walk {
    /// The folder of the workspace, without links.
    root: PathBuf,
    /// How many entries may still be looked at. Links can make a circle of folders.
    left: usize,
    files: BTreeMap<String, PathBuf>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, before: &str) -> anyhow::Result<()> {
        let context = || format!("cannot read the folder {}", folder.display());
        for entry in folder.read_dir().with_context(context)? {
            let path = entry.with_context(context)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            self.left = match self.left.checked_sub(1) {
                Some(left) => left,
                None => bail!(
                    "there are more than {MOST_ENTRIES} files and folders in {TEMPLATES}: \
                     keep nothing but templates there"
                ),
            };
            let name = format!("{before}{name}");
            let real = path.canonicalize();
            let is_inside = real.is_ok_and(|real| real.starts_with(&self.root));
            if path.is_dir() && is_inside {
                self.folder(&path, &format!("{name}/"))?;
            } else if path.is_dir() || Language::of(&name).is_some() && name != README {
                self.files.insert(name, path);
            }
        }
        Ok(())
    }
}

/// The workspace's templates that replace a built-in one or add to them, with what is wrong with
/// its files. A file that equals the built-in one replaces nothing.
///
/// # Errors
///
/// A file that cannot be read.
pub fn replacements(root: &Path) -> anyhow::Result<(Replacements, Vec<Finding>)> {
    let mut replacements = Replacements::new();
    let mut findings = Vec::new();
    for (name, path) in template_files(root)? {
        let (source, mut wrong) = read(root, &path)?;
        let replaces = |built_in: &BuiltIn| !built_in.is_same(&source.text);
        if wrong.is_empty() && BuiltIn::named(&name).is_none_or(replaces) {
            replacements.insert(name, source);
        }
        findings.append(&mut wrong);
    }
    Ok((replacements, findings))
}

fn read(root: &Path, path: &Path) -> anyhow::Result<(Arc<Source>, Vec<Finding>)> {
    let shown = path.strip_prefix(".").unwrap_or(path);
    let (source, mut wrong) = source::read(path, shown, Some(root))?;
    if source.text.len() > MAX_TEMPLATE_BYTES {
        wrong.push(too_large(&source));
    }
    Ok((source, wrong))
}

/// How a template stands in a workspace.
#[derive(Debug)]
pub struct Standing {
    /// Its name.
    pub name: String,
    /// The built-in template of this name.
    pub built_in: Option<&'static BuiltIn>,
    /// The workspace's, if it is not the same.
    pub own: Option<Arc<Source>>,
    /// The built-in template that the workspace's was made from, as it stood then.
    pub ejected: Option<String>,
}

impl Standing {
    /// The same in a word or two.
    pub fn state(&self) -> &'static str {
        match (&self.own, self.is_outdated()) {
            (None, _) => "built in",
            (Some(_), false) => "yours",
            (Some(_), true) => "outdated",
        }
    }

    /// Whether the built-in template has changed since the workspace's was made from it.
    pub fn is_outdated(&self) -> bool {
        let (Some(built_in), Some(own)) = (self.built_in, &self.own) else {
            return false;
        };
        match (&self.ejected, header::split(&own.text).0) {
            (Some(ejected), _) => ejected != built_in.text,
            (None, Some(header)) => header.digest != header::digest(built_in.text),
            (None, None) => false,
        }
    }
}

/// How all templates stand in the workspace at `root`, by name, with what is wrong with its files.
///
/// # Errors
///
/// A file that cannot be read.
pub fn standings(root: &Path) -> anyhow::Result<(Vec<Standing>, Vec<Finding>)> {
    let (mut own, mut findings) = replacements(root)?;
    let mut standings = Vec::new();
    for built_in in BUILT_IN {
        let own = own.remove(built_in.name);
        let kept = root.join(TEMPLATES).join(EJECTED).join(built_in.name);
        let mut ejected = None;
        if own.is_some() && kept.symlink_metadata().is_ok() {
            let (source, mut wrong) = read(root, &kept)?;
            ejected = wrong.is_empty().then(|| source.text.clone());
            findings.append(&mut wrong);
        }
        standings.push(Standing {
            name: built_in.name.to_owned(),
            built_in: Some(built_in),
            own,
            ejected,
        });
    }
    standings.extend(own.into_iter().map(|(name, source)| Standing {
        name,
        built_in: None,
        own: Some(source),
        ejected: None,
    }));
    standings.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((standings, findings))
}
