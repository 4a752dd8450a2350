//! The labels that come with hirekit, and the templates that use them.

use super::file::{holes_of, is_forms, missing, on_top};
use super::languages::shipped;
use super::wording::case;
use super::*;
use crate::finding::Source;
use crate::font::Fonts;
use crate::template::BUILT_IN;
use crate::yaml;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All templates: of packets, of pages, and their style sheets.
fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    BUILT_IN.iter().map(|it| (it.name, it.text))
}

/// Every label of a file by its path, with the forms of one together.
fn labels(tag: &str) -> BTreeMap<String, Json> {
    fn collect(tree: &Json, path: &str, out: &mut BTreeMap<String, Json>) {
        match tree {
            Json::Object(fields) if !is_forms(fields) => {
                for (name, tree) in fields {
                    collect(tree, &format!("{path}.{name}"), out);
                }
            }
            Json::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    collect(item, &format!("{path}.{at}"), out);
                }
            }
            label => _ = out.insert(path.trim_start_matches('.').to_owned(), label.clone()),
        }
    }
    let mut out = BTreeMap::new();
    collect(&shipped(tag).expect("it is shipped"), "", &mut out);
    out
}

fn tags() -> Vec<&'static str> {
    Languages::built_in().tags().collect()
}

#[test]
fn every_language_has_the_labels_that_english_has() {
    let english = labels(ENGLISH);
    for tag in tags() {
        let own = labels(tag);
        let (names, known): (Vec<_>, Vec<_>) = (own.keys().collect(), english.keys().collect());
        assert_eq!(names, known, "{tag}");
        for (path, label) in &own {
            assert_eq!(holes_of(label), holes_of(&english[path]), "{tag}: {path}");
            let texts: Vec<&Json> = match label {
                Json::Object(forms) => forms.values().collect(),
                text => vec![text],
            };
            for text in texts {
                let text = text.as_str().unwrap_or_default();
                assert!(
                    !text.trim().is_empty() || path == "thousands",
                    "{tag}: {path}"
                );
            }
        }
    }
}

/// A number for which a language has no form of its own would get the wrong one.
#[test]
fn labels_with_forms_have_all_that_numbers_need() {
    for tag in tags() {
        let language = tag.parse().expect("it is a tag");
        let needed: BTreeSet<&str> = (0..=200).map(|number| case(&language, number)).collect();
        for (path, label) in labels(tag) {
            let Json::Object(forms) = label else { continue };
            let forms: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
            assert_eq!(forms, needed, "{tag}: {path}");
        }
    }
}

#[test]
fn the_bundled_fonts_have_all_letters_of_all_labels() {
    for tag in tags() {
        for (path, label) in labels(tag) {
            let missing = label
                .to_string()
                .chars()
                .find(|c| !Fonts::bundled().covers(*c));
            assert_eq!(missing, None, "{tag}: {path}");
        }
    }
}

#[test]
fn french_has_no_break_spaces_where_it_should() {
    for (path, label) in labels("fr") {
        for text in label.to_string().split('"') {
            for (at, mark) in text.match_indices([':', ';', '!', '?', '»']) {
                let is_alone = text.len() == mark.len();
                let before = text[..at].chars().next_back();
                let is_apart = before == Some('\u{202f}');
                assert!(is_alone || is_apart, "{path}: {text}");
            }
        }
    }
}

#[test]
fn every_label_is_asked_for_and_every_one_asked_for_is_there() {
    let known: BTreeSet<String> = labels(ENGLISH)
        .into_keys()
        .filter_map(|path| path.strip_prefix("templates.").map(str::to_owned))
        .collect();
    let mut asked = BTreeSet::new();
    for (_, text) in templates() {
        for (at, _) in text.match_indices("labels.") {
            let path = text[at + "labels.".len()..]
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
            asked.extend(path.take(1).map(str::to_owned));
        }
    }
    assert_eq!(asked, known);
}

/// What is left of a template without its tags and comments, the values it prints, and markup.
fn literal_words(name: &str, text: &str) -> String {
    let mut left = String::new();
    if name.ends_with(".css") {
        // Only what a style sheet puts on paper.
        for (at, _) in text.match_indices("content:") {
            let value = text[at..].split([';', '}']).next().unwrap_or_default();
            left.extend(value.split('"').skip(1).step_by(2));
        }
        return without(&left, "\\", &[" ", "2002"]);
    }
    let mut rest = text.to_owned();
    // What is between quotation marks in a tag is the name of a template.
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<!--", "-->")] {
        let mut kept = String::new();
        let mut parts = rest.split(open);
        kept.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (tag, after) = part.split_once(close).unwrap_or((part, ""));
            let names = ["include", "if", "elif", "for", "set"];
            let is_name = open == "<!--" || names.iter().any(|it| tag.trim().starts_with(it));
            if !is_name {
                kept.extend(tag.split('"').skip(1).step_by(2));
            }
            kept.push_str(after);
        }
        rest = kept;
    }
    if !name.ends_with(".html") {
        return rest;
    }
    let mut parts = rest.split('<');
    left.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        for spoken in ["aria-label=", "title=", "alt=", "placeholder="] {
            let said = tag.split(&format!(" {spoken}\"")).nth(1);
            left.push_str(
                said.and_then(|said| said.split('"').next())
                    .unwrap_or_default(),
            );
        }
        left.push_str(after);
    }
    left
}

fn without(text: &str, mark: &str, ends: &[&str]) -> String {
    let mut text = text.to_owned();
    for end in ends {
        text = text.replace(&format!("{mark}{end}"), "");
    }
    text
}

#[test]
fn no_template_has_words_of_its_own() {
    for (name, text) in templates() {
        let left = literal_words(name, text);
        assert!(!left.contains(char::is_alphabetic), "{name}: {left}");
    }
}

