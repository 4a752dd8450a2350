//! `hirekit build`: guides become kits.

use super::arguments::{Arguments, Build};
use super::guides::{self, Look};
use super::interrupt::Interrupt;
use super::progress::{self, Progress};
use super::terminal::number;
use super::{Outcome, Terminal};
use crate::build::{self, Extent, Forms, Inputs, KitReport, Mode, Order, RealDisk, Selection};
use crate::check::PrintedWith;
use crate::finding::{Finding, Severity};
use crate::kit::{Audience, Format};
use crate::report::{self, Report};
use crate::template::Library;
use crate::workspace::{self, Workspace};
use anyhow::{anyhow, bail};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

pub(super) fn run(
    command: &Build,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let audience = match terminal.is_interactive() && !arguments.quiet {
        true => progress::Audience::Person,
        false => progress::Audience::Nobody,
    };
    let progress = Progress::new(audience, Interrupt::listen()?);
    let done = make(command, arguments, &progress)?;
    let Done { report, findings } = &done;
    terminal.report(&Report {
        findings,
        kits: Some(&report.kits.iter().map(reported).collect::<Vec<_>>()),
    })?;
    if !arguments.quiet {
        let out = arguments.directory.join(&command.out);
        terminal.say(&summary(report, &out))?;
    }
    if report.is_stopped {
        terminal.fail(&anyhow!(
            "ended by Ctrl-C: every packet is whole, the next build goes on"
        ))?;
        return Ok(Outcome::Interrupted);
    }
    Ok(Outcome::of(findings))
}

/// What a build has done.
#[derive(Debug)]
pub(super) struct Done {
    /// Kit by kit.
    pub(super) report: build::Report,
    /// All that is wrong, with the workspace as well.
    pub(super) findings: Vec<Finding>,
}

/// Builds, without a word but for the progress.
///
/// # Errors
///
/// What keeps a build from running: a file that cannot be read or written, a name that fits
/// nothing.
pub(super) fn make(
    command: &Build,
    arguments: &Arguments,
    progress: &Progress,
) -> anyhow::Result<Done> {
    let (workspace, mut others) = Workspace::open(&arguments.directory)?;
    let guides = workspace.guides(&command.guides)?;
    let out = arguments.directory.join(&command.out);
    build::check_folder(&out, &workspace, &guides)?;
    let (replacements, findings) = workspace::replacements(&workspace.root)?;
    others.extend(findings);
    let (library, findings) = Library::new(replacements);
    others.extend(findings);
    let fonts = workspace.fonts();
    let (languages, findings) = workspace::languages(&workspace.root, &fonts)?;
    others.extend(findings);
    if others.iter().any(|it| it.severity == Severity::Error) {
        return only_checked(command, arguments, others);
    }
    let library = library.with_theme(workspace.theme());
    let mut fills = workspace.settings.fill.clone();
    fills.extend(command.fill.iter().cloned());
    let levels = workspace.settings.levels().for_build();
    let with = PrintedWith {
        fills: &fills,
        fonts: &fonts,
        languages: &languages,
        declared: &workspace.declared,
        templates: &workspace.templates,
        levels: levels.as_ref(),
    };
    let inputs = Inputs::new(&workspace, with, &library);
    let selection = selection(command, &workspace);
    let order = Order {
        guides: &guides,
        extent: if command.guides.is_empty() {
            Extent::All
        } else {
            Extent::Some
        },
        shard: command.shard,
        selection: &selection,
        out: &out,
        mode: mode(command),
        jobs: jobs(command),
    };
    check_names(&inputs, order)?;
    let built = build::run(&inputs, order, &RealDisk, progress);
    progress.end();
    let report = built?;
    let findings = guides::distinct(others.iter().chain(&report.findings));
    Ok(Done { report, findings })
}

/// Without templates or settings that can be used, nothing is built; but all that is wrong with
/// the guides is found all the same.
fn only_checked(
    command: &Build,
    arguments: &Arguments,
    others: Vec<Finding>,
) -> anyhow::Result<Done> {
    let mut loaded = guides::load(arguments, &command.guides, &command.fill, Look::Sound)?;
    loaded.others = others;
    Ok(Done {
        report: build::Report {
            failed: loaded.guides.len(),
            ..build::Report::default()
        },
        findings: loaded.findings(),
    })
}

