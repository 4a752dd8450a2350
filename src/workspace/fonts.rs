//! The fonts that a workspace names, read from its files.

use std::path::Path;

use super::settings::FontFiles;
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Place, Severity, quoted};
use crate::font::{FontFamily, FontFile, MAX_FONT_BYTES, NoFont};
use crate::source;
use crate::yaml::Node;

/// All fonts together are no larger than this: they stay in memory.
const MOST_BYTES: usize = 2 * MAX_FONT_BYTES;

pub(super) const UNUSABLE_FONT: Explanation = Explanation {
    code: "unusable-font",
    severity: Severity::Error,
    summary: "a font that the settings name cannot be used",
    why: "Letters that only this font has would be replacement marks on paper. A font is a TrueType or \
          OpenType file in the workspace, of at most 32 MiB, that may be put into documents.",
    bad: Told("`regular: fonts/NotoSansHebrew.zip` in hirekit.yaml"),
    good: Told("`regular: fonts/NotoSansHebrew-Regular.ttf`, with that file in the folder `fonts`"),
};

/// Reads the fonts that the settings name, in their order; `settings` is where they stand.
pub(super) fn read(
    root: &Path,
    fonts: &[FontFiles],
    settings: &Node,
) -> (Vec<FontFamily>, Vec<Finding>) {
    let mut reader = Reader {
        root,
        left: MOST_BYTES,
        findings: Vec::new(),
    };
    let nodes = settings.get("fonts").map_or(&[][..], Node::items);
    let families = fonts.iter().zip(nodes);
    let families = families.filter_map(|(files, node)| reader.family(files, node));
    (families.collect(), reader.findings)
}

struct Reader<'r> {
    root: &'r Path,
    /// How many bytes may still be read.
    left: usize,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn family(&mut self, files: &FontFiles, node: &Node) -> Option<FontFamily> {
        let regular = self.file(Some(&files.regular), node.get("regular"));
        let others = [
            self.file(files.bold.as_deref(), node.get("bold")),
            self.file(files.italic.as_deref(), node.get("italic")),
            self.file(files.bold_italic.as_deref(), node.get("bold_italic")),
        ];
        Some(FontFamily::new(regular?, others))
    }

    /// A file, if it is named and can be used.
    fn file(&mut self, name: Option<&str>, node: Option<&Node>) -> Option<FontFile> {
        let (name, node) = (name?, node?);
        let limit = MAX_FONT_BYTES.min(self.left);
        let bytes = source::read_bytes(&self.root.join(name), self.root, limit);
        let font = bytes.and_then(|bytes| {
            self.left -= bytes.len();
            FontFile::new(bytes).map_err(|reason| why(reason).to_owned())
        });
        font.map_err(|why| self.findings.push(unusable(name, &why, node.place.clone())))
            .ok()
    }
}

fn unusable(name: &str, why: &str, place: Place) -> Finding {
    let message = format!("the font {} cannot be used: {why}", quoted(name));
    UNUSABLE_FONT
        .finding(place, message)
        .help("name a TrueType or OpenType file by its path in the workspace")
}

fn why(reason: NoFont) -> &'static str {
    match reason {
        NoFont::Unreadable => "it is not a font, or a broken one",
        NoFont::NoOutlines => "it has no outlines, only pictures of its letters",
        NoFont::Restricted => "its licence forbids to put it into documents",
    }
}
