//! The packets that a workspace declares, checked.

use super::settings::PacketSettings;
use crate::finding::Example::Told;
use crate::finding::{Explanation, Finding, Severity, nearest, quoted, quoted_list};
use crate::guide::{Audience, Id, StageKind};
use crate::kit::{About, Declared, WHOLE_KIT};
use crate::yaml::{Key, Node};
use std::collections::{BTreeMap, BTreeSet};

/// The packets that every guide has, if it has what they are made from.
const USUAL: [&str; 5] = [
    "handbook",
    "job-posting",
    "candidate-profile",
    "candidate-prep",
    WHOLE_KIT,
];

/// The ends of the names of packets that stages have anyhow.
const USUAL_ENDS: [&str; 2] = ["brief", "scenario"];

pub(super) const BAD_PACKET: Explanation = Explanation {
    code: "bad-packet",
    severity: Severity::Error,
    summary: "a packet that the settings declare cannot be made",
    why: "A declared packet has a name of its own, a template, and what it is about: the guide as a whole, or some \
          stages. A packet for the public is about the guide, since postings are all that is published.",
    bad: Told("`handbook: {audience: internal}` below `packets:` in hirekit.yaml"),
    good: Told(
        "`run-sheet: {audience: internal, template: run-sheet.md, stages: [interview]}` below `packets:`",
    ),
};

pub(super) const UNKNOWN_STAGE: Explanation = Explanation {
    code: "unknown-stage",
    severity: Severity::Warning,
    summary: "a declared packet is about a stage that no guide has",
    why: "The packet would not be made, and nobody would notice until the day of the interview.",
    bad: Told("`stages: [screning]` below a packet in hirekit.yaml"),
    good: Told("`stages: [screening]`"),
};

/// The declared packets that can be made; `node` is where they stand, and `templates` are the names of
/// all there are.
pub(super) fn declared(
    packets: &BTreeMap<String, PacketSettings>,
    node: &Node,
    templates: &BTreeSet<String>,
    findings: &mut Vec<Finding>,
) -> Vec<Declared> {
    let entries = node.fields().iter();
    let entries = entries.filter_map(|(key, node)| Some((key, node, packets.get(&key.name)?)));
    let mut declared = Vec::new();
    for (key, node, settings) in entries {
        match wrong(key, node, settings, templates) {
            Some(finding) => findings.push(finding),
            None => declared.push(Declared {
                name: key.name.clone(),
                title: settings.title.clone(),
                purpose: settings.purpose.clone(),
                audience: audience(settings),
                template: template(&key.name, settings),
                about: match &settings.stages {
                    Some(stages) => About::Stages(stages.clone()),
                    None => About::Guide,
                },
            }),
        }
    }
    declared
}

fn audience(settings: &PacketSettings) -> Audience {
    settings.audience.unwrap_or(Audience::Internal)
}

/// The template of a packet: its own name, if it names no other.
fn template(name: &str, settings: &PacketSettings) -> String {
    let named = settings.template.clone();
    named.unwrap_or_else(|| format!("{name}.md"))
}

fn wrong(
    key: &Key,
    node: &Node,
    settings: &PacketSettings,
    templates: &BTreeSet<String>,
) -> Option<Finding> {
    let name = key.name.as_str();
    let about_name = |message: String| BAD_PACKET.finding(key.place.clone(), message);
    if !Id::is_valid(name) || name.len() > 32 {
        let message = format!("{} cannot be the name of a packet", quoted(name));
        let help = "use up to 32 lower-case letters, digits and hyphens";
        return Some(about_name(message).help(help));
    }
    let is_taken = match settings.stages {
        Some(_) => USUAL_ENDS.contains(&name),
        None => USUAL.contains(&name),
    };
    if is_taken {
        let message = format!("there is a packet {} already", quoted(name));
        return Some(about_name(message).help("choose another name"));
    }
    if audience(settings) == Audience::Public && settings.stages.is_some() {
        let place = node.get("stages").unwrap_or(node).place.clone();
        let finding = BAD_PACKET.finding(place, "a packet for the public is about no stage");
        return Some(finding.help("leave `stages` out, or make it `audience: candidate`"));
    }
    let template = template(name, settings);
    let usual = Declared::built_in()
        .into_iter()
        .find(|it| it.template == template);
    if let Some(usual) = usual {
        let named = |field: &str| node.get(field).map_or(&key.place, |it| &it.place).clone();
        if matches!(usual.about, About::Stages(_)) && settings.stages.is_none() {
            let message = format!("{} is a template about stages", quoted(&template));
            let finding = BAD_PACKET.finding(named("template"), message);
            return Some(finding.help("say which: `stages: [interview, assessment]`"));
        }
        if audience(settings) != usual.audience {
            let message = format!("{} shows what only the team may see", quoted(&template));
            let finding = BAD_PACKET.finding(named("audience"), message);
            return Some(finding.help("make it `audience: internal`, or name another template"));
        }
    }
    missing_template(key, node, &template, templates)
}

fn missing_template(
    key: &Key,
    node: &Node,
    template: &str,
    templates: &BTreeSet<String>,
) -> Option<Finding> {
    if templates.contains(template) && template.ends_with(".md") {
        return None;
    }
    let named = node.get("template");
    let place = named.map_or(&key.place, |named| &named.place).clone();
    let message = format!("there is no template {}", quoted(template));
    let finding = crate::check::unknown_template(place, message);
    let packets = templates.iter().filter(|it| it.ends_with(".md"));
    Some(match nearest(template, packets.map(String::as_str)) {
        Some(meant) if named.is_some() => finding.replace_with(meant),
        _ => finding.help(format!(
            "write it as `templates/{template}`, or name another"
        )),
    })
}

/// What is said of a stage that no guide has: `ids` are those of all stages of all guides.
pub(super) fn unknown_stages(node: &Node, ids: &BTreeSet<&str>) -> Vec<Finding> {
    let kinds = StageKind::ALL.map(StageKind::name);
    let packets = node.fields().iter();
    let named = packets.flat_map(|(_, packet)| packet.get("stages").map_or(&[][..], Node::items));
    let unknown = named.filter_map(|node| {
        let name = node.text()?;
        let known = kinds.iter().chain(ids).copied();
        if known.clone().any(|it| it == name) {
            return None;
        }
        let message = format!("no guide has a stage {}", quoted(name));
        let finding = UNKNOWN_STAGE.finding(node.place.clone(), message);
        Some(match nearest(name, known) {
            Some(meant) => finding.replace_with(meant),
            None => finding.help(format!(
                "name a stage by its id, or a kind of stages: {}",
                quoted_list(kinds)
            )),
        })
    });
    unknown.collect()
}
