//! No text can change the structure of the page around it.

use super::*;
use crate::document::{
    Alignment, Blank, Block, Cell, ChoiceOption, Document, Inline, List, ListItem, Mark, PanelKind,
    ParagraphStyle, Row, Table, TableStyle, TimePart,
};
use crate::kit::{Audience, Format, Running};
use crate::labels::{Labels, Languages};
use proptest::prelude::*;
use std::sync::Arc;

/// Every kind of block, with the same words in every place that takes any.
fn document(words: &str) -> Document {
    let text = || vec![Inline::Text(words.into())];
    let paragraph = |style| Block::Paragraph {
        style,
        content: inlines(words),
    };
    let check = ListItem {
        check: Some(words.into()),
        blocks: vec![paragraph(ParagraphStyle::Body)],
    };
    Document {
        blocks: vec![
            Block::Heading {
                level: 1,
                content: inlines(words),
            },
            paragraph(ParagraphStyle::Lead),
            paragraph(ParagraphStyle::Audience),
            Block::List(List {
                start: Some(7),
                items: vec![check],
            }),
            Block::Panel {
                kind: PanelKind::Note,
                blocks: vec![paragraph(ParagraphStyle::Label)],
            },
            table(TableStyle::Plain, words),
            table(TableStyle::Scorecard, words),
            table(TableStyle::Grid, words),
            Block::Question {
                number: words.into(),
                ask: inlines(words),
                blocks: vec![Block::Notes {
                    field: words.into(),
                    label: inlines(words),
                    lines: 2,
                }],
            },
            Block::Blanks(vec![Blank {
                field: words.into(),
                label: text(),
                width: 3,
            }]),
            Block::Choice {
                field: words.into(),
                options: vec![ChoiceOption {
                    value: words.into(),
                    label: text(),
                }],
            },
            Block::TimeBar(vec![TimePart {
                minutes: words.into(),
                label: text(),
            }]),
            Block::Code(words.into()),
        ],
    }
}

fn inlines(words: &str) -> Vec<Inline> {
    let text = || vec![Inline::Text(words.into())];
    vec![
        Inline::Text(words.into()),
        Inline::Emphasis(text()),
        Inline::Strong(text()),
        Inline::Strikethrough(text()),
        Inline::Code(words.into()),
        Inline::Link {
            url: format!("https://a.example/{words}"),
            content: text(),
        },
        Inline::Blank {
            label: words.into(),
            field: Some(words.into()),
        },
    ]
}

fn table(style: TableStyle, words: &str) -> Block {
    let cell = |mark, field| Cell {
        content: vec![Inline::Text(words.into())],
        mark,
        field,
    };
    let mark = Mark {
        field: words.into(),
        value: words.into(),
    };
    let cells = match style {
        TableStyle::Plain => vec![cell(None, None)],
        TableStyle::Scorecard => vec![cell(None, None), cell(Some(mark), None)],
        TableStyle::Grid => vec![cell(None, None), cell(None, Some(words.into()))],
    };
    Block::Table(Table {
        style,
        alignment: vec![Alignment::Start; cells.len()],
        widths: Vec::new(),
        head: cells.iter().map(|_| cell(None, None)).collect(),
        rows: vec![
            Row::Band(vec![Inline::Text(words.into())]),
            Row::Cells(cells),
        ],
    })
}

fn packet(words: &str) -> String {
    let mut labels = Labels::clone(Languages::english());
    labels.language = words.into();
    labels.program.audience.internal = words.into();
    labels.program.foot.page = words.replace(['{', '}'], "").try_into().expect("no holes");
    let imprint = Imprint {
        role: words.into(),
        title: words.into(),
        audience: Audience::Internal,
        version: words.into(),
        running: Running::usual(words, words, words),
        labels: Arc::new(labels),
    };
    page(&document(words), &imprint, &Skin::default())
}

fn indexes(words: &str) -> String {
    let file = || FileLink {
        format: Format::Html,
        path: words.into(),
    };
    let kit = KitListing {
        role: words.into(),
        id: words.into(),
        version: words.into(),
        language: words.into(),
        whole: vec![file()],
        packets: vec![PacketListing {
            title: words.into(),
            description: words.into(),
            minutes: Some(45),
            audience: Audience::Candidate,
            files: vec![file()],
        }],
    };
    let mut labels = Labels::clone(Languages::english());
    labels.language = words.into();
    let skin = Skin::default();
    kit_index(&kit, &labels, &skin) + &all_kits([(words, &kit.summary())], &labels, &skin)
}

