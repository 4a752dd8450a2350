//! Which files a build reads.

use super::snapshot::Snapshot;
use super::stamp::Stamp;
use crate::library::LIBRARY_FOLDER;
use crate::workspace::{self, SETTINGS_FILE};
use std::path::{Path, PathBuf};

/// The files that a build of a workspace reads.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    /// Where guides are, what they extend, and the folders of what they include.
    folders: Vec<PathBuf>,
    /// The files that the theme names, while the settings stand as they did when they were read.
    theme: Option<(Option<Stamp>, Vec<PathBuf>)>,
}

impl Sources {
    /// The sources of the workspace at `root`, and of `guides` (ids, or files or folders
    /// from there) elsewhere.
    pub fn new(root: &Path, guides: &[PathBuf]) -> Self {
        let mut folders = vec![root.join("guides")];
        let guides = guides.iter().map(|guide| root.join(guide));
        for guide in guides.filter(|guide| guide.exists()) {
            let folder = match guide.parent() {
                Some(parent) if !guide.is_dir() => parent.to_owned(),
                _ => guide,
            };
            let real = folder.canonicalize().ok();
            if folders
                .iter()
                .all(|known| known.canonicalize().ok() != real)
            {
                folders.push(folder);
            }
        }
        Self {
            root: root.to_owned(),
            folders,
            theme: None,
        }
    }

    /// Looks at all of them.
    pub fn look(&mut self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        let settings = self.root.join(SETTINGS_FILE);
        let stamp = Stamp::of(&settings);
        snapshot.add(settings, stamp);
        for file in self.theme(stamp) {
            snapshot.look_at(file.clone());
        }
        // A folder that cannot be listed is reported by the build.
        let templates = workspace::template_files(&self.root).unwrap_or_default();
        templates
            .into_values()
            .for_each(|template| snapshot.look_at(template));
        for labels in workspace::label_files(&self.root).unwrap_or_default() {
            snapshot.look_at(labels);
        }
        for folder in &self.folders {
            let libraries = folder.join(LIBRARY_FOLDER);
            let files = guides_in(folder).chain(guides_in(&libraries));
            files.for_each(|file| snapshot.look_at(file));
        }
        snapshot
    }

    /// Forgets which files the theme names, so that the next look reads them again.
    pub(super) fn forget_theme(&mut self) {
        self.theme = None;
    }

    /// The files that the theme names, when the settings stood like `stamp` before they were read.
    fn theme(&mut self, stamp: Option<Stamp>) -> &[PathBuf] {
        if self.theme.as_ref().is_none_or(|(old, _)| *old != stamp) {
            self.theme = Some((stamp, workspace::theme_files(&self.root)));
        }
        self.theme.as_ref().map_or(&[], |(_, files)| files)
    }
}

/// The guides or libraries in a folder; none when it cannot be read, which the build reports.
fn guides_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = folder.read_dir().into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| workspace::is_guide_name(path))
}
