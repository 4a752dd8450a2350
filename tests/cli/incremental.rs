//! `hirekit build`, again and again: what is stale is written, what is ours is replaced, and
//! nothing else is touched.

use crate::workspace::Workspace;
use snapbox::str;

/// The last stage of the starter guide, and its packet.
const STAGE: &str = "  - id: debrief\n    kind: debrief";
const PACKET: &str = "out/good/internal/04-debrief.md";

fn markdown(workspace: &Workspace) -> snapbox::cmd::Command {
    workspace.hirekit(&["build", "--format", "md"])
}

/// Takes the last stage out of the guide.
fn remove_stage(workspace: &Workspace) {
    let guide = workspace.read("guides/good.yaml");
    let (before, rest) = guide.split_once(STAGE).expect("the stage is there");
    let (_, after) = rest.split_once("\nfaq:").expect("the questions follow");
    workspace.write("guides/good.yaml", &format!("{before}\nfaq:{after}"));
}

#[test]
fn only_the_kit_whose_guide_has_changed_is_written() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "other"]).assert().success();
    markdown(&workspace).assert().success();
    markdown(&workspace)
        .assert()
        .success()
        .stdout_eq("2 kits up to date\n");
    workspace.change("guides/other.yaml", "role: Your Role", "role: Another Role");
    markdown(&workspace).assert().success().stdout_eq(str![[r#"
other (Another Role)
  out/other/public/  1 packet
  out/other/candidate/  1 packet
  out/other/internal/  4 packets
  4 files written, 2 unchanged
1 kit up to date

"#]]);
}

#[test]
fn a_template_makes_only_its_own_packets_stale() {
    let workspace = Workspace::with_good_guide();
    markdown(&workspace).assert().success();
    workspace.write("templates/references.md", "# nothing uses it\n");
    markdown(&workspace)
        .assert()
        .success()
        .stdout_eq("1 kit up to date\n");
    let template = include_str!("../../templates/debrief.md");
    workspace.write(
        "templates/debrief.md",
        &format!("{template}\nOne more line.\n"),
    );
    markdown(&workspace).assert().success().stdout_eq(str![[r#"
good (Your Role)
  out/good/public/  1 packet
  out/good/candidate/  1 packet
  out/good/internal/  4 packets
  1 file written, 5 unchanged

"#]]);
    assert!(workspace.read(PACKET).ends_with("One more line.\n"));
}

#[test]
fn one_packet_has_the_bytes_that_it_has_among_all() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build"]).assert().success();
    let pdf = "good/internal/03-interview.pdf";
    for choice in [["--packet", "interview"], ["--audience", "internal"]] {
        let arguments = [&["build", "--out", "one", "--format", "pdf"][..], &choice].concat();
        workspace.hirekit(&arguments).assert().success();
        let read = |folder: &str| std::fs::read(workspace.path(&format!("{folder}/{pdf}")));
        assert!(read("one").expect("it was built") == read("out").expect("it was built"));
        workspace.remove("one");
    }
}

#[test]
fn a_packet_changed_by_hand_is_kept_until_force() {
    let workspace = Workspace::with_good_guide();
    markdown(&workspace).assert().success();
    let built = workspace.read(PACKET);
    workspace.write(PACKET, "my own words\n");
    workspace.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    markdown(&workspace).assert().code(1).stderr_eq(str![[r#"
warning[edited-packet]: this packet was changed after hirekit wrote it, and is kept
--> out/good/internal/04-debrief.md
 = help: make the change in the guide or a template, then `hirekit build --force`, which replaces the file; move a form that somebody has filled in elsewhere first

1 warning; `hirekit explain edited-packet` tells more

"#]]);
    assert_eq!(workspace.read(PACKET), "my own words\n");
    assert!(
        workspace
            .read("out/good/public/01-job-posting.md")
            .starts_with("# Another Role")
    );
    // It is said again until something is done about it.
    markdown(&workspace).assert().code(1);
    markdown(&workspace).arg("--force").assert().success();
    assert!(workspace.read(PACKET) != built);
    markdown(&workspace)
        .assert()
        .success()
        .stdout_eq("1 kit up to date\n");
}

#[test]
fn packets_of_a_stage_that_is_gone_are_removed_and_own_files_stay() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build"]).assert().success();
    workspace.write("out/good/internal/notes.md", "mine");
    workspace.write("out/good/internal/05-mine.md", "mine");
    remove_stage(&workspace);
    workspace.hirekit(&["build"]).assert().success();
    let left = workspace.packets("out/good");
    let left: Vec<_> = left
        .iter()
        .map(|(path, _)| path.to_string_lossy())
        .collect();
    assert!(
        !left.iter().any(|path| path.contains("debrief")),
        "{left:?}"
    );
    assert_eq!(workspace.read("out/good/internal/notes.md"), "mine");
    assert_eq!(workspace.read("out/good/internal/05-mine.md"), "mine");
    assert!(!workspace.read("out/good/kit.json").contains("debrief"));
}

#[test]
fn a_packet_of_a_stage_that_is_gone_stays_if_it_was_changed_by_hand() {
    let workspace = Workspace::with_good_guide();
    markdown(&workspace).assert().success();
    workspace.write(PACKET, "my own words\n");
    remove_stage(&workspace);
    markdown(&workspace).assert().code(1).stderr_eq(str![[r#"
warning[left-over-packet]: no guide makes this packet any more
--> out/good/internal/04-debrief.md
 = help: it was changed by hand: delete it or move it away

1 warning; `hirekit explain left-over-packet` tells more

"#]]);
    workspace.remove(PACKET);
    markdown(&workspace).assert().success();
}

#[test]
fn the_kit_of_a_guide_that_is_gone_is_removed() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "other"]).assert().success();
    workspace.hirekit(&["build"]).assert().success();
    workspace.write("out/other/notes.md", "mine");
    workspace.remove("guides/other.yaml");
    // A build of one guide knows nothing about the others.
    workspace.hirekit(&["build", "good"]).assert().success();
    assert!(workspace.path("out/other/kit.json").exists());
    workspace
        .hirekit(&["build"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
20 files removed, whose guides are gone
1 kit up to date

"#]]);
    assert_eq!(workspace.files("out/other").len(), 1);
    assert!(!workspace.read("out/index.html").contains("other/"));
}

#[test]
fn a_guide_that_cannot_be_read_keeps_its_kit() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "other"]).assert().success();
    markdown(&workspace).assert().success();
    let before = workspace.files("out/other");
    workspace.write("guides/other.yaml", "[");
    markdown(&workspace).assert().code(1);
    assert_eq!(workspace.files("out/other"), before);
}

#[test]
fn a_renamed_guide_takes_its_kit_along() {
    let workspace = Workspace::with_good_guide();
    markdown(&workspace).assert().success();
    workspace.change("guides/good.yaml", "id: good", "id: better");
    std::fs::rename(
        workspace.path("guides/good.yaml"),
        workspace.path("guides/better.yaml"),
    )
    .expect("it can be renamed");
    markdown(&workspace).assert().success();
    assert!(workspace.path("out/better/internal").exists());
    assert!(!workspace.path("out/good").exists());
}

#[test]
fn findings_are_shown_again_when_nothing_has_changed() {
    let workspace = Workspace::with_good_guide();
    workspace.change(
        "guides/good.yaml",
        "  Company:\n",
        "  Unused:\n    help: Nothing uses it\n    default: x\n  Company:\n",
    );
    for _ in 0..2 {
        markdown(&workspace).assert().code(1).stderr_eq(str![[r#"
warning[unused-placeholder]: [..]
...
"#]]);
    }
}

#[test]
fn a_fresh_clone_knows_its_own_files() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["build"]).assert().success();
    let built = workspace.packets("out");
    // What git ignores is not there.
    workspace.remove("out/.hirekit");
    for (path, _) in &built {
        if path.extension().is_some_and(|it| it != "md") {
            std::fs::remove_file(path).expect("it can be removed");
        }
    }
    workspace
        .hirekit(&["build", "--check"])
        .assert()
        .success()
        .stdout_eq("1 kit up to date\n");
    workspace.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    markdown(&workspace).assert().success();
    workspace.change("guides/good.yaml", "role: Another Role", "role: Your Role");
    workspace.hirekit(&["build"]).assert().success();
    assert_eq!(workspace.packets("out"), built);
}

#[test]
fn packets_of_this_clone_are_known_when_the_manifest_comes_from_another() {
    let (here, there) = (Workspace::with_good_guide(), Workspace::with_good_guide());
    here.hirekit(&["build"]).assert().success();
    there.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    there.hirekit(&["build"]).assert().success();
    // As after a pull: guide, Markdown and manifest are new, HTML and PDF are old.
    for file in ["guides/good.yaml", "out/good/kit.json"] {
        here.write(file, &there.read(file));
    }
    for (path, bytes) in there.packets("out") {
        let path = path
            .strip_prefix(there.path(""))
            .expect("it is below")
            .to_owned();
        if path.extension().is_some_and(|it| it == "md") {
            std::fs::write(here.path(&path.to_string_lossy()), bytes).expect("it can be written");
        }
    }
    here.hirekit(&["build", "--check"]).assert().code(1);
    here.hirekit(&["build"]).assert().success();
    let bytes = |workspace: &Workspace| -> Vec<_> {
        workspace
            .packets("out")
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect()
    };
    assert!(bytes(&here) == bytes(&there));
}

#[test]
fn the_index_lists_the_kits_that_are_there() {
    let workspace = Workspace::with_good_guide();
    workspace.hirekit(&["new", "other"]).assert().success();
    for guide in ["good", "other"] {
        workspace
            .hirekit(&["build", "--format", "html", guide])
            .assert()
            .success();
    }
    let one_by_one = workspace.read("out/index.html");
    workspace.remove("out");
    workspace
        .hirekit(&["build", "--format", "html"])
        .assert()
        .success();
    assert_eq!(workspace.read("out/index.html"), one_by_one);
    workspace.write("out/index.html", "mine");
    workspace.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    workspace
        .hirekit(&["build", "--format", "html"])
        .assert()
        .code(1)
        .stderr_eq(str![[r#"
warning[file-in-the-way]: hirekit did not write this page, or somebody changed it
--> out/index.html
...
"#]]);
    assert_eq!(workspace.read("out/index.html"), "mine");
    workspace
        .hirekit(&["build", "--format", "html", "--force"])
        .assert()
        .success();
    assert!(workspace.read("out/index.html").contains("Another Role"));
}

#[test]
fn a_base_that_appears_beside_an_overlay_counts_at_once() {
    let workspace = Workspace::empty();
    workspace
        .hirekit(&["new", "mine", "--extends", "it-manager"])
        .assert()
        .success();
    markdown(&workspace).assert().success();
    let before = workspace.read("out/mine/internal/03-screening.md");
    workspace
        .hirekit(&["new", "it-manager", "--from", "it-manager"])
        .assert()
        .success();
    workspace.change(
        "guides/it-manager.yaml",
        "role: IT Manager\n",
        "role: IT Chief\n",
    );
    workspace
        .hirekit(&["build", "mine", "--format", "md"])
        .assert()
        .success();
    assert!(workspace.read("out/mine/internal/03-screening.md") != before);
}

#[test]
fn of_two_guides_with_one_id_the_one_named_after_it_keeps_it_wherever_it_stands() {
    for (name, not_built) in [("zz", "guides/zz.yaml"), ("aa", "guides/aa.yaml")] {
        let workspace = Workspace::with_good_guide();
        markdown(&workspace).assert().success();
        workspace.write(
            &format!("guides/{name}.yaml"),
            &workspace.read("guides/good.yaml"),
        );
        let assert = markdown(&workspace).assert().code(1);
        let errors = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
        let (_, duplicate) = errors
            .split_once("error[duplicate-guide-id]")
            .expect("it is found");
        assert!(
            duplicate
                .split("--> ")
                .nth(1)
                .is_some_and(|it| it.starts_with(not_built)),
            "{errors}"
        );
    }
}
