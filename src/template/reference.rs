//! The reference of templates: the pieces there are, and what each packet hands to them.

use super::{BUILT_IN, closure};
use crate::kit::{CONTRACT_VERSION, Contract, contracts};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What stands before the tables. `VERSION` stands for that of the contract.
const INTRODUCTION: &str = include_str!("reference.md");

/// The reference, as Markdown: the same on every run.
pub fn reference() -> String {
    let mut text = INTRODUCTION.replace("VERSION", &CONTRACT_VERSION.to_string());
    text.push_str("\n## The templates\n\n| template | what it is |\n| --- | --- |\n");
    for it in BUILT_IN {
        let _ = writeln!(text, "| `{}` | {} |", it.name, it.about);
    }
    let templates: BTreeMap<_, _> = BUILT_IN.iter().map(|it| (it.name, it.text)).collect();
    let reach = closure::reach(&templates);
    for contract in contracts() {
        // What declared packets are given is for templates that are not there yet.
        let pieces = reach.get(contract.template).into_iter().flatten().copied();
        let pieces = pieces.filter(|name| *name != contract.template);
        text.push_str(&of_packet(&contract, pieces));
    }
    text
}

/// The values that a packet hands to its template and to the pieces that it includes.
fn of_packet<'n>(contract: &Contract, pieces: impl Iterator<Item = &'n str>) -> String {
    let mut text = format!("\n## {}\n\n", contract.template);
    let pieces: Vec<_> = pieces.map(|name| format!("`{name}`")).collect();
    if !pieces.is_empty() {
        let _ = writeln!(text, "Includes {}.\n", pieces.join(", "));
    }
    text.push_str("| value | kind | what it is |\n| --- | --- | --- |\n");
    for value in &contract.values {
        let (path, kind, about) = (&value.path, &value.kind, &value.about);
        let _ = writeln!(text, "| `{path}` | {kind} | {about} |");
    }
    text
}
