//! Which folders kits must not be written to.

use crate::workspace::{GuideFile, LABELS_FOLDER, Workspace};
use anyhow::bail;
use std::path::{Component, Path, PathBuf};

/// Refuses an output folder that is, contains or lies in a folder of sources: of guides, templates,
/// labels or what the theme names, or that of the workspace itself, which it may only lie in.
///
/// # Errors
///
/// `out` is such a folder.
pub fn check_folder(out: &Path, workspace: &Workspace, guides: &[GuideFile]) -> anyhow::Result<()> {
    let out = absolute(out)?;
    let root = absolute(&workspace.root)?;
    if root.starts_with(&out) {
        bail!(
            "{} is the workspace or contains it: choose another folder for the kits",
            out.display()
        );
    }
    let guides = guides.iter().map(|guide| guide.path.clone());
    let theme = workspace.settings.theme.files();
    let files = theme.map(|file| workspace.root.join(file)).chain(guides);
    let mut folders = ["guides", "templates", LABELS_FOLDER]
        .map(|it| root.join(it))
        .to_vec();
    for file in files {
        let folder = absolute(file.parent().unwrap_or(&file))?;
        if folder.starts_with(&out) {
            bail!(
                "{} contains {}: choose another folder for the kits",
                out.display(),
                file.display()
            );
        }
        // Fonts and a logo may lie beside the settings, and kits always lie in the workspace.
        if !root.starts_with(&folder) {
            folders.push(folder);
        }
    }
    if folders.iter().any(|folder| out.starts_with(folder)) {
        bail!(
            "{} is in a folder of sources: choose another for the kits",
            out.display()
        );
    }
    Ok(())
}

/// The path without links and dots, also when it does not exist yet: as it will be once the folders
/// on the way are made.
fn absolute(path: &Path) -> anyhow::Result<PathBuf> {
    if let Ok(real) = path.canonicalize() {
        return Ok(real);
    }
    let mut real = PathBuf::new();
    for step in std::path::absolute(path)?.components() {
        match step {
            Component::ParentDir => {
                real.pop();
            }
            step => real.push(step),
        }
        if let Ok(there) = real.canonicalize() {
            real = there;
        }
    }
    Ok(real)
}
