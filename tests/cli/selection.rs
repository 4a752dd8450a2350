//! Which guides and libraries the names on a command line stand for.

use crate::workspace::Workspace;
use snapbox::str;

/// Checks what is named, with what is said of it.
fn checked(workspace: &Workspace, names: &[&str], said: &str) {
    let checked = workspace.hirekit(&[&["check"], names].concat()).assert();
    checked
        .success()
        .stdout_eq(format!("{said}, no findings\n"));
}

/// Names something that is not there.
fn refused(workspace: &Workspace, arguments: &[&str], said: &str) {
    let refused = workspace.hirekit(arguments).assert().code(2);
    refused.stderr_eq(format!("error: {said}\n"));
}

/// A guide like the starter guide, of another id.
fn copy(workspace: &Workspace, path: &str, id: &str) {
    let guide = workspace.read("guides/good.yaml");
    assert_eq!(guide.matches("\nid: good\n").count(), 1);
    let guide = guide.replace("\nid: good\n", &format!("\nid: {id}\n"));
    workspace.write(path, &guide);
}

#[test]
fn a_guide_that_is_named_twice_is_one() {
    let workspace = Workspace::with_good_guide();
    let whole = workspace.path("guides/good.yaml");
    let whole = whole.to_str().expect("the path is text");
    for names in [
        ["good", "guides/good.yaml"],
        ["guides", "./guides/../guides/good.yaml"],
        [whole, "good.yaml"],
    ] {
        checked(&workspace, &names, "1 guide");
    }
}

#[test]
fn a_library_that_is_not_there_is_an_error() {
    let workspace = Workspace::with_good_guide();
    let missing = "guides/library/nosuch.yaml";
    let said = "there is no library `guides/library/nosuch.yaml`";
    refused(&workspace, &["check", missing], said);
    refused(&workspace, &["check", "good", missing], said);
    std::fs::create_dir(workspace.path("guides/library")).expect("the folder can be made");
    let said = "there are no libraries (`*.yaml`) in guides/library";
    refused(&workspace, &["check", "guides/library"], said);
    checked(&workspace, &["guides"], "1 guide");
}

#[test]
fn only_an_id_or_a_whole_name_is_that_of_a_guide() {
    let workspace = Workspace::with_good_guide();
    for (name, said) in [
        ("good.md", "there is no guide `good.md`"),
        ("goo", "there is no guide `goo`: did you mean `good`?"),
        ("guides/good", "there is no guide `guides/good`"),
    ] {
        refused(&workspace, &["check", name], said);
    }
    checked(&workspace, &["good.yaml"], "1 guide");
}

#[test]
fn an_id_comes_before_a_folder_of_the_same_name() {
    let workspace = Workspace::with_good_guide();
    std::fs::create_dir(workspace.path("good")).expect("the folder can be made");
    checked(&workspace, &["good"], "1 guide");
    let said = "there are no guides (`*.yaml`) here: `hirekit new ID` makes one";
    refused(&workspace, &["check", "good/"], said);
}

#[test]
fn a_guide_beside_one_is_named_by_its_file() {
    let workspace = Workspace::with_good_guide();
    copy(&workspace, "lead.yaml", "lead");
    let build = ["build", "lead.yaml", "--format", "md"];
    workspace.hirekit(&build).assert().success();
    assert!(workspace.path("out/lead").is_dir());
    workspace.remove("lead.yaml");
    copy(&workspace, "guides/lead.yaml", "lead");
    let within = workspace.hirekit(&build);
    within
        .current_dir(workspace.path("guides"))
        .assert()
        .success();
    assert!(workspace.path("guides/out/lead").is_dir());
}

#[test]
fn paths_of_guides_begin_in_the_folder_to_work_in() {
    let workspace = Workspace::empty();
    let w = |arguments: &[&str]| workspace.hirekit(&[&["-C", "w"], arguments].concat());
    workspace.hirekit(&["init", "w"]).assert().success();
    let guide = "guides/it-manager.yaml";
    w(&["build", guide, "--format", "md", "--out", "kits"])
        .assert()
        .success();
    assert!(workspace.path("w/kits/it-manager").is_dir());
    for arguments in [
        &["check", guide, "guides/library"] as &[&str],
        &["check", "guides"],
        &["coverage", guide],
        &["show", guide],
    ] {
        w(arguments).assert().success();
    }
    w(&["check", "w/guides/it-manager.yaml"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: there is no guide `w/guides/it-manager.yaml`

"#]]);
}

#[test]
fn a_workspace_may_be_called_library() {
    let workspace = Workspace::empty();
    let run = |arguments: &[&str]| {
        let arguments = [&["-C", "library"], arguments].concat();
        workspace.hirekit(&arguments).assert().success()
    };
    workspace
        .hirekit(&["init", "library", "--quiet"])
        .assert()
        .success();
    run(&["check"]).stdout_eq("1 guide and 1 library, no findings\n");
    run(&["check", "guides"]).stdout_eq("1 guide and 1 library, no findings\n");
    run(&["check", "guides/library"]).stdout_eq("1 library, no findings\n");
    run(&["build", "guides/it-manager.yaml", "--format", "md"]);
}
