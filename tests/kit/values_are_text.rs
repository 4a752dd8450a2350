//! Nothing in a guide can change the page around it, run as template code, or become markup.

use crate::workshop::{Forms, forms, library};
use hirekit::finding::Source;
use hirekit::guide::Guide;
use hirekit::layout::pages::{Item, Pages};
use hirekit::template::Library;
use hirekit::theme::Paper;
use hirekit::yaml;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A guide that uses every field of the format once.
const EVERY_FIELD: &str = include_str!("../../src/template/trial/every-field.yaml");

/// Values that would break a page which took them for anything but text.
const HOSTILE: &[&str] = &[
    "a | b | c",
    "|",
    "a\nb\n\nc",
    "a\n\n# b",
    "# a",
    "a\n===",
    "a\n---",
    "---",
    "+ a",
    "1. a",
    "> a",
    "    a",
    "`a",
    "``` a\n~~~",
    "<script>alert(1)</script>",
    "<b>a</b><!-- page --><!-- /question -->",
    "\n<!-- page -->\n",
    "--> <!-- keep",
    "{{ 7*191 }}",
    "{% for x in range(9) %}a{% endfor %}",
    "{# a #}",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "[a]: https://example.org",
    "&lt;b&gt; &#10;# a &#124; b",
    "*a **b _c `d ~~e [f](g",
    "☐ a",
    "- [ ] a",
    "\"'><img src=x onerror=alert(1)>",
    "\u{202e}אבג ابج\u{202c} a",
    "漢字かな 🎉👩‍💻",
    "e\u{301}\u{301}\u{301} \u{200b}\u{feff}\u{0}\u{1b}[31m",
    "\\",
    "a\\",
    "$x$ @y #1",
];

#[test]
fn no_value_changes_the_page_around_it() {
    let tree = parse(EVERY_FIELD);
    let library = library();
    let mut fields = Vec::new();
    text_fields(&tree, String::new(), &mut fields);
    assert!(fields.len() > 60, "{} fields", fields.len());
    let long = "a".repeat(10_000);
    let hostile: Vec<&str> = HOSTILE.iter().copied().chain([long.as_str()]).collect();
    // Many fields, many values: two halves at a time.
    let (some, others) = fields.split_at(fields.len() / 2);
    std::thread::scope(|scope| {
        for half in [some, others] {
            scope.spawn(|| {
                half.iter()
                    .for_each(|field| try_out(&tree, field, &hostile, &library))
            });
        }
    });
}

/// Puts each value in place of the field's own, and compares with a plain word there.
fn try_out(tree: &Value, field: &str, values: &[&str], library: &Library) {
    let plain = kit(tree, field, "word", library);
    for value in values {
        let packets = kit(tree, field, value, library);
        assert_eq!(packets.len(), plain.len());
        for (hostile, plain) in packets.iter().zip(&plain) {
            if hostile.markdown != plain.markdown {
                let what = format!(
                    "{field} = {:.60} in {}",
                    value.escape_debug().to_string(),
                    hostile.packet.path()
                );
                compare(hostile, plain, &what, is_list(field, value));
            }
        }
    }
}

/// Prose may hold lists, quotes and code: only there may their numbers differ.
fn is_list(field: &str, value: &str) -> bool {
    let prose = [
        "summary",
        "how_to",
        "description",
        "about",
        "posting/role",
        "text",
        "intro",
        "apply",
        "overview",
        "interviewer",
        "read_aloud",
        "candidate",
        "note",
        "guidance",
        "brief",
        "answer",
        "mission",
        "trigger",
    ];
    let is_prose = prose.iter().any(|name| field.contains(name)) && !field.contains("minutes");
    let list = ["-", "+", "1.", ">", "    ", "```"];
    is_prose && list.iter().any(|start| value.starts_with(start))
}

fn compare(hostile: &Forms, plain: &Forms, what: &str, lists_may_differ: bool) {
    let (mut found, mut expected) = (
        markdown_shape(&hostile.markdown),
        markdown_shape(&plain.markdown),
    );
    let (mut page, mut expected_page) = (html_shape(&hostile.html()), html_shape(&plain.html()));
    if lists_may_differ {
        let structure = |name: &str| ["list", "item", "quote", "code"].contains(&name);
        found.retain(|name, _| !structure(name));
        expected.retain(|name, _| !structure(name));
        let structure = |name: &str| {
            [
                "ul",
                "ol",
                "li",
                "div",
                "pre",
                "aside",
                "blockquote",
                "p",
                "section",
                "code",
                "span",
            ]
            .contains(&name)
        };
        page.retain(|name, _| !structure(name));
        expected_page.retain(|name, _| !structure(name));
    }
    assert_eq!(found, expected, "{what}");
    assert_eq!(page, expected_page, "{what}");
    for text in [&hostile.markdown, &hostile.html()] {
        assert!(!text.contains("1337"), "evaluated: {what}");
        assert!(!text.contains("aaaaaaaaa{%"), "evaluated: {what}");
    }
    for paper in [Paper::A4, Paper::Letter] {
        within_margins(&hostile.pages(paper), what);
    }
}

