//! Nothing internal reaches a candidate, in any format, anywhere in a file.

use crate::workshop::{bundled, checked, everything, library};
use hirekit::build::{self, File};
use hirekit::check::{Checked, PrintedWith};
use hirekit::document::{Block, line, plain_text, prose};
use hirekit::guide::Audience;
use hirekit::schema::{PrintedText, TextKind, Validator};
use hirekit::template::{BUILT_IN, BuiltIn, Library};
use lopdf::{Document, Object};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn no_internal_text_is_in_any_file_for_candidates_or_the_public() {
    for path in bundled() {
        let checked = checked(&path);
        let secrets = Secrets::of(&checked);
        assert!(secrets.needles.len() > 250, "{}", secrets.needles.len());
        // What candidates may read anyway, such as a criterion named like a competency.
        assert!(secrets.told * 5 < secrets.needles.len(), "{}", secrets.told);
        let files = seen_outside(&checked, &library());
        assert!(files.len() > 3 * 6, "{}", files.len());
        assert_eq!(secrets.leaks(&files), BTreeSet::new());
    }
}

#[test]
fn a_planted_anchor_is_found_in_every_format() {
    let path = bundled().swap_remove(0);
    let checked = checked(&path);
    let guide = checked.guide.as_ref().expect("it is sound");
    let card = guide.stages[0].scorecard.as_ref().expect("it is rated");
    let anchor = &card.criteria[0].anchors[&2].0;
    let brief = BuiltIn::named("candidate-brief.md").expect("it is built in");
    let planted = format!("{}\n{anchor}\n", brief.text);
    let replacements = BTreeMap::from([(brief.name.to_owned(), source(brief.name, planted))]);
    let (library, findings) = Library::new(replacements);
    assert!(findings.is_empty());
    let leaks = Secrets::of(&checked).leaks(&seen_outside(&checked, &library));
    for extension in ["md", "html", "pdf"] {
        let found = leaks.iter().any(|(file, secret)| {
            file.ends_with(&format!("-brief.{extension}")) && *secret == squeeze(anchor)
        });
        assert!(found, "{extension}: {leaks:?}");
    }
}

#[test]
fn a_secret_is_found_in_the_hidden_parts_of_a_page() {
    let secrets = Secrets {
        needles: BTreeSet::from([squeeze("Treats outages as unavoidable")]),
        told: 0,
    };
    let hidden = [
        "<meta name=description content=\"Treats outages as&#32;unavoidable\">",
        "<input aria-label='Treats  outages as unavoidable'>",
        "<p>Treats <em>out</em>ages as un\u{ad}avoidable</p>",
        "<!-- treats outages as unavoidable -->",
        "<script type=\"application/ld+json\">{\"x\":\"Treats outages \\u0061s unavoidable\"}</script>",
    ];
    for html in hidden {
        let file = File {
            path: "a.html".into(),
            bytes: html.into(),
        };
        assert_eq!(secrets.leaks(&[file]).len(), 1, "{html}");
    }
}

/// Who may see which field is decided in the types; this is the list to read before changing one.
#[test]
fn the_fields_that_leave_the_team() {
    let schema = hirekit::schema::guide_schema();
    let definitions = schema["$defs"].as_object().expect("there are definitions");
    let types = definitions
        .iter()
        .map(|(name, schema)| (name.as_str(), schema));
    let mut fields = Vec::new();
    for (name, schema) in types.chain([("Guide", &schema)]) {
        for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(audience) = schema["x-audience"].as_str() {
                fields.push(format!("{name}.{field}: {audience}"));
            }
        }
    }
    fields.sort();
    assert_eq!(
        fields,
        [
            "AgendaItem.activity: candidate",
            "Directions.candidate: candidate",
            "Guide.candidate_prep: candidate",
            "Guide.posting: public",
            "Guide.role: public",
            "Scenario.brief: candidate",
            "Scenario.decision_matrix: candidate",
            "Scenario.facts: candidate",
            "Scenario.tasks: candidate",
            "Scenario.title: candidate",
            "Stage.for_posting: public",
            "Stage.interviewer: candidate",
            "Stage.setting: candidate",
            "Stage.title: public",
        ]
    );
}

fn source(name: &str, text: String) -> std::sync::Arc<hirekit::finding::Source> {
    std::sync::Arc::new(hirekit::finding::Source {
        path: name.into(),
        text,
    })
}

/// The files that candidates and the public may get, and the pages that list them.
fn seen_outside(checked: &Checked, library: &Library) -> Vec<File> {
    let guide = checked.guide.as_ref().expect("it is sound");
    let with = PrintedWith::bundled();
    let kit = build::build(
        guide,
        &checked.source,
        &checked.ingredients(),
        with,
        library,
        &everything(),
    );
    let kit = kit.expect("the templates are sound");
    let mut files = vec![build::kits_page(
        std::slice::from_ref(&kit.listing),
        with.languages,
    )];
    files.extend(kit.files);
    files.retain(|file| !file.path.contains("/internal/"));
    files
}

