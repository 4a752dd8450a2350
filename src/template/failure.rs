//! What went wrong in a template, as a finding in that template.

use crate::document::{Problem, ProblemKind};
use crate::finding::{Example, Explanation, Finding, Place, Severity, Source, quoted, visible};
use minijinja::{Error, ErrorKind};
use std::ops::Range;
use std::sync::Arc;

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    TEMPLATE_ERROR,
    TEMPLATE_MARKER,
    TEMPLATE_TOO_LARGE,
    PACKET_TOO_LARGE,
    TEMPLATE_UNUSED,
    TEMPLATE_OUTDATED,
    TEMPLATE_FRAME,
];

const TEMPLATE_ERROR: Explanation = Explanation {
    code: "template-error",
    severity: Severity::Error,
    summary: "a template cannot be rendered",
    why: "A template asked for a value that is not there, or is not valid. A blank on paper would \
          hide the mistake, so nothing is written.",
    bad: Example::Told("{{ stage.tilte }}"),
    good: Example::Told("{{ stage.title }}"),
};

const TEMPLATE_MARKER: Explanation = Explanation {
    code: "template-marker",
    severity: Severity::Error,
    summary: "a template uses a marker wrongly",
    why: "Markers are the comments by which a template says what a piece of Markdown is. One that \
          is misspelt or never closed would change how the rest of the page is set.",
    bad: Example::Told("<!-- colums --> … <!-- /columns -->"),
    good: Example::Told("<!-- columns --> … <!-- next --> … <!-- /columns -->"),
};

const TEMPLATE_TOO_LARGE: Explanation = Explanation {
    code: "template-too-large",
    severity: Severity::Error,
    summary: "a template is larger than a template may be",
    why: "The largest built-in template has less than 4 KiB. A template of more than 64 KiB could \
          stop the program while it is being read.",
    bad: Example::Told("a file of 200 KiB"),
    good: Example::Told("several smaller files, joined by `{% include … %}`"),
};

const PACKET_TOO_LARGE: Explanation = Explanation {
    code: "packet-too-large",
    severity: Severity::Error,
    summary: "a template makes more than a packet may be",
    why: "The longest bundled packet has 22 KiB of Markdown. One of more than 256 KiB, with notes on more \
          than 500 pages, or with lists and quotes more than thirty deep is a mistake, most often a loop in \
          a template that does not end, and printing it would take minutes.",
    bad: Example::Told("{% for line in range(100000) %}…{% endfor %}"),
    good: Example::Told("{% for question in questions %}…{% endfor %}"),
};

/// What makes a packet smaller.
const LESS: &str =
    "look for a loop that goes round too often, or spread the packet over several stages";
const TEMPLATE_UNUSED: Explanation = Explanation {
    code: "template-unused",
    severity: Severity::Warning,
    summary: "a template of the workspace is used nowhere",
    why: "A file in `templates/` replaces the built-in template of the same name. One with another \
          name is a piece for others to include, and none does: most likely its name is misspelt.",
    bad: Example::Told("templates/parts/qestion.md"),
    good: Example::Told("templates/parts/question.md"),
};

const TEMPLATE_OUTDATED: Explanation = Explanation {
    code: "template-outdated",
    severity: Severity::Warning,
    summary: "a built-in template has changed since the workspace's copy was made",
    why: "A copy stays as it is when hirekit is upgraded. What is new in the built-in template, a \
          mended mistake perhaps, is not in it.",
    bad: Example::Told("a copy made by hirekit 0.1, in use with hirekit 0.2"),
    good: Example::Told(
        "the same copy with the changes that `hirekit templates diff` shows, and then \
         `hirekit templates eject --keep`",
    ),
};

const TEMPLATE_FRAME: Explanation = Explanation {
    code: "template-frame",
    severity: Severity::Error,
    summary: "the template of a page lacks what every page must have",
    why: "The policy at the top of a page keeps scripts, and everything from elsewhere, out of it: it \
          allows the style sheet of hirekit and nothing else. A page without it could load what it \
          likes wherever it is opened; one without its style or its text is none.",
    bad: Example::Told("templates/page.html without `{{ frame.policy }}`"),
    good: Example::Told(
        "the tags with `frame.policy`, `frame.style`, `data` and `body` as in the built-in template, \
         and style rules in templates/style.css",
    ),
};

/// A template that is used nowhere. `meant` is the built-in one that it may be meant to replace.
pub(super) fn unused(source: &Arc<Source>, meant: Option<&str>) -> Finding {
    let message = "this template replaces no built-in one, and none includes it";
    let finding = TEMPLATE_UNUSED.finding(Place::new(source, 0..0), message);
    match meant {
        Some(meant) => finding.help(format!("rename it to `{meant}`")),
        None => finding.help(
            "include it in another template, or remove it; `hirekit templates list` has the names",
        ),
    }
}

