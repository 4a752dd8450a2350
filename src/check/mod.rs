//! Checking a guide: from a source to a [`Guide`], or to everything that is wrong with it.
//!
//! In order: the file is read as YAML, and so are the bases it stands on; their `format` decides
//! whether we know them at all; their structure is held against the schema, one by one; what they
//! include from libraries is put in place; the overlays are applied; and the rules look at what the
//! result means. The rules read the tree and not the [`Guide`], so they report even where the structure
//! is wrong. A library is checked by itself, too (`library`).
//!
//! A rule is one file in `rules`: its documentation, what it finds, an example of either kind.
//! To add one, write the file and add a line to the list there.

mod across;
mod align;
mod format;
mod included;
mod library;
pub(crate) mod marks;
mod meaning;
mod rules;
pub(crate) mod scale;
pub(crate) mod stage;
mod structure;
pub(crate) mod subject;
mod together;

pub use library::{CheckedLibrary, check_library};
pub(crate) use meaning::can_read;
pub(crate) use rules::Reads;
pub use together::check_together;
pub(crate) use together::is_named_after;

use crate::finding::{Explanation, Finding, Place, Severity, Source};
use crate::font::Fonts;
use crate::guide::Guide;
use crate::kit::Declared;
use crate::labels::Languages;
use crate::library::{self as libraries, Included};
use crate::lint::{self, Excuses, Levels};
use crate::overlay::{self, Bases, Change};
use crate::template;
use crate::yaml::{self, Node};
use meaning::Files;
use rules::RULES;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a guide will be printed with.
#[derive(Clone, Copy)]
pub struct PrintedWith<'a> {
    /// Words for placeholders, by name.
    pub fills: &'a BTreeMap<String, String>,
    /// The fonts.
    pub fonts: &'a Fonts<'a>,
    /// The languages that there are labels for.
    pub languages: &'a Languages,
    /// The packets that the workspace declares.
    pub declared: &'a [Declared],
    /// The names of all templates.
    pub templates: &'a BTreeSet<String>,
    /// Which rules for a good interview to hold guides against; none when a guide is only to be
    /// read.
    pub levels: Option<&'a Levels>,
}

impl PrintedWith<'static> {
    /// No words for placeholders, no packets but the usual ones, and the fonts, languages and templates
    /// that come with hirekit.
    pub fn bundled() -> Self {
        static NO_FILLS: BTreeMap<String, String> = BTreeMap::new();
        Self {
            fills: &NO_FILLS,
            fonts: Fonts::bundled(),
            languages: Languages::built_in(),
            declared: &[],
            templates: template::built_in_names(),
            levels: None,
        }
    }
}

/// A guide that has been checked.
#[derive(Debug)]
pub struct Checked {
    /// The file.
    pub source: Arc<Source>,
    /// The files that the guide stands on, nearest first.
    pub bases: Vec<Arc<Source>>,
    /// The guide, unless one of the findings is an error.
    pub guide: Option<Guide>,
    /// The guide as a tree, with its overlays applied. It may be there when the guide is not.
    pub tree: Option<Node>,
    /// What each overlay changes, from the one at the bottom to the guide itself.
    pub changes: Vec<Change>,
    /// What the guide and its bases include from libraries.
    pub included: Vec<Included>,
    /// The libraries that they name.
    pub libraries: Vec<Arc<Source>>,
    /// What is wrong, in the order of the file, then of its bases and libraries.
    pub findings: Vec<Finding>,
    /// Where bases and libraries were looked for, found there or not.
    pub looked_at: Vec<PathBuf>,
    /// The id that the guide claims, and where, even when the guide is wrong.
    id: Option<(String, Place)>,
}

impl Checked {
    /// The id that the guide claims, even when the guide is wrong.
    pub fn claimed_id(&self) -> Option<&str> {
        self.id.as_ref().map(|(id, _)| id.as_str())
    }

    /// The file, then those that the guide stands on, nearest first.
    pub fn sources(&self) -> Vec<Arc<Source>> {
        let own = std::iter::once(&self.source);
        own.chain(&self.bases).map(Arc::clone).collect()
    }

    /// The file, those that the guide stands on, and the libraries it names.
    pub(crate) fn all_sources(&self) -> Vec<Arc<Source>> {
        let mut sources = self.sources();
        sources.extend(self.libraries.iter().map(Arc::clone));
        sources
    }

    /// The texts that the guide was put together from, besides its own: those of its bases, and of
    /// what is included. As long as they stay the same, so does the guide.
    pub fn ingredients(&self) -> Vec<&str> {
        let bases = self.bases.iter().map(|base| base.text.as_str());
        let included = self.included.iter().map(|it| it.text.as_str());
        bases.chain(included).collect()
    }
}

