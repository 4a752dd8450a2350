//! Furniture: what stands around the body of every page.
//!
//! The running head names the role, the packet and who may see it; the foot names the version
//! and the page. All of it is decoration to a screen reader, which reads the title once.

use crate::font::Fonts;
use crate::kit::{Audience, Imprint};
use crate::labels;

use super::blocks::Composer;
use super::pages::{Colour, Item, Length, PT, TextRun};
use super::text::{self, READ_TO_LEFT};
use super::theme::{FOOT, GREEN, HAIR, HAIRLINE, HEAD, INK, RED};
use crate::theme::Theme;

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
    let theme = composer.theme.clone();
    let right = theme.paper.width() - theme.margins.right;
    let y = theme.margins.top + HEAD_DROP;
    let label = audience_label(composer, imprint, (right, y));
    let width: Length = label.iter().map(TextRun::width).sum();
    let room = theme.measure() - width - APART;
    let mut items: Vec<Item> = label.into_iter().map(Item::Text).collect();
    items.extend(names(composer, imprint, y, room));
    items.push(hairline(&theme, theme.head_rule()));
    items
}

/// The audience in tracked bold capitals and its own colour, so that nobody has to read it to
/// see it. Scripts of other fonts have no capitals, and some join their letters: they are not
/// tracked.
fn audience_label(
    composer: &mut Composer<'_>,
    imprint: &Imprint,
    (right, y): (Length, Length),
) -> Vec<TextRun> {
    let style = HEAD
        .bold()
        .in_colour(audience_colour(imprint.audience, &composer.theme));
    let words = imprint.audience_label().to_uppercase();
    let face = composer.face_of(&words, style);
    let measure = composer.theme.measure();
    let mut tools = composer.tools();
    let turns = imprint.labels.direction == labels::Direction::RightToLeft;
    let is_foreign = words.chars().any(|c| !Fonts::bundled().covers(c));
    if turns || is_foreign {
        let strip = text::truncated(&mut tools, &words, style, measure / 2);
        let left = right - strip.width;
        return strip.at((left, y)).collect();
    }
    let mut glyphs = tools.shaper.shape(face, &words, style.size).glyphs;
    let last = glyphs.len().saturating_sub(1);
    for glyph in &mut glyphs[..last] {
        glyph.advance += TRACKING;
    }
    let width: Length = glyphs.iter().map(|glyph| glyph.advance).sum();
    vec![text::run(glyphs, face, style, (right - width, y))]
}

/// The colour of an audience.
pub(super) fn audience_colour(audience: Audience, theme: &Theme) -> Colour {
    match audience {
        Audience::Internal => RED,
        Audience::Candidate => GREEN,
        Audience::Public => theme.accent(),
    }
}

/// The role in bold, and the packet.
fn names(composer: &mut Composer<'_>, imprint: &Imprint, y: Length, room: Length) -> Vec<Item> {
    let (left, grey) = (composer.theme.margins.left, composer.theme.grey());
    let bold = HEAD.bold().in_colour(INK);
    let role = text::truncated(&mut composer.tools(), &imprint.role, bold, room);
    let taken = role.width;
    let mut items: Vec<Item> = role.at((left, y)).map(Item::Text).collect();
    let free = room - taken;
    if !imprint.title.is_empty() && free > APART {
        // A space at the start would be taken off, but not a no-break space.
        let title = match imprint.labels.direction {
            labels::Direction::LeftToRight => format!("\u{a0}· {}", imprint.title),
            labels::Direction::RightToLeft => format!("{READ_TO_LEFT}\u{a0}· {}", imprint.title),
        };
        let title = text::truncated(&mut composer.tools(), &title, HEAD.in_colour(grey), free);
        items.extend(title.at((left + taken, y)).map(Item::Text));
    }
    items
}

fn foot(composer: &mut Composer<'_>, imprint: &Imprint, place: Place) -> Vec<Item> {
    let theme = composer.theme.clone();
    let style = FOOT.in_colour(theme.grey());
    let rule = theme.paper.height() - theme.margins.bottom;
    let y = rule + FOOT_DROP;
    let (number, count) = (place.number.to_string(), place.count.to_string());
    let number = &[("page", &*number), ("count", &*count)];
    let number = imprint.labels.program.foot.page.fill(number);
    let right = theme.paper.width() - theme.margins.right;
    let mut tools = composer.tools();
    let number = text::truncated(&mut tools, &number, style, theme.measure() / 2);
    let width = number.width;
    let room = theme.measure() - width - APART;
    let version = text::truncated(&mut tools, &imprint.version, style, room);
    let mut items = vec![hairline(&theme, rule)];
    items.extend(version.at((theme.margins.left, y)).map(Item::Text));
    items.extend(number.at((right - width, y)).map(Item::Text));
    items
}

fn hairline(theme: &Theme, y: Length) -> Item {
    Item::Line {
        from: (theme.margins.left, y),
        to: (theme.paper.width() - theme.margins.right, y),
        thickness: HAIR,
        colour: HAIRLINE,
    }
}
