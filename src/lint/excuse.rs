//! Excuses: a comment that lets one place be, and says why.
//!
//! `# allow RULE: reason` stands on a line of its own, above the line of the finding, or at the end of that
//! line. Several may stand above one another. A text of several lines counts as one place: the
//! comment stands above or behind the line on which its field begins. It holds in the file it is written in,
//! so that a base excuses its own texts, in all guides that stand on it.

use super::levels::{Levels, unknown_name};
use super::rule;
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Lines, Place, Severity, Source, quoted};
use crate::guide::Excused;
use crate::yaml::{Extent, Node, Style, Tree};
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

const UNEXPLAINED: Explanation = Explanation {
    code: "excuse-without-reason",
    severity: Severity::Warning,
    summary: "a comment excuses a place and does not say why",
    why: "Whoever answers for the interview has to know why a rule does not apply. The handbook lists all reasons.",
    bad: Told("`# allow closed-question`"),
    good: Told(
        "`# allow closed-question: the licence is required by law, and the answer is checked`",
    ),
};

const UNUSED: Explanation = Explanation {
    code: "unused-excuse",
    severity: Severity::Warning,
    summary: "a comment excuses a place that needs no excuse",
    why: "The text was mended, or the comment stands beside the wrong line. Left there, it would excuse what somebody \
          writes in its place later. It belongs above the line of the finding, or at the end of that line.",
    bad: Told("`# allow closed-question: reason` above a question that asks for an example"),
    good: Told("no comment, once there is nothing to excuse"),
};

pub(super) static EXPLANATIONS: &[Explanation] = &[UNEXPLAINED, UNUSED];

/// A comment that lets one place be.
#[derive(Debug, Clone)]
struct Excuse {
    /// The rule that does not apply.
    rule: &'static str,
    /// Why.
    reason: String,
    /// The comment.
    place: Place,
    /// The lines it is about, from 1.
    lines: RangeInclusive<usize>,
}

/// The excuses of a guide, its bases and the libraries it includes from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Excuses {
    /// Those that say why, the guide's own first.
    valid: Vec<Excuse>,
    /// What is wrong with the others.
    findings: Vec<Finding>,
}

impl Excuses {
    /// The excuses in these files.
    pub(crate) fn of(layers: &[Tree]) -> Self {
        let mut excuses = Self::default();
        excuses.add(layers);
        excuses
    }

    /// Adds those in more files.
    pub(crate) fn add(&mut self, files: &[Tree]) {
        for file in files {
            if file.source.text.contains("allow") {
                self.read(file);
            }
        }
    }

    /// Which rules do not apply somewhere, and why: each reason once.
    pub(crate) fn reasons(&self) -> Vec<Excused> {
        let reasons = self.valid.iter().map(|it| Excused {
            rule: it.rule.to_owned(),
            reason: it.reason.clone(),
        });
        let reasons: BTreeSet<_> = reasons.collect();
        reasons.into_iter().collect()
    }

    fn read(&mut self, tree: &Tree) {
        let source = &tree.source;
        let lines = Lines::of(&source.text);
        let texts = tree.root.as_ref().map(|root| texts(root, &lines));
        let texts = texts.unwrap_or_default();
        for comment in comments(&source.text, &texts) {
            let Some((name, reason)) = allowed(&source.text[comment.clone()]) else {
                continue;
            };
            let place = Place::new(source, comment);
            let Some(rule) = rule(name) else {
                // Without a colon, it may be a sentence that begins so.
                if reason.is_some() {
                    let start = place.text().find(name).unwrap_or(0) + place.span.start;
                    let place = Place::new(source, start..start + name.len());
                    self.findings.push(unknown_name(place, name, "rule"));
                }
                continue;
            };
            match reason.filter(|reason| !reason.is_empty()) {
                Some(reason) => self.valid.push(Excuse {
                    rule: rule.name(),
                    reason: reason.to_owned(),
                    lines: covered(&place, &lines, &texts),
                    place,
                }),
                None => self.findings.push(
                    UNEXPLAINED
                        .finding(
                            place,
                            format!("this excuse from {} has no reason", quoted(name)),
                        )
                        .label("excuses nothing")
                        .help(format!(
                            "write the reason after a colon: `# allow {name}: …`"
                        )),
                ),
            }
        }
    }
}

impl Excuse {
    fn is_for(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        if finding.code != self.rule || !Arc::ptr_eq(&place.source, &self.place.source) {
            return false;
        }
        let line = Lines::of(&place.source.text)
            .position(place.span.start)
            .line;
        self.lines.contains(&line)
    }
}

