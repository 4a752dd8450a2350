//! The guides that templates are tried with.

use crate::finding::{Severity, Source};
use crate::guide::Guide;
use crate::schema::Validator;
use crate::yaml::{self, Node, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// As little as a guide can have.
const MINIMAL: &str = include_str!("minimal.yaml");

/// Every field there is.
const EVERY_FIELD: &str = include_str!("every-field.yaml");

/// The length to which words are drawn out, in letters: longer than any column is wide.
const LONG: usize = 120;

/// The guides: one with little, one with everything, and that one with other words.
pub fn guides() -> Vec<Guide> {
    vec![
        guide(MINIMAL, |word| word.to_owned()),
        guide(EVERY_FIELD, |word| word.to_owned()),
        guide(EVERY_FIELD, right_to_left),
        guide(EVERY_FIELD, very_long),
    ]
}

/// The guide in `text`, with each word of what it prints exchanged.
fn guide(text: &str, exchange: impl Fn(&str) -> String) -> Guide {
    let source = Arc::new(Source {
        path: "guide.yaml".into(),
        text: text.to_owned(),
    });
    let tree = yaml::parse(&source);
    let wrong = tree
        .findings
        .iter()
        .any(|it| it.severity == Severity::Error);
    let mut root = tree
        .root
        .filter(|_| !wrong)
        .expect("the guides are in the program, and sound");
    let texts = Validator::guide().texts(&root).into_iter();
    let texts: BTreeMap<usize, String> = texts
        .filter_map(|it| Some((it.node.place.span.start, words(it.node.text()?, &exchange))))
        .collect();
    put(&mut root, &texts);
    serde_json::from_value(root.to_json()).expect("other words leave a guide what it is")
}

/// Puts texts in the place of those that begin there.
fn put(node: &mut Node, texts: &BTreeMap<usize, String>) {
    let start = node.place.span.start;
    match &mut node.value {
        Value::Text(text) => {
            if let Some(other) = texts.get(&start) {
                text.clone_from(other);
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| put(item, texts)),
        Value::Map(fields) => fields.iter_mut().for_each(|(_, field)| put(field, texts)),
        _ => {}
    }
}

/// A text with each of its words exchanged; but not the names of placeholders, and not addresses.
fn words(text: &str, exchange: &impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let mut closing = None;
    for c in text.chars().chain(['\n']) {
        if closing.is_none() && c.is_alphabetic() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            out.push_str(&exchange(&std::mem::take(&mut word)));
        }
        closing = match (closing, c) {
            (None, '[') => Some(']'),
            (None, '(') if out.ends_with(']') => Some(')'),
            (None, '<') => Some('>'),
            (Some(end), c) if c == end => None,
            (closing, _) => closing,
        };
        out.push(c);
    }
    out.pop();
    out
}

/// A word of as many Hebrew letters.
fn right_to_left(word: &str) -> String {
    let letters = word.to_lowercase();
    let hebrew = letters.chars().map(|c| {
        let letter = u32::from(c).wrapping_sub(u32::from('a')) % 22;
        char::from_u32(u32::from('א') + letter).unwrap_or('א')
    });
    hebrew.collect()
}

/// A word, drawn out if it is not one of the short ones between the others.
fn very_long(word: &str) -> String {
    match word.chars().count() {
        0..=3 => word.to_owned(),
        letters => word.repeat(LONG.div_ceil(letters)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_exchanged_and_names_and_addresses_stay() {
        let shout = |word: &str| word.to_uppercase();
        let text = "Ask [Company] for **more**, see [our page](https://example.org/a) or <b>.";
        assert_eq!(
            words(text, &shout),
            "ASK [Company] FOR **MORE**, SEE [our page](https://example.org/a) OR <b>."
        );
        assert_eq!(right_to_left("abc"), "אבג");
        assert!(very_long("word").len() >= LONG && very_long("for") == "for");
    }

    #[test]
    fn the_guides_differ_in_their_words() {
        let roles: Vec<_> = guides().into_iter().map(|guide| guide.role.0).collect();
        assert_eq!(roles.len(), 4);
        assert!(
            roles[2].contains(|c: char| ('א'..='ת').contains(&c)),
            "{}",
            roles[2]
        );
        assert!(roles[3].len() > LONG, "{}", roles[3]);
    }
}
