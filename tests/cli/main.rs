//! The program, as a person runs it: whole commands, their whole output, their exit codes.

mod build;
mod check_build;
mod ci;
mod fonts;
mod hostile;
mod hostile_output;
mod incremental;
mod interrupted;
mod languages;
mod library;
mod live;
mod machine;
mod overlays;
mod packets;
mod pages;
mod readme;
mod rules;
mod selection;
mod sessions;
mod shards;
mod templates;
mod theme;
mod workspace;
