//! What hirekit promises for any input, whoever wrote it: it ends soon and without a panic, what
//! it says points at something, and what it writes is sound.
//!
//! Each of these functions takes bytes, as hirekit may find them in a file, and asserts what must
//! hold for all of them. `cargo fuzz` looks for bytes for which it does not hold; `cargo test`
//! tries a few hundred, the same in each run.

mod findings;
mod guide;
mod markup;
mod pages;
mod template;

pub use guide::guide;
pub use pages::pages;
pub use template::template;
