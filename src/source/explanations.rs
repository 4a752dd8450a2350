//! What can be wrong with a file before its first word is read.

use crate::finding::Example::Told;
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    NOT_A_FILE,
    FILE_TOO_LARGE,
    OUTSIDE_WORKSPACE,
    NOT_UTF8,
    CONTROL_CHARACTER,
];

pub(super) const NOT_A_FILE: Explanation = Explanation {
    code: "not-a-file",
    severity: Severity::Error,
    summary: "a folder, device or pipe stands where a file should be",
    why: "A guide is read from an ordinary file. Reading a device or a pipe might never end.",
    bad: Told("hirekit check /dev/stdin"),
    good: Told("hirekit check guides/it-manager.yaml"),
};

pub(super) const FILE_TOO_LARGE: Explanation = Explanation {
    code: "file-too-large",
    severity: Severity::Error,
    summary: "the file is larger than 4 MiB",
    why: "The largest guides are a fiftieth of that size, so this is most likely the wrong file.",
    bad: Told("a guide with a scanned document pasted into it"),
    good: Told("a guide of words, with a link to the document"),
};

pub(super) const OUTSIDE_WORKSPACE: Explanation = Explanation {
    code: "outside-workspace",
    severity: Severity::Error,
    summary: "a link in the workspace leads to a file outside it",
    why: "A guide from somebody else could otherwise print any file of this computer into a packet.",
    bad: Told("guides/it-manager.yaml is a link to ../../elsewhere/it-manager.yaml"),
    good: Told("guides/it-manager.yaml is a copy of that file"),
};

pub(super) const NOT_UTF8: Explanation = Explanation {
    code: "not-utf8",
    severity: Severity::Error,
    summary: "the file is not saved as UTF-8 text",
    why: "In any other encoding, letters such as é or ß would come out wrong on paper.",
    bad: Told("a file saved from Notepad with the encoding ANSI or UTF-16"),
    good: Told("the same file saved with the encoding UTF-8"),
};

pub(crate) const CONTROL_CHARACTER: Explanation = Explanation {
    code: "control-character",
    severity: Severity::Error,
    summary: "the text contains an invisible control character",
    why: "Control characters come in with text copied from elsewhere. They cannot be printed, and \
          some of them change what a terminal shows.",
    bad: Told("a backspace or escape character between two letters"),
    good: Told("the same words, typed again"),
};
