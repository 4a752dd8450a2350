//! Ctrl-C: the first asks the command to end well, the second ends it at once.

use super::Outcome;
use anyhow::Context;
use signal_hook::consts::SIGINT;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the user has pressed Ctrl-C.
#[derive(Debug, Clone)]
pub struct Interrupt {
    pressed: Arc<AtomicBool>,
}

impl Interrupt {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// The system does not let us.
    pub fn listen() -> anyhow::Result<Self> {
        let pressed = Arc::new(AtomicBool::new(false));
        // In this order, so that the first Ctrl-C does not end the process.
        let code = Outcome::Interrupted.code().into();
        let end = flag::register_conditional_shutdown(SIGINT, code, Arc::clone(&pressed));
        end.and_then(|_| flag::register(SIGINT, Arc::clone(&pressed)))
            .context("cannot listen to Ctrl-C")?;
        Ok(Self { pressed })
    }

    /// Whether it was pressed.
    pub fn is_pressed(&self) -> bool {
        self.pressed.load(Ordering::Relaxed)
    }
}
