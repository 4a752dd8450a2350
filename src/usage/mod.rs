//! Where something with an id is used: what a change of it concerns.
//!
//! In order: the guides are walked through as they are once all is put together ([`uses`]), so
//! that what an overlay takes out is not there; each place is then named once with all the guides
//! that it is part of; and [`text`] shows them.

mod found;
pub mod text;

pub use found::{Role, Use, uses};
