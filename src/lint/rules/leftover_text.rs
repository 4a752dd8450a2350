//! What a writer has left for later.

use super::{Explanation, Finding, Guide, Pack, Reads, Rule, Run, Severity, Speaks};
use crate::finding::{MAX_FINDINGS, Place, Source, quoted};
use crate::lint::words::{Word, words};
use std::ops::Range;
use std::sync::Arc;

/// Written in capitals, as nobody writes the words that they might be.
const NOTES: &[&str] = &["FIXME", "TBA", "TBC", "TBD", "TODO", "XXX"];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    for text in &guide.said().texts {
        let value = text.value();
        for range in leftovers(value, &text.words) {
            out.push(left_over(text.place(range.clone()), &value[range]));
        }
    }
    for (key, _) in guide.declared("placeholders") {
        let Some(filled) = guide.with.fills.get(&key.name) else {
            continue;
        };
        if let Some(range) = leftovers(filled, &words(filled)).into_iter().next() {
            let (left, name) = (quoted(&filled[range]), quoted(&key.name));
            out.push(
                RULE.finding(
                    guide.key(key),
                    format!("the words for {name} have {left} in them"),
                )
                .label("filled in from hirekit.yaml or the command line")
                .help("write what belongs there"),
            );
        }
    }
}

/// What is left over in the words of a template, which is printed whatever the guide says.
pub(in crate::lint) fn in_template(source: &Arc<Source>) -> Vec<Finding> {
    let said = without_tags(&source.text);
    let left = leftovers(&said, &words(&said)).into_iter();
    let findings = left
        .take(MAX_FINDINGS)
        .map(|range| left_over(Place::new(source, range.clone()), &said[range]));
    findings.collect()
}

fn left_over(place: Place, words: &str) -> Finding {
    RULE.finding(
        place,
        format!("{} is left over from writing", quoted(words)),
    )
    .label("would be printed like this")
    .help("write what belongs here, or delete it")
}

/// A template with its tags and comments blanked out, so that all else stays in its place.
fn without_tags(text: &str) -> String {
    const TAGS: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")];
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let tag = TAGS.iter().find(|(open, _)| rest.starts_with(open));
        let end = tag.map(|(_, close)| match rest.find(close) {
            Some(at) => at + close.len(),
            None => rest.len(),
        });
        let length = end.unwrap_or(c.len_utf8());
        match end {
            Some(_) => said.extend(std::iter::repeat_n(' ', length)),
            None => said.push(c),
        }
        rest = &rest[length..];
    }
    said
}

/// What is left over in a text of these words.
fn leftovers(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let words = words.iter().map(|word| &word.range).filter(|range| {
        let word = &text[Range::clone(range)];
        NOTES.contains(&word) || word.eq_ignore_ascii_case("lorem")
    });
    let mut found: Vec<_> = words.cloned().collect();
    if text.contains(['{', '}', '\\']) {
        for mark in ["{{", "}}", "{%", "\\[...\\]", "\\[…\\]"] {
            let marks = text.match_indices(mark);
            found.extend(marks.map(|(at, mark)| at..at + mark.len()));
        }
    }
    found
}

pub(in crate::lint) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "leftover-text",
        severity: Severity::Warning,
        summary: "a text has something in it that was left for later",
        why: "A candidate who reads TODO in a brief doubts the rest of the kit, and an interviewer who has to \
              make up the missing words asks every candidate something else. Blanks that somebody is to fill \
              in are placeholders.",
        bad: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        We talk about decisions you have made. TODO say how long. If an adjustment would help you,
        tell us and we will arrange it.
"),
        good: Run("\
stages:
  - id: interview
    directions:
      candidate: >-
        We talk for an hour about decisions you have made. If an adjustment would help you, tell us
        and we will arrange it.
"),
    },
    packs: &[Pack::Print],
    what: "Looks for TODO, TBD, TBC, TBA, FIXME, XXX, lorem ipsum, escaped `[...]` and the braces of \
              templates, in all printed texts and in the words for placeholders. `hirekit templates check` \
              looks for them in the templates of the workspace.",
    sources: &["ISO 24495-1:2023, “Plain language, part 1: governing principles and guidelines”"],
    help: "Write the words, or make them a placeholder with a name.",
    speaks: Speaks::Any,
    reads: Reads::EachPlace,
    check,
};

#[cfg(test)]
mod tests {
    use super::{Arc, Source, in_template, leftovers, words};

    fn left(text: &str) -> Vec<&str> {
        leftovers(text, &words(text))
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn what_is_left_over() {
        assert_eq!(
            left("Pay: TBD. Lorem ipsum {{ x }}"),
            ["TBD", "Lorem", "{{", "}}"]
        );
        assert_eq!(left("as in \\[...\\]"), ["\\[...\\]"]);
    }

    #[test]
    fn a_template_is_read_without_its_tags() {
        let source = Arc::new(Source {
            path: "templates/parts/question.md".into(),
            text: "<!-- TODO -->\n{{ todo or \"TBD\" }} Ünder {# FIXME #} TODO{% if".to_owned(),
        });
        let found = in_template(&source);
        let places: Vec<&str> = found.iter().map(|it| it.place.text()).collect();
        assert_eq!(places, ["TODO"]);
        assert_eq!(
            found[0].place.span.start,
            source.text.rfind("TODO").expect("it is there")
        );
    }

    #[test]
    fn what_is_not() {
        assert_eq!(left("A todo list, a {brace}, TODOS, and so on …"), [""; 0]);
        assert_eq!(left("Keeps everything (todo) running."), [""; 0]);
    }
}
