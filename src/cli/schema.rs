//! `hirekit schema`: the JSON Schemas of what people write, and of what programs read.

use super::arguments::{Schema, SchemaOf};
use super::{Outcome, Terminal};
use crate::report;
use crate::schema::{guide_schema_text, library_schema_text};

pub(super) fn run(command: &Schema, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    terminal.print(&match command.of {
        SchemaOf::Guide => guide_schema_text(),
        SchemaOf::Library => library_schema_text(),
        SchemaOf::Findings => report::schema_text(),
    })?;
    Ok(Outcome::Clean)
}
