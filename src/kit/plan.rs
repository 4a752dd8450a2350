//! Which packets a guide makes.

use super::context::{
    Assessment, CandidateProfile, Debrief, Handbook, Head, Interview, Preparation,
    candidate::{CandidateBrief, ScenarioSheet},
    public::JobPosting,
};
use super::packet::Context;
use super::{Audience, Imprint, Packet, Words, listing};
use crate::guide::{Guide, Minutes, Short, Stage, StageKind};
use std::collections::BTreeMap;

/// The language of the built-in templates.
const LANGUAGE: &str = "en";

/// All packets of a guide, in the order in which a hiring team uses them.
///
/// `version` is the guide's [version](super::version()), `file` the name of its file.
pub fn packets(
    guide: &Guide,
    fills: &BTreeMap<String, String>,
    version: &str,
    file: &str,
) -> Vec<Packet> {
    let mut plan = Plan {
        guide,
        words: Words::new(guide, fills),
        version,
        file,
        packets: Vec::new(),
    };
    plan.handbook();
    plan.posting();
    plan.profile();
    plan.preparation();
    for stage in &guide.stages {
        plan.stage(stage);
        plan.brief(stage);
        plan.scenario(stage);
    }
    number(plan.packets)
}

struct Plan<'g> {
    guide: &'g Guide,
    words: Words<'g>,
    version: &'g str,
    file: &'g str,
    packets: Vec<Packet>,
}

impl Plan<'_> {
    fn handbook(&mut self) {
        let title = Short("Interviewer handbook".into());
        let purpose =
            "How to use this kit, the process at a glance, and answers to common questions";
        let head = self.head(&title, Audience::Internal);
        let context = Context::Handbook(Handbook::new(head, self.guide, &self.words));
        self.add(
            "handbook",
            &title,
            purpose,
            None,
            Audience::Internal,
            context,
        );
    }

    fn posting(&mut self) {
        let Some(posting) = &self.guide.posting else {
            return;
        };
        let title = Short("Job posting".into());
        let head = self.head(&title, Audience::Public);
        let context = JobPosting::new(head, self.guide, posting, &self.words);
        let context = Context::JobPosting(context);
        let purpose = "The posting, ready to publish";
        self.add(
            "job-posting",
            &title,
            purpose,
            None,
            Audience::Public,
            context,
        );
    }

    fn profile(&mut self) {
        let profile = self.guide.profile.as_ref();
        if profile.is_none() && self.guide.context.is_none() {
            return;
        }
        let title = Short("Candidate profile".into());
        let head = self.head(&title, Audience::Internal);
        let context = CandidateProfile::new(head, self.guide, profile, &self.words);
        let context = Context::CandidateProfile(context);
        let purpose = "Who you are looking for: competencies, outcomes, traits and red flags";
        self.add(
            "candidate-profile",
            &title,
            purpose,
            None,
            Audience::Internal,
            context,
        );
    }

    /// What the candidate is told to prepare.
    fn preparation(&mut self) {
        let Some(prep) = &self.guide.candidate_prep else {
            return;
        };
        let title = Short("How to prepare".into());
        let head = self.head(&title, Audience::Candidate);
        let context = Context::CandidatePrep(Preparation::new(head, prep, &self.words));
        let purpose = "What to prepare, with words and forms to start from: send it early";
        self.add(
            "candidate-prep",
            &title,
            purpose,
            None,
            Audience::Candidate,
            context,
        );
    }

    /// The packet for the people who lead a stage.
    fn stage(&mut self, stage: &Stage) {
        let head = self.head(&stage.title, Audience::Internal);
        let (guide, words) = (self.guide, &self.words);
        let (context, purpose) = match stage.kind {
            StageKind::Interview => (
                Context::Interview(Interview::new(head, guide, stage, words)),
                "Directions, questions with room for notes, and the scorecard",
            ),
            StageKind::Assessment => (
                Context::Assessment(Assessment::new(head, guide, stage, words)),
                "The exercise, questions with room for notes, and the scorecard",
            ),
            StageKind::Debrief => (
                Context::Debrief(Debrief::new(head, guide, stage, words)),
                "Agenda, questions for the panel, and everyone's scores side by side",
            ),
            StageKind::References => (
                Context::References(Interview::new(head, guide, stage, words)),
                "The script for a reference call, and its scorecard",
            ),
        };
        let (name, title) = (stage.id.as_str(), &stage.title);
        self.add(
            name,
            title,
            purpose,
            Some(stage.minutes),
            Audience::Internal,
            context,
        );
    }

    /// What the candidate is told about a stage beforehand.
    fn brief(&mut self, stage: &Stage) {
        let text = stage
            .directions
            .as_ref()
            .and_then(|text| text.candidate.as_ref());
        let Some(text) = text else { return };
        let head = self.head(&stage.title, Audience::Candidate);
        let text = self.words.prose(text);
        let context = CandidateBrief::new(head, self.guide, stage, text, &self.words);
        let context = Context::CandidateBrief(context);
        let purpose = "What to expect: send it with the invitation";
        let name = format!("{}-brief", stage.id);
        let minutes = Some(stage.minutes);
        self.add(
            &name,
            &stage.title,
            purpose,
            minutes,
            Audience::Candidate,
            context,
        );
    }

    /// The exercise, as the candidate gets it.
    fn scenario(&mut self, stage: &Stage) {
        let Some(scenario) = &stage.scenario else {
            return;
        };
        let head = self.head(&scenario.title, Audience::Candidate);
        let context = ScenarioSheet::new(head, self.guide, stage, scenario, &self.words);
        let context = Context::ScenarioSheet(context);
        let purpose = "The exercise: hand it out when the stage begins";
        let name = format!("{}-scenario", stage.id);
        let minutes = Some(stage.minutes);
        self.add(
            &name,
            &scenario.title,
            purpose,
            minutes,
            Audience::Candidate,
            context,
        );
    }

    fn head(&self, title: &Short, audience: Audience) -> Head {
        let role = self.words.line(&self.guide.role);
        Head::new(role, self.words.line(title), audience)
    }

    fn add(
        &mut self,
        name: &str,
        title: &Short,
        purpose: &str,
        minutes: Option<Minutes>,
        audience: Audience,
        context: Context,
    ) {
        let version = match audience {
            Audience::Internal => format!("Kit {} · built from {}", self.version, self.file),
            Audience::Candidate | Audience::Public => format!("Version {}", self.version),
        };
        self.packets.push(Packet {
            name: name.to_owned(),
            number: 0,
            purpose: purpose.to_owned(),
            minutes,
            imprint: Imprint {
                role: self.words.plain(&self.guide.role),
                title: self.words.plain(title),
                audience,
                version,
                language: LANGUAGE.to_owned(),
            },
            facts: match audience {
                Audience::Public => listing::job_posting(self.guide, &self.words),
                _ => None,
            },
            context,
        });
    }
}

/// Numbers the packets of each audience from 1.
fn number(mut packets: Vec<Packet>) -> Vec<Packet> {
    for audience in Audience::ALL {
        let same = packets
            .iter_mut()
            .filter(|packet| packet.audience() == audience);
        for (at, packet) in same.enumerate() {
            packet.number = at + 1;
        }
    }
    packets
}
