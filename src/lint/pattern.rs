//! Phrases to look for, word by word.
//!
//! A pattern is a line of words as [`super::words`] splits them. `a|b` is either word, `a?` may be
//! left out, and `..` is up to three words of any kind. `<kin>` is any word of that class
//! ([`super::classes`]). All of it is within one sentence: `^` stands for its beginning and `$` for its
//! end. Forms are listed and never guessed: `age` does not find `manage` or `ages`.

use super::classes::class;
use super::said::{Said, Text};
use super::words::{Number, Word};
use foldhash::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// The most words that `..` stands for.
const GAP: usize = 3;

/// Patterns, and others that make a match harmless.
pub(super) struct Patterns {
    wanted: &'static [&'static str],
    harmless: &'static [&'static str],
    parsed: OnceLock<(Phrases, Phrases)>,
}

impl Patterns {
    /// These patterns.
    pub(super) const fn new(wanted: &'static [&'static str]) -> Self {
        Self {
            wanted,
            harmless: &[],
            parsed: OnceLock::new(),
        }
    }

    /// Leaves out what has a word in common with one of these.
    pub(super) const fn except(mut self, harmless: &'static [&'static str]) -> Self {
        self.harmless = harmless;
        self
    }

    /// Where they fit: each text with the bytes of its value, in the order of the file. Of
    /// matches that overlap, the first and longest counts.
    pub(super) fn find<'s, 'a>(&self, said: &'s Said<'a>) -> Vec<(&'s Text<'a>, Range<usize>)> {
        let parse = || (Phrases::parse(self.wanted), Phrases::parse(self.harmless));
        let (wanted, harmless) = self.parsed.get_or_init(parse);
        let mut hits = wanted.hits(said);
        if hits.is_empty() {
            return Vec::new();
        }
        let harmless = joined(harmless.hits(said));
        hits.retain(|hit| !hit.meets_any(&harmless));
        hits.sort_by_key(|hit| (hit.text, hit.words.start, usize::MAX - hit.words.end));
        let mut last: Option<Hit> = None;
        let mut found = Vec::new();
        for hit in hits {
            let overlaps = |last: &Hit| last.text == hit.text && hit.words.start < last.words.end;
            if last.as_ref().is_some_and(overlaps) {
                continue;
            }
            let text = &said.texts[hit.text];
            found.push((text, text.range(hit.words.clone())));
            last = Some(hit);
        }
        found
    }
}

/// A match: the number of the text, and of its words.
#[derive(Debug)]
struct Hit {
    text: usize,
    words: Range<usize>,
}

impl Hit {
    /// Whether this has a word in common with one of `others`, which are in order and apart.
    fn meets_any(&self, others: &[Self]) -> bool {
        let order = |it: &Self| (it.text, it.words.end);
        let first = others.partition_point(|it| order(it) <= (self.text, self.words.start));
        let first = others.get(first);
        first.is_some_and(|it| it.text == self.text && it.words.start < self.words.end)
    }
}

/// Matches in order, and those that overlap as one.
fn joined(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.text, hit.words.start));
    let mut joined: Vec<Hit> = Vec::new();
    for hit in hits {
        match joined.last_mut() {
            Some(last) if last.text == hit.text && hit.words.start <= last.words.end => {
                last.words.end = last.words.end.max(hit.words.end);
            }
            _ => joined.push(hit),
        }
    }
    joined
}

/// Patterns that are looked for together.
struct Phrases {
    /// Each word that one of them has, once: it is looked up once in a guide.
    words: Vec<&'static str>,
    patterns: Vec<Vec<Step>>,
}

/// A word of [`Phrases::words`].
type Place = usize;

enum Step {
    /// The beginning of a sentence. Only as the first step.
    Start,
    /// One of these words.
    Word(Vec<Place>),
    /// One of these words, or none.
    Optional(Vec<Place>),
    /// A few words of any kind.
    Gap,
    /// The end of a sentence.
    End,
}

impl Phrases {
    fn parse(patterns: &[&'static str]) -> Self {
        let mut words = Vec::new();
        let mut known = HashMap::default();
        let mut place = |word| {
            *known.entry(word).or_insert_with(|| {
                words.push(word);
                words.len() - 1
            })
        };
        let mut listed = |words| listed(words).map(&mut place).collect();
        let mut step = |step: &'static str| match step {
            ".." => Step::Gap,
            "^" => Step::Start,
            "$" => Step::End,
            step => match step.strip_suffix('?') {
                Some(words) => Step::Optional(listed(words)),
                None => Step::Word(listed(step)),
            },
        };
        let patterns = patterns.iter().map(|pattern| {
            let steps: Vec<_> = pattern.split_whitespace().map(&mut step).collect();
            let first = steps.iter().find(|it| !matches!(it, Step::Start));
            debug_assert!(
                matches!(first, Some(Step::Word(_))),
                "`{pattern}` begins with no word"
            );
            steps
        });
        let patterns = patterns.collect();
        Self { words, patterns }
    }

    /// All matches: from each place at which the rarest word of a pattern stands.
    fn hits(&self, said: &Said<'_>) -> Vec<Hit> {
        let numbers: Vec<_> = self.words.iter().map(|word| said.number(word)).collect();
        let spoken = Spoken { numbers, said };
        let mut hits = Vec::new();
        for pattern in self.patterns.iter().filter(|it| spoken.can_fit(it)) {
            let opens = matches!(pattern.first(), Some(Step::Start));
            let steps = &pattern[usize::from(opens)..];
            let (offset, rarest) = spoken.rarest(steps);
            for &(text, at) in rarest.iter().flat_map(|it| spoken.occurrences(*it)) {
                let Some(start) = at.checked_sub(offset) else {
                    continue;
                };
                let words = &said.texts[text].words;
                let sentence = words[start].sentence;
                let before = start.checked_sub(1).map(|before| &words[before]);
                if opens && before.is_some_and(|it| it.sentence == sentence) {
                    continue;
                }
                if let Some(length) = spoken.fit(steps, &words[start..], sentence) {
                    let words = start..start + length;
                    hits.push(Hit { text, words });
                }
            }
        }
        hits
    }
}

