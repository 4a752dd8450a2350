//! What `watch` and `serve` do until Ctrl-C: build, wait for a change, build again, and say so in
//! plain lines, one below the other, that a screen reader reads well.

use super::arguments::{Arguments, Kits};
use super::interrupt::Interrupt;
use super::rebuild::{Rebuilt, rebuild};
use super::terminal::number;
use super::{Outcome, Terminal};
use crate::report::Report;
use crate::report::text::{self, Style};
use crate::watch::{Change, Sources, Watcher};
use std::time::{Duration, Instant};

/// The most names in one line.
const MOST_NAMES: usize = 3;

/// What is told after each build.
pub(super) struct News<'n> {
    /// Whether some file is new, different or gone.
    pub(super) is_different: bool,
    /// What is wrong, for people; empty when nothing is.
    pub(super) problems: &'n str,
}

/// Builds whenever something has changed.
pub(super) struct Keeper<'k> {
    kits: &'k Kits,
    arguments: &'k Arguments,
    interrupt: Interrupt,
    watcher: Watcher,
    /// What was wrong after the last build.
    problems: String,
}

impl<'k> Keeper<'k> {
    /// Listens to Ctrl-C and looks at the sources; nothing is built yet.
    pub(super) fn new(kits: &'k Kits, arguments: &'k Arguments) -> anyhow::Result<Self> {
        let interrupt = Interrupt::listen()?;
        let sources = Sources::new(&arguments.directory, &kits.guides);
        Ok(Self {
            kits,
            arguments,
            interrupt,
            watcher: Watcher::new(sources),
            problems: String::new(),
        })
    }

    /// Builds for the first time.
    ///
    /// # Errors
    ///
    /// What keeps a build from running: then there is nothing to keep.
    pub(super) fn begin(&mut self, terminal: &mut Terminal) -> anyhow::Result<()> {
        let began = Instant::now();
        let rebuilt = rebuild(self.kits, self.arguments, &self.interrupt)?;
        self.tell(&rebuilt, began.elapsed(), terminal)?;
        Ok(())
    }

    /// What was wrong after the last build, for people; empty when nothing was.
    pub(super) fn problems(&self) -> &str {
        &self.problems
    }

