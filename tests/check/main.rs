//! Reading and checking guides, from the outside.

mod example;
mod findings;
mod hostile;
mod overlay_hostile;
mod overlays;
mod properties;
