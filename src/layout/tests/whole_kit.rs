//! The whole kit: contents, numbering, renumbered nodes.

use super::*;
use crate::labels::Languages;
use crate::layout::pages::{Role, Target};

fn kit() -> Pages {
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let first = Document {
        blocks: vec![heading(1, "One"), Block::PageBreak, heading(2, "Two")],
    };
    let second = Document {
        blocks: vec![heading(1, "Three"), paragraph("Text.")],
    };
    let bodies = [typesetter.compose(&first), typesetter.compose(&second)];
    let imprints = [
        Imprint {
            title: "One".to_owned(),
            ..imprint()
        },
        Imprint {
            title: "Three".to_owned(),
            audience: Audience::Candidate,
            ..imprint()
        },
    ];
    let imprints = imprints.map(|it| headed(&it));
    let parts: Vec<_> = bodies.iter().zip(&imprints).collect();
    let cover = Imprint {
        title: "Interview kit".to_owned(),
        ..imprint()
    };
    typesetter.bind(&headed(&cover), &parts)
}

#[test]
fn pages_are_numbered_through() {
    let kit = kit();
    assert_eq!(kit.pages.len(), 4);
    for (index, page) in kit.pages.iter().enumerate() {
        let number = format!("Page {} of 4", index + 1);
        assert!(runs(page).any(|run| run.text() == number));
    }
}

#[test]
fn contents_lead_to_the_pages_they_name() {
    let kit = kit();
    let targets: Vec<&Target> = kit.pages[0].links.iter().map(|link| &link.target).collect();
    let pages: Vec<usize> = targets
        .into_iter()
        .map(|target| match target {
            Target::Place { page, .. } => *page,
            Target::Url(url) => panic!("{url} is not in the kit"),
        })
        .collect();
    assert_eq!(pages, [1, 2, 3]);
    assert!(shows(&kit.pages[0], "For the candidate"));
}

#[test]
fn every_packet_is_a_part_of_one_tree() {
    let kit = kit();
    let parts = kit
        .structure
        .iter()
        .filter(|node| node.role == Role::Part)
        .count();
    assert_eq!(parts, 2);
    for (index, node) in kit.structure.iter().enumerate().skip(1) {
        assert!(node.parent < index);
    }
    for (node, _) in kit.pages.iter().flat_map(Page::stretches) {
        assert!(node.is_none_or(|node| node < kit.structure.len()));
    }
}

#[test]
fn bookmarks_nest_below_their_packets() {
    let marks: Vec<(u8, String, usize)> = kit()
        .outline
        .into_iter()
        .map(|mark| (mark.level, mark.title, mark.page))
        .collect();
    let expected = [
        (1, "Contents", 0),
        (1, "One", 1),
        (2, "Two", 2),
        (1, "Three", 3),
    ];
    assert_eq!(
        marks,
        expected.map(|(level, title, page)| (level, title.to_owned(), page))
    );
}

#[test]
fn what_was_laid_out_before_makes_no_difference() {
    let document = Document {
        blocks: vec![heading(1, "Toffee office"), notes(3), lines(60)],
    };
    let alone = lay_out(&document, &imprint(), Theme::default(), Fonts::bundled());
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let other = Document {
        blocks: vec![heading(2, "Another office"), notes(9), lines(100)],
    };
    typesetter.lay_out(&other, &imprint());
    assert_eq!(typesetter.lay_out(&document, &imprint()), alone);
}

/// A kit of one packet with so many sections, all on its only page.
fn kit_of(sections: usize) -> Pages {
    let mut typesetter = Typesetter::new(Theme::default(), Fonts::bundled(), Languages::english());
    let mut blocks = vec![heading(1, "One")];
    blocks.extend((0..sections).map(|at| heading(2, &format!("Section {at}"))));
    let body = typesetter.compose(&Document { blocks });
    typesetter.bind(&imprint(), &[(&body, &imprint())])
}

#[test]
fn contents_are_one_page() {
    let entries = |kit: &Pages| kit.pages[0].links.len();
    // With their sections if these fit, and else without.
    assert_eq!(entries(&kit_of(50)), 1 + 50);
    let long = kit_of(90);
    assert_eq!(entries(&long), 1);
    assert!(long.pages[1].links.is_empty());
    let contents = |node: &&crate::layout::pages::Structure| node.role == Role::Contents;
    assert_eq!(long.structure.iter().filter(contents).count(), 1);
}
