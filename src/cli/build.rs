//! `hirekit build`: guides become kits.

use super::arguments::{Arguments, Build};
use super::guides::{self, Loaded};
use super::terminal::number;
use super::{Outcome, Terminal};
use crate::build::{self, BuiltKit, Forms, Selection, Written};
use crate::finding::{Finding, Severity};
use crate::kit::{self, Audience, Format, WHOLE_KIT};
use crate::template::Library;
use crate::workspace;
use anyhow::bail;
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) fn run(
    command: &Build,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let done = make(command, arguments, terminal)?;
    let findings = done.loaded.findings();
    terminal.report(&findings)?;
    if !arguments.quiet {
        let out = arguments.directory.join(&command.out);
        terminal.print(&summary(&done.kits, &out, &done.loaded))?;
    }
    Ok(Outcome::of(&findings))
}

/// What a build has done.
pub(super) struct Done {
    /// The guides, with all findings.
    pub(super) loaded: Loaded,
    /// The kits that were built.
    pub(super) kits: Vec<Placed>,
}

/// Builds, without a word but for the progress.
pub(super) fn make(
    command: &Build,
    arguments: &Arguments,
    terminal: &Terminal,
) -> anyhow::Result<Done> {
    let mut loaded = guides::load(arguments, &command.guides, &command.fill)?;
    let out = arguments.directory.join(&command.out);
    build::check_folder(&out, &arguments.directory)?;
    let selection = selection(command, &loaded);
    check_names(&loaded, &selection)?;
    let (replacements, findings) = workspace::replacements(&loaded.workspace.root)?;
    loaded.others.extend(findings);
    let (library, findings) = Library::new(replacements);
    loaded.others.extend(findings);
    let ready = loaded
        .others
        .iter()
        .all(|finding| finding.severity == Severity::Warning);
    let (kits, findings) = if ready {
        build_all(
            &loaded,
            &library,
            &selection,
            &out,
            progress(arguments, terminal, &loaded),
        )?
    } else {
        (Vec::new(), Vec::new())
    };
    loaded.others.extend(findings);
    Ok(Done { loaded, kits })
}

fn selection(command: &Build, loaded: &Loaded) -> Selection {
    Selection {
        formats: command.format.iter().copied().collect(),
        audiences: command.audience.iter().copied().collect(),
        packets: command.packet.iter().cloned().collect(),
        paper: command.paper.unwrap_or(loaded.workspace.settings.paper),
        forms: if command.no_forms {
            Forms::Drawn
        } else {
            Forms::Fillable
        },
    }
}

/// Refuses the name of a packet that none of the guides makes: most likely it is misspelt.
fn check_names(loaded: &Loaded, selection: &Selection) -> anyhow::Result<()> {
    if selection.packets.is_empty() {
        return Ok(());
    }
    let guides = loaded
        .guides
        .iter()
        .filter_map(|checked| checked.guide.as_ref());
    let mut names: BTreeSet<String> = guides
        .flat_map(|guide| kit::packets(guide, &loaded.fills, "", ""))
        .map(|packet| packet.name)
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    names.insert(WHOLE_KIT.to_owned());
    for name in &selection.packets {
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

/// A kit that is in place, and what writing it did.
pub(super) type Placed = (BuiltKit, Written);

/// Builds and writes one kit after the other, so that no more than one is in memory.
fn build_all(
    loaded: &Loaded,
    library: &Library,
    selection: &Selection,
    out: &Path,
    progress: ProgressBar,
) -> anyhow::Result<(Vec<Placed>, Vec<Finding>)> {
    let fonts = loaded.workspace.fonts();
    let mut kits = Vec::new();
    let mut findings = Vec::new();
    for checked in &loaded.guides {
        if let Some(guide) = &checked.guide {
            progress.set_message(guide.id.to_string());
            let built = build::build(
                guide,
                &checked.source,
                &checked.bases,
                &loaded.fills,
                library,
                selection,
                &fonts,
            );
            match built {
                Ok(mut kit) => {
                    let written = build::write(out, &kit.files)?;
                    kit.files
                        .iter_mut()
                        .for_each(|file| file.bytes = Vec::new());
                    kits.push((kit, written));
                }
                Err(wrong) => findings.extend(wrong),
            }
        }
        progress.inc(1);
    }
    write_index(loaded, &mut kits, selection, out)?;
    progress.finish_and_clear();
    Ok((kits, findings))
}

/// The page that lists all kits. While some guide cannot be built, or was not asked for, an older
/// page that may list it stays.
fn write_index(
    loaded: &Loaded,
    kits: &mut [Placed],
    selection: &Selection,
    out: &Path,
) -> anyhow::Result<()> {
    let complete = kits.len() == loaded.workspace.guides(&[]).map_or(0, |all| all.len());
    let wanted = selection.formats.contains(&Format::Html) && selection.is_whole();
    if !wanted || kits.is_empty() || (!complete && out.join("index.html").exists()) {
        return Ok(());
    }
    let listings: Vec<_> = kits.iter().map(|(kit, _)| kit.listing.clone()).collect();
    build::write(out, &[build::kits_page(&listings)])?;
    Ok(())
}

fn progress(arguments: &Arguments, terminal: &Terminal, loaded: &Loaded) -> ProgressBar {
    if arguments.quiet || !terminal.is_interactive() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(loaded.guides.len() as u64);
    let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}");
    bar.with_style(style.expect("this is a valid template"))
}

fn summary(kits: &[Placed], out: &Path, loaded: &Loaded) -> String {
    let out = shown(out);
    let mut text = String::new();
    for (kit, written) in kits {
        let id = &kit.listing.id;
        text.push_str(&format!("{id} ({})\n", kit.listing.role));
        for audience in Audience::ALL {
            let packets: Vec<_> = kit
                .packets
                .iter()
                .filter(|it| it.audience == audience)
                .collect();
            if packets.is_empty() {
                continue;
            }
            let pages: usize = packets.iter().filter_map(|it| it.pages).sum();
            let pages = if pages > 0 {
                format!(", {}", number(pages, "page"))
            } else {
                String::new()
            };
            let folder = out.join(id).join(audience.name());
            let count = number(packets.len(), "packet");
            text.push_str(&format!("  {}/  {count}{pages}\n", folder.display()));
        }
        let (changed, unchanged) = (written.changed, written.unchanged);
        text.push_str(&format!(
            "  {} written, {unchanged} unchanged\n",
            number(changed, "file")
        ));
    }
    let failed = loaded.guides.len() - kits.len();
    if failed > 0 {
        text.push_str(&format!(
            "{} not built: see the findings above\n",
            number(failed, "guide")
        ));
    }
    let index = out.join("index.html");
    if !kits.is_empty() && index.exists() {
        text.push_str(&format!("Open {} to see them all.\n", index.display()));
    }
    text
}

fn shown(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}
