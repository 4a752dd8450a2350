//! The facts of a posting for machines: schema.org's
//! [JobPosting](https://schema.org/JobPosting), as search engines read it.

use super::Words;
use crate::guide::{Employment, Guide, Listing, PayPeriod, PayRange, Workplace};
use serde_json::{Map, Value, json};

/// The facts of the posting, all but its description, when the guide has those that job boards
/// insist on: who hires, since when, and where.
pub(super) fn job_posting(guide: &Guide, words: &Words<'_>) -> Option<Map<String, Value>> {
    let listing = guide.posting.as_ref()?.listing.as_ref()?;
    let employer = words.plain(listing.employer.as_ref()?);
    let mut facts = Map::new();
    let mut add = |name: &str, value: Value| facts.insert(name.to_owned(), value);
    add("@context", json!("https://schema.org/"));
    add("@type", json!("JobPosting"));
    add("title", json!(words.plain(&guide.role)));
    add("datePosted", json!(listing.date_posted.as_ref()?.0));
    if let Some(day) = &listing.valid_through {
        // The whole of the last day.
        add("validThrough", json!(format!("{}T23:59:59", day.0)));
    }
    add(
        "hiringOrganization",
        json!({"@type": "Organization", "name": employer}),
    );
    if !listing.employment.is_empty() {
        let kinds: Vec<_> = listing.employment.iter().map(|it| kind(*it)).collect();
        add("employmentType", json!(kinds));
    }
    let workplace = listing.workplace.as_ref()?;
    for (name, value) in place(workplace, words)? {
        add(name, value);
    }
    if let Some(pay) = &listing.pay {
        add("baseSalary", salary(pay));
    }
    Some(facts)
}

fn kind(employment: Employment) -> &'static str {
    match employment {
        Employment::FullTime => "FULL_TIME",
        Employment::PartTime => "PART_TIME",
        Employment::Contractor => "CONTRACTOR",
        Employment::Temporary => "TEMPORARY",
        Employment::Intern => "INTERN",
        Employment::Volunteer => "VOLUNTEER",
        Employment::PerDiem => "PER_DIEM",
        Employment::Other => "OTHER",
    }
}

/// The place, the countries for remote work, or both; `None` when there is neither.
fn place(workplace: &Workplace, words: &Words<'_>) -> Option<Vec<(&'static str, Value)>> {
    let mut facts = Vec::new();
    if let Some(city) = &workplace.city {
        let mut address = Map::new();
        address.insert("@type".to_owned(), json!("PostalAddress"));
        let lines = [
            ("streetAddress", workplace.street.as_ref()),
            ("addressLocality", Some(city)),
            ("addressRegion", workplace.region.as_ref()),
            ("postalCode", workplace.postal_code.as_ref()),
        ];
        for (name, line) in lines {
            if let Some(line) = line {
                address.insert(name.to_owned(), json!(words.plain(line)));
            }
        }
        if let Some(country) = &workplace.country {
            address.insert("addressCountry".to_owned(), json!(country.0));
        }
        facts.push(("jobLocation", json!({"@type": "Place", "address": address})));
    }
    if !workplace.remote_in.is_empty() {
        let countries = workplace.remote_in.iter();
        let countries: Vec<_> = countries
            .map(|country| json!({"@type": "Country", "name": country.0}))
            .collect();
        facts.push(("jobLocationType", json!("TELECOMMUTE")));
        facts.push(("applicantLocationRequirements", json!(countries)));
    }
    (!facts.is_empty()).then_some(facts)
}

fn salary(pay: &PayRange) -> Value {
    let unit = match pay.per {
        PayPeriod::Hour => "HOUR",
        PayPeriod::Day => "DAY",
        PayPeriod::Week => "WEEK",
        PayPeriod::Month => "MONTH",
        PayPeriod::Year => "YEAR",
    };
    json!({
        "@type": "MonetaryAmount",
        "currency": pay.currency,
        "value": {
            "@type": "QuantitativeValue",
            "minValue": pay.from,
            "maxValue": pay.to,
            "unitText": unit,
        },
    })
}

/// The facts in words, for the posting itself: where, how, for how much, until when. Words that
/// the posting has of its own come first.
pub(super) fn in_words(listing: &Listing) -> ListingWords {
    let kinds: Vec<_> = listing.employment.iter().map(|it| kind_name(*it)).collect();
    ListingWords {
        location: listing.workplace.as_ref().and_then(location),
        employment: (!kinds.is_empty()).then(|| capitalised(&kinds.join(" or "))),
        pay: listing.pay.as_ref().map(pay_in_words),
        apply_by: listing.valid_through.as_ref().map(|day| day.in_words()),
    }
}

/// The facts of a listing, as people read them. Markdown of the guide stays in them.
#[derive(Default)]
pub(super) struct ListingWords {
    pub location: Option<String>,
    pub employment: Option<String>,
    pub pay: Option<String>,
    pub apply_by: Option<String>,
}

fn kind_name(employment: Employment) -> &'static str {
    match employment {
        Employment::FullTime => "full time",
        Employment::PartTime => "part time",
        Employment::Contractor => "as a contractor",
        Employment::Temporary => "for a limited time",
        Employment::Intern => "internship",
        Employment::Volunteer => "volunteer work",
        Employment::PerDiem => "by the day",
        Employment::Other => "other",
    }
}

fn location(workplace: &Workplace) -> Option<String> {
    let parts = [&workplace.city, &workplace.region];
    let parts = parts.into_iter().flatten().map(|part| part.0.clone());
    let country = workplace.country.iter().map(|country| country.0.clone());
    let place: Vec<_> = parts.chain(country).collect();
    let place = workplace.city.is_some().then(|| place.join(", "));
    let remote: Vec<_> = workplace.remote_in.iter().map(|it| &*it.0).collect();
    let remote = (!remote.is_empty()).then(|| format!("remote in {}", remote.join(", ")));
    match (place, remote) {
        (Some(place), Some(remote)) => Some(format!("{place}, or {remote}")),
        (place, remote) => place.or(remote.map(|it| capitalised(&it))),
    }
}

fn pay_in_words(pay: &PayRange) -> String {
    let period = match pay.per {
        PayPeriod::Hour => "an hour",
        PayPeriod::Day => "a day",
        PayPeriod::Week => "a week",
        PayPeriod::Month => "a month",
        PayPeriod::Year => "a year",
    };
    let (from, to) = (grouped(pay.from), grouped(pay.to));
    format!("{} {from}–{to} {period}", pay.currency)
}

/// A number with commas between its thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(json: Value) -> Listing {
        serde_json::from_value(json).expect("it is a listing")
    }

    #[test]
    fn facts_in_words() {
        let facts = in_words(&listing(json!({
            "employment": ["full-time", "part-time"], "valid_through": "2027-02-06",
            "workplace": {"city": "Leeds", "country": "GB", "remote_in": ["GB", "IE"]},
            "pay": {"currency": "GBP", "from": 52000, "to": 1064000, "per": "year"},
        })));
        assert_eq!(
            facts.location.as_deref(),
            Some("Leeds, GB, or remote in GB, IE")
        );
        assert_eq!(facts.employment.as_deref(), Some("Full time or part time"));
        assert_eq!(facts.pay.as_deref(), Some("GBP 52,000–1,064,000 a year"));
        assert_eq!(facts.apply_by.as_deref(), Some("6 February 2027"));
    }

    #[test]
    fn only_remote() {
        let facts = in_words(&listing(json!({"workplace": {"remote_in": ["US"]}})));
        assert_eq!(facts.location.as_deref(), Some("Remote in US"));
        assert_eq!(facts.pay, None);
    }
}
