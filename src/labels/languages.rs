//! The languages there are labels for: those that come with hirekit, and those of a workspace.

use super::{Labels, file};
use crate::finding::{Finding, Place, Severity, Source, quoted};
use crate::yaml::{self, EMPTY_FILE, Node};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The language of a guide that names none, and of labels that another language lacks.
pub const ENGLISH: &str = "en";

/// The files of labels that are compiled in, by the tags of their languages.
const BUILT_IN: &[(&str, &str)] = &[
    ("de", include_str!("../../templates/labels/de.yaml")),
    (ENGLISH, include_str!("../../templates/labels/en.yaml")),
    ("es", include_str!("../../templates/labels/es.yaml")),
    ("fr", include_str!("../../templates/labels/fr.yaml")),
];

/// The languages there are labels for, by their tags.
#[derive(Debug, Clone)]
pub struct Languages {
    /// The labels that a workspace has a hand in; none for a language that is as it comes.
    known: BTreeMap<String, Option<Arc<Labels>>>,
    /// The files of the workspace.
    own: BTreeMap<String, Arc<Source>>,
}

impl Languages {
    /// The languages that come with hirekit.
    pub fn built_in() -> &'static Self {
        static BUILT: OnceLock<Languages> = OnceLock::new();
        BUILT.get_or_init(|| Self {
            known: BUILT_IN
                .iter()
                .map(|(tag, _)| ((*tag).to_owned(), None))
                .collect(),
            own: BTreeMap::new(),
        })
    }

    /// The labels in English.
    pub fn english() -> &'static Arc<Labels> {
        built_in(ENGLISH).expect("English comes with hirekit")
    }

    /// The languages that come with hirekit, with the labels of a workspace's files on top: single
    /// labels of a language, or a whole new one. By the tags of their languages.
    pub fn with(files: BTreeMap<String, Arc<Source>>) -> (Self, Vec<Finding>) {
        let mut languages = Self::built_in().clone();
        let mut findings = Vec::new();
        for (tag, source) in &files {
            let (labels, found) = read(tag, source);
            findings.extend(found);
            if let Some(labels) = labels {
                languages.known.insert(tag.clone(), Some(Arc::new(labels)));
            }
        }
        languages.own = files;
        (languages, findings)
    }

    /// The labels for a guide whose `language` is this BCP 47 tag: those of the language, or of the
    /// longest part of the tag for which there are some (RFC 4647, lookup). `de-AT` is German.
    pub fn get(&self, language: &str) -> Option<Arc<Labels>> {
        let (tag, own) = look_up(&self.known, language)?;
        let labels = own.as_ref().or_else(|| built_in(tag))?;
        if tag == language {
            return Some(Arc::clone(labels));
        }
        // The document is in the language of the guide, to its last letter.
        Some(Arc::new(Labels {
            language: language.to_owned(),
            ..Labels::clone(labels)
        }))
    }

    /// The tags of the languages.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.known.keys().map(String::as_str)
    }

    /// The texts of the files that the labels of each language are read from, by its tag: the one that
    /// comes with hirekit, English for a language without, and the one of the workspace on top.
    pub fn files(&self) -> impl Iterator<Item = (&str, [&str; 2])> {
        self.tags().map(|tag| {
            let shipped = text(base(tag).unwrap_or(ENGLISH)).unwrap_or_default();
            let own = self.own.get(tag).map_or("", |file| &file.text);
            (tag, [shipped, own])
        })
    }
}

/// What belongs to a language, or else to the longest part of its tag to which something belongs.
pub fn look_up<'m, T>(map: &'m BTreeMap<String, T>, language: &str) -> Option<(&'m str, &'m T)> {
    shortened(language).find_map(|tag| {
        let mut entries = map.iter();
        let found = entries.find(|(known, _)| known.eq_ignore_ascii_case(tag));
        found.map(|(known, it)| (known.as_str(), it))
    })
}

/// A tag, then ever shorter parts of it: `de-Latn-AT`, `de-Latn`, `de`.
fn shortened(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| Some(tag.rsplit_once('-')?.0))
}

/// Reads a file of a workspace; its labels are none when one of the findings is an error.
fn read(tag: &str, source: &Arc<Source>) -> (Option<Labels>, Vec<Finding>) {
    let mut tree = yaml::parse(source);
    let mut findings = std::mem::take(&mut tree.findings);
    // A file in which everything is commented out changes nothing.
    findings.retain(|finding| finding.code != EMPTY_FILE.code);
    let english = shipped(ENGLISH).expect("English comes with hirekit");
    let base = base(tag).and_then(shipped);
    let is_new = base.is_none();
    let mut labels = base.unwrap_or_else(|| Json::Object(serde_json::Map::new()));
    let whole = Place::new(source, 0..0);
    if let Some(root) = &tree.root {
        let (merged, wrong) = file::on_top(root, labels, &english);
        labels = merged;
        findings.extend(wrong);
        findings.extend(misnamed(tag, root));
    }
    labels["language"] = Json::from(tag);
    if is_new {
        let missing = file::missing(&labels, &english);
        if !missing.is_empty() {
            let start = tree.root.as_ref().map(|root| root.place.clone());
            let start = start.map_or(whole.clone(), |place| {
                let start = place.span.start;
                Place::new(source, start..start)
            });
            findings.push(file::lacks(start, &missing));
        }
        labels = file::filled_up(labels, &english);
    }
    findings.sort_by_key(|finding| finding.place.span.start);
    if findings.iter().any(|it| it.severity == Severity::Error) {
        return (None, findings);
    }
    match Labels::read(labels) {
        Ok(labels) => (Some(labels), findings),
        Err(message) => {
            findings.push(file::wrong(whole, message));
            (None, findings)
        }
    }
}

/// A file that names another language than its own name does.
fn misnamed(tag: &str, root: &Node) -> Option<Finding> {
    let node = root.get("language")?;
    let other = node.text().filter(|other| *other != tag)?;
    let message = format!(
        "this file is named after {}, not {}",
        quoted(tag),
        quoted(other)
    );
    let finding = file::wrong(node.place.clone(), message);
    Some(finding.replace_with(tag))
}

/// The labels that come with hirekit for a language, read when they are first asked for: a build
/// needs those of one language, and mostly only one.
fn built_in(tag: &str) -> Option<&'static Arc<Labels>> {
    static READ: [OnceLock<Arc<Labels>>; BUILT_IN.len()] =
        [const { OnceLock::new() }; BUILT_IN.len()];
    let at = BUILT_IN.iter().position(|(known, _)| *known == tag)?;
    let labels = READ[at].get_or_init(|| {
        let labels = shipped(tag).expect("it is in the list");
        Arc::new(Labels::read(labels).expect("a test reads each of them"))
    });
    Some(labels)
}

/// The language that comes with hirekit and that another one is written on top of: itself, or the
/// longest part of its tag. `de-AT` is German.
fn base(tag: &str) -> Option<&str> {
    shortened(tag).find(|tag| text(tag).is_some())
}

/// The file of labels that comes with hirekit for a language.
fn text(tag: &str) -> Option<&'static str> {
    let built_in = BUILT_IN.iter().find(|(known, _)| *known == tag);
    built_in.map(|(_, text)| *text)
}

/// The labels that come with hirekit for a language, as they are written.
pub(super) fn shipped(tag: &str) -> Option<Json> {
    let source = Arc::new(Source {
        path: format!("built-in templates/labels/{tag}.yaml").into(),
        text: text(tag)?.to_owned(),
    });
    let root = yaml::parse(&source).root;
    Some(root.map_or(Json::Null, |root| root.to_json()))
}
