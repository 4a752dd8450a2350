//! Break: slices are distributed over pages.
//!
//! Pages are filled from the top. What is held together moves as one; a unit (a question, a
//! scorecard) moves to the next page as a whole if it fits there and does not leave too much of
//! this one blank.

use std::borrow::Cow;
use std::ops::Range;

use super::fill::growing;
use super::pages::Length;
use super::part::part;
use super::slice::{Edge, Fill, Flow, Hold, Slice, Tear};
use super::squeeze::{Spare, Squeeze, USUAL};
use crate::theme::Theme;

/// Moving a unit may leave this many hundredths of the page blank. Before it leaves more, the page
/// is set again, closer, to make room for the unit.
const MOST_BLANK: Length = 40;

/// The same for a page without notes. What it leaves blank stays blank, while lines to write on
/// would have filled it: the first page of an interview, with its directions alone.
const MOST_BLANK_WITHOUT_NOTES: Length = 15;

/// A unit is broken rather than moved when moving it would leave more than this many hundredths
/// of the page blank. The first page of an interview, with its directions alone, is used to a
/// little more than half; notes on another page than their question are the greater nuisance.
const MOST_BLANK_AT_LAST: Length = 46;

/// A page in the making: slices and their distance from its top.
#[derive(Debug, Default)]
pub(super) struct Sheet<'a> {
    /// The slices, top to bottom.
    pub slices: Vec<(Length, Cow<'a, Slice>)>,
    /// Height of what is on it.
    pub used: Length,
    /// Whether a unit was begun on it that does not fit on it.
    pub parts: bool,
}

/// What is tried, in this order, to keep a unit on the page. A quarter of the space between
/// lines and lists is not missed; of four lines for notes, one is missed less than a question
/// that is torn apart.
const FOR_UNITS: [Squeeze; 3] = [
    USUAL,
    Squeeze {
        spacing: 75,
        spare: Spare::Keep,
    },
    Squeeze {
        spacing: 75,
        spare: Spare::Drop,
    },
];

/// How a page is set again when a unit would otherwise be parted at its end.
const CLOSER: Squeeze = Squeeze {
    spacing: 70,
    spare: Spare::Drop,
};

/// How it is set when that is not enough. What is not needed of it is given back.
const CLOSEST: Squeeze = Squeeze {
    spacing: 55,
    spare: Spare::Drop,
};

/// What the pages are like.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageRoom {
    /// Height of the text on a page.
    pub height: Length,
    /// Weak space, in hundredths of what the slices ask for.
    pub spacing: Length,
}

impl PageRoom {
    /// The pages of a theme.
    pub fn of(theme: &Theme) -> Self {
        Self {
            height: theme.depth(),
            spacing: theme.spacing(),
        }
    }

    /// Weak space as it is set. What is squeezed is squeezed as far as under any theme: a roomy
    /// scorecard still becomes one page.
    pub(super) fn weak(self, space: Length, squeeze: Squeeze) -> Length {
        let usual = space * self.spacing / 100;
        match squeeze.spacing < USUAL.spacing {
            true => usual.min(squeeze.scaled(space)),
            false => usual,
        }
    }
}

/// Distributes some slices of a flow over pages.
pub(super) fn paginate(
    flow: &Flow,
    slices: Range<usize>,
    room: PageRoom,
    squeeze: Squeeze,
) -> Vec<Sheet<'_>> {
    Paginator::new(flow, slices.end, room, squeeze).run(slices.start)
}

/// The same, with some pages on which no unit is set closer still to make it fit.
pub(super) fn paginate_roomily<'a>(
    flow: &'a Flow,
    slices: Range<usize>,
    room: PageRoom,
    (squeeze, roomy): (Squeeze, &[usize]),
) -> Vec<Sheet<'a>> {
    let paginator = Paginator {
        roomy: roomy.to_vec(),
        ..Paginator::new(flow, slices.end, room, squeeze)
    };
    paginator.run(slices.start)
}

struct Paginator<'a> {
    flow: &'a Flow,
    /// Where the slices end.
    end: usize,
    room: PageRoom,
    squeeze: Squeeze,
    /// On which pages no unit is set closer.
    roomy: Vec<usize>,
    sheets: Vec<Sheet<'a>>,
    /// Whether nothing but repeated headers is on the last sheet.
    fresh: bool,
    /// Weak space after the last slice.
    after: Length,
    /// What is left of a slice whose columns were parted.
    rest: Option<(usize, Slice)>,
    /// What fills this page if most of the rest of it would stay blank.
    filler: Range<usize>,
    /// How the page is set, and where it began, to set it again.
    page: Page,
}

/// A page being filled.
struct Page {
    first: usize,
    rest: Option<(usize, Slice)>,
    attempt: Attempt,
}

/// A page on which a unit would be parted is set again, closer; if that does not help, it is set
/// as usual after all, and the unit is moved or parted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attempt {
    Usual,
    Closer,
    Closest,
    Parted,
}

