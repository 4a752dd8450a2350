//! The workspace: a folder with guides, and what applies to all of them.
//!
//! `hirekit.yaml` holds the [`Settings`]; without it the defaults apply and the folder is a
//! workspace all the same. `guides/` holds the guides, and `guides/library/` what several of them
//! share; `templates/` replaces built-in templates, `labels/` changes words of our own.

mod fill;
mod fonts;
mod labels;
mod look;
mod packets;
mod settings;
mod templates;

pub use labels::{LABELS_FOLDER, label_files, languages};
pub use settings::{
    ColourSettings, FontFiles, LogoFile, MarginSettings, PacketSettings, Settings, ThemeSettings,
    theme_files,
};
pub use templates::{EJECTED, Standing, TEMPLATES, replacements, standings, template_files};

use crate::finding::{Explanation, Finding, nearest};
use crate::font::{FontFamily, Fonts};
use crate::kit::Declared;
use crate::library::LIBRARY_FOLDER;
use crate::theme::Theme;
use crate::yaml::Node;
use anyhow::{Context, bail};
use look::Look;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of the settings file.
pub const SETTINGS_FILE: &str = "hirekit.yaml";

/// A folder with guides.
#[derive(Debug)]
pub struct Workspace {
    /// The folder.
    pub root: PathBuf,
    /// What applies to all guides.
    pub settings: Settings,
    /// The packets that it declares.
    pub declared: Vec<Declared>,
    /// The names of all templates, built in or not.
    pub templates: BTreeSet<String>,
    /// The settings as they are written.
    written: Option<Node>,
    /// How packets look.
    look: Look,
}

/// What every kind of finding means that is made here.
pub(crate) const EXPLANATIONS: &[Explanation] = &[
    fill::UNUSED_FILL,
    fonts::UNUSABLE_FONT,
    look::UNUSABLE_LOGO,
    look::BAD_COLOUR,
    look::WEAK_CONTRAST,
    look::BAD_LENGTH,
    packets::BAD_PACKET,
    packets::UNKNOWN_STAGE,
];

/// The file of a guide or a library: where it is, and how to show its path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct GuideFile {
    /// Where it is on disk.
    pub path: PathBuf,
    /// Its path as the user would type it.
    pub shown: PathBuf,
    /// The folder that no link may lead out of, for a guide found in the workspace.
    pub confined_to: Option<PathBuf>,
}

impl Workspace {
    /// Opens the workspace at `root`, with what is wrong with its settings.
    ///
    /// # Errors
    ///
    /// The folder or its settings cannot be read.
    pub fn open(root: &Path) -> anyhow::Result<(Self, Vec<Finding>)> {
        if !root.is_dir() {
            bail!("{} is not a folder", root.display());
        }
        let (opened, findings) = settings::read(root)?;
        let workspace = Self {
            root: root.to_owned(),
            settings: opened.settings,
            declared: opened.declared,
            templates: opened.templates,
            written: opened.written,
            look: opened.look,
        };
        Ok((workspace, findings))
    }

    /// What is wrong with the declared packets when these are the ids of all stages of all guides.
    pub fn unknown_stages(&self, ids: &BTreeSet<&str>) -> Vec<Finding> {
        let packets = self.written.as_ref().and_then(|it| it.get("packets"));
        packets.map_or_else(Vec::new, |node| packets::unknown_stages(node, ids))
    }

    /// What is wrong with the words for placeholders when these are the names of all that the guides
    /// have.
    pub fn unused_fills(&self, names: &BTreeSet<&str>) -> Vec<Finding> {
        let fill = self.written.as_ref().and_then(|it| it.get("fill"));
        fill.map_or_else(Vec::new, |node| fill::unused(node, names))
    }

    /// The theme.
    pub fn theme(&self) -> &Theme {
        &self.look.theme
    }

