//! How a command can end: the one place that knows the exit codes.

use crate::finding::{Finding, Severity};
use std::process::ExitCode;

/// How a command ended. The exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Clean,
    /// There are findings.
    Findings,
    /// The command could not run. What was in place before is in place still.
    CouldNotRun,
    /// The user has ended it with Ctrl-C.
    Interrupted,
}

impl Outcome {
    /// All of them, by exit code.
    pub const ALL: [Self; 4] = [
        Self::Clean,
        Self::Findings,
        Self::CouldNotRun,
        Self::Interrupted,
    ];

    /// How a command ended that had these findings. Advice alone leaves everything well.
    pub fn of(findings: &[Finding]) -> Self {
        if findings.iter().all(|it| it.severity == Severity::Advice) {
            Self::Clean
        } else {
            Self::Findings
        }
    }

    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::CouldNotRun => 2,
            // As shells have it: 128 and the number of the signal.
            Self::Interrupted => 130,
        }
    }

    /// What the exit code tells whoever started the program.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Clean => "clean, or nothing but advice",
            Self::Findings => "there are errors or warnings",
            Self::CouldNotRun => {
                "the command could not run: a file cannot be read, a name fits nothing"
            }
            Self::Interrupted => "ended by Ctrl-C",
        }
    }

    /// All exit codes with their meanings, for `--help`.
    pub(super) fn table() -> String {
        let lines = Self::ALL.map(|it| format!("\n  {:<3}  {}", it.code(), it.meaning()));
        format!("Exit codes:{}", lines.concat())
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn the_readme_has_the_same_table() {
        let readme = include_str!("../../README.md");
        let rows = Outcome::ALL.map(|it| format!("| {} | {} |\n", it.code(), it.meaning()));
        assert!(readme.contains(&rows.concat()), "{}", rows.concat());
    }

    #[test]
    fn codes_are_what_scripts_rely_on() {
        assert_eq!(Outcome::ALL.map(Outcome::code), [0, 1, 2, 130]);
    }
}
