//! Packets that a workspace declares, besides those that every guide has: a name, an audience, a
//! template, and which stages they are about.

use super::Audience;
use crate::guide::{Short, Stage, StageKind};
use crate::labels::{Labels, Purpose, capitalised};

/// A built-in template for declared packets: what an interviewer has on the table.
const RUN_SHEET: &str = "run-sheet";

/// A packet that a workspace declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The end of its name, and all of it when it is about the guide as a whole: `run-sheet`.
    pub name: String,
    /// Its title. Without one, it has the title that the labels have for a built-in template.
    pub title: Option<String>,
    /// One line on what it is for, for the page that lists packets.
    pub purpose: Option<String>,
    /// Who may see it. This decides which values its template is given.
    pub audience: Audience,
    /// The template.
    pub template: String,
    /// What it is about.
    pub about: About,
}

/// What a declared packet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The guide: there is one packet.
    Guide,
    /// Some stages, by their ids or kinds: there is one packet for each.
    Stages(Vec<String>),
}

impl Declared {
    /// One for each template that is built in for declared packets alone, about every stage.
    pub fn built_in() -> Vec<Self> {
        vec![Self {
            name: RUN_SHEET.to_owned(),
            title: None,
            purpose: None,
            audience: Audience::Internal,
            template: format!("{RUN_SHEET}.md"),
            about: About::Stages(StageKind::ALL.map(|kind| kind.name().to_owned()).to_vec()),
        }]
    }

    /// Whether there is a packet for this stage.
    pub fn is_about(&self, stage: &Stage) -> bool {
        match &self.about {
            About::Guide => false,
            About::Stages(names) => names
                .iter()
                .any(|name| *name == stage.id.as_str() || name == stage.kind.name()),
        }
    }

    /// Its title: the declared one, or else that of the labels, or else its name in words.
    pub(super) fn title(&self, labels: &Labels) -> Short {
        let known = self.known(labels).map(|it| it.title.as_str());
        Short(match (&self.title, known) {
            (Some(title), _) => title.clone(),
            (None, Some(title)) => super::words::label(title),
            (None, None) => in_words(&self.name),
        })
    }

    /// What it is for.
    pub(super) fn purpose<'a>(&'a self, labels: &'a Labels) -> &'a str {
        let known = self.known(labels).map(|it| it.purpose.as_str());
        self.purpose.as_deref().or(known).unwrap_or_default()
    }

    /// What the labels say of a declared packet whose template is built in.
    fn known<'a>(&self, labels: &'a Labels) -> Option<&'a Purpose> {
        (self.name == RUN_SHEET).then_some(&labels.program.packets.run_sheet)
    }

    /// All of it as bytes, each declaration unlike any other.
    pub(crate) fn parts(&self) -> Vec<&[u8]> {
        let (about, stages): (&[u8], &[String]) = match &self.about {
            About::Guide => (b"guide", &[]),
            About::Stages(stages) => (b"stages", stages),
        };
        let mut parts = vec![self.name.as_bytes(), self.audience.name().as_bytes()];
        for text in [&self.title, &self.purpose] {
            // What is left out is told from what is empty.
            let mark: &[u8] = if text.is_some() { b"+" } else { b"-" };
            parts.extend([mark, text.as_deref().unwrap_or_default().as_bytes()]);
        }
        parts.extend([self.template.as_bytes(), about]);
        parts.extend(stages.iter().map(String::as_bytes));
        parts
    }
}

/// `panel-notes` as `Panel notes`.
fn in_words(name: &str) -> String {
    capitalised(&name.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared() -> Declared {
        Declared {
            name: "panel-notes".to_owned(),
            title: None,
            purpose: None,
            audience: Audience::Internal,
            template: "panel-notes.md".to_owned(),
            about: About::Guide,
        }
    }

    #[test]
    fn a_packet_without_a_title_has_its_name_in_words() {
        let labels = crate::labels::Languages::english();
        assert_eq!(declared().title(labels).0, "Panel notes");
        let sheet = Declared {
            name: RUN_SHEET.to_owned(),
            ..declared()
        };
        assert_eq!(sheet.title(labels).0, "Run sheet");
        assert!(!sheet.purpose(labels).is_empty());
    }

    #[test]
    fn every_choice_is_in_the_parts() {
        let others = [
            Declared {
                name: "other".to_owned(),
                ..declared()
            },
            Declared {
                title: Some(String::new()),
                ..declared()
            },
            Declared {
                purpose: Some("For the panel".to_owned()),
                ..declared()
            },
            Declared {
                audience: Audience::Candidate,
                ..declared()
            },
            Declared {
                template: "other.md".to_owned(),
                ..declared()
            },
            Declared {
                about: About::Stages(vec!["interview".to_owned()]),
                ..declared()
            },
        ];
        for other in others {
            assert_ne!(other.parts(), declared().parts(), "{other:?}");
        }
    }
}
