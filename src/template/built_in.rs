//! The templates compiled into the program.

use super::header;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A built-in template: one piece of what a kit looks like.
#[derive(Debug)]
pub struct BuiltIn {
    /// Its name: `parts/question.md`. A file of this name in a workspace's `templates/` replaces it.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The template.
    pub text: &'static str,
}

/// What a template is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Markdown, with tags: the text of a packet, or a part of it.
    Markdown,
    /// HTML, with tags: the page around a packet, or one that lists packets.
    Html,
    /// A style sheet, without tags.
    Css,
}

impl Language {
    /// That of the template of this name, by its ending. `None` if no template is called so.
    pub fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1 {
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            "css" => Some(Self::Css),
            _ => None,
        }
    }
}

/// The names of all built-in templates.
pub fn built_in_names() -> &'static BTreeSet<String> {
    static NAMES: OnceLock<BTreeSet<String>> = OnceLock::new();
    NAMES.get_or_init(|| BUILT_IN.iter().map(|it| it.name.to_owned()).collect())
}

impl BuiltIn {
    /// The one of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|it| it.name == name)
    }

    /// Those in a language, sorted by name.
    pub fn all_in(language: Language) -> impl Iterator<Item = &'static Self> {
        BUILT_IN
            .iter()
            .filter(move |it| Language::of(it.name) == Some(language))
    }

    /// Whether `text` is the same template, but for the line that `eject` puts on top.
    pub fn is_same(&self, text: &str) -> bool {
        header::split(text).1 == self.text
    }
}

macro_rules! built_in {
    ($name:literal, $about:literal) => {
        BuiltIn {
            name: $name,
            about: $about,
            text: include_str!(concat!("../../templates/", $name)),
        }
    };
}

