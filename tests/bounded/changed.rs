//! Inputs that are nearly right: sound files, with changes that a fuzzer would make.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fmt;
use std::path::{Path, PathBuf};

/// Bytes that a failed test shows as they are written in a test.
#[derive(Clone)]
pub struct Input(pub Vec<u8>);

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// A change of some bytes, at a place that the others do not depend on.
#[derive(Debug, Clone)]
enum Change {
    /// One bit is another.
    Flip { at: Index, bit: u8 },
    /// Some bytes are left out.
    Cut { at: Index, length: usize },
    /// A word, one or more times, stands in place of some bytes.
    Put {
        at: Index,
        length: usize,
        word: Vec<u8>,
        times: usize,
    },
    /// Some bytes stand in another place, too.
    Copy {
        from: Index,
        length: usize,
        to: Index,
    },
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        let place = |at: &Index| at.index(bytes.len() + 1);
        let end = |start: usize, length: usize| (start + length).min(bytes.len());
        match self {
            Self::Flip { at, bit } => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Self::Cut { at, length } => {
                let start = place(at);
                bytes.drain(start..end(start, *length));
            }
            Self::Put {
                at,
                length,
                word,
                times,
            } => {
                let start = place(at);
                bytes.splice(start..end(start, *length), word.repeat(*times));
            }
            Self::Copy { from, length, to } => {
                let (from, to) = (place(from), place(to));
                let copied = bytes[from..end(from, *length)].to_vec();
                bytes.splice(to..to, copied);
            }
        }
    }
}

/// Changed seeds of the fuzz target called `name`, and of further files.
pub fn inputs(name: &str, files: &[&str]) -> impl Strategy<Value = Input> {
    let changes = prop::collection::vec(change(words(name)), 1..8);
    (select(seeds(name, files)), changes).prop_map(|(mut bytes, changes)| {
        changes.iter().for_each(|change| change.make(&mut bytes));
        Input(bytes)
    })
}

fn change(words: Vec<Vec<u8>>) -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    let times = prop_oneof![9 => Just(1), 2 => 2..20usize, 1 => 100..400usize];
    prop_oneof![
        1 => (at(), 0..8u8).prop_map(|(at, bit)| Change::Flip { at, bit }),
        1 => (at(), 1..80usize).prop_map(|(at, length)| Change::Cut { at, length }),
        4 => (at(), 0..8usize, select(words), times)
            .prop_map(|(at, length, word, times)| Change::Put { at, length, word, times }),
        1 => (at(), 1..400usize, at()).prop_map(|(from, length, to)| Change::Copy { from, length, to }),
    ]
}

/// The seeds of a fuzz target, and further files.
pub fn seeds(name: &str, files: &[&str]) -> Vec<Vec<u8>> {
    let folder = root().join("tests/fuzz/seeds").join(name);
    let entries = folder.read_dir().expect("each target has seeds");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a folder can be listed").path())
        .collect();
    paths.sort();
    paths.extend(files.iter().map(|file| root().join(file)));
    let read = |path: &PathBuf| std::fs::read(path).expect("seeds can be read");
    paths.iter().map(read).collect()
}

/// The words of a fuzz target, from the dictionary in libFuzzer's format.
fn words(name: &str) -> Vec<Vec<u8>> {
    let path = root().join(format!("tests/fuzz/dictionaries/{name}.dict"));
    let text = std::fs::read_to_string(path).expect("each target has a dictionary");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(word).collect()
}

/// Reads `"word"`, in which `\\`, `\"` and `\x0a` are escapes.
fn word(line: &str) -> Vec<u8> {
    let quoted = line
        .strip_prefix('"')
        .and_then(|line| line.strip_suffix('"'));
    let mut rest = quoted.expect("words are in quotes").as_bytes();
    let mut word = Vec::new();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'\\', [b'x', high, low, after @ ..]) => {
                let digit = |byte: u8| char::from(byte).to_digit(16).expect("a digit");
                let code = digit(*high) * 16 + digit(*low);
                word.push(u8::try_from(code).expect("two digits are a byte"));
                rest = after;
            }
            (b'\\', [escaped, after @ ..]) => {
                word.push(*escaped);
                rest = after;
            }
            (byte, _) => word.push(*byte),
        }
    }
    word
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
