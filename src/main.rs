//! The `hirekit` program.

use clap::Parser;
use hirekit::cli::{self, Arguments, MessageFormat, Outcome, Terminal};
use hirekit::parallel::STACK_BYTES;
use std::process::ExitCode;

/// Gets memory for the whole program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let work = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(run);
    let outcome = match work {
        // One that ended in a panic has said so.
        Ok(work) => work.join().unwrap_or(Outcome::CouldNotRun),
        Err(error) => {
            let error = anyhow::Error::new(error).context("cannot begin to work");
            let _ = Terminal::standard(MessageFormat::Text).fail(&error);
            Outcome::CouldNotRun
        }
    };
    outcome.into()
}

fn run() -> Outcome {
    let arguments = Arguments::parse();
    let mut terminal = Terminal::standard(arguments.message_format);
    if arguments.plain {
        terminal.speak_plainly();
    }
    cli::run(&arguments, &mut terminal).unwrap_or_else(|error| {
        // Nothing more can be done when even the error stream is closed.
        let _ = terminal.fail(&error);
        Outcome::CouldNotRun
    })
}
