//! Amounts of money in a text: `£52,000–£64,000`, `52k to 64k`, `25.50 an hour`.

/// What a text says of pay.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pay {
    /// No amount.
    None,
    /// One amount.
    Fixed,
    /// From one amount, or up to one.
    OpenEnded,
    /// The first amount and the second, in hundredths.
    Range(u64, u64),
}

/// Words before an amount that is only one end of a range, and words behind it.
const BEFORE: &[&str] = &[
    "up to",
    "from",
    "to",
    "starting at",
    "maximum",
    "minimum",
    "max",
    "at least",
    "over",
];
const BEHIND: &[&str] = &[
    "and up",
    "and above",
    "or more",
    "plus",
    "+",
    "upwards",
    "and over",
];

/// What stands between the two amounts of a range, apart from currencies and spaces.
const BETWEEN: &[&str] = &[
    "–", "—", "-", "to", "and", "bis", "à", "a", "y", "et", "up to",
];

/// What a text says of pay.
pub(super) fn pay(text: &str) -> Pay {
    let amounts = amounts(text);
    let ranges = amounts
        .windows(2)
        .find(|pair| is_between(&text[pair[0].end..pair[1].start]));
    if let Some([first, second]) = ranges {
        // In `52–64k` the letter is for both.
        let scale = if second.is_thousands && !first.is_thousands && first.value < 100_000 {
            1000
        } else {
            1
        };
        return Pay::Range(first.value.saturating_mul(scale), second.value);
    }
    let Some(only) = amounts.first() else {
        return Pay::None;
    };
    let before = text[..only.start]
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let code = CURRENCIES.iter().find_map(|code| before.strip_suffix(code));
    let before = code.unwrap_or(&before).trim_end();
    let behind = text[only.end..]
        .trim_start_matches(|c: char| c != '+' && !c.is_alphanumeric())
        .to_lowercase();
    let is_word_end = |it: &&&str| {
        let rest = before.strip_suffix(**it);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let has_one_end =
        BEFORE.iter().any(|it| is_word_end(&it)) || BEHIND.iter().any(|it| behind.starts_with(it));
    match has_one_end {
        true => Pay::OpenEnded,
        false => Pay::Fixed,
    }
}

/// Letters of currencies, as in `EUR 50,000`.
const CURRENCIES: [&str; 6] = ["eur", "gbp", "usd", "chf", "cad", "aud"];

fn is_between(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    for code in CURRENCIES {
        rest = rest.trim().trim_start_matches(code).trim_end_matches(code);
    }
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '£' | '$' | '€' | '*' | '(' | ')');
    BETWEEN.contains(&rest.trim_matches(is_sign))
}

struct Amount {
    start: usize,
    end: usize,
    /// In hundredths.
    value: u64,
    is_thousands: bool,
}

/// The numbers of a text, but percentages.
fn amounts(text: &str) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let (length, value) = number(&text[start..]);
        let mut amount = Amount {
            start,
            end: start + length,
            value,
            is_thousands: false,
        };
        let rest = &text[amount.end..];
        if rest.starts_with(['k', 'K']) && !rest[1..].starts_with(char::is_alphanumeric) {
            amount.end += 1;
            amount.value = amount.value.saturating_mul(1000);
            amount.is_thousands = true;
        }
        at = amount.end;
        let is_part =
            text[..start].ends_with(char::is_alphabetic) || rest.trim_start().starts_with('%');
        if !is_part {
            amounts.push(amount);
        }
    }
    amounts
}

/// The length of the number that `text` begins with, and its value in hundredths. A mark before three
/// digits parts thousands; before one or two, cents.
fn number(text: &str) -> (usize, u64) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    let mut whole: u64 = text[..length].parse().unwrap_or(u64::MAX);
    while let Some(mark) = text[length..]
        .chars()
        .next()
        .filter(|c| matches!(c, ',' | '.' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}'))
    {
        let next = &text[length + mark.len_utf8()..];
        let count = digits(next);
        let value: u64 = next[..count].parse().unwrap_or(u64::MAX);
        match (mark, count) {
            (_, 3) => whole = whole.saturating_mul(1000).saturating_add(value),
            (',' | '.', 1 | 2) => {
                let cents = if count == 1 { value * 10 } else { value };
                let length = length + mark.len_utf8() + count;
                return (length, whole.saturating_mul(100).saturating_add(cents));
            }
            _ => break,
        }
        length += mark.len_utf8() + count;
    }
    (length, whole.saturating_mul(100))
}

#[cfg(test)]
mod tests {
    use super::{Pay, pay};

    #[test]
    fn ranges() {
        for text in [
            "£52,000–£64,000 a year",
            "52k to 64k",
            "52–64k",
            "EUR 52.000 - EUR 64.000",
            "52 000 à 64 000 €",
            "Between $52,000 and $64,000",
            "52,000 up to 64,000",
        ] {
            assert_eq!(pay(text), Pay::Range(5_200_000, 6_400_000), "{text}");
        }
        assert_eq!(pay("25.50 to 31.75 an hour"), Pay::Range(2550, 3175));
    }

    #[test]
    fn one_amount_or_none() {
        assert_eq!(pay("£58,000 a year"), Pay::Fixed);
        for text in ["up to £58,000", "From EUR 58,000", "$58,000 and up", "58k+"] {
            assert_eq!(pay(text), Pay::OpenEnded, "{text}");
        }
        for text in ["Competitive", "a bonus of 5 %", "grade B7", ""] {
            assert_eq!(pay(text), Pay::None, "{text}");
        }
    }

    #[test]
    fn numbers_too_large_to_hold() {
        let huge = "9".repeat(40);
        assert_eq!(
            pay(&format!("{huge} to {huge}")),
            Pay::Range(u64::MAX, u64::MAX)
        );
    }
}
