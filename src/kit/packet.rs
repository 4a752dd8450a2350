//! One packet of a kit.

use super::context::{
    Assessment, CandidateProfile, Debrief, Handbook, Interview, Preparation,
    candidate::{CandidateBrief, ScenarioSheet},
    declared::Chosen,
    public::JobPosting,
};
use super::{Audience, Imprint};
use crate::guide::Minutes;
use serde::Serialize;

/// The name of the PDF that holds all internal packets.
pub const WHOLE_KIT: &str = "whole-kit";

/// One packet of a kit, before it is rendered.
#[derive(Debug)]
pub struct Packet {
    /// Short name, as in `--packet` and in the file name: `screening`.
    pub name: String,
    /// Place among the packets for the same audience, from 1.
    pub number: usize,
    /// One line on what the packet is for.
    pub purpose: String,
    /// How long the stage takes, when the packet belongs to one.
    pub minutes: Option<Minutes>,
    /// What every page of it says.
    pub imprint: Imprint,
    /// The facts of a posting, as job boards want them (schema.org's JobPosting).
    pub facts: Option<serde_json::Map<String, serde_json::Value>>,
    /// The values for its template.
    pub context: Context,
}

/// The values for a packet's template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(
    missing_docs,
    reason = "each variant is named after its template, but for the one that a workspace or a guide chooses"
)]
pub enum Context {
    JobPosting(JobPosting),
    CandidateBrief(CandidateBrief),
    ScenarioSheet(ScenarioSheet),
    CandidatePrep(Preparation),
    CandidateProfile(CandidateProfile),
    Interview(Interview),
    Assessment(Assessment),
    Debrief(Debrief),
    References(Interview),
    Handbook(Handbook),
    Session(Assessment),
    Chosen(Chosen),
}

impl Packet {
    /// Who may see it.
    pub fn audience(&self) -> Audience {
        self.imprint.audience
    }

    /// Where its files go, below the folder of the kit and without extension:
    /// `internal/03-screening`.
    pub fn path(&self) -> String {
        format!("{}/{:02}-{}", self.audience(), self.number, self.name)
    }
}

impl Context {
    /// The template that these values are for.
    pub fn template(&self) -> &str {
        match self {
            Self::JobPosting(_) => "job-posting.md",
            Self::CandidateBrief(_) => "candidate-brief.md",
            Self::ScenarioSheet(_) => "scenario-sheet.md",
            Self::CandidatePrep(_) => "candidate-prep.md",
            Self::CandidateProfile(_) => "candidate-profile.md",
            Self::Interview(_) => "interview.md",
            Self::Assessment(_) => "assessment.md",
            Self::Debrief(_) => "debrief.md",
            Self::References(_) => "references.md",
            Self::Handbook(_) => "handbook.md",
            Self::Session(_) => "session.md",
            Self::Chosen(chosen) => &chosen.template,
        }
    }
}
