//! The `hirekit` program.

fn main() {}
