//! What is said in a guide: its texts, by what they are for, and the words in them.
//!
//! The words are found once, with an index of where each stands, so that a rule looks up its own
//! words and does not read the guide again.

use super::words::{Number, Word, words};
use crate::check::stage::Stage;
use crate::check::subject::{Subject, Text as Printed};
use crate::finding::Place;
use crate::yaml::Node;
use foldhash::HashMap;
use std::borrow::Cow;
use std::ops::Range;

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The words of a question.
    Question,
    /// A scripted probe.
    FollowUp,
    /// What to listen for.
    Cover,
    /// How to use a question or read an answer, and how to lead a stage. For interviewers only.
    Hint,
    /// What the interviewer reads out.
    ReadAloud,
    /// The exercise of an assessment, as the candidate gets it.
    Scenario,
    /// A sudden turn of an exercise, read out by the interviewer, with what to expect.
    Drill,
    /// The job posting, with the lines of stages that it prints.
    Posting,
    /// What a candidate is told before a stage, and to prepare for it.
    Brief,
    /// Rows of a scorecard and the words for their levels.
    Scorecard,
    /// Who is looked for.
    Profile,
    /// Anything else.
    Other,
}

impl Role {
    /// What candidates and referees are asked.
    pub(super) const ASKED: &'static [Self] = &[Self::Question, Self::FollowUp];

    /// Where a candidate can be asked, told or judged by something that must not matter.
    pub(super) const ABOUT_CANDIDATES: &'static [Self] = &[
        Self::Question,
        Self::FollowUp,
        Self::Cover,
        Self::Hint,
        Self::ReadAloud,
        Self::Scenario,
        Self::Drill,
        Self::Posting,
        Self::Brief,
        Self::Scorecard,
        Self::Profile,
    ];

    /// What candidates read or hear before and beside the questions.
    pub(super) const FOR_CANDIDATES: &'static [Self] =
        &[Self::ReadAloud, Self::Scenario, Self::Posting, Self::Brief];
}

/// A text of a guide.
pub(super) struct Text<'a> {
    printed: &'a Printed<'a>,
    /// What it is for.
    pub(super) role: Role,
    /// The stage it belongs to.
    pub(super) stage: Option<Stage<'a>>,
    /// Its words.
    pub(super) words: Vec<Word<'a>>,
}

impl<'a> Text<'a> {
    /// The text, as Markdown.
    pub(super) fn value(&self) -> &'a str {
        self.printed.value
    }

    /// The place of some bytes of the text.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        self.printed.place(range)
    }

    /// The place of all of it.
    pub(super) fn whole(&self) -> Place {
        self.place(0..self.value().len())
    }

    /// The bytes of some of its words.
    pub(super) fn range(&self, words: Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(0, |it| it.range.start);
        let last = words.end.checked_sub(1).and_then(|at| self.words.get(at));
        start..last.map_or(start, |it| it.range.end)
    }

    /// The words within some bytes of the text, as they are compared.
    pub(super) fn words_within(&self, bytes: &Range<usize>) -> impl Iterator<Item = &str> {
        let first = self
            .words
            .partition_point(|it| it.range.start < bytes.start);
        let end = self.words.partition_point(|it| it.range.start < bytes.end);
        self.words[first..end].iter().map(|it| &*it.folded)
    }

    /// Which sentence some byte of it is in.
    pub(super) fn sentence_at(&self, byte: usize) -> Option<u32> {
        let at = self.words.partition_point(|it| it.range.end <= byte);
        self.words.get(at).map(|it| it.sentence)
    }

    /// The words of each sentence, with the bytes of the text up to the next one.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Sentence<'_>> {
        let chunks = self.words.chunk_by(|a, b| a.sentence == b.sentence);
        chunks.map(|words| {
            let (start, end) = (words[0].range.start, words[words.len() - 1].range.end);
            let rest = &self.value()[end..];
            let mark = rest
                .find(|c: char| c.is_alphanumeric())
                .unwrap_or(rest.len());
            Sentence {
                words,
                range: start..end,
                is_question: rest[..mark].contains('?'),
            }
        })
    }
}

/// A sentence of a text.
pub(super) struct Sentence<'t> {
    /// Its words; at least one.
    pub(super) words: &'t [Word<'t>],
    /// The bytes from its first word to its last.
    pub(super) range: Range<usize>,
    /// Whether it ends with a question mark.
    pub(super) is_question: bool,
}

impl Sentence<'_> {
    /// Its words as they are compared.
    pub(super) fn folded(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &*word.folded)
    }
}

/// The most words that rules look at: five times those of a long guide. What comes after is in a file
/// that is made to take time.
const MAX_WORDS: usize = 100_000;

/// All texts of a guide.
pub(super) struct Said<'a> {
    /// In the order of the file.
    pub(super) texts: Vec<Text<'a>>,
    index: Index<'a>,
}

impl<'a> Said<'a> {
    pub(super) fn of(subject: &'a Subject<'a>) -> Self {
        let roles = roles(subject.root);
        let mut left = MAX_WORDS;
        let texts = subject.texts.iter().map(|printed| {
            let mut words = if left > 0 {
                words(printed.value)
            } else {
                Vec::new()
            };
            words.truncate(left);
            left -= words.len();
            let known = roles.get(&std::ptr::from_ref(printed.node));
            let (role, stage) = known.copied().unwrap_or((Role::Other, None));
            Text {
                printed,
                role,
                stage,
                words,
            }
        });
        Self::indexed(texts.collect())
    }

