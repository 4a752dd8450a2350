//! Squeezing: how much closer than usual things may be set to keep them on a page.

use std::borrow::Cow;

use super::pages::Length;
use super::slice::{Fill, Slice};

/// How much closer than usual things are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Squeeze {
    /// Weak space, in hundredths of the usual.
    pub spacing: Length,
    /// What happens to spare lines of notes.
    pub spare: Spare,
}

/// What happens to spare lines of notes, and to spare white in the rows of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spare {
    /// They stay.
    Keep,
    /// They are left out.
    Drop,
}

/// The usual setting.
pub(super) const USUAL: Squeeze = Squeeze {
    spacing: 100,
    spare: Spare::Keep,
};

impl Squeeze {
    /// Weak space as it is set.
    pub fn scaled(self, weak: Length) -> Length {
        weak * self.spacing / 100
    }

    /// Whether a slice is left out.
    pub fn drops(self, slice: &Slice) -> bool {
        self.spare == Spare::Drop && slice.fill == Fill::Spare
    }

    /// The height of a slice as it is set.
    pub fn height(self, slice: &Slice) -> Length {
        match self.spare {
            Spare::Keep => slice.height,
            Spare::Drop => slice.height - slice.give,
        }
    }

    /// A slice as it is set.
    pub fn set(self, slice: Cow<'_, Slice>) -> Cow<'_, Slice> {
        if self.spare == Spare::Keep || slice.give == 0 {
            return slice;
        }
        let mut lower = slice.into_owned();
        lower.lower(lower.give);
        Cow::Owned(lower)
    }

    /// The tighter of both in each respect.
    pub fn tighter(self, other: Self) -> Self {
        let spacing = self.spacing.min(other.spacing);
        let spare = if other.spare == Spare::Drop {
            Spare::Drop
        } else {
            self.spare
        };
        Self { spacing, spare }
    }
}
