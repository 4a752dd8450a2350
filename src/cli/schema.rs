//! `hirekit schema`: the JSON Schema of guides.

use super::{Outcome, Terminal};
use crate::schema::guide_schema_text;

pub(super) fn run(terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    terminal.print(&guide_schema_text())?;
    Ok(Outcome::Clean)
}
