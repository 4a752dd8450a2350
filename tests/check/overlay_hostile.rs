//! Overlays that are made, or happen, to do harm: each ends soon, with a finding.

use super::example;
use super::overlays::Guides;

use hirekit::report::text::{Style, text};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How long any one guide may take. A build for debugging is about eight times slower.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 16 } else { 2 });

/// The findings of the first of `files`, which are soon there.
fn report(guides: &Guides, name: &str) -> String {
    let start = Instant::now();
    let checked = guides.check(name);
    let all = text(&checked.findings, &Style::default());
    assert!(start.elapsed() < LIMIT, "took {:?}", start.elapsed());
    assert_eq!(checked.guide.is_none(), all.contains("error["));
    all
}

fn finds(code: &str, changes: &str) {
    let over = format!("format: 1\nid: over\n{changes}");
    let guides = Guides::with(&[("over.yaml", &over)]);
    let all = report(&guides, "over.yaml");
    assert!(
        all.contains(&format!("error[{code}]")),
        "{code} is not in:\n{all:.2000}"
    );
}

/// An overlay called `id` of the guide called `base`.
fn overlay(id: &str, base: &str) -> String {
    format!("format: 1\nid: {id}\nextends: {base}\n")
}

#[test]
fn guides_that_extend_themselves() {
    for ring in [vec!["a"], vec!["a", "b"], vec!["a", "b", "c"]] {
        let guides = Guides::with(&[("d.yaml", &overlay("d", "a"))]);
        for (at, id) in ring.iter().enumerate() {
            guides.write(
                &format!("{id}.yaml"),
                &overlay(id, ring[(at + 1) % ring.len()]),
            );
        }
        for id in &ring {
            let all = report(&guides, &format!("{id}.yaml"));
            let message =
                format!("error[extends-cycle]: `{id}` stands on itself\n --> {id}.yaml:3:10\n");
            assert!(all.starts_with(&message), "{all}");
            assert_eq!(all.matches(":::").count(), ring.len() - 1, "{all}");
        }
        // A guide that stands on a ring says the same as the first guide of the ring.
        assert_eq!(report(&guides, "d.yaml"), report(&guides, "a.yaml"));
    }
}

#[test]
fn bases_that_are_no_guides() {
    finds("unknown-base", "extends: nosuch\n");
    finds("bad-id", "extends: ../../etc/passwd\n");
    finds("bad-id", "extends: /etc/passwd\n");
    let guides = Guides::with(&[("over.yaml", &overlay("over", "minimal.yaml"))]);
    let all = report(&guides, "over.yaml");
    assert!(all.contains("help: write `minimal`\n"), "{all}");
    finds("wrong-type", "extends: [minimal]\n");
    finds("wrong-type", "extends:\n");
    let guides = Guides::with(&[("over.yaml", &overlay("over", "folder"))]);
    std::fs::create_dir(guides.folder.path().join("folder.yaml")).expect("it can be made");
    assert!(report(&guides, "over.yaml").contains("error[not-a-file]"));
    let guides = Guides::with(&[("over.yaml", &overlay("over", "large"))]);
    guides.write("large.yaml", &"#".repeat((4 << 20) + 1));
    assert!(report(&guides, "over.yaml").contains("error[file-too-large]"));
    guides.write("large.yaml", "# nothing\n");
    assert!(report(&guides, "over.yaml").contains("error[empty-file]"));
    guides.write("large.yaml", "a: b: c\n");
    assert!(report(&guides, "over.yaml").contains("error[yaml-syntax]"));
    guides.write("large.yaml", "format: 7\n");
    assert!(report(&guides, "over.yaml").contains("error[unknown-format]"));
}

#[cfg(unix)]
#[test]
fn a_base_that_is_a_link_out_of_the_workspace() {
    let elsewhere = Guides::with(&[]);
    let guides = Guides::with(&[("over.yaml", &overlay("over", "link"))]);
    let secret = elsewhere.folder.path().join("minimal.yaml");
    let link = guides.folder.path().join("link.yaml");
    std::os::unix::fs::symlink(secret, link).expect("links can be made");
    let all = report(&guides, "over.yaml");
    assert!(
        all.contains("error[outside-workspace]") && all.contains("extended here"),
        "{all}"
    );
    assert!(!all.contains("judgement"), "{all}");
}