    /// The fonts to print with: the bundled ones, and those that the theme names.
    pub fn fonts(&self) -> Fonts<'_> {
        self.look.fonts()
    }

    /// The font of all text that the theme names.
    pub fn text_font(&self) -> Option<&FontFamily> {
        self.look.fonts.text.as_ref()
    }

    /// All fonts that the theme names, in the order in which they are tried.
    pub fn font_families(&self) -> impl Iterator<Item = &FontFamily> {
        let fonts = &self.look.fonts;
        fonts.text.iter().chain(&fonts.fallback)
    }

    /// The guides that `selection` names, by id or by path from the folder of the workspace; all of
    /// `guides/` when it is empty.
    ///
    /// # Errors
    ///
    /// A name that fits no guide, or a folder that cannot be read.
    pub fn guides(&self, selection: &[PathBuf]) -> anyhow::Result<Vec<GuideFile>> {
        let mut files = Vec::new();
        if selection.is_empty() {
            let folder = self.root.join("guides");
            if !folder.is_dir() {
                bail!(
                    "there is no folder `guides` in {}: `hirekit init` makes one",
                    self.root.display()
                );
            }
            files.extend(self.in_folder(&folder)?);
        }
        for name in selection {
            files.extend(self.selected(name)?);
        }
        let files = each_once(files);
        if files.is_empty() {
            bail!("there are no guides (`*.yaml`) here: `hirekit new ID` makes one");
        }
        Ok(files)
    }

    /// The libraries that `selection` names, and those of the folders in it; those of `guides/` when
    /// it is empty.
    ///
    /// # Errors
    ///
    /// A library that is not there, or a folder that cannot be read.
    pub fn libraries(&self, selection: &[PathBuf]) -> anyhow::Result<Vec<GuideFile>> {
        let mut files = Vec::new();
        let all = [PathBuf::from("guides/")];
        let selection = match selection {
            [] => &all,
            selection => selection,
        };
        for name in selection {
            let path = self.root.join(name);
            if self.names_library(name) {
                files.extend(self.in_library(&path, name)?);
            } else if self.by_id(name).is_none() && path.join(LIBRARY_FOLDER).is_dir() {
                files.extend(self.in_folder(&path.join(LIBRARY_FOLDER))?);
            }
        }
        Ok(each_once(files))
    }

    /// Whether a name on the command line is that of a library, or of a folder of libraries.
    pub fn names_library(&self, name: &Path) -> bool {
        self.by_id(name).is_none() && is_of_library(&self.root.join(name))
    }

    /// The library at a path, or those in the folder there, which was called `name`.
    fn in_library(&self, path: &Path, name: &Path) -> anyhow::Result<Vec<GuideFile>> {
        if !path.exists() {
            bail!("there is no library `{}`", name.display());
        }
        if !path.is_dir() {
            return Ok(vec![self.file(path.to_owned(), None)]);
        }
        let files = self.in_folder(path)?;
        if files.is_empty() {
            bail!("there are no libraries (`*.yaml`) in {}", name.display());
        }
        Ok(files)
    }

    /// The guides that a name on the command line stands for. An id comes first: there may be a folder
    /// of the same name.
    fn selected(&self, name: &Path) -> anyhow::Result<Vec<GuideFile>> {
        if let Some(path) = self.by_id(name) {
            return Ok(vec![self.file(path, Some(self.root.clone()))]);
        }
        let path = self.root.join(name);
        if path.exists() && is_of_library(&path) {
            bail!(
                "{} is no guide: name a guide that includes from it",
                name.display()
            );
        }
        if path.is_dir() {
            return self.in_folder(&path);
        }
        if path.exists() {
            return Ok(vec![self.file(path, None)]);
        }
        let by_file = self.root.join("guides").join(name);
        if is_alone(name) && is_guide_name(&by_file) && by_file.exists() {
            return Ok(vec![self.file(by_file, Some(self.root.clone()))]);
        }
        let known = self.in_folder(&self.root.join("guides"));
        let known = known.unwrap_or_default();
        let known = known.iter().filter_map(|it| it.path.file_stem()?.to_str());
        let shown = name.display();
        match name.to_str().and_then(|name| nearest(name, known)) {
            Some(meant) => bail!("there is no guide `{shown}`: did you mean `{meant}`?"),
            None => bail!("there is no guide `{shown}`"),
        }
    }

    /// The file of the guide of this id. A name with a folder in front or a slash behind is none.
    fn by_id(&self, name: &Path) -> Option<PathBuf> {
        let id = name.to_str().filter(|_| is_alone(name))?;
        let folder = self.root.join("guides");
        let files = ["yaml", "yml"].map(|ending| folder.join(format!("{id}.{ending}")));
        files
            .into_iter()
            .find(|file| file.exists() && !file.is_dir())
    }

    /// The guides in a folder, by name.
    fn in_folder(&self, folder: &Path) -> anyhow::Result<Vec<GuideFile>> {
        let context = || format!("cannot read the folder {}", folder.display());
        let mut files = Vec::new();
        for entry in folder.read_dir().with_context(context)? {
            let path = entry.with_context(context)?.path();
            if is_guide_name(&path) && !path.is_dir() {
                files.push(self.file(path, Some(self.root.clone())));
            }
        }
        Ok(files)
    }

    fn file(&self, path: PathBuf, confined_to: Option<PathBuf>) -> GuideFile {
        let shown = path.strip_prefix(".").unwrap_or(&path).to_owned();
        GuideFile {
            path,
            shown,
            confined_to,
        }
    }
}

/// Each file once, by path, however often it was named. Where one of its names is confined to a
/// folder, that name is kept.
fn each_once(mut files: Vec<GuideFile>) -> Vec<GuideFile> {
    files.sort_by_key(|file| (file.confined_to.is_none(), file.path.clone()));
    let mut seen = BTreeSet::new();
    files.retain(|file| {
        let real = file.path.canonicalize();
        seen.insert(real.unwrap_or_else(|_| file.path.clone()))
    });
    files.sort();
    files
}

/// Whether a path is a single name, as an id is.
fn is_alone(path: &Path) -> bool {
    path.file_name() == Some(path.as_os_str())
}

/// Whether a path leads to a library, or to a folder of libraries. A workspace may be called so,
/// too.
fn is_of_library(path: &Path) -> bool {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = match path.is_dir() {
        true => Some(path.as_path()),
        false => path.parent(),
    };
    let is_named = |it: &Path| it.file_name().is_some_and(|it| it == LIBRARY_FOLDER);
    folder.is_some_and(|it| is_named(it) && !it.join("guides").is_dir())
}

/// Whether a file of this name in a folder of guides is a guide, or in one of libraries a library.
pub fn is_guide_name(path: &Path) -> bool {
    let is_yaml = path
        .extension()
        .is_some_and(|it| it == "yaml" || it == "yml");
    let hidden = path
        .file_name()
        .is_some_and(|it| it.to_string_lossy().starts_with('.'));
    is_yaml && !hidden
}
