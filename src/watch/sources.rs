//! Which files a build reads.

use super::snapshot::Snapshot;
use super::stamp::Stamp;
use crate::library::LIBRARY_FOLDER;
use crate::template::BUILT_IN;
use crate::workspace::{self, SETTINGS_FILE};
use std::path::{Path, PathBuf};

/// The files that a build of a workspace reads.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    /// Where guides are, what they extend, and the folders of what they include.
    folders: Vec<PathBuf>,
    /// The fonts that the settings name, while these stand as they did when they were read.
    fonts: Option<(Option<Stamp>, Vec<PathBuf>)>,
}

impl Sources {
    /// The sources of the workspace at `root`, and of `guides` (ids, files or folders) elsewhere.
    pub fn new(root: &Path, guides: &[PathBuf]) -> Self {
        let mut folders = vec![root.join("guides")];
        for guide in guides.iter().filter(|guide| guide.exists()) {
            let folder = match guide.is_dir() {
                true => guide,
                false => guide.parent().unwrap_or(guide),
            };
            // A file that is named alone is in the current folder.
            let folder = Path::new(".").join(folder);
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
            fonts: None,
        }
    }

    /// Looks at all of them.
    pub fn look(&mut self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        let settings = self.root.join(SETTINGS_FILE);
        let stamp = Stamp::of(&settings);
        snapshot.add(settings, stamp);
        for font in self.fonts(stamp) {
            snapshot.look_at(font.clone());
        }
        for (name, _) in BUILT_IN {
            snapshot.look_at(self.root.join("templates").join(name));
        }
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

    /// Forgets which fonts the settings name, so that the next look reads them again.
    pub(super) fn forget_fonts(&mut self) {
        self.fonts = None;
    }

    /// The fonts that the settings name, which stood like `stamp` before they were read.
    fn fonts(&mut self, stamp: Option<Stamp>) -> &[PathBuf] {
        if self.fonts.as_ref().is_none_or(|(old, _)| *old != stamp) {
            self.fonts = Some((stamp, workspace::font_files(&self.root)));
        }
        self.fonts.as_ref().map_or(&[], |(_, fonts)| fonts)
    }
}

/// The guides or libraries in a folder; none when it cannot be read, which the build reports.
fn guides_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = folder.read_dir().into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| workspace::is_guide_name(path))
}
