//! Splitting a text into words.
//!
//! A word is a run of letters and digits, with the apostrophes within it: `don’t` is one word. A
//! hyphen parts words, so that `native-speaker` and `native speaker` are the same two; and so does a
//! possessive, so that `candidate’s` is `candidate` and `'s`. Addresses have no words.

use std::borrow::Cow;
use std::ops::Range;

/// Which of the words of a guide one is: two that are compared as the same have the same number.
pub(super) type Number = usize;

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How it is compared: in lower case, with straight apostrophes.
    pub(super) folded: Cow<'t, str>,
    /// Which sentence of the text it is in.
    pub(super) sentence: u32,
    /// Which word it is, once [`super::said::Said`] has numbered the words of all texts.
    pub(super) number: Number,
}

/// The words of `text`, from left to right.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
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
    // Most words are done after this.
    let plain = rest.bytes().position(|it| !it.is_ascii_alphanumeric());
    let mut length = plain.unwrap_or(rest.len());
    if rest[length..].starts_with(|c: char| c.is_ascii() && c != '\'') {
        return length;
    }
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

/// Adds the word, or the two of them where it is a possessive.
fn push<'t>(words: &mut Vec<Word<'t>>, text: &'t str, range: Range<usize>, sentence: u32) {
    let mut push = |range: Range<usize>| {
        words.push(Word {
            folded: folded(&text[range.clone()]),
            range,
            sentence,
            number: 0,
        });
    };
    let word = &text[range.clone()];
    let owner = word.strip_suffix(['s', 'S']);
    match owner.and_then(|it| it.strip_suffix(['\'', '’'])) {
        Some(owner) => {
            let middle = range.start + owner.len();
            push(range.start..middle);
            push(middle..range.end);
        }
        None => push(range),
    }
}

/// In lower case, with straight apostrophes. Most words are so already.
fn folded(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|it| it.is_ascii() && !it.is_ascii_uppercase())
    {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' => folded.push('\''),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => folded.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(folded)
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
