//! Every write and every rename of a build fails in turn, or is the last thing that happens.

use crate::engine::{Desk, Files, formats};
use hirekit::build::{Disk, Flush, Mode, RealDisk};
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

/// A kit, and a change of its guide that replaces, adds and removes packets.
fn prepared() -> (Desk, Files, Files) {
    let desk = Desk::with(&["one"]);
    let all = formats(&[Format::Markdown, Format::Html]);
    desk.build("out", Mode::Build, &all, &RealDisk)
        .expect("it builds");
    let guide = desk.read("guides/one.yaml");
    let (from, to) = (guide.find(STAGE.0), guide.find(STAGE.1));
    let (from, to) = (from.expect("it is there"), to.expect("it is there"));
    let stage = guide[from..to]
        .replace("id: debrief", "id: panel")
        .replace("title: Debrief", "title: Panel");
    desk.write(
        "guides/one.yaml",
        &format!("{}{stage}{}", &guide[..from], &guide[to..]),
    );
    desk.build("new", Mode::Build, &all, &RealDisk)
        .expect("it builds");
    let (old, new) = (desk.files("out"), desk.files("new"));
    assert!(old != new && !old.keys().eq(new.keys()));
    (desk, old, new)
}

fn goes_wrong_everywhere(kind: Kind) -> usize {
    let all = formats(&[Format::Markdown, Format::Html]);
    for at in 0.. {
        let (desk, old, new) = prepared();
        let built = desk.build("out", Mode::Build, &all, &Trouble::new(kind, at));
        let left = desk.files("out");
        for (path, bytes) in &left {
            let is_unfinished = path.extension().is_some_and(|it| it == "hirekit");
            let is_whole = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
            assert!(
                is_whole || is_unfinished && kind == Kind::Killed,
                "step {at}: {}",
                path.display()
            );
        }
        match built {
            Ok(report) => {
                assert!(report.findings.is_empty() && at > 10);
                return at;
            }
            Err(error) if kind == Kind::Full => {
                let text = format!("{error:#}");
                assert!(
                    text.contains("cannot write") && text.ends_with("no storage space"),
                    "{text}"
                );
            }
            Err(_) => {}
        }
        // Somebody goes on writing before the next build.
        let guide = desk
            .read("guides/one.yaml")
            .replace("role: Your Role", "role: Another Role");
        desk.write("guides/one.yaml", &guide);
        let healed = desk
            .build("out", Mode::Build, &all, &RealDisk)
            .expect("there is room");
        assert!(
            healed.findings.is_empty(),
            "step {at}: {:?}",
            healed.findings
        );
        desk.build("newer", Mode::Build, &all, &RealDisk)
            .expect("there is room");
        assert!(desk.files("out") == desk.files("newer"), "step {at}");
    }
    unreachable!("a build has an end");
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
    let (desk, old, _) = prepared();
    let all = formats(&[Format::Markdown, Format::Html]);
    let built = desk.build("out", Mode::Build, &all, &Trouble::new(Kind::Full, 0));
    assert!(built.is_err());
    assert!(desk.files("out") == old);
}
