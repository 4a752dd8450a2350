//! `kit.json`: which files of a kit are ours, and what they were made from.
//!
//! It is committed together with the Markdown, so that a fresh clone knows its own files. It is
//! sorted, has one line for each file, and holds no times and nothing of the machine: branches
//! that change different packets merge. For each file it says `bytes`, the digest of what was
//! written, and `from`, the fingerprint of what went in.
//!
//! - A file is ours, unchanged, when its digest is `bytes` here or in the record of this clone.
//! - It is current when, besides, the `program` is this version and `from` is today's fingerprint.
//! - An entry whose file does not exist claims nothing: HTML and PDF are mostly not committed. It
//!   stays while the guide makes such a file, so that it is known wherever the file does exist.
//! - A build of some formats or packets leaves the other entries alone. With another version, they
//!   lose their `from`.
//! - What cannot be read, or names a path that no packet has, is not used at all: the kit is left
//!   alone, and a finding says so.

use super::digest::Digest;
use super::fingerprint::VERSION;
use crate::html::KitSummary;
use crate::kit::Audience;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the manifest in the folder of a kit.
pub(super) const MANIFEST: &str = "kit.json";

/// The largest manifest that is read: a kit of ten thousand packets.
pub(super) const MAX_MANIFEST_BYTES: usize = 4 << 20;

/// The version of the format of manifests.
const FORMAT: u32 = 1;

/// Which files of a kit are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The file of the guide, from the workspace with `/`; for a guide that belongs to it.
    pub(super) guide: Option<String>,
    /// What the page of all kits says.
    pub(super) kit: KitSummary,
    /// By path below the folder of the kit.
    pub(super) files: BTreeMap<String, Entry>,
}

/// A file of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// The fingerprint of what this version made it from. None if another version did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<Digest>,
    /// The digest of its bytes.
    pub(super) bytes: Digest,
}

impl Entry {
    /// What this program made from the fingerprint.
    pub(super) fn new(from: Digest, bytes: Digest) -> Self {
        Self {
            from: Some(from),
            bytes,
        }
    }
}

/// Why a manifest is not used, in words that go on a sentence.
pub(super) type Unusable = String;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    /// Looked at before the rest is read.
    #[serde(rename = "hirekit_manifest")]
    _format: u32,
    program: String,
    #[serde(default)]
    guide: Option<String>,
    kit: KitSummary,
    files: BTreeMap<String, Entry>,
}

impl Manifest {
    /// Reads a manifest.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unusable> {
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| {
            format!(
                "it is not JSON (line {}, column {})",
                error.line(),
                error.column()
            )
        })?;
        match value.get("hirekit_manifest").map(serde_json::Value::as_u64) {
            None => return Err("hirekit did not write it".to_owned()),
            Some(format) if format == Some(u64::from(FORMAT)) => {}
            Some(_) => return Err("another version of hirekit wrote it".to_owned()),
        }
        let text: Text = serde_json::from_value(value).map_err(|error| error.to_string())?;
        if let Some(path) = text.files.keys().find(|path| !is_path(path)) {
            return Err(format!(
                "it names {}, which no packet is called",
                crate::finding::quoted(path)
            ));
        }
        let is_same = text.program == VERSION;
        let mut files = text.files;
        if !is_same {
            files.values_mut().for_each(|entry| entry.from = None);
        }
        Ok(Self {
            guide: text.guide.filter(|path| is_guide(path)),
            kit: text.kit,
            files,
        })
    }

    /// Its bytes: the same for the same files, always.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut text = format!(
            "{{\n  \"hirekit_manifest\": {FORMAT},\n  \"program\": {},\n",
            json(VERSION)
        );
        if let Some(guide) = &self.guide {
            text.push_str(&format!("  \"guide\": {},\n", json(guide)));
        }
        text.push_str(&format!("  \"kit\": {},\n  \"files\": {{", json(&self.kit)));
        for (at, (path, entry)) in self.files.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            text.push_str(&format!("{comma}\n    {}: {}", json(path), json(entry)));
        }
        text.push_str("\n  }\n}\n");
        text.into_bytes()
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).expect("texts and numbers can be written as JSON")
}

