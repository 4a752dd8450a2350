//! The entries of the table of contents: title, dotted leader, page number.

use crate::document::Inline;
use crate::kit::{Audience, Imprint};

use crate::layout::blocks::{Composer, setting};
use crate::layout::body::{self, Body};
use crate::layout::furniture;
use crate::layout::pages::{Content, Item, Length, NodeId, PT, Rect, Role, Target};
use crate::layout::shift::shifted;
use crate::layout::slice::{Flow, Hold, LinkArea, Room, Slice};
use crate::layout::text::Line;
use crate::layout::theme::{AFTER_LEAD, BODY, LEAD, META, RULE, SECTION_ENTRY, heading};
use crate::layout::tree::{ROOT, Tree};

/// From one dot of a leader to the next.
const DOT_PITCH: Length = 4 * PT;
/// Radius of a dot.
const DOT: Length = 45 * PT / 100;
/// Left of sections, below the title of their packet.
const INDENT: Length = 12 * PT;
/// The column of page numbers.
const NUMBERS: Length = 24 * PT;
/// Between words and leader.
const AROUND_LEADER: Length = 5 * PT;
/// Weak space above a packet.
const ABOVE_PACKET: Length = 9 * PT;

/// One line of the contents.
struct Entry<'a> {
    title: &'a str,
    /// Who may see it, where that is not what the cover says.
    audience: Option<Audience>,
    rank: Rank,
    /// Page index and height.
    target: (usize, Length),
}

/// What a line of the contents is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// A packet: its first section stays with it.
    Packet,
    /// A section of a packet.
    Section,
}

/// Lays out the contents of packets whose first page has the index `first`: their sections too if
/// that is one page.
pub(super) fn contents(
    composer: &mut Composer<'_>,
    cover: &Imprint,
    parts: &[(&Body, &Imprint)],
    first: usize,
) -> Body {
    let entries = entries(cover, parts, first);
    let detailed = listed(composer, cover, &entries);
    if detailed.page_count() <= 1 {
        return detailed;
    }
    composer.tree = Tree::new();
    let packets = entries
        .into_iter()
        .filter(|entry| entry.rank == Rank::Packet);
    listed(composer, cover, &packets.collect::<Vec<_>>())
}

/// Lays out the title and the entries.
fn listed(composer: &mut Composer<'_>, cover: &Imprint, entries: &[Entry<'_>]) -> Body {
    let mut flow = Flow::default();
    let room = Room::page(&composer.theme, ROOT);
    composer.logo(room, &mut flow);
    title(composer, cover, &mut flow);
    let list = composer.tree.add(Role::Contents, ROOT);
    for entry in entries {
        composer.entry(entry, list, &mut flow);
    }
    body::finalize(&flow, &composer.theme, composer.tree.nodes.clone())
}

/// The packets and their sections.
fn entries<'a>(cover: &Imprint, parts: &[(&'a Body, &'a Imprint)], first: usize) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut page = first;
    for (body, imprint) in parts {
        entries.push(Entry {
            title: &imprint.title,
            audience: (imprint.audience != cover.audience).then_some(imprint.audience),
            rank: Rank::Packet,
            target: (page, 0),
        });
        entries.extend(sections(body).map(|mark| Entry {
            title: &mark.title,
            audience: None,
            rank: Rank::Section,
            target: (page + mark.page, mark.y),
        }));
        page += body.pages.len();
    }
    entries
}

/// The bookmarks of the sections of a packet.
fn sections(body: &Body) -> impl Iterator<Item = &crate::layout::pages::Bookmark> {
    body.outline.iter().filter(|bookmark| bookmark.level == 2)
}

/// The role, the title of the kit, and a heading.
fn title(composer: &mut Composer<'_>, cover: &Imprint, flow: &mut Flow) {
    let (accent, grey) = (composer.theme.accent(), composer.theme.grey());
    let lines = [
        (
            Role::Heading(1),
            cover.role.as_str(),
            heading(1, accent),
            2 * PT,
        ),
        (
            Role::Paragraph,
            cover.title.as_str(),
            LEAD.in_colour(grey),
            AFTER_LEAD,
        ),
        (
            Role::Heading(2),
            &cover.labels.program.whole_kit.contents,
            heading(2, accent),
            4 * PT,
        ),
    ];
    for (role, words, style, after) in lines {
        if words.is_empty() {
            continue;
        }
        let node = composer.tree.add(role, ROOT);
        let width = composer.theme.measure();
        let content = [Inline::Text(words.to_owned())];
        let mark = flow.mark();
        for line in composer.set(&content, setting(style, 0, width, Some(node))) {
            flow.push(Slice {
                hold: Hold::Next,
                ..Slice::line(line)
            });
        }
        flow.space(mark, 0, after);
    }
}

