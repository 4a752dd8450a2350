//! The program, as a person runs it: whole commands, their whole output, their exit codes.

mod build;
mod ci;
mod fonts;
mod hostile;
mod machine;
mod overlays;
mod readme;
mod sessions;
mod workspace;
