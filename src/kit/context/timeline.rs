//! The time of a stage by the clock: what happens when, and which question is asked at the latest when.

use super::interview::{Asked, Group};
use crate::guide::{AgendaItem, Minutes, Short, Stage};
use crate::kit::Words;
use crate::labels::capitalised;
use crate::template::Markdown;
use schemars::JsonSchema;
use serde::Serialize;

/// A part of the time, by the clock.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Moment {
    /// When it begins, in hours and minutes from the start: `0:05`.
    from: String,
    /// When it is over.
    to: String,
    /// How long it takes.
    minutes: Minutes,
    /// What is done in it, in a word or two, as the interviewer calls it.
    label: Markdown,
    /// What is done in it, in the words that candidates are told.
    activity: Markdown,
    /// The questions that are asked in it; may be empty.
    questions: Vec<Turn>,
}

/// A question, by the clock.
#[derive(Debug, Serialize, JsonSchema)]
struct Turn {
    /// When to ask it, at the latest: `0:12`. None when nothing says how long a question takes, and
    /// when it is asked in several rounds.
    from: Option<String>,
    /// Its number in the packet, from 1.
    number: usize,
    /// The question.
    ask: Markdown,
    /// How long it may take. None when it is asked in several rounds.
    minutes: Option<Minutes>,
    /// The rounds that begin with it, when it is the first of questions that are asked again.
    rounds: Option<Rounds>,
}

/// Questions that are asked again, one round after the other.
#[derive(Debug, Serialize, JsonSchema)]
struct Rounds {
    /// When the first round begins. None when nothing says how long a question takes.
    from: Option<String>,
    /// How long all rounds may take together.
    minutes: Option<Minutes>,
    /// How many questions a round has.
    count: usize,
    /// The number of the first question.
    first: usize,
    /// The number of the last question.
    last: usize,
    /// For what they are asked again, as the end of a line: "for each earlier role".
    repeat: Markdown,
}

/// What is asked in one go: a question, or questions in rounds.
struct Block<'q> {
    asked: &'q [Asked],
    repeat: Option<&'q Markdown>,
}

/// The agenda by the clock. Questions are asked in the parts that are for them, one after the other,
/// as many in each as there is time for.
pub(super) fn timeline(stage: &Stage, groups: &[Group], words: &Words<'_>) -> Vec<Moment> {
    let mut blocks = groups.iter().flat_map(blocks).peekable();
    let last = stage.agenda.iter().rposition(|part| part.questions);
    let (mut start, mut moments) = (0, Vec::new());
    for (at, part) in stage.agenda.iter().enumerate() {
        let end = start + part.minutes;
        let mut turns = Vec::new();
        let mut clock = Some(start);
        // What does not fit in an earlier part is left to the last one.
        let fits = |next: &Block<'_>, clock: Option<Minutes>| {
            last == Some(at) || after(clock, next).is_some_and(|then| then <= end)
        };
        while let Some(block) = blocks.next_if(|next| part.questions && fits(next, clock)) {
            turns.extend(block.turns(clock));
            clock = after(clock, &block);
        }
        moments.push(moment(part, start, turns, words));
        start = end;
    }
    moments
}

fn moment(part: &AgendaItem, start: Minutes, questions: Vec<Turn>, words: &Words<'_>) -> Moment {
    let label = part.label.as_ref().unwrap_or(&part.activity);
    // In the time bar it stands within a line; here it opens one.
    let label = Short(capitalised(&label.0));
    Moment {
        from: by_the_clock(start),
        to: by_the_clock(start + part.minutes),
        minutes: part.minutes,
        label: words.line(&label),
        activity: words.line(&part.activity),
        questions,
    }
}

/// The blocks of a group: each question is one, unless all of them are asked in rounds.
fn blocks(group: &Group) -> Vec<Block<'_>> {
    let size = match group.repeat {
        Some(_) => group.questions.len().max(1),
        None => 1,
    };
    let blocks = group.questions.chunks(size).map(|asked| Block {
        asked,
        repeat: group.repeat.as_ref(),
    });
    blocks.collect()
}

impl Block<'_> {
    /// How long it may take, when that is known of all its questions.
    fn minutes(&self) -> Option<Minutes> {
        let mut minutes = self.asked.iter().map(|it| it.minutes);
        minutes.try_fold(0, |sum: Minutes, it| Some(sum.saturating_add(it?)))
    }

    fn turns(&self, clock: Option<Minutes>) -> Vec<Turn> {
        let mut rounds = self.rounds(clock);
        let is_once = rounds.is_none();
        let turns = self.asked.iter().map(|asked| Turn {
            from: clock.filter(|_| is_once).map(by_the_clock),
            number: asked.number,
            ask: asked.ask.clone(),
            minutes: asked.minutes.filter(|_| is_once),
            rounds: rounds.take(),
        });
        turns.collect()
    }

    fn rounds(&self, clock: Option<Minutes>) -> Option<Rounds> {
        Some(Rounds {
            from: clock.map(by_the_clock),
            minutes: self.minutes(),
            count: self.asked.len(),
            first: self.asked.first()?.number,
            last: self.asked.last()?.number,
            repeat: self.repeat?.clone(),
        })
    }
}

/// When a block that begins now is over.
fn after(clock: Option<Minutes>, block: &Block<'_>) -> Option<Minutes> {
    clock
        .zip(block.minutes())
        .map(|(now, it)| now.saturating_add(it))
}

/// Minutes as hours and minutes: `1:05`.
fn by_the_clock(minutes: Minutes) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
