//! Excuses: a comment that lets one place be, and says why.
//!
//! `# allow RULE: reason` stands on a line of its own, above the line of the finding, or at the end
//! of that line. Several may stand above one another. A text of several lines counts as one place:
//! the comment stands above or behind the line on which its field begins. It holds in the file it
//! is written in, so that a base excuses its own texts, in all guides that stand on it.

use super::levels::{Levels, unknown_name};
use super::rule;
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Lines, MAX_FINDINGS, Place, Severity, Source, quoted};
use crate::guide::Excused;
use crate::yaml::{Extent, Key, Node, Style, Tree};
use std::collections::{BTreeSet, HashMap};
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
        // Behind a mistake that ended the reading, texts and comments cannot be told apart.
        let Some(root) = tree.root.as_ref().filter(|_| tree.extent > Extent::Part) else {
            return;
        };
        let source = &tree.source;
        let written = Written::of(root, Lines::of(&source.text));
        for comment in written.comments() {
            if self.valid.len().max(self.findings.len()) >= MAX_FINDINGS {
                return;
            }
            let Some((name, reason)) = allowed(&source.text[comment.clone()]) else {
                continue;
            };
            let place = Place::new(source, comment.clone());
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
                    place,
                    lines: written.about(&comment),
                }),
                None => self.findings.push(unexplained(place, name)),
            }
        }
    }
}

fn unexplained(place: Place, name: &str) -> Finding {
    let message = format!("this excuse from {} has no reason", quoted(name));
    let help = format!("write the reason after a colon: `# allow {name}: …`");
    UNEXPLAINED
        .finding(place, message)
        .label("excuses nothing")
        .help(help)
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
    let mut lines = LinesOf::default();
    let mut kept = Vec::new();
    for finding in findings {
        let mut is_excused = false;
        let of_rule = excuses.valid.iter().zip(&mut is_used);
        for (excuse, is_used) in of_rule.filter(|(it, _)| it.rule == finding.code) {
            let is_here = Arc::ptr_eq(&finding.place.source, &excuse.place.source);
            if is_here
                && excuse
                    .lines
                    .contains(&lines.line(&finding.place, &excuse.place.source))
            {
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

/// The lines of a finding: those of the file it was last asked about are at hand.
#[derive(Default)]
struct LinesOf<'s>(Option<Lines<'s>>);

impl<'s> LinesOf<'s> {
    fn line(&mut self, place: &Place, source: &'s Source) -> usize {
        let is_known = |lines: &&Lines<'_>| std::ptr::eq(lines.text(), source.text.as_str());
        if self.0.as_ref().filter(is_known).is_none() {
            self.0 = Some(Lines::of(&source.text));
        }
        let lines = self.0.as_ref();
        lines.map_or(0, |lines| lines.line(place.span.start))
    }
}

/// What is written in a file: its texts, names of fields included.
struct Written<'t> {
    lines: Lines<'t>,
    /// Their bytes, down the file.
    spans: Vec<Range<usize>>,
    /// By the line on which a field begins, the line on which its text ends.
    ends: HashMap<usize, usize>,
    /// For each line, from 0, the first one from there on that is not blank and no comment.
    next: Vec<usize>,
}

impl<'t> Written<'t> {
    fn of(root: &Node, lines: Lines<'t>) -> Self {
        let mut written = Self {
            next: next_lines(lines.text()),
            lines,
            spans: Vec::new(),
            ends: HashMap::new(),
        };
        for node in root.descendants() {
            let values = node.items().iter().map(|it| (None, it));
            let fields = node.fields().iter().map(|(key, it)| (Some(key), it));
            for (key, value) in values.chain(fields) {
                written.add(key, value);
            }
        }
        written.spans.sort_by_key(|span| (span.start, span.end));
        written
    }

    fn add(&mut self, key: Option<&Key>, value: &Node) {
        let span = &value.place.span;
        self.spans.extend(key.map(|key| key.place.span.clone()));
        if value.style == Style::Collection || span.is_empty() {
            return;
        }
        let start = match (key, value.style) {
            (Some(key), _) => self.lines.line(key.place.span.start),
            (None, Style::Block) => self.header(span.start),
            (None, _) => self.lines.line(span.start),
        };
        let end = self.lines.line(span.end);
        let known = self.ends.entry(start).or_insert(end);
        *known = end.max(*known);
        self.spans.push(span.clone());
    }

    /// The line of the `|` or `>` of a block of text that begins at `start`.
    fn header(&self, start: usize) -> usize {
        let before = &self.lines.text()[..self.lines.line_around(start).start];
        self.lines.line(before.trim_end().len())
    }

    /// The bytes of all comments: from a `#` at the start of a line or after white space to the
    /// end of the line, unless it is within a text.
    fn comments(&self) -> Vec<Range<usize>> {
        let text = self.lines.text();
        let mut comments: Vec<Range<usize>> = Vec::new();
        for (at, _) in text.match_indices('#') {
            let is_within = comments.last().is_some_and(|last| at < last.end);
            let before = text[..at].chars().next_back();
            if is_within || !before.is_none_or(char::is_whitespace) {
                continue;
            }
            let next = self.spans.partition_point(|span| span.start <= at);
            let is_text = next > 0 && self.spans[next - 1].contains(&at);
            if !is_text {
                let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
                comments.push(at..at + text[at..end].trim_end().len());
            }
        }
        comments
    }

    /// The lines that a comment is about: its own, or those below it when it stands alone.
    fn about(&self, comment: &Range<usize>) -> RangeInclusive<usize> {
        let own = self.lines.line(comment.start);
        let start = self.lines.line_around(comment.start).start;
        let is_alone = self.lines.text()[start..comment.start].trim().is_empty();
        let first = match is_alone {
            true => self.next.get(own).map_or(own + 1, |line| line + 1),
            false => own,
        };
        first..=self.ends.get(&first).copied().unwrap_or(first).max(first)
    }
}

/// For each line, the first one from there on that is not blank and no comment; all from 0.
fn next_lines(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.split('\n').map(str::trim_start).collect();
    let mut next = vec![lines.len(); lines.len()];
    let mut following = lines.len();
    for (at, line) in lines.iter().enumerate().rev() {
        if !line.is_empty() && !line.starts_with('#') {
            following = at;
        }
        next[at] = following;
    }
    next
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
