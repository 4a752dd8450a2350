//! `hirekit templates`: a piece is copied, changed and compared, also across versions of hirekit.

use crate::workspace::Workspace;
use snapbox::str;

#[test]
fn a_piece_is_ejected_changed_and_told_apart() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["templates", "eject", "question", "style.css"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
Wrote templates/parts/question.md
Wrote templates/style.css

"#]]);
    // A copy is no change: neither in the list, nor in a packet.
    workspace
        .hirekit(&["templates", "diff"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
This folder replaces no built-in template

"#]]);
    workspace.change(
        "templates/parts/question.md",
        "**{{ labels.question.cover }}**",
        "**Hear out**",
    );
    workspace
        .hirekit(&["templates", "diff"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
# parts/question.md: what you changed
--- hirekit [..]: parts/question.md
+++ templates/parts/question.md
@@ [..] @@
 {% endif %}
 {% if question.cover %}
 <!-- label -->
-**{{ labels.question.cover }}**
+**Hear out**
 
 {% for point in question.cover %}
 - {{ point }}

"#]]);
    workspace
        .hirekit(&["templates", "list"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
all-kits.html                built in  the page that lists all kits
...
parts/question.md            yours     one question: what to listen for, what to ask next, room for notes
...
[..] templates, 1 of them yours

"#]]);
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    let packet = workspace.read("out/good/internal/03-interview.md");
    assert!(packet.contains("**Hear out**") && !packet.contains("hirekit"));
}

#[test]
fn an_upgrade_tells_what_changed_under_a_copy() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["templates", "eject", "directions"])
        .assert()
        .success();
    workspace.change(
        "templates/parts/directions.md",
        "**{{ labels.directions.read_aloud }}**",
        "**Say**",
    );
    // As if the copy had been made by a hirekit in which the piece was different.
    let kept = "templates/.ejected/parts/directions.md";
    workspace.change(kept, "**{{ labels.directions.before }}**", "**First**");
    workspace
        .hirekit(&["templates", "list"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
...
parts/directions.md          outdated  what the interviewer does first, and reads aloud
...
[..] templates, 1 of them yours
1 built-in template changed since you copied it: `hirekit templates diff` shows how

"#]]);
    workspace
        .hirekit(&["templates", "diff", "directions"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
# parts/directions.md: what you changed
...
# parts/directions.md: what hirekit has changed since you copied it
--- hirekit [..]: parts/directions.md
+++ hirekit [..]: parts/directions.md
@@ [..] @@
 {% if stage.directions %}
 <!-- panel directions -->
 > <!-- label -->
-> **First**
+> **{{ labels.directions.before }}**
 >
 > {{ stage.directions.interviewer | quote }}
 

"#]]);
    // The change is taken over by hand; from then on, the copy is up to date.
    workspace
        .hirekit(&["templates", "eject", "directions", "--keep"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
Noted that templates/parts/directions.md is up to date

"#]]);
    let copy = workspace.read("templates/parts/directions.md");
    assert!(copy.contains("**Say**") && copy.matches("hirekit").count() == 2);
    workspace
        .hirekit(&["templates", "list"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
...
parts/directions.md          yours     what the interviewer does first, and reads aloud
...
"#]]);
    // Without the text that was kept, the digest in the copy still tells that something changed.
    workspace.remove("templates/.ejected");
    let (before, rest) = copy
        .split_once("parts/directions.md ")
        .expect("it is named");
    let (_, after) = rest.split_once(':').expect("the digest ends");
    workspace.write(
        "templates/parts/directions.md",
        &format!("{before}parts/directions.md 0123456789abcdef:{after}"),
    );
    workspace
        .hirekit(&["templates", "diff"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
# parts/directions.md: what you changed
...
# parts/directions.md: hirekit has changed it since you copied it, but templates/.ejected/parts/directions.md, which tells what, is not there

"#]]);
}

#[test]
fn what_is_there_is_not_overwritten_and_names_are_suggested() {
    let workspace = Workspace::with_good_guide();
    workspace.write("templates/parts/question.md", "mine");
    workspace
        .hirekit(&["templates", "eject", "head", "question"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: templates/parts/question.md is there already: `--force` replaces it

"#]]);
    assert_eq!(workspace.read("templates/parts/question.md"), "mine");
    assert!(!workspace.path("templates/parts/head.md").exists());
    workspace
        .hirekit(&["templates", "eject", "question", "--force"])
        .assert()
        .success();
    assert_ne!(workspace.read("templates/parts/question.md"), "mine");
    workspace
        .hirekit(&["templates", "show", "quesion"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no template `quesion`: did you mean `question`?

"#]]);
    workspace
        .hirekit(&["templates", "eject", "../../etc/passwd"])
        .assert()
        .code(2);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_out_of_the_workspace() {
    let elsewhere = Workspace::empty();
    for link in ["templates", "templates/parts"] {
        let workspace = Workspace::with_good_guide();
        let link = workspace.path(link);
        let folder = link.parent().expect("it is in a folder");
        std::fs::create_dir_all(folder).expect("it can be made");
        std::os::unix::fs::symlink(elsewhere.path("."), link).expect("it can be made");
        let ended = workspace
            .hirekit(&["templates", "eject", "question"])
            .output()
            .expect("it runs");
        assert_eq!(ended.status.code(), Some(2), "{ended:?}");
    }
    assert!(elsewhere.files(".").is_empty());
}

/// What a build says of a workspace in which a template has this text.
fn said_of(template: &str, text: &str) -> String {
    let workspace = Workspace::with_good_guide();
    workspace.write(&format!("templates/{template}"), text);
    let ended = workspace
        .hirekit(&["--plain", "build", "--format", "md"])
        .output()
        .expect("it runs");
    assert_eq!(ended.status.code(), Some(1), "{text}: {ended:?}");
    assert!(!workspace.path("out/good").exists(), "{text}");
    String::from_utf8(ended.stderr).expect("messages are text")
}

/// Mistakes in the line under the title of a stage, and what is said of each.
const MISTAKES: &[(&str, &[&str])] = &[
    (
        "# A\n\n{{ stage.tilte }}",
        &[
            "templates/parts/stage-lead.md:3:10",
            "`stage.tilte` is not defined here",
            "write `title`; `stage` has `field`, `title`,",
        ],
    ),
    (
        "{{ stge.title }}",
        &[
            "stage-lead.md:1:4",
            "`stge` is not defined here",
            "write `stage`; there are `head`, `labels`, `scorecard`, `stage`",
        ],
    ),
    (
        "{% for group in stage.groups %}{% for it in group.questions %}{{ it.aks }}{% endfor %}\
             {% endfor %}",
        &[
            "`it.aks` is not defined here",
            "write `ask`; `it` has `number`,",
        ],
    ),
    (
        "{% for it in stage.agenda %}{{ part }}{% endfor %}",
        &["`part` is not defined here", "`it`, `labels`, `loop`"],
    ),
    (
        "{% if stage.field %}{% elif stage.x %}{% endif %}{% if stage.nosuch %}{% endif %}",
        &["`stage.nosuch` is not defined here", "`stage` has `field`"],
    ),
    (
        "{{ stage.groups.title }}",
        &["`stage.groups` is a list", "{% for item in stage.groups %}"],
    ),
    (
        "{{ stage.title.words }}",
        &["`stage.title` is one value, without parts"],
    ),
    (
        "{{ stage.setting }}",
        &["there is no value to print here: ask with `if` first"],
    ),
    (
        "{{ stage.title | uper }}",
        &["there is no filter `uper`", "write `upper`"],
    ),
    (
        "{% if stage is frobnicated %}{% endif %}",
        &[
            "there is no test `frobnicated`",
            "use one of `boolean`, `defined`",
        ],
    ),
    (
        "{{ rang(3) }}",
        &["there is no function `rang`", "write `range`"],
    ),
    (
        "{% include \"parts/sign.md\" %}",
        &[
            "there is no template `parts/sign.md`",
            "no other file can be included",
        ],
    ),
    (
        "{% include \"parts/signatur.md\" %}",
        &[
            "there is no template `parts/signatur.md`",
            "write `parts/signature.md`",
        ],
    ),
    (
        "{% include \"../../../etc/passwd\" %}",
        &[
            "there is no template `../../../etc/passwd`",
            "no other file can be included",
        ],
    ),
    (
        "{% include \"parts/stage-lead.md\" %}",
        &["this template includes or calls itself without end"],
    ),
    (
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        &["this template does not come to an end"],
    ),
];

#[test]
fn an_error_names_the_place_and_what_is_there() {
    for (text, expected) in MISTAKES {
        let said = said_of("parts/stage-lead.md", text);
        for words in *expected {
            assert!(said.contains(words), "{text}\n{words}\n{said}");
        }
    }
}

#[test]
fn a_piece_of_ones_own_is_included_or_reported() {
    let workspace = Workspace::with_good_guide();
    workspace.write("templates/parts/qestion.md", "a");
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[template-unused]: this template replaces no built-in one, and none includes it
 --> templates/parts/qestion.md:1:1
...
  = help: rename it to `parts/question.md`
...
"#]]);
    workspace.remove("templates/parts/qestion.md");
    workspace.write("templates/parts/motto.md", "We {{ head.role }} together.\n");
    workspace.write(
        "templates/parts/stage-lead.md",
        "{% include \"parts/motto.md\" %}\n",
    );
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    let packet = "out/good/internal/03-interview.md";
    assert!(workspace.read(packet).contains("We Your Role together."));
    // A change of the piece makes the packet stale.
    workspace.write("templates/parts/motto.md", "Always.\n");
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    assert!(workspace.read(packet).contains("Always."));
}

#[test]
fn templates_are_checked_with_guides_of_many_kinds() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
all-kits.html [..]
...
parts/question.md            built in  [..] packets
...
4 guides of hirekit's own and 1 guide of this folder tried, no findings

"#]]);
    // The guide of this folder has no drills: one of those tried has.
    workspace.write("templates/parts/drill.md", "{{ drill.titel }}\n");
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[template-error]: `drill.titel` is not defined here
 --> templates/parts/drill.md:1:10
...
help: write `title`; `drill` has `title`, [..]
...
"#]]);
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    workspace.remove("templates");
    workspace
        .hirekit(&["templates", "eject", "directions"])
        .assert()
        .success();
    workspace.change(
        "templates/parts/directions.md",
        "**{{ labels.directions.read_aloud }}**",
        "**Say**",
    );
    workspace.change(
        "templates/.ejected/parts/directions.md",
        "**{{ labels.directions.before }}**",
        "**First**",
    );
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[template-outdated]: the built-in template has changed since this copy was made
[..]--> templates/parts/directions.md[..]
...
"#]]);
}

#[test]
fn the_reference_is_current() {
    let workspace = Workspace::empty();
    let printed = workspace
        .hirekit(&["templates", "reference"])
        .output()
        .expect("it runs");
    let committed = include_str!("../../templates/README.md");
    assert!(
        printed.stdout == committed.as_bytes(),
        "run `cargo run -- templates reference > templates/README.md`; where a value is gone or \
         means something else, raise `CONTRACT_VERSION`"
    );
}

#[test]
fn what_is_left_over_in_a_template_is_found() {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["templates", "eject", "question"])
        .assert()
        .success();
    workspace.change(
        "templates/parts/question.md",
        "**{{ labels.question.cover }}**",
        "**TODO: a better heading**",
    );
    workspace
        .hirekit(&["templates", "check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[leftover-text]: `TODO` is left over from writing
  --> templates/parts/question.md:[..]:3
   |
[..] | **TODO: a better heading**
   |   ^^^^ would be printed like this
   |
   = help: write what belongs here, or delete it

1 warning[..]

"#]]);
    workspace.write("hirekit.yaml", "rules: {leftover-text: off}\n");
    let ended = workspace.hirekit(&["templates", "check"]);
    ended.assert().success().stderr_eq("");
}

#[test]
fn a_check_of_everything_tries_the_templates_as_well() {
    let workspace = Workspace::with_good_guide();
    workspace.write("templates/parts/question.md", "**{{ question.aks }}**\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
error[template-error]: `question.aks` is not defined here
 --> templates/parts/question.md:1:15
...
"#]]);
    // A guide alone is checked alone.
    workspace.hirekit(&["check", "good"]).assert().success();
    workspace.write("templates/parts/question.md", "**{{ question.ask }}**\n");
    workspace.write("templates/question.md", "**{{ question.ask }}**\n");
    workspace
        .hirekit(&["check"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[template-unused]: this template replaces no built-in one, and none includes it
 --> templates/question.md:1:1
...
  = help: rename it to `parts/question.md`
...
"#]]);
}