#[test]
fn long_chains() {
    let guides = Guides::with(&[("a0.yaml", &overlay("a0", "minimal"))]);
    for at in 1..20 {
        guides.write(
            &format!("a{at}.yaml"),
            &overlay(&format!("a{at}"), &format!("a{}", at - 1)),
        );
    }
    assert_eq!(report(&guides, "a7.yaml"), "");
    assert!(report(&guides, "a8.yaml").contains("error[too-many-bases]"));
    assert!(report(&guides, "a19.yaml").contains("error[too-many-bases]"));
}

#[test]
fn bases_that_are_too_large_together() {
    let guides = Guides::with(&[("over.yaml", &overlay("over", "big"))]);
    let tips = "  - a\n".repeat(60_000);
    guides.write(
        "big.yaml",
        &format!("{}how_to:\n{tips}", overlay("big", "bigger")),
    );
    guides.write(
        "bigger.yaml",
        &example::overlay(&format!("id: bigger\nhow_to:\n{tips}")),
    );
    assert!(report(&guides, "over.yaml").contains("error[bases-too-large]"));
}

#[test]
fn ten_thousand_entries() {
    let mut base = String::from("competencies:\n");
    let mut over = overlay("over", "base") + "competencies:\n";
    let mut ghosts = over.clone();
    for n in 0..10_000 {
        let words = "name: a, description: a";
        writeln!(base, "  - {{id: c{n}, {words}}}").expect("a string takes all");
        writeln!(over, "  - {{id: n{n}, before: c0, {words}}}").expect("a string takes all");
        writeln!(ghosts, "  - {{id: cc{n}, after: d{n}, remove: [nmae]}}")
            .expect("a string takes all");
    }
    let guides = Guides::with(&[
        ("base.yaml", &example::overlay(&(base + "id: base\n"))),
        ("over.yaml", &over),
        ("ghosts.yaml", &ghosts),
    ]);
    assert!(report(&guides, "over.yaml").contains("unknown-id"));
    assert!(report(&guides, "ghosts.yaml").contains("not-in-base"));
    let names = (0..10_000).fold(String::new(), |all, n| all + &format!("n{n}, "));
    guides.write(
        "over.yaml",
        &format!("{}remove: [{names}]\n", overlay("over", "base")),
    );
    assert!(report(&guides, "over.yaml").contains("not-in-base"));
}

#[test]
fn an_entry_that_is_changed_twice() {
    let twice = "extends: minimal\ncompetencies:\n  - {id: judgement, remove: true}\n  - {id: judgement, place: last, \
                 name: J, description: D}\n";
    finds("changed-twice", twice);
    finds(
        "changed-twice",
        "extends: minimal\ncompetencies:\n  - &a {id: judgement, name: J}\n  - *a\n",
    );
    finds(
        "changed-twice",
        "extends: minimal\nstages:\n  - {id: interview, minutes: 60, remove: [minutes, minutes]}\n",
    );
}

#[test]
fn places_that_are_not_there() {
    let question = |words: &str| {
        format!(
            "extends: minimal\nstages:\n  - id: interview\n    questions:\n      - {{id: new, ask: A, {words}}}\n"
        )
    };
    finds("misplaced-change", &question("after: new"));
    finds(
        "misplaced-change",
        &question("after: trade-off, place: last"),
    );
    finds("not-in-base", &question("before: trade-of"));
    finds("not-in-base", &question("remove: true"));
    finds("misplaced-change", &question("place: last, remove: false"));
    finds("misplaced-change", &question("place: last, remove: [ask]"));
    finds("unknown-value", &question("place: middle"));
    finds("bad-id", &question("after: Trade Off"));
    finds("wrong-type", &question("place: last, remove: yes"));
    finds(
        "misplaced-change",
        "extends: minimal\nfaq: [{question: a, answer: b, remove: true}]\n",
    );
    finds("cannot-remove", "extends: minimal\nremove: [stages]\n");
    finds(
        "not-in-base",
        "extends: minimal\nremove: [extends, 1, how_to]\n",
    );
    finds("too-few-items", "extends: minimal\nstages: []\n");
}

