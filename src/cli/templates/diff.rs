//! `hirekit templates diff`: what the workspace changed in a template, and what hirekit has changed
//! since the workspace's copy was made.

use super::super::arguments::Arguments;
use super::super::{Outcome, Terminal};
use super::arguments::DiffTemplates;
use super::named;
use crate::finding::visible;
use crate::report::Report;
use crate::template::header;
use crate::workspace::{EJECTED, Standing, TEMPLATES, standings};
use similar::TextDiff;
use std::fmt::Write as _;

pub(super) fn run(
    command: &DiffTemplates,
    arguments: &Arguments,
    terminal: &mut Terminal,
) -> anyhow::Result<Outcome> {
    let (standings, findings) = standings(&arguments.directory)?;
    let wanted = match command.templates.as_slice() {
        [] => standings.iter().filter(|it| is_replaced(it)).collect(),
        names => {
            let wanted = names.iter().map(|name| named(name, &standings));
            wanted.collect::<anyhow::Result<Vec<_>>>()?
        }
    };
    terminal.report(&Report::of(&findings))?;
    if wanted.is_empty() {
        terminal.say("This folder replaces no built-in template\n")?;
    }
    for template in wanted {
        terminal.say(&compared(template))?;
    }
    Ok(Outcome::of(&findings))
}

fn is_replaced(template: &Standing) -> bool {
    template.own.is_some() && template.built_in.is_some()
}

/// Both comparisons, each with a line that says what it is.
fn compared(template: &Standing) -> String {
    let name = &template.name;
    let (Some(own), Some(built_in)) = (&template.own, template.built_in) else {
        return match template.built_in {
            Some(_) => format!("# {name}: the built-in one is in force\n"),
            None => format!("# {name}: a piece of your own\n"),
        };
    };
    let today = format!("hirekit {}: {name}", env!("CARGO_PKG_VERSION"));
    let (header, own) = header::split(&own.text);
    let then = match &header {
        Some(header) => format!("hirekit {}: {name}", visible(header.version.chars())),
        None => format!("{TEMPLATES}/{EJECTED}/{name}"),
    };
    let (base, base_name) = match &template.ejected {
        Some(ejected) => (ejected.as_str(), &then),
        None => (built_in.text, &today),
    };
    let mine = format!("{TEMPLATES}/{name}");
    let mut text = section(
        &format!("# {name}: what you changed\n"),
        (base_name, base),
        (&mine, own),
    );
    match &template.ejected {
        Some(ejected) if ejected != built_in.text => text.push_str(&section(
            &format!("# {name}: what hirekit has changed since you copied it\n"),
            (&then, ejected),
            (&today, built_in.text),
        )),
        None if template.is_outdated() => {
            let _ = writeln!(
                text,
                "# {name}: hirekit has changed it since you copied it, but \
                 {TEMPLATES}/{EJECTED}/{name}, which tells what, is not there"
            );
        }
        _ => {}
    }
    text
}

/// The difference between two texts, each with its name.
fn section(title: &str, old: (&str, &str), new: (&str, &str)) -> String {
    let diff = TextDiff::from_lines(old.1, new.1);
    let diff = diff.unified_diff().header(old.0, new.0).to_string();
    let lines = diff.lines().map(|line| {
        let line = line.split('\t').map(|part| visible(part.chars()));
        line.collect::<Vec<_>>().join("\t") + "\n"
    });
    match diff.is_empty() {
        true => format!("{title}# nothing\n"),
        false => title.to_owned() + &lines.collect::<String>(),
    }
}