/// Every built-in template, sorted by name.
pub const BUILT_IN: &[BuiltIn] = &[
    built_in!("all-kits.html", "the page that lists all kits"),
    built_in!(
        "assessment.md",
        "packet: an assessment, with its exercise, questions, drills and scorecard"
    ),
    built_in!(
        "candidate-brief.md",
        "packet: what a candidate is told about a stage"
    ),
    built_in!("candidate-prep.md", "packet: how a candidate prepares"),
    built_in!(
        "candidate-profile.md",
        "packet: who is looked for, and the role in context"
    ),
    built_in!(
        "compact.css",
        "what `density: compact` changes in the look of every page"
    ),
    built_in!(
        "debrief.md",
        "packet: the debrief, with everyone's scores side by side and the decision"
    ),
    built_in!("handbook.md", "packet: the interviewer handbook"),
    built_in!(
        "index.css",
        "the look of the pages that list packets and kits"
    ),
    built_in!(
        "interview.md",
        "packet: an interview, with its questions and scorecard"
    ),
    built_in!("job-posting.md", "packet: the job posting"),
    built_in!("kit-index.html", "the page that lists the packets of a kit"),
    built_in!(
        "page.html",
        "the page around every packet, with its running heads"
    ),
    built_in!(
        "parts/adjustments.md",
        "what a candidate who needs something different can ask for"
    ),
    built_in!(
        "parts/coverage.md",
        "which stage asks for and rates what, and the gaps"
    ),
    built_in!("parts/cv.md", "how to read a CV"),
    built_in!(
        "parts/decision-matrix.md",
        "a table in which a candidate weighs alternatives"
    ),
    built_in!(
        "parts/directions.md",
        "what the interviewer does first, and reads aloud"
    ),
    built_in!(
        "parts/drill.md",
        "one drill, with what a strong answer holds"
    ),
    built_in!("parts/drills.md", "all drills of an assessment"),
    built_in!("parts/faq.md", "questions that readers ask, with answers"),
    built_in!("parts/head.md", "the title of a packet, and who may see it"),
    built_in!(
        "parts/interview-blanks.md",
        "blanks for candidate, interviewer and date"
    ),
    built_in!("parts/notes.md", "room for notes, with a label"),
    built_in!(
        "parts/opening-notes.md",
        "room for notes where the first page would stay blank"
    ),
    built_in!("parts/prep/checklist.md", "preparation: a list to tick off"),
    built_in!("parts/prep/frame.md", "preparation: a form to fill in"),
    built_in!(
        "parts/prep/phrases.md",
        "preparation: phrases for a situation"
    ),
    built_in!("parts/prep/plan.md", "preparation: a plan, step by step"),
    built_in!("parts/prep/principles.md", "preparation: rules of thumb"),
    built_in!(
        "parts/prep/script.md",
        "preparation: a story to tell, part by part"
    ),
    built_in!(
        "parts/question.md",
        "one question: what to listen for, what to ask next, room for notes"
    ),
    built_in!(
        "parts/questions.md",
        "all questions of a stage, in their groups"
    ),
    built_in!(
        "parts/role/context.md",
        "the role in context: its mission, and the pieces below"
    ),
    built_in!("parts/role/deliverables.md", "the role: what it delivers"),
    built_in!("parts/role/failure-modes.md", "the role: how it goes wrong"),
    built_in!(
        "parts/role/industries.md",
        "the role: what changes with the industry"
    ),
    built_in!(
        "parts/role/mandate.md",
        "the role: what it owns, influences and supports"
    ),
    built_in!("parts/role/metrics.md", "the role: the numbers that count"),
    built_in!(
        "parts/role/side-by-side.md",
        "lists with titles, side by side when there are two or three"
    ),
    built_in!(
        "parts/role/stakeholders.md",
        "the role: the people around it"
    ),
    built_in!(
        "parts/role/workflow.md",
        "the role: how work goes through it"
    ),
    built_in!(
        "parts/scorecard.md",
        "the scorecard: a row for each criterion, the recommendation, the evidence"
    ),
    built_in!("parts/signature.md", "blanks for signature and date"),
    built_in!(
        "parts/stage-lead.md",
        "the line under the title of a stage: role, minutes, who leads it"
    ),
    built_in!(
        "parts/their-questions.md",
        "room for what the candidate asked"
    ),
    built_in!(
        "parts/time-bar.md",
        "how the time of a stage is used, as a bar"
    ),
    built_in!(
        "parts/time-table.md",
        "how the time of a stage is used, as a table"
    ),
    built_in!("parts/timeline.md", "what happens when, by the clock"),
    built_in!(
        "parts/weighted-total.md",
        "blanks for a weighted total, and how to work it out"
    ),
    built_in!(
        "references.md",
        "packet: a reference call, with its script and scorecard"
    ),
    built_in!(
        "roomy.css",
        "what `density: roomy` changes in the look of every page"
    ),
    built_in!(
        "run-sheet.md",
        "packet: one page for the table, with the time by the clock; declared in hirekit.yaml"
    ),
    built_in!(
        "running-foot.md",
        "what stands below every page, beside its number"
    ),
    built_in!(
        "running-head.md",
        "what stands above every page, beside who may see it"
    ),
    built_in!(
        "scenario-sheet.md",
        "packet: the exercise, as the candidate gets it"
    ),
    built_in!(
        "session.md",
        "packet: a stage of any other kind, with what its guide gives it"
    ),
    built_in!("style.css", "the look of every page"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The names of the files at and below a folder.
    fn files(folder: &Path, before: &str, names: &mut Vec<String>) {
        for entry in folder.read_dir().expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            let name = path.file_name().expect("it has a name").to_string_lossy();
            let name = format!("{before}{name}");
            match path.is_dir() {
                true => files(&path, &format!("{name}/"), names),
                false => names.push(name),
            }
        }
    }

    #[test]
    fn every_file_among_the_templates_is_compiled_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut names = Vec::new();
        files(&folder, "", &mut names);
        names.retain(|name| name != "README.md" && !name.starts_with("labels/"));
        names.sort();
        let known: Vec<_> = BUILT_IN.iter().map(|it| it.name).collect();
        assert_eq!(names, known);
        for it in BUILT_IN {
            assert!(Language::of(it.name).is_some(), "{}", it.name);
        }
    }
}
