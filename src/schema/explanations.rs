//! What can be wrong with the structure of a file.

use crate::finding::Example::Run;
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    BAD_ID,
    WRONG_FORM,
    BAD_LEVEL,
    OUT_OF_RANGE,
    TOO_FEW_ITEMS,
    EMPTY_TEXT,
    BAD_INCLUDE,
    MISPLACED_INCLUDE,
];

pub(super) const UNKNOWN_FIELD: Explanation = Explanation {
    code: "unknown-field",
    severity: Severity::Error,
    summary: "a field has a name that means nothing here",
    why: "A misspelt field would silently be left out of every packet. A field that is known but \
          indented wrongly belongs to something else.",
    bad: Run(
        "faq:\n  - id: how-long\n    question: How long does it take?\n    anser: Two weeks.\n",
    ),
    good: Run(
        "faq:\n  - id: how-long\n    question: How long does it take?\n    answer: Two weeks.\n",
    ),
};

pub(super) const MISSING_FIELD: Explanation = Explanation {
    code: "missing-field",
    severity: Severity::Error,
    summary: "a field that every packet relies on is not there",
    why: "Without it, a packet would have a hole.",
    bad: Run("faq:\n  - id: how-long\n    question: How long does it take?\n"),
    good: Run(
        "faq:\n  - id: how-long\n    question: How long does it take?\n    answer: Two weeks.\n",
    ),
};

pub(super) const WRONG_TYPE: Explanation = Explanation {
    code: "wrong-type",
    severity: Severity::Error,
    summary: "a field holds another kind of value than it should: a number instead of text, say",
    why: "YAML guesses the kind of a value from how it is written: `2024` is a number, `true` is a \
          yes-or-no value, `[Company]` is a list and `- Ask: why` is a field. Quotes make any of them text.",
    bad: Run("role: 2024\n"),
    good: Run("role: \"2024\"\n"),
};

pub(super) const UNKNOWN_VALUE: Explanation = Explanation {
    code: "unknown-value",
    severity: Severity::Error,
    summary: "a field holds a word that is none of those it can hold",
    why: "Some fields choose between a few words, and each word changes what is printed.",
    bad: Run("placeholders:\n  Company: {when: printed}\nsummary: \"[Company]\"\n"),
    good: Run("placeholders:\n  Company: {when: print}\nsummary: \"[Company]\"\n"),
};

pub(super) const BAD_ID: Explanation = Explanation {
    code: "bad-id",
    severity: Severity::Error,
    summary: "an id has characters other than lower-case letters, digits and hyphens",
    why: "Ids become names of folders, files and form fields, which must work on every computer.",
    bad: Run(
        "outcomes:\n  - {id: Zero Downtime, name: Uptime, description: No outage., anchors: {1: A, \
              2: B, 3: C, 4: D}}\n",
    ),
    good: Run(
        "outcomes:\n  - {id: zero-downtime, name: Uptime, description: No outage., anchors: {1: A, \
               2: B, 3: C, 4: D}}\n",
    ),
};

pub(super) const WRONG_FORM: Explanation = Explanation {
    code: "wrong-form",
    severity: Severity::Error,
    summary: "a language, day, country, currency or template is not written as such",
    why: "Browsers, screen readers and job boards read these values, and each has one form: `de` or `en-GB` for a \
          language, `2027-01-31` for a day, `GB` for a country, `GBP` for a currency.",
    bad: Run("language: german\n"),
    good: Run("language: de\n"),
};

pub(super) const BAD_LEVEL: Explanation = Explanation {
    code: "bad-level",
    severity: Severity::Error,
    summary: "the words of a level stand under something that is not the number of a level",
    why: "Anchors and scales give words to levels, and levels are numbers: `3: Solid`.",
    bad: Run("scales:\n  pass: {levels: {1: No, two: Yes}}\n"),
    good: Run("scales:\n  pass: {levels: {1: No, 2: Yes}}\n"),
};

pub(super) const OUT_OF_RANGE: Explanation = Explanation {
    code: "out-of-range",
    severity: Severity::Error,
    summary: "a number is smaller or larger than makes sense",
    why: "Times are minutes and weights are per cent; a number far outside is most likely a slip.",
    bad: Run("stages:\n  - {id: talk, kind: debrief, title: Talk, minutes: 9000}\n"),
    good: Run("stages:\n  - {id: talk, kind: debrief, title: Talk, minutes: 90}\n"),
};

pub(super) const TOO_FEW_ITEMS: Explanation = Explanation {
    code: "too-few-items",
    severity: Severity::Error,
    summary: "a list has too few items",
    why: "A packet would have a heading with nothing under it.",
    bad: Run("competencies: []\n"),
    good: Run("competencies:\n  - {id: judgement, name: Judgement, description: Decides well.}\n"),
};

pub(super) const EMPTY_TEXT: Explanation = Explanation {
    code: "empty-text",
    severity: Severity::Error,
    summary: "a text has no words",
    why: "It would be a blank on paper that nobody meant. A field that may be left out is better left out.",
    bad: Run("role: \"\"\n"),
    good: Run("role: IT Manager\n"),
};

pub(super) const BAD_INCLUDE: Explanation = Explanation {
    code: "bad-include",
    severity: Severity::Error,
    summary: "an `include` does not name a library and an entry in it",
    why: "An entry is found by the name of the library's file and by its id there, with a `/` between them.",
    bad: Run("\
competencies:
  - {include: cloud-operations, id: judgement}
"),
    good: Run("\
competencies:
  - {include: cloud-security/cloud-operations, id: judgement}
"),
};

pub(super) const MISPLACED_INCLUDE: Explanation = Explanation {
    code: "misplaced-include",
    severity: Severity::Error,
    summary: "an `include` stands where nothing can be included",
    why: "Libraries hold competencies, questions, criteria and scales, and a guide takes them into lists \
          of the same names. A library cannot take entries from another, so that whoever reads it sees them.",
    bad: Run(
        "outcomes:\n  - {id: uptime, name: Uptime, description: No outage., include: cloud-security/uptime}\n",
    ),
    good: Run(
        "outcomes:\n  - {id: uptime, name: Uptime, description: No outage., anchors: {1: A, 2: B, 3: C, 4: D}}\n",
    ),
};
