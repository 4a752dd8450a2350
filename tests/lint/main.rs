//! The rules for a good and fair interview, from the outside.

mod corpus;
mod example;
mod excuses;
mod guides;
mod rules;
