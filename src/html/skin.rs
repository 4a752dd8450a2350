//! The skin: what a theme adds to the pages, ready to be put into each of them.
//!
//! The style sheet has its colours as custom properties, and a theme sets some of them anew in
//! the same `<style>` element. A page that no theme changes has not a byte of this.

use super::escape;
use crate::font::{BOLD, BOLD_ITALIC, FACES, FontFamily, ITALIC, REGULAR};
use crate::theme::{Density, Logo, Margins, Theme, hex, mm, shown_length};
use serde::Serialize;
use std::fmt::Write as _;

/// What a theme adds to the pages.
#[derive(Debug, Clone, Default)]
pub struct Skin {
    /// The style sheet of its density, by its name; none for the usual one.
    sheet: Option<&'static str>,
    /// Rules that come after those of every page.
    css: String,
    /// Rules of the policy for what the theme brings along.
    policy: String,
    /// The colour of secondary text, where it is another than ever.
    pub(super) grey: Option<String>,
    pub(super) logo: Option<Picture>,
}

/// A picture in a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Picture {
    /// What it shows, in words.
    alt: String,
    /// The picture itself, as an address.
    address: String,
}

/// What the style sheets call the font of the theme.
const FONT: &str = "\"Theme\", \"Noto Sans\", system-ui, sans-serif";

impl Skin {
    /// What `theme` adds, and the font in which it sets all text.
    pub fn of(theme: &Theme, font: Option<&FontFamily>) -> Self {
        let mut skin = Self {
            sheet: sheet(theme.density),
            grey: theme.grey.map(hex),
            ..Self::default()
        };
        skin.colours(theme);
        if theme.margins != Margins::USUAL {
            skin.margins(theme.margins);
        }
        if let Some(font) = font {
            skin.font(font);
        }
        if let Some(logo) = &theme.logo {
            skin.logo(logo);
        }
        skin
    }

    /// The style sheet of its density, by its name; none for the usual one.
    pub fn sheet(&self) -> Option<&'static str> {
        self.sheet
    }

    /// The rules that come after those of every page.
    pub(super) fn css(&self) -> &str {
        &self.css
    }

    /// The rules of the policy for what the theme brings along.
    pub(super) fn policy(&self) -> &str {
        &self.policy
    }

    /// All that it adds besides the style sheet of its density, for telling whether a page would
    /// come out the same.
    pub fn parts(&self) -> [&str; 4] {
        let (alt, address) = match &self.logo {
            Some(logo) => (logo.alt.as_str(), logo.address.as_str()),
            None => ("", ""),
        };
        [&self.css, &self.policy, alt, address]
    }

    fn colours(&mut self, theme: &Theme) {
        let mut set = String::new();
        for (name, colour) in [("accent", theme.accent), ("grey", theme.grey)] {
            if let Some(colour) = colour {
                let _ = write!(set, "--{name}:{};", hex(colour));
            }
        }
        if !set.is_empty() {
            let _ = writeln!(self.css, ":root{{{set}}}");
        }
        // Custom properties do not reach the margins of a printed page in all browsers.
        if let Some(grey) = theme.grey.map(hex) {
            let _ = writeln!(
                self.css,
                "@page{{@bottom-left{{color:{grey}}}@bottom-right{{color:{grey}}}}}"
            );
        }
    }

    fn margins(&mut self, margins: Margins) {
        // As far below the head and above the foot as in the style sheet.
        let (top, bottom) = (margins.top + mm(100), margins.bottom + mm(30));
        let sides = [top, margins.right, bottom, margins.left].map(shown_length);
        let first = shown_length(margins.top + mm(10));
        let _ = writeln!(self.css, "@page{{margin:{}}}", sides.join(" "));
        let _ = writeln!(self.css, "@page :first{{margin-top:{first}}}");
    }

    fn font(&mut self, font: &FontFamily) {
        let looks: [(usize, u16, &str); FACES] = [
            (REGULAR, 400, "normal"),
            (BOLD, 700, "normal"),
            (ITALIC, 400, "italic"),
            (BOLD_ITALIC, 700, "italic"),
        ];
        let files = font.bytes();
        for (face, weight, style) in looks {
            let Some(file) = files[face] else { continue };
            let data = escape::base64(file);
            let _ = writeln!(
                self.css,
                "@font-face{{font-family:\"Theme\";font-weight:{weight};font-style:{style};\
                 src:url(data:font/sfnt;base64,{data})}}"
            );
        }
        let _ = writeln!(self.css, "html{{font-family:{FONT}}}");
        for corner in ["top-left", "top-right", "bottom-left", "bottom-right"] {
            let _ = writeln!(self.css, "@page{{@{corner}{{font-family:{FONT}}}}}");
        }
        self.policy.push_str("; font-src data:");
    }

    fn logo(&mut self, logo: &Logo) {
        let height = shown_length(logo.height);
        let _ = writeln!(
            self.css,
            ".logo{{display:block;margin:1.75rem 0 0;height:{height};max-width:100%;\
             object-fit:contain}}\n@media print{{.logo{{margin:0 0 5mm}}}}"
        );
        let (kind, file) = logo.picture.file();
        self.logo = Some(Picture {
            alt: logo.alt.clone(),
            address: format!("data:{kind};base64,{}", escape::base64(&file)),
        });
        self.policy.push_str("; img-src data:");
    }
}

/// The style sheet of a density.
fn sheet(density: Density) -> Option<&'static str> {
    match density {
        Density::Compact => Some("compact.css"),
        Density::Standard => None,
        Density::Roomy => Some("roomy.css"),
    }
}
