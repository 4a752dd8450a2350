//! The command line: one file for each subcommand.
//!
//! A subcommand does its work through the library and returns an [`Outcome`], from which the exit
//! code follows. Findings go to the error stream, results to the output.

mod arguments;
mod build;
mod check;
mod completions;
mod coverage;
mod explain;
mod guides;
mod init;
mod interrupt;
mod keep_built;
mod new;
mod rebuild;
mod schema;
mod serve;
mod show;
mod starter;
mod terminal;
mod watch;

pub use arguments::{Arguments, Command};
pub use terminal::Terminal;

use crate::finding::Finding;

/// How a command ended. The exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Clean,
    /// There are findings.
    Findings,
    /// The user has ended it with Ctrl-C.
    Interrupted,
}

impl Outcome {
    /// How a command ended that had these findings.
    fn of(findings: &[Finding]) -> Self {
        if findings.is_empty() {
            Self::Clean
        } else {
            Self::Findings
        }
    }

    /// The exit code: 0 clean, 1 findings, 130 ended by the user. A command that could not run at
    /// all ends with 2.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Interrupted => interrupt::EXIT_CODE,
        }
    }
}

/// Runs a command.
///
/// # Errors
///
/// What kept the command from running: a file that cannot be read or written, or a name that
/// fits nothing.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    match &arguments.command {
        Command::Init(command) => init::run(command, arguments, terminal),
        Command::New(command) => new::run(command, arguments, terminal),
        Command::Check(command) => check::run(command, arguments, terminal),
        Command::Build(command) => build::run(command, arguments, terminal),
        Command::Watch(command) => watch::run(command, arguments, terminal),
        Command::Serve(command) => serve::run(command, arguments, terminal),
        Command::Show(command) => show::run(command, arguments, terminal),
        Command::Coverage(command) => coverage::run(command, arguments, terminal),
        Command::Schema => schema::run(terminal),
        Command::Explain(command) => explain::run(command, terminal),
        Command::Completions(command) => completions::run(command, terminal),
    }
}
