//! The kit: which packets a guide makes, for whom, and from which values.

mod audience;
mod imprint;

pub use audience::Audience;
pub use imprint::Imprint;