fn selection(command: &Build, workspace: &Workspace) -> Selection {
    let formats = match command.format.as_slice() {
        [] => &Format::ALL,
        formats => formats,
    };
    Selection {
        formats: formats.iter().copied().collect(),
        audiences: command.audience.iter().copied().collect(),
        packets: command.packet.iter().cloned().collect(),
        paper: command.paper.unwrap_or(workspace.settings.theme.paper),
        forms: if command.no_forms {
            Forms::Drawn
        } else {
            Forms::Fillable
        },
    }
}

fn mode(command: &Build) -> Mode {
    match (command.check, command.force) {
        (true, _) if command.format.is_empty() => Mode::CheckExisting,
        (true, _) => Mode::Check,
        (false, true) => Mode::Force,
        (false, false) => Mode::Build,
    }
}

fn jobs(command: &Build) -> usize {
    let available = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    command.jobs.map_or_else(available, NonZeroUsize::get)
}

/// Refuses the name of a packet that none of the guides makes: most likely it is misspelt.
fn check_names(inputs: &Inputs<'_>, order: Order<'_>) -> anyhow::Result<()> {
    if order.selection.packets.is_empty() {
        return Ok(());
    }
    let names = build::packet_names(inputs, order)?;
    if names.is_empty() {
        return Ok(());
    }
    for name in &order.selection.packets {
        if !names.contains(name) {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            bail!(
                "no guide makes a packet `{name}`; there are: {}",
                names.join(", ")
            );
        }
    }
    Ok(())
}

/// A kit as programs are told of it.
fn reported(kit: &KitReport) -> report::Kit {
    let packets = kit.packets.iter().map(|packet| report::Packet {
        name: packet.name.clone(),
        audience: packet.audience.name(),
        pages: packet.pages,
    });
    report::Kit {
        guide: kit.id.clone(),
        role: kit.role.clone(),
        packets: packets.collect(),
        written: kit.written,
        unchanged: kit.unchanged,
        removed: kit.removed,
        kept: kit.kept,
    }
}

fn summary(report: &build::Report, out: &Path) -> String {
    let out = shown(out);
    let kits = report.kits.iter();
    let changed: Vec<_> = kits.filter(|kit| kit.written + kit.removed > 0).collect();
    let mut text: String = changed.iter().map(|kit| of_kit(kit, &out)).collect();
    if report.removed > 0 {
        let files = number(report.removed, "file");
        text.push_str(&format!("{files} removed, whose guides are gone\n"));
    }
    let kits = report.kits.iter();
    let current = kits
        .filter(|kit| kit.written + kit.removed + kit.kept == 0)
        .count();
    if current > 0 {
        text.push_str(&format!("{} up to date\n", number(current, "kit")));
    }
    if report.failed > 0 && !report.is_stopped {
        text.push_str(&not_built(report.failed));
    }
    let index = out.join("index.html");
    if !changed.is_empty() && index.exists() {
        text.push_str(&format!("Open {} to see them all.\n", index.display()));
    }
    text
}

/// What was done with a kit.
fn of_kit(kit: &KitReport, out: &Path) -> String {
    let mut text = format!("{} ({})\n", kit.id, kit.role);
    for audience in Audience::ALL {
        let packets = kit.packets.iter().filter(|it| it.audience == audience);
        let packets: Vec<_> = packets.collect();
        if packets.is_empty() {
            continue;
        }
        let pages: usize = packets.iter().filter_map(|it| it.pages).sum();
        let pages = match pages {
            0 => String::new(),
            pages => format!(", {}", number(pages, "page")),
        };
        let folder = out.join(&kit.id).join(audience.name());
        let count = number(packets.len(), "packet");
        text.push_str(&format!("  {}/  {count}{pages}\n", folder.display()));
    }
    let (written, unchanged) = (number(kit.written, "file"), kit.unchanged);
    text.push_str(&format!("  {written} written, {unchanged} unchanged"));
    if kit.removed > 0 {
        text.push_str(&format!(", {} removed", kit.removed));
    }
    text.push('\n');
    text
}

fn not_built(count: usize) -> String {
    format!(
        "{} not built: see the findings above\n",
        number(count, "guide")
    )
}

fn shown(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
