//! The fonts that a workspace names, read from its files.

use std::path::Path;

use super::settings::{FontFiles, ThemeSettings};
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Place, Severity, quoted};
use crate::font::{FontFamily, FontFile, MAX_FONT_BYTES, NoFont};
use crate::source;
use crate::yaml::Node;

/// All fonts together are no larger than this: they stay in memory.
const MOST_BYTES: usize = 2 * MAX_FONT_BYTES;

/// The files of the font of all text are no larger together. Four faces with the letters of all
/// of Europe are half of it.
const MOST_TEXT_BYTES: usize = 4 << 20;

pub(super) const UNUSABLE_FONT: Explanation = Explanation {
    code: "unusable-font",
    severity: Severity::Error,
    summary: "a font that the settings name cannot be used",
    why: "Letters that only this font has would be replacement marks on paper. A font is a TrueType or \
          OpenType file in the workspace, of at most 32 MiB, that may be put into documents.",
    bad: Told("`regular: fonts/NotoSansHebrew.zip` in hirekit.yaml"),
    good: Told("`regular: fonts/NotoSansHebrew-Regular.ttf`, with that file in the folder `fonts`"),
};

/// The fonts of a theme.
#[derive(Debug, Default)]
pub(super) struct ThemeFonts {
    /// The font of all text.
    pub(super) text: Option<FontFamily>,
    /// Those for letters that neither it nor the built-in one has.
    pub(super) fallback: Vec<FontFamily>,
}

/// Reads the fonts that a theme names; `node` is where it stands.
pub(super) fn read(
    root: &Path,
    theme: &ThemeSettings,
    node: &Node,
    findings: &mut Vec<Finding>,
) -> ThemeFonts {
    let mut reader = Reader {
        root,
        left: MOST_BYTES,
        findings,
    };
    let text = theme.font.as_ref().zip(node.get("font"));
    let text = text.and_then(|(files, node)| reader.text(files, node));
    let nodes = node.get("fallback_fonts").map_or(&[][..], Node::items);
    let fallback = theme.fallback_fonts.iter().zip(nodes);
    let fallback = fallback.filter_map(|(files, node)| reader.family(files, node));
    ThemeFonts {
        fallback: fallback.collect(),
        text,
    }
}

struct Reader<'r> {
    root: &'r Path,
    /// How many bytes may still be read.
    left: usize,
    findings: &'r mut Vec<Finding>,
}

impl Reader<'_> {
    /// The font of all text, which every web page carries.
    fn text(&mut self, files: &FontFiles, node: &Node) -> Option<FontFamily> {
        let family = self.family(files, node)?;
        let size: usize = family.bytes().iter().flatten().map(|file| file.len()).sum();
        if size <= MOST_TEXT_BYTES {
            return Some(family);
        }
        let place = node.get("regular").map_or(&node.place, |it| &it.place);
        let message = format!(
            "the font {} is too large to be in every web page: its files have {} MiB together",
            quoted(&files.regular),
            size.div_ceil(1 << 20)
        );
        let finding = UNUSABLE_FONT.finding(place.clone(), message);
        self.findings.push(
            finding.help(
                "name files of 4 MiB together at most, with the letters of your languages only",
            ),
        );
        None
    }

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
        NoFont::ForTheWeb => "it is a font for the web (WOFF), which no PDF can hold",
        NoFont::NotCuttable => "it is broken: its letters cannot be taken out of it",
        NoFont::NoOutlines => "it has no outlines, only pictures of its letters",
        NoFont::Restricted => "its licence forbids to put it into documents",
    }
}
