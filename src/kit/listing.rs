//! The facts of a posting for machines: schema.org's
//! [JobPosting](https://schema.org/JobPosting), as search engines read it.

use super::Words;
use super::words::{filled, label};
use crate::guide::{Employment, Guide, Listing, PayPeriod, PayRange, Workplace};
use crate::labels::{Labels, PostingFacts, capitalised};
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
pub(super) fn in_words(listing: &Listing, labels: &Labels) -> ListingWords {
    let facts = &labels.program.posting;
    let kinds: Vec<_> = listing
        .employment
        .iter()
        .map(|it| kind_name(*it, facts))
        .collect();
    ListingWords {
        location: listing
            .workplace
            .as_ref()
            .and_then(|workplace| location(workplace, facts)),
        employment: (!kinds.is_empty()).then(|| label(&capitalised(&kinds.join(&facts.or)))),
        pay: listing.pay.as_ref().map(|pay| pay_in_words(pay, labels)),
        apply_by: listing
            .valid_through
            .as_ref()
            .map(|day| label(&labels.dates.in_words(day))),
    }
}

/// The facts of a listing, as people read them: Markdown, like the words of the guide in them.
#[derive(Default)]
pub(super) struct ListingWords {
    pub location: Option<String>,
    pub employment: Option<String>,
    pub pay: Option<String>,
    pub apply_by: Option<String>,
}

fn kind_name(employment: Employment, facts: &PostingFacts) -> &str {
    match employment {
        Employment::FullTime => &facts.full_time,
        Employment::PartTime => &facts.part_time,
        Employment::Contractor => &facts.contractor,
        Employment::Temporary => &facts.temporary,
        Employment::Intern => &facts.intern,
        Employment::Volunteer => &facts.volunteer,
        Employment::PerDiem => &facts.per_diem,
        Employment::Other => &facts.another_kind,
    }
}

fn location(workplace: &Workplace, facts: &PostingFacts) -> Option<String> {
    let parts = [&workplace.city, &workplace.region];
    let parts = parts.into_iter().flatten().map(|part| part.0.clone());
    let country = workplace.country.iter().map(|country| country.0.clone());
    let place: Vec<_> = parts.chain(country).collect();
    let place = workplace.city.is_some().then(|| place.join(", "));
    let remote: Vec<_> = workplace.remote_in.iter().map(|it| &*it.0).collect();
    let remote =
        (!remote.is_empty()).then(|| filled(&facts.remote, &[("countries", &remote.join(", "))]));
    match (place, remote) {
        (Some(place), Some(remote)) => Some(filled(
            &facts.place_or_remote,
            &[("place", &place), ("remote", &remote)],
        )),
        (place, remote) => place.or(remote.map(|it| capitalised(&it))),
    }
}

fn pay_in_words(pay: &PayRange, labels: &Labels) -> String {
    let facts = &labels.program.posting;
    let pattern = match pay.per {
        PayPeriod::Hour => &facts.pay_per_hour,
        PayPeriod::Day => &facts.pay_per_day,
        PayPeriod::Week => &facts.pay_per_week,
        PayPeriod::Month => &facts.pay_per_month,
        PayPeriod::Year => &facts.pay_per_year,
    };
    let (from, to) = (labels.number(pay.from), labels.number(pay.to));
    label(&pattern.fill(&[("currency", &pay.currency), ("from", &from), ("to", &to)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::labels::Languages;

    fn listing(json: Value) -> Listing {
        serde_json::from_value(json).expect("it is a listing")
    }

    #[test]
    fn facts_in_words() {
        let facts = in_words(
            &listing(json!({
                "employment": ["full-time", "part-time"], "valid_through": "2027-02-06",
                "workplace": {"city": "Leeds", "country": "GB", "remote_in": ["GB", "IE"]},
                "pay": {"currency": "GBP", "from": 52000, "to": 1064000, "per": "year"},
            })),
            Languages::english(),
        );
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
        let facts = in_words(
            &listing(json!({"workplace": {"remote_in": ["US"]}})),
            Languages::english(),
        );
        assert_eq!(facts.location.as_deref(), Some("Remote in US"));
        assert_eq!(facts.pay, None);
    }
}
