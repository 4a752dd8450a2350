//! Building: a checked guide becomes the files of its kit.
//!
//! In order: the packets are planned (`kit`), rendered to Markdown and read back as documents
//! (`template`, `document`), laid out (`layout`), and written in each format that is asked for.
//! [`build`] does all that in memory; [`write`](fn@write) then puts the files in place, each whole
//! or not at all.

mod contents;
mod kit;
mod selection;
mod write;

pub use contents::kits_page;
pub use kit::{BuiltKit, BuiltPacket, File, build};
pub use selection::{Forms, Selection};
pub use write::{Written, check_folder, write};
