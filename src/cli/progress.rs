//! How far a build is, for a person who waits.

use super::interrupt::Interrupt;
use crate::build::Onlooker;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::io::Write as _;
use std::sync::Once;
use std::time::{Duration, Instant};

/// Whoever waits less than this needs no bar, which would only flicker.
const PATIENCE: Duration = Duration::from_millis(700);

/// Who watches a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// A person at a terminal.
    Person,
    /// A file, another program, or somebody who wants silence.
    Nobody,
}

/// Shows how far a build is, at what rate, and how long it will take.
pub struct Progress {
    audience: Audience,
    bar: ProgressBar,
    begun: Instant,
    shown: Once,
    told: Once,
    interrupt: Interrupt,
}

impl Progress {
    /// A bar that shows up when it takes long.
    pub fn new(audience: Audience, interrupt: Interrupt) -> Self {
        let style = "{bar:24} {pos}/{len} kits  {rate}  {eta} left";
        let style = ProgressStyle::with_template(style).expect("this is a valid template");
        let style = style.with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
            // Nobody can be told when the bar cannot be drawn.
            let _ = write!(out, "{:.1}/s", state.per_sec());
        });
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self {
            audience,
            bar: bar.with_style(style),
            begun: Instant::now(),
            shown: Once::new(),
            told: Once::new(),
            interrupt,
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Onlooker for Progress {
    fn begins(&self, guides: usize) {
        self.bar.set_length(guides as u64);
    }

    fn advances(&self) {
        if self.audience == Audience::Person && self.begun.elapsed() > PATIENCE {
            let show = || self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown.call_once(show);
        }
        self.bar.inc(1);
    }

    fn waits(&self) {
        self.told.call_once(|| {
            if self.audience == Audience::Person {
                // Nothing depends on it.
                let _ = writeln!(std::io::stderr(), "waiting for another build to end");
            }
        });
    }

    fn wants_to_stop(&self) -> bool {
        self.interrupt.is_pressed()
    }
}
