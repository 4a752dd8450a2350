//! How hard a text is to read: the grade of school that it takes, after J. P. Kincaid and others,
//! “Derivation of new readability formulas for Navy enlisted personnel” (1975).
//!
//! The formula counts words, sentences and syllables. Syllables are guessed by the vowels: an English
//! word has about as many as it has groups of them, without an `e` at its end that is not heard.

use super::said::Text;

/// The grade of a text. A grade of 12 is that of somebody leaving school at 18.
pub(super) fn grade(text: &Text<'_>) -> f64 {
    let sentences = text.sentences().count();
    let syllables: usize = text.words.iter().map(|it| syllables(&it.folded)).sum();
    let words = text.words.len();
    if words == 0 {
        return 0.0;
    }
    let per = |a: usize, b: usize| f64::from(as_u32(a)) / f64::from(as_u32(b));
    0.39 * per(words, sentences) + 11.8 * per(syllables, words) - 15.59
}

/// A text with more words than that is never reached: a guide has four megabytes at most.
fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// About how many syllables a word has; one at least.
fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'ä' | 'ö' | 'ü');
    let mut groups = 0;
    let mut in_group = false;
    for c in word.chars() {
        groups += usize::from(is_vowel(c) && !in_group);
        in_group = is_vowel(c);
    }
    // `make`, `makes` and `asked`, but not `table`, `boxes` or `wanted`.
    let is_silent = match word.strip_suffix("es").or(word.strip_suffix("ed")) {
        Some(stem) => !stem.ends_with(['s', 'x', 'z', 't', 'd', 'h', 'c', 'g']),
        None => word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee"),
    };
    groups
        .saturating_sub(usize::from(is_silent && groups > 1))
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_about_as_many_as_one_hears() {
        let words = [
            ("make", 1),
            ("makes", 1),
            ("asked", 1),
            ("table", 2),
            ("boxes", 2),
            ("wanted", 2),
            ("the", 1),
            ("responsibility", 6),
            ("90", 1),
            ("agree", 2),
            ("team", 1),
        ];
        for (word, count) in words {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
