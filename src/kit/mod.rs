//! The kit: which packets a guide makes, for whom, and from which values.
//!
//! [`packets`] lists them in the order in which a hiring team uses them. Each [`Packet`] carries
//! the name of its template and the context for it; `build` renders and writes them.

pub mod context;
mod contract;
mod declared;
mod format;
mod imprint;
mod listing;
mod packet;
mod plan;
pub mod running;
mod version;
mod words;

pub use crate::guide::Audience;
pub use contract::{CONTRACT_VERSION, Contract, Value, contracts};
pub use declared::{About, Declared};
pub use format::Format;
pub use imprint::Imprint;
pub use packet::{Context, Packet, WHOLE_KIT};
pub use plan::{Made, packets};
pub use running::Running;
pub use version::version;
pub use words::Words;
