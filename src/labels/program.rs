//! The labels that the program asks for by name. A file of labels says what each is for.

use super::Pattern;
use serde::Deserialize;

/// Declares sections of labels, all of which every file has.
macro_rules! sections {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $(pub(crate) $field: $type),* }
    )*};
}

sections! {
    /// All of them.
    Program {
        audience: AudienceNames,
        foot: Foot,
        whole_kit: WholeKit,
        form: Form,
        packets: Packets,
        rating: [String; 5],
        rating_meanings: [String; 4],
        mandate: Mandate,
        gaps: Gaps,
        posting: PostingFacts,
        groups: Groups,
    }

    /// Who may see a packet.
    AudienceNames { public: String, candidate: String, internal: String }

    /// The foot of every page.
    Foot { version: Pattern, built_from: Pattern, page: Pattern }

    /// The whole kit in one file.
    WholeKit { title: String, contents: String, entry: Pattern }

    /// What is filled in.
    Form { notes: String, question: Pattern, question_continued: Pattern, part_continued: Pattern, continued: String }

    /// What the packets are for.
    Packets {
        handbook: Purpose,
        job_posting: Purpose,
        candidate_profile: Purpose,
        candidate_prep: Purpose,
        run_sheet: Purpose,
        interview: String,
        assessment: String,
        debrief: String,
        references: String,
        session: String,
        brief: String,
        scenario: String,
    }

    /// A packet that is about no stage.
    Purpose { title: String, purpose: String }

    /// What the role owns, influences and supports.
    Mandate { owns: String, influences: String, supports: String }

    /// What no stage covers, or not enough.
    Gaps {
        never_asked: String,
        asked_once: Pattern,
        never_rated: String,
        rated_unasked: Pattern,
    }

    /// The facts of a job posting.
    PostingFacts {
        location: String,
        employment: String,
        pay: String,
        apply_by: String,
        full_time: String,
        part_time: String,
        contractor: String,
        temporary: String,
        intern: String,
        volunteer: String,
        per_diem: String,
        another_kind: String,
        or: String,
        remote: Pattern,
        place_or_remote: Pattern,
        pay_per_hour: Pattern,
        pay_per_day: Pattern,
        pay_per_week: Pattern,
        pay_per_month: Pattern,
        pay_per_year: Pattern,
    }

    /// The parts of the page that lists the packets of a kit.
    Groups { internal: Group, candidate: Group, public: Group }

    /// The packets for one audience.
    Group { heading: String, rule: String }
}
