//! The pages that list packets: one for each kit, and one for all kits.

use super::Skin;
use super::escape;
use super::shell::{Frame, Shell};
use crate::finding::Finding;
use crate::kit::{Audience, Format};
use crate::labels::Labels;
use minijinja::context;
use minijinja::value::Serde;
use serde::{Deserialize, Serialize};

/// What the index page of a kit says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitListing {
    /// The role: "IT Manager".
    pub role: String,
    /// The id of the guide, also the name of the kit's folder.
    pub id: String,
    /// The version line. May be empty.
    pub version: String,
    /// BCP 47 language tag of the kit's texts.
    pub language: String,
    /// The whole kit in one file, in the formats that exist. Internal.
    pub whole: Vec<FileLink>,
    /// The packets, in the order of their numbers.
    pub packets: Vec<PacketListing>,
}

/// What the index page of a kit says about one packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketListing {
    /// The title: "Screening interview".
    pub title: String,
    /// A few words on what it is for. May be empty.
    pub description: String,
    /// How long the stage takes, when the packet belongs to one.
    pub minutes: Option<u32>,
    /// Who may see it.
    pub audience: Audience,
    /// The files that exist.
    pub files: Vec<FileLink>,
}

/// A file to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLink {
    /// Its format.
    pub format: Format,
    /// Its path from the folder of the kit, with `/`: `internal/03-screening.html`.
    pub path: String,
}

/// What the page of all kits says about one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KitSummary {
    /// The role: "IT Manager".
    pub role: String,
    /// The version line. May be empty.
    pub version: String,
    /// BCP 47 language tag of the kit's texts.
    pub language: String,
    /// How many packets are for the hiring team.
    pub internal: usize,
    /// How many are for the candidate.
    pub candidate: usize,
    /// How many are for anyone.
    pub public: usize,
}

impl KitListing {
    /// The kit in short.
    pub fn summary(&self) -> KitSummary {
        let count = |audience| {
            let packets = self.packets.iter();
            packets.filter(|packet| packet.audience == audience).count()
        };
        KitSummary {
            role: self.role.clone(),
            version: self.version.clone(),
            language: self.language.clone(),
            internal: count(Audience::Internal),
            candidate: count(Audience::Candidate),
            public: count(Audience::Public),
        }
    }
}

impl Shell {
    /// The index page of one kit, which stands in the folder of the kit, with labels in its language.
    ///
    /// # Errors
    ///
    /// What is wrong with a template that the workspace replaces.
    pub fn kit_index(
        &self,
        kit: &KitListing,
        labels: &Labels,
        skin: &Skin,
    ) -> Result<String, Finding> {
        // Internal first: the page is the hiring team's, and these are what they come for.
        let groups: Vec<_> = [Audience::Internal, Audience::Candidate, Audience::Public]
            .into_iter()
            .filter_map(|audience| group(kit, audience, labels))
            .collect();
        let frame = self.index_frame(skin);
        let values = context! {
            frame => Serde(&frame),
            badge => labels.audience(Audience::Internal),
            role => &*kit.role,
            version => &*kit.version,
            whole => Serde(files(&kit.whole)),
            groups => Serde(groups),
        };
        self.render("kit-index.html", labels, values, &frame)
    }

    /// The index page of all kits, by the ids of their guides. It stands in the folder above theirs.
    ///
    /// # Errors
    ///
    /// What is wrong with a template that the workspace replaces.
    pub fn all_kits<'k>(
        &self,
        kits: impl IntoIterator<Item = (&'k str, &'k KitSummary)>,
        labels: &Labels,
        skin: &Skin,
    ) -> Result<String, Finding> {
        let entries = kits.into_iter().map(|(id, kit)| Kit {
            address: escape::path(&format!("{id}/index.html")),
            kit,
        });
        let entries: Vec<_> = entries.collect();
        let frame = self.index_frame(skin);
        let values = context! {
            frame => Serde(&frame),
            badge => labels.audience(Audience::Internal),
            kits => Serde(entries),
        };
        self.render("all-kits.html", labels, values, &frame)
    }

    fn index_frame(&self, skin: &Skin) -> Frame {
        let style = self.style(&["style.css", "index.css"], skin, "");
        Frame::new(style, skin)
    }
}

/// The index page of one kit, from the built-in templates.
pub fn kit_index(kit: &KitListing, labels: &Labels, skin: &Skin) -> String {
    let page = Shell::built_in().kit_index(kit, labels, skin);
    page.expect("built-in templates use only values that they are given")
}

/// The index page of all kits, from the built-in templates.
pub fn all_kits<'k>(
    kits: impl IntoIterator<Item = (&'k str, &'k KitSummary)>,
    labels: &Labels,
    skin: &Skin,
) -> String {
    let page = Shell::built_in().all_kits(kits, labels, skin);
    page.expect("built-in templates use only values that they are given")
}

#[derive(Debug, Serialize)]
struct Group {
    audience: &'static str,
    heading: String,
    /// Who may get these packets.
    rule: String,
    packets: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    title: String,
    description: String,
    minutes: Option<u32>,
    /// The file that the title opens.
    main: Option<File>,
    files: Vec<File>,
}

#[derive(Debug, Clone, Serialize)]
struct File {
    label: &'static str,
    address: String,
}

#[derive(Debug, Serialize)]
struct Kit<'k> {
    address: String,
    #[serde(flatten)]
    kit: &'k KitSummary,
}

fn group(kit: &KitListing, audience: Audience, labels: &Labels) -> Option<Group> {
    let packets = kit
        .packets
        .iter()
        .filter(|packet| packet.audience == audience);
    let packets: Vec<Entry> = packets.map(packet).collect();
    let groups = &labels.program.groups;
    let group = match audience {
        Audience::Internal => &groups.internal,
        Audience::Candidate => &groups.candidate,
        Audience::Public => &groups.public,
    };
    (!packets.is_empty()).then(|| Group {
        audience: audience.name(),
        heading: group.heading.clone(),
        rule: group.rule.clone(),
        packets,
    })
}

fn packet(packet: &PacketListing) -> Entry {
    let files = files(&packet.files);
    Entry {
        title: packet.title.clone(),
        description: packet.description.clone(),
        minutes: packet.minutes,
        main: files.first().cloned(),
        files,
    }
}

fn files(links: &[FileLink]) -> Vec<File> {
    let mut links: Vec<_> = links.iter().collect();
    links.sort_by_key(|link| order(link.format));
    links
        .into_iter()
        .map(|link| File {
            label: link.format.name(),
            address: escape::path(&link.path),
        })
        .collect()
}

/// Formats in the order in which people want them: to read and fill in, to print, to edit.
fn order(format: Format) -> u8 {
    match format {
        Format::Html => 0,
        Format::Pdf => 1,
        Format::Markdown => 2,
    }
}