/// The words of patterns, as a guide has them.
struct Spoken<'s, 'a> {
    /// For each word, its number in the guide; none for one that is not in it.
    numbers: Vec<Option<Number>>,
    said: &'s Said<'a>,
}

impl Spoken<'_, '_> {
    fn occurrences(&self, place: Place) -> &[(usize, usize)] {
        self.numbers[place].map_or(&[], |it| self.said.occurrences(it))
    }

    /// Whether each step that needs a word finds one somewhere. Most patterns begin with words such
    /// as `you`, and go on with one that a guide does not have.
    fn can_fit(&self, pattern: &[Step]) -> bool {
        let is_said = |listed: &[Place]| listed.iter().any(|it| self.numbers[*it].is_some());
        pattern.iter().rev().all(|step| match step {
            Step::Word(listed) => is_said(listed),
            Step::Start | Step::Optional(_) | Step::Gap | Step::End => true,
        })
    }

    /// Of the steps that lie a fixed number of words from the beginning, the one whose words are said
    /// the fewest times: that number, and the words.
    fn rarest<'p>(&self, steps: &'p [Step]) -> (usize, &'p [Place]) {
        let listed = steps.iter().map_while(|step| match step {
            Step::Word(listed) => Some(listed.as_slice()),
            _ => None,
        });
        let times = |listed: &[Place]| -> usize {
            let times = listed.iter().map(|it| self.occurrences(*it).len());
            times.sum()
        };
        let rarest = listed.enumerate().min_by_key(|(_, it)| times(it));
        rarest.unwrap_or((0, &[]))
    }

    /// How many of the `words` the steps need, when they fit the beginning of them and stay in the
    /// sentence.
    fn fit(&self, steps: &[Step], words: &[Word<'_>], sentence: u32) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else {
            return Some(0);
        };
        let next = words.first().filter(|it| it.sentence == sentence);
        let one = |listed: &[Place]| {
            let number = next?.number;
            let is_listed = listed.iter().any(|it| self.numbers[*it] == Some(number));
            is_listed.then(|| Some(1 + self.fit(rest, &words[1..], sentence)?))?
        };
        match step {
            Step::Word(listed) => one(listed),
            Step::Optional(listed) => one(listed).or_else(|| self.fit(rest, words, sentence)),
            Step::Gap => {
                let within = words.iter().take_while(|it| it.sentence == sentence);
                let most = within.take(GAP).count();
                let after = |skipped| Some(skipped + self.fit(rest, &words[skipped..], sentence)?);
                (0..=most).find_map(after)
            }
            Step::End => next.is_none().then_some(0),
            Step::Start => None,
        }
    }
}

/// The words that `a|<kin>` stands for.
fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split('|').flat_map(|word| match class(word) {
        Some(words) => words.split('|'),
        None => word.split('|'),
    })
}

#[cfg(test)]
mod tests {
    use super::{Patterns, Said};

    fn found(patterns: &Patterns, text: &'static str) -> Vec<&'static str> {
        let said = Said::sample(text);
        let found = patterns.find(&said).into_iter();
        found.map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn whole_words_and_listed_forms() {
        let age = Patterns::new(&["age", "how old are you", "year|years of birth"]);
        assert_eq!(found(&age, "Manage your age group. Ages."), ["age"]);
        assert_eq!(found(&age, "How old are you?"), ["How old are you"]);
        assert_eq!(found(&age, "How old. Are you?"), [""; 0]);
        assert_eq!(found(&age, "the YEAR of birth"), ["YEAR of birth"]);
    }

    #[test]
    fn words_that_may_be_left_out_and_gaps() {
        let married = Patterns::new(&["are you currently? married", "plan|planning .. children"]);
        assert_eq!(found(&married, "Are you married?"), ["Are you married"]);
        assert_eq!(
            found(&married, "Are you currently married?"),
            ["Are you currently married"]
        );
        assert_eq!(
            found(&married, "planning to have any children"),
            ["planning to have any children"]
        );
        assert_eq!(found(&married, "planning a b c d children"), [""; 0]);
    }

    #[test]
    fn beginnings_ends_and_classes() {
        let short = Patterns::new(&["^ kids|children $", "your <kin> .. $"]);
        assert_eq!(
            found(&short, "Kids? Lots of kids. Kids these days"),
            ["Kids"]
        );
        assert_eq!(
            found(&short, "Is your wife at work? Or not"),
            ["your wife at work"]
        );
        assert_eq!(found(&short, "your wife is at work today. Yes"), [""; 0]);
    }

    #[test]
    fn what_is_harmless_is_left_out() {
        let family = Patterns::new(&["family"]).except(&["family of products", "product family"]);
        assert_eq!(found(&family, "a family of products"), [""; 0]);
        assert_eq!(
            found(&family, "your family, and a product family"),
            ["family"]
        );
    }

    #[test]
    fn of_matches_that_overlap_the_longest_counts() {
        let both = Patterns::new(&["children", "any children"]);
        assert_eq!(found(&both, "Have you any children?"), ["any children"]);
    }
}
