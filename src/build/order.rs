//! What a build is asked to do, and what it tells meanwhile and afterwards.

use super::{BuiltPacket, Selection, Shard};
use crate::finding::Finding;
use crate::workspace::GuideFile;
use std::path::Path;

/// What to build, and how.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The guides.
    pub guides: &'a [GuideFile],
    /// Whether those are all there are.
    pub extent: Extent,
    /// The share of this build among several.
    pub shard: Option<Shard>,
    /// Which packets, in which formats.
    pub selection: &'a Selection,
    /// The folder for the kits.
    pub out: &'a Path,
    /// What may happen there.
    pub mode: Mode,
    /// How many guides or packets are worked on at once; at least one is.
    pub jobs: usize,
}

/// Whether an order is for all guides of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All: a kit of no guide is left over.
    All,
    /// Some: nothing is known about other kits.
    Some,
}

/// What may happen in the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Packets become current. What is not ours is kept.
    Build,
    /// The same, and packets that were changed by hand are replaced, too.
    Force,
    /// Nothing: what a build would change is a finding.
    Check,
    /// The same; but HTML and PDF are missed only in a kit that has others of that format.
    CheckExisting,
}

impl Mode {
    /// Whether nothing is written.
    pub fn is_check(self) -> bool {
        matches!(self, Self::Check | Self::CheckExisting)
    }
}

/// Who follows a build, and may end it.
pub trait Onlooker: Sync {
    /// So many guides are to be looked at closely.
    fn begins(&self, _guides: usize) {}

    /// One of them is done.
    fn advances(&self) {}

    /// Another build is at work in the same folder, and this one waits for it.
    fn waits(&self) {}

    /// Whether to end soon, with every packet whole.
    fn wants_to_stop(&self) -> bool {
        false
    }
}

/// Nobody follows.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

impl Onlooker for Nobody {}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// The kits, in the order of their guides.
    pub kits: Vec<KitReport>,
    /// How many guides have no kit, or keep an old one, because of findings.
    pub failed: usize,
    /// What is wrong, in the order of the guides, then in the output folder.
    pub findings: Vec<Finding>,
    /// Files that were removed because their guide is gone.
    pub removed: usize,
    /// Whether the onlooker ended it before it was done.
    pub is_stopped: bool,
}

/// What a build did with one kit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitReport {
    /// The id of the guide.
    pub id: String,
    /// The role.
    pub role: String,
    /// The packets that were selected.
    pub packets: Vec<BuiltPacket>,
    /// Files that are new or different now.
    pub written: usize,
    /// Files that were already as they should be.
    pub unchanged: usize,
    /// Files that were removed because the guide makes them no more.
    pub removed: usize,
    /// Files that are not as they should be and were left alone: each has a finding.
    pub kept: usize,
}