#[test]
fn a_word_in_a_template_is_found() {
    for (name, text) in [
        ("a.md", "## {{ labels.a }}\n\nNotes\n"),
        ("a.md", "{{ \"Notes\" }}"),
        ("a.html", "<p aria-label=\"Notes\">{{ a }}</p>"),
        ("a.html", "<p>Notes</p>"),
        ("a.css", "p::before { content: \"Page \" counter(page); }"),
    ] {
        assert!(
            literal_words(name, text).contains(char::is_alphabetic),
            "{text}"
        );
    }
}

/// The labels of a workspace's file.
fn own(tag: &str, text: &str) -> (Languages, Vec<String>) {
    let source = Arc::new(Source {
        path: format!("labels/{tag}.yaml").into(),
        text: text.to_owned(),
    });
    let (languages, findings) = Languages::with(BTreeMap::from([(tag.to_owned(), source)]));
    let findings = findings.iter().map(|finding| {
        let help = finding.help.clone().unwrap_or_default();
        format!("{}: {}: {help}", finding.code, finding.message)
    });
    (languages, findings.collect())
}

/// What decides whether packets are stale.
#[test]
fn the_files_of_a_language_are_all_that_its_labels_are_read_from() {
    let files = |languages: &Languages, tag: &str| {
        let mut files = languages.files();
        let (_, files) = files.find(|(known, _)| *known == tag)?;
        Some(files.map(str::to_owned))
    };
    let text = "program: {foot: {page: 'p. {page}'}}\n";
    let (languages, _) = own("de", text);
    let [shipped, workspace] = files(&languages, "de").expect("the language is known");
    assert!(shipped.contains("language: de") && workspace == text);
    let [shipped, workspace] = files(&languages, "fr").expect("the language is known");
    assert!(shipped.contains("language: fr") && workspace.is_empty());
    // What a language of the workspace lacks is in English.
    let (languages, _) = own("nl", text);
    let [shipped, workspace] = files(&languages, "nl").expect("the language is known");
    assert!(shipped.contains("language: en") && workspace == text);
}

#[test]
fn a_part_of_a_language_changes_single_labels_of_it() {
    let (languages, findings) = own("de-AT", "templates: {question: {notes: Mitschrift}}\n");
    assert_eq!(findings, [] as [String; 0]);
    let austrian = languages.get("de-AT").expect("the language is known");
    let german = languages.get("de").expect("the language is known");
    assert_eq!(austrian.language, "de-AT");
    assert_eq!(austrian.program, german.program);
    assert_ne!(austrian.templates, german.templates);
}

#[test]
fn a_workspace_changes_single_labels() {
    let text = "program: {foot: {page: 'p. {page}'}}\ntemplates: {question: {notes: Jottings}}\n";
    let (languages, findings) = own("en", text);
    assert_eq!(findings, [] as [String; 0]);
    let labels = languages.get("en-GB").expect("it is English");
    assert_eq!(labels.language, "en-GB");
    assert_eq!(labels.program.foot.page.fill(&[("page", "3")]), "p. 3");
    let questions = labels.templates.get_attr("question").expect("it is there");
    assert_eq!(
        questions
            .get_attr("notes")
            .expect("so are they")
            .to_string(),
        "Jottings"
    );
    assert_eq!(
        questions.get_attr("cover").expect("and these").to_string(),
        "Listen for"
    );
}

#[test]
fn a_new_language_falls_back_to_english() {
    let all = yaml::parse(&Arc::new(Source {
        path: "labels/nl.yaml".into(),
        text: "name: Nederlands\nprogram: {whole_kit: {title: Gesprekspakket}}\n".into(),
    }));
    let english = shipped(ENGLISH).expect("it is shipped");
    let own_root = all.root.expect("it is YAML");
    let empty = Json::Object(serde_json::Map::new());
    let (merged, _) = on_top(&own_root, empty, &english);
    let lacking = missing(&merged, &english);
    assert!(lacking.contains(&"program.whole_kit.contents".to_owned()));
    assert!(!lacking.contains(&"program.whole_kit.title".to_owned()));
    let (languages, findings) = own("nl", &own_root.place.source.text);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("missing-labels: "), "{findings:?}");
    let labels = languages.get("nl").expect("it is there");
    assert_eq!(labels.program.whole_kit.title, "Gesprekspakket");
    assert_eq!(labels.program.whole_kit.contents, "Contents");
}

#[test]
fn mistakes_in_a_file_are_findings() {
    for (text, message) in [
        (
            "templates: {scorecard: {titel: A}}",
            "unknown-label: there is no label `titel`: write `title`",
        ),
        (
            "program: {foot: {page: 'S. {pge}'}}",
            "wrong-label: there is no hole `pge`, only `count`, `page`: ",
        ),
        (
            "program: {whole_kit: {title: 'A {b}'}}",
            "wrong-label: this label has no holes, such as `b`: ",
        ),
        (
            "templates: {time: {minutes: {one: 'a'}}}",
            "wrong-label: the form `other` is missing: ",
        ),
        (
            "templates: {time: 3}",
            "wrong-label: labels with names belong here: ",
        ),
        (
            "dates: {months: [a, b]}",
            "wrong-label: a list of 12 texts belongs here: ",
        ),
        (
            "language: fr",
            "wrong-label: this file is named after `de`, not `fr`: write `de`",
        ),
    ] {
        let (languages, findings) = own("de", text);
        assert_eq!(findings, [message], "{text}");
        // What was there before stays.
        assert_eq!(languages.get("de").expect("it is shipped").language, "de");
    }
    let (_, findings) = own("de", "direction: up");
    assert!(findings[0].starts_with("wrong-label: "), "{findings:?}");
}
