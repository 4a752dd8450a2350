//! The page of all rules, which is made from what they say of themselves.

use super::rule::{Pack, Rule};
use super::rules::RULES;
use crate::finding::{Example, Severity};
use crate::labels::capitalised;
use std::fmt::Write as _;

/// All rules as one page of Markdown, the same on every run.
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    for pack in Pack::ALL {
        let rules = RULES.iter().filter(|rule| rule.packs.contains(&pack));
        let names: Vec<_> = rules.map(|rule| link(rule.name())).collect();
        let _ = writeln!(
            page,
            "| `{}` | {} | {} |",
            pack.name(),
            pack.about(),
            names.join(", ")
        );
    }
    for rule in RULES {
        page.push_str(&section(rule));
    }
    page
}

const HEAD: &str = "\
# Rules for a good and fair interview

`hirekit check` holds guides against these rules, and `hirekit explain RULE` prints one of them. None of them says
that a guide is lawful: the law packs say what a person who knows the law should look at.

- An *error* keeps a guide from being built. A *warning* makes `check` exit with 1. *Advice* is something to think about,
  and changes no exit code.
- `rules` in `hirekit.yaml` sets the level of a pack or of a rule: `rules: {law-uk: off, closed-question: advice}`. What is
  said of a rule counts for more than what is said of its pack; of several packs, the strictest counts.
- A comment excuses one place, and says why: `# allow RULE: reason`, above the line of the finding or at its end. The
  interviewer handbook lists the reasons.
- Rules that look at words understand English, and pass by guides in other languages.

This page is made from the rules: a test keeps it as they are.

| pack | what it is about | rules |
| --- | --- | --- |
";

fn section(rule: &Rule) -> String {
    let it = &rule.explanation;
    let level = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    };
    let packs: Vec<_> = rule
        .packs
        .iter()
        .map(|pack| format!("`{}`", pack.name()))
        .collect();
    let sources: String = rule.sources.iter().map(|it| format!("- {it}\n")).collect();
    format!(
        "\n## {}\n\n{} ({level}; {})\n\n{}\n\n**Why.** {}\n\n**What to do.** {}\n\n\
         Instead of\n\n{}\nwrite\n\n{}\nSources:\n\n{sources}",
        it.code,
        sentence(it.summary),
        packs.join(", "),
        rule.what,
        it.why,
        rule.help,
        block(it.bad),
        block(it.good),
    )
}

fn sentence(summary: &str) -> String {
    capitalised(summary) + "."
}

fn block(example: Example) -> String {
    match example {
        Example::Run(yaml) => format!("```yaml\n{yaml}```\n"),
        Example::Told(words) => format!("> {words}\n"),
    }
}

fn link(name: &str) -> String {
    format!("[{name}](#{name})")
}
