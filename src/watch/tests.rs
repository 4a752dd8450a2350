//! Watching a folder in which everything happens that editors do.

use super::{Change, Kind, Sources, Watcher};
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than any change takes to be seen on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

struct Watched {
    folder: TempDir,
    watcher: Watcher,
}

impl Watched {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        write(folder.path(), "guides/a.yaml", "a");
        let watcher = Watcher::new(Sources::new(folder.path(), &[]));
        Self { folder, watcher }
    }

    fn write(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text);
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// The changes, when there are any: `changed guides/a.yaml`.
    fn changes(&mut self) -> Vec<(Kind, String)> {
        let began = Instant::now();
        let waited = self.watcher.wait(&|| began.elapsed() > PATIENCE);
        let (before, now) = waited.expect("the change is seen");
        let changes = now.changes_since(&before).into_iter();
        let shown = changes.map(|Change { path, kind }| {
            let path = path.strip_prefix(self.folder.path());
            (kind, path.expect("it is in there").display().to_string())
        });
        shown.collect()
    }

    /// Looks twice, and sees nothing new.
    fn is_quiet(&mut self) -> bool {
        let asked = Cell::new(0);
        let is_over = || asked.replace(asked.get() + 1) == 2;
        self.watcher.wait(&is_over).is_none()
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
    fs::write(path, text).expect("it can be written");
}

#[test]
fn what_a_build_reads_is_watched_and_nothing_else() {
    let mut watched = Watched::new();
    watched.write("out/a/index.html", "x");
    watched.write("guides/guide.schema.json", "{}");
    watched.write("guides/.#a.yaml", "x");
    watched.write("guides/a.yaml~", "x");
    watched.write("guides/library/library.schema.json", "{}");
    watched.write("templates/notes.txt", "x");
    watched.write("labels/notes to myself.yaml", "x");
    assert!(watched.is_quiet());
    for (path, kind) in [
        ("guides/a.yaml", Kind::Changed),
        ("guides/b.yml", Kind::New),
        ("guides/library/c.yaml", Kind::New),
        ("hirekit.yaml", Kind::New),
        ("labels/de.yaml", Kind::New),
        ("templates/interview.md", Kind::New),
        ("templates/parts/role/metrics.md", Kind::New),
    ] {
        watched.write(path, "paper: a4 # x");
        assert_eq!(watched.changes(), [(kind, path.to_owned())]);
        assert!(watched.is_quiet());
    }
}

#[test]
fn the_files_of_the_theme_are_watched_as_soon_as_the_settings_name_them() {
    let mut watched = Watched::new();
    watched.write("fonts/one.ttf", "x");
    assert!(watched.is_quiet());
    watched.write(
        "hirekit.yaml",
        "theme: {font: {regular: fonts/one.ttf}, logo: {file: logo.svg, alt: x}}",
    );
    let both = ["fonts/one.ttf", "hirekit.yaml"].map(|it| (Kind::New, it.to_owned()));
    assert_eq!(watched.changes(), both);
    watched.write("logo.svg", "x");
    assert_eq!(watched.changes(), [(Kind::New, "logo.svg".to_owned())]);
}

#[test]
fn a_guide_that_is_named_is_watched_once_wherever_it_is() {
    let mut watched = Watched::new();
    watched.write("elsewhere/b.yaml", "b");
    let named = ["guides/a.yaml", "guides", "elsewhere/b.yaml"].map(|it| watched.path(it));
    watched.watcher = Watcher::new(Sources::new(watched.folder.path(), &named));
    for path in ["guides/a.yaml", "elsewhere/b.yaml"] {
        watched.write(path, "changed");
        assert_eq!(watched.changes(), [(Kind::Changed, path.to_owned())]);
    }
}

#[test]
fn a_file_put_in_the_place_of_another_is_a_change() {
    let mut watched = Watched::new();
    let guide = watched.path("guides/a.yaml");
    let times = fs::metadata(&guide).and_then(|data| data.modified());
    let times = times.expect("the system knows");
    // The same size and the same time: only the file is another.
    watched.write("elsewhere", "b");
    let new = fs::File::options()
        .write(true)
        .open(watched.path("elsewhere"));
    new.and_then(|file| file.set_modified(times))
        .expect("times can be set");
    fs::rename(watched.path("elsewhere"), &guide).expect("it can be renamed");
    let changed = vec![(Kind::Changed, "guides/a.yaml".to_owned())];
    assert_eq!(watched.changes(), changed);
}

#[test]
fn a_folder_that_comes_and_goes_is_followed() {
    let mut watched = Watched::new();
    fs::remove_dir_all(watched.path("guides")).expect("it is there");
    let a = |kind| vec![(kind, "guides/a.yaml".to_owned())];
    assert_eq!(watched.changes(), a(Kind::Gone));
    watched.write("guides/a.yaml", "a");
    assert_eq!(watched.changes(), a(Kind::New));
}

#[test]
fn a_file_that_is_gone_for_a_moment_is_not_gone() {
    let mut watched = Watched::new();
    let guide = watched.path("guides/a.yaml");
    fs::remove_file(&guide).expect("it is there");
    let editor = thread::spawn(move || {
        thread::sleep(Duration::from_millis(100));
        fs::write(guide, "b").expect("it can be written");
    });
    let changed = vec![(Kind::Changed, "guides/a.yaml".to_owned())];
    assert_eq!(watched.changes(), changed);
    editor.join().expect("it ends");
}

#[test]
fn a_writer_that_never_rests_is_not_waited_for() {
    let mut watched = Watched::new();
    let guide = watched.path("guides/a.yaml");
    let rest = Arc::new(AtomicBool::new(false));
    let writer = thread::spawn({
        let rest = Arc::clone(&rest);
        move || {
            while !rest.load(Ordering::Relaxed) {
                fs::write(&guide, "b").expect("it can be written");
                thread::sleep(Duration::from_millis(1));
            }
        }
    });
    for _ in 0..2 {
        assert_eq!(watched.changes().len(), 1);
    }
    rest.store(true, Ordering::Relaxed);
    writer.join().expect("it ends");
}

/// Saves of the same length, quicker than any clock of a file system ticks: what was last seen to
/// change was seen after the last save.
#[test]
fn the_last_of_many_saves_is_never_missed() {
    let mut watched = Watched::new();
    let guide = watched.path("guides/a.yaml");
    let editor = thread::spawn({
        let guide = guide.clone();
        move || {
            for save in 100..400 {
                fs::write(&guide, save.to_string()).expect("it can be written");
                thread::sleep(Duration::from_millis(1));
            }
        }
    });
    let began = Instant::now();
    let mut built = String::new();
    while built != "399" {
        assert!(began.elapsed() < PATIENCE, "{built} was built last");
        watched.changes();
        // As a build does, after it was told of the change.
        built = fs::read_to_string(&guide).expect("it is there");
    }
    editor.join().expect("it ends");
    while !watched.is_quiet() {}
}
