//! "Did you mean": the known word that is close enough to what was written.

/// Words longer than this are not compared: nobody misspells them, and comparing is quadratic.
const LONGEST: usize = 80;

/// Known words beyond this many are not compared, so that a huge file costs no more than a big one.
const MOST: usize = 400;

/// The word of `known` that `written` is most likely a misspelling of.
///
/// One slip is forgiven for every four letters, and one more: `minuts` is `minutes`, but `id`
/// is not `to`. Case and `_` against `-` do not count.
pub(crate) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if written.len() > LONGEST {
        return None;
    }
    let folded = fold(written);
    known
        .into_iter()
        .take(MOST)
        .filter(|word| word.len() <= LONGEST)
        .filter_map(|word| {
            let slips = strsim::damerau_levenshtein(&folded, &fold(word));
            let letters = folded.chars().count().min(word.chars().count());
            (slips <= forgiven(letters)).then_some((slips, word))
        })
        .min()
        .map(|(_, word)| word)
}

fn forgiven(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        letters => 1 + letters / 4,
    }
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_close_words_are_suggested() {
        let known = ["minutes", "id", "follow_ups", "criteria"];
        assert_eq!(nearest("minuts", known), Some("minutes"));
        assert_eq!(nearest("follow-ups", known), Some("follow_ups"));
        assert_eq!(nearest("ID", known), Some("id"));
        assert_eq!(nearest("to", known), None);
        assert_eq!(nearest("salary", known), None);
    }
}
