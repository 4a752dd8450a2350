//! A fact of a listing that cannot be true: no such day, an end before the start.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::finding::quoted;
use crate::guide::Date;
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
    text.len() == 10 && text.bytes().all(|it| it.is_ascii_digit() || it == b'-')
}

fn day(node: &Node) -> Option<(u16, u8, u8)> {
    Date(node.text()?.to_owned()).parts()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "listing-fact-wrong",
        severity: Severity::Error,
        summary: "a fact of the listing cannot be true",
        why: "Job boards drop a posting with a day that does not exist, or that ends before it begins, and say \
              nothing about it.",
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
