//! What can be wrong with the files in the output folder.

use crate::finding::Example::Told;
use crate::finding::{Explanation, Severity};

pub(crate) const EXPLANATIONS: &[Explanation] = &[
    STALE_PACKET,
    MISSING_PACKET,
    LEFT_OVER_PACKET,
    EDITED_PACKET,
    FILE_IN_THE_WAY,
    FOLDER_IN_THE_WAY,
    UNUSABLE_MANIFEST,
];

pub(super) const STALE_PACKET: Explanation = Explanation {
    code: "stale-packet",
    severity: Severity::Warning,
    summary: "a packet is not what its guide makes now",
    why: "Somebody changed a guide, a template or a setting and did not build. Whoever reads or prints the packet \
          sees the old words.",
    bad: Told(
        "a change of guides/it-manager.yaml without the change of out/it-manager that follows from it",
    ),
    good: Told("both in one commit, after `hirekit build`"),
};

pub(super) const MISSING_PACKET: Explanation = Explanation {
    code: "missing-packet",
    severity: Severity::Warning,
    summary: "a packet that a guide makes is not there",
    why: "The guide has a stage for which nobody finds the packet. HTML and PDF are missed only where a kit has \
          others of that format, or `--format` asks for them.",
    bad: Told(
        "a new stage in guides/it-manager.yaml without its packet in out/it-manager/internal",
    ),
    good: Told("both in one commit, after `hirekit build`"),
};

pub(super) const LEFT_OVER_PACKET: Explanation = Explanation {
    code: "left-over-packet",
    severity: Severity::Warning,
    summary: "no guide makes this packet any more",
    why: "The stage or the guide that it was made from is gone. Somebody may still print it. A build removes it, unless \
          it was changed by hand since.",
    bad: Told(
        "out/it-manager/internal/08-references.md without a stage `references` in guides/it-manager.yaml",
    ),
    good: Told(
        "`hirekit build` after the stage was removed; a packet changed by hand is yours to delete",
    ),
};

pub(super) const EDITED_PACKET: Explanation = Explanation {
    code: "edited-packet",
    severity: Severity::Warning,
    summary: "a packet was changed after hirekit wrote it",
    why: "The next build would lose the change, so the packet is kept as it is, and no longer follows its guide. After \
          a merge, a packet may also be the sum of two changes that was never built.",
    bad: Told("a question corrected in out/it-manager/internal/03-screening.md"),
    good: Told(
        "the question corrected in guides/it-manager.yaml, and then `hirekit build --force`",
    ),
};

pub(super) const FILE_IN_THE_WAY: Explanation = Explanation {
    code: "file-in-the-way",
    severity: Severity::Warning,
    summary: "a file that hirekit did not write stands where a packet goes",
    why: "It may be somebody's own, so it is kept, and the packet is not written.",
    bad: Told("notes of your own in out/it-manager/index.html"),
    good: Told("the notes under another name, or `hirekit build --force` if they are not needed"),
};

pub(super) const FOLDER_IN_THE_WAY: Explanation = Explanation {
    code: "folder-in-the-way",
    severity: Severity::Error,
    summary: "a link or a file stands where the folder of a kit goes",
    why: "Packets written through a link would land somewhere else, perhaps over other files.",
    bad: Told("out/it-manager is a link to another folder"),
    good: Told("out/it-manager is a folder, or not there yet"),
};

pub(super) const UNUSABLE_MANIFEST: Explanation = Explanation {
    code: "unusable-manifest",
    severity: Severity::Error,
    summary: "the list of the packets of a kit cannot be used",
    why: "Without kit.json nobody knows which files hirekit wrote and may replace, so the kit is left alone. Most often \
          two branches changed it and were not merged to the end.",
    bad: Told("marks of a merge conflict in out/it-manager/kit.json"),
    good: Told("`hirekit build --force`, which writes the kit and its kit.json anew"),
};
