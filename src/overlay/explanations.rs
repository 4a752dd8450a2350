//! What can be wrong with an overlay.

use crate::finding::Example::{Run, Told};
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    UNKNOWN_BASE,
    EXTENDS_CYCLE,
    TOO_MANY_BASES,
    BASES_TOO_LARGE,
    NOT_IN_BASE,
    CHANGED_TWICE,
    CANNOT_REMOVE,
    MISPLACED_CHANGE,
];

pub(super) const UNKNOWN_BASE: Explanation = Explanation {
    code: "unknown-base",
    severity: Severity::Error,
    summary: "a guide extends another that is not there",
    why: "The base is looked for in the folder of the overlay, as a file of that name, and then among \
          the guides that come with hirekit.",
    bad: Run("extends: it-manger\n"),
    good: Run("extends: it-manager\n"),
};

pub(super) const EXTENDS_CYCLE: Explanation = Explanation {
    code: "extends-cycle",
    severity: Severity::Error,
    summary: "a guide extends itself, directly or by way of others",
    why: "An overlay is its base with changes, so one of the guides has to stand by itself.",
    bad: Told("`extends: it-manager-aws` in it-manager.yaml, which it-manager-aws.yaml extends"),
    good: Told("no `extends` in it-manager.yaml"),
};

pub(super) const TOO_MANY_BASES: Explanation = Explanation {
    code: "too-many-bases",
    severity: Severity::Error,
    summary: "a guide stands on more than eight others",
    why: "Whoever reads a guide has to know what it stands on. Two or three levels are easy to follow.",
    bad: Told("an overlay of an overlay of an overlay …, nine times"),
    good: Told("one overlay for the industry, and one for each office"),
};

pub(super) const BASES_TOO_LARGE: Explanation = Explanation {
    code: "bases-too-large",
    severity: Severity::Error,
    summary: "the guides that a guide stands on are too large together",
    why: "They may hold 100,000 values and 8 MiB of text, which is many times more than real ones do.",
    bad: Told("an overlay of a file with a hundred thousand questions"),
    good: Told("an overlay of a guide"),
};

pub(super) const NOT_IN_BASE: Explanation = Explanation {
    code: "not-in-base",
    severity: Severity::Error,
    summary: "an overlay changes something that its base does not have",
    why: "An overlay finds what it changes by id. When the base has no such entry, because the id is \
          misspelt or the base has changed, the change would be lost. A new entry says where it goes.",
    bad: Run("extends: it-manager\nstages:\n  - id: site-visit\n    optional: true\n"),
    good: Run("extends: it-manager\nstages:\n  - id: technical\n    optional: false\n"),
};

pub(super) const CHANGED_TWICE: Explanation = Explanation {
    code: "changed-twice",
    severity: Severity::Error,
    summary: "an overlay changes the same thing in two places",
    why: "One of the two would be easily overlooked.",
    bad: Run(
        "extends: it-manager\noutcomes:\n  - id: uptime\n    name: 99.95% uptime in 6 months\n  - id: \
         uptime\n    description: Critical systems are up 99.95% of the time.\n",
    ),
    good: Run(
        "extends: it-manager\noutcomes:\n  - id: uptime\n    name: 99.95% uptime in 6 months\n    \
         description: Critical systems are up 99.95% of the time.\n",
    ),
};

pub(super) const CANNOT_REMOVE: Explanation = Explanation {
    code: "cannot-remove",
    severity: Severity::Error,
    summary: "an overlay takes out a field that has to be there",
    why: "Without it, a packet would have a hole.",
    bad: Run("extends: it-manager\nposting:\n  remove: [role]\n"),
    good: Run(
        "extends: it-manager\nposting:\n  role: You run all systems of a small hotel group.\n",
    ),
};

pub(crate) const MISPLACED_CHANGE: Explanation = Explanation {
    code: "misplaced-change",
    severity: Severity::Error,
    summary: "`remove`, `before`, `after` or `place` stands where there is nothing to change",
    why: "These words belong to overlays: they say what happens to an entry of the base. In a guide \
          that extends none, and within an entry that is new, everything stands where it is written.",
    bad: Run(
        "extends: it-manager\nstages:\n  - id: screening\n    questions:\n      - id: current-scope\n        \
         remove: true\n        ask: What do you look after?\n",
    ),
    good: Run(
        "extends: it-manager\nstages:\n  - id: screening\n    questions:\n      - id: current-scope\n        \
         ask: What do you look after?\n",
    ),
};
