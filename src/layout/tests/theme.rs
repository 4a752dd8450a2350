//! What a theme changes about the pages, and what it leaves alone.

use super::property::assert_within_margins;
use super::*;
use crate::document::{self, Inline};
use crate::font::test_fonts::hebrew;
use crate::layout::dump;
use crate::layout::pages::{Colour, Length, PT, Rect, Role};
use crate::layout::theme::{GREY, NAVY};
use crate::theme::logo::tests::wordmark;
use crate::theme::{Density, Margins, Paper, hex, mm};
use std::sync::Arc;

/// A page with every kind of block.
fn every_block(theme: &Theme) -> Pages {
    let (document, problems) = document::parse(include_str!("golden/every-block.md"));
    assert!(problems.is_empty(), "{problems:?}");
    let theme = theme.clone();
    lay_out(&document, &imprint(), theme, Fonts::bundled())
}

#[test]
fn no_text_keeps_a_colour_that_the_theme_replaces() {
    let usual = dump(&every_block(&Theme::default()));
    let theme = Theme {
        accent: Some(Colour(0x7a, 0x1f, 0x3d)),
        grey: Some(Colour(0x40, 0x41, 0x42)),
        ..Theme::default()
    };
    let branded = dump(&every_block(&theme));
    for (before, after) in [(NAVY, "#7a1f3d"), (GREY, "#404142")] {
        let before = hex(before);
        assert!(
            usual.contains(&before) && !branded.contains(&before),
            "{before}"
        );
        assert_eq!(
            usual.matches(&before).count(),
            branded.matches(after).count()
        );
    }
}

#[test]
fn text_stays_within_the_widest_margins_and_fills_the_narrowest() {
    for edge in [Margins::LEAST, Margins::MOST] {
        for paper in [Paper::A4, Paper::Letter] {
            let margins = Margins {
                top: edge,
                right: edge,
                bottom: edge,
                left: edge,
            };
            let theme = Theme {
                margins,
                ..Theme::new(paper)
            };
            let pages = every_block(&theme);
            assert_within_margins(&pages, &theme);
            let first = runs(&pages.pages[0]).map(|run| run.x).min();
            assert_eq!(first, Some(edge));
        }
    }
}

/// The height from the first line of a packet to its last.
fn extent(density: Density) -> Length {
    let theme = Theme {
        density,
        ..Theme::default()
    };
    let text = Inline::Text("A paragraph that takes one line.".to_owned());
    let paragraph = Block::Paragraph {
        style: crate::document::ParagraphStyle::Body,
        content: vec![text],
    };
    let document = Document {
        blocks: vec![paragraph; 9],
    };
    let pages = lay_out(&document, &imprint(), theme, Fonts::bundled());
    let lines = || body_runs(&pages.pages[0]).map(|run| run.y);
    lines().max().unwrap_or(0) - lines().min().unwrap_or(0)
}

#[test]
fn density_changes_the_white_between_lines_and_blocks() {
    let [compact, usual, roomy] = [Density::Compact, Density::Standard, Density::Roomy].map(extent);
    assert_eq!(usual, 8 * (13_500 + 6_000));
    assert_eq!(compact, 8 * (12_825 + 4_500));
    assert_eq!(roomy, 8 * (14_850 + 7_800));
}

#[test]
fn lines_to_write_on_are_as_far_apart_as_the_density_says() {
    for (density, pitch) in [(Density::Compact, mm(70)), (Density::Roomy, mm(85))] {
        let theme = Theme {
            density,
            ..Theme::default()
        };
        let notes = Block::Notes {
            field: "screening.more".to_owned(),
            label: Vec::new(),
            lines: 3,
        };
        let document = Document {
            blocks: vec![notes],
        };
        let pages = lay_out(&document, &imprint(), theme, Fonts::bundled());
        let content = pages.pages[0].stretches().flat_map(|(_, items)| items);
        let ruled = content.filter_map(|item| match item {
            Item::Line { from, .. } => Some(from.1),
            _ => None,
        });
        let ruled: Vec<Length> = ruled.collect();
        assert_eq!(ruled[1] - ruled[0], pitch);
    }
}

#[test]
fn the_logo_stands_above_the_title_of_the_first_page_only() {
    let theme = Theme {
        logo: Some(Arc::new(wordmark())),
        ..Theme::default()
    };
    let pages = every_block(&theme);
    assert!(pages.pages.len() > 1);
    let pictures = pages.pages.iter().map(|page| {
        let stretches = page.stretches().filter_map(|(node, items)| match items {
            [Item::Picture { rect, .. }] => Some((node, *rect)),
            _ => None,
        });
        stretches.collect::<Vec<_>>()
    });
    let pictures: Vec<_> = pictures.collect();
    let rect = Rect {
        x: theme.margins.left,
        y: theme.body_top(),
        width: 60 * PT,
        height: 30 * PT,
    };
    assert_eq!(pictures[0], [(Some(1), rect)]);
    assert!(pictures[1..].iter().all(Vec::is_empty));
    assert_eq!(pages.structure[1].role, Role::Figure);
    let title = body_runs(&pages.pages[0]).map(|run| run.y).min();
    assert!(title.is_some_and(|title| title > rect.y + rect.height));
}

#[test]
fn the_font_of_the_theme_draws_what_it_has() {
    let text = hebrew();
    let fonts = Fonts::led_by(Some(&text), &[]);
    let words = Inline::Text("מנהל רשת, IT 漢".to_owned());
    let paragraph = Block::Paragraph {
        style: crate::document::ParagraphStyle::Body,
        content: vec![words],
    };
    let document = Document {
        blocks: vec![paragraph],
    };
    let pages = lay_out(&document, &imprint(), Theme::default(), &fonts);
    assert_within_margins(&pages, &Theme::default());
    let page = &pages.pages[0];
    let face_of = |words: &str, mut runs: Box<dyn Iterator<Item = &TextRun> + '_>| {
        runs.find(|run| run.text().contains(words))
            .map(|run| run.face)
    };
    let in_body = |words: &str| face_of(words, Box::new(body_runs(page)));
    assert_eq!(in_body("מנהל"), Some(0));
    // The bundled faces come after its four; they have the replacement mark as well.
    assert_eq!(in_body("IT"), Some(4));
    assert_eq!(in_body("\u{fffd}"), Some(4));
    // The running head has Latin letters only, and stays in one face.
    assert_eq!(face_of("INTERNAL", Box::new(runs(page))), Some(5));
}
