//! A fact that job boards ask for, missing from a listing that has others.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::yaml::Node;

/// The facts, and what each is for.
const FACTS: [(&str, &str); 6] = [
    ("employer", "the name of the organisation that hires"),
    ("date_posted", "the day on which the posting is published"),
    ("valid_through", "the last day on which to apply"),
    ("employment", "a list such as `[full-time]`"),
    (
        "workplace",
        "a `city` and `country`, or `remote_in` some countries",
    ),
    ("pay", "`currency`, `from`, `to` and `per`"),
];

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    let Some((key, listing)) = guide.listing() else {
        return;
    };
    for (fact, what) in FACTS {
        let is_given = match listing.get(fact) {
            Some(node) if fact == "workplace" => has_place(node),
            Some(node) if fact == "employment" => !node.items().is_empty(),
            given => given.is_some(),
        };
        if !is_given {
            let lack = match listing.get(fact) {
                Some(_) => "the listing has only part of it",
                None => "the listing has none",
            };
            out.push(
                RULE.finding(
                    guide.key(key),
                    format!("job boards ask for `{fact}`, and {lack}"),
                )
                .label("lacks a fact")
                .help(format!("add `{fact}`: {what}")),
            );
        }
    }
}

fn has_place(workplace: &Node) -> bool {
    let remote = workplace.get("remote_in").map_or(&[][..], Node::items);
    let city = workplace.get("city").is_some() && workplace.get("country").is_some();
    city || !remote.is_empty()
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "listing-fact-missing",
        severity: Severity::Warning,
        summary: "the listing lacks a fact that job boards ask for",
        why: "With a `listing`, the web page of the posting carries its facts for job boards and search engines. \
              They pass over postings without employer, date, place, and show those without pay or an end \
              date to fewer people.",
        bad: Run("\
posting:
  about: We move freight.
  role: You keep it moving.
  responsibilities: [Runs the network]
  requirements: [Has run one]
  listing:
    employer: Aster Freight
    date_posted: 2027-01-04
    valid_through: 2027-02-26
    employment: [full-time]
    workplace: {city: Leeds}
"),
        good: Run("\
posting:
  about: We move freight.
  role: You keep it moving.
  responsibilities: [Runs the network]
  requirements: [Has run one]
  listing:
    employer: Aster Freight
    date_posted: 2027-01-04
    valid_through: 2027-02-26
    employment: [full-time]
    workplace: {city: Leeds, country: GB}
    pay: {currency: GBP, from: 52000, to: 64000, per: year}
"),
    },
    reads: Reads::AllNames,
    check,
};
