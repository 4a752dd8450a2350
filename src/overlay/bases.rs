//! Where the bases of overlays, and libraries, are found: in the same folder, or in the program.

use super::bundled::BUNDLED;
use crate::finding::{Finding, Source};
use crate::library::{self, LIBRARY_FOLDER};
use crate::source;
use anyhow::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the base of a guide is looked for.
#[derive(Debug, Clone)]
pub struct Bases {
    /// The folder of the guide; none for a guide that is no file.
    folder: Option<Folder>,
    /// What comes with the program: ids and texts.
    bundled: &'static [(&'static str, &'static str)],
}

#[derive(Debug, Clone)]
struct Folder {
    path: PathBuf,
    /// The guide itself.
    own: PathBuf,
    /// Its path, as it is shown.
    shown: PathBuf,
    /// The folder that no link may lead out of.
    confined_to: PathBuf,
}

/// A base that was found.
pub(crate) struct Found {
    pub(super) identity: Identity,
    pub(crate) source: Arc<Source>,
    /// Why its text is not to be used.
    pub(crate) findings: Vec<Finding>,
    /// Where its own base is looked for.
    pub(super) bases: Bases,
}

/// What makes a base the same as another, whatever its path looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    File(PathBuf),
    Bundled(String),
}

impl Bases {
    /// Only bundled guides.
    pub fn bundled() -> Self {
        Self {
            folder: None,
            bundled: BUNDLED,
        }
    }

    /// The files beside the guide at `path`, which is shown as `shown`, then bundled guides. No
    /// link may lead out of `workspace`, or of the folder when there is none.
    pub fn beside(path: &Path, shown: &Path, workspace: Option<&Path>) -> Self {
        let parent = path.parent().unwrap_or(path);
        let here = Path::new(".");
        let folder = if parent == Path::new("") {
            here
        } else {
            parent
        };
        Self {
            folder: Some(Folder {
                path: folder.to_owned(),
                own: path.to_owned(),
                shown: shown.to_owned(),
                confined_to: workspace.unwrap_or(folder).to_owned(),
            }),
            bundled: BUNDLED,
        }
    }

    /// Where the libraries of the guide are looked for: in the folder beside it, and among those that
    /// come with the program.
    pub(crate) fn libraries(&self) -> Self {
        let folder = self.folder.as_ref().map(|folder| {
            let path = folder.path.join(LIBRARY_FOLDER);
            let shown = folder.shown.with_file_name(LIBRARY_FOLDER);
            Folder {
                // A library may have the name of the guide.
                own: path.clone(),
                shown: shown.join(LIBRARY_FOLDER),
                path,
                confined_to: folder.confined_to.clone(),
            }
        });
        Self {
            folder,
            bundled: library::BUNDLED,
        }
    }

    /// Whether only what comes with the program is found.
    pub(crate) fn is_bundled(&self) -> bool {
        self.folder.is_none()
    }

    /// The guide called `id`, if there is one.
    ///
    /// # Errors
    ///
    /// There is a file of that name, and it cannot be read.
    pub(crate) fn find(&self, id: &str) -> anyhow::Result<Option<Found>> {
        if let Some(folder) = &self.folder {
            for path in self.places(id) {
                if path.symlink_metadata().is_ok() {
                    return self.read(folder, &path).map(Some);
                }
            }
        }
        let bundled = self.bundled.iter().find(|(known, _)| *known == id);
        Ok(bundled.map(|(_, text)| Found {
            identity: Identity::Bundled(id.to_owned()),
            source: Arc::new(Source {
                path: format!("{id}.yaml (bundled)").into(),
                text: (*text).to_owned(),
            }),
            findings: Vec::new(),
            bases: Self {
                folder: None,
                bundled: self.bundled,
            },
        }))
    }

    /// The files that the guide called `id` may be in.
    pub(crate) fn places(&self, id: &str) -> Vec<PathBuf> {
        let folder = self.folder.iter();
        let places =
            folder.flat_map(|it| ["yaml", "yml"].map(|end| it.path.join(format!("{id}.{end}"))));
        places.collect()
    }

    fn read(&self, folder: &Folder, path: &Path) -> anyhow::Result<Found> {
        let shown = folder
            .shown
            .with_file_name(path.file_name().unwrap_or_default());
        let (source, findings) = source::read(path, &shown, Some(&folder.confined_to))?;
        let real = path.canonicalize();
        let real = real.with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Found {
            identity: Identity::File(real),
            source,
            findings,
            bases: self.clone(),
        })
    }

    /// What tells the guide itself from its bases.
    pub(super) fn own_identity(&self) -> Option<Identity> {
        let folder = self.folder.as_ref()?;
        Some(Identity::File(folder.own.canonicalize().ok()?))
    }

    /// The ids that the guide could extend, sorted.
    pub(crate) fn ids(&self) -> Vec<String> {
        let mut ids: Vec<_> = self
            .bundled
            .iter()
            .map(|(id, _)| (*id).to_owned())
            .collect();
        let files = self.folder.iter().flat_map(|folder| folder.path.read_dir());
        for path in files.flatten().flatten().map(|entry| entry.path()) {
            let is_yaml = path
                .extension()
                .is_some_and(|it| it == "yaml" || it == "yml");
            let own = self.folder.as_ref().map(|folder| folder.own.file_name());
            let is_other = own.flatten() != path.file_name();
            let stem = path.file_stem().filter(|_| is_yaml && is_other);
            ids.extend(stem.and_then(|stem| stem.to_str()).map(str::to_owned));
        }
        ids.sort();
        ids.dedup();
        ids
    }
}
