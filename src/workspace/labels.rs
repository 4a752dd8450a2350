//! The workspace's own labels: `labels/LANGUAGE.yaml`.

use crate::check;
use crate::finding::{Finding, Source};
use crate::font::Fonts;
use crate::labels::Languages;
use crate::source;
use crate::yaml;
use anyhow::Context;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder of the files of labels.
pub const LABELS_FOLDER: &str = "labels";

/// The languages of the workspace at `root`, with what is wrong with its files of labels. They will
/// be printed with `fonts`.
///
/// # Errors
///
/// A file, or the folder, that cannot be read.
pub fn languages(root: &Path, fonts: &Fonts<'_>) -> anyhow::Result<(Languages, Vec<Finding>)> {
    let mut files = BTreeMap::new();
    let mut findings = Vec::new();
    for path in label_files(root).with_context(|| format!("cannot read {LABELS_FOLDER}"))? {
        let shown = path.strip_prefix(".").unwrap_or(&path);
        let (source, wrong) = source::read(&path, shown, Some(root))?;
        findings.extend(missing_glyph(&source, fonts));
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        if wrong.is_empty() {
            files.insert(tag.into_owned(), source);
        }
        findings.extend(wrong);
    }
    let (languages, wrong) = Languages::with(files);
    findings.extend(wrong);
    Ok((languages, findings))
}

/// The files of labels of the workspace at `root`, by name.
///
/// # Errors
///
/// The folder is there and cannot be read.
pub fn label_files(root: &Path) -> std::io::Result<Vec<PathBuf>> {
    let folder = root.join(LABELS_FOLDER);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let paths = folder.read_dir()?.map(|entry| Ok(entry?.path()));
    let paths = paths.collect::<std::io::Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> = paths.into_iter().filter(|it| is_labels_name(it)).collect();
    files.sort();
    Ok(files)
}

/// Whether a file is named like a language: `pt-BR.yaml`. An editor's notes are not.
fn is_labels_name(path: &Path) -> bool {
    let is_yaml = path.extension().is_some_and(|it| it == "yaml");
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    is_yaml && stem.split('-').all(is_part)
}

/// The first character of a file of labels that no font has.
fn missing_glyph(source: &Arc<Source>, fonts: &Fonts<'_>) -> Option<Finding> {
    let root = yaml::parse(source).root?;
    root.descendants().into_iter().find_map(|node| {
        let missing = node.text()?.chars().find(|c| !fonts.covers(*c))?;
        Some(check::missing_glyph(node.place.clone(), missing))
    })
}
