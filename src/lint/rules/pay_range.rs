//! A posting without pay, or with a range that says nothing.

use super::{Explanation, Finding, Guide, Pack, Reads, Role, Rule, Run, Severity, Speaks};
use crate::finding::quoted;
use crate::lint::amount::{Pay, pay};
use crate::yaml::Node;

/// The highest pay, in percent of the lowest, that one job is likely to have. Grades of pay are
/// mostly half as wide again as their lowest point; more than this is the pay of two grades.
const WIDEST_PERCENT: u64 = 160;

/// Words for pay in a text, and in the names of blanks that pay is filled in at.
const BLANKS: &[&str] = &[
    "pay",
    "salary",
    "wage",
    "compensation",
    "gehalt",
    "salaire",
    "salario",
];

fn check(guide: &Guide<'_>, out: &mut Vec<Finding>) {
    let Some((key, posting)) = guide.root.entry("posting") else {
        return;
    };
    let listed = guide.listing().map(|(_, listing)| listing);
    if let Some(listed) = listed.and_then(|listing| listing.get("pay")) {
        listed_range(guide, listed, out);
        if let Some(written) = posting.get("pay") {
            two_pays(guide, written, listed, out);
        }
    }
    match posting.get("pay") {
        Some(node) => written(guide, node, out),
        // What a listing lacks is told by `listing-fact-missing`.
        None if listed.is_none() && !is_told_elsewhere(guide) => out.push(
            RULE.finding(guide.key(key), "the posting does not say what the job pays")
                .label("leaves candidates to guess")
                .help("add `pay`, such as `£52,000 to £64,000 a year`"),
        ),
        None => {}
    }
}

/// The range for job boards. One that is upside down is told by `listing-fact-wrong`.
fn listed_range(guide: &Guide<'_>, pay: &Node, out: &mut Vec<Finding>) {
    if let (Some(from), Some(to), Some(node)) = (end(pay, "from"), end(pay, "to"), pay.get("to"))
        && is_wide(from, to)
    {
        out.push(too_wide(guide, node));
    }
}

/// One end of the range for job boards.
fn end(pay: &Node, name: &str) -> Option<u64> {
    u64::try_from(pay.get(name)?.integer()?).ok()
}

/// Pay in words, and other figures for job boards.
fn two_pays(guide: &Guide<'_>, written: &Node, listed: &Node, out: &mut Vec<Finding>) {
    let text = written.text().unwrap_or_default();
    let (Pay::Range(from, to), Some(listed_from), Some(listed_to)) =
        (pay(text), end(listed, "from"), end(listed, "to"))
    else {
        return;
    };
    let in_hundredths = [listed_from, listed_to].map(|it| it.saturating_mul(100));
    if !may_be_one([from, to], in_hundredths) {
        let shown = quoted(text);
        let message = format!("{shown} is not what the listing says: {listed_from} to {listed_to}");
        out.push(
            RULE.finding(guide.place(written), message)
                .label("is what the page prints")
                .related(guide.place(listed), "what job boards are told")
                .help("write the same amounts in both"),
        );
    }
}

/// Whether two ranges may be the same pay: the same amounts, or one for a month, say, and one for a
/// year, so that each end is about the same number of times the other's.
fn may_be_one(a: [u64; 2], b: [u64; 2]) -> bool {
    let [from, to] = [(a[0], b[1]), (a[1], b[0])].map(|(a, b)| u128::from(a) * u128::from(b));
    let is_in_proportion = from.abs_diff(to) <= from / 50;
    let is_of_another_time = a[0] / 4 >= b[0] || b[0] / 4 >= a[0];
    a == b || is_in_proportion && is_of_another_time
}

/// Pay in words.
fn written(guide: &Guide<'_>, node: &Node, out: &mut Vec<Finding>) {
    let text = node.text().unwrap_or_default();
    let finding = |message: String| RULE.finding(guide.place(node), message);
    match pay(text) {
        Pay::Range(from, to) if to < from => out.push(
            finding("the highest pay is below the lowest".into())
                .label("is upside down")
                .help("write the lower amount first"),
        ),
        Pay::Range(from, to) if is_wide(from, to) => out.push(too_wide(guide, node)),
        Pay::OpenEnded => out.push(
            finding(format!("{} has only one end", quoted(text)))
                .label("may be any amount")
                .help("write the lowest and the highest pay you would offer"),
        ),
        Pay::None if !has_blank(text) => out.push(
            finding(format!("{} names no amount", quoted(text)))
                .label("leaves candidates to guess")
                .help("write the lowest and the highest pay you would offer"),
        ),
        _ => {}
    }
}

