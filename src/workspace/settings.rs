//! `hirekit.yaml`: what applies to all guides of a workspace.

use super::look::Look;
use super::{SETTINGS_FILE, look, packets, templates};
use crate::check;
use crate::finding::{Finding, Severity};
use crate::font::Fonts;
use crate::guide::Audience;
use crate::kit::Declared;
use crate::lint::{self, Level, Levels};
use crate::schema::Validator;
use crate::source;
use crate::theme::{Density, Paper};
use crate::yaml::{self, Node};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What applies to all guides of a workspace.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
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
    /// How packets look.
    #[serde(default)]
    pub theme: ThemeSettings,
    /// Packets besides those that every guide has, by name: `run-sheet`.
    #[serde(default)]
    pub packets: BTreeMap<String, PacketSettings>,
}

/// A packet of the workspace's own.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PacketSettings {
    /// Its title; the words of its name, unless you say otherwise.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub title: Option<String>,
    /// One line on what it is for, for the page that lists packets.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub purpose: Option<String>,
    /// Who may see it: `internal` (the default), `candidate` or `public`. Its template is given no
    /// more than they may see.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// The template: a file in `templates/`, or a built-in one; `NAME.md` when left out.
    #[serde(default)]
    pub template: Option<String>,
    /// The stages that get one each, by id or by kind: `[screening, assessment]`. Without this there is
    /// one for the whole guide.
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub stages: Option<Vec<String>>,
}

/// How packets look, in PDF and HTML alike.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ThemeSettings {
    /// The paper to print on: `a4` (the default) or `letter`.
    #[serde(default)]
    pub paper: Paper,
    /// What stays white around the pages.
    #[serde(default)]
    pub margins: MarginSettings,
    /// The colours of text.
    #[serde(default)]
    pub colours: ColourSettings,
    /// What stands at the top of every packet.
    #[serde(default)]
    pub logo: Option<LogoFile>,
    /// The font of all text; the built-in one draws what it lacks.
    #[serde(default)]
    pub font: Option<FontFiles>,
    /// Fonts for letters that neither `font` nor the built-in one has, tried in order.
    #[serde(default)]
    pub fallback_fonts: Vec<FontFiles>,
    /// How closely things are set: `compact`, `standard` (the default) or `roomy`.
    #[serde(default)]
    pub density: Density,
    /// How many lines for notes a question has at least: 4 unless you say otherwise.
    #[serde(default)]
    #[schemars(range(min = 1, max = 20))]
    pub note_lines: Option<u16>,
}

/// Margins from 10mm to 50mm, in `mm`, `cm`, `in` or `pt`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarginSettings {
    /// From the top edge to the running head: `15mm` by default.
    #[serde(default)]
    #[schemars(extend("x-form" = "length"))]
    pub top: Option<String>,
    /// From the right edge to the text: `18mm` by default.
    #[serde(default)]
    #[schemars(extend("x-form" = "length"))]
    pub right: Option<String>,
    /// From the rule above the page number to the bottom edge: `15mm` by default.
    #[serde(default)]
    #[schemars(extend("x-form" = "length"))]
    pub bottom: Option<String>,
    /// From the left edge to the text: `22mm` by default, where paper is punched.
    #[serde(default)]
    #[schemars(extend("x-form" = "length"))]
    pub left: Option<String>,
}

/// Colours that can be read on white and on the tint of panels.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColourSettings {
    /// The colour of headings, numbers and labels: `"#7a1f3d"`.
    #[serde(default)]
    #[schemars(extend("x-form" = "colour"))]
    pub accent: Option<String>,
    /// The colour of secondary text: `"#57606a"`.
    #[serde(default)]
    #[schemars(extend("x-form" = "colour"))]
    pub grey: Option<String>,
}

/// A logo.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogoFile {
    /// A PNG or SVG file, as a path in the workspace: `brand/logo.svg`.
    #[schemars(length(min = 1))]
    pub file: String,
    /// What it shows, for those who do not see it: `Aster Freight`.
    #[schemars(length(min = 1))]
    pub alt: String,
    /// How high it is, from `4mm` to `40mm`: `12mm` by default.
    #[serde(default)]
    #[schemars(extend("x-form" = "length"))]
    pub height: Option<String>,
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

impl ThemeSettings {
    /// The files that are named: those of fonts, and the logo.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let fonts = self.font.iter().chain(&self.fallback_fonts);
        let logo = self.logo.iter().map(|logo| logo.file.as_str());
        fonts.flat_map(FontFiles::files).chain(logo)
    }
}

/// Reads the settings of the workspace at `root`, with what their theme names; the defaults where
/// there is no file.
///
/// # Errors
///
/// There is a file and it cannot be read.
pub(super) fn read(root: &Path) -> anyhow::Result<(Opened, Vec<Finding>)> {
    let (sound, mut findings) = parse(root)?;
    let templates = templates::names(root)?;
    let Some((settings, node)) = sound else {
        let opened = Opened {
            templates,
            ..Opened::default()
        };
        return Ok((opened, findings));
    };
    let look = match node.get("theme") {
        Some(node) => look::read(root, &settings.theme, node, &mut findings),
        None => Look::default(),
    };
    findings.extend(missing_glyphs(&node, &look));
    findings.extend(node.get("rules").into_iter().flat_map(lint::unknown));
    let packets = node.get("packets");
    let declared = packets.map_or_else(Vec::new, |node| {
        packets::declared(&settings.packets, node, &templates, &mut findings)
    });
    let opened = Opened {
        declared,
        templates,
        settings,
        look,
        written: Some(node),
    };
    Ok((opened, findings))
}

/// What the settings of a workspace say, with what they name.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub(super) settings: Settings,
    pub(super) look: Look,
    pub(super) declared: Vec<Declared>,
    /// The settings as they are written.
    pub(super) written: Option<Node>,
    /// The names of all templates, built in or not.
    pub(super) templates: BTreeSet<String>,
}

/// The files that the theme of the workspace at `root` names, whether or not they are there; none
/// while the settings are wrong.
pub fn theme_files(root: &Path) -> Vec<PathBuf> {
    let sound = parse(root).ok().and_then(|(sound, _)| sound);
    let theme = sound
        .map(|(settings, _)| settings.theme)
        .unwrap_or_default();
    theme.files().map(|file| root.join(file)).collect()
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
fn missing_glyphs(settings: &Node, look: &Look) -> Vec<Finding> {
    let words = settings.get("fill").map_or(&[][..], Node::fields).iter();
    // The fonts of the theme are only looked into for what the built-in ones lack.
    let beyond = |c: char| !Fonts::bundled().covers(c);
    let words = words.filter_map(|(_, words)| Some((words, words.text()?)));
    let words: Vec<_> = words.filter(|(_, text)| text.contains(beyond)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let fonts = look.fonts();
    let missing = words.into_iter().filter_map(|(words, text)| {
        let missing = text.chars().find(|c| !fonts.covers(*c))?;
        Some(check::missing_glyph(words.place.clone(), missing))
    });
    missing.collect()
}
