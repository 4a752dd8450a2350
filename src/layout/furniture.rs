//! Furniture: what stands around the body of every page.
//!
//! The running head names the role, the packet and who may see it; the foot names the version
//! and the page. All of it is decoration to a screen reader, which reads the title once.

use crate::kit::{Audience, Imprint};

use super::blocks::Composer;
use super::pages::{Colour, Item, Length, PT};
use super::text;
use super::theme::{
    FOOT, GREEN, HAIR, HAIRLINE, HEAD, HEAD_RULE, INK, MARGIN_LEFT, MARGIN_OUTER, MARGIN_RIGHT,
    RED, Theme, Weight,
};

/// Space between the capitals of the audience label.
const TRACKING: Length = 35 * PT / 100;
/// Between the two ends of a running head or foot, at least.
const APART: Length = 14 * PT;
/// From the rule of the foot down to its baseline.
const FOOT_DROP: Length = 12 * PT;
/// From the top margin to the baseline of the head.
const HEAD_DROP: Length = 8 * PT;

/// Where a page is in its document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its number, from 1.
    pub number: usize,
    /// How many pages there are.
    pub count: usize,
}

/// What stands around the body of a page.
pub(super) fn furniture(composer: &mut Composer<'_>, imprint: &Imprint, place: Place) -> Vec<Item> {
    let mut items = head(composer, imprint);
    items.extend(foot(composer, imprint, place));
    items
}

fn head(composer: &mut Composer<'_>, imprint: &Imprint) -> Vec<Item> {
    let theme = composer.theme;
    let right = theme.paper.width() - MARGIN_RIGHT;
    let y = MARGIN_OUTER + HEAD_DROP;
    let label = audience_label(composer, imprint, (right, y));
    let room = theme.measure() - label.width() - APART;
    let mut items = vec![Item::Text(label)];
    items.extend(names(composer, imprint, y, room));
    items.push(hairline(&theme, HEAD_RULE));
    items
}

/// The audience in tracked bold capitals and its own colour, so that nobody has to read it to
/// see it.
fn audience_label(
    composer: &mut Composer<'_>,
    imprint: &Imprint,
    (right, y): (Length, Length),
) -> super::pages::TextRun {
    let style = HEAD
        .bold()
        .in_colour(audience_colour(imprint.audience, &composer.theme));
    let words = imprint.audience_label().to_uppercase();
    let face = text::face(Weight::Bold, false);
    let mut glyphs = composer
        .tools()
        .shaper
        .shape(face, &words, style.size)
        .glyphs;
    let last = glyphs.len().saturating_sub(1);
    for glyph in &mut glyphs[..last] {
        glyph.advance += TRACKING;
    }
    let width: Length = glyphs.iter().map(|glyph| glyph.advance).sum();
    text::run(glyphs, face, style, (right - width, y))
}

/// The colour of an audience.
pub(super) fn audience_colour(audience: Audience, theme: &Theme) -> Colour {
    match audience {
        Audience::Internal => RED,
        Audience::Candidate => GREEN,
        Audience::Public => theme.accent,
    }
}

/// The role in bold, and the packet.
fn names(composer: &mut Composer<'_>, imprint: &Imprint, y: Length, room: Length) -> Vec<Item> {
    let bold = HEAD.bold().in_colour(INK);
    let role = text::truncated(&mut composer.tools(), &imprint.role, bold, room);
    let taken = role.width;
    let mut items: Vec<Item> = role.at((MARGIN_LEFT, y)).map(Item::Text).collect();
    let left = room - taken;
    if !imprint.title.is_empty() && left > APART {
        // A space at the start would be taken off, but not a no-break space.
        let title = format!("\u{a0}· {}", imprint.title);
        let title = text::truncated(&mut composer.tools(), &title, HEAD, left);
        items.extend(title.at((MARGIN_LEFT + taken, y)).map(Item::Text));
    }
    items
}

fn foot(composer: &mut Composer<'_>, imprint: &Imprint, place: Place) -> Vec<Item> {
    let theme = composer.theme;
    let rule = theme.paper.height() - MARGIN_OUTER;
    let y = rule + FOOT_DROP;
    let (number, count) = (place.number.to_string(), place.count.to_string());
    let number = &[("page", &*number), ("count", &*count)];
    let number = imprint.labels.program.foot.page.fill(number);
    let width = composer.width(&number, FOOT);
    let right = theme.paper.width() - MARGIN_RIGHT;
    let room = theme.measure() - width - APART;
    let mut tools = composer.tools();
    let version = text::truncated(&mut tools, &imprint.version, FOOT, room);
    let number = text::truncated(&mut tools, &number, FOOT, width);
    let mut items = vec![hairline(&theme, rule)];
    items.extend(version.at((MARGIN_LEFT, y)).map(Item::Text));
    items.extend(number.at((right - width, y)).map(Item::Text));
    items
}

fn hairline(theme: &Theme, y: Length) -> Item {
    Item::Line {
        from: (MARGIN_LEFT, y),
        to: (theme.paper.width() - MARGIN_RIGHT, y),
        thickness: HAIR,
        colour: HAIRLINE,
    }
}
