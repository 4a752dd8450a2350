//! What a whole kit costs: CPU time and peak memory of a cold process, and the share of each
//! stage in a warm one.
//!
//! `cargo bench` prints a table. The figures come from Linux's `/proc`; on other systems only the
//! stages are measured. These are measurements, not tests: nothing fails when they grow.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use hirekit::build::{self, Disk};
use hirekit::check::{self, PrintedWith};
use hirekit::document::Document;
use hirekit::font::{Fonts, UsedGlyphs};
use hirekit::guide::Guide;
use hirekit::html::{self, Skin};
use hirekit::kit::{self, Imprint, Made};
use hirekit::labels::Languages;
use hirekit::layout::Typesetter;
use hirekit::layout::pages::Pages;
use hirekit::lint::Levels;
use hirekit::pdf::{self, EmbeddedFonts};
use hirekit::template::Library;
use hirekit::theme::{Paper, Theme};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of each measurement; the median counts.
const RUNS: usize = 15;

fn main() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides/it-manager.yaml");
    cold(&guide);
    stages(&guide);
    lint(&guide);
}

/// What the rules for a good interview add to the check of a guide. One thread works and waits for
/// nothing, so that its time is that of the processor.
fn lint(guide: &Path) {
    const GUIDES: u32 = 1000;
    let levels = Levels::default();
    let with = |levels| PrintedWith {
        levels,
        ..PrintedWith::bundled()
    };
    let time = |levels| {
        let start = Instant::now();
        for _ in 0..GUIDES {
            let checked = check::check_file(guide, guide, None, with(levels));
            std::hint::black_box(checked.expect("the guide can be read"));
        }
        start.elapsed().as_secs_f64() * 1000.0 / f64::from(GUIDES)
    };
    let (without, all) = (time(None), time(Some(&levels)));
    println!(
        "{GUIDES} guides, {} rules: {:.2} ms CPU for each guide, on top of {without:.2} ms for its check",
        hirekit::lint::rules().len(),
        all - without
    );
}

/// A whole `hirekit build` of one guide, as a process of its own.
fn cold(guide: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut times = Vec::new();
    let mut memory = 0;
    for run in 0..RUNS {
        let out = folder.path().join(run.to_string());
        let before = children_ticks();
        let mut child = Command::new(env!("CARGO_BIN_EXE_hirekit"))
            .args(["build", "--quiet"])
            .arg(guide)
            .arg("--out")
            .arg(&out)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        let id = child.id();
        while child
            .try_wait()
            .expect("a child can be waited for")
            .is_none()
        {
            memory = memory.max(peak_kib(id).unwrap_or(0));
            std::thread::sleep(Duration::from_micros(500));
        }
        if let (Some(before), Some(after)) = (before, children_ticks()) {
            times.push((after - before) * 10);
        }
    }
    times.sort_unstable();
    if let Some(median) = times.get(times.len() / 2) {
        println!(
            "cold process: {median} ms CPU (median of {RUNS}), {} MB peak",
            memory / 1024
        );
    }
}

/// The CPU time of all children so far, in ticks of 10 ms.
fn children_ticks() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    Some(fields.get(13)?.parse::<u64>().ok()? + fields.get(14)?.parse::<u64>().ok()?)
}

/// The most memory a process has had, in KiB.
fn peak_kib(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Adds up what each stage takes.
#[derive(Default)]
struct Clock {
    stages: Vec<(&'static str, Vec<Duration>)>,
}

impl Clock {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = work();
        let took = start.elapsed();
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, times)) => times.push(took),
            None => self.stages.push((stage, vec![took])),
        }
        made
    }

    fn print(mut self) {
        let mut medians = Vec::new();
        for (stage, times) in &mut self.stages {
            times.sort_unstable();
            medians.push((*stage, times[times.len() / 2].as_secs_f64() * 1000.0));
        }
        let sum: f64 = medians.iter().map(|(_, time)| time).sum();
        for (stage, time) in medians {
            println!("{stage:20} {time:8.2} ms {:4.0} %", time / sum * 100.0);
        }
        println!("{:20} {sum:8.2} ms", "together");
    }
}

/// The same work in this process, stage by stage.
fn stages(path: &Path) {
    let mut clock = Clock::default();
    let with = PrintedWith::bundled();
    for _ in 0..RUNS {
        let checked = clock.time("read and check", || {
            check::check_file(path, path, None, with).expect("the guide can be read")
        });
        let guide = checked.guide.expect("the guide is sound");
        let library = clock.time("load templates", || Library::new(BTreeMap::new()).0);
        let drafts = clock.time("render Markdown", || {
            drafts(&guide, &checked.source.text, &library)
        });
        clock.time("write HTML", || {
            drafts
                .iter()
                .map(|(document, imprint)| html::page(document, imprint, &Skin::default()).len())
                .sum::<usize>()
        });
        let pages = clock.time("lay out pages", || lay_out(&drafts));
        let fonts = clock.time("cut fonts", || {
            let mut used = UsedGlyphs::default();
            pages.iter().for_each(|pages| used.add(pages));
            EmbeddedFonts::new(used.subset(Fonts::bundled()))
        });
        let files = clock.time("write PDF", || {
            let mut writer = pdf::Writer::new(fonts);
            let write = |pages: &Pages| writer.write(pages);
            pages.iter().map(write).collect::<Vec<_>>()
        });
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        clock.time("write files", || {
            for (index, bytes) in files.iter().enumerate() {
                let path = folder.path().join(index.to_string());
                let written = build::RealDisk.write_new(&path, bytes, build::Flush::Wait);
                written.expect("the folder can be written");
            }
        });
    }
    clock.print();
}

fn drafts(guide: &Guide, text: &str, library: &Library) -> Vec<(Document, Imprint)> {
    let labels = Languages::english();
    let packets = kit::packets(
        guide,
        Made {
            fills: &BTreeMap::new(),
            declared: &[],
            version: &kit::version(text, []),
            file: "it-manager.yaml",
        },
        labels,
    );
    let render = |packet: kit::Packet| {
        let rendered = library.render(packet.context.template(), &packet.context, labels);
        (
            rendered.expect("the templates are sound").document,
            library
                .with_running_heads(&packet.imprint)
                .expect("the templates are sound"),
        )
    };
    packets.into_iter().map(render).collect()
}

/// Each packet, and then all internal ones together.
fn lay_out(drafts: &[(Document, Imprint)]) -> Vec<Pages> {
    let mut typesetter = Typesetter::new(
        Theme::new(Paper::A4),
        Fonts::bundled(),
        Languages::english(),
    );
    let bodies = drafts
        .iter()
        .map(|(document, _)| typesetter.compose(document));
    let bodies: Vec<_> = bodies.collect();
    let parts: Vec<_> = bodies
        .iter()
        .zip(drafts)
        .map(|(body, (_, imprint))| (body, imprint))
        .collect();
    let whole = typesetter.bind(&drafts[0].1, &parts);
    let finished = bodies.iter().zip(drafts);
    let mut pages: Vec<_> = finished
        .map(|(body, (_, imprint))| typesetter.finish(body.clone(), imprint))
        .collect();
    pages.push(whole);
    pages
}
