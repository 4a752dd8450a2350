//! Which packets a guide makes.

use super::context::{
    Assessment, CandidateProfile, Debrief, Handbook, Head, Interview, Preparation,
    candidate::{CandidateBrief, ScenarioSheet},
    declared::{CandidateGuide, CandidateStage, Chosen, TeamGuide, TeamStage, Values},
    public::JobPosting,
};
use super::packet::Context;
use super::words::label;
use super::{About, Audience, Declared, Imprint, Packet, Running, Words, listing};
use crate::guide::{Guide, Minutes, Short, Stage, StageKind};
use crate::labels::{Labels, Purpose};
use std::collections::BTreeMap;
use std::sync::Arc;

/// All packets of a guide, in the order in which a hiring team uses them.
///
/// Words of our own are the `labels` of its language. Packets that the workspace declares come last,
/// so that the others keep their numbers.
pub fn packets(
    guide: &Guide,
    Made {
        fills,
        declared,
        version,
        file,
    }: Made<'_>,
    labels: &Arc<Labels>,
) -> Vec<Packet> {
    let mut plan = Plan {
        guide,
        words: Words::new(guide, fills, labels),
        version,
        file,
        labels,
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
    for declared in declared {
        plan.declared(declared);
    }
    number(plan.packets)
}

/// What packets are made from, besides their guide and labels.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// Words for placeholders, by name.
    pub fills: &'a BTreeMap<String, String>,
    /// The packets that the workspace declares.
    pub declared: &'a [Declared],
    /// The guide's [version](super::version()).
    pub version: &'a str,
    /// The name of the guide's file.
    pub file: &'a str,
}

struct Plan<'g> {
    guide: &'g Guide,
    words: Words<'g>,
    version: &'g str,
    file: &'g str,
    labels: &'g Arc<Labels>,
    packets: Vec<Packet>,
}

impl<'g> Plan<'g> {
    fn handbook(&mut self) {
        let (title, purpose) = self.labelled(&self.labels.program.packets.handbook);
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
        let (title, purpose) = self.labelled(&self.labels.program.packets.job_posting);
        let head = self.head(&title, Audience::Public);
        let context = JobPosting::new(head, self.guide, posting, &self.words);
        let context = Context::JobPosting(context);
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
        let (title, purpose) = self.labelled(&self.labels.program.packets.candidate_profile);
        let head = self.head(&title, Audience::Internal);
        let context = CandidateProfile::new(head, self.guide, profile, &self.words);
        let context = Context::CandidateProfile(context);
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
        let (title, purpose) = self.labelled(&self.labels.program.packets.candidate_prep);
        let head = self.head(&title, Audience::Candidate);
        let context = Context::CandidatePrep(Preparation::new(head, prep, &self.words));
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
        let purposes = &self.labels.program.packets;
        let (context, purpose) = match stage.kind {
            StageKind::Interview => (
                Context::Interview(Interview::new(head, guide, stage, words)),
                &purposes.interview,
            ),
            StageKind::Assessment => (
                Context::Assessment(Assessment::new(head, guide, stage, words)),
                &purposes.assessment,
            ),
            StageKind::Debrief => (
                Context::Debrief(Debrief::new(head, guide, stage, words)),
                &purposes.debrief,
            ),
            StageKind::References => (
                Context::References(Interview::new(head, guide, stage, words)),
                &purposes.references,
            ),
            StageKind::Session => (
                Context::Session(Assessment::new(head, guide, stage, words)),
                &purposes.session,
            ),
        };
        let context = match &stage.template {
            Some(template) => Context::Chosen(Chosen {
                template: template.0.clone(),
                values: Values::Usual(Box::new(context)),
            }),
            None => context,
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
        let purpose = &self.labels.program.packets.brief;
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
        let context = ScenarioSheet::new(head, stage, scenario, &self.words);
        let context = Context::ScenarioSheet(context);
        let purpose = &self.labels.program.packets.scenario;
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

    /// The packets that the workspace declares under one name: one for the guide, or one for each of
    /// some stages.
    fn declared(&mut self, declared: &Declared) {
        let (guide, audience) = (self.guide, declared.audience);
        let title = declared.title(self.labels);
        let purpose = declared.purpose(self.labels).to_owned();
        let chosen = |values| {
            Context::Chosen(Chosen {
                template: declared.template.clone(),
                values,
            })
        };
        if declared.about == About::Guide {
            let head = self.head(&title, audience);
            if let Some(values) = self.of_guide(head, audience) {
                self.add(
                    &declared.name,
                    &title,
                    &purpose,
                    None,
                    audience,
                    chosen(values),
                );
            }
        }
        for stage in guide.stages.iter().filter(|it| declared.is_about(it)) {
            let title = Short(format!("{} · {}", stage.title.0, title.0));
            let head = self.head(&title, audience);
            let values = match audience {
                Audience::Internal => {
                    Values::TeamStage(TeamStage::new(head, guide, stage, &self.words))
                }
                Audience::Candidate | Audience::Public => {
                    Values::CandidateStage(CandidateStage::new(head, guide, stage, &self.words))
                }
            };
            let name = format!("{}-{}", stage.id, declared.name);
            let minutes = Some(stage.minutes);
            self.add(&name, &title, &purpose, minutes, audience, chosen(values));
        }
    }

    /// What a declared packet about the guide is given. None for the public when there is no posting.
    fn of_guide(&self, head: Head, audience: Audience) -> Option<Values> {
        let (guide, words) = (self.guide, &self.words);
        Some(match audience {
            Audience::Internal => Values::TeamGuide(TeamGuide::new(head, guide, words)),
            Audience::Candidate => Values::CandidateGuide(CandidateGuide::new(head, guide, words)),
            Audience::Public => {
                let posting = guide.posting.as_ref()?;
                Values::JobPosting(JobPosting::new(head, guide, posting, words))
            }
        })
    }

    /// Title and purpose of a packet that is about no stage.
    fn labelled(&self, packet: &'g Purpose) -> (Short, &'g str) {
        (Short(label(&packet.title)), &packet.purpose)
    }

    fn head(&self, title: &Short, audience: Audience) -> Head {
        let role = self.words.line(&self.guide.role);
        Head::new(role, self.words.line(title), audience, self.labels)
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
        let foot = &self.labels.program.foot;
        let version = match audience {
            Audience::Internal => &foot.built_from,
            Audience::Candidate | Audience::Public => &foot.version,
        };
        let version = version.fill(&[("version", self.version), ("file", self.file)]);
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
                running: Running::default(),
                labels: Arc::clone(self.labels),
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
