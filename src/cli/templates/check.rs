//! `hirekit templates check`: every template, rendered for guides of many kinds.

use super::super::arguments::Arguments;
use super::super::guides::{self, Look, distinct};
use super::super::terminal::number;
use super::super::{Outcome, Terminal};
use crate::guide::Guide;
use crate::kit::Declared;
use crate::lint;
use crate::report::Report;
use crate::template::{Library, Tried, outdated, trial_guides, try_out};
use crate::workspace::{Standing, Workspace, languages, replacements, standings};
use std::fmt::Write as _;

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let root = &arguments.directory;
    let (workspace, mut findings) = Workspace::open(root)?;
    let (own, wrong) = replacements(root)?;
    findings.extend(wrong);
    findings.extend(lint::findings_in_templates(
        &own,
        &workspace.settings.levels(),
    ));
    let (library, wrong) = Library::new(own);
    findings.extend(wrong);
    let (languages, wrong) = languages(root, &workspace.fonts())?;
    findings.extend(wrong);
    let fills = &workspace.settings.fill;
    let mut declared = workspace.declared.clone();
    declared.extend(Declared::built_in());
    let mut tried = try_out(&library, &trial_guides(), fills, &declared, &languages);
    let (mut sound, mut unsound) = (0, 0);
    if root.join("guides").is_dir() {
        let loaded = guides::load(arguments, &[], &[], Look::Sound)?;
        let guides = loaded.guides.into_iter().map(|checked| checked.guide);
        let (good, bad): (Vec<_>, Vec<_>) = guides.partition(Option::is_some);
        let good: Vec<Guide> = good.into_iter().flatten().collect();
        // What a guide names that is wrong is not known.
        if bad.is_empty() {
            let stages = good.iter().flat_map(|guide| &guide.stages);
            let named = stages.filter_map(|stage| Some(stage.template.as_ref()?.0.as_str()));
            let declared = workspace.declared.iter().map(|it| it.template.as_str());
            findings.extend(library.unused(&named.chain(declared).collect()));
        }
        (sound, unsound) = (good.len(), bad.len());
        let theirs = try_out(
            &library,
            &good,
            &loaded.fills,
            &workspace.declared,
            &languages,
        );
        for (name, count) in theirs.packets {
            *tried.packets.entry(name).or_default() += count;
        }
        tried.findings.extend(theirs.findings);
    }
    findings.append(&mut tried.findings);
    let (standings, _) = standings(root)?;
    let behind = standings.iter().filter(|it| it.is_outdated());
    findings.extend(behind.filter_map(|it| Some(outdated(it.own.as_ref()?, &it.name))));
    let findings = distinct(&findings);
    terminal.report(&Report::of(&findings))?;
    if !arguments.quiet {
        terminal.say(&listed(&standings, &tried))?;
        terminal.say(&summary(sound, unsound, findings.len()))?;
    }
    Ok(Outcome::of(&findings))
}

/// A line for each template.
fn listed(standings: &[Standing], tried: &Tried) -> String {
    let names = standings.iter().map(|it| it.name.chars().count());
    let widest = names.max().unwrap_or_default();
    let mut text = String::new();
    for it in standings {
        let packets = tried.packets.get(&it.name).copied();
        let packets = match packets {
            Some(count) => number(count, "packet"),
            None => "not reached".to_owned(),
        };
        let _ = writeln!(text, "{:widest$}  {:8}  {packets}", it.name, it.state());
    }
    text
}

fn summary(sound: usize, unsound: usize, findings: usize) -> String {
    let mut text = format!(
        "{} of hirekit's own and {} of this folder tried",
        number(trial_guides().len(), "guide"),
        number(sound, "guide")
    );
    if unsound > 0 {
        let _ = write!(
            text,
            "; {} left out: see `hirekit check`",
            number(unsound, "guide")
        );
    }
    match findings {
        0 => text + ", no findings\n",
        _ => text + "\n",
    }
}
