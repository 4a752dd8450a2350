//! Findings as the workflow commands by which GitHub annotates the lines of a pull request.
//!
//! Each finding is one line, `::error file=…,line=…::message`. The runner reads commands out of
//! what a step prints, so a line break in a value would let a guide speak to it.

use super::places::Sources;
use super::root::Root;
use crate::finding::{Finding, Place, Severity, visible};

/// One command for each finding; nothing at all when there are none.
pub fn github(findings: &[Finding], root: &Root) -> String {
    let sources = Sources::of(findings);
    let commands = findings
        .iter()
        .map(|finding| command(finding, &sources, root));
    commands.collect()
}

fn command(finding: &Finding, sources: &Sources<'_>, root: &Root) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let file = path(&finding.place, root);
    let mut properties = vec![("file", file), ("title", finding.code.to_owned())];
    if let Some(region) = sources.region(&finding.place) {
        let (start, end) = (region.start, region.end);
        properties.push(("line", start.line.to_string()));
        properties.push(("endLine", end.line.to_string()));
        // GitHub wants columns only within one line.
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    let properties: Vec<_> = properties
        .iter()
        .map(|(key, value)| format!("{key}={}", property(value)))
        .collect();
    let message = data(&message(finding, sources, root));
    format!("::{name} {}::{message}\n", properties.join(","))
}

/// What is wrong, then what the place is, the other places and the help, each on its own line.
fn message(finding: &Finding, sources: &Sources<'_>, root: &Root) -> String {
    let mut lines = vec![visible(finding.message.chars())];
    if !finding.label.is_empty() {
        lines.push(visible(finding.label.chars()));
    }
    for (place, label) in &finding.related {
        let mut at = path(place, root);
        if let Some(region) = sources.region(place) {
            at.push_str(&format!(":{}", region.start.line));
        }
        lines.push(format!("{at}: {}", visible(label.chars())));
    }
    if let Some(help) = &finding.help {
        lines.push(format!("help: {}", visible(help.chars())));
    }
    lines.join("\n")
}

fn path(place: &Place, root: &Root) -> String {
    visible(root.see(&place.source.path).path().chars())
}

/// The text of a command: `%` first, because the others are written with it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which a colon or a comma would end.
fn property(value: &str) -> String {
    data(value).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn no_value_ends_a_command() {
        assert_eq!(data("50%\r\n::error::x, y"), "50%25%0D%0A::error::x, y");
        assert_eq!(property("a:b,c%3A\n"), "a%3Ab%2Cc%253A%0A");
        assert_eq!(data("Größe ✓"), "Größe ✓");
    }
}