/// Reads and checks the guide at `path`, to be shown as `shown`; see [`crate::source::read`] for
/// `workspace`. The bases of an overlay are looked for beside it.
///
/// # Errors
///
/// The file does not exist, or may not be read; nor may a base that is there.
pub fn check_file(
    path: &Path,
    shown: &Path,
    workspace: Option<&Path>,
    with: PrintedWith<'_>,
) -> anyhow::Result<Checked> {
    let (source, findings) = crate::source::read(path, shown, workspace)?;
    if findings.is_empty() {
        let bases = Bases::beside(path, shown, workspace);
        let mut checked = check_source(&source, &bases, with)?;
        if let Some((id, _)) = &checked.id {
            together::mind_neighbours(&mut checked.findings, path, id);
        }
        return Ok(checked);
    }
    Ok(Checked {
        source,
        bases: Vec::new(),
        guide: None,
        tree: None,
        changes: Vec::new(),
        included: Vec::new(),
        libraries: Vec::new(),
        findings,
        looked_at: Vec::new(),
        id: None,
    })
}

/// The id that the guide at `path` claims, as far as it can be read; see [`check_file`].
///
/// # Errors
///
/// The file does not exist, or may not be read.
pub fn claimed_id(path: &Path, workspace: Option<&Path>) -> anyhow::Result<Option<String>> {
    let (source, findings) = crate::source::read(path, path, workspace)?;
    if !findings.is_empty() {
        return Ok(None);
    }
    let root = yaml::parse(&source).root;
    let id = root.as_ref().and_then(|root| root.get("id")?.text());
    Ok(id.map(str::to_owned))
}

/// Checks the guide in `source`. `fills` are the words that placeholders will be filled with, by
/// name. An overlay can extend bundled guides only, and fonts and languages are the built-in ones.
pub fn check_guide(source: &Arc<Source>, fills: &BTreeMap<String, String>) -> Checked {
    let with = PrintedWith {
        fills,
        ..PrintedWith::bundled()
    };
    let checked = check_source(source, &Bases::bundled(), with);
    checked.expect("bundled guides are in the program, where they can be read")
}

/// Checks the guide in `source`, whose bases are looked for in `bases`.
///
/// # Errors
///
/// A base that is there may not be read.
pub fn check_source(
    source: &Arc<Source>,
    bases: &Bases,
    with: PrintedWith<'_>,
) -> anyhow::Result<Checked> {
    let mut chain = overlay::follow(yaml::parse(source), bases)?;
    let of_files = structure::of_files(&mut chain);
    let mut excuses = Excuses::of(&chain.layers);
    let mut inclusion = libraries::include(&mut chain, &|tree| library::findings(tree, with))?;
    excuses.add(&inclusion.trees);
    let files = Files::of(&chain, &inclusion, excuses);
    let mut looked_at = std::mem::take(&mut chain.looked_at);
    looked_at.append(&mut inclusion.looked_at);
    let (merged, made) = structure::put_together(chain, &of_files, &inclusion);
    let mut findings = of_files.findings;
    findings.extend(made);
    findings.append(&mut inclusion.findings);
    if let Some(tree) = &merged.tree {
        findings.extend(files.meaning(tree, &merged.removed, with));
        if let Some(levels) = with.levels {
            let own = (source, tree.extent);
            findings = lint::excused(findings, &files.excuses, levels, own);
        }
    }
    let is_sound = findings.iter().all(|it| it.severity != Severity::Error);
    let tree = merged.tree.and_then(|tree| tree.root);
    let guide = tree.as_ref().filter(|_| is_sound).map(|root| {
        let guide = serde_json::from_value(root.to_json());
        let mut guide: Guide = guide.expect("what the schema accepts, the types accept");
        guide.excuses = files.excuses.reasons();
        guide
    });
    Ok(Checked {
        source: Arc::clone(source),
        bases: files.bases().map(Arc::clone).collect(),
        guide,
        tree,
        changes: merged.changes,
        findings: across::in_order(findings, &files.sources),
        included: files.included,
        libraries: inclusion.sources,
        looked_at,
        id: files.id,
    })
}

/// No font has the character at this place.
pub(crate) fn missing_glyph(place: Place, c: char) -> Finding {
    rules::missing_glyph::finding(place, c)
}

/// A template that is named is not there.
pub(crate) fn unknown_template(place: Place, message: String) -> Finding {
    rules::unknown_template::finding(place, message)
}

/// The explanations of all findings made here.
pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let others = [&format::UNKNOWN_FORMAT, &together::DUPLICATE_GUIDE_ID];
    RULES.iter().map(|rule| &rule.explanation).chain(others)
}
