//! The rows of scorecards, and the words for their levels.

use super::guide::criteria;
use super::words::words;
use crate::check::scale::level;
use crate::check::subject::Subject;
use crate::yaml::Node;

/// Words that change how much, and not what.
pub(super) const INTENSIFIERS: &[&str] = &[
    "a",
    "absolutely",
    "almost",
    "always",
    "an",
    "basically",
    "completely",
    "consistently",
    "especially",
    "exceptionally",
    "extremely",
    "fairly",
    "frequently",
    "fully",
    "generally",
    "greatly",
    "highly",
    "hugely",
    "immensely",
    "incredibly",
    "mostly",
    "never",
    "occasionally",
    "often",
    "particularly",
    "pretty",
    "quite",
    "rarely",
    "rather",
    "really",
    "regularly",
    "remarkably",
    "seldom",
    "slightly",
    "so",
    "some",
    "sometimes",
    "somewhat",
    "strongly",
    "the",
    "thoroughly",
    "too",
    "totally",
    "truly",
    "usually",
    "very",
];

/// Words that only say how good something is, which the number of the level says already.
const MARKS: &[&str] = &[
    "above",
    "acceptable",
    "adequate",
    "average",
    "bad",
    "below",
    "competent",
    "exceeds",
    "excellent",
    "exceptional",
    "expectation",
    "expectations",
    "expected",
    "expert",
    "fair",
    "fine",
    "good",
    "great",
    "high",
    "inadequate",
    "level",
    "low",
    "marginal",
    "medium",
    "meets",
    "n",
    "na",
    "none",
    "ok",
    "okay",
    "outstanding",
    "poor",
    "rating",
    "satisfactory",
    "score",
    "solid",
    "standard",
    "standards",
    "strong",
    "superior",
    "unacceptable",
    "unsatisfactory",
    "weak",
];

/// The words for the levels of one row.
pub(super) struct Row<'a> {
    /// By level, in the order of the file.
    pub(super) levels: Vec<Anchor<'a>>,
}

/// The words for one level.
pub(super) struct Anchor<'a> {
    pub(super) level: u8,
    pub(super) node: &'a Node,
    /// Its words, folded.
    pub(super) words: Vec<String>,
}

impl Anchor<'_> {
    /// Whether it says no more than the number of the level does.
    pub(super) fn is_only_a_mark(&self) -> bool {
        let is_mark = |word: &String| {
            let word = word.as_str();
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            is_number || listed(MARKS, word) || listed(INTENSIFIERS, word)
        };
        self.words.iter().all(is_mark)
    }

    /// Its words without those that only say how much.
    pub(super) fn plain(&self) -> Vec<&str> {
        let words = self.words.iter().map(String::as_str);
        words.filter(|word| !listed(INTENSIFIERS, word)).collect()
    }
}

/// Whether a sorted list has a word.
pub(super) fn listed(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

/// All rows of a guide: those of scorecards, the words of scorecards for outcomes, and the
/// default words of outcomes.
pub(super) fn rows<'a>(guide: &Subject<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for outcome in guide.list("outcomes") {
        rows.extend(outcome.get("anchors").map(row));
    }
    for stage in guide.stages() {
        rows.extend(
            criteria(stage)
                .iter()
                .filter_map(|it| it.get("anchors"))
                .map(row),
        );
        let own = stage.scorecard().map_or(&[][..], |it| it.outcomes());
        rows.extend(own.iter().map(|(_, anchors)| row(anchors)));
    }
    rows
}

fn row(anchors: &Node) -> Row<'_> {
    let levels = anchors.fields().iter().filter_map(|(key, node)| {
        let words = words(node.text()?)
            .into_iter()
            .map(|word| word.folded.into_owned());
        Some(Anchor {
            level: level(&key.name)?,
            node,
            words: words.collect(),
        })
    });
    Row {
        levels: levels.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{INTENSIFIERS, MARKS};

    #[test]
    fn lists_can_be_searched() {
        for list in [INTENSIFIERS, MARKS] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
}
