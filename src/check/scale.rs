//! Which levels the scales of a guide have.

use super::stage::Scorecard;
use super::subject::Subject;
use crate::guide::Scale;
use crate::yaml::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The levels of every scale, by the id of the scale.
pub(crate) struct Scales<'a>(BTreeMap<&'a str, BTreeSet<u8>>);

impl<'a> Scales<'a> {
    pub(crate) fn of(subject: &Subject<'a>) -> Self {
        let rating = Scale::RATING.collect();
        let mut scales = BTreeMap::from([(Scale::DEFAULT, rating)]);
        for (id, scale) in subject.declared("scales") {
            scales.insert(
                &id.name,
                scale.get("levels").map(levels).unwrap_or_default(),
            );
        }
        Self(scales)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }

    /// The levels that need words: those of the scale of `scorecard` above 0. `None` when there
    /// is no such scale.
    pub(crate) fn worded(&self, scorecard: Scorecard<'_>) -> Option<BTreeSet<u8>> {
        let name = match scorecard.node.get("scale") {
            Some(scale) => scale.text()?,
            None => Scale::DEFAULT,
        };
        let levels = self.0.get(name)?.iter().copied().filter(|level| *level > 0);
        Some(levels.collect())
    }

    /// The levels that need words in the scale every guide has.
    pub(crate) fn default_worded(&self) -> BTreeSet<u8> {
        let levels = self.0.get(Scale::DEFAULT).into_iter().flatten();
        levels.copied().filter(|level| *level > 0).collect()
    }
}

/// The levels that `anchors` or the levels of a scale have words for. What is no number is left
/// to the schema.
pub(crate) fn levels(anchors: &Node) -> BTreeSet<u8> {
    let names = anchors.fields().iter().map(|(key, _)| key.name.as_str());
    names.filter_map(level).collect()
}

/// The level that a key names.
pub(crate) fn level(name: &str) -> Option<u8> {
    name.parse()
        .ok()
        .filter(|level: &u8| level.to_string() == name)
}

/// Levels as words: "3", "2 and 4", "1, 2 and 4".
pub(crate) fn in_words(levels: impl IntoIterator<Item = u8>) -> String {
    let numbers: Vec<_> = levels
        .into_iter()
        .map(|level| format!("`{level}`"))
        .collect();
    match numbers.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
