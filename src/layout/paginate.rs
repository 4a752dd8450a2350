//! Break: slices are distributed over pages.
//!
//! Pages are filled from the top. What is held together moves as one; a unit (a question, a
//! scorecard) moves to the next page as a whole if it fits there and does not leave too much of
//! this one blank.

use std::borrow::Cow;

use super::pages::Length;
use super::slice::{Flow, Hold, Slice, Start, Tear};

/// A unit is broken rather than moved when moving it would leave more than this many hundredths
/// of the page blank.
const MOST_BLANK: Length = 40;

/// A page in the making: slices and their distance from its top.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    /// The slices, top to bottom.
    pub slices: Vec<(Length, Cow<'a, Slice>)>,
    /// Height of what is on it.
    pub used: Length,
}

/// Distributes a flow over pages of the given height; weak space is scaled to `spacing`
/// hundredths.
pub(super) fn paginate(flow: &Flow, height: Length, spacing: Length) -> Vec<Sheet<'_>> {
    let mut paginator = Paginator::new(flow, height, spacing);
    let mut index = 0;
    while index < flow.slices.len() {
        index = paginator.step(index);
    }
    paginator.sheets
}

struct Paginator<'a> {
    flow: &'a Flow,
    height: Length,
    spacing: Length,
    sheets: Vec<Sheet<'a>>,
    /// Whether nothing but repeated headers is on the last sheet.
    fresh: bool,
    /// Weak space after the last slice.
    after: Length,
    /// For each slice, where the units that begin with it end.
    ends: Vec<Vec<usize>>,
    /// What is left of a slice whose columns were parted.
    rest: Option<(usize, Slice)>,
}

impl<'a> Paginator<'a> {
    fn new(flow: &'a Flow, height: Length, spacing: Length) -> Self {
        let mut ends = vec![Vec::new(); flow.slices.len()];
        for unit in &flow.units {
            ends[unit.start].push(unit.end);
        }
        Self {
            flow,
            height,
            spacing,
            sheets: vec![Sheet::default()],
            fresh: true,
            after: 0,
            ends,
            rest: None,
        }
    }

    /// Places the slices from `index` on that belong together, or turns the page; returns the
    /// index of the next slice.
    fn step(&mut self, index: usize) -> usize {
        if self.flow.slices[index].start == Start::NewPage && !self.fresh && self.rest.is_none() {
            self.turn();
        }
        if self.sheet().slices.is_empty() {
            self.repeat(index);
        }
        let held = self.held(index, index + 1);
        for end in self.unit_ends(index, held) {
            if self.fits(index, end) {
                return self.place(index, end);
            }
            let blank = self.left();
            let moves = blank * 100 <= self.height * MOST_BLANK;
            if !self.fresh && moves && self.fits_alone(index, end) {
                self.turn();
                return index;
            }
        }
        if self.fits(index, held) {
            return self.place(index, held);
        }
        self.squeeze(index, held)
    }

    /// Deals with slices that are held together and do not fit on what is left of the page.
    fn squeeze(&mut self, index: usize, held: usize) -> usize {
        let roomy = self.left() * 100 > self.height * MOST_BLANK;
        let tears = self.slice(index).tear == Tear::Roomy && roomy;
        if !self.fresh && !(tears && held == index + 1) {
            self.turn();
            return index;
        }
        if self.fits(index, index + 1) {
            return self.place(index, index + 1);
        }
        self.tear(index)
    }

    /// Places the part of a slice that fits; a slice that cannot be parted is placed whole.
    fn tear(&mut self, index: usize) -> usize {
        let room = self.left() - self.gap(&self.slice(index).clone());
        let parted = part(&self.slice(index), room);
        match parted {
            Some((top, rest)) => {
                self.put(Cow::Owned(top));
                self.rest = Some((index, rest));
                self.turn();
                index
            }
            None if self.fresh => self.place(index, index + 1),
            None => {
                self.turn();
                index
            }
        }
    }

