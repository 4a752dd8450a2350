//! `index.html` in the output folder: the page of all kits.
//!
//! It lists the kits that are there and have a page, whoever built them, so it comes out the same
//! whether guides were built at once or one by one. It belongs to no kit and is in no manifest: a
//! list of all kits would be a conflict in every merge. Instead it ends with the digest of itself,
//! by which we know our own page, unchanged.
//!
//! One of several shards does not know the others' kits and leaves the page alone; a build without
//! `--shard` writes it once the shards' outputs are together.

use super::digest::Digest;
use super::explanations::{FILE_IN_THE_WAY, MISSING_PACKET, STALE_PACKET};
use super::folder::{Folder, place};
use super::outline::INDEX;
use super::place::Shelf;
use super::{File, Mode};
use crate::finding::Finding;
use crate::guide::Id;
use crate::html::{KitListing, KitSummary, Shell, Skin};
use crate::labels::Languages;
use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The page of all kits, as a file, with the usual theme.
pub fn kits_page(kits: &[KitListing], languages: &Languages) -> File {
    let kits = kits.iter().map(|kit| (kit.id.clone(), kit.summary()));
    File {
        path: INDEX.to_owned(),
        bytes: page(
            &kits.collect(),
            languages,
            (Shell::built_in(), &Skin::default()),
        )
        .expect("built-in templates use only values that they are given"),
    }
}

/// The page, in the language of the kits; in English where they have several.
fn page(
    kits: &BTreeMap<String, KitSummary>,
    languages: &Languages,
    (shell, skin): (&Shell, &Skin),
) -> Result<Vec<u8>, Finding> {
    let tags: BTreeSet<&str> = kits.values().map(|kit| &*kit.language).collect();
    let common = match tags.into_iter().collect::<Vec<_>>().as_slice() {
        [tag] => languages.get(tag),
        _ => None,
    };
    let labels = common.as_ref().unwrap_or(Languages::english());
    let kits = kits.iter().map(|(id, kit)| (id.as_str(), kit));
    shell.all_kits(kits, labels, skin).map(sealed)
}

/// Brings the page up to date; `known` are kits that this build has looked at, `shell` is what it is
/// made from, and `skin` what the theme adds.
///
/// # Errors
///
/// The folder cannot be read, or the page not be written.
pub(super) fn update(
    out: &Path,
    known: &BTreeMap<String, KitSummary>,
    (shell, skin): (&Shell, &Skin),
    mode: Mode,
    languages: &Languages,
    shelf: Shelf<'_>,
) -> anyhow::Result<Option<Finding>> {
    let path = out.join(INDEX);
    let kits = kits(out, known)?;
    let current = std::fs::symlink_metadata(&path).ok();
    if kits.is_empty() && current.is_none() {
        return Ok(None);
    }
    let page = match page(&kits, languages, (shell, skin)) {
        Ok(page) => page,
        Err(finding) => return Ok(Some(finding)),
    };
    let bytes = current.as_ref().filter(|data| data.is_file());
    let bytes = bytes.map(|_| std::fs::read(&path)).transpose();
    let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
    let is_same = |bytes: &Vec<u8>| Digest::of_file(INDEX, bytes) == Digest::of_file(INDEX, &page);
    let problem = match (&current, &bytes) {
        (None, _) if mode == Mode::CheckExisting => return Ok(None),
        (None, _) => MISSING_PACKET.finding(place(&path), "the page of all kits is missing"),
        (_, Some(bytes)) if is_same(bytes) => return Ok(None),
        (_, Some(bytes)) if is_ours(bytes) => {
            STALE_PACKET.finding(place(&path), "this page does not list the kits as they are")
        }
        _ => {
            let message = "hirekit did not write this page, or somebody changed it";
            let help = "move it away, or replace it: `hirekit build --force`";
            let kept = FILE_IN_THE_WAY.finding(place(&path), message).help(help);
            if mode != Mode::Force {
                return Ok(Some(kept));
            }
            kept
        }
    };
    if mode.is_check() {
        return Ok(Some(problem.help("run `hirekit build`")));
    }
    shelf.replace(out, &[(INDEX, &page)])?;
    Ok(None)
}

/// The kits in the output folder that have a page, by id.
fn kits(
    out: &Path,
    known: &BTreeMap<String, KitSummary>,
) -> anyhow::Result<BTreeMap<String, KitSummary>> {
    let mut kits = BTreeMap::new();
    for id in folders(out)? {
        let has_page = out.join(&id).join(INDEX).is_file();
        if !has_page {
            continue;
        }
        let summary = match known.get(&id) {
            Some(summary) => Some(summary.clone()),
            None => Folder::open(out, &id, None).ok().and_then(|it| it.kit),
        };
        kits.extend(summary.map(|summary| (id, summary)));
    }
    Ok(kits)
}

/// The folders that may be those of kits, by name.
pub(super) fn folders(out: &Path) -> anyhow::Result<Vec<String>> {
    let context = || format!("cannot read {}", out.display());
    let entries = match out.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(context),
    };
    let mut folders = Vec::new();
    for entry in entries {
        let entry = entry.with_context(context)?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if Id::is_valid(&name) && entry.file_type().with_context(context)?.is_dir() {
            folders.push(name);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The page with its own digest at the end.
fn sealed(page: String) -> Vec<u8> {
    let seal = seal(page.as_bytes());
    (page + &seal).into_bytes()
}

fn seal(page: &[u8]) -> String {
    format!("<!-- hirekit {} -->\n", Digest::of_file(INDEX, page))
}

/// Whether a page is as we once wrote it.
fn is_ours(page: &[u8]) -> bool {
    let text = String::from_utf8_lossy(page).replace("\r\n", "\n");
    let start = text.rfind("<!-- hirekit ");
    start.is_some_and(|start| text[start..] == seal(&text.as_bytes()[..start]))
}

#[cfg(test)]
mod tests {
    use super::{is_ours, sealed};

    #[test]
    fn our_own_page_is_known_and_every_change_of_it() {
        let page = sealed("<p>Kits</p>\n".to_owned());
        assert!(is_ours(&page));
        let text = String::from_utf8(page).expect("it is text");
        assert!(is_ours(text.replace('\n', "\r\n").as_bytes()));
        for changed in [
            text.replace("Kits", "Kit"),
            format!("{text} "),
            String::new(),
        ] {
            assert!(!is_ours(changed.as_bytes()));
        }
    }
}
