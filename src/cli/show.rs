//! `hirekit show`: a guide with all its overlays applied, and where each change came from.

use super::arguments::{Arguments, Show, ShowFormat};
use super::guides::Look;
use super::{Outcome, Terminal, guides};
use crate::check::Checked;
use crate::finding::{Lines, Place, visible};
use crate::overlay::Change;
use crate::report::Report;
use crate::schema::{as_json, as_yaml};
use anyhow::bail;
use serde_json::json;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

pub(super) fn run(
    command: &Show,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let loaded = guides::load(
        arguments,
        std::slice::from_ref(&command.guide),
        &[],
        Look::Sound,
    )?;
    let [checked] = loaded.guides.as_slice() else {
        bail!("{} is a folder: name one guide", command.guide.display());
    };
    let findings = loaded.findings();
    terminal.report(&Report::of(&findings))?;
    if let (Some(tree), Some(_)) = (&checked.tree, &checked.guide) {
        terminal.say(&match command.format {
            ShowFormat::Yaml => provenance(checked) + &as_yaml(tree)?,
            ShowFormat::Json => {
                let guide = json!({"guide": as_json(tree), "changes": changes(checked)});
                serde_json::to_string_pretty(&guide)? + "\n"
            }
        })?;
    }
    Ok(Outcome::of(&findings))
}

/// A comment that says what each overlay changes. Empty for a guide that extends none.
fn provenance(checked: &Checked) -> String {
    let mut places = Places::default();
    let mut text = String::new();
    let sources = checked.sources();
    for pair in sources.windows(2).rev() {
        let [over, base] = pair else { continue };
        let name = |place: &std::path::Path| visible(place.display().to_string().chars());
        let (over_name, base_name) = (name(&over.path), name(&base.path));
        let _ = writeln!(text, "# {over_name} changes {base_name}:");
        let is_here = |change: &&Change| Arc::ptr_eq(&change.place.source, over);
        for change in checked.changes.iter().filter(is_here) {
            let line = places.line(&change.place);
            let (verb, path) = (change.verb.name(), &change.path);
            let _ = writeln!(text, "#   {over_name}:{line}: {verb} {path}");
        }
        text.push_str("#\n");
    }
    text
}

fn changes(checked: &Checked) -> Vec<serde_json::Value> {
    let mut places = Places::default();
    let changes = checked.changes.iter().map(|change| {
        json!({
            "path": change.path,
            "change": change.verb,
            "file": change.place.source.path.display().to_string(),
            "line": places.line(&change.place),
        })
    });
    changes.collect()
}

/// The lines of the files that changes were written in, each looked at once.
#[derive(Default)]
struct Places<'a> {
    lines: HashMap<*const crate::finding::Source, Lines<'a>>,
}

impl<'a> Places<'a> {
    fn line(&mut self, place: &'a Place) -> usize {
        let source = &place.source;
        let lines = self.lines.entry(Arc::as_ptr(source));
        let lines = lines.or_insert_with(|| Lines::of(&source.text));
        lines.position(place.span.start).line
    }
}
