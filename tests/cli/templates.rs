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
        "**Listen for**",
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
-**Listen for**
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
    workspace.change("templates/parts/directions.md", "**Read aloud**", "**Say**");
    // As if the copy had been made by a hirekit in which the piece was different.
    let kept = "templates/.ejected/parts/directions.md";
    workspace.change(kept, "**Before you start**", "**First**");
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
+> **Before you start**
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
