//! Templates: a packet's context becomes Markdown.
//!
//! Values are text. Every `{{ expression }}` in a Markdown template is escaped as it is printed,
//! unless it is a [`Markdown`] value, which was made safe where it was made. Undefined variables
//! are errors with template and line. Loops, recursion and output are bounded.

mod built_in;
mod closure;
mod diagnosis;
mod failure;
mod filters;
pub mod header;
pub(crate) mod labels;
mod library;
mod markdown;
mod names;
mod reference;
mod scope;
mod trial;

pub use built_in::{BUILT_IN, BuiltIn, Language, built_in_names};
pub(crate) use diagnosis::diagnose;
pub(crate) use failure::EXPLANATIONS;
pub(crate) use failure::{broken, no_page};
pub use failure::{outdated, too_large};
pub use library::{Library, MAX_TEMPLATE_BYTES, Rendered, Replacements};
pub(crate) use library::{RUNNING_HEADS, bound, source};
pub use markdown::Markdown;
pub use reference::reference;
pub use trial::{Tried, guides as trial_guides, try_out};
