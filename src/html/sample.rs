//! Sample packets with every kind of block, and a kit to list.

use super::{FileLink, KitListing, PacketListing};
use crate::document::{self, Document, Inline};
use crate::kit::{Audience, Format, Imprint, Running};
use crate::labels::Languages;
use std::sync::Arc;

/// A screening interview: directions, questions, scorecard, recommendation.
pub(super) fn screening() -> Document {
    parse(include_str!("sample/screening.md"))
}

/// What a candidate gets before the screening interview.
pub(super) fn brief() -> Document {
    parse(include_str!("sample/brief.md"))
}

/// A debrief: tick boxes, a grid of everyone's scores, and the rarer blocks.
pub(super) fn debrief() -> Document {
    parse(include_str!("sample/debrief.md"))
}

fn parse(markdown: &str) -> Document {
    let (document, problems) = document::parse(markdown);
    assert_eq!(problems, []);
    document
}

pub(super) fn imprint(title: &str, audience: Audience) -> Imprint {
    Imprint {
        role: "Network Lead".into(),
        title: title.into(),
        audience,
        version: "Kit 7c41e09 · built from network-lead.yaml".into(),
        running: Running::usual(
            "Network Lead",
            title,
            "Kit 7c41e09 · built from network-lead.yaml",
        ),
        labels: Arc::clone(Languages::english()),
    }
}

pub(super) fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}

/// A kit with one packet for each audience, not all in every format.
pub(super) fn kit() -> KitListing {
    let file = |path: &str, format: Format| FileLink {
        format,
        path: format!("{path}.{}", format.extension()),
    };
    let packet = |title: &str, audience, path: &str, formats: &[Format]| PacketListing {
        title: title.into(),
        description: "What it is for.".into(),
        minutes: Some(45),
        audience,
        files: formats.iter().map(|format| file(path, *format)).collect(),
    };
    KitListing {
        role: "Network Lead".into(),
        id: "network-lead".into(),
        version: "Kit 7c41e09 · built from network-lead.yaml".into(),
        language: "en".into(),
        whole: vec![file("internal/00-whole-kit", Format::Pdf)],
        packets: vec![
            packet(
                "Job posting",
                Audience::Public,
                "public/01-posting",
                &Format::ALL,
            ),
            packet(
                "Screening interview",
                Audience::Internal,
                "internal/04-screening",
                &Format::ALL,
            ),
            packet(
                "Your interview",
                Audience::Candidate,
                "candidate/07-brief",
                &[Format::Pdf],
            ),
        ],
    }
}
