//! Overlays: a guide that is another guide with changes.
//!
//! An overlay names its base (`extends: it-manager`) and holds what is different. In order:
//! [`follow`] reads the base, the base of that, and so on (`bases` knows where they are, `bundled`
//! those that come with the program); [`merge`](fn@merge) then applies one overlay after the
//! other, and keeps who changed what.
//!
//! Merging goes down the two trees together. Text and numbers replace those of the base, records
//! are merged field by field (`merge`), and lists whose entries have ids are changed entry by
//! entry (`entries`), for a position means nothing once the base has changed. Every value keeps
//! the place where it was written, so that a finding about the whole points to the right file.

mod bases;
mod bundled;
mod chain;
mod change;
mod entries;
mod explanations;
mod merge;
mod messages;
mod sequence;

pub use bases::Bases;
pub use bundled::{BUNDLED, bundled};
pub use chain::{Chain, MAX_BASES, follow};
pub use change::{Change, Verb};
pub(crate) use explanations::{EXPLANATIONS, MISPLACED_CHANGE};
pub(crate) use merge::adapt;
pub use merge::{Merged, merge};
