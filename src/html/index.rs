//! The pages that list packets: one for each kit, and one for all kits.

use super::escape;
use super::shell::{self, Frame};
use crate::kit::{Audience, Format};
use minijinja::context;
use minijinja::value::Serde;
use serde::Serialize;

/// What the index pages say about one kit.
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

/// The index page of one kit, which stands in the folder of the kit.
pub fn kit_index(kit: &KitListing) -> String {
    // Internal first: the page is the hiring team's, and these are what they come for.
    let groups: Vec<_> = [Audience::Internal, Audience::Candidate, Audience::Public]
        .into_iter()
        .filter_map(|audience| group(kit, audience))
        .collect();
    shell::render(
        "kit-index.html",
        context! {
            frame => Serde(frame()),
            role => &*kit.role,
            version => &*kit.version,
            language => &*kit.language,
            whole => Serde(files(&kit.whole)),
            groups => Serde(groups),
        },
    )
}

/// The index page of all kits, which stands in the folder above theirs.
pub fn all_kits(kits: &[KitListing]) -> String {
    let entries: Vec<_> = kits.iter().map(entry).collect();
    shell::render(
        "all-kits.html",
        context! {
            frame => Serde(frame()),
            kits => Serde(entries),
        },
    )
}

fn frame() -> Frame {
    Frame::new(shell::style(&["style.css", "index.css"], ""))
}

#[derive(Debug, Serialize)]
struct Group {
    audience: &'static str,
    heading: &'static str,
    /// Who may get these packets.
    rule: &'static str,
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
struct Kit {
    role: String,
    version: String,
    language: String,
    address: String,
    internal: usize,
    candidate: usize,
    public: usize,
}

fn group(kit: &KitListing, audience: Audience) -> Option<Group> {
    let packets = kit
        .packets
        .iter()
        .filter(|packet| packet.audience == audience);
    let packets: Vec<Entry> = packets.map(packet).collect();
    let (heading, rule) = match audience {
        Audience::Internal => (
            "For the hiring team",
            "Internal. Do not give these to candidates.",
        ),
        Audience::Candidate => (
            "For the candidate",
            "Made to be sent. There is nothing internal in them.",
        ),
        Audience::Public => ("For everyone", "Public. You may publish these."),
    };
    (!packets.is_empty()).then(|| Group {
        audience: audience.name(),
        heading,
        rule,
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

fn entry(kit: &KitListing) -> Kit {
    let count = |audience| {
        kit.packets
            .iter()
            .filter(|packet| packet.audience == audience)
            .count()
    };
    Kit {
        role: kit.role.clone(),
        version: kit.version.clone(),
        language: kit.language.clone(),
        address: escape::path(&format!("{}/index.html", kit.id)),
        internal: count(Audience::Internal),
        candidate: count(Audience::Candidate),
        public: count(Audience::Public),
    }
}

/// Formats in the order in which people want them: to read and fill in, to print, to edit.
fn order(format: Format) -> u8 {
    match format {
        Format::Html => 0,
        Format::Pdf => 1,
        Format::Markdown => 2,
    }
}