impl<'a> Paginator<'a> {
    fn new(flow: &'a Flow, end: usize, room: PageRoom, squeeze: Squeeze) -> Self {
        Self {
            flow,
            end,
            room,
            squeeze,
            roomy: Vec::new(),
            sheets: vec![Sheet::default()],
            fresh: true,
            after: 0,
            rest: None,
            filler: 0..0,
            page: Page {
                first: 0,
                rest: None,
                attempt: Attempt::Usual,
            },
        }
    }

    fn run(mut self, start: usize) -> Vec<Sheet<'a>> {
        let mut index = start;
        while index < self.end {
            index = self.step(index);
        }
        self.sheets
    }

    /// Places the slices from `index` on that belong together, or turns the page; returns the
    /// index of the next slice.
    fn step(&mut self, index: usize) -> usize {
        if self.sheet().slices.is_empty() {
            (self.page.first, self.page.rest) = (index, self.rest.clone());
            self.repeat(index);
        }
        if self.slice(index).fill == Fill::Filler {
            return self.pass_over(index);
        }
        let held = self.held(index, index + 1);
        let units = self.unit_ends(index, held);
        for &end in &units {
            if let Some(squeeze) = self.fitting(index, end) {
                return self.place(index, end, squeeze);
            }
            let moves = self.left() * 100 <= self.room.height * self.most_blank();
            if !self.fresh && moves && self.fits_alone(index, end) {
                self.turn();
                return index;
            }
        }
        if units
            .last()
            .is_some_and(|&end| !self.fresh && self.fits_alone(index, end))
            && self.page.attempt != Attempt::Parted
        {
            return self.again();
        }
        if self.fits(index, held, self.squeeze()) {
            self.sheet().parts |= !units.is_empty();
            return self.place(index, held, self.squeeze());
        }
        self.part_or_turn(index, held)
    }

    /// Sets the page again, closer or, after that, as usual.
    fn again(&mut self) -> usize {
        self.page.attempt = match self.page.attempt {
            Attempt::Usual => Attempt::Closer,
            Attempt::Closer => Attempt::Closest,
            Attempt::Closest | Attempt::Parted => Attempt::Parted,
        };
        *self.sheet() = Sheet::default();
        (self.fresh, self.after) = (true, 0);
        self.rest.clone_from(&self.page.rest);
        self.page.first
    }

    /// How this page is set.
    fn squeeze(&self) -> Squeeze {
        match self.page.attempt {
            Attempt::Closer => CLOSER.tighter(self.squeeze),
            Attempt::Closest => CLOSEST.tighter(self.squeeze),
            Attempt::Usual | Attempt::Parted => self.squeeze,
        }
    }

    /// How many hundredths of this page may be left blank.
    fn most_blank(&self) -> Length {
        match self.page.attempt {
            Attempt::Parted => MOST_BLANK_AT_LAST,
            _ if self.has_notes() => MOST_BLANK,
            _ => MOST_BLANK_WITHOUT_NOTES,
        }
    }

    /// Whether there are notes on this page, which can fill it.
    fn has_notes(&self) -> bool {
        let notes = |sheet: &Sheet<'_>| growing(sheet).next().is_some();
        self.sheets.last().is_some_and(notes)
    }

    /// How a unit fits on what is left of the page, if it does.
    fn fitting(&self, index: usize, end: usize) -> Option<Squeeze> {
        let roomy = self.roomy.contains(&(self.sheets.len() - 1));
        let tried = if roomy { 1 } else { FOR_UNITS.len() };
        FOR_UNITS[..tried]
            .iter()
            .map(|squeeze| squeeze.tighter(self.squeeze()))
            .find(|squeeze| self.fits(index, end, *squeeze))
    }

    /// Deals with slices that are held together and do not fit on what is left of the page.
    fn part_or_turn(&mut self, index: usize, held: usize) -> usize {
        // A heading of three hundred lines: no page could hold it together, so it fills pages.
        let endless = held > index + 1 && !self.fits_alone(index, held);
        if endless && self.fits(index, index + 2, self.squeeze()) {
            return self.place(index, index + 1, self.squeeze());
        }
        let roomy = self.left() * 100 > self.room.height * MOST_BLANK;
        let alone = held == index + 1;
        let tears = self.slice(index).tear == Tear::Roomy && roomy && alone;
        if !(self.fresh || tears) {
            self.turn();
            return index;
        }
        if self.fits(index, index + 1, self.squeeze()) {
            return self.place(index, index + 1, self.squeeze());
        }
        self.tear(index)
    }

    /// Places the part of a slice that fits; a slice that cannot be parted is placed whole.
    fn tear(&mut self, index: usize) -> usize {
        let room = self.left() - self.gap(self.slice(index), self.squeeze());
        let parted = part(self.slice(index), room);
        match parted {
            Some((top, rest)) => {
                self.put(Cow::Owned(top), self.squeeze());
                self.rest = Some((index, rest));
                self.turn();
                index
            }
            None if self.fresh => self.place(index, index + 1, self.squeeze()),
            None => {
                self.turn();
                index
            }
        }
    }

    /// The slice at an index, or what is left of it.
    fn slice(&self, index: usize) -> &Slice {
        match &self.rest {
            Some((of, rest)) if *of == index => rest,
            _ => &self.flow.slices[index],
        }
    }

    /// The slice at an index, to be placed.
    fn take(&mut self, index: usize) -> Cow<'a, Slice> {
        match self.rest.take_if(|(of, _)| *of == index) {
            Some((_, rest)) => Cow::Owned(rest),
            None => Cow::Borrowed(&self.flow.slices[index]),
        }
    }

    /// The end of the slices from `index` to `end` and of what the last of them is held to.
    fn held(&self, index: usize, end: usize) -> usize {
        let mut end = end.max(index + 1);
        while end < self.end && self.flow.slices[end - 1].hold == Hold::Next {
            end += 1;
        }
        end
    }

    /// The ends of the units that begin among the held slices, widest first.
    fn unit_ends(&self, index: usize, held: usize) -> Vec<usize> {
        if self.rest.is_some() {
            return Vec::new();
        }
        let units = self.flow.units_from(index..held).iter();
        let ends = units.map(|unit| self.held(index, unit.end.min(self.end).max(held)));
        let mut ends: Vec<usize> = ends.collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        ends.dedup();
        ends
    }

    /// Height of the slices, the weak space between them included.
    fn extent(&self, index: usize, end: usize, squeeze: Squeeze) -> Length {
        let (mut height, mut after) = (0, 0);
        for at in index..end {
            let slice = self.slice(at);
            if squeeze.drops(slice) {
                continue;
            }
            if at > index {
                height += self.room.weak(slice.before.max(after), squeeze);
            }
            height += squeeze.height(slice);
            after = slice.after;
        }
        height
    }

    fn fits(&self, index: usize, end: usize, squeeze: Squeeze) -> bool {
        let gap = self.gap(self.slice(index), squeeze);
        gap + self.extent(index, end, squeeze) <= self.left()
    }

    /// Whether the slices fit on a page of their own.
    fn fits_alone(&self, index: usize, end: usize) -> bool {
        self.extent(index, end, self.squeeze) <= self.room.height
    }

    /// What is left of the page.
    fn left(&self) -> Length {
        self.room.height - self.sheets.last().map_or(0, |sheet| sheet.used)
    }

    /// Weak space above a slice here.
    fn gap(&self, slice: &Slice, squeeze: Squeeze) -> Length {
        let top = self
            .sheets
            .last()
            .is_none_or(|sheet| sheet.slices.is_empty());
        if top {
            0
        } else {
            self.room.weak(slice.before.max(self.after), squeeze)
        }
    }

    fn sheet(&mut self) -> &mut Sheet<'a> {
        if self.sheets.is_empty() {
            self.sheets.push(Sheet::default());
        }
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }

    /// Keeps what may fill the page for its end.
    fn pass_over(&mut self, index: usize) -> usize {
        let slices = &self.flow.slices[index..self.end];
        let rest = slices.iter().position(|it| it.fill != Fill::Filler);
        let end = rest.map_or(self.end, |count| index + count);
        self.filler = index..end;
        end
    }

    /// Fills what would stay blank of the page, if that is much.
    fn fill(&mut self) {
        let Range { start, end } = std::mem::replace(&mut self.filler, 0..0);
        let much = self.left() * 100 > self.room.height * MOST_BLANK_WITHOUT_NOTES;
        if start < end && much && !self.has_notes() && self.fits(start, end, USUAL) {
            self.place(start, end, USUAL);
        }
    }

    fn turn(&mut self) {
        self.fill();
        self.sheets.push(Sheet::default());
        (self.fresh, self.after) = (true, 0);
        self.page.attempt = Attempt::Usual;
    }

    /// Repeats the header that the first slice of a page belongs under, in the panel that goes on
    /// there.
    fn repeat(&mut self, index: usize) {
        let slice = self.slice(index);
        let Some(header) = slice
            .repeat
            .and_then(|header| self.flow.repeats.get(header))
        else {
            return;
        };
        let mut header = header.clone();
        let panels = slice
            .backdrops
            .iter()
            .filter(|backdrop| backdrop.look.is_panel() && backdrop.end != Edge::First);
        header.backdrops = panels.copied().collect();
        self.put(Cow::Owned(header), self.squeeze());
        self.fresh = true;
    }

    fn place(&mut self, index: usize, end: usize, squeeze: Squeeze) -> usize {
        for at in index..end {
            let slice = self.take(at);
            if !squeeze.drops(&slice) {
                self.put(slice, squeeze);
            }
        }
        end
    }

    fn put(&mut self, slice: Cow<'a, Slice>, squeeze: Squeeze) {
        let slice = squeeze.set(slice);
        let gap = self.gap(&slice, squeeze);
        let (height, after) = (slice.height, slice.after);
        let sheet = self.sheet();
        let top = sheet.used + gap;
        sheet.used = top + height;
        sheet.slices.push((top, slice));
        (self.fresh, self.after) = (false, after);
    }
}
