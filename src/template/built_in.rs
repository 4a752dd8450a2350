//! The templates compiled into the program.

macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../../templates/", $name)))
    };
}

/// Name and text of every built-in Markdown template, sorted by name.
pub const BUILT_IN: &[(&str, &str)] = &[
    built_in!("assessment.md"),
    built_in!("candidate-brief.md"),
    built_in!("candidate-prep.md"),
    built_in!("candidate-profile.md"),
    built_in!("debrief.md"),
    built_in!("handbook.md"),
    built_in!("interview.md"),
    built_in!("job-posting.md"),
    built_in!("parts/adjustments.md"),
    built_in!("parts/coverage.md"),
    built_in!("parts/cv.md"),
    built_in!("parts/decision-matrix.md"),
    built_in!("parts/directions.md"),
    built_in!("parts/drill.md"),
    built_in!("parts/drills.md"),
    built_in!("parts/faq.md"),
    built_in!("parts/head.md"),
    built_in!("parts/interview-blanks.md"),
    built_in!("parts/prep/checklist.md"),
    built_in!("parts/prep/frame.md"),
    built_in!("parts/prep/phrases.md"),
    built_in!("parts/prep/plan.md"),
    built_in!("parts/prep/principles.md"),
    built_in!("parts/prep/script.md"),
    built_in!("parts/question.md"),
    built_in!("parts/questions.md"),
    built_in!("parts/role/context.md"),
    built_in!("parts/role/deliverables.md"),
    built_in!("parts/role/failure-modes.md"),
    built_in!("parts/role/industries.md"),
    built_in!("parts/role/mandate.md"),
    built_in!("parts/role/metrics.md"),
    built_in!("parts/role/side-by-side.md"),
    built_in!("parts/role/stakeholders.md"),
    built_in!("parts/role/workflow.md"),
    built_in!("parts/scorecard.md"),
    built_in!("parts/signature.md"),
    built_in!("parts/stage-lead.md"),
    built_in!("parts/their-questions.md"),
    built_in!("parts/time-bar.md"),
    built_in!("parts/time-table.md"),
    built_in!("parts/weighted-total.md"),
    built_in!("references.md"),
    built_in!("scenario-sheet.md"),
];
