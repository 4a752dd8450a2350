//! An output folder from strangers: nothing outside it is read, written or removed.

use crate::workspace::Workspace;
use snapbox::str;

fn built() -> Workspace {
    let workspace = Workspace::with_good_guide();
    workspace
        .hirekit(&["build", "--format", "md"])
        .assert()
        .success();
    workspace
}

fn build(workspace: &Workspace) -> snapbox::cmd::Command {
    workspace.hirekit(&["build", "--format", "md"])
}

#[test]
fn a_manifest_that_cannot_be_used_is_a_finding_and_force_is_the_way_out() {
    let workspace = built();
    let manifest = workspace.read("out/good/kit.json");
    workspace.write("notes.md", "mine");
    let huge = " ".repeat(5 << 20);
    let deep = "[".repeat(100_000);
    let outside = manifest.replace("internal/01-handbook.md", "internal/../../../notes.md");
    let absolute = manifest.replace("internal/01-handbook.md", "/tmp/notes.md");
    let conflict = format!("<<<<<<< HEAD\n{manifest}=======\n{manifest}>>>>>>> other\n");
    let foreign = "{\"name\": \"a package\", \"files\": {}}";
    for damaged in [&huge, &deep, &outside, &absolute, &conflict, foreign, ""] {
        workspace.write("out/good/kit.json", damaged);
        let before = workspace.packets("out");
        build(&workspace).assert().code(1).stderr_eq(str![[r#"
error[unusable-manifest]: this list of the packets of a kit cannot be used: [..]
--> out/good/kit.json
 = help: see what changed it, or write it and all packets anew: `hirekit build --force`

1 error; `hirekit explain unusable-manifest` tells more

"#]]);
        assert_eq!(workspace.packets("out"), before);
        build(&workspace).arg("--force").assert().success();
        assert_eq!(workspace.read("out/good/kit.json"), manifest);
        build(&workspace).assert().success();
    }
    assert_eq!(workspace.read("notes.md"), "mine");
}

#[test]
fn a_file_that_stands_where_a_packet_goes_is_kept() {
    let workspace = Workspace::with_good_guide();
    workspace.write("out/good/internal/01-handbook.md", "mine");
    build(&workspace).assert().code(1).stderr_eq(str![[r#"
warning[file-in-the-way]: hirekit did not write this file, which stands where a packet goes
--> out/good/internal/01-handbook.md
 = help: move it away, or replace it: `hirekit build --force`

1 warning; `hirekit explain file-in-the-way` tells more

"#]]);
    assert_eq!(workspace.read("out/good/internal/01-handbook.md"), "mine");
    assert!(workspace.path("out/good/internal/03-interview.md").exists());
    build(&workspace).arg("--force").assert().success();
    assert!(workspace.read("out/good/internal/01-handbook.md") != "mine");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_links() {
    use std::os::unix::fs::symlink;
    for link in [
        "out/good",
        "out/good/internal",
        "out/good/kit.json",
        "out/good/internal/01-handbook.md",
        "out/.hirekit",
        "out/.hirekit/lock",
        "out/.hirekit/good.json",
        "out/index.html",
    ] {
        let workspace = Workspace::with_good_guide();
        workspace.write("elsewhere/file", "mine");
        let path = workspace.path(link);
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        let is_folder =
            !link.contains("kit.json") && path.extension().is_none() && !link.ends_with("lock")
                || link.ends_with(".hirekit");
        let target = if is_folder {
            "elsewhere"
        } else {
            "elsewhere/file"
        };
        symlink(workspace.path(target), &path).expect("it can be made");
        let ended = workspace
            .hirekit(&["build", "--format", "md,html"])
            .output()
            .expect("it runs");
        assert!(
            matches!(ended.status.code(), Some(0 | 1)),
            "{link}: {ended:?}"
        );
        let elsewhere = workspace.files("elsewhere");
        assert_eq!(elsewhere.len(), 1, "{link}");
        assert_eq!(elsewhere[0].1, b"mine", "{link}");
    }
}

#[test]
fn a_record_that_cannot_be_used_is_as_good_as_none() {
    let workspace = built();
    let record = workspace.read("out/.hirekit/good.json");
    let before = workspace.packets("out");
    for damaged in [
        "",
        "{}",
        "[[",
        &record[..record.len() / 2],
        &record.replace("0.1.0+", "0.0.9+"),
        &" ".repeat(9 << 20),
        &record.replace("internal/01-handbook", "../../notes"),
    ] {
        workspace.write("out/.hirekit/good.json", damaged);
        build(&workspace)
            .assert()
            .success()
            .stdout_eq("1 kit up to date\n")
            .stderr_eq("");
        assert_eq!(workspace.packets("out"), before);
    }
}

#[test]
fn a_record_is_not_believed_about_a_file_that_has_changed() {
    let workspace = built();
    let packet = "out/good/internal/01-handbook.md";
    let text = workspace.read(packet);
    // As long as before, a moment later.
    workspace.write(packet, &text.replace('a', "b"));
    build(&workspace).assert().code(1);
    workspace.write(packet, &text);
    build(&workspace).assert().success();
}

#[test]
fn what_a_killed_build_left_is_removed_and_nothing_like_it() {
    let workspace = built();
    workspace.write("out/good/internal/.01-handbook.md.4711.hirekit", "half");
    workspace.write("out/good/.kit.json.4711.hirekit", "half");
    workspace.write("out/.index.html.4711.hirekit", "half");
    workspace.write("out/good/internal/.01-handbook.md.swp", "mine");
    workspace.change("guides/good.yaml", "role: Your Role", "role: Another Role");
    build(&workspace).assert().success();
    let hidden = workspace.files("out").into_iter().map(|(path, _)| path);
    let hidden = hidden.filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('.') && name != ".gitignore"
    });
    let hidden: Vec<_> = hidden.collect();
    assert_eq!(
        hidden,
        [workspace.path("out/good/internal/.01-handbook.md.swp")]
    );
}

#[test]
fn an_output_folder_that_holds_sources_is_refused() {
    let workspace = Workspace::with_good_guide();
    workspace.write(
        "elsewhere/guides/far.yaml",
        &workspace
            .read("guides/good.yaml")
            .replace("id: good", "id: far"),
    );
    workspace.write("type/a.ttf", "no font");
    workspace.write(
        "hirekit.yaml",
        "theme:\n  fallback_fonts:\n    - regular: type/a.ttf\n",
    );
    for out in ["type", "type/kits", "templates/x"] {
        workspace.hirekit(&["build", "--out", out]).assert().code(2);
    }
    workspace.remove("hirekit.yaml");
    let guide = "elsewhere/guides/far.yaml";
    for out in ["elsewhere", "elsewhere/guides", "elsewhere/guides/kits"] {
        workspace
            .hirekit(&["build", guide, "--out", out])
            .assert()
            .code(2);
    }
    workspace
        .hirekit(&["build", guide, "--out", "elsewhere/out", "--format", "md"])
        .assert()
        .success();
}

#[test]
fn a_file_in_place_of_the_output_folder_is_one_clear_error() {
    let workspace = Workspace::with_good_guide();
    workspace.write("kits", "mine");
    workspace
        .hirekit(&["build", "--out", "kits"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: cannot write in ./kits: [..]

"#]]);
    assert_eq!(workspace.read("kits"), "mine");
}

#[test]
fn an_output_folder_does_not_step_out_of_one_that_is_missing() {
    let workspace = Workspace::with_good_guide();
    for out in ["missing/../guides", "missing/../.", "a/b/../../guides/kits"] {
        workspace
            .hirekit(&["build", "--format", "md", "--out", out])
            .assert()
            .code(2);
        assert!(!workspace.path("missing").exists() && !workspace.path("a").exists());
        assert!(!workspace.path("guides/good").exists());
    }
    workspace
        .hirekit(&["build", "--format", "md", "--out", "missing/../kits"])
        .assert()
        .success();
    assert!(workspace.path("kits/good").exists());
}

#[test]
fn the_kit_of_a_guide_that_was_renamed_and_broken_stays() {
    let workspace = Workspace::with_good_guide();
    let build = || workspace.hirekit(&["build", "--format", "md"]).assert();
    build().success();
    let guide = workspace.read("guides/good.yaml");
    std::fs::remove_file(workspace.path("guides/good.yaml")).expect("it is there");
    workspace.write("guides/better.yaml", &format!("format: [1\n{guide}"));
    build().code(1);
    assert!(workspace.path("out/good/internal/01-handbook.md").exists());
    workspace.write(
        "guides/better.yaml",
        &guide.replacen("\nid: good\n", "\nid: better\n", 1),
    );
    build().success();
    assert!(!workspace.path("out/good").exists());
}
