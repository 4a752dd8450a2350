//! Building: guides become the files of their kits, and only what is stale is made.
//!
//! [`run`] is the engine, for any number of builds in one process: guides in, what was done out.
//! In order, for each guide, several at once:
//!
//! 1. [`recent`]: when the record of this clone and the system's word on each file say that nothing
//!    has changed, the guide is passed by unread.
//! 2. [`guide`]: the others are checked. One with errors leaves its kit as it is, whole.
//! 3. [`plan`]: its packets are planned; `outline` says which files that makes.
//! 4. [`update`]: `fingerprint` says which of them are stale, by what goes into them, [`folder`]
//!    which are ours, and [`kit`](mod@kit) makes the stale ones, in memory.
//! 5. [`place`]: they are put in place, each whole or not at all, and [`manifest`] and [`record`]
//!    note it.
//!
//! Then kits of guides that are gone are cleared away ([`removed`]), and the page of all kits is
//! brought up to date ([`overview`]).
//!
//! One guide after the other is in memory on each core, never all of them.
//!
//! What a build leaves is the same, byte for byte, whatever was built before, in which order, on
//! how many threads. One build of a folder is at work at a time ([`lock`]).

mod claims;
mod contents;
mod digest;
mod disk;
mod engine;
mod explanations;
mod fingerprint;
mod folder;
mod guide;
mod inputs;
mod kit;
mod lock;
mod manifest;
mod names;
mod order;
mod outline;
mod overview;
mod place;
mod plan;
mod recent;
mod record;
mod removed;
mod selection;
mod shard;
mod sources;
mod stat;
mod update;

pub use disk::{Disk, Flush, RealDisk};
pub use engine::run;
pub(crate) use explanations::EXPLANATIONS;
pub use inputs::Inputs;
pub use kit::{BuiltKit, BuiltPacket, File, build};
pub use names::packet_names;
pub use order::{Extent, KitReport, Mode, Nobody, Onlooker, Order, Report};
pub use overview::kits_page;
pub use selection::{Forms, Selection};
pub use shard::Shard;
pub use sources::check_folder;
