//! Guides in other languages than English, and the words of a workspace's own.

use crate::workspace::Workspace;
use snapbox::str;

fn in_language(language: &str) -> Workspace {
    let workspace = Workspace::with_good_guide();
    let role = "role: Your Role\n";
    let language = format!("language: {language}\n{role}");
    workspace.change("guides/good.yaml", role, &language);
    workspace
}

fn built(workspace: &Workspace) {
    let formats = ["build", "--quiet", "--format", "md,html"];
    workspace.hirekit(&formats).assert().success();
}

#[test]
fn a_german_guide_is_printed_in_german() {
    let workspace = in_language("de");
    workspace.change(
        "guides/good.yaml",
        "posting:\n",
        "posting:\n  listing: {employer: Aster, date_posted: 2027-02-01, valid_through: 2027-03-06, \
         employment: [full-time, part-time], workplace: {city: Bremen, country: DE}, \
         pay: {currency: EUR, from: 52000, to: 64000, per: year}}\n",
    );
    let pay = "  pay: The lowest and the highest pay you would offer, such as £52,000 to £64,000 a year\n";
    workspace.change("guides/good.yaml", pay, "");
    built(&workspace);
    let interview = workspace.read("out/good/internal/03-interview.md");
    for words in [
        "**Intern · nicht an Bewerbende weitergeben**",
        "45 Minuten",
        "Phase 1 von 2",
        "## Bewertungsbogen",
        "0 · Nicht genug Informationen",
        "- [ ] **Unbedingt einstellen**",
    ] {
        assert!(interview.contains(words), "{words} in {interview}");
    }
    let posting = workspace.read("out/good/public/01-job-posting.md");
    for words in [
        "| **Bewerbungsfrist** | 6\\. März 2027 |",
        "| **Beschäftigungsart** | Vollzeit oder Teilzeit |",
        "| **Gehalt** | 52\\.000–64.000\u{a0}EUR im Jahr |",
    ] {
        assert!(posting.contains(words), "{words} in {posting}");
    }
    let handbook = workspace.read("out/good/internal/01-handbook.md");
    let gap = "- **Craft**: nur in einer Phase gefragt, nämlich „First interview“\n";
    assert!(handbook.contains(gap), "{handbook}");
    let page = workspace.read("out/good/internal/03-interview.html");
    assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"));
    assert!(page.contains("\"Seite \" counter(page) \" von \" counter(pages)"));
    for index in ["out/good/index.html", "out/index.html"] {
        let page = workspace.read(index);
        assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{index}");
        assert!(page.contains("Interview-Kit"), "{index}");
    }
}

#[test]
fn a_page_of_kits_in_several_languages_is_in_english() {
    let workspace = in_language("fr");
    let other = ["new", "other", "--quiet"];
    workspace.hirekit(&other).assert().success();
    built(&workspace);
    let page = workspace.read("out/index.html");
    assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("<h2 lang=\"fr\""));
}

#[test]
fn a_language_without_labels_is_a_finding() {
    let workspace = in_language("tlh");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[unknown-language]: there are no labels for the language `tlh`
...
  = help: use one of `de`, `en`, `es`, `fr`, or add its labels as `labels/tlh.yaml`
...
"#]]);
    // A variety of a language has the labels of that language.
    workspace.change("guides/good.yaml", "language: tlh", "language: de-CH");
    built(&workspace);
    let page = workspace.read("out/good/internal/01-handbook.html");
    assert!(page.contains("<html lang=\"de-CH\""));
    assert!(page.contains("Phase"));
}

#[test]
fn a_workspace_changes_labels_and_only_their_kits_are_stale() {
    let workspace = in_language("de");
    let other = ["new", "other", "--quiet"];
    workspace.hirekit(&other).assert().success();
    built(&workspace);
    workspace.write(
        "labels/de.yaml",
        "templates: {scorecard: {title: Beurteilung}}\n",
    );
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
good (Your Role)
...
1 kit up to date
...
"#]]);
    let interview = workspace.read("out/good/internal/03-interview.md");
    assert!(interview.contains("## Beurteilung\n"));
    assert!(interview.contains("Füllen Sie den Bogen allein aus"));
}

