//! The program, as a person runs it: whole commands, their whole output, their exit codes.

mod build;
mod fonts;
mod hostile;
mod live;
mod overlays;
mod readme;
mod sessions;
mod workspace;
