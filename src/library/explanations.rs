//! What can be wrong with an entry that is to come from a library.

use crate::finding::Example::{Run, Told};
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] =
    &[UNKNOWN_LIBRARY, UNKNOWN_ENTRY, INCLUDES_TOO_LARGE];

pub(super) const UNKNOWN_LIBRARY: Explanation = Explanation {
    code: "unknown-library",
    severity: Severity::Error,
    summary: "a guide includes from a library that is not there",
    why: "What stands before the `/` is the name of a file in the folder `library` beside the guide, or \
          of a library that comes with hirekit.",
    bad: Run("\
competencies:
  - {include: cloud-securty/cloud-operations, id: judgement}
"),
    good: Run("\
competencies:
  - {include: cloud-security/cloud-operations, id: judgement}
"),
};

pub(super) const UNKNOWN_ENTRY: Explanation = Explanation {
    code: "unknown-entry",
    severity: Severity::Error,
    summary: "a library does not have the entry that a guide includes",
    why: "What stands after the `/` is the id of an entry in the list of the same name: a question of a stage \
          comes from the `questions` of a library.",
    bad: Run("\
competencies:
  - {include: cloud-security/cloud-operation, id: judgement}
"),
    good: Run("\
competencies:
  - {include: cloud-security/cloud-operations, id: judgement}
"),
};

pub(super) const INCLUDES_TOO_LARGE: Explanation = Explanation {
    code: "includes-too-large",
    severity: Severity::Error,
    summary: "what a guide includes is too large together",
    why: "It may come to 100,000 values and 8 MiB of text, which is many times more than a kit can use.",
    bad: Told("a question of a megabyte, included in nine stages"),
    good: Told("a question that an interviewer can read out"),
};
