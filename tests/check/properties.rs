//! Whatever stands in a file: no panic, and every finding points at whole characters of it.

use super::example;

use hirekit::document::{Inline, line, prose};
use hirekit::placeholder::find;
use hirekit::report::text::{Style, text};
use hirekit::schema::TextKind;
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;

const PLANTED: &str = include_str!("findings/planted.yaml");

/// Scraps that YAML or Markdown give a meaning to, and characters of several bytes.
const SCRAPS: &[&str] = &[
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a ",
    "*a",
    "!",
    "|\n",
    ">-\n",
    "---\n",
    "<<",
    "%",
    "@",
    "`",
    "\\",
    "\\u00e9",
    "é",
    "日本",
    "😀",
    "\u{202e}",
    "\r\n",
    "?",
    "~",
    "0",
    "[Company]",
    "<b>",
    "\u{85}",
];

/// What makes and unmakes placeholders.
const MARKDOWN: &[&str] = &[
    "[",
    "]",
    "[A]",
    "(https://a.b)",
    "\\",
    "`",
    "*",
    "**",
    "~~",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "a",
    " ",
    "!",
    "<b>",
    "# ",
    ": ",
    "[x]",
    "[ ]",
    "|",
    "    ",
    "<",
    ">",
    "&#91;",
    "é",
];

/// A change of a text: at a share of its length, take out some bytes and put in a scrap.
type Change = (u16, u8, usize);

fn mutate(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for (place, length, scrap) in changes {
        let at = text.len() * usize::from(*place) / usize::from(u16::MAX);
        let start = text.floor_char_boundary(at);
        let end = text.floor_char_boundary((at + usize::from(*length)).min(text.len()));
        text.replace_range(start..end.max(start), SCRAPS[scrap % SCRAPS.len()]);
    }
    text
}

fn check(guide: &str) -> Result<(), TestCaseError> {
    let findings = example::check(guide);
    for finding in &findings {
        let related = finding.related.iter().map(|(place, _)| place);
        let fix = finding.fix.iter().map(|fix| &fix.place);
        for place in related.chain(fix).chain([&finding.place]) {
            let shown = place.source.text.get(place.span.clone());
            prop_assert!(shown.is_some(), "{} at {:?}", finding.code, place.span);
        }
    }
    let all = text(&findings, &Style::default());
    prop_assert_eq!(all.is_empty(), findings.is_empty());
    Ok(())
}

/// Line breaks and spaces in names are the same to the printer of a short text. Where a bracket
/// was escaped, it has a stand-in.
fn one_line(name: &str) -> String {
    let name = name.replace('\u{fdd0}', "[");
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that the printer asks to be filled.
fn asked(print: impl Fn(&dyn Fn(&str) -> Option<Inline>)) -> BTreeSet<String> {
    let names = RefCell::new(BTreeSet::new());
    print(&|name: &str| {
        names.borrow_mut().insert(one_line(name));
        None
    });
    names.into_inner()
}

/// Whether the names that the printer asks for have all been found, or one cannot be filled,
/// which is an error by itself.
fn is_checked(kind: TextKind, text: &str, printed: &BTreeSet<String>) -> bool {
    let found = find(kind, text);
    let names: BTreeSet<_> = found.iter().map(|it| one_line(&it.name)).collect();
    printed.is_subset(&names) || found.iter().any(|it| !it.is_fillable())
}

proptest! {
    // A failure prints the smallest text that fails: it becomes a case of its own, not a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_placeholder_is_printed_that_was_not_checked(
        scraps in prop::collection::vec(prop::sample::select(MARKDOWN), 0..24),
    ) {
        let text = scraps.concat();
        let printed = asked(|fill| drop(line(&text, fill)));
        prop_assert!(is_checked(TextKind::Short, &text, &printed), "short {:?} {:?}", text, printed);
        let printed = asked(|fill| drop(prose(&text, fill)));
        prop_assert!(is_checked(TextKind::Prose, &text, &printed), "prose {:?} {:?}", text, printed);
    }

    #[test]
    fn changed_guides(changes in prop::collection::vec((any::<u16>(), 0u8..40, any::<usize>()), 1..6)) {
        check(&mutate(PLANTED, &changes))?;
        check(&mutate(example::MINIMAL, &changes))?;
    }

    #[test]
    fn scraps_in_any_order(scraps in prop::collection::vec(0..SCRAPS.len(), 0..40)) {
        check(&scraps.into_iter().map(|scrap| SCRAPS[scrap]).collect::<String>())?;
    }

    #[test]
    fn any_text(text in ".{0,200}") {
        check(&text)?;
        check(&example::overlay(&format!("summary: {text}\n")))?;
    }
}