/// The internal texts of a guide.
struct Secrets {
    /// Their sentences, squeezed.
    needles: BTreeSet<String>,
    /// How many were left out, because candidates may read the same words elsewhere.
    told: usize,
}

impl Secrets {
    fn of(checked: &Checked) -> Self {
        let tree = checked.tree.as_ref().expect("it was read");
        let texts = Validator::guide().texts(tree);
        let open: Vec<_> = texts
            .iter()
            .filter(|text| text.audience != Audience::Internal)
            .map(|text| squeeze(&sentences(text).join(" ")))
            .chain(BUILT_IN.iter().map(|it| squeeze(it.text)))
            .collect();
        let mut needles = BTreeSet::new();
        let mut told = 0;
        let internal = texts
            .iter()
            .filter(|text| text.audience == Audience::Internal);
        for sentence in internal.flat_map(sentences) {
            let sentence = squeeze(&sentence);
            // A word or two say nothing: "Yes", "Leadership".
            if sentence.chars().count() < 12 {
                continue;
            }
            if open.iter().any(|text| text.contains(&sentence)) {
                told += 1;
            } else {
                needles.insert(sentence);
            }
        }
        Self { needles, told }
    }

    /// The secrets in `files`, with the file of each.
    fn leaks(&self, files: &[File]) -> BTreeSet<(String, String)> {
        let mut leaks = BTreeSet::new();
        for file in files {
            let texts: Vec<_> = readings(file).iter().map(|text| squeeze(text)).collect();
            for secret in &self.needles {
                if texts.iter().any(|text| text.contains(secret)) {
                    leaks.insert((file.path.clone(), secret.clone()));
                }
            }
        }
        leaks
    }
}

/// The sentences of a text as they are printed, with placeholders left as they are.
fn sentences(text: &PrintedText<'_>) -> Vec<String> {
    let value = text.node.text().unwrap_or_default();
    let mut plain = Vec::new();
    match text.kind {
        TextKind::Short => plain.push(plain_text(&line(value, &|_| None))),
        TextKind::Prose => prose(value, &|_| None)
            .iter()
            .for_each(|block| collect(block, &mut plain)),
    }
    plain
        .iter()
        .flat_map(|text| text.split(['.', '?', '!', ';', ':', '[', ']']))
        .map(str::to_owned)
        .collect()
}

fn collect(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Paragraph { content, .. } => out.push(plain_text(content)),
        Block::List(list) => {
            let blocks = list.items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| collect(block, out));
        }
        Block::Panel { blocks, .. } => blocks.iter().for_each(|block| collect(block, out)),
        Block::Code(code) => out.push(code.clone()),
        _ => {}
    }
}

/// All that can be read in a file: what it shows, and what it hides.
fn readings(file: &File) -> Vec<String> {
    if file.path.ends_with(".pdf") {
        return pdf(&file.bytes);
    }
    let text = String::from_utf8(file.bytes.clone()).expect("a page is text");
    let plain = unescape(&text);
    let between_tags: String = plain
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect();
    vec![between_tags, plain]
}

/// Text as it is meant: entities and JSON's escapes read.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = escaped(rest).unwrap_or((rest.chars().next(), 1));
        out.extend(character);
        rest = &rest[length..];
    }
    out + rest
}

fn escaped(text: &str) -> Option<(Option<char>, usize)> {
    if let Some(hex) = text.strip_prefix("\\u") {
        let code = u32::from_str_radix(hex.get(..4)?, 16).ok()?;
        return Some((char::from_u32(code), 6));
    }
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((Some(character), name.len() + 2))
}

/// The text of the pages; and every string in the file, among them metadata, bookmarks, names of
/// fields and alternative texts.
fn pdf(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("it is a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let shown = document.extract_text(&pages).expect("its text can be read");
    assert!(squeeze(&shown).len() > 200, "no text was read: {shown}");
    let mut hidden = Vec::new();
    for object in document.objects.values() {
        strings(object, &mut hidden);
    }
    let mut readings = vec![shown, hidden.join(" ")];
    // XMP metadata is text in a stream of its own.
    let streams = document
        .objects
        .values()
        .filter_map(|it| it.as_stream().ok());
    let streams = streams.map(|it| it.decompressed_content().unwrap_or(it.content.clone()));
    readings.extend(streams.map(|bytes| unescape(&String::from_utf8_lossy(&bytes))));
    readings
}

fn strings(object: &Object, out: &mut Vec<String>) {
    match object {
        Object::String(bytes, _) => out.push(match bytes.strip_prefix(&[0xfe, 0xff]) {
            Some(wide) => {
                let units = wide
                    .chunks_exact(2)
                    .map(|it| u16::from_be_bytes([it[0], it[1]]));
                String::from_utf16_lossy(&units.collect::<Vec<_>>())
            }
            None => String::from_utf8_lossy(bytes).into_owned(),
        }),
        Object::Array(items) => items.iter().for_each(|item| strings(item, out)),
        Object::Dictionary(fields) => fields.iter().for_each(|(_, item)| strings(item, out)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| strings(item, out)),
        _ => {}
    }
}

/// Letters and digits: neither markup nor line breaks, marks and case hide a text.
fn squeeze(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
