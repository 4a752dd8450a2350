//! A link that leads to something other than a web page or a mailbox.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};
use crate::document::may_link_to;
use crate::finding::quoted;

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for text in &guide.texts {
        for (range, target) in &text.marks.links {
            if !may_link_to(target) {
                out.push(
                    RULE.finding(text.place(range.clone()), format!("the link to {} is not allowed", quoted(target)))
                        .label("does not lead to a web page or a mailbox")
                        .help("write the whole address: it starts with `https://`, `http://` or `mailto:`"),
                );
            }
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "unsafe-link",
        severity: Severity::Error,
        summary: "a link does not start with `https:`, `http:` or `mailto:`",
        why: "Other links run programs, open files of the reader's computer, or lead nowhere once the packet has \
              been sent to somebody.",
        bad: Run("summary: \"See [our values](file:///C:/values.docx).\"\n"),
        good: Run("summary: \"See [our values](https://example.org/values).\"\n"),
    },
    reads: Reads::EachPlace,
    check,
};
