//! What an SVG must not have, found before anything of it is drawn.
//!
//! Elements are allowed by name: what is new in the format next year is not let through unseen.
//! References lead to other parts of the same file, and there are no entities, which can make a
//! gigabyte out of a line.

use super::NoLogo;
use usvg::roxmltree::{self, Document, Node, ParsingOptions};

/// The most elements, attributes' values and texts. Logos have hundreds.
const MOST_NODES: u32 = 20_000;
/// How deep elements stand in one another.
const MOST_DEPTH: usize = 64;

/// What is drawn, and what it needs.
const DRAWN: [&str; 11] = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs",
    "clipPath",
];
/// What says something about the drawing, and is not drawn.
const SILENT: [&str; 4] = ["title", "desc", "metadata", "style"];

/// Attributes that name another thing, besides those whose value is a `url(…)`.
const REFERENCES: [&str; 3] = ["href", "src", "base"];

/// The way out of what is not drawn.
pub(super) const PLAIN: &str =
    "turn it into plain shapes in a drawing program, or save the logo as PNG";
/// The way out of what leads out of the file.
const ALONE: &str = "take it out: a logo is one file that needs no other";

const SVG: &str = "http://www.w3.org/2000/svg";

/// Looks at all of an SVG.
///
/// # Errors
///
/// The first thing that it must not have, with its line.
pub(super) fn screen(text: &str) -> Result<(), NoLogo> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(unreadable)?;
    for node in document.descendants() {
        if depth(node) > MOST_DEPTH {
            return Err(NoLogo::new(
                "its elements stand too deep in one another",
                PLAIN,
            ));
        }
        let found = match node.node_type() {
            roxmltree::NodeType::Element => element(node),
            // `<?xml-stylesheet href="…"?>`
            roxmltree::NodeType::PI => Some(outside("a processing instruction")),
            _ => None,
        };
        if let Some(found) = found {
            let line = document.text_pos_at(node.range().start).row;
            let why = format!("{} (line {line} of the file)", found.why);
            return Err(NoLogo { why, ..found });
        }
    }
    Ok(())
}

fn depth(node: Node<'_, '_>) -> usize {
    node.ancestors().take(MOST_DEPTH + 2).count()
}

fn element(node: Node<'_, '_>) -> Option<NoLogo> {
    let name = node.tag_name();
    // What drawing programs note down for themselves is in namespaces of their own, and not drawn.
    let is_svg = name.namespace() == Some(SVG);
    let is_known = DRAWN.contains(&name.name()) || SILENT.contains(&name.name());
    if is_svg && !is_known {
        let why = format!(
            "it has a `<{}>`, which hirekit does not draw",
            shown(name.name())
        );
        return Some(NoLogo::new(why, PLAIN));
    }
    let attributes = node.attributes();
    let wrong = attributes.into_iter().find_map(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        if name.to_ascii_lowercase().starts_with("on") {
            return Some(outside(&format!("a script in `{}`", shown(name))));
        }
        let leads_out = REFERENCES.contains(&name) && !value.trim_start().starts_with('#');
        (is_svg && (leads_out || has_outside_url(value))).then(|| reference(name, value))
    });
    wrong.or_else(|| style_sheet(node).filter(|_| is_svg))
}

/// What is wrong with a style sheet.
fn style_sheet(node: Node<'_, '_>) -> Option<NoLogo> {
    let is_style = node.tag_name().name() == "style";
    let texts = node.descendants().filter_map(|it| it.text());
    let mut texts = texts.filter(|_| is_style);
    texts.find_map(|css| {
        let lower = css.to_ascii_lowercase();
        let imports = lower.contains("@import") || lower.contains("@font-face");
        // A backslash can spell anything.
        let hides = lower.contains('\\');
        (imports || hides || has_outside_url(css)).then(|| outside("its style sheet"))
    })
}

/// Whether a value has a `url(…)` that is no part of the file.
fn has_outside_url(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let mut urls = lower.split("url(").skip(1);
    urls.any(|url| {
        let url = url.trim_start().trim_start_matches(['"', '\'']);
        !url.starts_with('#')
    })
}

fn reference(name: &str, value: &str) -> NoLogo {
    let what = format!("`{}=\"{}\"`", shown(name), shown(value));
    outside(&what)
}

fn outside(what: &str) -> NoLogo {
    let why = format!("{what} leads out of the file");
    NoLogo::new(why, ALONE)
}

/// A short piece of a stranger's file, with nothing in it that could steer a terminal.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown = crate::finding::visible(text.chars().take(LONGEST));
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown.replace('`', "'")
}

fn unreadable(error: roxmltree::Error) -> NoLogo {
    match error {
        roxmltree::Error::DtdDetected => NoLogo::new(
            "it has a `<!DOCTYPE …>`, by which other files could be read",
            "delete the `<!DOCTYPE …>`: no program needs it",
        ),
        roxmltree::Error::NodesLimitReached => NoLogo::new(
            format!("it has more than {MOST_NODES} elements"),
            "simplify the drawing, or save it as PNG",
        ),
        error => {
            let position = error.pos();
            let why = format!("its SVG is broken in line {}", position.row);
            NoLogo::new(
                why,
                "export the logo once more, as plain SVG, or save it as PNG",
            )
        }
    }
}
