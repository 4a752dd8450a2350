//! The registry: what has to hold for every rule.

use super::{Pack, rules};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn names_are_unique_and_sorted() {
    let names: Vec<_> = rules().iter().map(|rule| rule.name()).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    let packs = Pack::ALL.map(Pack::name);
    for name in names {
        let is_kebab = name
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
        assert!(is_kebab && !packs.contains(&name), "{name}");
    }
}

#[test]
fn each_rule_is_a_file_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lint/rules");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let files = files.map(|file| file.expect("it can be read").file_name());
    let files: BTreeSet<_> = files.map(|it| it.to_string_lossy().into_owned()).collect();
    let names = rules()
        .iter()
        .map(|rule| format!("{}.rs", rule.name().replace('-', "_")));
    let expected: BTreeSet<_> = names.chain(["mod.rs".to_owned()]).collect();
    assert_eq!(files, expected);
}

#[test]
fn each_rule_says_what_why_and_who_says_so() {
    for rule in rules() {
        let it = &rule.explanation;
        assert!(
            !rule.packs.is_empty() && rule.packs.is_sorted(),
            "{}",
            it.code
        );
        assert!(!rule.sources.is_empty(), "{} has no source", it.code);
        for text in [rule.what, it.why, rule.help] {
            assert!(
                text.ends_with('.') && text.starts_with(char::is_uppercase),
                "{text}"
            );
        }
        for source in rule.sources {
            let has_number = source.contains(|c: char| c.is_ascii_digit());
            assert!(
                has_number && !source.ends_with('.'),
                "{}: {source}",
                it.code
            );
        }
    }
}
