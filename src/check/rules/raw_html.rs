//! HTML in a text.

use super::{Explanation, Finding, Reads, Rule, Run, Severity, Subject};

fn check(guide: &Subject<'_>, out: &mut Vec<Finding>) {
    for text in &guide.texts {
        // A closing tag goes with its opening tag, and one finding is enough for the two.
        let tags = text.marks.html.iter();
        for html in tags.filter(|html| !text.value[(*html).clone()].starts_with("</")) {
            out.push(
                RULE.finding(text.place(html.clone()), "a text cannot have HTML in it")
                    .label("will be printed as it stands")
                    .help("use Markdown, such as `**bold**`; write `\\<` for a less-than sign, and `[Name]` for a blank"),
            );
        }
    }
}

pub(super) const RULE: Rule = Rule {
    explanation: Explanation {
        code: "raw-html",
        severity: Severity::Warning,
        summary: "a text has HTML in it",
        why: "A guide is printed on paper as well as shown in a browser, so HTML is not interpreted: the tags \
              would be printed as they stand.",
        bad: Run("summary: Keeps our <b>systems</b> running.\n"),
        good: Run("summary: Keeps our **systems** running.\n"),
    },
    reads: Reads::EachPlace,
    check,
};
