//! The Markdown in a text that rules have a say in.

use crate::placeholder::{self, Found};
use crate::schema::TextKind;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

/// Where a text has something other than words.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) placeholders: Vec<Found>,
    pub(crate) headings: Vec<Range<usize>>,
    pub(crate) html: Vec<Range<usize>>,
    /// Links and images, with where they lead.
    pub(crate) links: Vec<(Range<usize>, String)>,
}

impl Marks {
    pub(crate) fn of(kind: TextKind, text: &str) -> Self {
        let mut marks = Self {
            placeholders: placeholder::find(kind, text),
            ..Self::default()
        };
        for (event, range) in placeholder::events(kind, text) {
            match event {
                Event::Start(Tag::Heading { .. }) => marks.headings.push(range),
                Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => marks.html.push(range),
                Event::Start(Tag::Link {
                    link_type: LinkType::Email,
                    ..
                }) => {}
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    marks.links.push((range, dest_url.into_string()));
                }
                _ => {}
            }
        }
        marks
    }
}
