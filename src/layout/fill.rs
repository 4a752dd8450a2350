//! Distribute: what pages leave blank becomes room for notes, and a last page with next to
//! nothing on it is avoided.

use std::borrow::Cow;
use std::ops::Range;

use super::even::evened;
use super::pages::Length;
use super::paginate::{PageRoom, Sheet, paginate};
use super::slice::{Fill, Flow, Start};
use super::squeeze::{Spare, Squeeze, USUAL};
use crate::theme::Theme;

/// No notes grow by more lines than this. It fills the page of a drill or a decision that has to
/// stand alone; a page ruled from top to bottom below one short question would look like a
/// mistake.
const MOST_LINES: usize = 12;
/// A last page that is used to less than this part is worth tightening the pages before it: a
/// signature with its evidence is a quarter of a Letter page, a small table with its heading too.
const NEXT_TO_NOTHING: Length = 3;
/// What is tried to save such a page, in this order. The last ones are for forms, whose rules keep
/// rows apart when the white between them is gone: a scorecard of eleven wordy rows and its
/// signature are one Letter page at 30.
const TIGHTER: [Squeeze; 8] = [
    squeeze(85, Spare::Keep),
    squeeze(65, Spare::Keep),
    squeeze(85, Spare::Drop),
    squeeze(70, Spare::Drop),
    squeeze(60, Spare::Drop),
    squeeze(50, Spare::Drop),
    squeeze(40, Spare::Drop),
    squeeze(30, Spare::Drop),
];
/// Text is not set closer than this: its paragraphs would run together.
const CLOSEST_TEXT: Length = 60;

const fn squeeze(spacing: Length, spare: Spare) -> Squeeze {
    Squeeze { spacing, spare }
}

/// Distributes a flow over pages, chapter by chapter: what starts a new page anyway is filled and
/// tightened for itself.
pub(super) fn distribute<'f>(flow: &'f Flow, theme: &Theme) -> Vec<Sheet<'f>> {
    let room = PageRoom::of(theme);
    let mut sheets = Vec::new();
    for chapter in chapters(flow) {
        sheets.extend(tightest(flow, chapter, room));
    }
    for sheet in &mut sheets {
        fill(sheet, room.height);
    }
    sheets
}

/// The slices from one start of a page to the next; one empty chapter when there are none.
fn chapters(flow: &Flow) -> Vec<Range<usize>> {
    let count = flow.slices.len();
    let starts = flow.slices.iter().enumerate().skip(1);
    let starts = starts
        .filter(|(_, slice)| slice.start == Start::NewPage)
        .map(|(at, _)| at);
    let mut bounds = vec![0];
    bounds.extend(starts);
    bounds.push(count);
    bounds.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

/// As many pages as the usual spacing takes, or fewer when that saves a page with next to
/// nothing on it.
fn tightest(flow: &Flow, chapter: Range<usize>, room: PageRoom) -> Vec<Sheet<'_>> {
    let sheets = paginate(flow, chapter.clone(), room, USUAL);
    let spare = sheets
        .last()
        .is_some_and(|sheet| sheet.used < room.height / NEXT_TO_NOTHING);
    if sheets.len() < 2 || !spare {
        return evened(flow, chapter, room, (USUAL, sheets));
    }
    let form = flow.slices[chapter.clone()]
        .iter()
        .any(|slice| slice.fill == Fill::Again);
    let tried = TIGHTER
        .iter()
        .filter(|squeeze| form || squeeze.spacing >= CLOSEST_TEXT)
        .map(|&squeeze| (squeeze, paginate(flow, chapter.clone(), room, squeeze)));
    let saved = tried
        .into_iter()
        .find(|(_, tighter)| tighter.len() < sheets.len());
    evened(flow, chapter, room, saved.unwrap_or((USUAL, sheets)))
}

/// Repeats the last lines of notes until the page is full or each has grown enough.
fn fill(sheet: &mut Sheet<'_>, height: Length) {
    let growing: Vec<usize> = growing(sheet).collect();
    // All of a page grow alike, and a few lines may stay blank below: of the parts of one form, some
    // with four lines and others with three would look like a mistake.
    let extra = lines_to_fill(sheet, height) / growing.len().max(1);
    // From the last to the first, so that the indices before stay right.
    for &index in growing.iter().rev() {
        grow(sheet, index, extra);
    }
}

/// The lines of notes that may be repeated.
pub(super) fn growing(sheet: &Sheet<'_>) -> impl Iterator<Item = usize> {
    let slices = sheet.slices.iter().enumerate();
    slices
        .filter(|(_, (_, slice))| slice.fill == Fill::Again)
        .map(|(index, _)| index)
}

/// How many lines of notes a page still has room for.
pub(super) fn lines_to_fill(sheet: &Sheet<'_>, height: Length) -> usize {
    let pitches = growing(sheet).map(|index| sheet.slices[index].1.height);
    let Some(pitch) = pitches.max() else {
        return 0;
    };
    let lines = ((height - sheet.used) / pitch.max(1)).max(0) as usize;
    lines.min(MOST_LINES * growing(sheet).count())
}

/// Adds `extra` copies of a slice below it.
fn grow(sheet: &mut Sheet<'_>, index: usize, extra: usize) {
    let (top, slice) = &sheet.slices[index];
    let (top, slice) = (*top, slice.clone().into_owned());
    let height = slice.height;
    for (below, _) in sheet.slices.iter_mut().skip(index + 1) {
        *below += height * extra as Length;
    }
    let copies = (1..=extra).map(|line| (top + height * line as Length, Cow::Owned(slice.clone())));
    sheet.slices.splice(index + 1..=index, copies);
    sheet.used += height * extra as Length;
}