    /// Builds again after each change, and tells `listener`, until Ctrl-C. What keeps one build
    /// from running may be mended before the next.
    ///
    /// # Errors
    ///
    /// The terminal has gone.
    pub(super) fn go_on(
        mut self,
        terminal: &mut Terminal,
        listener: &dyn Fn(News<'_>),
    ) -> anyhow::Result<Outcome> {
        loop {
            let interrupt = self.interrupt.clone();
            let Some((before, now)) = self.watcher.wait(&|| interrupt.is_pressed()) else {
                return Ok(Outcome::Interrupted);
            };
            let changes = now.changes_since(&before);
            self.say(&describe(&changes), terminal)?;
            let began = Instant::now();
            let mut is_different = false;
            match rebuild(self.kits, self.arguments, &self.interrupt) {
                Ok(rebuilt) => {
                    self.tell(&rebuilt, began.elapsed(), terminal)?;
                    is_different = rebuilt.files + rebuilt.removed > 0;
                }
                Err(error) => {
                    terminal.fail(&error)?;
                    self.problems = format!("error: {error:#}\n");
                }
            }
            let problems = &self.problems;
            listener(News {
                is_different,
                problems,
            });
        }
    }

    /// Says what a build did. Findings that were there before are not said again.
    fn tell(
        &mut self,
        rebuilt: &Rebuilt,
        took: Duration,
        terminal: &mut Terminal,
    ) -> anyhow::Result<()> {
        let findings = &rebuilt.findings;
        let problems = text::text(findings, &Style::default());
        if problems != self.problems {
            terminal.report(&Report::of(findings))?;
            if findings.is_empty() {
                self.say("No findings any more", terminal)?;
            }
        } else if !findings.is_empty() {
            let count = number(findings.len(), "finding");
            self.say(&format!("Still {count}, as above"), terminal)?;
        }
        self.problems = problems;
        self.say(&summary(rebuilt, took), terminal)
    }

    fn say(&self, line: &str, terminal: &mut Terminal) -> anyhow::Result<()> {
        if self.arguments.quiet {
            return Ok(());
        }
        terminal.say(&format!("{line}\n"))
    }
}

/// `guides/a.yaml changed, guides/b.yaml is new`.
fn describe(changes: &[Change]) -> String {
    let mut names: Vec<_> = changes.iter().map(Change::to_string).collect();
    if names.len() > MOST_NAMES {
        names.truncate(MOST_NAMES - 1);
        names.push(format!("and {} more", changes.len() - names.len()));
    }
    names.join(", ")
}

/// `Built a and b in 0.2 s: 12 files written`.
fn summary(rebuilt: &Rebuilt, took: Duration) -> String {
    let ids = &rebuilt.changed;
    let mut text = match ids.as_slice() {
        [] if rebuilt.failed > 0 => return not_built(rebuilt.failed),
        [] if rebuilt.removed > 0 => "Done".to_owned(),
        [] => "No packet is different; checked".to_owned(),
        [all @ .., last] if ids.len() <= MOST_NAMES => {
            let all = all.join(", ");
            let and = if all.is_empty() { "" } else { " and " };
            format!("Built {all}{and}{last}")
        }
        _ => format!("Built {}", number(ids.len(), "kit")),
    };
    let seconds = took.as_secs_f64();
    text.push_str(&format!(" in {seconds:.1} s"));
    let counts = [(rebuilt.files, "written"), (rebuilt.removed, "removed")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<_> = counts
        .map(|(count, what)| format!("{} {what}", number(*count, "file")))
        .collect();
    if !counts.is_empty() {
        text.push_str(&format!(": {}", counts.join(", ")));
    }
    if rebuilt.failed > 0 {
        text.push('\n');
        text.push_str(&not_built(rebuilt.failed));
    }
    text
}

fn not_built(count: usize) -> String {
    let guides = number(count, "guide");
    format!("{guides} not built: what is there stays as it was, see the findings above")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Kind;
    use std::path::PathBuf;

    #[test]
    fn a_line_has_at_most_three_names() {
        let change = |at: usize| Change {
            path: PathBuf::from(format!("./guides/{at}.yaml")),
            kind: [Kind::Changed, Kind::New, Kind::Gone][at % 3],
        };
        let changes: Vec<_> = (0..5).map(change).collect();
        assert_eq!(describe(&changes[..1]), "guides/0.yaml changed");
        assert_eq!(
            describe(&changes[..3]),
            "guides/0.yaml changed, guides/1.yaml is new, guides/2.yaml is gone"
        );
        assert_eq!(
            describe(&changes),
            "guides/0.yaml changed, guides/1.yaml is new, and 3 more"
        );
    }

    #[test]
    fn a_build_is_told_in_a_line() {
        let told = |ids: &[&str], removed, failed| {
            let rebuilt = Rebuilt {
                findings: Vec::new(),
                changed: ids.iter().map(|id| (*id).to_owned()).collect(),
                files: 2 * ids.len(),
                removed,
                failed,
            };
            summary(&rebuilt, Duration::from_millis(250))
        };
        assert_eq!(told(&[], 0, 0), "No packet is different; checked in 0.2 s");
        assert_eq!(told(&["a"], 0, 0), "Built a in 0.2 s: 2 files written");
        assert_eq!(told(&[], 1, 0), "Done in 0.2 s: 1 file removed");
        assert_eq!(
            told(&["a"], 3, 0),
            "Built a in 0.2 s: 2 files written, 3 files removed"
        );
        assert_eq!(
            told(&["a", "b", "c"], 0, 0),
            "Built a, b and c in 0.2 s: 6 files written"
        );
        assert_eq!(
            told(&["a", "b", "c", "d"], 0, 1),
            "Built 4 kits in 0.2 s: 8 files written\n\
             1 guide not built: what is there stays as it was, see the findings above"
        );
    }
}
