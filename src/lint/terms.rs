//! Words that carry what a text is about, and whether two of them belong together.

/// Words that any text has.
const ORDINARY: &[&str] = &[
    "'s",
    "a",
    "about",
    "above",
    "across",
    "after",
    "again",
    "all",
    "almost",
    "along",
    "also",
    "always",
    "am",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "ask",
    "asked",
    "at",
    "back",
    "be",
    "because",
    "been",
    "before",
    "being",
    "best",
    "between",
    "both",
    "but",
    "by",
    "came",
    "can",
    "come",
    "could",
    "day",
    "days",
    "describe",
    "did",
    "didn't",
    "different",
    "do",
    "does",
    "doing",
    "don't",
    "done",
    "down",
    "during",
    "each",
    "else",
    "enough",
    "especially",
    "ever",
    "every",
    "example",
    "examples",
    "explain",
    "few",
    "first",
    "for",
    "from",
    "gave",
    "get",
    "give",
    "given",
    "go",
    "good",
    "got",
    "had",
    "has",
    "have",
    "having",
    "he",
    "help",
    "her",
    "here",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "including",
    "into",
    "is",
    "it",
    "its",
    "just",
    "keep",
    "kept",
    "last",
    "least",
    "less",
    "let",
    "like",
    "made",
    "make",
    "many",
    "may",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "need",
    "never",
    "new",
    "next",
    "no",
    "not",
    "now",
    "of",
    "off",
    "often",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "out",
    "over",
    "own",
    "part",
    "please",
    "put",
    "really",
    "recent",
    "recently",
    "same",
    "say",
    "see",
    "she",
    "should",
    "since",
    "so",
    "some",
    "somebody",
    "someone",
    "something",
    "still",
    "such",
    "take",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "thing",
    "things",
    "this",
    "those",
    "through",
    "time",
    "times",
    "to",
    "together",
    "too",
    "took",
    "under",
    "until",
    "up",
    "us",
    "use",
    "used",
    "using",
    "very",
    "walk",
    "want",
    "wanted",
    "was",
    "way",
    "ways",
    "we",
    "well",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "work",
    "worked",
    "working",
    "would",
    "year",
    "years",
    "yet",
    "you",
    "your",
    "yours",
    "yourself",
];

/// Whether a word says what a text is about. It is in lower case, as [`super::words`] has it.
pub(super) fn is_term(word: &str) -> bool {
    let is_number = word.bytes().all(|it| it.is_ascii_digit());
    word.chars().count() > 1 && !is_number && ORDINARY.binary_search(&word).is_err()
}

/// Whether two words are forms of one, as far as their letters tell: `plan` and `planning`,
/// `secure` and `security`. They have all of the shorter but its last two letters in common, and
/// four at least.
pub(super) fn is_related(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let shorter = a.len().min(b.len());
    a == b
        || common >= 4.max(shorter.saturating_sub(2))
        || (common >= 3 && common == shorter && is_plural(a, b))
}

/// Whether the longer of two words is the shorter and an ending.
fn is_plural(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|end| matches!(end, "s" | "es" | "ed" | "ing"))
}

#[cfg(test)]
mod tests {
    use super::{ORDINARY, is_related, is_term};

    #[test]
    fn ordinary_words_are_sorted() {
        let mut sorted = ORDINARY.to_vec();
        sorted.sort_unstable();
        assert!(ORDINARY.is_sorted(), "{sorted:?}");
    }

    #[test]
    fn terms() {
        assert!(is_term("network") && is_term("it-support") && !is_term("the") && !is_term("90"));
    }

    #[test]
    fn forms_of_one_word() {
        for (a, b) in [
            ("plan", "planning"),
            ("secure", "security"),
            ("bug", "bugs"),
            ("led", "led"),
        ] {
            assert!(is_related(a, b) && is_related(b, a), "{a} {b}");
        }
        for (a, b) in [("plan", "plug"), ("manage", "mandate"), ("car", "carry")] {
            assert!(!is_related(a, b), "{a} {b}");
        }
    }
}
