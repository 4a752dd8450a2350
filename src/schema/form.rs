//! Values that are not written in the way of their kind: ids, languages, days, countries and so on.

use super::unknown::bad_id;
use super::wording::Spot;
use super::{EXTENDS, explanations as codes};
use crate::finding::{Finding, quoted};
use crate::guide::{
    Country, Date, Id, Language, PayRange, TemplateName, country_meant, currency_meant,
};

/// A kind of value.
struct Form {
    /// What the value is not.
    noun: &'static str,
    /// How it is written.
    label: &'static str,
    help: &'static str,
    /// What somebody meant, if that can be told.
    meant: fn(&str) -> Option<String>,
}

const LANGUAGE: Form = Form {
    noun: "the tag of a language",
    label: "two or three letters, with a country where it matters",
    help: "write the tag of the language, such as `de` or `en-GB`",
    meant: language,
};

const DATE: Form = Form {
    noun: "a day",
    label: "year, month and day, with a `-` between them",
    help: "write year, month and day: `2027-01-31` is the 31st of January",
    meant: day,
};

const COUNTRY: Form = Form {
    noun: "the code of a country",
    label: "two capital letters (ISO 3166-1)",
    help: "write the code of the country in two capital letters, such as `GB`",
    meant: |written| country_meant(written).map(str::to_owned),
};

const CURRENCY: Form = Form {
    noun: "the code of a currency",
    label: "three capital letters (ISO 4217)",
    help: "write the code of the currency in three capital letters, such as `GBP`",
    meant: |written| currency_meant(written).map(str::to_owned),
};

const TEMPLATE: Form = Form {
    noun: "the name of a template",
    label: "lower-case letters, digits, `-` and `_`, then `.md`",
    help: "write the path of its file below `templates`, such as `site-visit.md`",
    meant: |_| None,
};

/// The finding for a text that does not fit the `pattern` of its kind.
pub(super) fn misfit(spot: &Spot<'_>, pattern: &str) -> Finding {
    let written = spot.node.text().unwrap_or_default();
    let form = match pattern {
        Language::PATTERN => &LANGUAGE,
        Date::PATTERN => &DATE,
        Country::PATTERN => &COUNTRY,
        PayRange::CURRENCY => &CURRENCY,
        TemplateName::PATTERN => &TEMPLATE,
        _ => return not_an_id(spot, written),
    };
    let message = format!("{} is not {}", quoted(written), form.noun);
    let finding = codes::WRONG_FORM.finding(spot.value_place(), message);
    let finding = finding.label(form.label);
    match (form.meant)(written) {
        Some(meant) => finding.replace_with(&meant),
        None => finding.help(form.help),
    }
}

fn not_an_id(spot: &Spot<'_>, written: &str) -> Finding {
    let message = format!("{} is not an id", quoted(written));
    let finding = codes::BAD_ID.finding(spot.value_place(), message);
    if spot.key.is_none_or(|key| key.name != EXTENDS) || !written.contains(['/', '\\', '.']) {
        return bad_id(finding, written);
    }
    let finding = finding.label("a base is named by its id, not by its file");
    let stem = written
        .strip_suffix(".yaml")
        .or(written.strip_suffix(".yml"));
    match stem.filter(|stem| Id::is_valid(stem)) {
        Some(stem) => finding.replace_with(stem),
        None => finding.help("write the id of the base alone, such as `it-manager`"),
    }
}

/// `de_DE.UTF-8` is `de-DE`, and `german` is `de`.
fn language(written: &str) -> Option<String> {
    let tag = written.split('.').next().unwrap_or_default().trim();
    let tag = tag.to_lowercase();
    let named = match tag.as_str() {
        "german" | "deutsch" => Some("de"),
        "english" => Some("en"),
        "spanish" | "español" => Some("es"),
        "french" | "français" => Some("fr"),
        _ => None,
    };
    if let Some(tag) = named {
        return Some(tag.to_owned());
    }
    let (language, country) = tag.split_once(['_', ' ', '-'])?;
    let is_letters = |text: &str| text.bytes().all(|it| it.is_ascii_lowercase());
    let is_tag = matches!((language.len(), country.len()), (2 | 3, 2));
    let is_tag = is_tag && is_letters(language) && is_letters(country);
    is_tag.then(|| format!("{language}-{}", country.to_uppercase()))
}

/// `31/1/2027` is `2027-01-31`; `11/01/2027` may be two days.
fn day(written: &str) -> Option<String> {
    let parts = written.trim().split(['/', '.', '-', ' ']);
    let parts: Vec<_> = parts.filter(|it| !it.is_empty()).collect();
    let &[first, second, third] = parts.as_slice() else {
        return None;
    };
    let is_day = |year: &str, month: &str, day: &str| {
        let date = Date(format!("{year}-{month:0>2}-{day:0>2}"));
        (year.len() == 4 && date.parts().is_some()).then_some(date.0)
    };
    let year_first = is_day(first, second, third);
    let (day_first, month_first) = (is_day(third, second, first), is_day(third, first, second));
    match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => year_first.or(one).or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_can_be_one_only() {
        for written in [
            "31/1/2027",
            "1/31/2027",
            "2027/01/31",
            "31.01.2027",
            "2027-1-31",
        ] {
            assert_eq!(day(written).as_deref(), Some("2027-01-31"), "{written}");
        }
        assert_eq!(day("3/3/2027").as_deref(), Some("2027-03-03"));
        for written in [
            "11/01/2027",
            "31/31/2027",
            "29/2/2027",
            "31/1/27",
            "May",
            "1 May 2027",
        ] {
            assert_eq!(day(written), None, "{written}");
        }
    }

    #[test]
    fn a_language_by_its_name_or_locale() {
        assert_eq!(language("German").as_deref(), Some("de"));
        assert_eq!(language("de_DE").as_deref(), Some("de-DE"));
        assert_eq!(language("EN_gb.UTF-8").as_deref(), Some("en-GB"));
        assert_eq!(language("Klingon"), None);
        assert_eq!(language("de_"), None);
        assert_eq!(language("1_DE"), None);
    }
}
