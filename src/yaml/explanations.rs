//! What can be wrong with a file as YAML.

use crate::finding::Example::{Run, Told};
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    YAML_SYNTAX,
    DUPLICATE_KEY,
    TAG_NOT_SUPPORTED,
    MERGE_KEY,
    UNKNOWN_ALIAS,
    ALIAS_CYCLE,
    ALIAS_BUDGET,
    NESTED_TOO_DEEP,
    SECOND_DOCUMENT,
    EMPTY_FILE,
    KEY_NOT_TEXT,
    CUT_BY_COMMENT,
];

pub(super) const YAML_SYNTAX: Explanation = Explanation {
    code: "yaml-syntax",
    severity: Severity::Error,
    summary: "the file cannot be read beyond this place",
    why: "A guide is YAML: fields, lists and text, told apart by indentation and a few characters. \
          The usual causes are a `: ` inside text without quotes, a quote that is not closed, and a \
          line that is indented differently from its neighbours. What follows the mistake is not checked.",
    bad: Run("summary: The role: keeping things running\n"),
    good: Run("summary: \"The role: keeping things running\"\n"),
};

pub(super) const CUT_BY_COMMENT: Explanation = Explanation {
    code: "cut-by-comment",
    severity: Severity::Warning,
    summary: "a text may lose its end to a comment",
    why: "Behind a space, `#` begins a comment, and what follows is not printed. Most people write a space \
          after the `#` of a comment, and none in `#3`.",
    bad: Run("summary: Keeps our systems in building #3 running.\n"),
    good: Run("summary: \"Keeps our systems in building #3 running.\"\n"),
};

pub(super) const DUPLICATE_KEY: Explanation = Explanation {
    code: "duplicate-key",
    severity: Severity::Error,
    summary: "a field is given twice in the same place",
    why: "Only one of the two could be printed, and nobody would see which.",
    bad: Run("role: IT Manager\nrole: Head of IT\n"),
    good: Run("role: IT Manager\n"),
};

pub(super) const TAG_NOT_SUPPORTED: Explanation = Explanation {
    code: "tag-not-supported",
    severity: Severity::Error,
    summary: "text that starts with `!` is read as a YAML tag",
    why: "Tags tell programs what type a value has. A guide needs none, so this is most likely text \
          that starts with an exclamation mark.",
    bad: Run("role: !important IT Manager\n"),
    good: Run("role: \"!important IT Manager\"\n"),
};

pub(super) const MERGE_KEY: Explanation = Explanation {
    code: "merge-key",
    severity: Severity::Error,
    summary: "the merge key `<<` is not supported",
    why: "YAML 1.2 has no merge key, and programs disagree on what it does. Repeat a whole value with \
          an alias, or write the fields out.",
    bad: Run(
        "placeholders:\n  Candidate: &by-hand {when: print}\n  Referee: {<<: *by-hand}\nsummary: \
              \"[Candidate] and [Referee]\"\n",
    ),
    good: Run(
        "placeholders:\n  Candidate: &by-hand {when: print}\n  Referee: *by-hand\nsummary: \
               \"[Candidate] and [Referee]\"\n",
    ),
};

pub(super) const UNKNOWN_ALIAS: Explanation = Explanation {
    code: "unknown-alias",
    severity: Severity::Error,
    summary: "text that starts with `*` is read as an alias",
    why: "In YAML, `*name` repeats a value that was marked `&name` above. Markdown emphasis at the \
          start of a text therefore needs quotes, or a `>-` before it.",
    bad: Run("summary: *Everything*\n"),
    good: Run("summary: \"*Everything*\"\n"),
};

pub(super) const ALIAS_CYCLE: Explanation = Explanation {
    code: "alias-cycle",
    severity: Severity::Error,
    summary: "an alias stands inside the value it repeats",
    why: "Written out, the value would never end.",
    bad: Run("how_to: &tips [Read it, *tips]\n"),
    good: Run("how_to: [Read it]\n"),
};

pub(super) const ALIAS_BUDGET: Explanation = Explanation {
    code: "alias-budget",
    severity: Severity::Error,
    summary: "the guide holds too many values once its aliases are written out",
    why: "A few lines of aliases of aliases can stand for billions of values. A guide may hold 100,000 \
          values and 8 MiB of text, which is many times more than any real one.",
    bad: Told("ten lists, each of which repeats the one before it ten times"),
    good: Told("each list written out once, where it is used"),
};

pub(super) const NESTED_TOO_DEEP: Explanation = Explanation {
    code: "nested-too-deep",
    severity: Severity::Error,
    summary: "values are nested more than 64 levels deep",
    why: "A guide needs about eight levels, so a bracket or the indentation must be wrong.",
    bad: Told("a list in a list in a list …, 65 times"),
    good: Told("the lists that the guide needs"),
};

pub(super) const SECOND_DOCUMENT: Explanation = Explanation {
    code: "second-document",
    severity: Severity::Error,
    summary: "a second YAML document starts in the same file",
    why: "A line of `---` ends a YAML document. One file holds one guide, so what follows would be lost. \
          Inside a text, write the line under a `|`, indented.",
    bad: Run("role: IT Manager\n---\nrole: Head of IT\n"),
    good: Run("role: IT Manager\n"),
};

pub(crate) const EMPTY_FILE: Explanation = Explanation {
    code: "empty-file",
    severity: Severity::Error,
    summary: "the file holds nothing but comments or blank lines",
    why: "There is nothing to print.",
    bad: Told("# to be written"),
    good: Told("the guide that `hirekit new it-manager` writes, to start from"),
};

pub(super) const KEY_NOT_TEXT: Explanation = Explanation {
    code: "key-not-text",
    severity: Severity::Error,
    summary: "the name of a field is not text",
    why: "The name before a colon is a word. A bracket at the start of a line, as in `[Company]: …`, \
          begins a list instead.",
    bad: Run("placeholders:\n  [Company]: {default: our company}\n"),
    good: Run("placeholders:\n  Company: {default: our company}\nsummary: \"Work at [Company]\"\n"),
};