/// Whether a path is one that a kit can have: nothing else is ever read, replaced or removed.
pub(super) fn is_path(path: &str) -> bool {
    if path == super::outline::INDEX {
        return true;
    }
    let Some((folder, file)) = path.split_once('/') else {
        return false;
    };
    let Some((stem, extension)) = file.rsplit_once('.') else {
        return false;
    };
    let is_plain = |c: u8| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-');
    Audience::ALL
        .iter()
        .any(|audience| audience.name() == folder)
        && matches!(extension, "md" | "html" | "pdf")
        && stem.starts_with(|c: char| c.is_ascii_digit())
        && stem.len() < 200
        && stem.bytes().all(is_plain)
}

/// Whether a path is that of a guide in the workspace.
pub(super) fn is_guide(path: &str) -> bool {
    let name = path.strip_prefix("guides/");
    name.is_some_and(|name| {
        !name.is_empty() && !name.contains(['/', '\\', ':', '\0']) && name != ".."
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let entry = |from: &str| Entry {
            from: Some(Digest::of([from.as_bytes()])),
            bytes: Digest::of([]),
        };
        Manifest {
            guide: Some("guides/a.yaml".to_owned()),
            kit: KitSummary {
                role: "A \"B\"\n".to_owned(),
                version: String::new(),
                language: "en".to_owned(),
                internal: 1,
                candidate: 0,
                public: 0,
            },
            files: BTreeMap::from([
                ("index.html".to_owned(), entry("a")),
                ("internal/01-handbook.md".to_owned(), entry("b")),
            ]),
        }
    }

    #[test]
    fn a_manifest_is_read_as_it_is_written() {
        let manifest = manifest();
        assert_eq!(Manifest::read(&manifest.write()), Ok(manifest.clone()));
        let windows = String::from_utf8(manifest.write())
            .expect("it is text")
            .replace('\n', "\r\n");
        assert_eq!(Manifest::read(windows.as_bytes()), Ok(manifest));
    }

    #[test]
    fn what_another_program_made_is_ours_but_not_current() {
        let text = String::from_utf8(manifest().write()).expect("it is text");
        let other = Manifest::read(text.replace(VERSION, "0.0.9").as_bytes()).expect("it is sound");
        assert!(other.files.values().all(|entry| entry.from.is_none()));
        assert_eq!(other.files.len(), 2);
    }

    #[test]
    fn paths_that_no_packet_has_are_refused() {
        for path in [
            "../a.md",
            "internal/../01-a.md",
            "/etc/passwd",
            "internal/a/01-a.md",
            "internal/01-a.exe",
            "internal/.md",
            "internal//01-a.md",
            "C:/01-a.md",
            "internal\\01-a.md",
            "kit.json",
            "",
            "internal/01-a.md/",
            "Internal/01-a.md",
            "internal/handbook.md",
            "internal/01-é.md",
        ] {
            assert!(!is_path(path), "{path}");
            let text = String::from_utf8(manifest().write()).expect("it is text");
            let text = text.replace("\"index.html\"", &json(path));
            assert!(Manifest::read(text.as_bytes()).is_err(), "{path}");
        }
        assert!(is_path("public/01-job-posting.pdf") && is_path("internal/00-whole-kit.pdf"));
    }

    #[test]
    fn damaged_manifests_are_refused() {
        let deep = "[".repeat(100_000);
        let marked = "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n";
        for text in [
            "",
            "{}",
            "[]",
            "{\"hirekit_manifest\": 2}",
            "{\"hirekit_manifest\": 1}",
            &deep,
            marked,
        ] {
            assert!(Manifest::read(text.as_bytes()).is_err(), "{text:.40}");
        }
    }
}