/// How many of each kind of block Markdown has, as any reader of CommonMark sees it.
fn markdown_shape(markdown: &str) -> BTreeMap<&'static str, usize> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let mut shape = BTreeMap::new();
    for event in Parser::new_ext(markdown, options) {
        let name = match event {
            Event::Start(Tag::Heading { .. }) => "heading",
            Event::Start(Tag::List(_)) => "list",
            Event::Start(Tag::Item) => "item",
            Event::Start(Tag::Table(_)) => "table",
            Event::Start(Tag::TableRow) => "row",
            Event::Start(Tag::TableCell) => "cell",
            Event::Start(Tag::BlockQuote(_)) => "quote",
            Event::Start(Tag::CodeBlock(_)) => "code",
            Event::Start(Tag::Image { .. }) => "image",
            Event::Start(Tag::HtmlBlock) => "marker",
            Event::InlineHtml(_) => "inline html",
            Event::Rule => "rule",
            Event::TaskListMarker(_) => "box",
            _ => continue,
        };
        *shape.entry(name).or_default() += 1;
    }
    shape
}

/// How many of each element a page has, except those for words in a line.
fn html_shape(html: &str) -> BTreeMap<String, usize> {
    let mut shape = BTreeMap::new();
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    for tag in body.split('<').skip(1) {
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let inline = [
            "", "em", "strong", "code", "a", "br", "bdi", "del", "s", "p",
        ];
        if !inline.contains(&name.as_str()) {
            *shape.entry(name).or_default() += 1;
        }
    }
    shape
}

fn within_margins(pages: &Pages, what: &str) {
    assert!(
        pages.pages.len() < 60,
        "{} pages: {what}",
        pages.pages.len()
    );
    for page in &pages.pages {
        for item in page.items() {
            if let Item::Text(run) = item {
                assert!(
                    run.x >= 0 && run.x + run.width() <= page.width,
                    "{}: {what}",
                    run.text()
                );
                assert!(
                    run.y > 0 && run.y < page.height,
                    "{:.40}: {what}",
                    run.text()
                );
            }
        }
    }
}

fn kit(tree: &Value, field: &str, value: &str, library: &Library) -> Vec<Forms> {
    let mut tree = tree.clone();
    *tree.pointer_mut(field).expect("the field is there") = Value::String(value.into());
    let guide: Guide = serde_json::from_value(tree).expect("it is a string like any other");
    let source = Source {
        path: "guide.yaml".into(),
        text: String::new(),
    };
    forms(&guide, &source, library)
}

fn parse(text: &str) -> Value {
    let source = Arc::new(Source {
        path: "every-field.yaml".into(),
        text: text.into(),
    });
    let tree = yaml::parse(&source);
    assert!(tree.findings.is_empty());
    tree.root.expect("it is not empty").to_json()
}

/// Whether a field refers to something, or has one of a few values.
fn is_no_text(path: &str, name: &str) -> bool {
    let codes = [
        "country",
        "currency",
        "date_posted",
        "employment",
        "per",
        "remote_in",
        "valid_through",
    ];
    match name {
        "id" | "kind" | "language" | "competency" | "scale" | "template" => true,
        "competencies" => !path.is_empty(),
        "when" => path.starts_with("/placeholders"),
        _ => path.starts_with("/posting/listing") && codes.contains(&name),
    }
}

/// The JSON pointers of all texts that are printed.
fn text_fields(value: &Value, path: String, out: &mut Vec<String>) {
    match value {
        Value::String(_) => out.push(path),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                text_fields(item, format!("{path}/{index}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                if !is_no_text(&path, name) {
                    text_fields(field, format!("{path}/{name}"), out);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_fixture_checks_clean_and_uses_every_field() {
    let source = Arc::new(Source {
        path: "every-field.yaml".into(),
        text: EVERY_FIELD.into(),
    });
    let checked = hirekit::check::check_guide(&source, &BTreeMap::new());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    let schema = hirekit::schema::guide_schema();
    let definitions = schema["$defs"]
        .as_object()
        .expect("the schema has definitions");
    let properties = definitions
        .values()
        .chain([&schema])
        .filter_map(|it| it["properties"].as_object());
    for name in properties.flat_map(|it| it.keys()) {
        assert!(
            EVERY_FIELD.contains(&format!("{name}:")),
            "`{name}` is not in the fixture"
        );
    }
}
