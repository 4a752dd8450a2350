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
    RED, Style, Theme, Weight,
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
    let label = audience_label(composer, imprint.audience, (right, y));
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
    audience: Audience,
    (right, y): (Length, Length),
) -> super::pages::TextRun {
    let style = HEAD
        .bold()
        .in_colour(audience_colour(audience, &composer.theme));
    let words = audience.label().to_uppercase();
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
    let role = run_at(composer, &imprint.role, bold, (MARGIN_LEFT, y), room);
    let taken = role.width();
    let mut items = vec![Item::Text(role)];
    let left = room - taken;
    if !imprint.title.is_empty() && left > APART {
        let title = format!(" · {}", imprint.title);
        items.push(Item::Text(run_at(
            composer,
            &title,
            HEAD,
            (MARGIN_LEFT + taken, y),
            left,
        )));
    }
    items
}

fn foot(composer: &mut Composer<'_>, imprint: &Imprint, place: Place) -> Vec<Item> {
    let theme = composer.theme;
    let rule = theme.paper.height() - MARGIN_OUTER;
    let y = rule + FOOT_DROP;
    let number = format!("Page {} of {}", place.number, place.count);
    let width = composer.width(&number, FOOT);
    let right = theme.paper.width() - MARGIN_RIGHT;
    let number = run_at(composer, &number, FOOT, (right - width, y), width);
    let room = theme.measure() - width - APART;
    let version = run_at(composer, &imprint.version, FOOT, (MARGIN_LEFT, y), room);
    vec![
        hairline(&theme, rule),
        Item::Text(version),
        Item::Text(number),
    ]
}

/// Text on one line, cut to the room.
fn run_at(
    composer: &mut Composer<'_>,
    words: &str,
    style: Style,
    at: (Length, Length),
    room: Length,
) -> super::pages::TextRun {
    let glyphs = text::truncated(&mut composer.tools(), words, style, room);
    text::run(glyphs, text::face(style.weight, false), style, at)
}

fn hairline(theme: &Theme, y: Length) -> Item {
    Item::Line {
        from: (MARGIN_LEFT, y),
        to: (theme.paper.width() - MARGIN_RIGHT, y),
        thickness: HAIR,
        colour: HAIRLINE,
    }
}
