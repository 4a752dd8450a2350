//! Reading and checking guides, from the outside.

mod example;
mod findings;
mod hostile;
mod properties;
