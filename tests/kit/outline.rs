//! The bundled guides are as complete as we promise.

use crate::workshop::{checked, root};
use hirekit::guide::{Guide, Stage};

/// The least that the parts of a guide around its stages must hold.
struct Parts {
    competencies: usize,
    outcomes: usize,
    responsibilities: usize,
    requirements: usize,
    benefits: usize,
    /// Stages that the posting lists as steps.
    steps: usize,
    traits: usize,
    faq: usize,
}

/// The least a stage must hold.
struct Least {
    stage: &'static str,
    questions: usize,
    cover: usize,
    follow_ups: usize,
    guided: bool,
    criteria: usize,
}

const IT_MANAGER: [Least; 7] = [
    least("screening", 6, 5, 3, 4),
    least("assessment", 5, 5, 3, 4),
    least("competency", 5, 6, 3, 5),
    least("chronological", 8, 5, 3, 5),
    least("technical", 5, 6, 3, 5),
    guided("debrief", 8, 0),
    guided("references", 10, 4),
];

const IT_SUPPORT_MANAGER: [Least; 7] = [
    least("screening", 7, 6, 4, 4),
    least("assessment", 4, 7, 4, 4),
    least("leadership", 7, 8, 4, 4),
    least("team-and-technical", 7, 8, 4, 4),
    least("final", 7, 8, 4, 4),
    guided("debrief", 6, 0),
    guided("references", 7, 4),
];

const IT_DIRECTOR: [Least; 6] = [
    least("screening", 6, 5, 3, 4),
    least("technical", 6, 5, 3, 4),
    least("assessment", 5, 5, 3, 4),
    least("executive", 6, 5, 3, 4),
    guided("debrief", 6, 0),
    guided("references", 7, 4),
];

const fn least(
    stage: &'static str,
    questions: usize,
    cover: usize,
    follow_ups: usize,
    criteria: usize,
) -> Least {
    Least {
        stage,
        questions,
        cover,
        follow_ups,
        guided: false,
        criteria,
    }
}

const fn guided(stage: &'static str, questions: usize, criteria: usize) -> Least {
    Least {
        stage,
        questions,
        cover: 0,
        follow_ups: 0,
        guided: true,
        criteria,
    }
}

#[test]
fn the_it_manager_guide_is_complete() {
    let guide = bundled("it-manager");
    let parts = Parts {
        competencies: 5,
        outcomes: 5,
        responsibilities: 8,
        requirements: 8,
        benefits: 5,
        steps: 5,
        traits: 10,
        faq: 8,
    };
    has_parts(&guide, &parts);
    has_stages(&guide, &IT_MANAGER);
    let last_step = guide.stages.iter().rfind(|it| it.for_posting.is_some());
    assert!(last_step.is_some_and(|stage| stage.optional));
    let scenario = guide.stages[1].scenario.as_ref();
    let scenario = scenario.expect("the assessment has one");
    assert!(scenario.facts.len() >= 7 && scenario.tasks.len() >= 6);
    // Every scorecard words every outcome for its own stage.
    for stage in &guide.stages {
        if let Some(card) = &stage.scorecard {
            assert_eq!(card.outcomes.len(), guide.outcomes.len(), "{}", stage.id);
        }
    }
}

#[test]
fn the_it_support_manager_guide_is_complete() {
    let guide = bundled("it-support-manager");
    let parts = Parts {
        competencies: 5,
        outcomes: 5,
        responsibilities: 10,
        requirements: 10,
        benefits: 6,
        steps: 5,
        traits: 3,
        faq: 7,
    };
    has_parts(&guide, &parts);
    has_stages(&guide, &IT_SUPPORT_MANAGER);
    let minutes: Vec<_> = guide.stages.iter().map(|stage| stage.minutes).collect();
    assert!((60..=75).contains(&minutes[1]));
    assert_eq!(minutes[2..5], [60, 60, 60]);
    let facts = guide.stages[1].scenario.as_ref().map(|it| it.facts.len());
    assert!(facts >= Some(5));
    // Default words for the outcomes, which only the reference calls replace.
    assert!(guide.outcomes.iter().all(|it| it.anchors.is_some()));
    for stage in &guide.stages {
        let own = stage.scorecard.as_ref().map_or(0, |it| it.outcomes.len());
        assert_eq!(own > 0, stage.id.as_str() == "references", "{}", stage.id);
    }
    for stage in &guide.stages[2..5] {
        assert!(stage.all_questions().all(|it| !it.competencies.is_empty()));
    }
}

#[test]
fn the_it_director_guide_is_complete() {
    let guide = bundled("it-director");
    let parts = Parts {
        competencies: 4,
        outcomes: 3,
        responsibilities: 10,
        requirements: 10,
        benefits: 6,
        steps: 4,
        traits: 8,
        faq: 6,
    };
    has_parts(&guide, &parts);
    has_stages(&guide, &IT_DIRECTOR);
    let questions = || guide.stages.iter().flat_map(Stage::all_questions);
    let cards = guide.stages.iter().filter_map(|it| it.scorecard.as_ref());
    assert!(questions().count() >= 30);
    assert!(questions().map(|it| it.cover.len()).sum::<usize>() >= 100);
    assert!(questions().map(|it| it.follow_ups.len()).sum::<usize>() >= 60);
    assert!(cards.map(|it| it.criteria.len()).sum::<usize>() >= 20);
    directors_role(&guide);
    directors_scenario(&guide.stages[2]);
    directors_preparation(&guide);
}

