//! `hirekit explain`: what a code means, with an example.

use super::arguments::Explain;
use super::{Outcome, Terminal};

use crate::finding::{codes, explain, nearest};
use anyhow::bail;

pub(super) fn run(command: &Explain, terminal: &mut Terminal) -> anyhow::Result<Outcome> {
    let Some(code) = &command.code else {
        let all = codes();
        let width = all.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
        let lines = all
            .iter()
            .map(|(code, summary)| format!("{code:width$}  {summary}\n"));
        terminal.print(&lines.collect::<String>())?;
        return Ok(Outcome::Clean);
    };
    match explain(code) {
        Some(text) => terminal.print(&format!("{}\n", text.trim_end()))?,
        None => {
            let all = codes();
            match nearest(code, all.iter().map(|(code, _)| *code)) {
                Some(close) => bail!("there is no code `{code}`: did you mean `{close}`?"),
                None => bail!("there is no code `{code}`: `hirekit explain` lists them all"),
            }
        }
    }
    Ok(Outcome::Clean)
}
