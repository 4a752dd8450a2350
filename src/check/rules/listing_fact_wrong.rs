//! A fact of a listing that cannot be true: no such day or country, an end before the start.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::guide::{Date, country_meant, currency_meant, is_country, is_currency};
use crate::yaml::Node;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let Some((_, listing)) = guide.listing() else {
        return;
    };
    let posted = listing.get("date_posted");
    let end = listing.get("valid_through");
    for node in posted.into_iter().chain(end) {
        no_such_day(guide, node, out);
    }
    if let (Some(posted), Some(end)) = (posted, end)
        && let (Some(first), Some(last)) = (day(posted), day(end))
        && last < first
    {
        let finding = RULE.finding(guide.place(end), "the posting ends before it begins");
        let help = "write a day on or after `date_posted`";
        out.push(
            finding
                .related(guide.place(posted), "posted on this day")
                .help(help),
        );
    }
    wrong_codes(guide, listing, out);
    let pay = listing.get("pay");
    if let Some((from, to)) = pay.and_then(|pay| Some((pay.get("from")?, pay.get("to")?)))
        && let (Some(low), Some(high)) = (from.integer(), to.integer())
        && high < low
    {
        let finding = RULE.finding(guide.place(to), "the highest pay is below the lowest");
        out.push(
            finding
                .related(guide.place(from), "the lowest")
                .help("write the lower number under `from`"),
        );
    }
}

/// Codes of countries and currencies that nobody has.
fn wrong_codes(guide: &Subject<'_>, listing: &Node, out: &mut Vec<Finding>) {
    let workplace = listing.get("workplace");
    let remote = workplace.and_then(|it| it.get("remote_in"));
    let countries = workplace.and_then(|it| it.get("country")).into_iter();
    for node in countries.chain(remote.into_iter().flat_map(Node::items)) {
        let code = node.text().filter(|it| is_code(it, 2) && !is_country(it));
        if let Some(code) = code {
            let meant = country_meant(code);
            out.push(no_such_code(guide, node, "country", code, meant));
        }
    }
    let currency = listing.get("pay").and_then(|pay| pay.get("currency"));
    if let Some(node) = currency
        && let Some(code) = node.text().filter(|it| is_code(it, 3) && !is_currency(it))
    {
        let meant = currency_meant(code);
        out.push(no_such_code(guide, node, "currency", code, meant));
    }
}

fn no_such_code(
    guide: &Subject<'_>,
    node: &Node,
    whose: &str,
    code: &str,
    meant: Option<&str>,
) -> Finding {
    let message = format!("no {whose} has the code {}", quoted(code));
    let finding = RULE.finding(guide.place(node), message);
    match meant {
        Some(meant) => finding.replace_with(meant),
        None if whose == "country" => finding.help("write its code in ISO 3166-1, such as `GB`"),
        None => finding.help("write its code in ISO 4217, such as `GBP`"),
    }
}

/// What has another shape is the schema's to report.
fn is_code(text: &str, letters: usize) -> bool {
    text.len() == letters && text.bytes().all(|it| it.is_ascii_uppercase())
}

fn no_such_day(guide: &Subject<'_>, node: &Node, out: &mut Vec<Finding>) {
    if let Some(text) = node.text()
        && looks_like_a_day(text)
        && Date(text.to_owned()).parts().is_none()
    {
        let message = format!("there is no day {}", quoted(text));
        let finding = RULE.finding(guide.place(node), message);
        out.push(finding.help("write year, month and day: 2027-03-31"));
    }
}

/// What has another shape is the schema's to report.
fn looks_like_a_day(text: &str) -> bool {
    let is_right = |(at, it): (usize, u8)| match at {
        4 | 7 => it == b'-',
        _ => it.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(is_right)
}

fn day(node: &Node) -> Option<(u16, u8, u8)> {
    Date(node.text()?.to_owned()).parts()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "listing-fact-wrong",
        severity: Severity::Error,
        summary: "a fact of the listing cannot be true",
        why: "Job boards drop a posting with a day or a country that does not exist, or that ends before it \
              begins, and say nothing about it.",
        bad: Run("\
posting:
  about: We move freight.
  role: You keep it moving.
  responsibilities: [Runs the network]
  requirements: [Has run one]
  listing:
    employer: Aster Freight
    date_posted: 2027-02-29
    valid_through: 2027-02-26
    employment: [full-time]
    workplace: {remote_in: [GB]}
    pay: {currency: GBP, from: 64000, to: 52000, per: year}
"),
        good: Run("\
posting:
  about: We move freight.
  role: You keep it moving.
  responsibilities: [Runs the network]
  requirements: [Has run one]
  listing:
    employer: Aster Freight
    date_posted: 2027-02-01
    valid_through: 2027-02-26
    employment: [full-time]
    workplace: {remote_in: [GB]}
    pay: {currency: GBP, from: 52000, to: 64000, per: year}
"),
    },
    reads: Reads::AllNames,
    check,
};
