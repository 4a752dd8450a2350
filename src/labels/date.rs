//! How a language writes a day.

use super::Pattern;
use crate::guide::Date;
use serde::Deserialize;

/// How a language writes a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// The order of `{day}`, `{month}` and `{year}`, and what is between them.
    pattern: Pattern,
    /// The first day of a month: "1er" in French.
    first: String,
    /// The names of the months.
    months: [String; 12],
}

impl Dates {
    /// The day in words: "31 March 2027". What is no day stays as it is.
    pub fn in_words(&self, date: &Date) -> String {
        let Some((year, month, day)) = date.parts() else {
            return date.0.clone();
        };
        let day = match day {
            1 => self.first.clone(),
            day => day.to_string(),
        };
        let month = &self.months[usize::from(month) - 1];
        let year = year.to_string();
        self.pattern
            .fill(&[("day", &day), ("month", month), ("year", &year)])
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::Date;
    use crate::labels::Languages;

    #[test]
    fn only_real_days_are_days() {
        let english = Languages::english();
        for (text, words) in [
            ("2027-03-31", "31 March 2027"),
            ("2028-02-29", "29 February 2028"),
            ("2027-02-29", "2027-02-29"),
            ("2027-13-01", "2027-13-01"),
            ("2027-00-10", "2027-00-10"),
            ("2027-04-31", "2027-04-31"),
        ] {
            assert_eq!(english.dates.in_words(&Date(text.into())), words);
        }
    }
}
