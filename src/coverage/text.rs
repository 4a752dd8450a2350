//! Coverage as tables of text, for a terminal.

use super::{Coverage, Covered, GapLabel, in_words};
use crate::guide::{Guide, Short};
use crate::kit::Words;
use crate::labels::Languages;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// The longest name that gets a column of its own width. Longer ones are cut.
const LONGEST_NAME: usize = 40;

/// The coverage of `guide`: a legend, the two tables, the gaps.
pub fn text(guide: &Guide, coverage: &Coverage<'_>, words: &Words<'_>) -> String {
    let name = |text: &Short| crate::finding::visible(words.plain(text).chars());
    let mut out = format!("{} ({})\n\n", name(&guide.role), guide.id);
    stages(&mut out, coverage, &name);
    let competencies = coverage.competencies.iter().map(|(competency, cells)| {
        let cells = cells.iter().map(|cell| covered(*cell)).collect();
        (name(&competency.name), cells)
    });
    table(&mut out, "Competency", coverage, competencies.collect());
    out.push_str("The number of questions that ask for it; r where the scorecard rates it.\n\n");
    let outcomes = coverage.outcomes.iter().map(|(outcome, rated)| {
        let cells = rated.iter().map(|rated| if *rated { "r" } else { "-" });
        (name(&outcome.name), cells.map(str::to_owned).collect())
    });
    if !coverage.outcomes.is_empty() {
        table(&mut out, "Outcome", coverage, outcomes.collect());
        out.push('\n');
    }
    gaps(&mut out, coverage, &name);
    out
}

fn stages(out: &mut String, coverage: &Coverage<'_>, name: &impl Fn(&Short) -> String) {
    let names: Vec<_> = coverage.stages.iter().map(|it| name(&it.title)).collect();
    let width = width(names.iter());
    for (at, (stage, name)) in coverage.stages.iter().zip(&names).enumerate() {
        let optional = if stage.optional { ", optional" } else { "" };
        let time = in_words(stage.minutes.into());
        let _ = writeln!(out, "{:>3}  {}  {time}{optional}", at + 1, pad(name, width));
    }
    let _ = write!(
        out,
        "     {}  {}",
        pad("In all", width),
        in_words(coverage.minutes)
    );
    if coverage.optional_minutes > 0 {
        let more = in_words(coverage.optional_minutes);
        let _ = write!(out, ", and {more} more with all optional stages");
    }
    out.push_str("\n\n");
}

fn covered(cell: Covered) -> String {
    match cell {
        Covered {
            asked: 0,
            rated: false,
        } => "-".to_owned(),
        Covered {
            asked: 0,
            rated: true,
        } => "r".to_owned(),
        Covered {
            asked,
            rated: false,
        } => asked.to_string(),
        Covered { asked, rated: true } => format!("{asked}r"),
    }
}

/// One row for each name, one column for each stage.
fn table(out: &mut String, head: &str, coverage: &Coverage<'_>, rows: Vec<(String, Vec<String>)>) {
    let width = width(rows.iter().map(|(name, _)| name)).max(head.len());
    let _ = write!(out, "{}", pad(head, width));
    for number in 1..=coverage.stages.len() {
        let _ = write!(out, " {number:>4}");
    }
    out.push('\n');
    for (name, cells) in rows {
        let _ = write!(out, "{}", pad(&name, width));
        for cell in cells {
            let _ = write!(out, " {cell:>4}");
        }
        out.push('\n');
    }
}

fn gaps(out: &mut String, coverage: &Coverage<'_>, name: &impl Fn(&Short) -> String) {
    if coverage.gaps.is_empty() {
        out.push_str("No gaps.\n");
        return;
    }
    out.push_str("Gaps\n");
    for gap in &coverage.gaps {
        // The program speaks English in a terminal.
        let what = match gap.label(&Languages::english().program.gaps) {
            GapLabel::Plain(label) => label.to_owned(),
            GapLabel::About(label, stage) => label.fill(&[("stage", &name(&stage.title))]),
        };
        let _ = writeln!(out, "  - {}: {what}", name(gap.subject()));
    }
}

fn width<'a>(names: impl Iterator<Item = &'a String>) -> usize {
    names
        .map(|name| name.width())
        .max()
        .unwrap_or(0)
        .min(LONGEST_NAME)
}

/// `name`, as wide as `width`: filled with spaces, or cut.
fn pad(name: &str, width: usize) -> String {
    let mut shown = String::new();
    for c in name.chars() {
        shown.push(c);
        if shown.width() > width {
            shown.pop();
            while shown.width() + 1 > width && shown.pop().is_some() {}
            shown.push('…');
            break;
        }
    }
    let missing = width.saturating_sub(shown.width());
    shown + &" ".repeat(missing)
}
