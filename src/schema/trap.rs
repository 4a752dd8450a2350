//! Values of the wrong type, and the traps of YAML that people fall into.

use super::REMOVE;
use super::explanations as codes;
use super::wording::{Spot, expected, found};
use crate::finding::{Finding, Fix, Place, quoted};
use crate::theme;
use crate::yaml::{Node, Style, Value};

/// The finding for a value that should be of another type.
/// `form` is what the schema says about the form of a text, if it does.
pub(super) fn wrong_type(spot: &Spot<'_>, json_types: &[String], form: Option<&str>) -> Finding {
    let place = spot.value_place();
    let expected: Vec<_> = json_types.iter().map(|it| expected(it)).collect();
    let expected = match spot.key {
        Some(key) if key.name == REMOVE && expected.len() > 1 => "`true` or a list of names".into(),
        _ => expected.join(" or "),
    };
    if spot.node.value == Value::Null {
        if let Some(finding) = commented(spot, form) {
            return finding;
        }
        let message = format!("{} is empty", spot.name);
        return codes::WRONG_TYPE
            .finding(place, message)
            .label(format!("{expected} should follow"))
            .help("write it, or delete the line if the field may be left out");
    }
    let message = format!("{} should be {expected}", spot.name);
    let finding = codes::WRONG_TYPE
        .finding(place, message)
        .label(format!("this is {}", found(&spot.node.value)));
    let number = matches!(spot.node.value, Value::Integer(_) | Value::Float(_));
    match form.filter(|_| number) {
        Some(LENGTH) => return length(finding, spot),
        Some(COLOUR) => return colour(finding, spot.node),
        _ => {}
    }
    match meant(spot.node, json_types) {
        "string" => text(finding, spot.node),
        "boolean" => boolean(finding, spot.node),
        "integer" => integer(finding, spot.node),
        "array" => list(finding, spot.node),
        _ => finding.help("write its fields on the lines below, indented: `name: value`"),
    }
}

/// The forms of text that the settings know: `28mm` and `"#7a1f3d"`.
const LENGTH: &str = "length";
const COLOUR: &str = "colour";

/// A value that was written and is a comment: `accent: #7a1f3d`, `setting: #3`.
fn commented(spot: &Spot<'_>, form: Option<&str>) -> Option<Finding> {
    let Place { source, span } = &spot.key?.place;
    let line = source.text.get(span.end..)?.lines().next()?;
    let written = line.strip_prefix(':')?.trim();
    let is_text = |it: &str| it.starts_with(|c: char| c.is_alphanumeric());
    if !written.strip_prefix('#').is_some_and(is_text) {
        return None;
    }
    let start = span.end + line.find('#')?;
    let place = Place::new(source, start..start + written.len());
    let what = match form {
        Some(COLOUR) => "a colour",
        _ => "text that starts with `#`",
    };
    let message = format!("{what} needs quotes: without them, `#` begins a comment");
    let finding = codes::WRONG_TYPE.finding(place, message);
    let finding = finding.label(format!("a comment, and {} is empty", spot.name));
    match written.contains(['"', '\\']) {
        true => Some(finding.help("put the text in quotes")),
        false => Some(finding.replace_with(&format!("\"{written}\""))),
    }
}

/// `28` is 28 of what? Most are of millimetres.
fn length(finding: Finding, spot: &Spot<'_>) -> Finding {
    let written = spot.node.place.text();
    let finding = Finding {
        message: format!("{} is {} of what?", spot.name, quoted(written)),
        ..finding
    };
    finding.replace_with(&format!("{written}mm"))
}

/// `123456` is a colour that lacks its `#`.
fn colour(finding: Finding, node: &Node) -> Finding {
    match theme::with_hash(node.place.text()) {
        Some(meant) => finding.replace_with(&meant),
        None => finding.help(theme::COLOUR_HELP),
    }
}

/// Of several types, the one that was most likely meant.
fn meant<'t>(node: &Node, json_types: &'t [String]) -> &'t str {
    let is_word = node.text().is_some_and(|text| boolean_of(text).is_some());
    let boolean = json_types.iter().find(|it| is_word && *it == "boolean");
    boolean.or(json_types.first()).map_or("", String::as_str)
}

/// Numbers, `true`, `[Company] …` and `Ask: why` mean something else than text without quotes.
fn text(finding: Finding, node: &Node) -> Finding {
    let written = node.place.text();
    let help = match &node.value {
        Value::Boolean(_) | Value::Integer(_) | Value::Float(_) => "put it in quotes",
        Value::List(_) if written.starts_with('[') => "put text that starts with `[` in quotes",
        Value::Map(_) if written.starts_with('{') => "put text that starts with `{` in quotes",
        Value::Map(_) if node.fields().len() == 1 => {
            "put the whole text in quotes: without them, a `: ` ends the name of a field"
        }
        _ => "write one text here, or check the indentation of the lines below",
    };
    let finding = finding.help(help);
    match quotable(node) {
        Some(written) if help.starts_with("put") => Finding {
            fix: Some(Fix {
                text: format!("\"{written}\""),
                place: whole_line_from(node),
            }),
            ..finding
        },
        _ => finding,
    }
}

/// The text up to the end of its line, if double quotes around it are all it needs.
fn quotable(node: &Node) -> Option<&str> {
    let span = whole_line_from(node).span;
    let written = node.place.source.text.get(span)?;
    let is_safe = !written.contains(['"', '\\', '#']) && !written.is_empty();
    let is_all = written.len() >= node.place.span.len() && !written.ends_with([',', ']', '}']);
    let is_scalar = node.style == Style::Plain && written.len() == node.place.span.len();
    (is_safe && (is_all || is_scalar)).then_some(written)
}

/// From the start of a value to the end of its line. In `[Company] team`, the list is not all
/// of the text.
fn whole_line_from(node: &Node) -> Place {
    let Place { source, span } = &node.place;
    if node.style == Style::Plain {
        return node.place.clone();
    }
    let rest = source.text.get(span.start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_end();
    Place::new(source, span.start..span.start + line.len())
}

fn boolean(finding: Finding, node: &Node) -> Finding {
    match node.text().and_then(boolean_of) {
        Some(value) => finding.replace_with(&value.to_string()),
        None => finding.help("write `true` or `false`"),
    }
}

/// What people write for `true` and `false`.
fn boolean_of(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => Some(true),
        "no" | "n" | "off" | "false" => Some(false),
        _ => None,
    }
}

/// `"45"` and `45 minutes` mean 45.
fn integer(finding: Finding, node: &Node) -> Finding {
    let words = node.text().unwrap_or_default().trim();
    let digits = words.split(|c: char| !c.is_ascii_digit()).next();
    match digits.filter(|digits| !digits.is_empty() && !words.contains(['.', ':', '-'])) {
        Some(digits) => finding.replace_with(digits),
        None => finding.help("write a whole number, in digits"),
    }
}

fn list(finding: Finding, node: &Node) -> Finding {
    finding.help(match node.value {
        Value::Map(_) => {
            "write `- ` before the first field of each item, and indent the others to match"
        }
        _ => "write each item on its own line, after `- `",
    })
}