fn directors_role(guide: &Guide) {
    let role = guide.context.as_ref().expect("it has a role context");
    let lists = [
        (role.owns.len(), 5),
        (role.influences.len(), 3),
        (role.supports.len(), 2),
        (role.stakeholders.len(), 3),
        (role.deliverables.len(), 3),
        (role.workflow.len(), 7),
        (role.metrics.len(), 4),
        (role.failure_modes.len(), 3),
        (role.industries.len(), 2),
    ];
    for (at, (found, least)) in lists.into_iter().enumerate() {
        assert!(found >= least, "list {at}: {found} of {least}");
    }
    let profile = guide.profile.as_ref().expect("it has a profile");
    let cv = profile.cv.as_ref().expect("it says how to read a CV");
    assert!(cv.look_for.len() >= 5 && cv.mistake.is_some());
    assert!(profile.red_flags.len() >= 5 && profile.quiet_red_flags.len() >= 3);
}

fn directors_scenario(stage: &Stage) {
    let scenario = stage.scenario.as_ref().expect("the assessment has one");
    let matrix = scenario.decision_matrix.as_ref();
    let matrix = matrix.expect("projects are weighed");
    let weights = matrix.criteria.iter().map(|it| it.weight);
    assert!(weights.eq([40, 30, 20, 10]));
    assert!(scenario.drills.len() >= 4);
    assert!(scenario.drills.iter().any(|drill| drill.message.is_some()));
    for drill in &scenario.drills {
        assert!(drill.warning_signs.len() >= 3 && drill.first_response.len() >= 3);
    }
}

fn directors_preparation(guide: &Guide) {
    let prep = guide.candidate_prep.as_ref();
    let prep = prep.expect("candidates can prepare");
    assert!(!prep.scripts.is_empty() && !prep.checklists.is_empty());
    assert!(prep.plans.iter().any(|plan| plan.steps.len() == 7));
    assert!(prep.plans.len() >= 2 && prep.phrase_bank.len() >= 3);
    assert!(prep.frames.iter().any(|frame| frame.fields.len() >= 5));
    assert!(prep.frames.len() >= 2 && prep.faq.len() >= 12);
    let points = prep.principles.iter().map(|it| it.points.len());
    assert!(points.eq([3, 3]));
}

fn bundled(name: &str) -> Guide {
    let checked = checked(&root().join(format!("guides/{name}.yaml")));
    checked.guide.expect("it is sound")
}

fn has_parts(guide: &Guide, least: &Parts) {
    assert_eq!(guide.how_to.len(), 5);
    let posting = guide.posting.as_ref().expect("it has a posting");
    let profile = guide.profile.as_ref().expect("it has a profile");
    let why_join = posting.why_join.as_ref();
    let steps = guide.stages.iter().filter(|it| it.for_posting.is_some());
    let parts = [
        (guide.competencies.len(), least.competencies),
        (guide.outcomes.len(), least.outcomes),
        (posting.responsibilities.len(), least.responsibilities),
        (posting.requirements.len(), least.requirements),
        (why_join.map_or(0, |it| it.benefits.len()), least.benefits),
        (steps.count(), least.steps),
        (profile.traits.len(), least.traits),
        (guide.faq.len(), least.faq),
    ];
    for (at, (found, least)) in parts.into_iter().enumerate() {
        assert!(found >= least, "part {at}: {found} of {least}");
    }
}

fn has_stages(guide: &Guide, stages: &[Least]) {
    assert_eq!(guide.stages.len(), stages.len());
    for (stage, least) in guide.stages.iter().zip(stages) {
        holds(guide, stage, least);
    }
}

fn holds(guide: &Guide, stage: &Stage, least: &Least) {
    let name = stage.id.as_str();
    assert_eq!(name, least.stage);
    assert!(stage.all_questions().count() >= least.questions, "{name}");
    for question in stage.all_questions() {
        let id = format!("{name}.{}", question.id);
        assert!(question.cover.len() >= least.cover, "{id}");
        assert!(question.follow_ups.len() >= least.follow_ups, "{id}");
        assert!(!least.guided || question.guidance.is_some(), "{id}");
    }
    assert!(stage.directions.is_some(), "{name}");
    let Some(card) = &stage.scorecard else {
        assert_eq!(least.criteria, 0, "{name}");
        return;
    };
    assert!(card.criteria.len() >= least.criteria, "{name}");
    assert_eq!(card.recommendation, name != "references");
    for criterion in &card.criteria {
        let levels = criterion.anchors.keys().copied();
        assert!(levels.eq(1..=4), "{name}.{}", criterion.id);
    }
    for outcome in &guide.outcomes {
        let words = card.outcomes.get(&outcome.id);
        let words = words.or(outcome.anchors.as_ref());
        let words = words.expect("every scorecard has words for every outcome");
        assert!(words.keys().copied().eq(1..=4), "{name}.{}", outcome.id);
    }
}
