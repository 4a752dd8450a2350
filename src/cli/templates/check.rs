//! `hirekit templates check`: every template, rendered for guides of many kinds.

use super::super::arguments::Arguments;
use super::super::guides::{self, Look, distinct};
use super::super::terminal::number;
use super::super::{Outcome, Terminal};
use crate::check::Checked;
use crate::finding::Finding;
use crate::kit::Declared;
use crate::lint;
use crate::report::Report;
use crate::template::{Library, Replacements, Tried, outdated, trial_guides, try_out};
use crate::workspace::{Standing, Workspace, languages, replacements, standings};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let root = &arguments.directory;
    let (guides, fills) = match root.join("guides").is_dir() {
        true => {
            let loaded = guides::load(arguments, &[], &[], Look::Sound)?;
            (loaded.guides, loaded.fills)
        }
        false => (Vec::new(), BTreeMap::new()),
    };
    let mut tried = trial(&Customised::open(root)?, &guides, &fills)?;
    let (standings, _) = standings(root)?;
    let behind = standings.iter().filter(|it| it.is_outdated());
    let behind = behind.filter_map(|it| Some(outdated(it.own.as_ref()?, &it.name)));
    tried.findings.extend(behind);
    let findings = distinct(&tried.findings);
    terminal.report(&Report::of(&findings))?;
    if !arguments.quiet {
        let sound = guides.iter().filter(|it| it.guide.is_some()).count();
        terminal.say(&listed(&standings, &tried))?;
        terminal.say(&summary(sound, guides.len() - sound, findings.len()))?;
    }
    Ok(Outcome::of(&findings))
}

/// What is wrong with the templates of a workspace, for the `guides` that it has and for others; for
/// `check`. One that has no templates of its own and declares no packets has only sound ones.
pub(in super::super) fn findings(
    root: &Path,
    guides: &[Checked],
    fills: &BTreeMap<String, String>,
) -> anyhow::Result<Vec<Finding>> {
    let custom = Customised::open(root)?;
    if custom.own.is_empty() && custom.workspace.declared.is_empty() {
        return Ok(Vec::new());
    }
    Ok(trial(&custom, guides, fills)?.findings)
}

/// A workspace and the templates that it has, with what is wrong before any is rendered.
struct Customised {
    workspace: Workspace,
    own: Replacements,
    findings: Vec<Finding>,
}

impl Customised {
    fn open(root: &Path) -> anyhow::Result<Self> {
        let (workspace, mut findings) = Workspace::open(root)?;
        let (own, wrong) = replacements(root)?;
        findings.extend(wrong);
        let levels = workspace.settings.levels();
        findings.extend(lint::findings_in_templates(&own, &levels));
        Ok(Self {
            workspace,
            own,
            findings,
        })
    }
}

/// Renders all templates for guides of many kinds, and for those of the workspace.
fn trial(
    custom: &Customised,
    guides: &[Checked],
    fills: &BTreeMap<String, String>,
) -> anyhow::Result<Tried> {
    let workspace = &custom.workspace;
    let mut findings = custom.findings.clone();
    let (library, wrong) = Library::new(custom.own.clone());
    findings.extend(wrong);
    let (languages, wrong) = languages(&workspace.root, &workspace.fonts())?;
    findings.extend(wrong);
    let mut declared = workspace.declared.clone();
    declared.extend(Declared::built_in());
    let filled = &workspace.settings.fill;
    let mut tried = try_out(&library, &trial_guides(), filled, &declared, &languages);
    let sound = guides.iter().filter_map(|it| it.guide.as_ref());
    // What a guide names that is wrong is not known.
    if !guides.is_empty() && guides.iter().all(|it| it.guide.is_some()) {
        let stages = sound.clone().flat_map(|guide| &guide.stages);
        let named = stages.filter_map(|stage| Some(stage.template.as_ref()?.0.as_str()));
        let declared = workspace.declared.iter().map(|it| it.template.as_str());
        findings.extend(library.unused(&named.chain(declared).collect()));
    }
    let theirs = try_out(&library, sound, fills, &workspace.declared, &languages);
    for (name, count) in theirs.packets {
        *tried.packets.entry(name).or_default() += count;
    }
    findings.append(&mut tried.findings);
    findings.extend(theirs.findings);
    tried.findings = findings;
    Ok(tried)
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