#[test]
fn what_an_overlay_below_has_removed_is_gone() {
    let below = "stages:\n  - {id: more, place: last, kind: debrief, title: More, minutes: 30}\n  - id: interview\n    \
                 remove: true\n";
    let guides = Guides::with(&[
        ("below.yaml", &(overlay("below", "minimal") + below)),
        (
            "over.yaml",
            &(overlay("over", "below") + "stages:\n  - {id: interview, minutes: 60}\n"),
        ),
    ]);
    let all = report(&guides, "over.yaml");
    assert!(
        all.contains("error[not-in-base]: `below` has no stage `interview`"),
        "{all}"
    );
    assert!(
        all.contains("::: below.yaml:7:5") && all.contains("taken out here"),
        "{all}"
    );
}

const OVERLAY: &str = "\
format: 1
id: minimal
extends: base
remove: [how_to]
summary: 'Another [Town]'
placeholders: {Town: {default: here}, remove: [Company]}
competencies:
  - {id: judgement, name: Judging}
  - {id: tact, after: judgement, name: Tact, description: Listens.}
stages:
  - id: interview
    remove: [setting]
    questions:
      - id: trade-off
        place: last
        cover: [Reasons, Result]
      - {id: gone, remove: true}
      - id: new
        before: trade-off
        ask: What else?
    scorecard:
      criteria:
        - id: decides
          anchors: {2: Waits}
        - {id: listens, place: first, name: L, competency: tact, anchors: {1: A, 2: B, 3: C, 4: D}}
";

const SCRAPS: &[&str] = &[
    "id",
    "remove: ",
    "true",
    "before: ",
    "after: ",
    "place: first\n",
    "extends: ",
    "- ",
    "\n",
    "\n  ",
    "\n      ",
    "[",
    "]",
    "{",
    "}",
    ",",
    ": ",
    "judgement",
    "trade-off",
    "interview",
    "~",
    "7",
    "é",
    "&a ",
    "*a",
    "\"",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_overlays(changes in prop::collection::vec((any::<u16>(), 0u8..20, prop::sample::select(SCRAPS)), 1..5)) {
        let base = "id: base\nhow_to: [Read it]\nplaceholders: {Company: {default: us}, Town: {default: here}}\n";
        let base = example::overlay(base).replace("    questions:\n", "    setting: Here\n    questions:\n      - {id: gone, ask: Why?}\n");
        let mut over = OVERLAY.to_owned();
        for (place, length, scrap) in changes {
            let at = over.len() * usize::from(place) / usize::from(u16::MAX);
            let start = over.floor_char_boundary(at);
            let end = over.floor_char_boundary((at + usize::from(length)).min(over.len()));
            over.replace_range(start..end.max(start), scrap);
        }
        let guides = Guides::with(&[("base.yaml", &base), ("minimal.yaml", &over)]);
        let checked = guides.check("minimal.yaml");
        for finding in &checked.findings {
            for place in finding.related.iter().map(|(place, _)| place).chain([&finding.place]) {
                prop_assert!(place.source.text.get(place.span.clone()).is_some(), "{}", finding.code);
            }
        }
        for change in &checked.changes {
            prop_assert!(change.place.source.text.get(change.place.span.clone()).is_some());
        }
        text(&checked.findings, &Style::default());
    }
}

#[test]
fn the_overlay_that_is_changed_is_sound() {
    let base = "id: base\nhow_to: [Read it]\nplaceholders: {Company: {default: us}, Town: {default: here}}\n";
    let base = example::overlay(base).replace(
        "    questions:\n",
        "    setting: Here\n    questions:\n      - {id: gone, ask: Why?}\n",
    );
    let guides = Guides::with(&[("base.yaml", &base), ("minimal.yaml", OVERLAY)]);
    assert_eq!(guides.report("minimal.yaml"), "");
}
