//! Waiting for a change, and for the end of it.

use super::{Snapshot, Sources};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often the files are looked at: a change is seen after half of this on average.
const INTERVAL: Duration = Duration::from_millis(200);

/// The rest after a look, in lengths of the look: however many files there are, and however slow
/// the disk, looking takes no more than one fiftieth of one processor.
const REST: u32 = 49;

/// Nor is a slow disk a reason to be blind for longer than this.
const LONGEST_REST: Duration = Duration::from_secs(2);

/// For how long files must stay as they are before a build: an editor writes a file in several
/// steps, and the clock of the file system must have moved on for the next save to show.
pub(super) const QUIET: Duration = Duration::from_millis(50);

/// The same while a file is missing: some editors remove a file and write it anew, and a guide
/// that is really gone takes its kit with it.
const QUIET_WHEN_GONE: Duration = Duration::from_millis(400);

/// A writer that never rests is not waited for any longer than this.
const PATIENCE: Duration = Duration::from_millis(800);

/// Waits for changes of the sources of a build.
#[derive(Debug)]
pub struct Watcher {
    sources: Sources,
    /// How they stood before the last build.
    seen: Snapshot,
}

impl Watcher {
    /// Looks at the sources, to begin with: a build that reads them should follow.
    pub fn new(mut sources: Sources) -> Self {
        let first = sources.look();
        let seen = settled(&mut sources, &Snapshot::default(), first);
        Self { sources, seen }
    }

    /// Waits until the sources stand otherwise than when this was last asked, and tells how they
    /// did before and do now. `None` when `is_over` says so: it is asked five times a second.
    pub fn wait(&mut self, is_over: &dyn Fn() -> bool) -> Option<(Snapshot, &Snapshot)> {
        loop {
            if is_over() {
                return None;
            }
            let began = Instant::now();
            let now = self.sources.look();
            if now != self.seen {
                self.sources.forget_theme();
                let now = settled(&mut self.sources, &self.seen, now);
                // Something was written and is as it was: a file was gone for a moment.
                if now == self.seen {
                    continue;
                }
                let before = std::mem::replace(&mut self.seen, now);
                return Some((before, &self.seen));
            }
            sleep((began.elapsed() * REST).clamp(INTERVAL, LONGEST_REST));
        }
    }
}

/// Looks until two looks in a row are the same. What is still being written when patience ends is
/// marked, so that the next comparison finds it different for certain.
fn settled(sources: &mut Sources, before: &Snapshot, mut last: Snapshot) -> Snapshot {
    let began = Instant::now();
    loop {
        sleep(match before.loses_a_file_in(&last) {
            true => QUIET_WHEN_GONE,
            false => QUIET,
        });
        let mut now = sources.look();
        if now == last {
            return now;
        }
        if began.elapsed() > PATIENCE {
            now.mark_restless(&last);
            return now;
        }
        last = now;
    }
}
