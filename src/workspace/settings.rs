//! `hirekit.yaml`: what applies to all guides of a workspace.

use super::{SETTINGS_FILE, fonts};
use crate::check;
use crate::finding::{Finding, Severity};
use crate::font::{FontFamily, Fonts};
use crate::layout::Paper;
use crate::lint::{self, Level, Levels};
use crate::schema::Validator;
use crate::source;
use crate::yaml::{self, Node};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What applies to all guides of a workspace.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The paper to print on: `a4` (the default) or `letter`.
    #[serde(default)]
    pub paper: Paper,
    /// Words for placeholders, by name: `Company: Aster Freight`.
    #[serde(default)]
    pub fill: BTreeMap<String, String>,
    /// How bad the findings of a rule or of a pack of rules are, by its name: `law-uk: off`.
    #[serde(default)]
    pub rules: BTreeMap<String, Level>,
    /// Minutes that all stages together may take of a candidate: 360 unless given.
    #[serde(default)]
    #[schemars(range(min = 15))]
    pub candidate_minutes: Option<u16>,
    /// Fonts for letters that the built-in ones do not have, tried in order.
    #[serde(default)]
    pub fonts: Vec<FontFiles>,
}

/// The files of a font, as paths in the workspace.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FontFiles {
    /// The regular letters: `fonts/NotoSansHebrew-Regular.ttf`.
    pub regular: String,
    /// The bold letters; the regular ones where there are none.
    #[serde(default)]
    pub bold: Option<String>,
    /// The italic letters, likewise.
    #[serde(default)]
    pub italic: Option<String>,
    /// The bold italic letters, likewise.
    #[serde(default)]
    pub bold_italic: Option<String>,
}

impl Settings {
    /// Which rules for a good interview to hold guides against.
    pub fn levels(&self) -> Levels {
        Levels::new(self.rules.clone(), self.candidate_minutes)
    }
}

impl FontFiles {
    /// The files that are named.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let others = [&self.bold, &self.italic, &self.bold_italic];
        let others = others.into_iter().filter_map(Option::as_deref);
        std::iter::once(self.regular.as_str()).chain(others)
    }
}

/// Reads the settings of the workspace at `root`, with the fonts they name; the defaults where
/// there is no file.
///
/// # Errors
///
/// There is a file and it cannot be read.
pub(super) fn read(root: &Path) -> anyhow::Result<(Settings, Vec<FontFamily>, Vec<Finding>)> {
    let (sound, mut findings) = parse(root)?;
    let Some((settings, node)) = sound else {
        return Ok((Settings::default(), Vec::new(), findings));
    };
    let (families, unusable) = fonts::read(root, &settings.fonts, &node);
    findings.extend(unusable);
    findings.extend(missing_glyphs(&node, &Fonts::with(&families)));
    findings.extend(node.get("rules").into_iter().flat_map(lint::unknown));
    Ok((settings, families, findings))
}

/// The files of the fonts that the settings of the workspace at `root` name, whether or not they
/// are there; none while the settings are wrong.
pub fn font_files(root: &Path) -> Vec<PathBuf> {
    let sound = parse(root).ok().and_then(|(sound, _)| sound);
    let fonts = sound
        .map(|(settings, _)| settings.fonts)
        .unwrap_or_default();
    let files = fonts.iter().flat_map(FontFiles::files);
    files.map(|file| root.join(file)).collect()
}

/// Settings without a mistake, and the tree in which they stand.
type Sound = (Settings, Node);

/// The settings, if there are any and they are sound; and what is wrong with them.
fn parse(root: &Path) -> anyhow::Result<(Option<Sound>, Vec<Finding>)> {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    let path = root.join(SETTINGS_FILE);
    if path.symlink_metadata().is_err() {
        return Ok((None, Vec::new()));
    }
    let shown = path.strip_prefix(".").unwrap_or(&path);
    let (source, mut findings) = source::read(&path, shown, Some(root))?;
    if !findings.is_empty() {
        return Ok((None, findings));
    }
    let mut tree = yaml::parse(&source);
    findings.append(&mut tree.findings);
    // A file in which everything is commented out asks for the defaults.
    findings.retain(|finding| finding.code != yaml::EMPTY_FILE.code);
    let validator = VALIDATOR.get_or_init(|| Validator::of::<Settings>("the settings file"));
    findings.extend(validator.check(&tree));
    findings.sort_by_key(|finding| finding.place.span.start);
    let wrong = findings
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let Some(node) = tree.root.filter(|_| !wrong) else {
        return Ok((None, findings));
    };
    let settings: Settings = serde_json::from_value(node.to_json())
        .expect("what fits the schema of the settings fits their type");
    Ok((Some((settings, node)), findings))
}

/// Characters of the words for placeholders that no font has.
fn missing_glyphs(settings: &Node, fonts: &Fonts<'_>) -> Vec<Finding> {
    let words = settings.get("fill").map_or(&[][..], Node::fields).iter();
    let missing = words.filter_map(|(_, words)| {
        let missing = words.text()?.chars().find(|c| !fonts.covers(*c))?;
        Some(check::missing_glyph(words.place.clone(), missing))
    });
    missing.collect()
}
