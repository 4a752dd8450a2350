//! Whatever was built before, what a build leaves is what a build into an empty folder makes.

use crate::engine::{Desk, formats};
use hirekit::build::{Mode, RealDisk, Selection};
use hirekit::kit::{Audience, Format};
use hirekit::theme::Paper;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// Something that a person may do between two builds.
#[derive(Debug, Clone)]
enum Step {
    /// Another word in a guide, on paper or in a comment.
    Word(usize, u8),
    Comment(usize, u8),
    /// A stage is taken out of a guide, or put in again.
    Stage(usize),
    /// A guide is deleted, or comes back.
    Guide(usize),
    /// A template that some packets include is changed, or the change is undone.
    Template(u8),
    /// Words of the library: of the entry that both guides include, and of one that none does.
    Library(u8, u8),
    /// A word for a blank.
    Fill(u8),
    /// A packet is deleted or written over, or what is local is lost.
    Delete(usize),
    Overwrite(usize),
    Forget,
    /// A build of a part.
    Build(Part),
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Markdown,
    Html,
    Candidate,
    Handbook,
}

const GUIDES: [&str; 2] = ["one", "two"];
const STAGE: (&str, &str) = ("  - id: debrief\n    kind: debrief", "\nfaq:");

/// A question of the starter guide, and one that comes before it.
const QUESTION: &str = "      - id: disagreement\n";
const INCLUDE: &str = "      - {include: shared/used, competencies: [craft]}\n";

const LIBRARY: &str = "guides/library/shared.yaml";

/// The library, with these words in its two entries.
fn library(used: u8, unused: u8) -> String {
    format!(
        "format: 1\nid: shared\ntitle: Shared\nquestions:\n  - {{id: used, ask: How {used}?}}\n  - {{id: unused, \
         ask: Why {unused}?}}\n"
    )
}

fn step() -> impl Strategy<Value = Step> {
    let guide = 0..GUIDES.len();
    let part = prop_oneof![
        Just(Part::Markdown),
        Just(Part::Html),
        Just(Part::Candidate),
        Just(Part::Handbook),
    ];
    prop_oneof![
        1 => (guide.clone(), 0..3u8).prop_map(|(guide, word)| Step::Word(guide, word)),
        1 => (guide.clone(), 0..3u8).prop_map(|(guide, word)| Step::Comment(guide, word)),
        1 => guide.clone().prop_map(Step::Stage),
        1 => guide.prop_map(Step::Guide),
        1 => (0..3u8).prop_map(Step::Template),
        1 => (0..3u8, 0..2u8).prop_map(|(used, unused)| Step::Library(used, unused)),
        1 => (0..3u8).prop_map(Step::Fill),
        1 => (0..20usize).prop_map(Step::Delete),
        1 => (0..20usize).prop_map(Step::Overwrite),
        1 => Just(Step::Forget),
        4 => part.prop_map(Step::Build),
    ]
}

/// A workspace on which steps are taken.
struct Story {
    desk: Desk,
    /// The texts of guides that were taken away, and of stages.
    guides: [Option<String>; 2],
    stages: [Option<String>; 2],
}

