//! A page holds the elements that hirekit writes, and no others: text from a guide or a template
//! stays text.

/// The elements of a packet's page and of the pages that list them.
const ELEMENTS: &[&str] = &[
    "a", "b", "bdi", "body", "br", "code", "col", "colgroup", "dd", "div", "dl", "dt", "em",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "input", "label",
    "li", "main", "meta", "nav", "ol", "p", "pre", "s", "script", "section", "small", "span",
    "strong", "style", "table", "tbody", "td", "textarea", "th", "thead", "title", "tr", "ul",
];

/// The elements that have no end tag.
const VOID: &[&str] = &["br", "col", "hr", "input", "meta"];

/// Attributes besides `aria-…` and `data-…`. None of them runs or loads anything.
const ATTRIBUTES: &[&str] = &[
    "autocomplete",
    "charset",
    "class",
    "colspan",
    "content",
    "dir",
    "for",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "role",
    "rows",
    "scope",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
];

/// Asserts that a page is well-formed and has nothing in it that runs.
pub fn assert_sound(html: &str) {
    let control = html
        .chars()
        .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    assert_eq!(control, None, "in {html}");
    let body = html
        .strip_prefix("<!DOCTYPE html>")
        .expect("a page says what it is");
    let mut open: Vec<&str> = Vec::new();
    let mut rest = body;
    while let Some((_, tag)) = rest.split_once('<') {
        let (name, after) = match tag.strip_prefix('/') {
            Some(end) => {
                let (name, after) = end.split_once('>').expect("an end tag ends");
                assert_eq!(open.pop(), Some(name), "in {html}");
                (name, after)
            }
            None => start_tag(tag, &mut open),
        };
        assert!(ELEMENTS.contains(&name), "<{name}> in {html}");
        rest = after;
    }
    assert!(open.is_empty(), "{open:?} in {html}");
}

/// Reads a start tag; returns its name and what follows it. The text of a style sheet or of facts
/// for search engines is passed over.
fn start_tag<'h>(tag: &'h str, open: &mut Vec<&'h str>) -> (&'h str, &'h str) {
    let ends = |c: char| c.is_whitespace() || c == '>';
    let (name, mut rest) = tag.split_at(tag.find(ends).expect("a tag ends"));
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        rest = attribute(name, rest);
    }
    if VOID.contains(&name) {
        return (name, rest);
    }
    open.push(name);
    if matches!(name, "style" | "script") {
        rest = &rest[rest.find("</").expect("what is not read ends")..];
    }
    (name, rest)
}

/// Reads an attribute; returns what follows it.
fn attribute<'h>(element: &str, text: &'h str) -> &'h str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '>');
    let (name, rest) = text.split_at(text.find(ends).expect("a tag ends"));
    let is_known =
        name.starts_with("aria-") || name.starts_with("data-") || ATTRIBUTES.contains(&name);
    assert!(is_known, "{name} in {text:.200}");
    let Some(value) = rest.strip_prefix("=\"") else {
        assert!(!rest.starts_with('='), "{text:.200}");
        return rest;
    };
    let (value, rest) = value.split_once('"').expect("a value ends");
    assert!(!value.contains(['<', '>']), "{value}");
    if name == "href" {
        let (scheme, _) = value.split_once(':').unwrap_or(("", value));
        let scheme = scheme.to_ascii_lowercase();
        let is_path = scheme.is_empty() || scheme.contains('/') || scheme == "./";
        let is_safe = matches!(&*scheme, "http" | "https" | "mailto");
        assert!(is_path || is_safe, "{value}");
    }
    if element == "script" && name == "type" {
        assert_eq!(value, "application/ld+json");
    }
    rest
}
