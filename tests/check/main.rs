//! Reading and checking guides, from the outside.

mod example;
mod findings;
mod hostile;
mod library;
mod library_hostile;
mod overlay_hostile;
mod overlays;
mod properties;
