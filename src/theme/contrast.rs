//! Contrast: whether text of a colour can be read on a ground.
//!
//! The measure is that of the Web Content Accessibility Guidelines (WCAG 2.2, "contrast ratio"),
//! which PDF/UA refers to as well.

use crate::layout::pages::Colour;

/// Text has at least this contrast, in hundredths: level AA for text of any size.
pub const LEAST_CONTRAST: u32 = 450;

/// The contrast of two colours in hundredths, rounded down: from 100 to 2100.
pub fn contrast(one: Colour, other: Colour) -> u32 {
    let (one, other) = (luminance(one), luminance(other));
    let ratio = (one.max(other) + 0.05) / (one.min(other) + 0.05);
    // The ratio of 4.5 must not become 4.49 by rounding in the last place.
    (ratio * 100.0 + 1e-6) as u32
}

/// How bright a colour is: 0 for black, 1 for white.
fn luminance(Colour(red, green, blue): Colour) -> f64 {
    let linear = |step: u8| {
        let part = f64::from(step) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The lightest shade of a colour that can be read on `ground`, which is light.
pub fn darkened(colour: Colour, ground: Colour) -> Colour {
    let Colour(red, green, blue) = colour;
    let shade = |share: u16| {
        let part = |step: u8| (u16::from(step) * share / 255) as u8;
        Colour(part(red), part(green), part(blue))
    };
    let shades = (0..=255).rev().map(shade);
    let mut readable = shades.filter(|shade| contrast(*shade, ground) >= LEAST_CONTRAST);
    readable.next().unwrap_or(Colour(0, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Colour = Colour(255, 255, 255);

    #[test]
    fn the_contrast_is_that_of_the_guidelines() {
        assert_eq!(contrast(WHITE, Colour(0, 0, 0)), 2100);
        assert_eq!(contrast(WHITE, WHITE), 100);
        // Two greys on either side of the bound, well known from checkers on the web.
        assert_eq!(contrast(WHITE, Colour(0x76, 0x76, 0x76)), 454);
        assert_eq!(contrast(Colour(0x77, 0x77, 0x77), WHITE), 447);
    }

    #[test]
    fn a_colour_is_darkened_no_more_than_needed() {
        assert_eq!(
            darkened(Colour(0x77, 0x77, 0x77), WHITE),
            Colour(0x76, 0x76, 0x76)
        );
        let orange = darkened(Colour(0xff, 0xa5, 0x00), WHITE);
        assert!((450..460).contains(&contrast(orange, WHITE)), "{orange:?}");
        assert!(orange.0 > orange.1 && orange.2 == 0, "{orange:?}");
        assert_eq!(darkened(Colour(0, 0, 0), WHITE), Colour(0, 0, 0));
    }
}