impl Composer<'_> {
    fn entry(&mut self, entry: &Entry<'_>, list: NodeId, flow: &mut Flow) {
        let item = self.tree.add(Role::ContentsItem, list);
        let node = self.tree.add(Role::Link, item);
        let (style, x, above) = match entry.rank {
            Rank::Packet => (BODY.bold(), 0, ABOVE_PACKET),
            Rank::Section => (SECTION_ENTRY, INDENT, 0),
        };
        let measure = self.theme.measure();
        let room = measure - x - NUMBERS - 2 * AROUND_LEADER;
        let content = [Inline::Text(entry.title.to_owned())];
        let mut lines = self.set(&content, setting(style, x, room, Some(node)));
        if let (Some(audience), Some(last)) = (entry.audience, lines.last_mut()) {
            self.tag(audience, x, last, node);
        }
        let number = (entry.target.0 + 1).to_string();
        let number_x = measure - self.width(&number, style);
        let number = [Inline::Text(number)];
        let number = self.set(&number, setting(style, number_x, NUMBERS, Some(node)));
        if let Some(last) = lines.last_mut() {
            let from = x + last.width + AROUND_LEADER;
            last.content
                .push(leader(from, number_x - AROUND_LEADER, last.baseline));
            last.content
                .extend(number.into_iter().flat_map(|line| line.content));
        }
        let mark = flow.mark();
        for line in lines {
            let mut slice = Slice {
                hold: Hold::Next,
                ..Slice::line(line)
            };
            slice.links.push(self.area(entry, slice.height, node));
            flow.push(slice);
        }
        if let (Rank::Section, Some(last)) = (entry.rank, flow.slices.last_mut()) {
            last.hold = Hold::Loose;
        }
        flow.space(mark, above, 0);
    }

    /// Says in words and colour who may see a packet, where there is room behind its title.
    fn tag(&mut self, audience: Audience, x: Length, line: &mut Line, node: NodeId) {
        let style = META.in_colour(furniture::audience_colour(audience, &self.theme));
        let words = self.labels.audience(audience);
        let from = x + line.width + AROUND_LEADER;
        let width = self.width(words, style);
        if from + width > self.theme.measure() - NUMBERS - AROUND_LEADER {
            return;
        }
        let content = [Inline::Text(words.to_owned())];
        let tag = self.set(&content, setting(style, from, width, Some(node)));
        for tag in tag {
            let down = line.baseline - tag.baseline;
            line.content
                .extend(tag.content.iter().map(|content| shifted(content, 0, down)));
        }
        line.width += AROUND_LEADER + width;
    }

    /// The whole width of an entry can be clicked.
    fn area(&self, entry: &Entry<'_>, height: Length, node: NodeId) -> LinkArea {
        let (page, y) = entry.target;
        let number = (page + 1).to_string();
        let description = &self.labels.program.whole_kit.entry;
        LinkArea {
            rect: Rect {
                x: 0,
                y: 0,
                width: self.theme.measure(),
                height,
            },
            target: Target::Place { page, y },
            description: description.fill(&[("title", entry.title), ("page", &number)]),
            node,
        }
    }
}

/// Dots from one end to the other, on one grid for all lines.
fn leader(from: Length, to: Length, baseline: Length) -> Content {
    let first = from.div_euclid(DOT_PITCH) + 1;
    let last = to.div_euclid(DOT_PITCH);
    let dot = |index: Length| Item::Circle {
        centre: (index * DOT_PITCH, baseline - DOT),
        radius: DOT,
        fill: Some(RULE),
        stroke: None,
    };
    Content {
        node: None,
        items: (first..=last).map(dot).collect(),
    }
}
