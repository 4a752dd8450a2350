//! Every write and every rename of a build fails in turn, or is the last thing that happens.

use crate::engine::{Desk, Files, formats};
use hirekit::build::{self, Disk, Flush, Mode, RealDisk};
use hirekit::kit::Format;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A disk on which something goes wrong at one of the steps of a build.
struct Trouble {
    kind: Kind,
    at: usize,
    steps: AtomicUsize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The disk is full from then on: half of a file is written. It can still be cleared up.
    Full,
    /// The program is killed: nothing happens any more.
    Killed,
}

impl Trouble {
    fn new(kind: Kind, at: usize) -> Self {
        Self {
            kind,
            at,
            steps: AtomicUsize::new(0),
        }
    }

    /// Whether a step still works.
    fn pass(&self, needs_room: Room) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::Relaxed);
        match (self.kind, needs_room) {
            (Kind::Full, Room::Needed) if step >= self.at => {
                Err(io::Error::from(io::ErrorKind::StorageFull))
            }
            (Kind::Killed, _) if step >= self.at => Err(io::Error::other("killed")),
            _ => Ok(()),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Needed,
    Spared,
}

impl Disk for Trouble {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.pass(Room::Needed)?;
        RealDisk.make_folder(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8], flush: Flush) -> io::Result<()> {
        if let Err(error) = self.pass(Room::Needed) {
            RealDisk.write_new(path, &bytes[..bytes.len() / 2], flush)?;
            return Err(error);
        }
        RealDisk.write_new(path, bytes, flush)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A new name may need room in the folder.
        self.pass(Room::Needed)?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.pass(Room::Spared)?;
        RealDisk.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.pass(Room::Spared)?;
        RealDisk.remove_folder(path)
    }
}

const STAGE: (&str, &str) = ("  - id: debrief\n    kind: debrief", "\nfaq:");

/// A kit, and a change of its guide that replaces, adds and removes packets; and then one more.
struct Story {
    /// The first kit, and the changed guide.
    begun: Desk,
    old: Files,
    new: Files,
    /// The guide, changed once more, and its kit.
    later: String,
    newer: Files,
}

impl Story {
    fn new() -> Self {
        let desk = Desk::with(&["one"]);
        build(&desk, "out", &RealDisk).expect("it builds");
        let old = desk.files("out");
        let guide = desk.read("guides/one.yaml");
        let (from, to) = (guide.find(STAGE.0), guide.find(STAGE.1));
        let (from, to) = (from.expect("it is there"), to.expect("it is there"));
        let stage = guide[from..to].replace("id: debrief", "id: panel");
        let guide = format!("{}{stage}{}", &guide[..from], &guide[to..]);
        let guide = guide.replace("role: Your Role", "role: New Role");
        desk.write("guides/one.yaml", &guide);
        let other = Desk::with(&["one"]);
        other.write("guides/one.yaml", &guide);
        build(&other, "out", &RealDisk).expect("it builds");
        let new = other.files("out");
        let later = guide.replace("role: New Role", "role: Another Role");
        other.write("guides/one.yaml", &later);
        build(&other, "out", &RealDisk).expect("it builds");
        let newer = other.files("out");
        assert!(old != new && !old.keys().eq(new.keys()) && new != newer);
        Self {
            begun: desk,
            old,
            new,
            later,
            newer,
        }
    }
}

fn build(desk: &Desk, out: &str, disk: &dyn Disk) -> anyhow::Result<build::Report> {
    desk.build(out, Mode::Build, &formats(&[Format::Markdown]), disk)
}

/// Lets each step of a build go wrong in turn.
fn goes_wrong_everywhere(kind: Kind) {
    let story = Story::new();
    for at in 0.. {
        let desk = story.begun.copy();
        let built = build(&desk, "out", &Trouble::new(kind, at));
        for (path, bytes) in &desk.files("out") {
            let is_whole = [&story.old, &story.new]
                .map(|it| it.get(path))
                .contains(&Some(bytes));
            let is_unfinished = path.extension().is_some_and(|it| it == "hirekit");
            let is_allowed = is_whole || is_unfinished && kind == Kind::Killed;
            assert!(is_allowed, "step {at}: {}", path.display());
        }
        match built {
            Ok(report) => {
                assert!(report.findings.is_empty() && at > 10, "{at}");
                return;
            }
            Err(error) if kind == Kind::Full => {
                let text = format!("{error:#}");
                let is_clear =
                    text.starts_with("cannot write") && text.ends_with("no storage space");
                assert!(is_clear, "{text}");
            }
            Err(_) => {}
        }
        // Somebody goes on writing before the next build.
        desk.write("guides/one.yaml", &story.later);
        let healed = build(&desk, "out", &RealDisk).expect("there is room");
        assert!(
            healed.findings.is_empty(),
            "step {at}: {:?}",
            healed.findings
        );
        assert!(desk.files("out") == story.newer, "step {at}");
    }
}

#[test]
fn a_full_disk_at_any_step_leaves_every_packet_whole() {
    goes_wrong_everywhere(Kind::Full);
}

#[test]
fn a_kill_at_any_step_leaves_every_packet_whole() {
    goes_wrong_everywhere(Kind::Killed);
}

#[test]
fn a_disk_that_is_full_before_the_first_packet_changes_nothing() {
    let story = Story::new();
    let desk = story.begun.copy();
    assert!(build(&desk, "out", &Trouble::new(Kind::Full, 0)).is_err());
    assert!(desk.files("out") == story.old);
}
