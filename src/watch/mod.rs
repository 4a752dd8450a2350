//! Watching: waits until something that a build reads is different.
//!
//! 1. [`Sources`] says which files a build reads: the settings, the fonts they name, the guides
//!    and their libraries, and the templates and labels that replace ours. What a build writes is
//!    not among them.
//! 2. [`Snapshot`] holds how these files stand, as far as the system tells without opening them.
//! 3. [`Watcher`] takes one snapshot after the other until two differ, and then waits until the
//!    writer is done.
//!
//! # Why it looks, and is not told
//!
//! The files are few and known by name, and a look at a thousand of them takes a millisecond or
//! two. So comparing snapshots five times a second costs next to nothing, and it is right in the
//! cases in which notifications of the system (the crate `notify`) each need special care: folders
//! on a network or shared with a container, which send none; a folder that is made later; an
//! editor that saves by putting a new file in the place of the old one; a system that has run out
//! of watches; and a save during a build. Whatever happened, and in whatever order, a build
//! follows if and only if the files stand otherwise than before the last build began.
//!
//! It relies on the clock of the file system ticking within [`QUIET`](watcher::QUIET), as those of
//! hard disks do. On a memory card, with its two seconds, a save of the same length within the
//! tick of the one before may wait for the next.

mod snapshot;
mod sources;
mod stamp;
#[cfg(test)]
mod tests;
mod watcher;

pub use snapshot::{Change, Kind, Snapshot};
pub use sources::Sources;
pub use watcher::Watcher;