fn is_wide(from: u64, to: u64) -> bool {
    to.saturating_mul(100) > from.saturating_mul(WIDEST_PERCENT)
}

fn too_wide(guide: &Guide<'_>, node: &Node) -> Finding {
    let finding = RULE.finding(guide.place(node), "the highest pay is far above the lowest");
    let finding = finding.label("is too wide to tell what the job pays");
    finding.help("write what you would offer now, or make two postings of two levels")
}

/// Whether another text of the posting says it, such as a line of benefits.
fn is_told_elsewhere(guide: &Guide<'_>) -> bool {
    let mut texts = guide.texts_of(&[Role::Posting]);
    texts.any(|text| {
        let is_about_pay = text.words.iter().any(|it| BLANKS.contains(&&*it.folded));
        match pay(text.value()) {
            Pay::Range(..) => true,
            Pay::Fixed | Pay::OpenEnded => is_about_pay,
            Pay::None => has_blank(text.value()),
        }
    })
}

fn has_blank(text: &str) -> bool {
    let mut blanks = text
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']'));
    blanks.any(|(name, _)| {
        let name = name.to_lowercase();
        name.split_whitespace().any(|word| BLANKS.contains(&word))
    })
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "pay-range",
        severity: Severity::Warning,
        summary: "the posting says nothing about pay, or too little",
        why: "Pay that is left to bargaining carries old differences on. In a growing number of places a posting has to \
              name a range offered in good faith, and candidates skip postings without one.",
        bad: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
"),
        good: Run("\
posting:
  about: We sell coffee machines to offices.
  role: You look after twenty customers.
  responsibilities: [Runs the network of dealers]
  requirements: [Has led a team through a renewal]
  apply: Write to us. If an adjustment would help you at any step, tell us and we will arrange it.
  pay: £40,000 to £48,000 a year
"),
    },
    packs: &[Pack::Posting],
    what: "Looks for an amount in `pay`, in the `listing` and in the texts of the posting, or a blank such as `[Pay Range]`; \
           for a range with one end, upside down, or with a highest pay above 1.6 times the lowest; and for a `pay` \
           and a `listing` that say different things.",
    sources: &[
        "EU: Directive (EU) 2023/970, article 5",
        "US: New York Labor Law § 194-b; California Labor Code § 432.3; Colorado Revised Statutes § 8-5-201",
    ],
    help: "Name the lowest and the highest pay that you would offer to somebody who starts now.",
    speaks: Speaks::Any,
    reads: Reads::AllValues,
    check,
};

#[cfg(test)]
mod tests {
    use super::{RULE, Role, may_be_one};
    use crate::lint::sample::{findings, flags, passes};
    use serde_json::json;

    #[test]
    fn one_pay_for_the_page_and_for_job_boards() {
        let said = |pay: &str| {
            let listing =
                json!({"pay": {"currency": "GBP", "from": 52_000, "to": 64_000, "per": "year"}});
            let posting = json!({"about": "We bake.", "pay": pay, "listing": listing});
            findings(&RULE, &json!({ "posting": posting })).len()
        };
        assert_eq!(said("£52,000 to £64,000 a year"), 0);
        assert_eq!(said("£4,333 to £5,333 a month"), 0);
        assert_eq!(said("£90,000 to £99,000 a year"), 1);
        assert_eq!(said("£54,000 to £66,400 a year"), 1);
        assert!(may_be_one([0, 0], [0, 0]));
    }

    #[test]
    fn without_pay() {
        flags(
            &RULE,
            Role::Posting,
            &[
                "We pay well.",
                "Call us about the salary.",
                "[Company] is 40 years old.",
            ],
        );
    }

    #[test]
    fn with_pay_in_a_text() {
        passes(
            &RULE,
            Role::Posting,
            &[
                "Your salary is [Pay Range].",
                "We offer £40,000–£48,000.",
                "Between 40k and 48k euros",
            ],
        );
    }
}
