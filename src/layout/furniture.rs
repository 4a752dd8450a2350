//! Furniture: what stands around the body of every page.
//!
//! The running head says who may see the packet, and the foot the number of the page; what
//! stands beside them is made by templates, and is the role, the packet and the version. All of it
//! is decoration to a screen reader, which reads the title once.

use crate::font::Fonts;
use crate::kit::running::{RunningWords, Weight};
use crate::kit::{Audience, Imprint};
use crate::labels;

use super::blocks::Composer;
use super::pages::{Colour, Item, Length, PT, TextRun};
use super::text::{self, READ_TO_LEFT};
use super::theme::{FOOT, GREEN, HAIR, HAIRLINE, HEAD, INK, RED, Style};
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
    let (line, direction) = (&imprint.running.head, imprint.labels.direction);
    items.extend(words(composer, line, HEAD, y, room, direction));
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

/// Words from the left margin on, as far as there is room.
fn words(
    composer: &mut Composer<'_>,
    words: &[RunningWords],
    style: Style,
    y: Length,
    room: Length,
    direction: labels::Direction,
) -> Vec<Item> {
    let (left, grey) = (composer.theme.margins.left, composer.theme.grey());
    let mut items = Vec::new();
    let mut taken = 0;
    for it in words {
        let free = room - taken;
        if taken > 0 && free <= APART {
            break;
        }
        let style = match it.weight {
            Weight::Bold => style.bold().in_colour(INK),
            Weight::Regular => style.in_colour(grey),
        };
        let strip = text::truncated(&mut composer.tools(), &held(it, direction), style, free);
        let width = strip.width;
        items.extend(strip.at((left + taken, y)).map(Item::Text));
        taken += width;
    }
    items
}

/// The words with spaces that stay: at the ends of a strip they would be taken off, but not
/// no-break spaces.
fn held(words: &RunningWords, direction: labels::Direction) -> String {
    let inner = words.text.trim_matches(' ');
    let (before, after) = match words.text.find(inner) {
        Some(at) => (at, words.text.len() - at - inner.len()),
        None => (0, 0),
    };
    let space = |count: usize| "\u{a0}".repeat(count);
    let mark = match direction {
        labels::Direction::RightToLeft if before > 0 => READ_TO_LEFT.to_string(),
        _ => String::new(),
    };
    mark + &space(before) + inner + &space(after)
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
    let (line, direction) = (&imprint.running.foot, imprint.labels.direction);
    let mut items = vec![hairline(&theme, rule)];
    items.extend(words(composer, line, FOOT, y, room, direction));
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
