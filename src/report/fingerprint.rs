//! What makes a finding the same one tomorrow, when lines above it have come and gone.

use super::places::Sources;
use super::root::Root;
use crate::finding::Finding;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Bytes of a line that are looked at on each side of a finding: lines may have megabytes.
const AROUND: usize = 256;

/// Gives each finding of a report a name that depends on its code, its file, and the words of its
/// line, but not on the number of that line. Of findings alike in all that, it counts which one it
/// is.
#[derive(Debug)]
pub(super) struct Fingerprints<'a> {
    sources: &'a Sources<'a>,
    root: &'a Root,
    seen: HashMap<String, usize>,
}

impl Fingerprints<'_> {
    /// The fingerprints of `findings`, in their order, each of 32 hexadecimal digits.
    pub(super) fn of(findings: &[Finding], sources: &Sources<'_>, root: &Root) -> Vec<String> {
        let mut fingerprints = Fingerprints {
            sources,
            root,
            seen: HashMap::new(),
        };
        findings.iter().map(|it| fingerprints.next(it)).collect()
    }

    fn next(&mut self, finding: &Finding) -> String {
        let file = self.root.see(&finding.place.source.path).uri();
        let (line, marked) = self.words(finding).unwrap_or_default();
        let alike = hex([finding.code.as_bytes(), file.as_bytes(), line, marked]);
        let count = self.seen.entry(alike.clone()).or_default();
        *count += 1;
        match count {
            1 => alike,
            count => hex([alike.as_bytes(), count.to_string().as_bytes()]),
        }
    }

    /// The finding's line without its indentation, and what of it is marked.
    fn words(&self, finding: &Finding) -> Option<(&[u8], &[u8])> {
        let lines = self.sources.lines(&finding.place)?;
        let text = lines.text().as_bytes();
        let line = lines.line_around(finding.place.span.start);
        let start = finding.place.span.start.min(line.end);
        let end = finding.place.span.end.clamp(start, line.end);
        let around = start.saturating_sub(AROUND).max(line.start)..line.end.min(start + AROUND);
        let marked = &text[start..end.min(start + AROUND)];
        Some((text[around].trim_ascii(), marked.trim_ascii()))
    }
}

/// A hash of `parts`, each with its length, so that none can borrow from its neighbour.
fn hex<const N: usize>(parts: [&[u8]; N]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digest = hash.finalize();
    let bytes = digest.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}