    /// The slice at an index, or what is left of it.
    fn slice(&self, index: usize) -> Cow<'a, Slice> {
        match &self.rest {
            Some((of, rest)) if *of == index => Cow::Owned(rest.clone()),
            _ => Cow::Borrowed(&self.flow.slices[index]),
        }
    }

    /// The end of the slices from `index` to `end` and of what the last of them is held to.
    fn held(&self, index: usize, end: usize) -> usize {
        let slices = &self.flow.slices;
        let mut end = end.max(index + 1);
        while end < slices.len()
            && slices[end - 1].hold == Hold::Next
            && slices[end].start == Start::Here
        {
            end += 1;
        }
        end
    }

    /// The ends of the units that begin among the held slices, widest first.
    fn unit_ends(&self, index: usize, held: usize) -> Vec<usize> {
        if self.rest.is_some() {
            return Vec::new();
        }
        let units = self.ends[index..held].iter().flatten();
        let mut ends: Vec<usize> = units.map(|&end| self.held(index, end.max(held))).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.dedup();
        ends
    }

    /// Height of the slices, the weak space between them included.
    fn extent(&self, index: usize, end: usize) -> Length {
        let mut height = 0;
        let mut after = 0;
        for at in index..end {
            let slice = self.slice(at);
            if at > index {
                height += self.scaled(slice.before.max(after));
            }
            height += slice.height;
            after = slice.after;
        }
        height
    }

    fn fits(&self, index: usize, end: usize) -> bool {
        self.gap(&self.slice(index)) + self.extent(index, end) <= self.left()
    }

    /// Whether the slices fit on a page of their own.
    fn fits_alone(&self, index: usize, end: usize) -> bool {
        self.extent(index, end) <= self.height
    }

    /// What is left of the page.
    fn left(&self) -> Length {
        self.height - self.sheets.last().map_or(0, |sheet| sheet.used)
    }

    /// Weak space above a slice here.
    fn gap(&self, slice: &Slice) -> Length {
        let top = self
            .sheets
            .last()
            .is_none_or(|sheet| sheet.slices.is_empty());
        if top {
            0
        } else {
            self.scaled(slice.before.max(self.after))
        }
    }

    fn scaled(&self, weak: Length) -> Length {
        weak * self.spacing / 100
    }

    fn sheet(&mut self) -> &mut Sheet<'a> {
        if self.sheets.is_empty() {
            self.sheets.push(Sheet::default());
        }
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }

    fn turn(&mut self) {
        self.sheets.push(Sheet::default());
        (self.fresh, self.after) = (true, 0);
    }

    /// Repeats the header that the first slice of a page belongs under.
    fn repeat(&mut self, index: usize) {
        let slice = self.slice(index);
        let Some(header) = slice
            .repeat
            .and_then(|header| self.flow.repeats.get(header))
        else {
            return;
        };
        let mut header = header.clone();
        header.backdrops.clone_from(&slice.backdrops);
        self.put(Cow::Owned(header));
        self.fresh = true;
    }

    fn place(&mut self, index: usize, end: usize) -> usize {
        for at in index..end {
            let slice = self.slice(at);
            self.put(slice);
        }
        self.rest = None;
        end
    }

    fn put(&mut self, slice: Cow<'a, Slice>) {
        let gap = self.gap(&slice);
        let (height, after) = (slice.height, slice.after);
        let sheet = self.sheet();
        let top = sheet.used + gap;
        sheet.used = top + height;
        sheet.slices.push((top, slice));
        (self.fresh, self.after) = (false, after);
    }
}

/// Parts a slice so that its first part is at most `height` high: each column keeps what fits.
/// `None` when nothing fits, or nothing would be left.
fn part(slice: &Slice, height: Length) -> Option<(Slice, Slice)> {
    let mut tops = Vec::new();
    let mut rests = Vec::new();
    for column in &slice.columns {
        let fitting = column
            .tops()
            .take_while(|(top, part)| top + part.height <= height)
            .count();
        let (mut top, mut rest) = (Flow::default(), Flow::default());
        top.slices = column.slices[..fitting].to_vec();
        rest.slices = column.slices[fitting..].to_vec();
        // A single slice may itself be parted: columns within columns.
        if let Some((y, next)) = column.tops().nth(fitting)
            && let Some((upper, lower)) = part(next, height - y)
        {
            top.slices.push(upper);
            rest.slices[0] = lower;
        }
        tops.push(top);
        rests.push(rest);
    }
    let some = |flows: &[Flow]| flows.iter().any(|flow| !flow.slices.is_empty());
    if !some(&tops) || !some(&rests) {
        return None;
    }
    let mut top = Slice {
        ..Slice::beside(tops)
    };
    top.content.clone_from(&slice.content);
    top.links.clone_from(&slice.links);
    top.bookmarks.clone_from(&slice.bookmarks);
    top.backdrops.clone_from(&slice.backdrops);
    top.before = slice.before;
    let mut rest = Slice::beside(rests);
    rest.backdrops.clone_from(&slice.backdrops);
    (rest.after, rest.hold, rest.tear, rest.repeat) =
        (slice.after, slice.hold, slice.tear, slice.repeat);
    Some((top, rest))
}
