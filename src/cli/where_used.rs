//! `hirekit show --where-used`: which guides a change of something concerns.

use super::arguments::{Arguments, ShowFormat};
use super::guides::{self, Look};
use super::{Outcome, Terminal};
use crate::finding::{nearest, visible};
use crate::report::Report;
use crate::usage::{text, uses};
use anyhow::bail;
use serde_json::json;

pub(super) fn run(
    id: &str,
    format: ShowFormat,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let loaded = guides::load_all(arguments, &[], &[], Look::Sound)?;
    let findings = loaded.findings();
    terminal.report(&Report::of(&findings))?;
    let found = uses(&loaded.guides, &loaded.libraries, id);
    if found.is_empty() {
        let shown = visible(id.chars());
        let known = loaded.ids();
        match nearest(id, known.iter().map(String::as_str)) {
            Some(meant) => bail!("nothing here is called `{shown}`; did you mean `{meant}`?"),
            None => bail!("nothing here is called `{shown}`"),
        }
    }
    terminal.say(&match format {
        ShowFormat::Yaml => text::text(&found),
        ShowFormat::Json => serde_json::to_string_pretty(&json!({"id": id, "uses": found}))? + "\n",
    })?;
    Ok(Outcome::of(&findings))
}
