//! `hirekit check`: every mistake of every guide, library and template in one run.

use super::arguments::{Arguments, Check};
use super::guides::Look;
use super::terminal::number;
use super::{Outcome, Terminal, guides, templates};
use crate::report::Report;

pub(super) fn run(
    command: &Check,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let checked = guides::load_all(arguments, &command.guides, &command.fill, Look::Good)?;
    let mut findings = checked.findings();
    if command.guides.is_empty() {
        let root = &arguments.directory;
        findings.extend(templates::findings(root, &checked.guides, &checked.fills)?);
        findings = guides::distinct(&findings);
    }
    terminal.report(&Report::of(&findings))?;
    if findings.is_empty() && !arguments.quiet {
        let checked = in_words(checked.guides.len(), checked.libraries.len());
        terminal.say(&format!("{checked}, no findings\n"))?;
    }
    Ok(Outcome::of(&findings))
}

/// What was checked: "2 guides and 1 library".
fn in_words(guides: usize, libraries: usize) -> String {
    let of_libraries = match libraries {
        1 => "1 library".to_owned(),
        _ => format!("{libraries} libraries"),
    };
    match (guides, libraries) {
        (_, 0) => number(guides, "guide"),
        (0, _) => of_libraries,
        _ => format!("{} and {of_libraries}", number(guides, "guide")),
    }
}
