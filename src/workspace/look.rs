//! How packets look: the theme, read from the settings and the files that it names, and checked.

use super::fonts::{self, ThemeFonts};
use super::settings::{ColourSettings, LogoFile, MarginSettings, ThemeSettings};
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Place, Severity, quoted};
use crate::font::Fonts;
use crate::layout::pages::{Colour, Length};
use crate::layout::theme::PANEL;
use crate::source;
use crate::theme::{
    self, BadLength, LEAST_CONTRAST, Logo, Margins, Picture, Theme, logo::MAX_LOGO_BYTES,
};
use crate::yaml::Node;
use std::path::Path;
use std::sync::Arc;

pub(super) const UNUSABLE_LOGO: Explanation = Explanation {
    code: "unusable-logo",
    severity: Severity::Error,
    summary: "the logo that the theme names cannot be used",
    why: "A logo is a PNG or SVG file in the workspace, of at most 1 MiB. An SVG needs no other \
          file, has no script, and holds plain shapes: gradients, texts, filters and pictures in it \
          would not come out on paper as they do on a screen.",
    bad: Told("a `logo.svg` with `<image href=\"https://example.com/mark.png\"/>` in it"),
    good: Told("the same logo, saved as plain SVG with all its texts turned into paths, or as PNG"),
};

pub(super) const BAD_COLOUR: Explanation = Explanation {
    code: "bad-colour",
    severity: Severity::Error,
    summary: "a text that should be a colour is none",
    why: "A colour of the theme is written as in a style sheet: a `#`, then two digits each for red, \
          green and blue, from 00 to ff. Quotation marks keep YAML from taking it for a comment.",
    bad: Told("`accent: dark red` in hirekit.yaml"),
    good: Told("`accent: \"#7a1f3d\"`"),
};

pub(super) const WEAK_CONTRAST: Explanation = Explanation {
    code: "weak-contrast",
    severity: Severity::Error,
    summary: "a colour of the theme is too light to be read",
    why: "The colours of the theme are for text, on white and on the light tint of panels. People \
          with weak eyes, and everybody on a copy of a copy, need a contrast of at least 4.5 to 1 \
          (WCAG 2.2, level AA).",
    bad: Told("`accent: \"#e08030\"`, an orange with a contrast of 2.6 to 1"),
    good: Told("`accent: \"#a65e23\"`, the lightest shade of it that can be read"),
};

pub(super) const BAD_LENGTH: Explanation = Explanation {
    code: "bad-length",
    severity: Severity::Error,
    summary: "a length of the theme is none, or cannot be used",
    why: "A length is a number and its unit: `mm`, `cm`, `in` or `pt`. Margins are from 10mm to 50mm, \
          which printers reach and which leave room for text; a logo is from 4mm to 40mm high.",
    bad: Told("`left: \"25\"` in hirekit.yaml, which may be millimetres or points"),
    good: Told("`left: 25mm`"),
};

/// How packets look, with the fonts it takes.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub(super) theme: Theme,
    pub(super) fonts: ThemeFonts,
}

impl Look {
    /// The fonts to print with.
    pub(super) fn fonts(&self) -> Fonts<'_> {
        Fonts::led_by(self.fonts.text.as_ref(), &self.fonts.fallback)
    }
}

/// Reads what the theme of the workspace at `root` names, and checks all of it; `node` is where
/// the theme stands.
pub(super) fn read(
    root: &Path,
    settings: &ThemeSettings,
    node: &Node,
    findings: &mut Vec<Finding>,
) -> Look {
    let first = findings.len();
    let (accent, grey) = colours(&settings.colours, node, findings);
    let margins = margins(&settings.margins, node, findings);
    let logo = settings.logo.as_ref().zip(node.get("logo"));
    let theme = Theme {
        paper: settings.paper,
        margins,
        accent,
        grey,
        density: settings.density,
        logo: logo.and_then(|(file, node)| logo_of(root, file, node, findings)),
        note_lines: settings.note_lines,
    };
    let fonts = fonts::read(root, settings, node, findings);
    findings[first..].sort_by_key(|finding| finding.place.span.start);
    Look { theme, fonts }
}

fn colours(
    settings: &ColourSettings,
    theme: &Node,
    findings: &mut Vec<Finding>,
) -> (Option<Colour>, Option<Colour>) {
    let mut read = |name: &str, written: &Option<String>| {
        let written = written.as_ref()?;
        let place = &theme.get("colours")?.get(name)?.place;
        let colour = colour(name, written, place);
        colour.map_err(|finding| findings.push(*finding)).ok()
    };
    let accent = read("accent", &settings.accent);
    (accent, read("grey", &settings.grey))
}

