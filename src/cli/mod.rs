//! The command line: one file for each subcommand.
//!
//! A subcommand does its work through the library and returns an [`Outcome`], from which the exit
//! code follows. Findings go to the error stream, results to the output; in a format for programs,
//! findings go to the output and results nowhere.

mod arguments;
mod build;
mod call;
mod check;
mod completions;
mod coverage;
mod explain;
mod guides;
mod init;
mod interrupt;
mod keep_built;
mod new;
mod outcome;
mod progress;
mod rebuild;
mod schema;
mod serve;
mod show;
mod starter;
mod templates;
mod terminal;
mod watch;
mod where_used;
mod workflow;

pub use arguments::{Arguments, Command, MessageFormat};
pub use outcome::Outcome;
pub use terminal::Terminal;

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
        Command::Templates(command) => templates::run(command, arguments, terminal),
        Command::Schema(command) => schema::run(command, terminal),
        Command::Explain(command) => explain::run(command, terminal),
        Command::Completions(command) => completions::run(command, terminal),
    }
}
