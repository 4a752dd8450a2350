//! Splitting a text into words.
//!
//! A word is a run of letters and digits, with the apostrophes within it: `don’t` is one word. A
//! hyphen parts words, so that `native-speaker` and `native speaker` are the same two; and so does a
//! possessive, so that `candidate’s` is `candidate` and `'s`. Addresses have no words.

use std::ops::Range;

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How it is compared: in lower case, with straight apostrophes.
    pub(super) folded: String,
    /// Which sentence of the text it is in.
    pub(super) sentence: u32,
}

/// The words of `text`, from left to right.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut sentence = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let length = match c {
            _ if c.is_alphanumeric() => match address(&text[at..]) {
                Some(length) => length,
                None => {
                    let length = word(&text[at..]);
                    push(&mut words, text, at..at + length, sentence);
                    length
                }
            },
            // Where a link of Markdown leads.
            ']' if text[at..].starts_with("](") => text[at..].find(')').unwrap_or(1),
            _ => {
                if ends_sentence(c, &text[at..]) {
                    sentence += 1;
                }
                c.len_utf8()
            }
        };
        at += length;
    }
    words
}

/// Whether a sentence ends at `c`, which `rest` begins with: at a full stop before white space,
/// and not within `3.5` or `e.g`; and between paragraphs and the items of a list.
fn ends_sentence(c: char, rest: &str) -> bool {
    let after = || rest[c.len_utf8()..].chars();
    match c {
        '.' => {
            let next = after().find(|c| !matches!(c, '"' | '”' | '’' | ')' | '*' | '_'));
            next.is_none_or(char::is_whitespace)
        }
        '!' | '?' | ';' | ':' | '…' => true,
        '\n' => {
            let line = rest[1..].trim_start_matches([' ', '\t']);
            line.starts_with(['-', '*', '+', '\n'])
                || line
                    .trim_start_matches(|c: char| c.is_ascii_digit())
                    .starts_with(['.', ')'])
        }
        _ => false,
    }
}

/// The length of the word that `rest` begins with.
fn word(rest: &str) -> usize {
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let goes_on = match c {
            '\'' | '’' => letters
                .peek()
                .is_some_and(|(_, next)| next.is_alphanumeric()),
            _ => c.is_alphanumeric(),
        };
        if !goes_on {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// The length of the address that `rest` begins with, if it does.
fn address(rest: &str) -> Option<usize> {
    let is_address = ["http://", "https://", "www.", "mailto:"]
        .iter()
        .any(|it| rest.starts_with(it));
    // Looked for in addresses only: a text may have no white space for a long way.
    let end = || rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')'));
    is_address.then(|| end().unwrap_or(rest.len()))
}

fn push(words: &mut Vec<Word>, text: &str, range: Range<usize>, sentence: u32) {
    let mut folded = String::with_capacity(range.len());
    for c in text[range.clone()].chars() {
        match c {
            '’' => folded.push('\''),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(c.to_lowercase()),
        }
    }
    let Some(owner) = folded.strip_suffix("'s") else {
        words.push(Word {
            range,
            folded,
            sentence,
        });
        return;
    };
    let mark = text[range.clone()].trim_end_matches(['s', 'S']).len();
    let mark = text[range.start..range.start + mark]
        .trim_end_matches(['\'', '’'])
        .len();
    let middle = range.start + mark;
    words.push(Word {
        range: range.start..middle,
        folded: owner.to_owned(),
        sentence,
    });
    words.push(Word {
        range: middle..range.end,
        folded: "'s".to_owned(),
        sentence,
    });
}

#[cfg(test)]
mod tests {
    use super::words;

    fn split(text: &str) -> String {
        let mut sentence = 0;
        let mut out = String::new();
        for word in words(text) {
            let between = if word.sentence == sentence {
                " "
            } else {
                " / "
            };
            sentence = word.sentence;
            assert!(text.is_char_boundary(word.range.start) && !word.range.is_empty());
            out = format!("{out}{between}{}", word.folded);
        }
        out.trim_start().to_owned()
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(split("Native-speaker, don’t"), "native speaker don't");
        assert_eq!(
            split("the candidate’s *own* 3.5 %"),
            "the candidate 's own 3 5"
        );
        assert_eq!(split("[Company] ÄRGER"), "company ärger");
    }

    #[test]
    fn addresses_have_no_words() {
        assert_eq!(
            split("see [our page](https://a.org/family) now"),
            "see our page now"
        );
        assert_eq!(split("see https://a.org/age now"), "see now");
    }

    #[test]
    fn sentences_end_where_they_are_heard_to() {
        assert_eq!(split("Why? Tell me. And"), "why / tell me / and");
        assert_eq!(split("about 3.5 or e.g this"), "about 3 5 or e g this");
        assert_eq!(split("one\ntwo\n- three"), "one two / three");
        assert_eq!(split("’ ' s’s"), "s 's");
    }
}