/// The findings without those that are excused, and with what is wrong with excuses. `own` is
/// the guide's own file.
pub(crate) fn excused(
    findings: Vec<Finding>,
    excuses: &Excuses,
    levels: &Levels,
    (own, extent): (&Arc<Source>, Extent),
) -> Vec<Finding> {
    let mut is_used = vec![false; excuses.valid.len()];
    let mut kept = Vec::new();
    for finding in findings {
        let mut is_excused = false;
        for (excuse, is_used) in excuses.valid.iter().zip(&mut is_used) {
            if excuse.is_for(&finding) {
                is_excused = true;
                *is_used = true;
            }
        }
        if !is_excused {
            kept.push(finding);
        }
    }
    // Where the guide is wrong, rules may have missed what is excused.
    let is_sound = kept.iter().all(|it| it.severity != Severity::Error) && extent == Extent::Whole;
    kept.extend(excuses.findings.iter().cloned());
    let unused = excuses
        .valid
        .iter()
        .zip(is_used)
        .filter(|(excuse, is_used)| {
            let is_own = Arc::ptr_eq(&excuse.place.source, own);
            let runs = rule(excuse.rule).is_some_and(|rule| levels.of(rule).severity().is_some());
            is_sound && is_own && runs && !is_used
        });
    kept.extend(unused.map(|(excuse, _)| {
        let name = quoted(excuse.rule);
        UNUSED
            .finding(
                excuse.place.clone(),
                format!("{name} has no finding here to excuse"),
            )
            .label("excuses nothing")
            .help("delete the comment, or move it to the line above the finding")
    }));
    kept
}

/// A text of a file: the line on which its field begins, and its bytes.
type Written = (usize, Range<usize>);

/// All texts, names of fields included, down the file.
fn texts(root: &Node, lines: &Lines<'_>) -> Vec<Written> {
    let line = |byte: usize| lines.position(byte).line;
    let mut texts = Vec::new();
    for node in root.descendants() {
        let keys = node.fields().iter().map(|(key, value)| (Some(key), value));
        for (key, value) in node.items().iter().map(|it| (None, it)).chain(keys) {
            let start = key.map_or(value.place.span.start, |key| key.place.span.start);
            texts.extend(key.map(|key| (line(start), key.place.span.clone())));
            let is_collection = value.style == Style::Collection;
            if !is_collection && !value.place.span.is_empty() {
                let first = match value.style {
                    Style::Block => header(lines, value.place.span.start),
                    _ => line(value.place.span.start),
                };
                texts.push((first.min(line(start)), value.place.span.clone()));
            }
        }
    }
    texts.sort_by_key(|(_, span)| span.start);
    texts
}

/// The line of the `|` or `>` of a block of text that begins at `start`.
fn header(lines: &Lines<'_>, start: usize) -> usize {
    let before = lines.text()[..lines.line_around(start).start].trim_end();
    lines.position(before.len()).line
}

/// The bytes of all comments: from a `#` at the start of a line or after white space to the end
/// of the line, unless it is within a text.
fn comments(text: &str, texts: &[Written]) -> Vec<Range<usize>> {
    let mut comments: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('#') {
        let is_within = comments.last().is_some_and(|last| at < last.end);
        let follows = text[..at].chars().next_back();
        if is_within || !follows.is_none_or(char::is_whitespace) {
            continue;
        }
        let next = texts.partition_point(|(_, span)| span.start <= at);
        let is_text = next > 0 && texts[next - 1].1.contains(&at);
        if !is_text {
            let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
            comments.push(at..at + text[at..end].trim_end().len());
        }
    }
    comments
}

/// The rule that a comment allows, and the reason if there is a colon.
fn allowed(comment: &str) -> Option<(&str, Option<&str>)> {
    let words = comment.trim_start_matches('#').trim_start();
    let rest = words.strip_prefix("allow")?;
    let named = rest.trim_start();
    if named.len() == rest.len() {
        return None;
    }
    let (name, reason) = match named.split_once(':') {
        Some((name, reason)) => (name.trim_end(), Some(reason.trim())),
        None => (named.trim_end(), None),
    };
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    (!name.is_empty() && name.chars().all(is_name)).then_some((name, reason))
}

/// The lines that a comment is about.
fn covered(place: &Place, lines: &Lines<'_>, texts: &[Written]) -> RangeInclusive<usize> {
    let text = &place.source.text;
    let own = lines.line_around(place.span.start);
    let is_alone = text[own.start..place.span.start].trim().is_empty();
    let first = match is_alone {
        false => lines.position(own.start).line,
        true => {
            let after = text[own.end..].split_inclusive('\n').skip(1);
            let is_passed = |line: &&str| {
                let line = line.trim_start();
                line.is_empty() || line.starts_with('#')
            };
            let passed = after.take_while(is_passed).count();
            lines.position(own.start).line + 1 + passed
        }
    };
    let begun = texts.iter().filter(|(line, _)| *line == first);
    let ends = begun.map(|(_, span)| lines.position(span.end).line);
    first..=ends.max().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn an_excuse_names_one_rule() {
        let reason = Some("it is so");
        assert_eq!(
            allowed("# allow religion: it is so"),
            Some(("religion", reason))
        );
        assert_eq!(allowed("#allow religion"), Some(("religion", None)));
        assert_eq!(allowed("# allow religion:"), Some(("religion", Some(""))));
        assert_eq!(allowed("# allow ten minutes: talks run over"), None);
        assert_eq!(allowed("# allowed: nothing"), None);
        assert_eq!(allowed("# Allow me: a note"), None);
    }
}
