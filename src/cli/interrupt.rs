//! Ctrl-C: the first asks the command to end well, the second ends it at once.

use anyhow::Context;
use signal_hook::consts::SIGINT;
use signal_hook::flag;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The exit code of a command that was ended by Ctrl-C, as shells have it: 128 and the number of
/// the signal.
pub const EXIT_CODE: u8 = 130;

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
        let end =
            flag::register_conditional_shutdown(SIGINT, EXIT_CODE.into(), Arc::clone(&pressed));
        end.and_then(|_| flag::register(SIGINT, Arc::clone(&pressed)))
            .context("cannot listen to Ctrl-C")?;
        Ok(Self { pressed })
    }

    /// Whether it was pressed.
    pub fn is_pressed(&self) -> bool {
        self.pressed.load(Ordering::Relaxed)
    }
}
