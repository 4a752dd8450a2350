//! Distribute: what pages leave blank becomes room for notes, and a last page with next to
//! nothing on it is avoided.

use std::borrow::Cow;
use std::ops::Range;

use super::even::evened;
use super::loosen::loosen;
use super::pages::Length;
use super::paginate::{PageRoom, Sheet, paginate};
use super::slice::{Fill, Flow, Slice, Start};
use super::squeeze::{Spare, Squeeze, USUAL};
use crate::theme::Theme;

/// No notes grow by more lines than this, or by more times the lines that were asked for. It fills
/// the page of a drill or a decision that has to stand alone, and the sheet that a candidate works
/// on; a page ruled from top to bottom below one short question would look like a mistake.
const MOST_LINES: usize = 12;
const MOST_TIMES: usize = 3;
/// A last page that is used to less than this part is worth tightening the pages before it: a
/// signature with its evidence is a quarter of a Letter page, a small table with its heading too.
const NEXT_TO_NOTHING: Length = 3;
/// What is tried to save such a page, in this order. The last ones are for forms, whose rules keep
/// rows apart when the white between them is gone: a scorecard of eleven wordy rows and its
/// signature are one Letter page at 20.
const TIGHTER: [Squeeze; 9] = [
    squeeze(85, Spare::Keep),
    squeeze(65, Spare::Keep),
    squeeze(85, Spare::Drop),
    squeeze(70, Spare::Drop),
    squeeze(60, Spare::Drop),
    squeeze(50, Spare::Drop),
    squeeze(40, Spare::Drop),
    squeeze(30, Spare::Drop),
    squeeze(20, Spare::Drop),
];
/// The same for a last page that is used to less than so many hundredths, as long as it takes no
/// more than the first of these.
const HALF_EMPTY: Length = 60;
const MILD: usize = 2;
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
        loosen(sheet, room);
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
    let used = sheets.last().map_or(0, |sheet| sheet.used);
    let tighter = match used {
        _ if used < room.height / NEXT_TO_NOTHING => &TIGHTER[..],
        _ if used * 100 < room.height * HALF_EMPTY => &TIGHTER[..MILD],
        _ => &[],
    };
    if sheets.len() < 2 || tighter.is_empty() {
        return evened(flow, chapter, room, (USUAL, sheets));
    }
    let form = flow.slices[chapter.clone()]
        .iter()
        .any(|slice| slice.fill == Fill::Again);
    let tried = tighter
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
    let growing: Vec<usize> = growing(sheet).chain(filler(sheet)).collect();
    // All of a page grow alike, and a few lines may stay blank below: of the parts of one form, some
    // with four lines and others with three would look like a mistake.
    let extra = lines_for(sheet, &growing, height) / growing.len().max(1);
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

/// The last line of what is only there to fill the page.
fn filler(sheet: &Sheet<'_>) -> Option<usize> {
    let last = sheet.slices.last()?;
    (last.1.fill == Fill::Filler).then(|| sheet.slices.len() - 1)
}

/// How many lines of notes a page still has room for.
pub(super) fn lines_to_fill(sheet: &Sheet<'_>, height: Length) -> usize {
    let growing: Vec<usize> = growing(sheet).collect();
    lines_for(sheet, &growing, height)
}

fn lines_for(sheet: &Sheet<'_>, growing: &[usize], height: Length) -> usize {
    let pitches = growing.iter().map(|&index| sheet.slices[index].1.height);
    let Some(pitch) = pitches.max() else {
        return 0;
    };
    let lines = ((height - sheet.used) / pitch.max(1)).max(0) as usize;
    let most = growing.iter().map(|&last| most_lines(sheet, last));
    lines.min(most.sum())
}

/// By how many lines some notes may grow, by their last line.
fn most_lines(sheet: &Sheet<'_>, last: usize) -> usize {
    let field = |slice: &Slice| slice.fields.first().map(|area| area.id);
    let notes = field(&sheet.slices[last].1);
    let own = sheet.slices[..=last].iter().rev();
    let own = own.take_while(|(_, slice)| notes.is_some() && field(slice) == notes);
    MOST_LINES.max(MOST_TIMES * own.count())
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
