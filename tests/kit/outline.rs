//! The bundled guides are as complete as we promise.

use crate::workshop::{checked, root};
use hirekit::guide::{Guide, Stage};

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
    let guide = checked(&root().join("guides/it-manager.yaml"))
        .guide
        .expect("it is sound");
    assert_eq!(guide.how_to.len(), 5);
    assert_eq!((guide.competencies.len(), guide.outcomes.len()), (5, 5));
    assert!(guide.faq.len() >= 8);
    let posting = guide.posting.as_ref().expect("it has a posting");
    assert!(posting.responsibilities.len() >= 8 && posting.requirements.len() >= 8);
    assert!(
        guide
            .profile
            .as_ref()
            .expect("it has a profile")
            .traits
            .len()
            >= 10
    );
    let steps: Vec<_> = guide
        .stages
        .iter()
        .filter(|stage| stage.for_posting.is_some())
        .collect();
    assert_eq!(steps.len(), 5);
    assert!(steps[4].optional);
    assert_eq!(guide.stages.len(), IT_MANAGER.len());
    for (stage, least) in guide.stages.iter().zip(&IT_MANAGER) {
        holds(&guide, stage, least);
    }
    let scenario = guide.stages[1]
        .scenario
        .as_ref()
        .expect("the assessment has one");
    assert!(scenario.facts.len() >= 7 && scenario.tasks.len() >= 6);
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
        assert!(
            criterion.anchors.keys().copied().eq(1..=4),
            "{name}.{}",
            criterion.id
        );
    }
    for outcome in &guide.outcomes {
        let words = card.outcomes.get(&outcome.id);
        let words = words.expect("every scorecard words every outcome for its stage");
        assert!(words.keys().copied().eq(1..=4), "{name}.{}", outcome.id);
    }
}
