//! Lengths as people write them: `25mm`, `1in`.

use crate::layout::pages::Length;

/// Millimetres, given in tenths, as a [`Length`].
pub const fn mm(tenths: i64) -> Length {
    (tenths * 72_000 / 254) as Length
}

/// The units, each as a fraction of lengths.
const UNITS: [(&str, i64, i64); 4] = [
    ("mm", 720_000, 254),
    ("cm", 7_200_000, 254),
    ("in", 72_000, 1),
    ("pt", 1_000, 1),
];

/// No length has more digits before or after its point.
const MOST_DIGITS: usize = 4;

/// Why a text is no length between two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLength {
    /// It is not a number with a unit.
    Unreadable,
    /// It is a number, and nobody knows of what.
    NoUnit,
    /// It is shorter or longer than can be used.
    OutOfRange,
}

/// The length that a text says, if it is from `least` to `most`.
///
/// # Errors
///
/// Why it is not.
pub fn parse(text: &str, (least, most): (Length, Length)) -> Result<Length, BadLength> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &text[digits.len()..];
    let millionths = millionths(digits.trim_end()).ok_or(BadLength::Unreadable)?;
    if unit.is_empty() {
        return Err(BadLength::NoUnit);
    }
    let known = UNITS.iter().find(|(name, ..)| *name == unit);
    let (_, above, below) = known.ok_or(BadLength::Unreadable)?;
    let length = millionths * above / below / 1_000_000;
    let length = Length::try_from(length).map_err(|_| BadLength::OutOfRange)?;
    if (least..=most).contains(&length) {
        Ok(length)
    } else {
        Err(BadLength::OutOfRange)
    }
}

/// A decimal number in millionths.
fn millionths(digits: &str) -> Option<i64> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let number = |digits: &str| {
        let sound = (1..=MOST_DIGITS).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| digits.parse::<i64>().ok()).flatten()
    };
    let places = u32::try_from(part.len()).ok()?;
    Some(number(whole)? * 1_000_000 + number(part)? * 1_000_000 / 10_i64.pow(places))
}

/// A length in millimetres, as messages and style sheets show it: at most a tenth is lost.
pub fn shown(length: Length) -> String {
    let tenths = (i64::from(length) * 254 + 36_000) / 72_000;
    match tenths % 10 {
        0 => format!("{}mm", tenths / 10),
        rest => format!("{}.{rest}mm", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Margins;

    const ANY: (Length, Length) = (0, Length::MAX);

    #[test]
    fn a_length_is_a_number_and_a_unit() {
        assert_eq!(parse("22mm", ANY), Ok(mm(220)));
        assert_eq!(parse(" 2.2 cm", ANY), Ok(mm(220)));
        assert_eq!(parse("1in", ANY), Ok(72_000));
        assert_eq!(parse("0.125in", ANY), Ok(9_000));
        assert_eq!(parse("10.5pt", ANY), Ok(10_500));
        assert_eq!(parse("22", ANY), Err(BadLength::NoUnit));
        for text in [
            "", "mm", "-5mm", "1e3mm", "NaNmm", "22em", "1.mm", "2 2mm", "99999mm", "２mm",
        ] {
            assert_eq!(parse(text, ANY), Err(BadLength::Unreadable), "{text}");
        }
    }

    #[test]
    fn the_bounds_are_allowed_and_nothing_beyond() {
        let bounds = (Margins::LEAST, Margins::MOST);
        assert_eq!(parse("10mm", bounds), Ok(Margins::LEAST));
        assert_eq!(parse("50mm", bounds), Ok(Margins::MOST));
        for text in ["9.9mm", "50.1mm", "0mm", "9999in"] {
            assert_eq!(parse(text, bounds), Err(BadLength::OutOfRange), "{text}");
        }
    }

    #[test]
    fn lengths_are_shown_in_millimetres() {
        assert_eq!(shown(mm(220)), "22mm");
        assert_eq!(shown(mm(75)), "7.5mm");
        assert_eq!(shown(72_000), "25.4mm");
    }
}
