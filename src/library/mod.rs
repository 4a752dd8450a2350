//! Libraries: entries that several guides share.
//!
//! A library is a file in the folder `library` beside the guides, with lists of competencies,
//! questions, criteria and scales. A guide takes one of them into a list of its own by naming it
//! (`include: cloud-security/incident-command`), with changes if it likes. In order:
//! [`include`](fn@include) goes through a guide and its bases, reads the libraries that they name
//! (`shelf` knows where those are, `bundled` which come with the program), and puts each entry where it
//! is included.
//!
//! That happens before overlays are applied and before the rules look, so neither knows of libraries.
//! Every value keeps the place where it was written: a finding about the words of a shared question
//! points into the library.

mod bundled;
mod explanations;
mod file;
mod include;
mod messages;
mod shelf;

pub use bundled::{BUNDLED, bundled};
pub(crate) use explanations::EXPLANATIONS;
pub use file::{Kind, Library};
pub use include::{Included, Inclusion, include};
pub(crate) use shelf::INCLUDED_HERE;

/// The folder of libraries, in a folder of guides.
pub const LIBRARY_FOLDER: &str = "library";