/// The tags of a page with the names of their attributes, read the way a browser's tokenizer
/// does, without anything that a text may change.
fn skeleton(html: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (tag, after) = read_tag(&rest[at + 1..]);
        rest = after;
        if tag == "style" {
            rest = &rest[rest.find("</style").expect("a style ends")..];
        }
        tags.push(tag);
    }
    tags
}

/// The name of a tag and of its attributes, and what follows the tag.
fn read_tag(text: &str) -> (String, &str) {
    let mut names = String::new();
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return (names, &text[at + 1..]),
            (None, '"' | '\'') => quote = Some(character),
            (None, _) => names.push(character),
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
        }
    }
    panic!("a tag without an end: {names}");
}

/// Strings made of what has broken other programs.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("<script>alert(1)</script>".to_owned()),
        Just("</style><script>".to_owned()),
        Just("</textarea></title>".to_owned()),
        Just("\"onfocus=alert(1) autofocus ".to_owned()),
        Just("' x='".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("<!-- ]]> -->".to_owned()),
        Just("<![CDATA[".to_owned()),
        Just("&lt;&#x3c;&amp".to_owned()),
        Just("{{ 7*7 }}{% raw %}".to_owned()),
        Just("\0\u{8}\r\n\u{7f}\u{85}\u{fffe}".to_owned()),
        Just("\\\"}*{}/*".to_owned()),
        Just("\u{202e}\u{2066}".to_owned()),
        any::<String>(),
    ];
    // A text that is not blank, for a blank one has no header cell or label.
    proptest::collection::vec(pieces, 1..6).prop_map(|pieces| format!("x{}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_changes_a_packet(words in hostile()) {
        let page = packet(&words);
        prop_assert_eq!(skeleton(&page), skeleton(&packet("x y")));
        prop_assert!(!page.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
    }

    #[test]
    fn no_text_changes_an_index(words in hostile()) {
        let pages = indexes(&words);
        prop_assert_eq!(skeleton(&pages), skeleton(&indexes("x y")));
        // Every address stays in the folder's own scheme: a relative path, or the skip link.
        for part in pages.split(" href=\"").skip(1) {
            let first = part.split(['/', '"']).next().unwrap_or_default();
            prop_assert!(!first.contains(':'), "{}", first);
        }
    }

    #[test]
    fn no_text_ends_the_facts_of_a_posting(words in hostile()) {
        let page = |words: &str| {
            let facts = serde_json::Map::from_iter([("title".to_owned(), words.into())]);
            let imprint = sample::imprint("Job posting", Audience::Public);
            posting_page(&document(words), &imprint, &facts, &Skin::default())
        };
        let (page, plain) = (page(&words), page("x y"));
        prop_assert_eq!(skeleton(&page), skeleton(&plain));
        let (_, facts) = page.split_once("<script type=\"application/ld+json\">").expect("it has facts");
        let (facts, _) = facts.split_once("</script>").expect("they end");
        let facts: serde_json::Value = serde_json::from_str(facts).expect("they are JSON");
        prop_assert_eq!(facts["title"].as_str(), Some(&*words));
        let description = facts["description"].as_str().expect("there is one");
        let inner: Vec<_> = description.split('<').skip(1).map(|it| it.split('>').next()).collect();
        let known = |tag: &str| ["h3", "p", "ul", "ol", "li"].contains(&tag.trim_start_matches('/'));
        let only_known = inner.iter().all(|tag| tag.is_some_and(known));
        prop_assert!(only_known, "{}", description);
    }

    #[test]
    fn escaped_text_reads_back(words in any::<String>()) {
        let mut out = String::new();
        escape::text(&mut out, &words);
        prop_assert!(!out.contains(['<', '>', '"', '\'']));
        let back = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        let back = back.replace("&#39;", "'").replace("&amp;", "&");
        prop_assert_eq!(back.chars().count(), words.chars().count());
        for (read, written) in back.chars().zip(words.chars()) {
            let replaced = read == char::REPLACEMENT_CHARACTER || written == '\r';
            prop_assert!(read == written || replaced);
        }
    }
}

#[test]
fn a_link_to_a_script_is_only_its_words() {
    for url in [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "vbscript:x",
        "\tjavascript:x",
        "file:///etc",
    ] {
        let link = Inline::Link {
            url: url.into(),
            content: vec![Inline::Text("words".into())],
        };
        let mut out = String::new();
        inline::write(&mut out, &[link], inline::Blanks::Fields);
        assert_eq!(out, "words", "{url}");
    }
}