/// A built-in template has changed since `source` was copied from it.
pub fn outdated(source: &Arc<Source>, name: &str) -> Finding {
    TEMPLATE_OUTDATED
        .finding(
            Place::new(source, 0..0),
            "the built-in template has changed since this copy was made",
        )
        .help(format!(
            "take over what `hirekit templates diff {name}` shows, then run \
             `hirekit templates eject {name} --keep`"
        ))
}

/// A template that is too large.
pub fn too_large(source: &Arc<Source>) -> Finding {
    let kib = source.text.len() / 1024;
    TEMPLATE_TOO_LARGE
        .finding(
            Place::new(source, 0..0),
            format!("this template has {kib} KiB, of at most 64"),
        )
        .help("split it, and join the pieces by `{% include … %}`")
}

/// Something that a template has written, and must not write.
pub(super) fn written(source: &Arc<Source>, span: Range<usize>, problem: &Problem) -> Finding {
    let explanation = match problem.kind {
        ProblemKind::Marker => TEMPLATE_MARKER,
        ProblemKind::Size => PACKET_TOO_LARGE,
    };
    explanation.finding(Place::new(source, span), &problem.message)
}

/// A template of a running head that makes more than words on a line.
pub(super) fn no_line(source: &Arc<Source>) -> Finding {
    finding(
        Place::new(source, 0..0),
        "what stands above or below a page is one line of words, and this template makes more",
    )
    .help("leave one paragraph, without headings, lists or tables; words may be `**bold**`")
}

/// A template that makes so many bytes of Markdown, of at most `most`.
pub(super) fn packet_too_large(source: &Arc<Source>, bytes: usize, most: usize) -> Finding {
    let (kib, most) = (bytes / 1024, most / 1024);
    PACKET_TOO_LARGE
        .finding(
            Place::new(source, 0..0),
            format!("this template makes a packet of {kib} KiB, of at most {most}"),
        )
        .help(LESS)
}

/// The error where the mistake was written: one in an included piece is reported there, not at
/// the `include`.
pub(super) fn innermost(error: &Error) -> &Error {
    let mut innermost = error;
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        if let Some(next) = next.downcast_ref::<Error>()
            && next.name().is_some()
        {
            innermost = next;
        }
        cause = next.source();
    }
    innermost
}

/// Something wrong in a template.
pub(super) fn finding(place: Place, message: impl Into<String>) -> Finding {
    TEMPLATE_ERROR.finding(place, message)
}

/// What the engine says of a template.
pub(super) fn error(error: &Error, source: &Arc<Source>, span: Range<usize>) -> Finding {
    let expression = source.text.get(span.clone()).unwrap_or_default();
    let expression = expression
        .trim_start_matches("{{")
        .trim_end_matches("}}")
        .trim();
    if error.kind() == ErrorKind::OutOfFuel {
        let message = "this template does not come to an end soon enough";
        let finding = PACKET_TOO_LARGE.finding(Place::new(source, span), message);
        return finding.help(LESS);
    }
    let (message, help) = message(error, expression);
    let finding = finding(Place::new(source, span), message);
    match help {
        "" => finding,
        help => finding.help(help),
    }
}

/// What is wrong with a template that cannot even be read.
pub(crate) fn broken(error: &Error, source: &Arc<Source>) -> Finding {
    self::error(error, source, span(error, &source.text))
}

/// A page that lacks what every page must have.
pub(crate) fn no_page(source: &Arc<Source>, what: &str) -> Finding {
    TEMPLATE_FRAME
        .finding(Place::new(source, 0..0), format!("pages made by this template lack {what}"))
        .help("keep these tags as they stand in the built-in template: `hirekit templates show --built-in`")
}

/// Where the error is: the expression when it is known, or else the line.
pub(super) fn span(error: &Error, text: &str) -> Range<usize> {
    if let Some(range) = error.range()
        && text.get(range.clone()).is_some()
    {
        return range;
    }
    let line = error.line().unwrap_or(1).max(1);
    let start: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let length = text
        .get(start..)
        .map_or(0, |rest| rest.lines().next().unwrap_or_default().len());
    start..start + length
}

/// What is wrong, and what would mend it where that is known.
fn message(error: &Error, expression: &str) -> (String, &'static str) {
    let detail = error.detail().unwrap_or_default();
    match error.kind() {
        ErrorKind::UndefinedError if expression.is_empty() || expression.contains('\n') => {
            ("a value is not defined here".to_owned(), "")
        }
        ErrorKind::UndefinedError => (format!("{} is not defined here", quoted(expression)), ""),
        _ if detail == "recursion limit exceeded" => (
            "this template includes or calls itself without end".to_owned(),
            "take out the tag that leads back here",
        ),
        kind if detail.is_empty() => (kind.to_string(), ""),
        ErrorKind::InvalidOperation => (visible(detail.chars()), ""),
        kind => (format!("{kind}: {}", visible(detail.chars())), ""),
    }
}