#[test]
fn mistakes_in_labels_have_a_place_and_a_way_out() {
    let workspace = in_language("de");
    workspace.write("labels/de.yaml", "program:\n  foot:\n    pge: S. {page}\n");
    for command in ["check", "build"] {
        workspace
            .hirekit(&[command])
            .assert()
            .code(1)
            .stderr_eq(str![[r#"
error[unknown-label]: there is no label `pge`
 --> labels/de.yaml:3:5
...
help: write `page`
...
"#]]);
        assert!(!workspace.path("out").exists());
    }
}

#[test]
fn a_new_language_says_what_it_lacks() {
    let workspace = in_language("nl");
    workspace.write(
        "labels/nl.yaml",
        "name: Nederlands\nprogram:\n  foot:\n    version: Versie {version}\n",
    );
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[missing-labels]: there are no labels here for [..] more
 --> labels/nl.yaml:1:1
...
"#]]);
    let posting = workspace.read("out/good/internal/01-handbook.md");
    assert!(posting.contains("## How to use this kit"));
}

#[cfg(unix)]
#[test]
fn a_file_of_labels_that_leads_out_of_the_workspace_is_not_read() {
    let workspace = in_language("de");
    let elsewhere = Workspace::empty();
    elsewhere.write("secret.yaml", "name: a secret\n");
    std::fs::create_dir(workspace.path("labels")).expect("it can be made");
    std::os::unix::fs::symlink(
        elsewhere.path("secret.yaml"),
        workspace.path("labels/de.yaml"),
    )
    .expect("a link can be made");
    workspace
        .hirekit(&["build"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[outside-workspace]: this file is a link that leads out of the workspace
...
"#]]);
}

#[test]
fn a_label_that_a_template_misspells_is_named() {
    let workspace = Workspace::with_good_guide();
    workspace.write("templates/parts/faq.md", "{{ labels.faq.titel }}\n");
    workspace
        .hirekit(&["build", "--format", "md", "--packet", "handbook"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[template-error]: `labels.faq.titel` is not defined here
 --> templates/parts/faq.md:1:15
  |
1 | {{ labels.faq.titel }}
  |               ^^^^^ not in `labels.faq`
  |
help: write `title`; `labels.faq` has `title`
...
"#]]);
    for (text, message) in [
        (
            "{{ labels.time.short }}",
            "this label has holes: add `| with(n=…)`",
        ),
        (
            "{{ labels.time.short | with(m=1) }}",
            "this label needs `n`",
        ),
        (
            "{{ labels.time.short | with(n=1, m=2) }}",
            "this label has no hole `m`, only `n`",
        ),
        (
            "{{ labels.faq.title | with(n=1) }}",
            "only a label with holes is filled by `with`",
        ),
    ] {
        workspace.write("templates/parts/faq.md", text);
        let build = ["build", "--format", "md", "--packet", "handbook"];
        let output = workspace.hirekit(&build).assert().code(1);
        let errors = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
        assert!(errors.contains(message), "{text}: {errors}");
    }
}

const HEBREW: &str = include_str!("rtl/he.yaml");

#[test]
fn a_hebrew_guide_is_read_to_the_left() {
    let workspace = in_language("he");
    workspace.write("labels/he.yaml", HEBREW);
    // The letters of labels are looked at, like those of guides.
    workspace
        .hirekit(&["build"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[missing-glyph]: no font has the character `ע` (U+05E2)
 --> labels/he.yaml:3:7
...
"#]]);
    let ended = workspace.hirekit(&["check"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(!said.contains("missing-labels"), "{said}");
    let interview = workspace.read("out/good/internal/03-interview.md");
    assert!(interview.contains("## טופס הערכה\n"), "{interview}");
    assert!(interview.contains("45 דקות · "), "{interview}");
    let page = workspace.read("out/good/internal/03-interview.html");
    assert!(page.contains("<html lang=\"he\" dir=\"rtl\">"));
    // In a Hebrew page, a sentence that begins with the name of a product is Hebrew, too.
    assert!(!page.contains("<p dir=\"auto\">"));
    assert!(page.contains("@page{@top-right{content:"));
}
