//! A guide, as the rules see it.

use super::anchors::{self, Row};
use super::law::Disclaimers;
use super::levels::Limits;
use super::pattern::Patterns;
use super::said::{Role, Said, Text};
use crate::check::stage::{Stage, items};
use crate::check::subject::Subject;
use crate::finding::MAX_FINDINGS;
use crate::yaml::Node;
use std::cell::OnceCell;
use std::ops::{Deref, Range};

/// A guide: its tree, by way of [`Subject`], and what is said in it.
pub(super) struct Guide<'a> {
    subject: &'a Subject<'a>,
    /// What the workspace allows.
    pub(super) limits: Limits,
    /// Made when the first rule asks for it: a build may run none that does.
    said: OnceCell<Said<'a>>,
    /// Made when the first rule about anchors asks for it.
    anchored: OnceCell<Vec<Row<'a>>>,
    /// Made when the first rule about the law has a suspicion.
    disclaimers: OnceCell<Disclaimers>,
}

impl<'a> Deref for Guide<'a> {
    type Target = Subject<'a>;

    fn deref(&self) -> &Self::Target {
        self.subject
    }
}

impl<'a> Guide<'a> {
    pub(super) fn of(subject: &'a Subject<'a>, limits: Limits) -> Self {
        Self {
            subject,
            limits,
            said: OnceCell::new(),
            anchored: OnceCell::new(),
            disclaimers: OnceCell::new(),
        }
    }

    /// Whether the guide is in English.
    pub(super) fn is_english(&self) -> bool {
        let tag = self.root.get("language").and_then(|it| it.text());
        let language = tag.and_then(|tag| tag.split('-').next());
        language.is_none_or(|it| it.eq_ignore_ascii_case("en"))
    }

    /// The stages in which a candidate is there and can be asked.
    pub(super) fn with_candidate(&self) -> impl Iterator<Item = Stage<'a>> + use<'a> {
        let stages = self.stages();
        stages.filter(|stage| matches!(stage.kind(), Some("interview" | "assessment")))
    }

    /// All texts, split into words.
    pub(super) fn said(&self) -> &Said<'a> {
        self.said.get_or_init(|| Said::of(self.subject))
    }

    /// All rows that have anchors.
    pub(super) fn anchored(&self) -> &[Row<'a>] {
        self.anchored.get_or_init(|| anchors::rows(self.subject))
    }

    /// The sentences which say that something is not asked, or is welcome.
    pub(super) fn disclaimers(&self) -> &Disclaimers {
        self.disclaimers.get_or_init(|| Disclaimers::of(self))
    }

    /// The texts of these roles, in the order of the file.
    pub(super) fn texts_of(&self, roles: &'static [Role]) -> impl Iterator<Item = &Text<'a>> {
        let texts = self.said().texts.iter();
        texts.filter(move |text| roles.contains(&text.role))
    }

    /// Where texts of these roles have words that fit one of the patterns: the text, and the bytes
    /// of its value.
    pub(super) fn find(
        &self,
        patterns: &Patterns,
        roles: &[Role],
    ) -> Vec<(&Text<'a>, Range<usize>)> {
        let mut found = patterns.find(self.said());
        found.retain(|(text, _)| roles.contains(&text.role));
        found.truncate(MAX_FINDINGS);
        found
    }
}

/// The competencies that a question names.
pub(super) fn competencies(question: &Node) -> impl Iterator<Item = &str> {
    items(question, "competencies")
        .iter()
        .filter_map(Node::text)
}

/// The rows of the scorecard of a stage; none when it has no scorecard.
pub(super) fn criteria(stage: Stage<'_>) -> &[Node] {
    stage
        .scorecard()
        .map_or(&[], |scorecard| scorecard.criteria())
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn in_words(parts: &[&str], last: &str) -> String {
    match parts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}