impl Story {
    fn new() -> Self {
        let desk = Desk::with(&GUIDES);
        for guide in GUIDES {
            let path = format!("guides/{guide}.yaml");
            let text = desk.read(&path);
            let with = text.replacen(QUESTION, &format!("{INCLUDE}{QUESTION}"), 1);
            assert_ne!(with, text);
            desk.write(&path, &with);
        }
        desk.write(LIBRARY, &library(0, 0));
        Self {
            desk,
            guides: [None, None],
            stages: [None, None],
        }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Word(guide, word) => self.line(*guide, "role: ", &format!("Role {word}")),
            Step::Comment(guide, word) => self.line(*guide, "# A guide", &format!(" {word}")),
            Step::Stage(guide) => self.stage(*guide),
            Step::Guide(guide) => self.guide(*guide),
            Step::Template(0) => _ = std::fs::remove_dir_all(self.desk.path("templates")),
            Step::Template(word) => {
                let text = include_str!("../../templates/parts/time-bar.md");
                self.desk.write(
                    "templates/parts/time-bar.md",
                    &format!("{text}\nLine {word}.\n"),
                );
            }
            Step::Library(used, unused) => self.desk.write(LIBRARY, &library(*used, *unused)),
            Step::Fill(word) => {
                self.desk
                    .write("hirekit.yaml", &format!("fill: {{Company: Name {word}}}\n"));
            }
            Step::Delete(which) => self.file(*which, |path| _ = std::fs::remove_file(path)),
            Step::Overwrite(which) => self.file(*which, |path| _ = std::fs::write(path, "mine")),
            Step::Forget => _ = std::fs::remove_dir_all(self.desk.path("out/.hirekit")),
            Step::Build(part) => {
                let built = self
                    .desk
                    .build("out", Mode::Build, &part.selection(), &RealDisk);
                built.expect("the folder can be written");
            }
        }
    }

    fn line(&self, guide: usize, start: &str, rest: &str) {
        let path = format!("guides/{}.yaml", GUIDES[guide]);
        if self.guides[guide].is_none() {
            let text = self.desk.read(&path);
            let lines = text.lines().map(|line| match line.starts_with(start) {
                true => format!("{start}{rest}\n"),
                false => format!("{line}\n"),
            });
            self.desk.write(&path, &lines.collect::<String>());
        }
    }

    fn stage(&mut self, guide: usize) {
        let path = format!("guides/{}.yaml", GUIDES[guide]);
        if self.guides[guide].is_some() {
            return;
        }
        let text = self.desk.read(&path);
        let (start, end) = STAGE;
        if let Some(stage) = self.stages[guide].take() {
            self.desk
                .write(&path, &text.replacen(end, &format!("{stage}{end}"), 1));
        } else {
            let from = text.find(start).expect("the stage is there");
            let to = text.find(end).expect("the questions follow");
            self.stages[guide] = Some(text[from..to].to_owned());
            self.desk
                .write(&path, &format!("{}{}", &text[..from], &text[to..]));
        }
    }

    fn guide(&mut self, guide: usize) {
        let path = format!("guides/{}.yaml", GUIDES[guide]);
        if let Some(text) = self.guides[guide].take() {
            self.desk.write(&path, &text);
        } else if self.guides.iter().all(Option::is_none) {
            self.guides[guide] = Some(self.desk.read(&path));
            std::fs::remove_file(self.desk.path(&path)).expect("it can be removed");
        }
    }

    fn file(&self, which: usize, change: impl Fn(std::path::PathBuf)) {
        let files = self.desk.files("out");
        let packets = files.keys().filter(|path| !path.ends_with("kit.json"));
        if let Some(path) = packets.into_iter().nth(which) {
            change(self.desk.path("out").join(path));
        }
    }
}

impl Part {
    fn selection(self) -> Selection {
        let mut selection = formats(&[Format::Markdown, Format::Html]);
        match self {
            Self::Markdown => selection = formats(&[Format::Markdown]),
            Self::Html => selection = formats(&[Format::Html]),
            Self::Candidate => _ = selection.audiences.insert(Audience::Candidate),
            Self::Handbook => _ = selection.packets.insert("handbook".to_owned()),
        }
        selection
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_sequence_of_edits_ends_as_a_clean_build(steps in prop::collection::vec(step(), 1..14)) {
        let mut story = Story::new();
        for step in &steps {
            story.take(step);
        }
        let desk = &story.desk;
        let all = formats(&[Format::Markdown, Format::Html]);
        let report = desk.build("out", Mode::Force, &all, &RealDisk).expect("it builds");
        prop_assert!(report.findings.is_empty(), "{:?}", report.findings);
        desk.build("clean", Mode::Build, &all, &RealDisk).expect("it builds");
        let (left, clean) = (desk.files("out"), desk.files("clean"));
        prop_assert!(left.keys().eq(clean.keys()), "{:?}", left.keys());
        for (path, bytes) in &left {
            prop_assert!(clean[path] == *bytes, "{}", path.display());
        }
        let again = desk.build("out", Mode::Check, &all, &RealDisk).expect("it builds");
        prop_assert!(again.findings.is_empty(), "{:?}", again.findings);
    }
}

/// PDFs take longer to make: one story with all that they depend on.
#[test]
fn pdfs_follow_paper_forms_templates_and_parts() {
    let desk = Desk::with(&["one"]);
    let pdf = || formats(&[Format::Pdf]);
    let letter = || Selection {
        paper: Paper::Letter,
        ..pdf()
    };
    let part = |name: &str| Selection {
        packets: [name.to_owned()].into(),
        ..letter()
    };
    let drawn = || Selection {
        forms: hirekit::build::Forms::Drawn,
        ..part("interview")
    };
    let template = include_str!("../../templates/debrief.md");
    desk.build("out", Mode::Build, &pdf(), &RealDisk)
        .expect("it builds");
    desk.build("out", Mode::Build, &letter(), &RealDisk)
        .expect("it builds");
    // A letter that no packet had before: the fonts of all PDFs change.
    desk.write("templates/debrief.md", &format!("{template}\nЖ\n"));
    for selection in [part("interview"), drawn(), part("whole-kit"), letter()] {
        desk.build("out", Mode::Build, &selection, &RealDisk)
            .expect("it builds");
    }
    desk.build("clean", Mode::Build, &letter(), &RealDisk)
        .expect("it builds");
    assert!(desk.files("out") == desk.files("clean"));
}
