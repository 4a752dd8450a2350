//! Reports: findings as people and programs read them.
//!
//! [`text`] draws them for a terminal. The other formats are for programs, one file for each:
//! [`json`] is our own and has everything there is, [`sarif`] is for code hosts and editors, and
//! [`github`] for annotations of a pull request. All of them make text out of values; the command
//! line writes it. What they share is where a place is (`places`), the folder that paths begin at
//! (`root`), and what makes a finding the same one tomorrow (`fingerprint`).
//!
//! Words from a guide are a stranger's. No format lets them end a line, a text or a command, or
//! carries a character that is not seen but steers what shows it.

mod fingerprint;
pub mod github;
pub mod json;
mod places;
mod root;
pub mod sarif;
pub mod text;

pub use json::{Kit, Packet, schema_text};
pub use root::Root;

use crate::finding::{Finding, is_direction_control};
use serde::Serialize;

/// What a command has to report at its end.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// What is wrong, in the order in which it is reported.
    pub findings: &'a [Finding],
    /// The kits that were built; none when the command builds none.
    pub kits: Option<&'a [Kit]>,
}

impl<'a> Report<'a> {
    /// The report of a command that only looks.
    pub fn of(findings: &'a [Finding]) -> Self {
        Self {
            findings,
            kits: None,
        }
    }
}

/// JSON that a person can read, and that cannot steer what shows it: characters that are not seen
/// are written as escapes.
fn json_text(value: &impl Serialize) -> String {
    let mut json = serde_json::to_string_pretty(value).expect("reports have only texts for keys");
    if !json.contains(|c| c > ' ' && is_unseen(c)) {
        json.push('\n');
        return json;
    }
    let mut text = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        // Those below the space are escaped already, but for the line breaks between values. The
        // others stand only in texts, and none needs more than four digits.
        if c > ' ' && is_unseen(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    text
}

/// Characters that change how others are shown, and are not seen themselves.
fn is_unseen(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    c.is_control() || is_direction_control(c) || is_mark
}

#[cfg(test)]
mod tests;
