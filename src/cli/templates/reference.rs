//! `hirekit templates reference`: what templates are given.

use super::super::{Outcome, Terminal};
use crate::template;

pub(super) fn run(terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    terminal.print(&template::reference())?;
    Ok(Outcome::Clean)
}
