//! What kits are made from, besides guides.

use super::digest::Digest;
use super::fingerprint::{Common, Looks};
use super::kit::Design;
use crate::check::PrintedWith;
use crate::font::FontFamily;
use crate::html::Skin;
use crate::template::Library;
use crate::theme::Theme;
use crate::workspace::Workspace;
use std::path::{Path, PathBuf};

/// What kits are made from, besides guides: loaded once, for any number of builds.
pub struct Inputs<'a> {
    pub(super) with: PrintedWith<'a>,
    theme: Theme,
    pub(super) skin: Skin,
    pub(super) library: &'a Library,
    pub(super) common: Common,
    /// The folder of the workspace, as a whole path.
    root: PathBuf,
}

impl<'a> Inputs<'a> {
    /// The inputs from a workspace, with what its guides are printed with.
    pub fn new(workspace: &Workspace, with: PrintedWith<'a>, library: &'a Library) -> Self {
        let (root, theme) = (&workspace.root, workspace.theme().clone());
        let skin = Skin::of(&theme, workspace.text_font());
        let looks = Looks {
            fonts: of_fonts(workspace.text_font().is_some(), workspace.font_families()),
            theme: Looks::of_theme(&theme, &skin),
            sheet: skin.sheet(),
            notes: theme.note_lines,
        };
        Self {
            with,
            library,
            common: Common::of(with, library, looks),
            theme,
            skin,
            root: std::path::absolute(root).unwrap_or_else(|_| root.clone()),
        }
    }

    /// How packets look.
    pub(super) fn design(&self) -> Design<'_> {
        Design {
            theme: &self.theme,
            fonts: self.with.fonts,
            skin: &self.skin,
        }
    }

    /// What a file is called in records, if it can be written down: its path from the workspace,
    /// or the whole path, with `/`.
    pub(super) fn name(&self, path: &Path) -> Option<String> {
        let path = std::path::absolute(path).ok()?;
        let path = path.strip_prefix(&self.root).unwrap_or(&path);
        let name = path.to_str()?;
        Some(match std::path::MAIN_SEPARATOR {
            '/' => name.to_owned(),
            separator => name.replace(separator, "/"),
        })
    }

    /// The file that is called so.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}

/// The fonts of a theme, of which the first may be that of all text.
fn of_fonts<'f>(leads: bool, families: impl Iterator<Item = &'f FontFamily>) -> Digest {
    let lead: &[u8] = if leads { b"+" } else { b"-" };
    // A face that is not there is told from an empty one.
    let files = families.flat_map(FontFamily::bytes);
    let files = files.flat_map(|it| [if it.is_some() { b"+" } else { b"-" }, it.unwrap_or(b"")]);
    Digest::of(std::iter::once(lead).chain(files))
}
