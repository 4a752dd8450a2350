//! What the rules about the law share: where a guide may ask about something that must not matter.
//!
//! The same words can be about the candidate or about anyone: `her children` in a question to a
//! referee is about the candidate, and in a question for a social worker about a client. And a
//! sentence which says that something is not asked has the words of it too.

use super::guide::Guide;
use super::pattern::Patterns;
use super::rule::Rule;
use super::said::{Role, Text};
use crate::finding::{Finding, Place, quoted};
use std::collections::BTreeSet;
use std::ops::Range;

/// What candidates are asked or told to hand in, and what referees are asked.
pub(super) const TO_CANDIDATES: &[Role] = &[
    Role::Question,
    Role::FollowUp,
    Role::ReadAloud,
    Role::Scenario,
    Role::Drill,
    Role::Brief,
];

/// What is noted about a candidate.
pub(super) const NOTES: &[Role] = &[Role::Cover, Role::Hint, Role::Scorecard, Role::Profile];

/// What the posting demands.
pub(super) const POSTING: &[Role] = &[Role::Posting];

/// What a candidate has to write down and hand in is told in these.
pub(super) const FORMS: &[Role] = &[Role::ReadAloud, Role::Brief, Role::Posting];

/// Sentences which say that something is not asked, or plays no part.
static DECLINED: Patterns = Patterns::new(&[
    "not|don't|never|cannot|can't ask|record|discuss|raise|note|score|probe|comment|mention|infer",
    "not|don't|never write|take|bring .. down|into|up",
    "not|don't|never need|want|expect|require|collect|include|send|give|add|tell",
    "avoid|avoids|ignore|disregard|regardless|irrespective|whatever|whoever",
    "no need|questions|question|part|bearing|influence|role",
    "without asking|regard|discrimination",
    "leave|leaves|leaving .. out|aside",
    "steer|stay|keep|stop .. back|off|away|clear|out",
    "does|do not rule|exclude|bar",
    "judge|rate|score|weigh .. and|but not",
    "beside the point",
    "not evidence|relevant|allowed|permitted|lawful|legal",
    "protected characteristic|characteristics",
    "after|once .. offer|offered",
]);

/// Sentences which promise something to those whom the words are about.
static WELCOMED: Patterns = Patterns::new(&[
    "equal opportunity|opportunities|employer",
    "welcome|welcomes|encourage|encourages|support|supports|offer|offers",
]);

/// Words that may be about the candidate.
pub(super) struct Suspect<'g, 'a> {
    text: &'g Text<'a>,
    range: Range<usize>,
    sentence: u32,
}

impl Suspect<'_, '_> {
    pub(super) fn place(&self) -> Place {
        self.text.place(self.range.clone())
    }

    /// The words, as a message quotes them.
    pub(super) fn quoted(&self) -> String {
        quoted(&self.text.value()[self.range.clone()])
    }
}

/// What a rule says of the words that it finds.
pub(super) struct Words {
    /// What they may be about.
    pub(super) about: &'static str,
    /// Why that is none of the interview's business.
    pub(super) label: &'static str,
    /// What to ask instead.
    pub(super) help: &'static str,
}

/// Reports what a rule finds at places that may be about the candidate; see [`suspects`].
pub(super) fn report(
    rule: &Rule,
    guide: &Guide<'_>,
    places: &[(&Patterns, &[Role])],
    words: &Words,
    out: &mut Vec<Finding>,
) {
    for it in suspects(guide, places) {
        let message = format!("{} may be about {}", it.quoted(), words.about);
        let finding = rule.finding(it.place(), message);
        out.push(finding.label(words.label).help(words.help));
    }
}

/// Where texts of these roles have words that fit and may be about the candidate: the first of each
/// sentence, in the order of the file.
fn suspects<'g, 'a>(
    guide: &'g Guide<'a>,
    patterns: &[(&Patterns, &[Role])],
) -> Vec<Suspect<'g, 'a>> {
    let found = patterns
        .iter()
        .flat_map(|(patterns, roles)| guide.find(patterns, roles));
    let suspects = found.map(|(text, range)| {
        let word = word_at(text, range.start);
        let sentence = text.words.get(word).map_or(0, |it| it.sentence);
        Suspect {
            text,
            range,
            sentence,
        }
    });
    let mut suspects: Vec<_> = suspects.filter(is_about_candidate).collect();
    // The texts lie side by side in the order of the file.
    let sentence = |it: &Suspect<'_, '_>| (std::ptr::from_ref(it.text).addr(), it.sentence);
    suspects.sort_by_key(|it| (sentence(it), it.range.start, usize::MAX - it.range.end));
    suspects.dedup_by_key(|it| sentence(it));
    if !suspects.is_empty() {
        let said = guide.disclaimers();
        suspects.retain(|it| !is_near(it, &said.declined, 1) && !is_near(it, &said.welcomed, 0));
    }
    suspects
}

/// What takes the harm from words near it.
pub(super) struct Disclaimers {
    declined: Sentences,
    welcomed: Sentences,
}

impl Disclaimers {
    pub(super) fn of(guide: &Guide<'_>) -> Self {
        Self {
            declined: sentences(guide, &DECLINED, Role::ABOUT_CANDIDATES),
            welcomed: sentences(guide, &WELCOMED, FORMS),
        }
    }
}

/// Sentences, each by the address of its text and its number there.
type Sentences = BTreeSet<(usize, u32)>;

fn sentences(guide: &Guide<'_>, patterns: &Patterns, roles: &[Role]) -> Sentences {
    let found = guide.find(patterns, roles).into_iter();
    let found = found.map(|(text, range)| {
        let sentence = text.words[word_at(text, range.start)].sentence;
        (std::ptr::from_ref(text).addr(), sentence)
    });
    found.collect()
}

/// Words which name a third person name the candidate only where people talk about candidates:
/// in what is written for interviewers, and with referees.
fn is_about_candidate(suspect: &Suspect<'_, '_>) -> bool {
    let text = suspect.text;
    let start = word_at(text, suspect.range.start);
    let end = text.words[start..].partition_point(|it| it.range.end <= suspect.range.end) + start;
    let said = |listed: &[&str]| {
        let words = text.words[start..end].iter();
        words.clone().any(|it| listed.contains(&&*it.folded))
    };
    const CANDIDATE: &[&str] = &["candidate", "applicant", "interviewee"];
    if text.words[start].folded == "'s" {
        let owner = start.checked_sub(1).map(|at| &*text.words[at].folded);
        return owner.is_some_and(|it| CANDIDATE.contains(&it));
    }
    let third = [
        "he", "she", "they", "they're", "they've", "his", "her", "their",
    ];
    let second = ["you", "you'd", "you'll", "you're", "you've", "your"];
    if !said(&third) || said(&second) || said(CANDIDATE) {
        return true;
    }
    let with_referee = text.stage.is_some_and(|it| it.kind() == Some("references"));
    with_referee || NOTES.contains(&text.role)
}

/// Whether the sentence, or one at most so many away, is such a one. What is asked is never: a question
/// that begins with an apology is a question all the same.
fn is_near(suspect: &Suspect<'_, '_>, such: &Sentences, most: u32) -> bool {
    if Role::ASKED.contains(&suspect.text.role) {
        return false;
    }
    let text = std::ptr::from_ref(suspect.text).addr();
    let (first, last) = (
        suspect.sentence.saturating_sub(most),
        suspect.sentence + most,
    );
    such.range((text, first)..=(text, last)).next().is_some()
}

/// The word that begins at this byte.
fn word_at(text: &Text<'_>, byte: usize) -> usize {
    text.words.partition_point(|it| it.range.start < byte)
}