    fn indexed(mut texts: Vec<Text<'a>>) -> Self {
        let index = Index::of(&mut texts);
        Self { texts, index }
    }

    /// A guide with one text.
    #[cfg(test)]
    pub(super) fn sample(text: &str) -> Said<'static> {
        use crate::check::PrintedWith;
        use crate::finding::Source;
        let source = Source {
            path: "sample.yaml".into(),
            text: serde_json::json!({ "summary": text }).to_string(),
        };
        // Tests may leak: what a guide borrows from lives as long as they need it.
        let sources: &'static [_] = Box::leak(Box::new([std::sync::Arc::new(source)]));
        let tree = Box::leak(Box::new(crate::yaml::parse(&sources[0])));
        let root = tree.root.as_ref().expect("JSON is YAML");
        let removed = Box::leak(Box::default());
        let subject = Subject::new(root, sources, removed, PrintedWith::bundled());
        Said::of(Box::leak(Box::new(subject)))
    }

    /// The number of a word; none when nothing says it.
    pub(super) fn number(&self, word: &str) -> Option<Number> {
        self.index.numbers.get(word).copied()
    }

    /// Where a word stands, in the order of the file: the number of the text, and of the word in it.
    pub(super) fn occurrences(&self, number: Number) -> &[(usize, usize)] {
        self.index.of_word(number)
    }

    /// Where any word stands that `is_form` takes. The order is that of nothing.
    pub(super) fn forms(
        &self,
        is_form: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = (usize, usize)> {
        let words = self.index.numbers.iter();
        let forms = words.filter(move |(word, _)| is_form(word));
        forms.flat_map(|(_, number)| self.occurrences(*number).iter().copied())
    }
}

/// Where each word of a guide stands.
struct Index<'a> {
    numbers: HashMap<Cow<'a, str>, Number>,
    /// For each word, where its places end; those of the next one follow.
    ends: Vec<usize>,
    /// Text and word, word by word in the order of their numbers.
    places: Vec<(usize, usize)>,
}

impl<'a> Index<'a> {
    /// Numbers the words of all texts.
    fn of(texts: &mut [Text<'a>]) -> Self {
        let mut numbers: HashMap<Cow<'a, str>, Number> = HashMap::default();
        let mut ends = Vec::new();
        for word in texts.iter_mut().flat_map(|it| &mut it.words) {
            word.number = match numbers.get(&word.folded) {
                Some(number) => *number,
                None => {
                    let number = ends.len();
                    numbers.insert(word.folded.clone(), number);
                    ends.push(0);
                    number
                }
            };
            ends[word.number] += 1;
        }
        // From how many there are of each to where each begins, which filling in moves to its end.
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut places = vec![(0, 0); sum];
        for (text, at) in texts.iter().zip(0..) {
            for (word, nth) in text.words.iter().zip(0..) {
                let end = &mut ends[word.number];
                places[*end] = (at, nth);
                *end += 1;
            }
        }
        Self {
            numbers,
            ends,
            places,
        }
    }

    fn of_word(&self, number: Number) -> &[(usize, usize)] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start..self.ends[number]]
    }
}

/// What each text is for, by the address of its node.
type Roles<'a> = HashMap<*const Node, (Role, Option<Stage<'a>>)>;

fn roles(root: &Node) -> Roles<'_> {
    let mut roles = Roles::default();
    for (key, node) in root.fields() {
        match key.name.as_str() {
            "posting" => note(node, Role::Posting, None, &mut roles),
            "candidate_prep" => note(node, Role::Brief, None, &mut roles),
            "profile" => note(node, Role::Profile, None, &mut roles),
            "stages" => {
                let stages = node.items().iter().map(Stage);
                stages.for_each(|stage| stage_roles(stage, &mut roles));
            }
            _ => {}
        }
    }
    roles
}

/// The texts of a stage, field by field.
fn stage_roles<'a>(stage: Stage<'a>, roles: &mut Roles<'a>) {
    for (key, value) in stage.0.fields() {
        let role = match key.name.as_str() {
            "for_posting" => Role::Posting,
            "agenda" => Role::Brief,
            "scorecard" => Role::Scorecard,
            "scenario" => Role::Scenario,
            "groups" => Role::Hint,
            _ => continue,
        };
        note(value, role, Some(stage), roles);
    }
    let mut field = |record: &'a Node, name: &str, role| {
        if let Some(value) = record.get(name) {
            note(value, role, Some(stage), roles);
        }
    };
    if let Some(directions) = stage.0.get("directions") {
        field(directions, "interviewer", Role::Hint);
        field(directions, "read_aloud", Role::ReadAloud);
        field(directions, "candidate", Role::Brief);
    }
    if let Some(scenario) = stage.0.get("scenario") {
        field(scenario, "drills", Role::Drill);
    }
    for question in stage.questions() {
        field(question, "ask", Role::Question);
        field(question, "follow_ups", Role::FollowUp);
        field(question, "cover", Role::Cover);
        field(question, "guidance", Role::Hint);
    }
}

/// All texts within `node` are for the same.
fn note<'a>(node: &'a Node, role: Role, stage: Option<Stage<'a>>, roles: &mut Roles<'a>) {
    if node.text().is_some() {
        roles.insert(std::ptr::from_ref(node), (role, stage));
    }
    for item in node.items() {
        note(item, role, stage, roles);
    }
    for (_, value) in node.fields() {
        note(value, role, stage, roles);
    }
}
