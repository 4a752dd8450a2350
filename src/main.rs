//! The `hirekit` program.

use clap::Parser;
use hirekit::cli::{self, Arguments, Terminal};
use hirekit::parallel::STACK_BYTES;
use std::process::ExitCode;

/// The exit code of a command that could not run.
const COULD_NOT_RUN: u8 = 2;

/// Gets memory for the whole program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let work = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(run);
    let ended = work.map(std::thread::JoinHandle::join);
    match ended {
        Ok(Ok(code)) => code,
        _ => ExitCode::from(COULD_NOT_RUN),
    }
}

fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut terminal = Terminal::standard();
    if arguments.plain {
        terminal.speak_plainly();
    }
    match cli::run(&arguments, &mut terminal) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(error) => {
            // Nothing more can be done when even the error stream is closed.
            let _ = terminal.fail(&error);
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}