/// A colour that can be read on all grounds that text stands on, of which panels are the darkest.
fn colour(name: &str, written: &str, place: &Place) -> Result<Colour, Box<Finding>> {
    let Some(colour) = theme::colour(written) else {
        let message = format!("{} is no colour for `{name}`", quoted(written));
        let finding = BAD_COLOUR.finding(place.clone(), message);
        return Err(Box::new(match theme::with_hash(written) {
            Some(meant) => finding.replace_with(&meant),
            None => finding.help(theme::COLOUR_HELP),
        }));
    };
    let contrast = theme::contrast(colour, PANEL);
    if contrast >= LEAST_CONTRAST {
        return Ok(colour);
    }
    let message = format!(
        "{} is too light for `{name}`: its contrast with panels is {} to 1, and text needs 4.5 to 1",
        quoted(written),
        ratio(contrast)
    );
    let readable = theme::hex(theme::darkened(colour, PANEL));
    let finding = WEAK_CONTRAST.finding(place.clone(), message);
    let finding = finding.replace_with(&format!("\"{readable}\""));
    Err(Box::new(finding.help(format!(
        "write {}, the lightest shade of it that can be read",
        quoted(&readable)
    ))))
}

/// Hundredths with a point.
fn ratio(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn margins(settings: &MarginSettings, theme: &Node, findings: &mut Vec<Finding>) -> Margins {
    let bounds = (Margins::LEAST, Margins::MOST);
    let mut read = |name: &str, written: &Option<String>, usual: Length| {
        let node = theme.get("margins").and_then(|node| node.get(name));
        length(name, written, node, bounds, findings).unwrap_or(usual)
    };
    let usual = Margins::USUAL;
    Margins {
        top: read("top", &settings.top, usual.top),
        right: read("right", &settings.right, usual.right),
        bottom: read("bottom", &settings.bottom, usual.bottom),
        left: read("left", &settings.left, usual.left),
    }
}

/// A length, if one is written and can be used.
fn length(
    name: &str,
    written: &Option<String>,
    node: Option<&Node>,
    bounds: (Length, Length),
    findings: &mut Vec<Finding>,
) -> Option<Length> {
    let (written, node) = (written.as_ref()?, node?);
    let why = match theme::parse_length(written, bounds) {
        Ok(length) => return Some(length),
        Err(why) => why,
    };
    let (least, most) = (theme::shown_length(bounds.0), theme::shown_length(bounds.1));
    let shown = quoted(written);
    let message = match why {
        BadLength::Unreadable => format!("{shown} is no length for `{name}`"),
        BadLength::NoUnit => format!("`{name}` is {shown} of what?"),
        BadLength::OutOfRange => {
            format!("`{name}` cannot be {shown}: it is from {least} to {most}")
        }
    };
    let finding = BAD_LENGTH.finding(node.place.clone(), message);
    let in_mm = format!("{}mm", written.trim());
    findings.push(match why {
        BadLength::NoUnit if theme::parse_length(&in_mm, bounds).is_ok() => {
            finding.replace_with(&in_mm)
        }
        _ => finding.help(format!(
            "write a number from {least} to {most}, with `mm`, `cm`, `in` or `pt`"
        )),
    });
    None
}

fn logo_of(
    root: &Path,
    file: &LogoFile,
    node: &Node,
    findings: &mut Vec<Finding>,
) -> Option<Arc<Logo>> {
    let bounds = (Logo::LEAST_HEIGHT, Logo::MOST_HEIGHT);
    let height = length("height", &file.height, node.get("height"), bounds, findings);
    let (place, alt) = (&node.get("file")?.place, node.get("alt")?);
    if file.alt.trim().is_empty() {
        let message = "`alt` has no words for those who do not see the logo";
        let finding = UNUSABLE_LOGO.finding(alt.place.clone(), message);
        findings.push(finding.help("write what the logo shows: the name of your organisation"));
    }
    let bytes = source::read_bytes(&root.join(&file.file), root, MAX_LOGO_BYTES);
    let picture = match bytes {
        Ok(bytes) => Picture::read(&bytes).map_err(|no| (no.why, no.help)),
        Err(why) => Err((
            why,
            "name a PNG or SVG file of at most 1 MiB by its path in the workspace",
        )),
    };
    let picture = picture.map_err(|(why, help)| {
        let message = format!("the logo {} cannot be used: {why}", quoted(&file.file));
        findings.push(UNUSABLE_LOGO.finding(place.clone(), message).help(help));
    });
    Some(Arc::new(Logo {
        alt: file.alt.clone(),
        height: height.unwrap_or(Logo::USUAL_HEIGHT),
        picture: picture.ok()?,
    }))
}
