//! `hirekit show`: a guide with all its overlays applied and all it includes, and where that came from.

use super::arguments::{Arguments, Show, ShowFormat};
use super::guides::Look;
use super::{Outcome, Terminal, guides, where_used};
use crate::check::Checked;
use crate::finding::{Place, Places, visible};
use crate::library::Included;
use crate::overlay::Change;
use crate::report::Report;
use crate::schema::{as_json, as_yaml};
use anyhow::bail;
use serde_json::json;
use std::fmt::Write as _;
use std::sync::Arc;

pub(super) fn run(
    command: &Show,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    if let Some(id) = &command.where_used {
        return where_used::run(id, command.format, arguments, terminal);
    }
    let guide = command.guide.as_slice();
    let loaded = guides::load(arguments, guide, &[], Look::Sound)?;
    let [checked] = loaded.guides.as_slice() else {
        bail!("a folder was named: name one guide");
    };
    let findings = loaded.findings();
    terminal.report(&Report::of(&findings))?;
    if let (Some(tree), Some(_)) = (&checked.tree, &checked.guide) {
        terminal.say(&match command.format {
            ShowFormat::Yaml => provenance(checked) + &as_yaml(tree)?,
            ShowFormat::Json => {
                let guide = json!({
                    "guide": as_json(tree),
                    "changes": changes(&checked.changes),
                    "includes": includes(&checked.included),
                });
                serde_json::to_string_pretty(&guide)? + "\n"
            }
        })?;
    }
    Ok(Outcome::of(&findings))
}

/// A comment that says what each overlay changes, and what each file includes. Empty for a guide
/// that stands by itself.
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
    for file in sources.iter().rev() {
        let is_here = |it: &&Included| Arc::ptr_eq(&it.place.source, file);
        let included: Vec<_> = checked.included.iter().filter(is_here).collect();
        if !included.is_empty() {
            of_libraries(&mut text, &included, &mut places);
        }
    }
    text
}

/// What one file includes, and what it changes about that.
fn of_libraries<'a>(text: &mut String, included: &[&'a Included], places: &mut Places<'a>) {
    let file = |place: &Place| visible(place.source.path.display().to_string().chars());
    let name = included.first().map(|it| file(&it.place));
    let name = name.unwrap_or_default();
    let _ = writeln!(text, "# {name} includes:");
    for it in included {
        let line = places.line(&it.place);
        let from = format!("{}:{}", file(&it.entry), places.line(&it.entry));
        let _ = writeln!(text, "#   {name}:{line}: {} from {from}", it.path);
        for change in &it.changes {
            let line = places.line(&change.place);
            let (verb, path) = (change.verb.name(), &change.path);
            let _ = writeln!(text, "#   {name}:{line}: {verb} {path}");
        }
    }
    text.push_str("#\n");
}

fn includes(included: &[Included]) -> Vec<serde_json::Value> {
    let mut places = Places::default();
    let includes = included.iter().map(|it| {
        let (file, from) = (&it.place.source.path, &it.entry.source.path);
        json!({
            "path": it.path,
            "include": it.name,
            "file": file.display().to_string(),
            "line": places.line(&it.place),
            "from": {"file": from.display().to_string(), "line": places.line(&it.entry)},
            "changes": changes(&it.changes),
        })
    });
    includes.collect()
}

fn changes(changes: &[Change]) -> Vec<serde_json::Value> {
    let mut places = Places::default();
    let changes = changes.iter().map(|change| {
        json!({
            "path": change.path,
            "change": change.verb,
            "file": change.place.source.path.display().to_string(),
            "line": places.line(&change.place),
        })
    });
    changes.collect()
}
